/* No loops: the listing with loops and the vectorised one, line by line; every line as matrices of the
   reader's own size; and both run on the same examples. */
import { joined, onLanguage, t } from "../../i18n/i18n.js";
import { choice, press, slider } from "../../plot/controls.js";
import { player } from "../../plot/player.js";
import { el, say } from "../../ui/elements.js";
import { count, fixed, scientific } from "../../ui/format.js";
import { fillPart } from "../frame.js";
import { tells } from "../tasks/told.js";
import { brokenCode } from "./broken-view.js";
import { VECTOR, linesOf, linesRun, runs, shapeOf } from "./code.js";
import { examplesTable } from "./examples.js";
import { TwoRuns, updated } from "./runs.js";
import { equation, listings } from "./view.js";

export { tasks } from "./tasks.js";

const LAST_ITERATION = 100000;

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const examples = examplesTable({ m: 4, n_x: 3, change: taken, mark });
  const both = new TwoRuns(core, examples.table());
  let marked = 0;

  const sizes = /** @type {const} */ (["m", "n_x"]).map((name) => {
    const list = name === "m" ? [2, 3, 4, 5, 6] : [2, 3, 4];
    const control = choice({
      label: `no-loops.${name}`,
      options: list.map((n) => [String(n), String(n)]),
      value: String(examples.size[name]),
      change: (n) => examples.resize({ [name]: Number(n) }),
    });
    const label = el(
      "span",
      { "aria-hidden": true },
      ...(name === "m" ? [el("i", {}, "m")] : [el("i", {}, "n"), el("sub", {}, "x")]),
    );
    return el("span", { class: "sized" }, label, control.node);
  });
  const code = listings({ choose: () => draw() });
  const next = press("no-loops.next", () => {
    const at = VECTOR.findIndex(({ id }) => id === code.chosen);
    code.show(VECTOR[(at + 1) % VECTOR.length].id);
    draw();
  });
  const says = el("p", { class: "says", "aria-live": "polite" });
  const matrices = el("div", { class: "matrices", tabindex: 0, role: "region" });
  say({ t, onLanguage }, matrices, "no-loops.matrices", "aria-label");

  const run = player({ step, reset, rate: 4 });
  const speed = slider({
    label: "no-loops.speed",
    min: 1,
    max: 200,
    value: 4,
    log: true,
    change: (v) => (run.rate = v),
  });
  const alpha = slider({
    label: "no-loops.alpha",
    min: 0.01,
    max: 3,
    value: both.alpha,
    log: true,
    change(v) {
      both.alpha = v;
      draw();
    },
    valid: (v) => v > 0,
  });
  const broken = brokenCode(core, both);
  const ledger = makeLedger();
  const counted = el("p", { class: "muted" });
  const same = el("p", { class: "says same" });

  function step(times) {
    for (let k = 0; k < times; k++) both.step();
    draw();
    return both.iteration < LAST_ITERATION;
  }

  function reset() {
    both.reset();
    draw();
  }

  /** The examples are others: everything starts again. */
  function taken() {
    run.pause();
    both.take(examples.table());
    if (marked >= both.table.m) marked = 0;
    draw();
  }

  function mark(i) {
    marked = i;
    draw();
  }

  function draw() {
    const { m, n_x } = both.table;
    const line = VECTOR.find(({ id }) => id === code.chosen) ?? VECTOR[0];
    code.shapes(m, n_x);
    examples.mark(marked);
    matrices.replaceChildren(...equation(line.terms, { values: valuesOf(both), m, n_x, i: marked }));
    matrices.style.minHeight = `${90 + 26 * Math.max(m, n_x)}px`; // of the tallest line: nothing below moves
    put(says, sentence(line));
    put(
      counted,
      t("no-loops.lines", {
        m,
        n_x,
        loops: count(linesRun(m, n_x)),
        vector: VECTOR.length,
        cats: count(linesRun(209, 12288)),
      }),
    );
    broken.draw();
    const rows = both.compared();
    ledger.set(rows);
    const off = Math.max(...rows.map(({ loop, vector }) => Math.abs(loop - vector)));
    const key = Number.isFinite(off) ? (off === 0 ? "equal" : "close") : "infinite";
    put(same, t(`no-loops.${key}`, { n: count(both.iteration), off: scientific(off, 1) }));
  }

  function sentence({ id, code: text }) {
    const lines = linesOf(id).map((k) => k + 1);
    const where = runs(lines).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
    const fold = t("no-loops.fold", { lines: where.join(t("no-loops.and")), text });
    return joined([fold, t(`no-loops.why.${id}`, { i: marked + 1 })]);
  }

  fillPart(stage, "lines", el("div", { class: "controls" }, ...sizes, next), code.node, says, matrices);
  fillPart(stage, "examples", examples.node);
  fillPart(
    stage,
    "runs",
    el("div", { class: "controls" }, run.node, speed.node, alpha.node),
    el(
      "div",
      { class: "two-runs" },
      ledger.node,
      el("div", { class: "two-runs-says" }, same, counted, trainLink()),
    ),
  );
  fillPart(stage, "broken", broken.node);
  tells(matrices, () => {
    const { m, n_x } = both.table;
    return { m, n_x, shapeOf: (name) => shapeOf(name, m, n_x) };
  });
  onLanguage(draw);
  draw();
  return { visible: run.visible };
}

/** Values by name, row by row, of the vectorised run. @param {TwoRuns} both */
function valuesOf({ table, passes, states, alpha, core }) {
  const { x, y, m, n_x } = table;
  const { z, a, losses, dz, dw, J, db } = passes.vector;
  const { w, b } = states.vector;
  const after = updated(core, states.vector, passes.vector, alpha);
  const X = Array.from({ length: n_x * m }, (_, k) => x[(k % m) * n_x + Math.floor(k / m)]);
  return {
    X,
    Y: y,
    w,
    wT: w,
    b: [b],
    Z: z,
    A: a,
    L: losses,
    dZ: dz,
    dZT: dz,
    dw,
    J: [J],
    db: [db],
    w_new: after.w,
    b_new: [after.b],
  };
}

/** The numbers of both runs and their difference. */
function makeLedger() {
  const body = el("tbody");
  const heads = ["no-loops.number", "no-loops.with", "no-loops.without", "no-loops.difference"].map((key) =>
    say({ t, onLanguage }, el("th", { scope: "col" }), key),
  );
  const table = el("table", { class: "plain run-ledger" }, el("thead", {}, el("tr", {}, ...heads)), body);
  const node = el("div", { class: "ledger-scroll", tabindex: 0, role: "region" }, table);
  say({ t, onLanguage }, node, "no-loops.ledger", "aria-label");
  return {
    node,
    set(rows) {
      body.replaceChildren(
        ...rows.map(({ name, index, loop, vector }) => {
          const off = Math.abs(loop - vector);
          return el(
            "tr",
            { "data-number": name + (index || "") },
            el("th", { scope: "row" }, name, ...(index ? [el("sub", {}, String(index))] : [])),
            ...[loop, vector].map((v) => el("td", {}, fixed(v, 8))),
            el("td", {}, off === 0 ? "0" : scientific(off, 1)),
          );
        }),
      );
    },
  };
}

function trainLink() {
  const link = say({ t, onLanguage }, el("a", { href: "index.html", class: "button" }), "no-loops.train");
  return el("p", {}, link);
}

/** @param {Node} node @param {string} text */
function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
