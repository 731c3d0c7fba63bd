/* Two parameters: J(w, b) of the houses as contours, and the path of descent from any point. */
import { backward, costGrid, forward, train } from "../../core/unit.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { choice, slider } from "../../plot/controls.js";
import { contour } from "../../plot/contours.js";
import { dataTable } from "../../plot/datatable.js";
import { player } from "../../plot/player.js";
import { createPlot } from "../../plot/plot.js";
import { el, say } from "../../ui/elements.js";
import { count, fixed } from "../../ui/format.js";
import { HOUSE_TABLE } from "../shared/houses.js";
import { tells } from "../tasks/told.js";

/** @type {[number, number]} */
const W = [-2, 7];
/** @type {[number, number]} */
const B = [-5, 4];
const LEVELS = [0.08, 0.2, 0.5, 1, 2, 4, 8, 14, 22];
const FOLLOWED = 400; // points of the path that are drawn
const RISING = 20; // steps one after the other in which J rose: it will not turn round
const CLOSE = 1e-7; // J changes less than this a step: arrived
const PACE = { first: 8, most: 400 }; // steps a second: each is seen at first, and yet the end comes soon
/** What the reader can choose at a press; in between, the slider. */
const RATES = { small: 0.005, good: 0.3, zigzag: 0.78, too: 0.85 };

const spread = ([from, to], n) => Array.from({ length: n }, (_, k) => from + ((to - from) * k) / (n - 1));

/** @param {import('../../core/core.js').Core} core */
export function twoParameters(core) {
  const state = {
    w: -1,
    b: 3,
    alpha: RATES.good,
    path: /** @type {{w: number, b: number}[]} */ ([]),
    steps: 0,
    rose: 0, // the last steps that J rose in, all with this α
    ended: "",
  };
  state.from = { w: state.w, b: state.b };
  const costAt = (w, b) => forward(core, { ...HOUSE_TABLE, n_x: 1, w: [w], b }).cost;

  const plotNode = el("div", { class: "gradient-map" });
  const plot = createPlot(plotNode, {
    name: () => t("gradient-descent.two-plot"),
    x: { min: W[0], max: W[1], label: "w" },
    y: { min: B[0], max: B[1], label: "b" },
    equal: true, // or the path would not leave its contours at a right angle
  });
  const [ws, bs] = [spread(W, 91), spread(B, 91)];
  const grid = costGrid(core, { ...HOUSE_TABLE, ws, bs });
  for (const level of LEVELS) plot.curve("contour").set(contour(grid, ws, bs, level));
  const path = plot.curve("class1");
  const dots = plot.dots("class1", 3);
  const ball = plot.handle({
    name: () => t("gradient-descent.start"),
    says: () =>
      t("gradient-descent.start-says", {
        w: fixed(state.w, 2),
        b: fixed(state.b, 2),
        j: fixed(costAt(state.w, state.b), 3),
      }),
    x: state.w,
    y: state.b,
    look: "class1",
    keep: "start",
    move: startAt,
  });
  plot.onTap(startAt);

  const alpha = slider({
    label: "gradient-descent.alpha",
    min: 0.001,
    max: 2,
    value: state.alpha,
    log: true,
    change: (v) => setAlpha(v),
  });
  const rates = choice({
    label: "gradient-descent.rates",
    options: Object.keys(RATES).map((key) => [key, `gradient-descent.rate.${key}`]),
    value: "good",
    change: (key) => {
      setAlpha(RATES[key]);
      startAt(state.from.w, state.from.b);
      run.play();
    },
  });
  const run = player({ step: go, reset: () => startAt(state.from.w, state.from.b), rate: PACE.first });
  const says = el("p", { class: "says muted", "aria-live": "polite" });
  const table = dataTable({
    label: "plot.table",
    columns: () => [t("gradient-descent.iteration"), "w", "b", "J"],
    rows: () => {
      const every = Math.max(1, Math.ceil(state.path.length / 50));
      return state.path
        .map((p, k) => [
          count(k + state.steps - state.path.length + 1),
          fixed(p.w, 4),
          fixed(p.b, 4),
          fixed(costAt(p.w, p.b), 5),
        ])
        .filter((_, k) => k % every === 0 || k === state.path.length - 1);
    },
  });

  function setAlpha(value) {
    state.alpha = value;
    state.ended = "";
    state.rose = 0;
    alpha.set(value);
    rates.set(Object.keys(RATES).find((key) => RATES[key] === value) ?? "");
    draw();
  }

  function startAt(w, b) {
    run.pause();
    Object.assign(state, { w, b, from: { w, b }, path: [{ w, b }], steps: 0, rose: 0, ended: "" });
    draw();
  }

  function go(iterations) {
    for (let k = 0; k < iterations && !state.ended; k++) {
      const before = costAt(state.w, state.b);
      const next = train(core, {
        ...HOUSE_TABLE,
        n_x: 1,
        w: [state.w],
        b: state.b,
        alpha: state.alpha,
        iterations: 1,
      });
      Object.assign(state, { w: next.w[0], b: next.b, steps: state.steps + 1 });
      state.rose = costAt(state.w, state.b) > before ? state.rose + 1 : 0;
      state.path = [...state.path, { w: state.w, b: state.b }].slice(-FOLLOWED);
      if (next.diverged !== null || Math.hypot(state.w, state.b) > 1e4) state.ended = "gone";
      else if (Math.abs(before - next.cost) < CLOSE) state.ended = "arrived";
    }
    run.rate = Math.min(PACE.most, Math.max(PACE.first, state.steps / 2));
    draw();
    return !state.ended;
  }

  function draw() {
    path.set(state.path.map((p) => [p.w, p.b]));
    dots.set(state.path.slice(0, -1).map((p) => ({ x: p.w, y: p.b })));
    const inside = (v, [low, high]) => Math.min(high, Math.max(low, v));
    ball.set(inside(state.w, W), inside(state.b, B));
    const key = state.ended || (state.steps === 0 ? "start" : "way");
    const text = t(`gradient-descent.two.${key}`, {
      n: count(state.steps),
      w: fixed(state.w, 3),
      b: fixed(state.b, 3),
      j: fixed(costAt(state.w, state.b), 4),
    });
    if (says.textContent !== text && (key !== "way" || !run.running)) says.textContent = text;
    table.update();
  }
  /** The α beyond which J rises for ever: 2 over the largest curvature, which is the same everywhere. */
  function border() {
    const slope = (/** @type {number} */ w, /** @type {number} */ b) => {
      const { dw, db } = backward(core, { ...HOUSE_TABLE, n_x: 1, w: [w], b });
      return [dw[0], db];
    };
    const [at, right, up] = [slope(0, 0), slope(1, 0), slope(0, 1)];
    const [ww, wb, bb] = [right[0] - at[0], right[1] - at[1], up[1] - at[1]];
    return 2 / ((ww + bb) / 2 + Math.hypot((ww - bb) / 2, wb));
  }

  tells(plotNode, () => {
    const { alpha, steps, ended, rose } = state;
    return { two: { alpha, steps, ended, rises: rose >= RISING, border } };
  });
  onLanguage(draw);
  startAt(state.w, state.b);
  const node = el(
    "div",
    { class: "half" },
    say({ t, onLanguage }, el("p", { class: "muted" }), "gradient-descent.which.two"),
    el("div", { class: "controls" }, run.node, alpha.node),
    rates.node,
    plotNode,
    says,
    table.node,
  );
  return { node, visible: run.visible };
}
