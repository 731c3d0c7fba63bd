// A CSV file or a pasted table -> rows of numbers, and what had to be decided on the way. Commas, semicolons, tabs or
// spaces; a header or none; comments; thousands and decimals of either kind; rows with a missing number are left out.

import { drained, separatorOf, split } from "./csv-lines.js";
import { decimalOf, isMissing, partsOf, valueOf } from "./csv-number.js";
import { TableError } from "./table-error.js";

export const MAX_ROWS = 100000;
const SLICE_MS = 25;
const SLICE_LINES = 2000;
const SURE = /^-?(?:\d+|0?\.\d+|\d+\.\d{1,2})$/; // most cells: read without a closer look if the point is decimal

/**
 * @typedef {import("./csv-lines.js").Line} Line
 * @typedef {{unit: string, decimal: string}} Style how a column writes its numbers
 * @typedef {number | {least: number, most: number}} Wanted a range: as many as there are
 * @typedef {object} Table
 * @property {string[] | null} header
 * @property {number[][]} rows
 * @property {number[]} lines where each row stands in the file, the first line is 1
 * @property {{count: number, of: number, line: number, text: string} | null} left rows without one of their numbers: how
 *   many of how many, and the first of them
 * @property {string[]} units that were left out
 * @property {{text: string, value: number} | null} doubtful a number that could have meant another one
 */

/**
 * @param {string} text
 * @param {Wanted} wanted how many columns of numbers are wanted, from the left; more are left out
 * @returns {Table} throws TableError
 */
export const parseTable = (text, wanted) => drained(parsing(text, wanted));

/** The same with pauses, in which the page can move. @param {string} text @param {Wanted} wanted @returns {Promise<Table>} */
export async function parseTableGently(text, wanted) {
  const steps = parsing(text, wanted);
  for (let since = performance.now(); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

/** @param {string} text @param {Wanted} wanted @returns {Generator<void, Table>} */
function* parsing(text, wanted) {
  const least = typeof wanted === "number" ? wanted : wanted.least;
  const clean = text.replace(/^\ufeff/, "").replace(/^[ \t]*#.*$/gm, ""); // an empty line: the others keep their number
  const { separator, rest } = separatorOf(clean, least);
  yield;
  const lines = yield* split(rest, separator);
  yield;
  if (lines.length === 0) throw new TableError("csv.empty");
  const header = headerOf(lines[0].cells, least);
  const body = header ? lines.slice(1) : lines;
  if (body.length === 0) throw new TableError("csv.empty");
  if (body.length > MAX_ROWS) throw new TableError("csv.rows", { rows: MAX_ROWS });
  const width = header?.length ?? usualLength(body);
  const columns = typeof wanted === "number" ? wanted : Math.min(wanted.most, Math.max(least, width));
  if (width < columns) throw new TableError("csv.columns", { line: body[0].line, columns, found: width });
  if (separator === ",") body.forEach((line) => refuseTornNumbers(line, width));
  return { header, ...(yield* numbersOf(body, columns, separator)) };
}

/** A first line of words. @param {string[]} cells @param {number} least */
function headerOf(cells, least) {
  const first = cells.slice(0, least);
  const words = first.every((cell) => isMissing(cell) || !partsOf(cell)) && !first.every(isMissing);
  return words ? cells.map((cell) => cell.trim()) : null;
}

/** @param {Line[]} lines */
function usualLength(lines) {
  /** @type {number[]} */
  const counts = [];
  for (const { cells } of lines) counts[cells.length] = (counts[cells.length] ?? 0) + 1;
  return counts.reduce((best, n, length) => (n >= (counts[best] ?? 0) ? length : best), 0);
}

/** 1,200,399,900 without quotes has more cells than there are columns: nobody knows what it means. @param {Line} line
 *  @param {number} width */
function refuseTornNumbers({ line, cells }, width) {
  if (cells.length <= width || !cells.every((cell) => isMissing(cell) || partsOf(cell))) return;
  if (cells.some((cell, k) => k > 0 && /^\d{3}(?!\d)/.test(cell)))
    throw new TableError("csv.torn", { line, text: shortened(cells.join(",")), found: cells.length, columns: width }); // prettier-ignore
}

/** @param {Line[]} body @param {number} columns @param {string} separator */
function* numbersOf(body, columns, separator) {
  const { styles, doubtful } = yield* stylesOf(body, columns, separator);
  /** @type {number[][]} */
  const rows = [];
  /** @type {number[]} */
  const lines = [];
  /** @type {Line[]} */
  const gaps = [];
  yield* inSlices(body, (one) => {
    const row = readRow(one, styles);
    if (row) {
      rows.push(row);
      lines.push(one.line);
    } else gaps.push(one);
  });
  const left = gaps.length
    ? { count: gaps.length, of: body.length, line: gaps[0].line, text: shortened(gaps[0].cells.join(separator)) } // prettier-ignore
    : null;
  if (left && rows.length === 0) throw new TableError("csv.all-missing", left);
  return { rows, lines, left, units: [...new Set(styles.map(({ unit }) => unit).filter(Boolean))], doubtful };
}

/** How each column writes its numbers: decided by all of its cells, else by those of the other columns. Commas that all have
 *  three digits behind them, with no sign of a decimal comma anywhere, stand between thousands, whatever the separator. @param {Line[]} body @param {number} columns @param {string} separator */
function* stylesOf(body, columns, separator) {
  const seen = [];
  for (let k = 0; k < columns; k++) seen.push(yield* evidenceOf(body, k));
  const all = { ",": 0, ".": 0 };
  for (const { votes } of seen)
    for (const mark of /** @type {const} */ ([",", "."])) all[mark] += votes[mark];
  /** @type {{text: string, value: number} | null} */
  let doubtful = null;
  const styles = seen.map(({ votes, unclear, unit }) => {
    const decimal = winner(votes) ?? winner(all) ?? ".";
    // A point is nobody's mark for thousands where commas separate the cells.
    if (unclear && !winner(votes) && !winner(all) && (unclear.includes(",") || separator !== ","))
      doubtful ??= { text: unclear, value: valueOf(/** @type {any} */ (partsOf(unclear)), decimal) };
    return { unit, decimal };
  });
  return { styles, doubtful };
}

/** @param {Record<"," | ".", number>} votes */
const winner = (votes) => (votes[","] === votes["."] ? null : votes[","] > votes["."] ? "," : ".");

/** What the cells of column k say about its style. @param {Line[]} body @param {number} k */
function* evidenceOf(body, k) {
  const votes = { ",": 0, ".": 0 };
  let unclear = "";
  let unit = "";
  yield* inSlices(body, ({ line, cells }) => {
    const cell = cells[k] ?? "";
    if (SURE.test(cell)) {
      if (cell.includes(".")) votes["."]++;
      return;
    }
    const parts = isMissing(cell) ? null : partsOf(cell);
    if (!parts) return;
    if (parts.unit && unit && parts.unit !== unit)
      throw new TableError("csv.units", { line, text: shortened(cell), unit });
    unit ||= parts.unit;
    const mark = decimalOf(parts);
    if (mark === "?") unclear ||= cell.trim();
    else if (mark) votes[/** @type {"," | "."} */ (mark)]++;
  });
  return { votes, unclear, unit };
}

/** @param {Line[]} lines @param {(line: Line) => void} use */
function* inSlices(lines, use) {
  for (let i = 0; i < lines.length; i++) {
    if (i % SLICE_LINES === 0) yield;
    use(lines[i]);
  }
}

/** The numbers of a line; null where one is missing. @param {Line} line @param {Style[]} styles */
function readRow({ line, cells }, styles) {
  const row = [];
  let whole = true;
  for (let k = 0; k < styles.length; k++) {
    const cell = cells[k] ?? "";
    if (SURE.test(cell) && (styles[k].decimal === "." || !cell.includes("."))) row.push(Number(cell));
    else if (isMissing(cell)) whole = false;
    else {
      const parts = partsOf(cell);
      const v = parts ? valueOf(parts, styles[k].decimal) : NaN;
      if (Number.isNaN(v)) throw new TableError("csv.number", { line, text: shortened(cell.trim()) });
      row.push(v);
    }
  }
  return whole ? row : null;
}

/** @param {string} text */
const shortened = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
