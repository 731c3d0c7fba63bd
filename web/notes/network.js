/* Figure 2, a network prices a house: a table made from a hidden rule, hidden neurons that learn it, what each turned
   into, and every number on the way from one house to its price. */
import { onLanguage, t } from "../i18n/index.js";
import { choice, numberField, press, slider } from "../kit/controls.js";
import { csvInput } from "../kit/csv-input.js";
import { dataTable } from "../kit/datatable.js";
import { el } from "../kit/el.js";
import { count, fixed } from "../kit/format.js";
import { player } from "../kit/player.js";
import { createPlot } from "../kit/plot.js";
import { makeCards } from "./network-cards.js";
import { makeDrawing } from "./network-drawing.js";
import { FEATURES, makeHouses } from "./network-houses.js";
import { Model } from "./network-model.js";
import words from "./words/network.js";

export { words };

const MOST_FEATURES = 12;
const FAVOURITES_MS = 400;
/** Numbers beyond which squares of prices leave the range that a reader can follow. */
const LARGEST = 1e12;

/** @param {HTMLElement} stage @param {{core: import('../core.js').Core}} means */
export function mount(stage, { core }) {
  const model = new Model(core);
  const state = {
    seed: 8, // a start from which no neuron dies
    houses: 1, // which houses the page made; 0: brought
    rows: makeHouses(1),
    header: /** @type {string[] | null} */ (null),
    hidden: [4],
    activation: "relu",
    alpha: 0.1,
    house: 0,
    chosen: { layer: 1, unit: 0 },
    trouble: false,
    effect: /** @type {any} */ (null),
  };
  let favourites = /** @type {any} */ (null);
  let favouritesAt = -Infinity;

  const names = () => state.header?.slice(0, -1) ?? FEATURES.map((key) => t(`network.${key}`));
  const targetName = () => state.header?.at(-1) ?? t("network.price");
  /** A price in the table's own unit. */
  const price = (v) => fixed(v, Math.abs(v) < 10 ? 2 : Math.abs(v) < 1000 ? 1 : 0);

  const drawing = makeDrawing({ choose });
  const cards = makeCards({ toggle, pick, choose });
  const run = player({ step, reset: () => restart({}), rate: 60 });
  const { pause } = run;
  run.pause = () => {
    const was = run.running;
    pause();
    if (was) draw(); // the sentence, which does not follow every frame
  };
  const hundred = press("network.hundred", () => {
    run.pause();
    step(100);
  });
  const fresh = press("network.fresh", () => restart({ seed: state.seed + 1 }), "link");
  const size = choice({
    label: "network.hidden",
    options: [["[]", "network.hidden.0"], ["[2]", "network.hidden.2"], ["[3]", "network.hidden.3"], ["[4]", "network.hidden.4"], ["[8]", "network.hidden.8"], ["[3,2]", "network.hidden.32"]],
    value: "[4]",
    change: (value) => restart({ hidden: JSON.parse(value) }),
  }); // prettier-ignore
  const bend = choice({
    label: "network.output",
    options: [["relu", "network.relu"], ["linear", "network.linear"]],
    value: state.activation,
    change: (activation) => restart({ activation }),
  }); // prettier-ignore
  const alpha = slider({ label: "network.alpha", min: 0.001, max: 1, value: state.alpha, log: true, change: (v) => (state.alpha = v), valid: (v) => v > 0 }); // prettier-ignore
  const costPlot = createPlot(el("div"), {
    name: () => t("network.cost-plot"),
    x: { min: 0, max: 100, label: () => t("network.iteration") },
    y: { min: -3, max: 0, label: () => t("network.log-cost") },
    ratio: 0.2,
    minHeight: 160,
  });
  const singleLine = costPlot.curve("dashed");
  const singleNote = costPlot.note("");
  const costLine = costPlot.curve("");
  const sentence = el("p", { class: "says", "aria-live": "polite" });
  const effect = el("p", { class: "says", role: "status" });
  const house = el("div", { class: "net-house" });
  const csv = csvInput({ host: stage, columns: { least: 2, most: MOST_FEATURES + 1 }, take });
  const others = press("network.others", () => restart(made(state.houses + 1)));
  const reveal = el("details", { class: "net-rule" });
  const table = dataTable({ label: "network.table", columns, rows: tableRows });

  function made(seed) {
    csv.say("");
    return { rows: makeHouses(seed), header: null, houses: seed, house: 0 };
  }

  function restart(part) {
    run.pause();
    Object.assign(state, part, { trouble: false, effect: null, chosen: { layer: 1, unit: 0 } });
    state.house = Math.min(state.house, state.rows.length - 1);
    model.start(state.rows, state);
    favourites = null;
    makeHouse();
    draw();
  }

  function step(iterations) {
    if (model.finished) return false;
    state.effect = null;
    state.trouble = !model.step(state.alpha, iterations);
    if (state.trouble) run.pause();
    draw();
    return !state.trouble;
  }

  function take({ rows, header }) {
    if (rows.some((row) => row.some((v) => Math.abs(v) > LARGEST))) return t("network.csv.large");
    if (rows.length < 2) return t("network.csv.rows");
    const names = header ?? rows[0].map((_, k) => (k < rows[0].length - 1 ? `x${k + 1}` : "y"));
    restart({ rows, header: names.slice(0, rows[0].length), houses: 0, house: 0 });
    return "";
  }

  function toggle(layer, unit) {
    run.pause();
    const removed = !model.nn.removed(layer, unit);
    state.chosen = { layer, unit };
    state.effect = { layer, unit, removed, ...model.toggle(layer, unit) };
    favouritesAt = -Infinity;
    draw();
  }

  function choose(layer, unit) {
    if (state.chosen.layer === layer && state.chosen.unit === unit) return;
    state.chosen = { layer, unit };
    draw();
  }

  function pick(i) {
    state.house = Math.max(0, Math.min(state.rows.length - 1, i));
    makeHouse();
    draw();
  }

  /** The fields of the chosen house: its features and its price. */
  function makeHouse() {
    const label = (k) => (k < names().length ? names()[k] : targetName());
    const which = numberField({
      label: () => t("network.house"),
      value: state.house + 1,
      valid: (v) => Number.isInteger(v) && v >= 1 && v <= state.rows.length,
      change: (v) => v - 1 !== state.house && pick(v - 1),
    });
    const fields = model.rows[state.house].map((value, k) => {
      const field = numberField({
        label: () => label(k),
        value,
        valid: (v) => Math.abs(v) <= LARGEST,
        change: (v) => {
          state.rows[state.house][k] = v;
          state.effect = null;
          model.edit(state.house, k, v);
          favouritesAt = -Infinity;
          draw();
        },
      });
      return el("label", {}, el("span", { class: "small muted" }, label(k)), field.node);
    });
    const first = el("label", {}, el("span", { class: "small muted" }, t("network.house")), which.node);
    house.replaceChildren(first, ...fields);
  }

  function columns() {
    return [
      "i",
      ...names(),
      targetName(),
      `ŷ`,
      ...(model.nn.hidden[0] ? Array.from({ length: model.nn.n[1] }, (_, u) => `a${lowered(u + 1)}`) : []),
    ];
  }

  function tableRows() {
    return model.rows.slice(0, 200).map((row, i) => {
      const look = model.look(i);
      const a = model.nn.layers > 1 ? [...look.layers[0].a].map((v) => fixed(v, 2)) : [];
      return [String(i + 1), ...row.map((v) => String(Number(v.toPrecision(6)))), price(look.price), ...a];
    });
  }

  function draw() {
    const { nn } = model;
    const now = performance.now();
    if (nn.layers > 1 && (!favourites || !run.running || now - favouritesAt > FAVOURITES_MS)) {
      favourites = nn.hidden.map((_, k) => model.favourites(k + 1));
      favouritesAt = now;
    }
    const look = model.look(state.house);
    const what = {
      n: nn.n,
      W: nn.n.map((_, l) => (l ? nn.W(l) : null)),
      names: names(),
      row: model.rows[state.house],
      look,
      removed: new Set(model.removed().map(([l, u]) => `${l} ${u}`)),
      chosen: nn.layers > 1 ? state.chosen : { layer: -1, unit: -1 },
      favourites,
      price: (v) => (v > 0 ? "+" : "") + price(v * model.scale.unit),
      priceText: price(look.price),
      priceName: targetName(),
    };
    drawing.draw(what);
    cards.draw(what);
    drawCosts();
    drawWords(look);
    table.update();
  }

  function drawCosts() {
    const costs = [...model.costs, model.cost].map(log);
    const right = Math.max(100, costs.length - 1);
    const single = log(model.single);
    const [low, high] = [Math.min(...costs, single || 0), Math.max(...costs, single || -9)];
    costPlot.range({
      x: { min: 0, max: right },
      y: { min: Math.floor(2 * low) / 2, max: Math.ceil(2 * high) / 2 },
    });
    const every = Math.max(1, Math.ceil(costs.length / 400));
    costLine.set(costs.map((J, k) => [k, J]).filter(([k]) => k % every === 0 || k === costs.length - 1));
    singleLine.set([[0, single], [right, single]]); // prettier-ignore
    const note = { x: right, y: single, text: t("network.single"), anchor: "end", dy: -6 };
    singleNote.set(Number.isFinite(single) ? note : null);
  }

  function drawWords(look) {
    const { cost, single, iteration } = model;
    const dead = favourites?.flat().filter((list) => list.length === 0).length - model.removed().length;
    const numbers = { n: count(iteration), j: fixed(cost, 4), single: fixed(single, 4), alpha: state.alpha };
    const key = state.trouble
      ? "diverged"
      : model.nn.layers === 1
        ? "one"
        : cost < 0.98 * single
          ? "better"
          : "not-yet";
    const gap = t("network.gap");
    const parts = [t(`network.says.${key}`, numbers)];
    if (dead > 0) parts.push(t("network.says.dead", { n: count(dead) }));
    parts.push(
      t("network.says.house", {
        i: count(state.house + 1),
        price: price(look.price),
        y: price(model.rows[state.house].at(-1)),
      }),
    );
    const text = parts.join(gap);
    if (
      sentence.textContent !== text &&
      (!run.running || key === "diverged" || performance.now() - spokenAt > 1000)
    ) {
      spokenAt = performance.now();
      sentence.textContent = text;
    }
    const { effect: done } = state;
    effect.textContent = done
      ? t(done.removed ? "network.effect.out" : "network.effect.back", {
          l: done.layer,
          u: done.unit + 1,
          before: fixed(done.before, 4),
          after: fixed(done.after, 4),
        })
      : "";
    const { mu, sigma } = model.scale;
    const scales = names().map((name, k) => `${name}: μ = ${price(mu[k])}, σ = ${price(sigma[k])}`);
    scale.textContent = `${t("network.scale")} ${scales.join("; ")}.`;
    reveal.hidden = state.houses === 0;
  }

  let spokenAt = -Infinity;
  const scale = el("p", { class: "small muted num" });
  const ruleLid = el("summary");
  const ruleText = el("p", { class: "small" });
  reveal.append(ruleLid, ruleText);
  stage.append(
    el("div", { class: "controls" }, run.node, hundred, size.node, bend.node, alpha.node, fresh),
    el("div", { class: "net-chosen" }, house),
    drawing.node,
    sentence,
    effect,
    costPlot.host,
    cards.node,
    scale,
    el("div", { class: "controls" }, others, csv.node),
    reveal,
    table.node,
  );
  const speak = () => {
    ruleLid.textContent = t("network.reveal");
    ruleText.textContent = t("network.rule");
    sentence.textContent = "";
    makeHouse();
    draw();
  };
  onLanguage(speak);
  restart({});
  speak();
  return { visible: run.visible };
}

/** log10 J: a network may get a hundred times below where it starts. */
const log = (J) => Math.log10(Math.max(J, 1e-12));
const lowered = (n) => String(n).replace(/\d/g, (d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]);
