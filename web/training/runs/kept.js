// Runs as plain objects, to be stored or saved; and back, where nothing is believed: another version, or anybody, may have
// written it.

import { CAPACITY, ENGINES, MAX_ITERATIONS } from "../../core/limits.js";
import { choiceIn } from "../learned.js";
import { validSettings } from "../settings.js";
import { sameSource } from "./run.js";

/** @typedef {import('./run.js').Run} Run */

/** So many runs are kept. */
export const MOST = 50;
const NAME = 80; // letters
const POINTS = 4096; // of a curve: twice as many as the longest run has
const REMOVALS = 10_000;

/** A name as it is kept; null: the page's own. @param {any} name */
export const runName = (name) => (typeof name === "string" ? name.trim().slice(0, NAME) || null : null);

/** The pictures of several runs are there once. @param {readonly Run[]} list */
export function plainOf(list) {
  /** @type {Run["source"][]} */
  const sources = [];
  const runs = list.map(({ id: _, source, ...run }) => {
    let at = sources.findIndex((each) => sameSource(each, source));
    if (at < 0) at = sources.push(source) - 1;
    return { ...run, source: at };
  });
  return { sources, runs };
}

/** @param {unknown} right */
function must(right) {
  if (!right) throw new RangeError("not a run");
}
/** @param {any} v @returns {boolean} */
const isList = (v) => Array.isArray(v) || (ArrayBuffer.isView(v) && "length" in v);
const isWhole = (/** @type {any} */ v, /** @type {number} */ least, /** @type {number} */ most) =>
  Number.isSafeInteger(v) && v >= least && v <= most;

/** Numbers that `right` holds for. @param {any} list @param {number} most @param {(v: any) => boolean} right @returns {any[]} */
function numbers(list, most, right) {
  must(isList(list) && list.length <= most);
  const all = /** @type {any[]} */ (Array.from(list));
  must(all.every(right));
  return all;
}

/** A number or, as JSON has it, null where it is not finite. @param {any} v @param {number} [most] */
function real(v, most = Infinity) {
  const number = v ?? NaN;
  must(
    typeof number === "number" &&
      (Number.isNaN(number) || (number >= 0 && number <= most && number < Infinity)),
  );
  return number;
}

/** The same of a point, which has half as many digits: what is too large for them is no number.
 *  @param {any} v */
function point(v) {
  const number = Math.fround(real(v));
  return Number.isFinite(number) ? number : NaN;
}

/** @param {any} source @returns {Run["source"]} */
function sourceIn({ n_px, id, y, test }) {
  must(isWhole(n_px, 1, 1024));
  const bit = (/** @type {any} */ v) => v === 0 || v === 1;
  const found = {
    id: Uint32Array.from(numbers(id, CAPACITY, (v) => isWhole(v, 0, 2 ** 32 - 1))),
    y: Uint8Array.from(numbers(y, CAPACITY, bit)),
    test: Uint8Array.from(numbers(test, CAPACITY, bit)),
    n_px,
  };
  must(found.id.length > 0 && found.y.length === found.id.length && found.test.length === found.id.length);
  return found;
}

/** @param {any} alphas @param {number} end @returns {import('./run.js').Stretch[]} */
function alphasIn(alphas, end) {
  must(Array.isArray(alphas) && alphas.length <= end);
  let at = 0;
  const all = alphas.map((/** @type {any} */ { from, to, alpha }) => {
    must(from === at && isWhole(to, from + 1, end) && alpha > 0 && Number.isFinite(alpha));
    at = to;
    return { from, to, alpha };
  });
  must(at === end);
  return all;
}

/** @param {any} removals @param {number} end @param {number[]} hidden @returns {Run["removals"]} */
function removalsIn(removals, end, hidden) {
  must(Array.isArray(removals) && removals.length <= REMOVALS);
  return removals.map((/** @type {any[]} */ [t, layer, unit, out]) => {
    must(isWhole(t, 0, end) && isWhole(layer, 1, hidden.length) && isWhole(unit, 0, hidden[layer - 1] - 1));
    must(typeof out === "boolean");
    return /** @type {[number, number, number, boolean]} */ ([t, layer, unit, out]);
  });
}

/** @param {any} curve @param {number} end @returns {Run["curve"]} */
function curveIn({ t, train, test }, end) {
  let last = -1;
  const found = {
    t: Uint32Array.from(
      numbers(t, POINTS, (at) => {
        const right = isWhole(at, last + 1, end);
        last = at;
        return right;
      }),
    ),
    train: Float32Array.from(
      numbers(train, POINTS, () => true),
      point,
    ),
    test: Float32Array.from(
      numbers(test, POINTS, () => true),
      point,
    ),
  };
  must(found.train.length === found.t.length && found.test.length === found.t.length && last === end);
  return found;
}

/** @param {any} said @param {Run["source"][]} sources @param {number} id @returns {Run} */
function runIn(said, sources, id) {
  const { name, share, m, m_test, engine, made, choice, iterations, end } = said;
  const { engine: asked, hidden, seed, batch } = made;
  const settings = { engine: asked, hidden, seed, batch, iterations, share };
  must(Object.keys(validSettings(settings)).length === 6 && ENGINES.includes(engine));
  must(isWhole(end, 1, MAX_ITERATIONS) && isWhole(said.source, 0, sources.length - 1));
  const source = sources[said.source];
  must(isWhole(m, 1, source.id.length) && m_test === source.id.length - m);
  return {
    ...{ id, name: runName(name), source, share, m, m_test, engine },
    ...{ made: { engine: asked, hidden: [...hidden], seed, batch }, choice: choiceIn(choice), iterations },
    ...{ alphas: alphasIn(said.alphas, end), removals: removalsIn(said.removals, end, hidden), end },
    ...{ cost: real(said.cost), testCost: real(said.testCost) },
    ...{ accuracy: real(said.accuracy, 1), testAccuracy: real(said.testAccuracy, 1) },
    curve: curveIn(said.curve, end),
  };
}

/** What was stored or saved, numbered anew; an error where anything of it cannot be. @param {any} plain @returns {Run[]} */
export function runsIn(plain) {
  must(Array.isArray(plain?.sources) && Array.isArray(plain.runs));
  must(plain.runs.length <= MOST && plain.sources.length <= MOST);
  const sources = plain.sources.map(sourceIn);
  return plain.runs.map((/** @type {any} */ said, /** @type {number} */ i) => runIn(said, sources, i + 1));
}
