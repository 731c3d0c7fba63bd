/* Derivatives: a point on the curve of f, its nudge to a + ε, and height over width as numbers; then
   what float64 makes of ε as it shrinks from 1 to 1e-16. All values come from the core. */
import { derivative } from "../../core/derivative.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { choice, slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { createPlot } from "../../plot/plot.js";
import { el, say } from "../../ui/elements.js";
import { fixed, scientific } from "../../ui/format.js";
import { fillPart } from "../frame.js";
import { tells } from "../tasks/told.js";

export { tasks } from "./tasks.js";

const EXPONENTS = Array.from({ length: 17 }, (_, k) => -k); // ε = 1 … 1e-16
const MAX_EXPONENT = -8; // of the slider: what lies beyond is for the second plot

/** Each function: its name in the core, its range, and its own formulas as MathML. */
const FUNCTIONS = {
  "3a": { x: [-3, 3], y: [-10, 10], a: 1, f: "<mn>3</mn><mi>a</mi>", d: "<mn>3</mn>" },
  a2: { x: [-3, 3], y: [-1, 10], a: 1, f: power(2), d: "<mn>2</mn><mi>a</mi>" },
  a3: { x: [-2.5, 2.5], y: [-16, 16], a: 1, f: power(3), d: `<mn>3</mn>${power(2)}` },
  ln: {
    x: [0.05, 6],
    y: [-3, 2],
    a: 2,
    f: "<mi>log</mi><mspace width='0.17em'/><mi>a</mi>",
    d: "<mfrac><mn>1</mn><mi>a</mi></mfrac>",
  },
  sigma: {
    x: [-6, 6],
    y: [-0.2, 1.2],
    a: 1,
    f: "<mi>σ</mi><mo>(</mo><mi>a</mi><mo>)</mo>",
    d: "<mi>σ</mi><mo>(</mo><mi>a</mi><mo>)</mo><mo>(</mo><mn>1</mn><mo>−</mo><mi>σ</mi><mo>(</mo><mi>a</mi><mo>)</mo><mo>)</mo>",
  },
};

function power(n) {
  return `<msup><mi>a</mi><mn>${n}</mn></msup>`;
}

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const state = { name: "a2", a: 1, exponent: 0 };
  const at = (a, e) => derivative(core, state.name, a, e);

  const curvePlot = makeCurve(state, at, (a) => change({ a }));
  const errorPlot = makeErrors(at, state);
  const which = choice({
    label: "derivatives.function",
    options: Object.keys(FUNCTIONS).map((name) => [name, `derivatives.f.${name}`]),
    value: state.name,
    change: (name) => change({ name, a: FUNCTIONS[name].a }),
  });
  const nudge = slider({
    label: "derivatives.nudge",
    min: 10 ** MAX_EXPONENT,
    max: 1,
    value: 1,
    log: true,
    change: (e) => change({ exponent: Math.log10(e) }),
  });
  const numbers = el("div", { class: "derivative-numbers" });
  const sentence = el("p", { class: "muted", "aria-live": "polite" });
  const table = dataTable({
    label: "plot.table",
    columns: () => ["ε", t("derivatives.slope"), t("derivatives.error")],
    rows: () =>
      EXPONENTS.map((k) => {
        const { slope, error } = at(state.a, 10 ** k);
        return [`1e${k}`.replace("-", "−"), String(slope), scientific(Math.abs(error), 1)];
      }),
  });

  /** @type {ReturnType<typeof makeNumbers> | null} */
  let live = null;
  function change(part) {
    const other = part.name && part.name !== state.name;
    Object.assign(state, part);
    if (other) live = null;
    draw();
  }

  function draw() {
    const e = 10 ** state.exponent;
    const point = at(state.a, e);
    live ??= makeNumbers(numbers, FUNCTIONS[state.name]);
    live.set({
      a: fixed(state.a, 4),
      ae: fixed(state.a + e, e < 1e-3 ? 9 : 4),
      f: fixed(point.f, 4),
      fe: fixed(point.nudged, e < 1e-3 ? 9 : 4),
      width: e >= 0.001 ? fixed(e, 3) : scientific(e, 1),
      height:
        Math.abs(point.nudged - point.f) >= 0.001
          ? fixed(point.nudged - point.f, 4)
          : scientific(point.nudged - point.f, 3),
      slope: fixed(point.slope, 7),
      exact: fixed(point.exact, 7),
    });
    sentence.textContent = t("derivatives.says", {
      a: fixed(state.a, 4),
      slope: fixed(point.slope, 4),
      exact: fixed(point.exact, 4),
      off: scientific(Math.abs(point.error), 1),
    });
    curvePlot.draw();
    errorPlot.draw();
    table.update();
  }

  /** The exponent whose height over width is nearest to the derivative, here; the largest of several. */
  function bestNudge() {
    const off = (/** @type {number} */ k) => Math.abs(at(state.a, 10 ** k).error);
    return EXPONENTS.reduce((best, k) => (off(k) < off(best) ? k : best));
  }

  /** The largest derivative in view. */
  function steepest() {
    const [from, to] = FUNCTIONS[state.name].x;
    const places = Array.from({ length: 1001 }, (_, i) => from + ((to - from) * i) / 1000);
    return Math.max(...places.map((a) => at(a, 1).exact));
  }

  const controls = el("div", { class: "controls" }, which.node, nudge.node);
  fillPart(stage, "slope", controls, curvePlot.node, numbers, sentence);
  const title = say({ t, onLanguage }, el("h3"), "derivatives.errors-title");
  fillPart(stage, "error", title, errorPlot.node, table.node);
  tells(stage, () => ({ ...state, exact: at(state.a, 1).exact, best: bestNudge, steepest }));
  onLanguage(draw);
  draw();
  return {};
}

/** The curve with its two points, the triangle between them, and the tangent. */
function makeCurve(state, at, move) {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("derivatives.plot"),
    x: { min: -3, max: 3, label: "a" },
    y: { min: -1, max: 9, label: "f(a)" },
    ratio: 0.5,
  });
  const curve = plot.curve("");
  const tangent = plot.curve("thin dashed");
  const triangle = plot.curve("class1");
  const nudged = plot.dots("class1", 5);
  const handle = plot.handle({
    name: () => t("derivatives.point"),
    says: () => t("derivatives.point-says", { a: fixed(state.a, 4), f: fixed(at(state.a, 1).f, 4) }),
    x: state.a,
    y: 0,
    axis: "x",
    keep: "a",
    move,
  });
  let drawn = "";
  const draw = () => {
    const { x, y } = FUNCTIONS[state.name];
    if (drawn !== state.name) {
      drawn = state.name;
      plot.range({ x: { min: x[0], max: x[1] }, y: { min: y[0], max: y[1] } });
      curve.set(
        Array.from({ length: 161 }, (_, i) => x[0] + ((x[1] - x[0]) * i) / 160).map((a) => [a, at(a, 1).f]),
      );
    }
    const e = 10 ** state.exponent;
    const { f, nudged: fe, exact } = at(state.a, e);
    tangent.set([x[0], x[1]].map((a) => [a, f + exact * (a - state.a)]));
    triangle.set([[state.a, f], [state.a + e, f], [state.a + e, fe]]); // prettier-ignore
    nudged.set([{ x: state.a + e, y: fe }]);
    handle.set(state.a, f);
  };
  return { node, draw };
}

/** How far height over width is from the derivative, for every ε: first the curve bends, then digits run out. */
function makeErrors(at, state) {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("derivatives.errors-plot"),
    x: { min: -16, max: 0, label: () => t("derivatives.log-nudge"), ticks: 8 },
    y: { min: -17, max: 1, label: () => t("derivatives.log-error"), ticks: 6 },
    ratio: 0.32,
    minHeight: 180,
  });
  const line = plot.curve("");
  const now = plot.dots("class1", 6);
  const height = (k) => {
    const error = Math.abs(at(state.a, 10 ** k).error);
    return error > 0 ? Math.max(-17, Math.log10(error)) : -17;
  };
  const draw = () => {
    line.set(EXPONENTS.map((k) => [k, height(k)]));
    now.set([{ x: state.exponent, y: height(state.exponent) }]);
  };
  return { node, draw };
}

/** The formulas with the reader's own numbers. */
function makeNumbers(host, { f, d }) {
  const quotient =
    "<mfrac><mrow><mi>f</mi><mo>(</mo><mi>a</mi><mo>+</mo><mi>ε</mi><mo>)</mo><mo>−</mo><mi>f</mi><mo>(</mo><mi>a</mi><mo>)</mo></mrow><mi>ε</mi></mfrac>";
  // In two halves: side by side where there is room, one below the other on a phone.
  const height = formula(
    `${quotient}<mo>=</mo><mfrac><mrow><mn id="fe"/><mo>−</mo><mn id="f"/></mrow><mn id="width"/></mfrac>`,
  );
  const slope = formula(
    `<mo>=</mo><mfrac><mn id="height"/><mn id="width"/></mfrac><mo>=</mo><mn id="slope"/>`,
  );
  const exact = formula(
    `<mi>f</mi><mo>(</mo><mi>a</mi><mo>)</mo><mo>=</mo>${f}<mo>,</mo><mspace width="1em"/>` +
      `<mfrac><mrow><mi>d</mi><mi>f</mi></mrow><mrow><mi>d</mi><mi>a</mi></mrow></mfrac><mo>=</mo>${d}<mo>=</mo><mn id="exact"/>`,
  );
  host.replaceChildren(
    el("p", { class: "formula-row" }, height.node, slope.node),
    el("p", { class: "formula-row" }, exact.node),
  );
  return {
    set(values) {
      for (const part of [height, slope, exact]) part.set(values);
    },
  };
}
