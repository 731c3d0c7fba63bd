/* J as the mean of the losses: points the reader places, the curve of ŷ over them, and under each point its L. */
import { forward } from "../../core/unit.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { classPoints, stacking } from "../../plot/classpoints.js";
import { slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { createPlot } from "../../plot/plot.js";
import { spoken } from "../../ui/spoken.js";
import { el, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { tells } from "../tasks/told.js";

export const X = 6;
const XS = Array.from({ length: 121 }, (_, i) => -X + i / 10);
const HEIGHTS = [1, 2, 3, 5, 8, 12, 20, 30, 50];

/** z, ŷ, L and J of the points. @param {import('../../core/core.js').Core} core */
export function evaluate(core, { points, w, b }) {
  return forward(core, {
    x: points.map((p) => p.x),
    y: points.map((p) => p.y),
    w: [w],
    b,
    m: points.length,
    n_x: 1,
    activation: "sigmoid",
    loss: "cross-entropy",
  });
}

/**
 * @param {import('../../core/core.js').Core} core
 * @param {{points: {x: number, y: number}[], w: number, b: number}} state of the figure
 * @param {(part: any) => void} change
 */
export function meanOfLosses(core, state, change) {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("loss-and-cost.points-plot"),
    x: { min: -X, max: X, label: "x" },
    y: { min: -0.35, max: 1.35, label: "ŷ = σ(wx + b)", ticks: 3 },
    ratio: 0.26,
    minHeight: 200,
  });
  const curve = plot.curve("");
  const gaps = plot.curve("thin");
  const editor = classPoints(plot, { points: state.points, change: (points) => change({ points }) });
  const bars = lossBars();
  const sliders = ["w", "b"].map((name) =>
    slider({
      label: name,
      min: -6,
      max: 6,
      value: state[name],
      step: 0.05,
      change: (v) => change({ [name]: v }),
    }),
  );
  const numbers = formula(
    '<mi>J</mi><mo>=</mo><mfrac><mn>1</mn><mi>m</mi></mfrac><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>m</mi></munderover><msup><mi>L</mi><mrow><mo>(</mo><mi>i</mi><mo>)</mo></mrow></msup><mo>=</mo><mfrac><mn id="sum"/><mn id="m"/></mfrac><mo>=</mo><mn id="J"/>',
  );
  const terms = say(
    { t, onLanguage },
    el("ol", { class: "loss-terms" }),
    "loss-and-cost.terms",
    "aria-label",
  );
  const nothing = el("p", { class: "muted", hidden: true });
  const voice = spoken();
  const table = dataTable({
    label: "plot.table",
    columns: () => ["i", "x", "y", "z", "ŷ", "L"],
    rows: () => {
      if (state.points.length === 0) return [];
      const { z, a, losses } = evaluate(core, state);
      return state.points.map(({ x, y }, i) => [
        String(i + 1),
        fixed(x, 1),
        String(y),
        fixed(z[i], 3),
        fixed(a[i], 4),
        fixed(losses[i], 4),
      ]);
    },
  });

  function draw() {
    const { points, w, b } = state;
    editor.set(points);
    sliders[0].set(w);
    sliders[1].set(b);
    const all = evaluate(core, { points: XS.map((x) => ({ x, y: 0 })), w, b }).a;
    curve.set(XS.map((x, i) => [x, all[i]]));
    nothing.hidden = points.length > 0;
    numbers.node.classList.toggle("none", points.length === 0);
    if (points.length === 0) {
      nothing.textContent = t("loss-and-cost.no-points");
      voice.say(nothing.textContent);
      gaps.set([]);
      bars.set([], [], NaN);
      terms.replaceChildren();
      return;
    }
    const { a, losses, cost } = evaluate(core, state);
    gaps.set(points.flatMap(({ x, y }, i) => [[x, y], [x, a[i]], [NaN, NaN]])); // prettier-ignore
    bars.set(points, losses, cost);
    const m = points.length;
    numbers.set({ sum: fixed(cost * m, 3), m: String(m), J: fixed(cost, 4) });
    terms.replaceChildren(
      ...points.map(({ y }, i) => el("li", { class: y ? "class1" : "class0" }, fixed(losses[i], 3))),
    );
    voice.say(t("loss-and-cost.mean-says", { m, cost: fixed(cost, 3) }));
    table.update();
  }

  tells(node, () => ({ ...state, cost: state.points.length ? evaluate(core, state).cost : NaN }));
  return {
    nodes: [
      el("div", { class: "loss-stack" }, node, bars.node),
      editor.node,
      el("div", { class: "loss-sliders" }, ...sliders.map((s) => s.node)),
      el("div", { class: "loss-numbers", "data-words": "mean" }, numbers.node, terms, nothing),
      voice.node,
      table.node,
    ],
    draw,
  };
}

/** L of every point under it, and J as the height of their mean. */
function lossBars() {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("loss-and-cost.bars-plot"),
    x: { min: -X, max: X, label: "x" },
    y: { min: 0, max: 2, label: "L", ticks: 3 },
    ratio: 0.24,
    minHeight: 180,
  });
  const stems = [plot.curve("stem class0"), plot.curve("stem class1")];
  const mean = plot.curve("dashed");
  const note = plot.note("strong");
  return {
    node,
    set(points, losses, cost) {
      const levels = stacking(points, 0.012 * 2 * X);
      const tall = Math.max(0.01, ...losses) * 1.15;
      const max = HEIGHTS.find((h) => h >= tall) ?? tall;
      if (max !== plot.y.max) plot.range({ y: { max } });
      for (const k of [0, 1])
        stems[k].set(
          points.flatMap(({ x, y }, i) => {
            const at = x + 0.16 * levels[i];
            return y === k ? [[at, 0], [at, losses[i]], [NaN, NaN]] : []; // prettier-ignore
          }),
        );
      mean.set(points.length ? [[-X, cost], [X, cost]] : []); // prettier-ignore
      note.set(
        points.length ? { x: X, y: cost, text: `J = ${fixed(cost, 3)}`, anchor: "end", dy: -7 } : null,
      );
    },
  };
}
