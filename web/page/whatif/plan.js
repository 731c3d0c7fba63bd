// Which pictures each trial trains on and which it is measured on: by their places in the lists of a job.

import { random } from "../../notes/shared/random.js";

/**
 * @typedef {object} Pictures arrays of the same length
 * @property {ArrayLike<number>} y @property {ArrayLike<number>} test 1: kept for testing
 * @property {ArrayLike<number>} group the picture itself, or the one that it is a mirrored copy of: they stay together
 * @typedef {{train: number[], test: number[], out: number[], alpha?: number, iterations?: number, curve?: boolean}} Plan out: what
 *   is left out, of those trained on; alpha, iterations: others than the job's; curve: J of every iteration is told
 */

export const SPLITS = 50;
export const FOLDS = 10;
const SHARE = 0.2; // for testing, where nothing is kept for it so far

const places = (/** @type {ArrayLike<number>} */ list) => Array.from(list, (_, i) => i);

/** The places of each picture with its copies, by its class: also a copy that was moved to the other class stays with it, or
 *  it would be trained on while its picture is tested. @param {Pictures} pictures @returns {number[][][]} */
function families({ y, group }) {
  /** @type {Map<number, number[]>} */
  const of = new Map();
  for (const i of places(group)) {
    const family = of.get(group[i]);
    if (family) family.push(i);
    else of.set(group[i], [i]);
  }
  return [0, 1].map((one) => [...of.values()].filter(([first]) => y[first] === one));
}

/** @template T @param {T[]} list @param {() => number} next @returns {T[]} in any order, all equally likely */
function shuffled(list, next) {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Tested is the picture alone, the first of its family: copies are for training. @param {number[][]} test
 *  @param {number[][]} train @returns {Plan} */
const planOf = (test, train) => ({ train: train.flat(), test: test.map(([first]) => first), out: [] });

/** The share kept for testing now: of pictures, since copies are no more of them. @param {Omit<Pictures, "y">} pictures */
export function shareOf({ test, group }) {
  const kept = new Set(places(group).flatMap((i) => (test[i] ? group[i] : []))).size;
  return kept > 0 ? kept / new Set(places(group).map((i) => group[i])).size : SHARE;
}

/** How many of a class are tested: as the share has it, but at least one of either part. @param {number} n @param {number} share */
const tested = (n, share) => Math.max(Math.min(1, n - 1), Math.min(n - 1, Math.round(n * share)));

/** Other splits, each class with the same share: the families of either part, by class.
 *  @param {Pictures} pictures @param {number} [count] @param {number} [seed]
 *  @returns {Generator<{test: number[][][], train: number[][][]}>} */
export function* parted(pictures, count = SPLITS, seed = 1) {
  const classes = families(pictures);
  const next = random(seed);
  const share = shareOf(pictures);
  for (let k = 0; k < count; k++) {
    const mixed = classes.map((list) => shuffled(list, next));
    const cut = mixed.map((list) => tested(list.length, share));
    yield {
      test: mixed.map((list, y) => list.slice(0, cut[y])),
      train: mixed.map((list, y) => list.slice(cut[y])),
    };
  }
}

/** The same as plans. @param {Pictures} pictures @param {number} [count] @param {number} [seed] @returns {Generator<Plan>} */
export function* splits(pictures, count = SPLITS, seed = 1) {
  for (const { test, train } of parted(pictures, count, seed)) yield planOf(test.flat(), train.flat());
}

/** As many parts as there can be, up to FOLDS. @param {Pictures} pictures */
export const foldsOf = (pictures) => Math.min(FOLDS, ...families(pictures).map((list) => list.length));

/** Each picture is tested once, by what was trained on the other parts. @param {Pictures} pictures @param {number} [seed]
 *  @returns {Generator<Plan>} */
export function* folds(pictures, seed = 1) {
  const count = foldsOf(pictures);
  const next = random(seed);
  // One row of both classes, dealt out: the parts are as equal as can be, and so are the classes in them.
  const all = families(pictures).flatMap((list) => shuffled(list, next));
  for (let k = 0; k < count; k++) {
    const test = all.filter((_, i) => i % count === k);
    yield planOf(
      test,
      all.filter((_, i) => i % count !== k),
    );
  }
}

/** All that is trained on, then that without one picture and its copies, after the other. @param {Pictures} pictures
 *  @returns {Generator<Plan>} */
export function* without(pictures) {
  const { group, test } = pictures;
  const all = places(group);
  const [train, kept] = [0, 1].map((part) => all.filter((i) => test[i] === part));
  yield { train, test: kept, out: [] };
  for (const one of new Set(train.map((i) => group[i]))) {
    const out = train.filter((i) => group[i] === one);
    yield { train: train.filter((i) => group[i] !== one), test: kept, out };
  }
}

/** Learning rates as the course's notebook compares them. */
export const ALPHAS = [0.001, 0.01, 0.1];

/** The page's own training, at each of these rates. @param {Pictures} pictures @returns {Generator<Plan>} */
export function* alphas({ test }) {
  const [train, kept] = [0, 1].map((part) => places(test).filter((i) => test[i] === part));
  for (const alpha of ALPHAS) yield { train, test: kept, out: [], alpha, curve: true };
}

/** Places in the order that costs least: those that are trained on first. @param {Pictures} pictures */
export const cheapest = ({ test }) => places(test).sort((i, j) => test[i] - test[j] || i - j);

export const PLANS = { splits, folds, without, alphas };
