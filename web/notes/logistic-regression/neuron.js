/* One neuron, twice: z = wx + b is a straight line over x; σ bends it into ŷ. Handles on both, sliders below. */
import { forward } from "../../core/unit.js";
import { t } from "../../i18n/i18n.js";
import { slider } from "../../plot/controls.js";
import { formula } from "../../plot/formula.js";
import { createPlot } from "../../plot/plot.js";
import { spoken } from "../../ui/spoken.js";
import { el } from "../../ui/elements.js";
import { fixed, percent } from "../../ui/format.js";
import { tells } from "../tasks/told.js";

// So that |z| <= 8 whatever is chosen: the right-hand plot never has to follow.
const MOST = { w: 2, b: 2, x: 3 };
const Z = 8;
const inside = (v, most) => Math.max(-most, Math.min(most, v));

/** @param {import('../../core/core.js').Core} core */
export function oneNeuron(core) {
  const state = { w: 1.4, b: -1, x: 2.2 };
  const neuron = (xs, w, b) =>
    forward(core, {
      x: xs,
      y: xs.map(() => 1),
      w: [w],
      b,
      m: xs.length,
      n_x: 1,
      activation: "sigmoid",
      loss: "cross-entropy",
    });
  const change = (part) => {
    Object.assign(state, part);
    draw();
  };

  const line = linePlot(state, change);
  const sigma = sigmaPlot(neuron, (z) => {
    if (Math.abs(state.w) > 0.01) change({ x: inside((z - state.b) / state.w, MOST.x) });
  });
  const sliders = ["w", "b", "x"].map((name) =>
    slider({
      label: name,
      min: -MOST[name],
      max: MOST[name],
      value: state[name],
      step: 0.05,
      change: (v) => change({ [name]: v }),
    }),
  );
  const numbers = formula(
    '<mi>z</mi><mo>=</mo><mi>w</mi><mi>x</mi><mo>+</mo><mi>b</mi><mo>=</mo><mn id="w"/><mo>·</mo><mn id="x"/><mo>+</mo><mn id="b"/><mo>=</mo><mn id="z"/>',
    { block: true },
  );
  const answer = formula(
    "<mover><mi>y</mi><mo>^</mo></mover><mo>=</mo><mi>σ</mi><mo>(</mo><mi>z</mi><mo>)</mo><mo>=</mo><mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow></mfrac><mo>=</mo>" +
      '<mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mn id="minus"/></msup></mrow></mfrac><mo>=</mo><mn id="a"/>',
    { block: true },
  );
  const voice = spoken();

  function draw() {
    const { w, b, x } = state;
    const { z: zs, a: as } = neuron([x], w, b);
    const [z, a] = [zs[0], as[0]];
    for (const [i, name] of ["w", "b", "x"].entries()) sliders[i].set(state[name]);
    line.draw(z, a);
    sigma.draw(z, a);
    const bracket = (v) => (v < 0 ? `(${fixed(v, 2)})` : fixed(v, 2));
    numbers.set({ w: fixed(w, 2), x: bracket(x), b: bracket(b), z: fixed(z, 3) });
    answer.set({ minus: fixed(-z, 3), a: fixed(a, 4) });
    voice.say(t("logistic-regression.says", { z: fixed(z, 2), a: fixed(a, 3), percent: percent(a) }));
  }

  tells(line.node, () => ({
    neuron: { ...state, a: neuron([state.x], state.w, state.b).a[0] },
  }));
  return {
    nodes: [
      el("div", { class: "logistic-pair" }, line.node, sigma.node),
      el("div", { class: "logistic-sliders" }, ...sliders.map(({ node }) => node)),
      el("div", { class: "logistic-numbers" }, numbers.node, answer.node),
      voice.node,
    ],
    draw,
  };
}

/** z against x: drag the line where it meets x = 0 (b) and x = 1 (b + w), and x itself on its axis. */
function linePlot(state, change) {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("logistic-regression.z-plot"),
    x: { min: -MOST.x, max: MOST.x, label: "x", ticks: 6 },
    y: { min: -Z, max: Z, label: "z = wx + b", ticks: 4 },
    ratio: 0.8,
    minHeight: 260,
  });
  const drop = plot.curve("thin dashed");
  const line = plot.curve("");
  const point = plot.dots("", 6);
  const names = { b: plot.note("small"), w: plot.note("small"), x: plot.note("small") };
  const one = (name, axis, says, move) =>
    plot.handle({ name: () => t(`logistic-regression.${name}-handle`), says, x: 0, y: 0, axis, move });
  const handles = {
    b: one(
      "b",
      "y",
      () => `b = ${fixed(state.b, 2)}`,
      (_, y) => change({ b: tidy(y, MOST.b) }),
    ),
    w: one(
      "w",
      "y",
      () => `w = ${fixed(state.w, 2)}`,
      (_, y) => change({ w: tidy(y - state.b, MOST.w) }),
    ),
    x: one(
      "x",
      "x",
      () => `x = ${fixed(state.x, 2)}`,
      (x) => change({ x: tidy(x, MOST.x) }),
    ),
  };
  return {
    node,
    draw(z, a) {
      const { w, b, x } = state;
      line.set([-MOST.x, MOST.x].map((v) => [v, w * v + b]));
      drop.set([[x, -Z], [x, z], [MOST.x, z]]); // prettier-ignore
      point.set([{ x, y: z, look: a >= 0.5 ? "class1" : "class0" }]);
      handles.b.set(0, b);
      handles.w.set(1, w + b);
      handles.x.set(x, -Z);
      names.b.set({ x: 0, y: b, text: "b", dx: -20, dy: -8 });
      names.w.set({ x: 1, y: w + b, text: "b + w", dx: 12, dy: 18 });
      names.x.set({ x, y: -Z, text: "x", dx: x > 2.6 ? -20 : 13, dy: -8 });
    },
  };
}

const tidy = (v, most) => Number(inside(v, most).toFixed(2));

/** σ(z) against z. */
function sigmaPlot(neuron, move) {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("logistic-regression.sigma-plot"),
    x: { min: -Z, max: Z, label: "z", ticks: 4 },
    y: { min: -0.1, max: 1.1, label: "ŷ = σ(z)", ticks: 6 },
    ratio: 0.8,
    minHeight: 260,
  });
  const zs = Array.from({ length: 121 }, (_, i) => -Z + (2 * Z * i) / 120);
  const half = plot.curve("thin dashed");
  half.set([[-Z, 0.5], [0, 0.5], [0, -0.1]]); // prettier-ignore
  const drop = plot.curve("thin dashed");
  const curve = plot.curve("");
  const { a: as } = neuron(zs, 1, 0);
  curve.set(zs.map((z, i) => [z, as[i]]));
  let says = "";
  const handle = plot.handle({
    name: () => t("logistic-regression.z-handle"),
    says: () => says,
    x: 0,
    y: 0.5,
    axis: "x",
    move,
  });
  return {
    node,
    draw(z, a) {
      says = `z = ${fixed(z, 2)}, ŷ = ${fixed(a, 3)}`;
      drop.set([[z, -0.1], [z, a], [-Z, a]]); // prettier-ignore
      handle.node.classList.toggle("class1", a >= 0.5);
      handle.node.classList.toggle("class0", a < 0.5);
      handle.set(z, a);
    },
  };
}
