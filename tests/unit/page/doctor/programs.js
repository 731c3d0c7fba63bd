// What learners write, as they would write it, each program with one thing done otherwise: in every form in which the page runs it.
import {
  crossEntropy,
  matrix,
  mean,
  sd,
  train,
  trainColumn,
  trainEach,
  trainMomentum,
  trainOwn,
  trainUnset,
} from "./loops.js";

/** @typedef {import('./loops.js').Pictures} Pictures */
/** @typedef {(set: Pictures, alpha: number, n: number, test: Pictures) => number[]} Write the costs that a program prints */

/** The course's program, but for this. @param {(of: {m: number, n_x: number, m_test: number}) => any} [otherwise] @returns {Write} */
const but = (otherwise) => (set, alpha, n, test) =>
  train(matrix(set), alpha, n, otherwise?.({ m: set.length, n_x: set[0].x.length, m_test: test.length }))
    .costs;

/** With another function for a, or another J. @returns {Write} */
const plainBut = (/** @type {any} */ otherwise) => but(() => otherwise);

/** On other numbers. @param {(bytes: Uint8Array, j: number, all: Pictures) => number} value @returns {Write} */
const onX = (value) => (set, alpha, n) => train(matrix(set, value), alpha, n).costs;

/** Something of all pictures, worked out once. @param {(set: Pictures) => any} of @param {(bytes: Uint8Array, j: number, known: any) =>
 *  number} value @returns {Write} */
const onAll = (of, value) => (set, alpha, n) => {
  const known = of(set);
  return train(matrix(set, (x, j) => value(x, j, known)), alpha, n).costs; // prettier-ignore
};

const bytesOf = (/** @type {Pictures} */ set) => set.flatMap(({ x }) => [...x]);
const ofAll = (/** @type {Pictures} */ set) => ({ mu: mean(bytesOf(set)), sigma: sd(bytesOf(set)) });
const columns = (/** @type {Pictures} */ set) =>
  Array.from(set[0].x, (_, j) => set.map(({ x }) => x[j])).map((list) => ({
    mu: mean(list),
    sigma: sd(list),
  }));
/** Of a picture by itself, remembered. @param {(x: number[]) => any} of */
const ofEach = (of) => (/** @type {Pictures} */ set) => new Map(set.map(({ x }) => [x, of([...x])]));

/** train_set_x_orig.reshape(-1, m): the bytes of all pictures in a row, and every m-th of them makes a column. @param {Pictures} set */
function scrambled(set) {
  const m = set.length;
  const all = bytesOf(set);
  return set.map(({ y }, i) => ({ y, x: Uint8Array.from(set[0].x, (_, j) => all[j * m + i]) }));
}

/** The loss of a course's later weeks, and of libraries: never infinite. */
export const fromZ = (/** @type {number} */ z, /** @type {number} */ a, /** @type {number} */ y) =>
  Math.max(0, z) - y * z + Math.log1p(Math.exp(-Math.abs(z)));
const square = (/** @type {number} */ a, /** @type {number} */ y) => (a - y) ** 2;
const flat = (/** @type {number} */ a, /** @type {number} */ y) => (a - y) * a * (1 - a);
const identity = (/** @type {number} */ z) => z;
const ones = (/** @type {number} */ a, /** @type {number} */ y) => y * Math.log(a);
const zeros = (/** @type {number} */ a, /** @type {number} */ y) => (1 - y) * Math.log(1 - a);

/** Every mistake by its id, in all its forms. @type {Record<string, Write[]>} */
export const PROGRAMS = {
  right: [but(), plainBut({ lossOf: fromZ })],

  bytes: [onX((x, j) => x[j])],
  twice: [onX((x, j) => x[j] / 255 / 255)],
  "by-256": [onX((x, j) => x[j] / 256)],
  symmetric: [
    onX((x, j) => x[j] / 127.5 - 1),
    onX((x, j) => x[j] / 255 - 0.5),
    onX((x, j) => (x[j] - 128) / 128),
  ],
  "by-other": [225, 128, 100, 1000].map((by) => onX((x, j) => x[j] / by)),
  standard: [onAll(ofAll, (x, j, { mu, sigma }) => (x[j] - mu) / sigma)],
  "standard-each": [onAll(columns, (x, j, known) => (x[j] - known[j].mu) / known[j].sigma)],
  "standard-picture": [
    onAll(
      ofEach((x) => ({ mu: mean(x), sigma: sd(x) })),
      (x, j, known) => (x[j] - known.get(x).mu) / known.get(x).sigma,
    ),
  ],
  centred: [
    onAll(columns, (x, j, known) => (x[j] - known[j].mu) / 255),
    onAll(ofAll, (x, j, { mu }) => (x[j] - mu) / 255),
  ],
  unit: [onAll(ofEach((x) => Math.hypot(...x)), (x, j, known) => x[j] / known.get(x))], // prettier-ignore
  floored: [onX((x, j) => Math.floor(x[j] / 255))],
  scrambled: [(set, alpha, n) => train(matrix(scrambled(set)), alpha, n).costs],
  test: [(set, alpha, n, test) => train(matrix(test), alpha, n).costs],
  all: [(set, alpha, n, test) => train(matrix([...set, ...test]), alpha, n).costs],
  ones: [plainBut({ w0: 1 })],
  "b-one": [plainBut({ b0: 1 })],

  "no-m": [plainBut({ mW: 1, mB: 1 })],
  "no-m-w": [plainBut({ mW: 1 })],
  "no-m-b": [plainBut({ mB: 1 })],
  "no-m-cost": [plainBut({ mJ: 1 })],
  "no-m-all": [plainBut({ m: 1 })],
  "n-x": [but(({ n_x }) => ({ m: n_x }))],
  "m-other": [but(({ n_x }) => ({ m: Math.sqrt(n_x / 3) })), but(({ m_test }) => ({ m: m_test }))],
  "m-twice-dw": [
    but(({ m }) => ({ mW: m * m, mB: m * m })),
    but(({ m }) => ({ mW: m * m })),
    but(({ m }) => ({ m, mW: m * m, mB: m * m, mJ: m * m })),
  ],
  "m-twice-db": [but(({ m }) => ({ mB: m * m }))],
  half: [but(({ m }) => ({ mJ: 2 * m })), but(({ m }) => ({ m: 2 * m }))],
  "m-twice": [but(({ m }) => ({ mJ: m * m }))],
  short: [
    but(({ m }) => ({ m, order: Array.from({ length: m - 1 }, (_, i) => i + 1) })),
    but(({ m }) => ({ m, order: Array.from({ length: m - 1 }, (_, i) => i) })),
  ],

  misprint: [plainBut({ f: (z) => 1 / (z + Math.exp(-z)) })],
  exponent: [plainBut({ f: (z) => 1 / (1 + Math.exp(z)) })],
  sign: [plainBut({ signW: -1, signB: -1 })],
  "sign-w": [plainBut({ signW: -1 })],
  "sign-b": [plainBut({ signB: -1 })],
  "db-each": [0, 1].map((all) => (set, alpha, n) => trainOwn(matrix(set), alpha, n, all ? 1 : set.length)),
  "no-update": [plainBut({ signW: 0, signB: 0 })],
  squared: [plainBut({ dzOf: flat })],
  "squared-all": [
    plainBut({ dzOf: flat, loss: square }),
    plainBut({ dzOf: (a, y) => 2 * flat(a, y), loss: square }),
    plainBut({ dzOf: flat, loss: (a, y) => square(a, y) / 2 }),
  ],
  "no-b": [plainBut({ keepB: true })],
  "no-w": [plainBut({ signW: 0 })],
  "late-b": [plainBut({ late: true })],
  reset: [
    { of: ["J", "d"], divided: true },
    { of: ["d"], divided: true },
    { of: ["d"], divided: false },
    { of: ["J", "d"], divided: false },
    { of: ["J"], divided: true },
    { of: ["J"], divided: false },
  ].map((how) => (set, alpha, n) => trainUnset(matrix(set), alpha, n, how)),
  "db-inner": [but(({ m, n_x }) => ({ mB: m / n_x }))],
  momentum: [(set, alpha, n) => trainMomentum(matrix(set), alpha, n)],
  each: [
    (set, alpha, n) => trainEach(matrix(set), alpha, n, 1),
    (set, alpha, n) => trainEach(matrix(set), alpha, n, 1 / set.length),
  ],
  "b-outside": [plainBut({ outside: true })],
  "no-sigmoid": [
    plainBut({ f: (z) => Math.max(0, z) }),
    plainBut({ f: Math.tanh }),
    plainBut({ f: identity }),
  ],
  linear: [
    plainBut({ f: identity, loss: square }),
    plainBut({ f: identity, loss: (a, y) => square(a, y) / 2 }),
  ],
  column: [
    [1, 1],
    [2, 2],
    [2, 1],
  ].map(([J, b]) => (set, alpha, n) => {
    const m = set.length;
    return trainColumn(matrix(set), alpha, n, { mJ: m ** J, mB: m ** b });
  }),

  minus: [plainBut({ loss: (a, y) => -crossEntropy(a, y) })],
  log10: [plainBut({ loss: (a, y) => -(y * Math.log10(a) + (1 - y) * Math.log10(1 - a)) })],
  log2: [plainBut({ loss: (a, y) => -(y * Math.log2(a) + (1 - y) * Math.log2(1 - a)) })],
  "no-zeros": [plainBut({ loss: (a, y) => -ones(a, y) })],
  "no-ones": [plainBut({ loss: (a, y) => -zeros(a, y) })],
  after: [(set, alpha, n) => train(matrix(set), alpha, n + 1).costs.slice(1)],
  "squared-cost": [plainBut({ loss: square }), plainBut({ loss: (a, y) => square(a, y) / 2 })],
  "no-factor": [
    plainBut({ loss: (a, y) => -(Math.log(a) + zeros(a, y)) }),
    plainBut({ loss: (a, y) => -(ones(a, y) + Math.log(1 - a)) }),
  ],
  "one-log": [plainBut({ loss: (a, y) => -(ones(a, y) + (1 - y) * Math.log(a)) })],
  crossed: [plainBut({ loss: (a, y) => -(y * Math.log(1 - a) + (1 - y) * Math.log(a)) })],
  "sign-term": [plainBut({ loss: (a, y) => -(ones(a, y) - zeros(a, y)) })],
  bracket: [
    ({ m }) => ({ mJ: 1, loss: (a, y) => -ones(a, y) / m + zeros(a, y) }),
    ({ m }) => ({ mJ: 1, loss: (a, y) => -ones(a, y) / m - zeros(a, y) }),
    ({ m }) => ({ mJ: 1, loss: (a, y) => -ones(a, y) - zeros(a, y) / m }),
    ({ m }) => ({ mJ: 1, loss: (a, y) => -ones(a, y) + zeros(a, y) / m }),
  ].map(but),
};

/** The course's program with two things done otherwise. @type {{ids: string[], write: Write}[]} */
export const PAIRS = [
  {
    ids: ["no-b", "log10"],
    write: plainBut({ keepB: true, loss: (a, y) => crossEntropy(a, y) / Math.LN10 }),
  },
  { ids: ["no-m-w", "minus"], write: plainBut({ mW: 1, loss: (a, y) => -crossEntropy(a, y) }) },
  { ids: ["squared", "half"], write: plainBut({ dzOf: flat, loss: (a, y) => crossEntropy(a, y) / 2 }) },
];

/** With a small number in the logarithms. @param {Pictures} set @param {number} epsilon */
export const guarded = (set, alpha, n, epsilon) =>
  train(matrix(set), alpha, n, {
    loss: (a, y) => -(y * Math.log(a + epsilon) + (1 - y) * Math.log(1 - a + epsilon)),
  }).costs;

/** In float32, rounded after each operation. @param {Pictures} set */
export const single = (set, alpha, n) =>
  train(
    matrix(set, (x, j) => Math.fround(x[j] / 255)),
    alpha,
    n,
    { round: Math.fround },
  ).costs;

/** From these w. @param {Pictures} set @param {ArrayLike<number>} w0 */
export const from = (set, alpha, n, w0) => train(matrix(set), alpha, n, { w0 }).costs;

/** All of it, for its b and w. @param {Pictures} set */
export const right = (set, alpha, n, otherwise = {}) => train(matrix(set), alpha, n, otherwise);

/** With the labels swapped: likewise. @param {Pictures} set */
export const swapped = (set, alpha, n) => train(matrix(set.map(({ x, y }) => ({ x, y: 1 - y }))), alpha, n);
