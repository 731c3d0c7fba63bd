// A CSV file or a pasted table -> rows of numbers. Commas, semicolons and tabs; a header or none; UTF-8, or the
// GB 18030 that a Chinese Excel writes. Row form of d3-dsv: its object form needs `new Function`, which the
// page's policy forbids.

import { dsvFormat } from "../vendor/d3-dsv.js";

const MAX_BYTES = 2 ** 21;
const MAX_ROWS = 5000;

/** A table that cannot be used: `code` is 'csv.empty' 'csv.columns' 'csv.number' 'csv.big'; params for its words. */
export class TableError extends Error {
  /** @param {string} code @param {Record<string, any>} [params] */
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** The text of a file. @param {Blob} file */
export async function readText(file) {
  if (file.size > MAX_BYTES) throw new TableError("csv.big", { megabytes: 2 });
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** @param {string} text */
function separatorOf(text) {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [",", ";", "\t"].map((mark) => [line.split(mark).length, mark]);
  const [most, mark] = counts.sort((a, b) => Number(b[0]) - Number(a[0]))[0];
  return Number(most) > 1 ? String(mark) : " ";
}

/**
 * @param {string} text
 * @param {number | {least: number, most: number}} wanted how many columns of numbers are wanted, from the left; more are
 *   left out. A range: as many as the first line has
 * @returns {{header: string[] | null, rows: number[][]}} throws TableError
 */
export function parseTable(text, wanted) {
  const clean = text.replace(/^\ufeff/, "").trim();
  if (clean === "") throw new TableError("csv.empty");
  const separator = separatorOf(clean);
  const flat = separator === " " ? clean.replace(/[ \t]+/g, " ") : clean;
  const lines = dsvFormat(separator)
    .parseRows(flat)
    .filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const columns =
    typeof wanted === "number" ? wanted : Math.min(wanted.most, Math.max(wanted.least, lines[0].length));
  const read = (/** @type {string} */ cell) =>
    cell.trim() === "" ? NaN : Number(separator === ";" ? cell.replace(",", ".") : cell);
  const isHeader = lines[0].slice(0, columns).every((cell) => Number.isNaN(read(cell)));
  const header = isHeader ? lines[0].map((cell) => cell.trim()) : null;
  const body = isHeader ? lines.slice(1) : lines;
  if (body.length === 0) throw new TableError("csv.empty");
  if (body.length > MAX_ROWS) throw new TableError("csv.rows", { rows: MAX_ROWS });
  const rows = body.map((cells, i) => {
    const line = i + 1 + (isHeader ? 1 : 0);
    if (cells.length < columns) throw new TableError("csv.columns", { line, columns, found: cells.length });
    return cells.slice(0, columns).map((cell) => {
      const v = read(cell);
      if (!Number.isFinite(v)) throw new TableError("csv.number", { line, text: cell.trim().slice(0, 20) });
      return v;
    });
  });
  return { header, rows };
}
