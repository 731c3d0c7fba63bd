// What the machine sees: a column of numbers x₁ … xₙ in brackets. A long one is shown around the entry that was
// picked, with its first and last; the number of rows never changes, so nothing around it moves.

import { el, say } from "../ui/elements.js";
import { onLanguage, t } from "../i18n/i18n.js";

const words = { t, onLanguage };

/**
 * The indices to show of 1 … n around j: the first, the last and the neighbours; null is a gap.
 * @param {number} j @param {number} n @param {number} [count] how many rows there are
 * @returns {(number | null)[]}
 */
export function rowsAround(j, n, count = 11) {
  const run = (/** @type {number} */ from, /** @type {number} */ to) =>
    Array.from({ length: to - from + 1 }, (_, k) => from + k);
  if (n <= count) return run(1, n);
  const reach = (count - 5) / 2;
  if (j + reach <= count - 2) return [...run(1, count - 2), null, n];
  if (j - reach >= n - count + 3) return [1, null, ...run(n - count + 3, n)];
  return [1, null, ...run(j - reach, j + reach), null, n];
}

/**
 * @param {object} options
 * @param {string} options.title key of the words above it
 * @param {() => string} options.shape such as "x: (12288, 1)"
 * @param {(j: number) => string} options.text the number x_j as text
 * @param {(j: number) => void} [options.pick] a row was clicked
 * @param {number} [options.count] rows
 */
export function columnView({ title, shape, text, pick, count = 11 }) {
  const caption = say(words, el("span", { class: "vector-title" }), title);
  const size = el("span", { class: "vector-shape" });
  const rows = el("tbody");
  const node = el(
    "div",
    { class: "vector" },
    el("p", { class: "vector-head" }, caption, size),
    el("table", { class: "vector-rows" }, rows),
  );
  say(words, node.lastChild, title, "aria-label");
  /** @type {any[]} */
  const cells = Array.from({ length: count }, () => {
    const [index, value] = [el("sub"), el("td")];
    const label = el("th", { scope: "row" }, el("i", {}, "x"), index);
    const row = el("tr", {}, label, value);
    if (pick) row.addEventListener("click", () => row.dataset.j && pick(Number(row.dataset.j)));
    return { row, label, index, value };
  });
  return {
    node,
    /** Shows entry j of n, picked; `also` are picked with it. @param {number} j @param {number} n @param {number[]} [also] */
    show(j, n, also = []) {
      const shown = rowsAround(j, n, count);
      const wanted = cells.slice(0, shown.length).map(({ row }) => row);
      if (rows.childNodes.length !== wanted.length) rows.replaceChildren(...wanted);
      put(size, shape());
      shown.forEach((k, i) => {
        const { row, label, index, value } = cells[i];
        row.className = k === null ? "gap" : k === j ? "picked" : also.includes(k) ? "also" : "";
        row.dataset.j = k ?? "";
        put(label.firstChild, k === null ? "⋮" : "x");
        put(index, k === null ? "" : String(k));
        put(value, k === null ? "⋮" : text(k));
      });
    },
  };
}

/** @param {Node} node @param {string} text */
function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
