/* Figure 8, the computation graph: values forward and derivatives backward, one click at a time, with the chain
   rule beside each; then the update. The core's graph computes; this file says how far the reader has come. */
import { Graph } from "../core/graph.js";
import { onLanguage, t } from "../i18n/index.js";
import { choice, press, slider } from "../kit/controls.js";
import { dataTable } from "../kit/datatable.js";
import { player } from "../kit/player.js";
import { el } from "../page/el.js";
import { scientific } from "../page/format.js";
import { drawGraph, lettered } from "./computation-graph-drawing.js";
import { makeLines, placesOf, short } from "./computation-graph-lines.js";
import { SCENES } from "./computation-graph-scenes.js";
import words from "./words/computation-graph.js";

export { words };

const NUDGE = 1e-5;

/** One scene's graph in the core, and its numbers. @param {import('../core.js').Core} core @param {any} scene */
function makeNumbers(core, scene) {
  const graph = new Graph(core);
  const ids = scene.build(graph, scene.inputs);
  /** @type {Record<string, number>} */
  const grads = {};
  /** @param {Record<string, number>} inputs */
  const put = (inputs) => {
    for (const [name, value] of Object.entries(inputs)) graph.set(ids[name], value);
    graph.forward();
  };
  return {
    free: () => graph.free(),
    v: (/** @type {string} */ name) => graph.value(ids[name]),
    d: (/** @type {string} */ name) => grads[name],
    nudged: (/** @type {string} */ name) => graph.nudge(ids[scene.targetOf(name)], ids[name], NUDGE),
    /** @param {Record<string, number>} inputs */
    compute(inputs) {
      put(inputs);
      const names = Object.keys(scene.nodes);
      for (const target of new Set(names.map(scene.targetOf))) {
        graph.backward(ids[target]);
        for (const name of names) if (scene.targetOf(name) === target) grads[name] = graph.grad(ids[name]);
      }
    },
    /** The target if the inputs were others. @param {Record<string, number>} inputs @param {Record<string, number>} others */
    targetWith(inputs, others) {
      put(others);
      const value = graph.value(ids[scene.target]);
      put(inputs);
      return value;
    },
  };
}

/** The steps: the lines that appear at each. @param {any[]} lines @returns {any[][]} */
function stepsOf(lines) {
  const steps = [];
  for (const line of lines) {
    if (line.together) steps[steps.length - 1].push(line);
    else steps.push([line]);
  }
  return steps;
}

/** @param {HTMLElement} stage @param {{core: import('../core.js').Core}} means */
export function mount(stage, { core }) {
  /** @type {any} */
  let shown = null; // the scene on stage: {numbers, drawing, listing, steps}
  const state = { scene: "product", inputs: {}, step: 0, past: [], alpha: 0.5, checked: false };
  const scene = () => /** @type {any} */ (SCENES)[state.scene];
  const update = () =>
    Object.fromEntries(
      scene().learned.map((/** @type {string} */ name) => [
        name,
        state.inputs[name] - state.alpha * shown.numbers.d(name),
      ]),
    );

  const host = el("div", { class: "graph-host" });
  const listing = el("div");
  const now = el("div", { class: "graph-now", "aria-hidden": "true" }); // the same line as in the list, where the eye is
  const sentence = el("p", { class: "graph-says", "aria-live": "polite" });
  const verdict = el("p", { class: "graph-verdict", role: "status" });
  const which = choice({
    label: "computation-graph.which",
    options: [
      ["product", "J = 3(a + bc)"],
      ["logistic", "computation-graph.logistic"],
    ],
    value: state.scene,
    change: (name) => {
      transport.pause();
      open(name);
    },
  });
  const transport = player({ step: () => forward(), reset: () => open(state.scene), rate: 0.7 });
  const back = press("computation-graph.back", () => {
    transport.pause();
    backward();
  });
  transport.node.children[0].after(back);
  const alpha = slider({
    label: "α",
    min: 0.01,
    max: 10,
    value: state.alpha,
    log: true,
    change: (value) => {
      state.alpha = value;
      draw();
    },
  });
  const check = press("computation-graph.check", () => {
    state.checked = true;
    table.node.open = true;
    draw();
  });
  const table = dataTable({
    label: "computation-graph.table",
    columns: () =>
      ["node", "value", "derivative", "nudged", "difference"].map((key) => t(`computation-graph.${key}`)),
    rows: () => Object.keys(scene().nodes).map(rowOf),
  });

  /** @param {string} name */
  function rowOf(name) {
    const { v, d } = shown.numbers;
    if (name === "y") return [name, short(v(name)), "–", "–", "–"]; // the answer is given: nothing moves it
    const nudged = state.checked ? shown.numbers.nudged(name) : NaN;
    const off = Math.abs(nudged - d(name));
    return [lettered(name), short(v(name)), short(d(name))].concat(
      state.checked ? [short(nudged), scientific(off, 1)] : ["–", "–"],
    );
  }

  /** @param {string} name */
  function open(name) {
    shown?.numbers.free();
    Object.assign(state, { scene: name, step: 0, past: [], checked: false });
    state.inputs = { ...scene().inputs };
    const drawing = drawGraph(scene(), edit);
    const [lines, current] = [makeLines(scene().lines), makeLines(scene().lines, scene().start)];
    shown = {
      numbers: makeNumbers(core, scene()),
      drawing,
      lines: [lines, current],
      steps: stepsOf(scene().lines),
    };
    host.replaceChildren(drawing.node);
    listing.replaceChildren(lines.node);
    now.replaceChildren(current.node);
    alpha.node.hidden = scene().learned.length === 0;
    draw();
  }

  /** @param {string} name @param {number} value */
  function edit(name, value) {
    Object.assign(state, { past: [], checked: false });
    state.inputs[name] = value;
    draw();
  }

  /** One step on; after the update, the new weights take the places of the old. Whether there is a next one. */
  function forward() {
    const last = shown.steps.length;
    if (state.step < last) state.step += 1;
    else if (scene().learned.length) {
      state.past.push({ ...state.inputs });
      Object.assign(state.inputs, update());
      state.step = 0;
      state.checked = false;
    } else state.step = 0;
    draw();
    return state.step < last || scene().learned.length > 0;
  }

  function backward() {
    if (state.step > 0) state.step -= 1;
    else if (state.past.length) {
      state.inputs = state.past.pop();
      state.step = shown.steps.length;
      state.checked = false;
    }
    draw();
  }

  function draw() {
    const { numbers, drawing, lines, steps } = shown;
    numbers.compute(state.inputs);
    const done = steps.slice(0, state.step).flat();
    const made = steps[state.step - 1]?.[0] ?? {};
    const next = update();
    const after = numbers.targetWith(state.inputs, { ...state.inputs, ...next });
    const known = (/** @type {string} */ phase, /** @type {string} */ name) =>
      done.some((/** @type {any} */ line) => line.phase === phase && line.node === name);
    const cards = Object.keys(scene().nodes).map((name) => [
      name,
      {
        value: known("forward", name) ? short(numbers.v(name)) : "",
        derivative: known("backward", name) ? short(numbers.d(name)) : "",
        sign: Math.sign(numbers.d(name)),
      },
    ]);
    drawing.set(state.inputs);
    drawing.show(Object.fromEntries(cards), steps[state.step - 1] ?? []);
    const places = placesOf(numbers, scene(), { ...next, L: after }, state.alpha);
    for (const list of lines) list.show(places, state.step, steps);
    back.disabled = state.step === 0 && state.past.length === 0;
    const said = sayStep(made, after);
    if (sentence.textContent !== said) sentence.textContent = said;
    verdict.textContent = state.checked ? sayCheck() : "";
    table.update();
  }

  /** @param {any} made @param {number} after */
  function sayStep(made, after) {
    const { v, d } = shown.numbers;
    const name = lettered(made.node ?? "");
    if (!made.phase)
      return state.past.length
        ? t("computation-graph.says.again", { n: state.past.length + 1 })
        : t(`computation-graph.says.start`);
    if (made.phase === "forward")
      return t("computation-graph.says.forward", { name, value: short(v(made.node)) });
    if (made.phase === "update")
      return t("computation-graph.says.update", {
        alpha: short(state.alpha),
        before: short(v("L")),
        after: short(after),
      });
    if (!Number.isFinite(d(made.node))) return t("computation-graph.says.saturated", { a: short(v("a")) });
    return t("computation-graph.says.backward", { name, value: short(d(made.node)), target: scene().target });
  }

  function sayCheck() {
    const names = Object.keys(scene().nodes).filter((name) => name !== "y");
    const offs = names.map((name) => Math.abs(shown.numbers.nudged(name) - shown.numbers.d(name)));
    const worst = offs.reduce((best, off, i) => (off > offs[best] || Number.isNaN(off) ? i : best), 0);
    return t("computation-graph.checked", {
      n: names.length,
      off: scientific(offs[worst], 1),
      name: `d${lettered(names[worst])}`,
    });
  }

  stage.append(
    el("div", { class: "controls" }, which.node),
    el("div", { class: "controls" }, transport.node, alpha.node),
    sentence,
    now,
    host,
    listing,
    el("div", { class: "controls" }, check, verdict),
    table.node,
  );
  open(state.scene);
  onLanguage(draw);
  return { visible: transport.visible };
}
