// What a run is: the learning rate of every iteration from a start, on certain pictures. Two with the same of these have the
// same numbers, to the last bit: they are one run.

import { thinned } from "./curve.js";

/** @typedef {import('../taken.js').Taken} Taken @typedef {import('../learned.js').Source} Source */
/** @typedef {{from: number, to: number, alpha: number}} Stretch of iterations */
/**
 * @typedef {object} Run never changed
 * @property {number} id @property {string | null} name null: the page's own
 * @property {Omit<Source, "how">} source @property {number | 'own'} share
 * @property {number} m @property {number} m_test
 * @property {string} engine @property {{engine: string, hidden: number[], seed: number, batch: number}} made
 * @property {import('../engine.js').Choice | null} choice @property {number} iterations that were asked for
 * @property {Stretch[]} alphas @property {[number, number, number, boolean][]} removals see Network.removals
 * @property {number} end iterations that there were @property {number} cost @property {number} testCost
 * @property {number} accuracy @property {number} testAccuracy
 * @property {import('./curve.js').Curve} curve
 */
/** @typedef {'pictures' | 'size' | 'classes' | 'split'} Difference */

/** alpha of every stretch of iterations. @param {ArrayLike<number>} alphas */
export function stretches(alphas) {
  /** @type {Stretch[]} */
  const list = [];
  for (let t = 0; t < alphas.length; t++) {
    const last = list.at(-1);
    if (last?.alpha === alphas[t]) last.to = t + 1;
    else list.push({ from: t, to: t + 1, alpha: alphas[t] });
  }
  return list;
}

/** Infinite or not a number: it ran away. @param {number} x */
const known = (x) => (Number.isFinite(x) ? x : NaN);

/** @param {Taken} taken @param {number} id @returns {Run} */
export function runOf({ source, made, costs, testCosts, alphas, ...taken }, id) {
  const { id: ids, y, test, n_px } = source;
  const { engine, hidden, seed, batch } = made;
  const end = costs.length - 1;
  return {
    id,
    name: null,
    ...{ source: { id: ids, y, test, n_px }, share: taken.share, m: taken.m, m_test: taken.m_test },
    ...{ engine: taken.engine, made: { engine, hidden, seed, batch }, choice: taken.choice },
    iterations: taken.iterations,
    ...{ alphas: stretches(alphas), removals: taken.removals, end },
    ...{ cost: known(costs[end]), testCost: known(testCosts[end]) },
    ...{ accuracy: known(taken.accuracy), testAccuracy: known(taken.testAccuracy) },
    curve: thinned(costs, testCosts),
  };
}

/** @param {ArrayLike<number>} p @param {ArrayLike<number>} q */
const same = (p, q) => p.length === q.length && Array.prototype.every.call(p, (v, i) => v === q[i]);

/** The same examples in the same order. @param {Omit<Source, "how">} p @param {Omit<Source, "how">} q */
export const sameSource = (p, q) =>
  p === q || (p.n_px === q.n_px && same(p.id, q.id) && same(p.y, q.y) && same(p.test, q.test));

/** @param {Run} run */
const startOf = ({ engine, made: { hidden, seed, batch } }) =>
  JSON.stringify(hidden.length > 0 ? [engine, hidden, seed, batch] : [engine]);

/** What training has done up to iteration t: neurons taken out at t or later have done nothing so far.
 *  @param {Run} run @param {number} t */
function pathTo({ alphas, removals }, t) {
  const before = alphas.filter(({ from }) => from < t);
  const out = removals.filter(([from]) => from < t);
  return JSON.stringify([before.map(({ from, to, alpha }) => [from, Math.min(to, t), alpha]), out]);
}

/** Whether q is p, trained further or not. @param {Run} p @param {Run} q */
export const goesOn = (p, q) =>
  p.end <= q.end &&
  startOf(p) === startOf(q) &&
  pathTo(p, p.end) === pathTo(q, p.end) &&
  sameSource(p.source, q.source);

/** @param {Run} p @param {Run} q */
export const isSame = (p, q) => p.end === q.end && goesOn(p, q);

/** How the pictures of a run differ from others; the order of the examples alone makes roundings only.
 *  @param {Omit<Source, "how">} source @param {Omit<Source, "how">} now @returns {Difference[]} */
export function differences(source, now) {
  if (sameSource(source, now)) return [];
  const place = new Map(Array.from(now.id, (id, i) => [id, i]));
  const places = Array.from(source.id, (id) => place.get(id) ?? -1);
  const found = /** @type {Difference[]} */ ([]);
  const others = source.id.length !== now.id.length || places.includes(-1);
  const differ = (/** @type {"y" | "test"} */ what) =>
    places.some((at, i) => source[what][i] !== now[what][at]);
  if (others) found.push("pictures");
  if (source.n_px !== now.n_px) found.push("size");
  if (!others && differ("y")) found.push("classes");
  if (!others && differ("test")) found.push("split");
  return found;
}
