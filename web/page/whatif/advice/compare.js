// Whether one way of training is better than another, from their accuracies over the same random splits.

/** Called better or worse: wrongly so, of all that is compared at once, in about one of twenty cases. */
export const LEVEL = 0.05;

/**
 * The chance that Student's t with nu degrees of freedom is further from 0 than this (Abramowitz and Stegun, 26.7.3 and 26.7.4:
 * a finite sum where nu is whole).
 * @param {number} t @param {number} nu
 */
export function twoSided(t, nu) {
  const theta = Math.atan2(Math.abs(t), Math.sqrt(nu));
  const cos2 = Math.cos(theta) ** 2;
  const odd = nu % 2 === 1;
  let [sum, term] = [0, odd ? Math.cos(theta) : 1];
  for (let k = odd ? 1 : 0; k <= nu - 2; k += 2) {
    sum += term;
    term *= (cos2 * (k + 1)) / (k + 2);
  }
  const within = odd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
  return Math.min(1, Math.max(0, 1 - within));
}

/** t beyond which only the share `level` lies, at both ends together. @param {number} level @param {number} nu */
export function beyond(level, nu) {
  let [low, high] = [0, 1];
  while (twoSided(high, nu) > level && high < 1e6) high *= 2;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (twoSided(middle, nu) > level) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The differences of pairs, split by split. Splits of the same pictures overlap, so their differences are not independent, and
 * the common t-test would see effects where there are none. This is the corrected resampled t-test of Nadeau and Bengio,
 * Inference for the Generalization Error, Machine Learning 52 (2003): the variance of the mean is (1 / J + n_test / n_train) s^2
 * and not s^2 / J.
 * @param {number[]} differences one a split @param {number} tested pictures of a split @param {number} trained likewise
 */
export function paired(differences, tested, trained) {
  const J = differences.length;
  const mean = differences.reduce((sum, d) => sum + d, 0) / J;
  const sd = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (J - 1));
  const error = sd * Math.sqrt(1 / J + tested / trained);
  const same = differences.every((d) => d === differences[0]);
  const p = same ? (mean === 0 || J < 2 ? 1 : 0) : twoSided(mean / error, J - 1);
  const reach = J < 2 ? Infinity : same ? 0 : beyond(LEVEL, J - 1) * error;
  return { mean, sd, p, low: mean - reach, high: mean + reach };
}

/**
 * Which of these p hold at LEVEL together: Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal
 * of Statistics 6 (1979). Those that are not known yet count among `total`; what holds goes on to hold when they come.
 * @param {number[]} ps @param {number} [total] @returns {boolean[]}
 */
export function holding(ps, total = ps.length) {
  const order = ps.map((_, i) => i).sort((i, j) => ps[i] - ps[j]);
  const held = ps.map(() => false);
  for (const [rank, i] of order.entries()) {
    if (!(ps[i] <= LEVEL / (total - rank))) break;
    held[i] = true;
  }
  return held;
}

/** @typedef {import('../run.js').Found & {what: string, split: number, trained: number, originals: number, iterations: number}} Tried
 *  one training of a candidate; originals: how many pictures the split trains on, their copies not counted */

/** Mean and standard deviation. @param {number[]} list */
function spreadOf(list) {
  const mean = list.reduce((sum, a) => sum + a, 0) / list.length;
  return {
    mean,
    sd: Math.sqrt(list.reduce((sum, a) => sum + (a - mean) ** 2, 0) / (list.length - 1)),
    n: list.length,
  };
}

/**
 * A candidate against the training as it is now.
 * @param {Tried[]} base @param {Tried[]} other of splits that the base has as well; before: what the base has on those
 */
export function against(base, other) {
  const before = new Map(base.map((each) => [each.split, each]));
  const finite = other.filter(({ testAccuracy }) => Number.isFinite(testAccuracy));
  const pairs = finite.flatMap((each) => {
    const first = before.get(each.split)?.testAccuracy ?? NaN;
    return Number.isFinite(first) ? [each.testAccuracy - first] : [];
  });
  const accuracy = spreadOf(finite.map(({ testAccuracy }) => testAccuracy));
  const diverged = other.length - finite.length;
  const of = base[0];
  const difference = of && pairs.length > 1 ? paired(pairs, of.tested, of.originals) : null;
  return { accuracy, diverged, difference, before: accuracy.mean - (difference?.mean ?? NaN) };
}

/** @typedef {"better" | "worse" | "none" | "curve" | "diverged" | "open"} Verdict curve: not tested */

/** A quarter of the pictures is there for the curve over m alone. @param {{what: string}} candidate */
const isTested = ({ what }) => what !== "quarter";

/**
 * What came of all candidates, best first: those that are not complete yet stay at the end in their order.
 * @param {Tried[]} found @param {import('./candidates.js').Candidate[]} candidates the base first
 */
export function ranked(found, candidates) {
  const of = (/** @type {string} */ what) => found.filter((each) => each.what === what);
  const [first, ...others] = candidates;
  const base = of(first.what);
  const known = others.map((candidate) => {
    const list = of(candidate.what);
    const complete = base.length >= candidate.splits && list.length === candidate.splits;
    return { candidate, complete, done: list.length, ...toldOf(list[0]), ...against(base, list) };
  });
  const tests = known.filter(
    ({ complete, difference, candidate }) => complete && difference && isTested(candidate),
  );
  const held = holding(
    tests.map(({ difference }) => /** @type {any} */ (difference).p),
    others.filter(isTested).length,
  );
  const rows = known.map((row) => {
    const i = tests.indexOf(row);
    return { ...row, verdict: verdictOf(row, i >= 0 && held[i]) };
  });
  const size = (/** @type {typeof rows[0]} */ { verdict, difference }) =>
    verdict === "open" ? -Infinity : verdict === "diverged" ? -2 : (difference?.mean ?? -1);
  return {
    base: { ...spreadOf(base.map(({ testAccuracy }) => testAccuracy).filter(Number.isFinite)), of: base },
    rows: rows.sort((p, q) => (size(p) === size(q) ? 0 : size(q) - size(p))),
  };
}

/** With how many iterations, on how many pictures it was trained: the same in all splits. @param {Tried} [first] */
const toldOf = (first) => ({ iterations: first?.iterations ?? 0, trained: first?.trained ?? 0 });

/** @returns {Verdict} */
function verdictOf({ candidate, complete, diverged, difference }, /** @type {boolean} */ holds) {
  if (!complete) return "open";
  if (!isTested(candidate)) return "curve";
  if (diverged > 0) return "diverged";
  if (!holds) return "none";
  return difference.mean > 0 ? "better" : "worse";
}
