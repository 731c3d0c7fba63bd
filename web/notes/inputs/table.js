// Structured data: a table of houses. Every row is an example, every column a feature, and every cell has a name.

import { onLanguage, t } from "../../i18n/i18n.js";
import { columnView } from "../../plot/column.js";
import { numberField } from "../../plot/controls.js";
import { formula } from "../../plot/formula.js";
import { el, say } from "../../ui/elements.js";
import { plain } from "../../ui/format.js";

const words = { t, onLanguage };

/** Size in m², bedrooms, postcode, minutes to walk to the underground; price in 10 000 ¥. */
const HOUSES = [
  [48, 1, 200082, 12, 310],
  [65, 2, 200434, 9, 385],
  [89, 2, 200092, 6, 610],
  [104, 3, 200433, 15, 655],
  [132, 3, 200040, 4, 1280],
  [160, 4, 201203, 20, 940],
];
const FEATURES = ["size", "bedrooms", "postcode", "walk"];
const N_X = FEATURES.length;
const M = HOUSES.length;
const PRICE = N_X; // the last column of the table is y

const sub = (/** @type {string} */ mi, /** @type {string} */ id) => `<msub><mi>${mi}</mi>${id}</msub>`;
const at = (/** @type {string} */ base) =>
  `<msup>${base}<mrow><mo>(</mo><mn id="i"/><mo>)</mo></mrow></msup><mo>=</mo><mn id="value"/>`;

/** The panel. @param {{announce: (sentence: string) => void}} means */
export function tablePanel({ announce }) {
  const houses = HOUSES.map((row) => [...row]);
  let [i, j] = [2, 1];
  const name = () => (j === PRICE ? t("inputs.price") : t(`inputs.${FEATURES[j]}`));
  const symbol = (/** @type {number} */ r, /** @type {number} */ c) =>
    c === PRICE ? `y⁽${raised(r + 1)}⁾` : `x${lowered(c + 1)}⁽${raised(r + 1)}⁾`;

  const { node: grid, cells } = makeGrid(pick);
  const feature = formula(at(sub("x", '<mn id="j"/>')));
  const target = formula(at("<mi>y</mi>"));
  const meaning = el("p", { class: "inputs-meaning" });
  const field = numberField({
    label: () => t("inputs.cell-value", { name: symbol(i, j) }),
    value: houses[i][j],
    digits: 9,
    valid: (v) => Math.abs(v) < 1e9,
    change: (v) => {
      houses[i][j] = v;
      draw();
    },
  });
  const column = columnView({
    title: "inputs.machine",
    shape: () => `x⁽${raised(i + 1)}⁾: (${N_X}, 1)`,
    text: (k) => plain9(houses[i][k - 1]),
    pick: (k) => pick(i, k - 1),
  });
  const shapes = el("p", { class: "muted num" });

  function pick(/** @type {number} */ row, /** @type {number} */ col) {
    [i, j] = [row, col];
    draw();
    announce(
      t("inputs.says-cell", { symbol: symbol(i, j), value: plain9(houses[i][j]), name: name(), i: i + 1 }),
    );
  }

  function draw() {
    cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        const picked = r === i && c === j;
        cell.textContent = plain9(houses[r][c]);
        cell.tabIndex = picked ? 0 : -1;
        cell.setAttribute("aria-selected", String(picked));
        cell.parentElement.classList.toggle("example", r === i);
      }),
    );
    const values = { i: String(i + 1), j: String(j + 1), value: plain9(houses[i][j]) };
    feature.set(values);
    target.set(values);
    feature.node.toggleAttribute("hidden", j === PRICE);
    target.node.toggleAttribute("hidden", j !== PRICE);
    meaning.textContent = t(j === PRICE ? "inputs.meaning-y" : "inputs.meaning-x", {
      name: name(),
      i: i + 1,
    });
    field.set(houses[i][j]);
    field.field.setAttribute("aria-label", t("inputs.cell-value", { name: symbol(i, j) }));
    column.show(j === PRICE ? 0 : j + 1, N_X);
    shapes.textContent = t("inputs.table-shapes", { m: M, n: N_X });
  }

  onLanguage(draw);
  draw();
  const change = el("p", { class: "inputs-change" }, say(words, el("span"), "inputs.change"), field.node);
  const reading = el(
    "div",
    { class: "inputs-cell" },
    el("div", {}, feature.node, target.node),
    meaning,
    change,
  );
  const node = el(
    "div",
    { class: "inputs-panel inputs-table" },
    el("div", { class: "inputs-thing" }, el("div", { class: "scroll" }, grid), reading, shapes),
    column.node,
  );
  return { node };
}

/** The table as a grid: one cell is in the order of Tab, the arrow keys go to the others. */
function makeGrid(/** @type {(row: number, column: number) => void} */ pick) {
  const head = (/** @type {string} */ key, /** @type {string} */ symbol, index = "") =>
    el(
      "th",
      { scope: "col", role: "columnheader" },
      say(words, el("span"), key),
      el("span", { class: "symbol" }, el("i", {}, symbol), el("sub", {}, index)),
    );
  const heads = [
    el(
      "th",
      { scope: "col", role: "columnheader" },
      say(words, el("span"), "inputs.example"),
      el("i", {}, "i"),
    ),
    ...FEATURES.map((key, k) => head(`inputs.${key}`, "x", String(k + 1))),
    head("inputs.price", "y"),
  ];
  /** @type {any[][]} */
  const cells = HOUSES.map((row, r) =>
    row.map((_, c) => el("td", { role: "gridcell", tabindex: -1, onclick: () => pick(r, c) })),
  );
  const rows = cells.map((row, r) =>
    el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader" }, String(r + 1)), ...row),
  );
  const node = el(
    "table",
    { role: "grid", class: "houses" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)),
    el("tbody", { role: "rowgroup" }, ...rows),
  );
  say(words, node, "inputs.houses", "aria-label");
  node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    const step = /** @type {any} */ (steps)[event.key];
    const r = cells.findIndex((row) => row.includes(event.target));
    if (!step || r < 0) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(M - 1, r + step[0]));
    const col = Math.max(0, Math.min(PRICE, cells[r].indexOf(event.target) + step[1]));
    pick(row, col);
    cells[row][col].focus();
  });
  return { node, cells };
}

const plain9 = (/** @type {number} */ v) =>
  plain(v) === String(v) ? plain(v) : String(Number(v.toPrecision(9)));
const digits = (/** @type {string} */ from) => (/** @type {number} */ n) =>
  String(n).replace(/\d/g, (d) => from[Number(d)]);
const raised = digits("⁰¹²³⁴⁵⁶⁷⁸⁹");
const lowered = digits("₀₁₂₃₄₅₆₇₈₉");
