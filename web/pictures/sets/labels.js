// Labels -> 0 and 1: numbers, words, or a column for each class. What has two values tells two classes apart, whatever they are
// called; all sets of a file together, since a small test set may lack one of them.

import { inOrder, onesFirst } from "../folders/order.js";
import { Refusal } from "../refusal.js";
import { describe, lengthOf, numbers, plain } from "./numbers.js";

/** @typedef {import('./numbers.js').Named} Named @typedef {number | string} Value */
/** @typedef {{key: string, values: Value[]}} Labels */
/** @template {Named} N @typedef {Pick<import('./read.js').Source<N>, "bytes" | "texts">} Source */

const SHOWN = 6; // of many values, in a sentence
const LONGEST = 30; // letters of a value there

/** Whether there may be m labels in it: (m), (m, 1), (1, m). @param {Named} named @param {number} m */
export const holdsLabels = ({ kind, shape }, m) =>
  kind !== "" && lengthOf(shape) === m && (shape.includes(m) || shape.length === 0);

/** Whether there may be a column, or a row, for each class: (m, 2), (2, m). @param {Named} named @param {number} m */
export const holdsColumns = ({ kind, shape }, m) =>
  kind !== "" && kind !== "text" && shape.length === 2 && shape.includes(m) && shape[0] * shape[1] === 2 * m;

/** The one of two columns in which there is a 1. @param {number[]} list @param {number} m @param {boolean} rows */
function columnsOf(list, m, rows) {
  return Array.from({ length: m }, (_, i) => {
    const [zero, one] = rows ? [list[i], list[m + i]] : [list[2 * i], list[2 * i + 1]];
    return zero + one === 1 && (one === 0 || one === 1) ? one : NaN;
  });
}

/** What the m labels are. @template {Named} N @param {N} named @param {number} m @param {Source<N>} source
 *  @returns {Promise<Labels>} */
export async function readLabels(named, m, source) {
  const { key, kind, shape } = named;
  const columns = holdsColumns(named, m);
  if (!columns && !holdsLabels(named, m)) throw new Refusal("set-labels", { key, shape: describe(named), m });
  if (kind === "text") return { key, values: (await source.texts(named)).map((text) => text.trim()) };
  const { length, at } = numbers(named, await source.bytes(named));
  const list = Array.from({ length }, (_, i) => at(i));
  if (!columns) return { key, values: list };
  const values = columnsOf(list, m, (shape[0] === 2 && m !== 2) !== Boolean(named.fortran));
  if (values.some(Number.isNaN)) throw new Refusal("set-columns", { key, shape: describe(named) });
  return { key, values };
}

/** @param {Value} value */
const shown = (value) => {
  const text = typeof value === "number" ? plain(value) : `“${value}”`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** The two values, that of y = 0 first, or a Refusal. @param {Labels[]} list @returns {Value[]} */
function kindsIn(list) {
  const kinds = [...new Set(list.flatMap(({ values }) => values))];
  const { key } = list[0];
  const odd = kinds.find((value) => value === "" || (typeof value === "number" && !Number.isInteger(value)));
  if (odd !== undefined) throw new Refusal("set-label", { key, value: shown(odd) });
  const found = `${kinds.slice(0, SHOWN).map(shown).join(", ")}${kinds.length > SHOWN ? " …" : ""}`;
  if (kinds.every((value) => value === 0 || value === 1)) return [0, 1];
  if (kinds.length > 2) throw new Refusal("set-kinds", { key, n: kinds.length, found });
  if (kinds.length < 2) throw new Refusal("set-one-kind", { key, value: found });
  if (kinds.every((value) => typeof value === "number")) return kinds.sort((a, b) => Number(a) - Number(b));
  const two = inOrder(kinds.map((value) => ({ path: String(value) }))).map(({ path }) => path);
  return onesFirst(two).reverse();
}

/**
 * 0 and 1 for every label, and what the classes are called where the labels say so.
 * @param {Labels[]} list of all sets in a file @returns {{y: Uint8Array[], names: string[] | null}}
 */
export function classesOf(list) {
  const kinds = kindsIn(list);
  const y = list.map(({ values }) => Uint8Array.from(values, (value) => kinds.indexOf(value)));
  const named = kinds[0] !== 0 || kinds[1] !== 1;
  return { y, names: named ? kinds.map(String) : null };
}
