/* One neuron: the price of a house is ReLU(w·size + b). Points can be dragged, added and brought as CSV;
   w and b are moved by hand or found by gradient descent in the core, a few steps a frame. */
import { forward, train } from "../../core/unit.js";
import { joined, onLanguage, t } from "../../i18n/i18n.js";
import { choice, press, slider } from "../../plot/controls.js";
import { csvInput } from "../../plot/csv-input.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { player } from "../../plot/player.js";
import { createPlot } from "../../plot/plot.js";
import { MOST_DRAWN } from "../../plot/sample.js";
import { el } from "../../ui/elements.js";
import { count, fixed, signBefore } from "../../ui/format.js";
import { fillPart } from "../frame.js";
import { HOUSES, fitAxes, startOf, unitsOf } from "../shared/houses.js";
import { tells } from "../tasks/told.js";
import { DRAGGABLE, neuronPlot } from "./plot.js";

export { tasks } from "./tasks.js";

const MAX_ITERATIONS = 20000;
/** From where descent finds the least J of houses that are like the ten, and in how many steps. */
const LEARNED = { w: [3], b: -1, iterations: 3000 };

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const state = {
    points: HOUSES.map((p) => ({ ...p })),
    header: null,
    brought: false,
    units: [1, 1],
    activation: "relu",
    alpha: 0.1,
  };
  Object.assign(state, startOf("relu"), { iteration: 0, costs: [], chosen: 4 });

  /** The table as the core wants it. */
  const table = () => ({
    x: Float64Array.from(state.points, (p) => p.x),
    y: Float64Array.from(state.points, (p) => p.y),
    m: state.points.length,
    n_x: 1,
    activation: state.activation,
    loss: /** @type {const} */ ("squared"),
  });
  const isDead = (z) => state.activation === "relu" && z.every((v) => v <= 0);
  const answer = () => forward(core, { ...table(), w: [state.w], b: state.b });

  const plot = neuronPlot(state, {
    move: (i, x, y) => edit(() => Object.assign(state.points[i], { x, y }), i),
    choose(i) {
      state.chosen = i;
      draw();
    },
    add: (x, y) => edit(() => state.points.push({ x, y }), state.points.length),
    remove: (i) => state.points.length > 1 && edit(() => state.points.splice(i, 1), 0),
  });
  const costPlot = createPlot(el("div"), {
    name: () => t("neuron.cost-plot"),
    x: { min: 0, max: 100, label: () => t("neuron.iteration") },
    y: { min: 0, max: 1, label: "J" },
    ratio: 0.2,
    minHeight: 150,
  });
  const costLine = costPlot.curve("");

  const sliders = {
    w: slider({ label: "neuron.w", min: -5, max: 5, value: state.w, change: (w) => byHand({ w }), valid: Number.isFinite }),
    b: slider({ label: "neuron.b", min: -5, max: 5, value: state.b, change: (b) => byHand({ b }), valid: Number.isFinite }),
    alpha: slider({ label: "neuron.alpha", min: 0.001, max: 1, value: state.alpha, log: true, change: (alpha) => Object.assign(state, { alpha }), valid: (v) => v > 0 }),
  }; // prettier-ignore
  const which = choice({
    label: "neuron.activation",
    options: [["relu", "neuron.relu"], ["linear", "neuron.linear"]],
    value: state.activation,
    change: (activation) => restart({ activation }),
  }); // prettier-ignore
  const run = player({ step, reset: () => restart({}), rate: 60 });
  const hundred = press("neuron.hundred", () => run.many(100));
  const csv = csvInput({ host: stage, columns: 2, take });
  const original = press("neuron.houses", () => {
    csv.clear();
    restart({ points: HOUSES.map((p) => ({ ...p })), header: null, brought: false, units: [1, 1], alpha: 0.1 });
    sliders.alpha.set(state.alpha);
  }, "link"); // prettier-ignore
  const numbers = makeNumbers();
  const sentence = el("p", { class: "says muted", "aria-live": "polite" });
  const rows = dataTable({
    label: "plot.table",
    columns: () => [...axisNames(), "ŷ", "L"],
    rows: () => {
      const { a, losses } = answer();
      return state.points.slice(0, 200).map((p, i) => [p.x, p.y, a[i], losses[i]].map((v) => fixed(v, 3)));
    },
  });

  function step(iterations) {
    if (state.iteration >= MAX_ITERATIONS) return false;
    state.taught = true; // w and b are no longer the reader's alone
    const result = train(core, { ...table(), w: [state.w], b: state.b, alpha: state.alpha, iterations });
    for (const cost of result.costs) state.costs.push(cost);
    Object.assign(state, { w: result.w[0], b: result.b, iteration: state.iteration + result.done });
    if (result.diverged !== null) {
      state.trouble = { alpha: state.alpha };
      run.pause();
    }
    draw();
    return result.diverged === null;
  }

  /** The data changes: w and b stay, the costs so far belong to other data. */
  function edit(change, chosen) {
    change();
    Object.assign(state, {
      chosen: Math.min(chosen, state.points.length - 1),
      costs: [],
      iteration: 0,
      trouble: null,
    });
    draw();
  }

  function byHand(part) {
    run.pause();
    Object.assign(state, part, { costs: [], iteration: 0, trouble: null });
    draw();
  }

  function restart(part) {
    run.pause();
    Object.assign(state, part, { costs: [], iteration: 0, chosen: 0, trouble: null, taught: false });
    Object.assign(state, startOf(state.activation));
    plot.fit(fitAxes(state.points));
    draw();
  }

  function take({ rows: found, header }) {
    const units = unitsOf(found);
    const points = found.map(([x, y]) => ({ x: x / units[0], y: y / units[1] }));
    restart({ points, header, brought: true, units, alpha: fitAxes(points).alpha });
    sliders.alpha.set(state.alpha);
  }

  const axisNames = () => {
    const names = state.header ?? (state.brought ? ["x", "y"] : [t("neuron.size"), t("neuron.price")]);
    return names.map((name, k) => (state.units[k] > 1 ? `${name} / ${count(state.units[k])}` : name));
  };

  function draw() {
    const { a, z, losses, cost } = answer();
    const dead = isDead(z);
    plot.draw({ a, names: axisNames() });
    const costs = state.costs.length > 0 ? [...state.costs, cost] : [cost];
    costPlot.range({
      x: { min: 0, max: Math.max(100, costs.length - 1) },
      y: { min: 0, max: Math.max(1e-6, costs[0], cost) * 1.05 },
    });
    const every = Math.max(1, Math.ceil(costs.length / 400));
    costLine.set(costs.map((c, k) => [k, c]).filter(([k]) => k % every === 0 || k === costs.length - 1));
    sliders.w.set(state.w);
    sliders.b.set(state.b);
    const i = state.chosen;
    const { x, y } = state.points[i];
    numbers.set(
      { w: state.w, b: state.b, x, y, z: z[i], a: a[i], loss: losses[i], cost, m: state.points.length },
      state.activation,
    );
    const m = state.points.length;
    const key = state.trouble ? "diverged" : dead ? "dead" : m > DRAGGABLE ? "many" : "now";
    const said = t(`neuron.says.${key}`, {
      n: count(state.iteration),
      j: fixed(cost, 4),
      alpha: state.alpha,
      m: count(m),
    });
    const drawn = m > MOST_DRAWN ? t("plot.drawn", { n: count(MOST_DRAWN), m: count(m) }) : "";
    const text = joined([said, drawn]);
    if (sentence.textContent !== text && (!run.running || state.trouble || dead)) sentence.textContent = text;
    rows.update();
  }

  fillPart(
    stage,
    "line",
    el("div", { class: "controls" }, run.node, hundred, which.node, sliders.alpha.node),
    plot.node,
    el("div", { class: "controls" }, sliders.w.node, sliders.b.node),
    numbers.node,
    sentence,
  );
  const bring = el("div", { class: "controls" }, csv.node, original);
  fillPart(stage, "cost", costPlot.host, bring, rows.node);
  tells(stage, () => {
    const { z, cost } = answer();
    return {
      ...state,
      cost,
      asMade: JSON.stringify(state.points) === JSON.stringify(HOUSES),
      dead: isDead(z),
      says: (x) => forward(core, { ...table(), x: [x], y: [0], m: 1, w: [state.w], b: state.b }).a[0],
      least: () => train(core, { ...table(), ...LEARNED, alpha: fitAxes(state.points).alpha }).cost,
    };
  });
  onLanguage(() => {
    sentence.textContent = "";
    draw();
  });
  plot.fit(fitAxes(state.points));
  draw();
  return { visible: run.visible };
}

/** The formula with the numbers of the chosen house, and J. */
function makeNumbers() {
  const hat = "<mover><mi>y</mi><mo>^</mo></mover>";
  const line = '<mn id="w"/><mo>·</mo><mn id="x"/><mo id="sign"/><mn id="b"/>';
  const bent = (/** @type {string} */ z) => `<mi>ReLU</mi><mo>(</mo>${z}<mo>)</mo>`;
  const answer = '<mo>=</mo><mn id="a"/>';
  // In two parts each, so that they fold on a phone.
  const model = {
    relu: [formula(`${hat}<mo>=</mo>${bent(line)}`), formula(`<mo>=</mo>${bent('<mn id="z"/>')}${answer}`)],
    linear: [formula(`${hat}<mo>=</mo>${line}`), formula(answer)],
  };
  const loss = formula(
    '<mi>L</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><msup><mrow><mo>(</mo><mn id="a"/><mo>−</mo><mn id="y"/><mo>)</mo></mrow><mn>2</mn></msup><mo>=</mo><mn id="loss"/>',
  );
  const cost = formula(
    '<mi>J</mi><mo>=</mo><mfrac><mn>1</mn><mrow><mn>2</mn><mo>·</mo><mn id="m"/></mrow></mfrac><mo>∑</mo><msup><mrow><mo>(</mo><mover><mi>y</mi><mo>^</mo></mover><mo>−</mo><mi>y</mi><mo>)</mo></mrow><mn>2</mn></msup><mo>=</mo><mn id="cost"/>',
  );
  const first = el("p", { class: "formula-row" });
  const node = el(
    "div",
    { class: "formulas" },
    first,
    el("p", { class: "formula-row spaced" }, loss.node, cost.node),
  );
  return {
    node,
    set({ m, b, ...values }, activation) {
      const texts = Object.fromEntries(
        Object.entries(values).map(([name, v]) => [name, fixed(v, name === "cost" ? 4 : 2)]),
      );
      Object.assign(texts, { m: count(m), b: fixed(Math.abs(b), 2), sign: signBefore(b, 2) });
      const parts = model[activation];
      if (first.firstChild !== parts[0].node) first.replaceChildren(...parts.map((part) => part.node));
      for (const part of [...parts, loss, cost]) part.set(texts);
    },
  };
}
