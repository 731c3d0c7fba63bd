// One picture becomes one column: the picture, its three sheets, and the walk through them that fills x.

import { onLanguage, t } from "../../i18n/i18n.js";
import { columnView } from "../../plot/column.js";
import { choice, slider } from "../../plot/controls.js";
import { formula } from "../../plot/formula.js";
import { pixelView, sheetImage } from "../../plot/pixels.js";
import { calm, player } from "../../plot/player.js";
import { el, say } from "../../ui/elements.js";
import { N_PX, N_X } from "./examples.js";
import { columnImage, indexOf, pixelsBefore, placeOf, unroll } from "./unroll.js";

const words = { t, onLanguage };
const SHEETS = ["red", "green", "blue"];
const LINES = 384; // of the column as a picture: each stands for 32 numbers
const RATES = { slow: 3, rows: 64, fast: 1600 };

/** @param {{announce: (sentence: string) => void, reorder: (order: 'sheets' | 'pixels') => void}} means */
export function sheetsPart({ announce, reorder }) {
  /** @type {{order: 'sheets' | 'pixels', j: number, i: number, rgb: Uint8Array, x: Uint8Array}} */
  const state = { order: "sheets", j: 2081, i: 1, rgb: new Uint8Array(N_X), x: new Uint8Array(N_X) };
  const place = () => placeOf(state.order, state.j, N_PX);
  const sentence = (/** @type {number} */ j) => {
    const { sheet, row, column } = placeOf(state.order, j, N_PX);
    return t("two-classes.says-entry", {
      j,
      value: state.x[j - 1],
      sheet: t(`two-classes.${SHEETS[sheet]}`),
      row: row + 1,
      column: column + 1,
    });
  };

  /** sheet null: the picture itself. */
  const makeView = (/** @type {number | null} */ sheet) => {
    const of = (/** @type {number} */ row, /** @type {number} */ column) =>
      indexOf(state.order, { sheet: sheet ?? place().sheet, row, column }, N_PX);
    const key = sheet === null ? "picture" : SHEETS[sheet];
    const view = pixelView({
      n_px: N_PX,
      name: () => t(`two-classes.${key}-view`),
      says: (r, c) => sentence(of(r, c)),
      pick: (r, c) => pick(of(r, c)),
    });
    const caption = say(words, el("figcaption"), () => t(`two-classes.${key}-caption`, { px: N_PX }));
    return { sheet, view, node: el("figure", { class: `sheet ${key}` }, view.node, caption) };
  };
  const views = [null, 0, 1, 2].map(makeView);

  const strip = el("canvas", { class: "strip", width: 1, height: LINES, "aria-hidden": true });
  const mark = el("span", { class: "strip-mark" });
  const machine = columnView({
    title: "two-classes.column",
    shape: () => `(${N_X}, 1)`,
    text: (j) => (j <= state.j ? String(state.x[j - 1]) : "·"),
    pick,
    count: matchMedia("(min-width: 720px)").matches ? 17 : 11, // as tall as the sheets beside it
  });
  const walk = player({
    step(count) {
      if (state.j >= N_X) state.j = 0;
      state.j = Math.min(N_X, state.j + count);
      draw();
      if (state.j === N_X) announce(sentence(N_X));
      return state.j < N_X;
    },
    reset: () => pick(1),
    rate: RATES.fast,
  });
  const speed = choice({
    label: "two-classes.speed",
    options: Object.keys(RATES).map((key) => [key, `two-classes.${key}`]),
    value: "fast",
    change: (key) => {
      walk.rate = RATES[/** @type {keyof typeof RATES} */ (key)];
    },
  });
  const order = choice({
    label: "two-classes.order",
    options: ["sheets", "pixels"].map((key) => [key, `two-classes.by-${key}`]),
    value: state.order,
    change: (key) => {
      const here = place();
      state.order = /** @type {'sheets' | 'pixels'} */ (key);
      state.x = unroll(state.order, state.rgb);
      state.j = indexOf(state.order, here, N_PX); // the same number of the picture, elsewhere in x
      draw();
      reorder(state.order);
    },
  });
  const scrub = slider({
    label: "two-classes.entry",
    min: 1,
    max: N_X,
    value: state.j,
    step: 1,
    valid: (v) => Number.isInteger(v) && v >= 1 && v <= N_X,
    change: (j) => {
      walk.pause();
      state.j = Math.round(j);
      draw();
      announce(sentence(state.j));
    },
  });
  const live = makeFormulas();
  const where = el("p", { class: "muted num where" });

  function pick(/** @type {number} */ j) {
    walk.pause();
    state.j = j;
    draw();
    announce(sentence(j));
  }

  function draw() {
    const { order: by, j, rgb, x } = state;
    const here = place();
    for (const { sheet, view } of views) {
      // At the end of the walk all are back in their places.
      const done = sheet === null || j === N_X ? 0 : pixelsBefore(by, sheet, j, N_PX);
      view.paint(sheetImage(rgb, N_PX, { sheet, done }));
      view.at(here.row, here.column);
      view.node.classList.toggle("elsewhere", sheet !== null && sheet !== here.sheet);
    }
    strip.getContext("2d").putImageData(columnImage(by, x, LINES, j), 0, 0);
    mark.style.top = `${(100 * j) / N_X}%`;
    machine.show(j, N_X);
    scrub.set(j);
    live.set(by, { j, value: x[j - 1], ...here });
    where.textContent = sentence(j);
  }

  onLanguage(draw);
  const left = el("div", { class: "sheets" }, ...views.map(({ node }) => node));
  const tower = el("div", { class: "tower", "aria-hidden": true }, strip, mark);
  const node = el(
    "div",
    { class: "unrolling" },
    el("div", { class: "unroll" }, left, tower, machine.node),
    scrub.node,
    el("div", { class: "controls" }, walk.node, speed.node, order.node),
    el("div", { class: "entry" }, live.node, where),
  );
  let begun = false;
  return {
    node,
    /** Unrolls this picture. @param {Uint8Array} rgb */
    show(rgb) {
      state.rgb = rgb;
      state.x = unroll(state.order, rgb);
      draw();
    },
    /** @param {boolean} on */
    visible(on) {
      walk.visible(on);
      if (on && !begun && !calm()) {
        state.j = 0;
        walk.play();
      }
      begun ||= on;
    },
  };
}

/** j from sheet, row and column, in both orders; in parts, so that it folds where there is little room. */
function makeFormulas() {
  const one = "<mo>−</mo><mn>1</mn>";
  const group = (/** @type {string} */ id) => `<mrow><mo>(</mo><mn id="${id}"/>${one}<mo>)</mo></mrow>`;
  const px = `<mn>${N_PX}</mn>`;
  const results = [
    '<mo>=</mo><mn id="j"/><mo>,</mo>',
    '<msub><mi>x</mi><mn id="j"/></msub><mo>=</mo><mn id="value"/>',
  ];
  const sums = {
    sheets: [
      `<mi>j</mi><mo>=</mo>${group("sheet")}<mo>⋅</mo>${px}<mo>⋅</mo>${px}`,
      `<mo form="infix">+</mo>${group("row")}<mo>⋅</mo>${px}<mo>+</mo><mn id="column"/>`,
    ],
    pixels: [
      `<mi>j</mi><mo>=</mo><mn>3</mn><mo>⋅</mo><mrow><mo>(</mo>${group("row")}<mo>⋅</mo>${px}<mo>+</mo><mn id="column"/>${one}<mo>)</mo></mrow>`,
      `<mo form="infix">+</mo><mn id="sheet"/>`,
    ],
  };
  const rows = Object.entries(sums).map(([order, sum]) => {
    const parts = [...sum, ...results].map((part) => formula(part));
    return { order, parts, node: el("p", { class: "formula-row" }, ...parts.map(({ node }) => node)) };
  });
  const node = el("div", {}, ...rows.map((row) => row.node));
  return {
    node,
    set(/** @type {string} */ order, /** @type {Record<string, number>} */ { j, value, sheet, row, column }) {
      const numbers = { j, value, sheet: sheet + 1, row: row + 1, column: column + 1 };
      const texts = Object.fromEntries(Object.entries(numbers).map(([key, v]) => [key, String(v)]));
      for (const line of rows) {
        line.node.hidden = line.order !== order;
        for (const part of line.parts) part.set(texts);
      }
    },
  };
}
