// X and Y: one column of pixels for each example, with its y under it; the columns kept for testing stand apart.

import { onLanguage, t } from "../../i18n/i18n.js";
import { choice } from "../../plot/controls.js";
import { sheetImage } from "../../plot/pixels.js";
import { el, say } from "../../ui/elements.js";
import { N_PX, N_X } from "./examples.js";
import { ownNumbers, rolled, scrambled } from "./scrambled.js";
import { columnImage, unroll } from "./unroll.js";

const words = { t, onLanguage };
const LINES = 192; // of a column: each stands for 64 numbers

/**
 * @param {object} options
 * @param {import('./examples.js').Examples} options.examples
 * @param {(example: import('./examples.js').Example) => void} options.select
 * @param {(example: import('./examples.js').Example) => void} options.remove
 */
export function matrixPart({ examples, select, remove }) {
  /** @type {'sheets' | 'pixels'} */
  let order = "sheets";
  let mixed = false; // reshape(-1, m) instead of reshape(m, -1).T
  /** @type {any} */
  let selected = null;
  /** @type {Map<number, any>} columns by the key of their example */
  const columns = new Map();
  const parts = [false, true].map((test) => makePart(test));
  const matrix = el(
    "div",
    { class: "example-matrix", role: "group", tabindex: -1 },
    ...parts.map((part) => part.node),
  );
  say(words, matrix, "two-classes.matrix", "aria-label");
  const how = choice({
    label: "two-classes.reshape",
    options: [["right", "two-classes.reshape.right"], ["wrong", "two-classes.reshape.wrong"]], // prettier-ignore
    value: "right",
    change(value) {
      mixed = value === "wrong";
      update();
      paint();
    },
  });
  const says = el("p", { role: "status" });
  const back = el("canvas", { class: "pixels", width: N_PX, height: N_PX, role: "img" });
  say(words, back, "two-classes.mixed-view", "aria-label");
  const mixture = el("div", { class: "mixture", hidden: true }, back, says);
  const node = el("div", { class: "inner-part" }, how.node, matrix, mixture);

  const numberOf = (/** @type {any} */ example) => examples.list.indexOf(example) + 1;
  const nameOf = (/** @type {any} */ example) =>
    t(mixed ? "two-classes.mixed-name" : "two-classes.example-name", {
      i: numberOf(example),
      y: example.y,
      set: t(example.test ? "two-classes.test" : "two-classes.train"),
      name: example.name ? `, ${example.name}` : "",
    });

  function makeColumn(/** @type {any} */ example) {
    const thumb = el("canvas", { class: "pixels", width: N_PX, height: N_PX });
    const strip = el("canvas", { class: "strip", width: 1, height: LINES });
    const index = el("sup");
    const name = el("span", { class: "visually-hidden" });
    const y = el("span", { class: `y y${example.y}`, "aria-hidden": true }, String(example.y));
    const button = el(
      "button",
      { type: "button", class: "example-column", onclick: () => select(example) },
      thumb,
      el("span", { class: "example-index", "aria-hidden": true }, el("i", {}, "x"), index),
      strip,
      y,
      name,
    );
    return {
      button,
      paint(/** @type {Uint8Array} */ x) {
        thumb.getContext("2d").putImageData(sheetImage(rolled(order, x), N_PX), 0, 0);
        strip.getContext("2d").putImageData(columnImage(order, x, LINES), 0, 0);
      },
      name() {
        index.textContent = `(${numberOf(example)})`;
        name.textContent = nameOf(example);
      },
    };
  }

  const columnOf = (/** @type {any} */ example) => {
    if (!columns.has(example.key)) {
      const column = makeColumn(example);
      columns.set(example.key, column);
      column.paint(unroll(order, example.rgb));
    }
    return columns.get(example.key);
  };

  function update() {
    const keys = new Set(examples.list.map(({ key }) => key));
    for (const key of columns.keys()) if (!keys.has(key)) columns.delete(key);
    const focused = document.activeElement;
    for (const part of parts)
      part.update(examples.part(part.test).map((example) => columnOf(example).button));
    if (focused instanceof HTMLElement && node.contains(focused)) focused.focus({ preventScroll: true });
    if (mixed) paint(); // one more or less, and all are other mixtures
    drawMixture();
    for (const example of examples.list) {
      const { button, name } = columnOf(example);
      name();
      button.tabIndex = example === selected ? 0 : -1;
      button.setAttribute("aria-pressed", String(example === selected));
    }
  }

  function paint() {
    for (const part of parts) {
      const list = examples.part(part.test);
      const unrolled = list.map(({ rgb }) => unroll(order, rgb));
      const shown = mixed ? scrambled(unrolled) : unrolled;
      list.forEach((example, k) => columnOf(example).paint(shown[k]));
    }
  }

  /** The column that is picked, read back as a picture, and how much of it is that picture. */
  function drawMixture() {
    mixture.hidden = !mixed;
    says.textContent = "";
    if (!mixed) return;
    const list = examples.part(selected.test);
    const k = list.indexOf(selected);
    const x = scrambled(list.map(({ rgb }) => unroll(order, rgb)))[k];
    back.getContext("2d").putImageData(sheetImage(rolled(order, x), N_PX), 0, 0);
    const numbers = {
      i: numberOf(selected),
      y: selected.y,
      m: list.length,
      n: N_X,
      own: ownNumbers(k, list.length, N_X),
    };
    says.textContent = t("two-classes.mixed", numbers);
  }

  node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const shown = [...examples.part(false), ...examples.part(true)];
    const at = shown.findIndex((example) => columnOf(example).button === document.activeElement);
    if (at < 0) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
      select(next);
      columnOf(next).button.focus();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      remove(shown[at]);
      columnOf(selected).button.focus();
    } else return;
    event.preventDefault();
  });
  onLanguage(update);

  return {
    node,
    /** Draws the columns of the examples there are. @param {any} example the one that is unrolled above */
    update(example) {
      selected = example;
      update();
    },
    /** @param {'sheets' | 'pixels'} next */
    reorder(next) {
      order = next;
      paint();
      drawMixture();
    },
  };
}

/** One of the two sets: its columns, and the shapes of its X and Y. */
function makePart(/** @type {boolean} */ test) {
  const key = test ? "test" : "train";
  const x = el("span", { class: "num" });
  const y = el("span", { class: "num" });
  const columns = el("div", { class: "columns" });
  const symbol = (/** @type {string} */ letter) => el("span", {}, el("i", {}, letter), el("sub", {}, say(words, el("span"), `two-classes.${key}-index`))); // prettier-ignore
  const node = el(
    "div",
    { class: `part ${key}` },
    el("p", { class: "part-head" }, say(words, el("strong"), `two-classes.${key}-set`), symbol("X"), x),
    columns,
    el("p", { class: "part-foot" }, symbol("Y"), y),
  );
  return {
    test,
    node,
    update(/** @type {HTMLElement[]} */ buttons) {
      const same =
        buttons.length === columns.childNodes.length && buttons.every((b, i) => columns.childNodes[i] === b);
      if (!same) columns.replaceChildren(...buttons);
      x.textContent = `(${N_X}, ${buttons.length})`;
      y.textContent = `(1, ${buttons.length})`;
      node.classList.toggle("empty", buttons.length === 0);
    },
  };
}
