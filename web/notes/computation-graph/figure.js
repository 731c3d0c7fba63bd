/* The computation graph: values forward and derivatives backward, one click at a time, with the chain
   rule beside each; then the update. The core's graph computes; this file says how far the reader has come. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { choice, press, slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { player } from "../../plot/player.js";
import { el } from "../../ui/elements.js";
import { scientific } from "../../ui/format.js";
import { fillPart } from "../frame.js";
import { drawGraph, lettered } from "./drawing.js";
import { makeLines, placesOf, short } from "./lines.js";
import { makeNumbers } from "./numbers.js";
import { SCENES } from "./scenes.js";
import { tells } from "../tasks/told.js";

export { tasks } from "./tasks.js";

/** @param {number} off */
const difference = (off) => (off === 0 ? "0" : scientific(off, 1));

/** The steps: the lines that appear at each. @param {any[]} lines @returns {any[][]} */
function stepsOf(lines) {
  const steps = [];
  for (const line of lines) {
    if (line.together) steps[steps.length - 1].push(line);
    else steps.push([line]);
  }
  return steps;
}

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  /** @type {any} */
  let shown = null; // what is made for the scene on stage
  /** @type {Record<string, any>} */
  const made = {};
  const state = {
    scene: "product",
    inputs: /** @type {Record<string, number>} */ ({}),
    step: 0,
    past: /** @type {Record<string, number>[]} */ ([]),
    alpha: 0.5,
    checked: false,
  };
  const scene = () => /** @type {any} */ (SCENES)[state.scene];
  const update = () => shown.numbers.updated(state.inputs, state.alpha);

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
    /** @type {any} */ (table.node).open = true;
    draw();
  });
  const table = dataTable({
    label: "computation-graph.table",
    columns: () =>
      ["node", "value", "derivative", "nudged", "difference"].map((key) => t(`computation-graph.${key}`)),
    rows: () => Object.keys(scene().nodes).map(rowOf),
  });

  /** How far the nudge is from the derivative. @param {string} name */
  const offOf = (name) => Math.abs(shown.numbers.nudged(name) - shown.numbers.d(name));

  /** @param {string} name */
  function rowOf(name) {
    const { v, d } = shown.numbers;
    if (name === "y") return [name, short(v(name)), "–", "–", "–"]; // the answer is given: nothing moves it
    return [lettered(name), short(v(name)), short(d(name))].concat(
      state.checked ? [short(shown.numbers.nudged(name)), difference(offOf(name))] : ["–", "–"],
    );
  }

  /** The scene's numbers, drawing and formulas, made once. @param {string} name */
  function make(name) {
    const { lines, start } = /** @type {any} */ (SCENES)[name];
    return {
      numbers: makeNumbers(core, scene()),
      drawing: drawGraph(scene(), edit),
      lines: makeLines(lines),
      current: makeLines(lines, start),
      steps: stepsOf(lines),
    };
  }

  /** @param {string} name */
  function open(name) {
    Object.assign(state, { scene: name, step: 0, past: [], checked: false });
    state.inputs = { ...scene().inputs };
    shown = made[name] ??= make(name);
    host.replaceChildren(shown.drawing.node);
    listing.replaceChildren(shown.lines.node);
    now.replaceChildren(shown.current.node);
    now.dataset.scene = name;
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
      state.inputs = state.past.splice(-1)[0];
      state.step = shown.steps.length;
      state.checked = false;
    }
    draw();
  }

  function draw() {
    const { numbers, drawing, lines, current, steps } = shown;
    numbers.compute(state.inputs);
    const done = steps.slice(0, state.step).flat();
    const line = steps[state.step - 1]?.[0] ?? {};
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
    for (const list of [lines, current]) list.show(places, state.step, steps);
    back.disabled = state.step === 0 && state.past.length === 0;
    const said = sayStep(line, after);
    if (sentence.textContent !== said) sentence.textContent = said;
    verdict.textContent = state.checked ? sayCheck() : "";
    table.update();
  }

  /** @param {any} line @param {number} after */
  function sayStep(line, after) {
    const { v, d } = shown.numbers;
    const name = lettered(line.node ?? "");
    if (!line.phase)
      return state.past.length
        ? t("computation-graph.says.again", { n: state.past.length + 1 })
        : t(`computation-graph.says.start`);
    if (line.phase === "forward")
      return t("computation-graph.says.forward", { name, value: short(v(line.node)) });
    if (line.phase === "update")
      return t("computation-graph.says.update", {
        alpha: short(state.alpha),
        before: short(v("L")),
        after: short(after),
      });
    if (!Number.isFinite(d(line.node))) return t("computation-graph.says.saturated", { a: short(v("a")) });
    return t("computation-graph.says.backward", { name, value: short(d(line.node)), target: scene().target });
  }

  function sayCheck() {
    const offs = Object.keys(scene().nodes)
      .filter((name) => name !== "y")
      .map((name) => ({ name, off: offOf(name) }));
    const found = offs.filter(({ off }) => Number.isFinite(off));
    const worst = found.reduce((most, one) => (one.off > most.off ? one : most));
    const params = { n: found.length, off: difference(worst.off), name: `d${lettered(worst.name)}` };
    const lost = found.length < offs.length ? t("computation-graph.unchecked") : "";
    return t("computation-graph.checked", params) + lost;
  }

  fillPart(
    stage,
    "graph",
    el("div", { class: "controls" }, which.node),
    el("div", { class: "controls" }, transport.node, alpha.node),
    sentence,
    now,
    host,
  );
  fillPart(stage, "rules", listing);
  fillPart(stage, "check", el("div", { class: "controls" }, check, verdict), table.node);
  tells(host, () => ({ ...state, steps: shown.steps.length, v: shown.numbers.v, d: shown.numbers.d }));
  open(state.scene);
  onLanguage(draw);
  return { visible: transport.visible };
}
