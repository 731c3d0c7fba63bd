// A small array drawn as what it is: one axis is a row without a frame, two are a table in brackets, more are
// several tables, each named by its leading indices.

import { el } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { countOf } from "./shape.js";

const MOST_NUMBERS = 120;
const MOST_COLUMNS = 8;

/** Whether an array of this shape can be drawn so that it can be read. @param {ArrayLike<number>} shape */
export const canDraw = (shape) =>
  countOf(shape) <= MOST_NUMBERS && (shape.length === 0 || shape[shape.length - 1] <= MOST_COLUMNS);

/** A number of an array in as few characters as it needs. @param {number} x */
export const short = (x) =>
  Number.isInteger(x) && Math.abs(x) < 1e5 ? String(x).replace("-", "−") : fixed(Number(x.toPrecision(4)), 2);

/**
 * @param {{shape: ArrayLike<number>, data: ArrayLike<number>}} array
 * @param {object} options
 * @param {string} options.label name for screen readers
 * @param {(flat: number) => boolean} [options.ghost] whether a number is drawn as a copy
 * @returns {HTMLElement}
 */
export function drawArray({ shape, data }, { label, ghost = () => false }) {
  const sizes = Array.from(shape);
  const columns = sizes.at(-1) ?? 1;
  const rows = sizes.at(-2) ?? 1;
  const leading = sizes.slice(0, -2);
  const node = el("div", { class: "array" });
  for (let slice = 0; slice < countOf(leading); slice++) {
    const table = el("table", { class: sizes.length < 2 ? "grid flat" : "grid" });
    const where = indices(slice, leading).join(", ");
    if (leading.length) table.append(el("caption", {}, `[${where}]`));
    table.setAttribute("aria-label", leading.length ? `${label} [${where}]` : label);
    for (let r = 0; r < rows; r++) {
      const row = el("tr");
      for (let c = 0; c < columns; c++) {
        const flat = (slice * rows + r) * columns + c;
        row.append(el("td", { class: ghost(flat) ? "ghost" : "" }, short(data[flat])));
      }
      table.append(row);
    }
    node.append(table);
  }
  return node;
}

/** The indices of entry `flat` of an array of this shape. @param {number} flat @param {number[]} shape */
function indices(flat, shape) {
  const found = [];
  for (const size of [...shape].reverse()) {
    found.unshift(flat % size);
    flat = Math.floor(flat / size);
  }
  return found;
}
