/* M examples: the course's pseudo-code running, the current line marked, its sums growing example by
   example, divided by m, and the update. */
import { backward, standardise } from "../../core/unit.js";
import { joined, onLanguage, t } from "../../i18n/i18n.js";
import { press, slider } from "../../plot/controls.js";
import { csvInput } from "../../plot/csv-input.js";
import { dataTable } from "../../plot/datatable.js";
import { player } from "../../plot/player.js";
import { createPlot } from "../../plot/plot.js";
import { el } from "../../ui/elements.js";
import { count, fixed, plain, scientific } from "../../ui/format.js";
import { MOST_DRAWN, largestOf, spread } from "../../plot/sample.js";
import { TableError } from "../../plot/table-error.js";
import { fillPart } from "../frame.js";
import { STUDENTS } from "../shared/students.js";
import { tells } from "../tasks/told.js";
import { LINES, Machine } from "./machine.js";

export { tasks } from "./tasks.js";

/** With more examples than this a whole iteration is not run line by line: it would take seconds. */
const LONG = 1000;

const sub = (n) => `<sub>${n}</sub>`;
/** The listing as it is read; <sub> is the only markup in it. */
const CODE = {
  zero: `J = 0, dw${sub(1)} = 0, dw${sub(2)} = 0, db = 0`,
  for: "for i = 1 … m:",
  z: `z = w${sub(1)}x${sub(1)} + w${sub(2)}x${sub(2)} + b`,
  a: "a = σ(z)",
  J: "J += −(y log a + (1 − y) log(1 − a))",
  dz: "dz = a − y",
  dw1: `dw${sub(1)} += x${sub(1)} dz`,
  dw2: `dw${sub(2)} += x${sub(2)} dz`,
  db: "db += dz",
  mean: `J /= m, dw${sub(1)} /= m, dw${sub(2)} /= m, db /= m`,
  update: `w${sub(1)} := w${sub(1)} − α dw${sub(1)}, w${sub(2)} := w${sub(2)} − α dw${sub(2)}, b := b − α db`,
};
const NAMES = {
  i: "i",
  x1: "x₁",
  x2: "x₂",
  y: "y",
  z: "z",
  a: "a",
  dz: "dz",
  J: "J",
  dw1: "dw₁",
  dw2: "dw₂",
  db: "db",
  w1: "w₁",
  w2: "w₂",
  b: "b",
};

/** Code with subscripts, as nodes. @param {string} code */
function codeNodes(code) {
  return code.split(/<sub>(\d)<\/sub>/).map((part, k) => (k % 2 ? el("sub", {}, part) : part));
}

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  /** What the table was before it was standardised; header null: the students.
   *  @type {{rows: number[][], header: string[] | null, mu: Float64Array, sigma: Float64Array}} */
  let source;
  const machine = new Machine(core, tableOf(STUDENTS));
  /** @type {Record<string, number> | null} */
  let same = null;

  /** Standardised features: exam scores of 30 to 100 would make a single α fit neither w nor b. */
  function tableOf(rows, /** @type {string[] | null} */ header = null) {
    const values = rows.flatMap(([x1, x2]) => [x1, x2]);
    const { x, mu, sigma } = standardise(core, values, rows.length, 2);
    source = { rows, header, mu, sigma };
    return { x: [...x], y: rows.map((row) => row[2]), m: rows.length };
  }

  const lines = LINES.map(({ id, loop }) =>
    el("li", { class: loop ? "in-loop" : "" }, el("code", {}, ...codeNodes(CODE[id]))),
  );
  const listing = el("ol", { class: "listing" }, ...lines);
  const cells = Object.fromEntries(
    Object.keys(NAMES).map((name) => [name, el("td", { class: `value value-${name}` })]),
  );
  const ledger = el(
    "table",
    { class: "plain ledger" },
    el(
      "tbody",
      {},
      ...Object.entries(NAMES).map(([name, text]) =>
        el("tr", {}, el("th", { scope: "row" }, text), cells[name]),
      ),
    ),
  );

  const plotNode = el("div");
  const plot = createPlot(plotNode, {
    name: () => t("m-examples.plot"),
    x: { min: -2.6, max: 2.6, label: () => axisName(0) },
    y: { min: -2.6, max: 2.6, label: () => axisName(1) },
    ratio: 0.8,
    minHeight: 240,
  });
  const border = plot.curve("");
  const points = plot.dots("class", 5.5);
  const current = plot.dots("ring", 10);

  const says = el("p", { class: "says muted", "aria-live": "polite" });
  const run = player({ step: go, reset: restart, rate: 6 });
  const speed = slider({
    label: "m-examples.speed",
    min: 1,
    max: 20000,
    value: 6,
    log: true,
    change: (v) => (run.rate = v),
  });
  const alpha = slider({
    label: "m-examples.alpha",
    min: 0.01,
    max: 3,
    value: machine.alpha,
    log: true,
    change: (v) => (machine.alpha = v),
    valid: (v) => v > 0,
  });
  const until = (/** @type {(line: string) => boolean} */ done) => () => {
    run.pause();
    let wrote = machine.step();
    const { id } = LINES[machine.line];
    if (machine.table.m > LONG && !done("db") && !done(id) && id !== "mean") wrote = machine.toMean();
    while (!done(LINES[machine.line].id)) wrote = machine.step();
    after(wrote);
  };
  const csv = csvInput({ host: stage, columns: 3, take });
  const table = dataTable({
    label: "m-examples.costs",
    columns: () => [t("m-examples.iteration"), "J"],
    rows: () => {
      const every = Math.max(1, Math.ceil(machine.costs.length / 50));
      return machine.costs
        .map((j, k) => [count(k), fixed(j, 6)])
        .filter((_, k) => k % every === 0 || k === machine.costs.length - 1);
    },
  });

  function go(steps) {
    let wrote = [];
    for (let k = 0; k < steps; k++) wrote = machine.step();
    after(wrote);
    return machine.iteration < 1e6;
  }

  function take({ header, rows, lines: from }) {
    const bad = rows.findIndex(([, , y]) => y !== 0 && y !== 1);
    if (bad >= 0) throw new TableError("m-examples.labels", { line: from[bad], text: plain(rows[bad][2]) });
    run.pause();
    machine.table = tableOf(rows, header ?? ["", ""]);
    restart();
    fit();
  }

  function restart() {
    machine.reset();
    same = null;
    after([]);
  }

  function fit() {
    const { x, y, m } = machine.table;
    const most = Math.max(2.6, largestOf(x)) * 1.05;
    plot.range({ x: { min: -most, max: most }, y: { min: -most, max: most } });
    points.set(spread(m).map((k) => ({ x: x[2 * k], y: x[2 * k + 1], look: y[k] ? "class1" : "class0" })));
  }

  /** @param {string[]} wrote names written by the last line */
  function after(wrote) {
    const { id } = LINES[machine.line] ?? {};
    if (id === "mean") same = machine.allAtOnce();
    draw(wrote);
  }

  function draw(wrote) {
    lines.forEach((line, k) => {
      line.classList.toggle("current", k === machine.line);
      if (k === machine.line) line.setAttribute("aria-current", "step");
      else line.removeAttribute("aria-current");
    });
    for (const [name, cell] of Object.entries(cells)) {
      const v = machine.values[name];
      const whole = name === "i" ? `${v} / ${machine.table.m}` : String(v);
      cell.textContent = Number.isNaN(v) ? "–" : name === "i" || name === "y" ? whole : fixed(v, 4);
      cell.classList.toggle("written", wrote.includes(name));
    }
    drawPlot();
    const text = sentence();
    if (says.textContent !== text && (!run.running || run.rate <= 2)) says.textContent = text;
    table.update();
  }

  function drawPlot() {
    const inLoop = LINES[machine.line]?.loop || LINES[machine.line]?.id === "for";
    current.set(inLoop && machine.example ? [{ x: machine.example.x[0], y: machine.example.x[1] }] : []);
    const { w1, w2, b } = machine.values;
    border.set(boundary(w1, w2, b, plot.x.max));
  }

  /** What is standardised: an exam, or a column of the reader's. @param {number} k */
  function axisName(k) {
    const { header } = source;
    const name = header ? header[k] : t(`m-examples.exam${k + 1}`);
    return t(name ? "m-examples.axis.named" : "m-examples.axis", { x: ["x₁", "x₂"][k], name });
  }

  function sentence() {
    const { table, values } = machine;
    const line = LINES[machine.line]?.id;
    if (line === undefined) return startSentence();
    if (line === "mean" && same) {
      const off = Object.entries(same).map(([name, value]) => Math.abs(value - values[name]));
      const most = Math.max(...off);
      return t("m-examples.says.mean", { off: most === 0 ? "0" : scientific(most, 1) });
    }
    if (line === "update")
      return t("m-examples.says.update", {
        n: count(machine.iteration),
        j: fixed(machine.costs.at(-1) ?? NaN, 4),
      });
    if (values.i === 0) return t("m-examples.says.zero");
    const [v1, v2, y] = source.rows[values.i - 1].map(plain);
    return t("m-examples.says.line", { i: count(values.i), m: count(table.m), v1, v2, y });
  }

  function startSentence() {
    const { header, mu, sigma } = source;
    const { m } = machine.table;
    const [sigma1, sigma2] = [...sigma].map(four);
    const [mu1, mu2] = [...mu].map((v) => `${v < 0 ? "+" : "−"} ${four(Math.abs(v))}`);
    return joined([
      t(header ? "m-examples.says.brought" : "m-examples.says.students", { m: count(m) }),
      t("m-examples.says.start", { mu1, mu2, sigma1, sigma2 }),
      m > MOST_DRAWN ? t("plot.drawn", { n: count(MOST_DRAWN), m: count(m) }) : "",
    ]);
  }

  fillPart(
    stage,
    "listing",
    el(
      "div",
      { class: "controls" },
      run.node,
      press(
        "m-examples.example",
        until((id) => id === "db"),
      ),
      press(
        "m-examples.pass",
        until((id) => id === "update"),
      ),
    ),
    el("div", { class: "controls" }, speed.node, alpha.node),
    el("div", { class: "m-examples-columns" }, listing, ledger, plotNode),
    says,
    el("div", { class: "controls" }, csv.node, el("span", { class: "muted small csv-hint" })),
    table.node,
  );
  tells(plotNode, () => ({
    costs: machine.costs,
    alpha: machine.alpha,
    brought: source.header !== null,
    dbAtZero: () =>
      backward(core, {
        ...machine.table,
        n_x: 2,
        w: [0, 0],
        b: 0,
        activation: "sigmoid",
        loss: "cross-entropy",
      }).db,
  }));
  const hint = stage.querySelector(".csv-hint");
  onLanguage(() => {
    hint.textContent = t("m-examples.csv");
    draw([]);
  });
  hint.textContent = t("m-examples.csv");
  fit();
  draw([]);
  return { visible: run.visible };
}

/** v with four digits. @param {number} v */
const four = (v) => plain(Number(v.toPrecision(4)));

/** Two points of the line w₁x₁ + w₂x₂ + b = 0, or none. */
function boundary(w1, w2, b, reach) {
  const length = Math.hypot(w1, w2);
  if (!(length > 1e-9)) return [];
  const [cx, cy] = [(-b * w1) / length ** 2, (-b * w2) / length ** 2];
  const far = (4 * reach) / length;
  return [[cx - w2 * far, cy + w1 * far], [cx + w2 * far, cy - w1 * far]]; // prettier-ignore
}
