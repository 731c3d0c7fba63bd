/* A network prices a house: a table made from a hidden rule, hidden neurons that learn it, what each turned
   into, and every number on the way from one house to its price. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { choice, press, slider } from "../../plot/controls.js";
import { csvInput } from "../../plot/csv-input.js";
import { TableError } from "../../plot/table-error.js";
import { el, say } from "../../ui/elements.js";
import { player } from "../../plot/player.js";
import { fillPart } from "../frame.js";
import { makeCards } from "./cards.js";
import { costsPlot } from "./costs.js";
import { makeDrawing } from "./drawing.js";
import { makeHouse } from "./house.js";
import { FEATURES, makeHouses, rule } from "./houses.js";
import { Model } from "./model.js";
import { inUnit } from "./numbers.js";
import { makeRule } from "./rule.js";
import { effectOf, sentence } from "./says.js";
import { makeSum } from "./sum.js";
import { makeTable } from "./table.js";
import { tells } from "../tasks/told.js";

export { tasks } from "./tasks.js";

const MOST_FEATURES = 12;
const EXCITED_MS = 400;
const SEARCH_MS = 10;
/** Numbers beyond which squares of prices leave the range that a reader can follow. */
const LARGEST = 1e12;
const SHAPES = { "[]": "0", "[2]": "2", "[3]": "3", "[4]": "4", "[8]": "8", "[3,2]": "32" };

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const model = new Model(core);
  const state = {
    seed: 8, // a start from which no neuron dies
    houses: 1, // which houses the page made; 0: brought
    rows: makeHouses(1),
    header: /** @type {string[] | null} */ (null),
    hidden: [4],
    activation: "relu",
    begin: "random",
    alpha: 0.1,
    house: 25, // one that excites three of them
    trouble: /** @type {{at: number, to: number, alpha: number} | null} */ (null),
    effect: /** @type {any} */ (null),
  };
  let excited = /** @type {ReturnType<Model['excited']>} */ ([]);
  let excitedUntil = -Infinity;

  const run = player({ step, reset: () => restart({}), rate: 60 });
  const { pause } = run;
  run.pause = () => {
    const was = run.running;
    pause();
    if (was) changed();
  };
  const hundred = press("network.hundred", () => run.many(100));
  const fresh = press("network.fresh", () => restart({ seed: state.seed + 1 }), "link");
  const size = choice({
    label: "network.hidden",
    options: Object.entries(SHAPES).map(([value, key]) => [value, `network.hidden.${key}`]),
    value: JSON.stringify(state.hidden),
    change: (value) => restart({ hidden: JSON.parse(value) }),
  });
  const bend = choice({
    label: "network.output",
    options: ["relu", "linear"].map((value) => [value, `network.${value}`]),
    value: state.activation,
    change: (activation) => restart({ activation }),
  });
  const begin = choice({
    label: "network.begin",
    options: ["random", "alike", "zero"].map((value) => [value, `network.begin.${value}`]),
    value: state.begin,
    change: (value) => restart({ begin: value }),
  });
  const alpha = slider({ label: "network.alpha", min: 0.001, max: 1, value: state.alpha, log: true, change: (v) => (state.alpha = v), valid: (v) => v > 0 }); // prettier-ignore
  const house = makeHouse({ largest: LARGEST, pick, edit, restore });
  const cards = makeCards({ toggle, pick });
  const drawing = makeDrawing(house.inputs, { toggle, light: cards.light });
  const sum = makeSum();
  const effect = el("p", { class: "net-effect", role: "status" });
  const says = el("p", { class: "says", "aria-live": "polite" });
  const costs = costsPlot();
  const csv = csvInput({ host: stage, columns: { least: 2, most: MOST_FEATURES + 1 }, take });
  const others = press("network.others", () => {
    csv.clear();
    restart({ rows: makeHouses(state.houses + 1), header: null, houses: state.houses + 1, house: 0 });
  });
  const behind = makeRule();
  const table = makeTable({ pick });

  /** Everything from the start, after these changes. @param {Partial<typeof state>} part */
  function restart(part) {
    run.pause();
    Object.assign(state, part, { trouble: null, effect: null });
    // A table that stays keeps the cells that the reader changed.
    model.start(part.rows ?? (model.rows.length ? model.rows : state.rows), state);
    changed();
  }

  function step(iterations) {
    if (model.finished) return false;
    state.effect = null;
    const trouble = model.step(state.alpha, iterations);
    state.trouble = trouble && { ...trouble, alpha: state.alpha };
    if (trouble) run.pause();
    draw();
    return !trouble;
  }

  function take({ rows, header }) {
    if (rows.some((row) => row.some((v) => Math.abs(v) > LARGEST))) throw new TableError("network.csv.large");
    if (rows.length < 2) throw new TableError("network.csv.rows");
    const columns = rows[0].length;
    const names = Array.from(
      { length: columns },
      (_, k) => header?.[k] || (k < columns - 1 ? `x${k + 1}` : "y"),
    );
    restart({ rows, header: names, houses: 0, house: 0 });
  }

  function toggle(layer, unit) {
    run.pause();
    const removed = !model.nn.removed(layer, unit);
    state.effect = { layer, unit, removed, ...model.toggle(layer, unit) };
    state.trouble = null;
    changed();
  }

  function pick(i) {
    state.house = i;
    draw();
  }

  function edit(k, value) {
    model.edit(state.house, k, value);
    state.effect = state.trouble = null;
    changed();
  }

  function restore() {
    state.rows[state.house].forEach((value, k) => {
      if (model.rows[state.house][k] !== value) edit(k, value);
    });
  }

  /** What the neurons fire for is to be found again at once. */
  function changed() {
    excitedUntil = -Infinity;
    draw();
  }

  const neuronName = (layer, unit) => {
    const key = ["network.neuron.only", "network.neuron", "network.neuron.deep"][state.hidden.length];
    return t(key, { l: layer, u: unit + 1 });
  };

  /** Finding them looks at all houses: not every frame. */
  function findExcited() {
    const now = performance.now();
    if (run.running && now < excitedUntil) return;
    excited = model.excited();
    excitedUntil = now + Math.max(EXCITED_MS, 10 * (performance.now() - now));
  }

  /** On a long table that takes a while: a piece a frame. */
  let searching = false;
  function search() {
    if (searching || !model.searching) return;
    searching = true;
    requestAnimationFrame(() => {
      searching = false;
      model.search(SEARCH_MS);
      if (model.searching) search();
      else draw();
    });
  }

  function draw() {
    findExcited();
    search();
    const { nn, rows, scale } = model;
    const names = state.header ?? [...FEATURES, "price"].map((key) => t(`network.${key}`));
    const look = model.look(state.house);
    const row = rows[state.house];
    const what = {
      model,
      n: nn.n,
      W: nn.n.map((_, l) => (l ? nn.W(l) : null)),
      B: nn.n.map((_, l) => (l ? nn.B(l) : null)),
      names: names.slice(0, -1),
      targetName: names.at(-1),
      neuronName,
      activation: state.activation,
      rows,
      row,
      original: state.rows,
      edited: row.some((v, k) => v !== state.rows[state.house][k]),
      i: state.house,
      m: rows.length,
      made: state.houses > 0,
      x: look.x,
      scale,
      look,
      removed: new Set(model.removed().map(([l, u]) => `${l} ${u}`)),
      excited,
      price: (scaled) => inUnit(scaled * scale.unit, scale.unit),
      priceText: inUnit(look.price, scale.unit),
    };
    house.draw(what);
    drawing.draw(what);
    sum.draw(what);
    cards.draw(what);
    costs.draw(model);
    behind.draw(what);
    table.draw(what);
    drawWords(what, names);
  }

  function drawWords({ look }, names) {
    const { unit } = model.scale;
    const { trouble, effect: done } = state;
    says.setAttribute("aria-live", run.running ? "off" : "polite");
    const column = state.header?.at(-1);
    const text = sentence({ model, trouble, excited, names, neuronName, house: state.house, price: look.price, column }); // prettier-ignore
    if (says.textContent !== text) says.textContent = text;
    effect.classList.toggle("muted", !done);
    effect.textContent = done
      ? effectOf({ ...done, name: neuronName(done.layer, done.unit), unit, column })
      : t(state.hidden.length ? "network.effect.none" : "network.effect.one");
  }

  const named = (key, part) => el("span", { class: "net-named" }, say({ t, onLanguage }, el("span", { class: "muted" }), key), part.node); // prettier-ignore
  fillPart(
    stage,
    "drawing",
    el("div", { class: "controls" }, run.node, hundred, alpha.node),
    el(
      "div",
      { class: "controls" },
      named("network.hidden", size),
      named("network.output", bend),
      named("network.begin", begin),
      fresh,
    ),
    house.node,
    drawing.node,
    sum.node,
    effect,
  );
  fillPart(stage, "costs", costs.host, says);
  fillPart(stage, "hidden", cards.node);
  const bring = el("div", { class: "controls" }, others, csv.node);
  fillPart(stage, "rule", behind.scaling, bring, behind.reveal, table.node);
  tells(drawing.node, () => ({
    hidden: state.hidden,
    iteration: model.iteration,
    cost: model.cost,
    single: model.single,
    brought: state.houses === 0,
    ruled: (i) => rule(model.rows[i]),
  }));
  onLanguage(draw);
  restart({});
  return { visible: run.visible };
}
