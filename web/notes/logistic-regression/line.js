/* A straight line and σ on the same points of two classes, both fitted by the core. The line leaves 0 … 1, and a
   point far out on its own side, which is no mistake at all, pulls it off the others. */
import { forward, standardise, train } from "../../core/unit.js";
import { joined, t } from "../../i18n/i18n.js";
import { classPoints } from "../../plot/classpoints.js";
import { choice, press } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { createPlot } from "../../plot/plot.js";
import { spoken } from "../../ui/spoken.js";
import { el } from "../../ui/elements.js";
import { fixed, signBefore } from "../../ui/format.js";
import { tells } from "../tasks/told.js";

const RANGE = [0, 14];
/** One no stands among the yeses: σ then has a best w, and is there after the iterations below. */
const LOW = [0.8, 1.5, 2.4, 5];
const HIGH = [4, 4.5, 5.3, 6.2];
export const FAR = [12.4, 13.2];
export const FIRST = [...LOW.map((x) => ({ x, y: 0 })), ...HIGH.map((x) => ({ x, y: 1 }))];

const MODELS = {
  line: { activation: "linear", loss: "squared", alpha: 0.5, iterations: 100 },
  sigma: { activation: "sigmoid", loss: "cross-entropy", alpha: 2, iterations: 2000 },
};
const XS = Array.from({ length: 141 }, (_, i) => RANGE[0] + ((RANGE[1] - RANGE[0]) * i) / 140);

/**
 * Fits one model to the points, on x with mean 0 and deviation 1 so that one α suits all, and says what it answers.
 * w and b are those of the x that was given.
 * @param {import('../../core/core.js').Core} core @param {{x: number, y: number}[]} points @param {'line' | 'sigma'} name
 */
export function fit(core, points, name) {
  const m = points.length;
  const { activation, loss, alpha, iterations } = MODELS[name];
  const scaled = standardise(
    core,
    points.map(({ x }) => x),
    m,
    1,
  );
  const [mu, sigma] = [scaled.mu[0], scaled.sigma[0]];
  const y = points.map((p) => p.y);
  const found = train(core, {
    x: scaled.x,
    y,
    w: [0],
    b: 0,
    m,
    n_x: 1,
    activation,
    loss,
    alpha,
    iterations,
  });
  const answers = (xs) =>
    forward(core, {
      x: xs.map((x) => (x - mu) / sigma),
      y: xs.map(() => 0),
      w: found.w,
      b: found.b,
      m: xs.length,
      n_x: 1,
      activation,
      loss,
    }).a;
  const a = answers(points.map(({ x }) => x));
  const right = points.filter((p, i) => a[i] >= 0.5 === (p.y === 1)).length;
  return { w: found.w[0] / sigma, b: found.b - (found.w[0] * mu) / sigma, a, right, answers };
}

/** @param {import('../../core/core.js').Core} core @param {(points: {x: number, y: number}[]) => void} share */
export function lineAndSigma(core, share) {
  let points = FIRST;
  let shown = "both";
  /** @type {any} */
  let fits = {};
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("logistic-regression.line-plot"),
    x: { min: RANGE[0], max: RANGE[1], label: "x" },
    y: { min: -0.5, max: 1.8, label: "ŷ", ticks: 5 },
    ratio: 0.5,
    minHeight: 300,
  });
  const marks = marksOf(plot);
  const editor = classPoints(plot, { points, change: take });
  const show = choice({
    label: "logistic-regression.show",
    options: ["line", "sigma", "both"].map((name) => [name, `logistic-regression.show.${name}`]),
    value: shown,
    change(name) {
      shown = name;
      draw();
    },
  });
  const far = press("logistic-regression.far", () => {
    const without = points.filter(({ x }) => !FAR.includes(x));
    put(without.length < points.length ? without : [...points, ...FAR.map((x) => ({ x, y: 1 }))]);
  });
  const again = press("logistic-regression.first", () => put(FIRST));
  const numbers = {
    line: formula(
      '<mover><mi>y</mi><mo>^</mo></mover><mo>=</mo><mn id="w"/><mi>x</mi><mo id="sign"/><mn id="b"/>',
    ),
    sigma: formula(
      '<mover><mi>y</mi><mo>^</mo></mover><mo>=</mo><mi>σ</mi><mo>(</mo><mn id="w"/><mi>x</mi><mo id="sign"/><mn id="b"/><mo>)</mo>',
    ),
  };
  const verdict = { line: el("p"), sigma: el("p") };
  const voice = spoken();
  const table = dataTable({
    label: "plot.table",
    columns: () => ["x", "y", t("logistic-regression.of-line"), t("logistic-regression.of-sigma")],
    rows: () =>
      points.map(({ x, y }, i) => [
        fixed(x, 1),
        String(y),
        fixed(fits.line.a[i], 3),
        fixed(fits.sigma.a[i], 3),
      ]),
  });

  function put(list) {
    editor.set(list);
    take(list);
  }
  function take(list) {
    points = list;
    share(points);
    draw();
  }

  function draw() {
    const any = points.length > 0;
    fits = any ? { line: fit(core, points, "line"), sigma: fit(core, points, "sigma") } : {};
    for (const name of ["line", "sigma"]) {
      const f = fits[name];
      verdict[name].hidden = !any || (shown !== name && shown !== "both");
      marks.set(name, !verdict[name].hidden && f ? f.answers(XS) : []);
      if (!f) continue;
      const b = Math.abs(f.b);
      numbers[name].set({ w: fixed(f.w, 3), b: fixed(b, 3), sign: signBefore(f.b, 3) });
      verdict[name].replaceChildren(
        numbers[name].node,
        el("span", {}, sentenceOf(name, f, points, f.answers([...RANGE]))),
      );
    }
    far.setAttribute("aria-pressed", String(points.some(({ x }) => FAR.includes(x))));
    if (any) voice.say(`${verdict.line.textContent} ${verdict.sigma.textContent}`);
    table.update();
  }

  tells(node, () => ({ points, right: { line: fits.line?.right, sigma: fits.sigma?.right } }));
  return {
    nodes: [
      el("div", { class: "controls" }, show.node, far, again),
      node,
      el("div", { class: "logistic-verdicts", "data-words": "line" }, verdict.line, verdict.sigma),
      editor.node,
      voice.node,
      table.node,
    ],
    draw,
  };
}

/** Whether some x lies between the classes, so that no w is the best. @param {{x: number, y: number}[]} points */
export function separable(points) {
  const ends = [0, 1].map((y) => {
    const xs = points.filter((p) => p.y === y).map((p) => p.x);
    return { from: Math.min(...xs), to: Math.max(...xs) };
  });
  return points.length > 0 && (ends[0].to < ends[1].from || ends[1].to < ends[0].from);
}

/** What one of the curves says. */
function sentenceOf(name, { right }, points, ends) {
  const count = t("logistic-regression.right", { right, m: points.length });
  const rest =
    name === "sigma"
      ? [
          t("logistic-regression.sigma-stays"),
          separable(points) ? t("logistic-regression.separable", { n: MODELS.sigma.iterations }) : "",
        ]
      : RANGE.map((x, k) => ({ x, a: ends[k] }))
          .filter(({ a }) => a < 0 || a > 1)
          .map(({ x, a }) => t("logistic-regression.at", { x, a: fixed(a, 2) }));
  return joined([count, ...rest]);
}

/** The bands beyond 0 and 1, and the two curves; what is impossible as a probability is drawn as such. */
function marksOf(plot) {
  for (const [from, to] of [
    [1, 1.8],
    [-0.5, 0],
  ])
    // prettier-ignore
    plot.curve("impossible").set([
      [RANGE[0], from],
      [RANGE[1], from],
      [RANGE[1], to],
      [RANGE[0], to],
    ]);
  const curves = { line: plot.curve("thin"), sigma: plot.curve("") };
  const outside = plot.curve("wrong");
  const cut = plot.curve("thin dashed");
  cut.set(RANGE.map((x) => [x, 0.5]));
  return {
    set(name, a) {
      curves[name].set(Array.from(a, (v, i) => [XS[i], v]));
      if (name === "line") outside.set(Array.from(a, (v, i) => [XS[i], v < 0 || v > 1 ? v : NaN]));
    },
  };
}
