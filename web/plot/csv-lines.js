// The text of a table -> lines of cells, and the mark between them. Row form of d3-dsv: its object form needs
// `new Function`, which the page's policy forbids.

import { dsvFormat } from "../vendor/d3-dsv.js";
import { isMissing, partsOf } from "./csv-number.js";

/** @typedef {{line: number, cells: string[]}} Line the first line of a file is 1 */

const SEPARATORS = ["\t", ";", ",", "|", " "]; // the first of equals
const PROBE = 50;
const BLOCK = 2 ** 18; // letters
const LINE_END = /\r\n|[\r\n]/g;

/** What the steps lead to, without a pause. @template T @param {Generator<void, T>} steps @returns {T} */
export function drained(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** @param {string} text @param {number} least columns */
export function separatorOf(text, least) {
  const told = /^"?sep=(.)"?[ \t]*(?=[\r\n])/i.exec(text); // a line for Excel
  const rest = told ? text.slice(told[0].length) : text;
  return { separator: told?.[1] ?? likeliest(rest, least), rest };
}

/** The separator that makes most of the first lines rows of numbers. @param {string} text @param {number} least */
function likeliest(text, least) {
  const [start] = /^(?:[^\r\n]*(?:\r\n?|\n|$)){0,200}/.exec(text) ?? [text];
  const scores = SEPARATORS.map((separator) => {
    const lines = drained(split(start, separator)).slice(0, PROBE);
    const enough = lines.filter(({ cells }) => cells.length >= least);
    const good = enough.filter(({ cells }) => cells.slice(0, least).every((c) => isMissing(c) || partsOf(c)));
    return enough.length + 2 * good.length;
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))];
}

/** Lines that are not empty, without the empty cells at their ends. @param {string} text @param {string} separator
 *  @returns {Generator<void, Line[]>} */
export function* split(text, separator) {
  const format = dsvFormat(separator);
  /** @type {Line[]} */
  const lines = [];
  let line = 1;
  for (const block of blocksOf(text)) {
    yield;
    const flat = separator === " " ? block.replace(/[ \t]+/g, " ").replace(/^ | $/gm, "") : block;
    const quoted = flat.includes('"');
    for (const cells of format.parseRows(flat)) {
      let end = cells.length;
      while (end > 0 && cells[end - 1].trim() === "") end--;
      if (end > 0) lines.push({ line, cells: end < cells.length ? cells.slice(0, end) : cells });
      line++;
      for (const cell of quoted ? cells : []) if (/[\r\n]/.test(cell)) line += breaksIn(cell);
    }
  }
  return lines;
}

const breaksIn = (/** @type {string} */ cell) => cell.split(/\r\n?|\n/).length - 1;

/** The text in pieces that end with a line, and not within quotes. @param {string} text */
function* blocksOf(text) {
  for (let from = 0; from < text.length;) {
    let to = from;
    let open = false;
    do {
      const start = to;
      LINE_END.lastIndex = to + BLOCK;
      to = LINE_END.test(text) ? LINE_END.lastIndex : text.length;
      if (text.slice(start, to).split('"').length % 2 === 0) open = !open;
    } while (to < text.length && open);
    yield text.slice(from, to);
    from = to;
  }
}
