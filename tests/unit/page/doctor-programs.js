// What learners write, as they would write it: plain loops over X and y, each program with one thing done otherwise. Nothing
// here knows of K or of the C.

/** @typedef {{x: Uint8Array, y: number}[]} Pictures */

/** X (m rows of n_x) and y. @param {Pictures} set @param {(bytes: Uint8Array, j: number, all: Pictures) => number} [value] */
const matrix = (set, value = (x, j) => x[j] / 255) => ({
  X: set.map(({ x }) => Float64Array.from(x, (_, j) => value(x, j, set))),
  y: set.map(({ y }) => y),
});

const sum = (/** @type {number[]} */ list) => list.reduce((all, v) => all + v, 0);
const mean = (/** @type {number[]} */ list) => sum(list) / list.length;
const sd = (/** @type {number[]} */ list) => Math.sqrt(mean(list.map((v) => (v - mean(list)) ** 2)));
const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
const crossEntropy = (/** @type {number} */ a, /** @type {number} */ y) =>
  -(y * Math.log(a) + (1 - y) * Math.log(1 - a));

/**
 * J of every iteration, w and b after the last.
 * @param {{X: ArrayLike<number>[], y: number[]}} data @param {number} alpha @param {number} iterations @param {any} [otherwise]
 */
export function train({ X, y }, alpha, iterations, otherwise = {}) {
  const { f = sigmoid, loss = crossEntropy, dzOf = (a, y) => a - y, w0 = 0, round = (v) => v } = otherwise;
  const m = X.length;
  const { mW = m, mB = m, mJ = m, signW = 1, signB = 1 } = otherwise;
  const w = Float64Array.from(X[0], (_, j) => (typeof w0 === "number" ? w0 : w0[j]));
  let b = 0;
  const costs = [];
  const zOf = (/** @type {number} */ i) => {
    let z = 0;
    for (let j = 0; j < w.length; j++) z = round(z + round(w[j] * X[i][j]));
    return round(z + b);
  };
  for (let t = 0; t < iterations; t++) {
    let J = 0;
    let db = 0;
    const dw = new Float64Array(w.length);
    for (let i = 0; i < m; i++) {
      const a = round(f(zOf(i)));
      const dz = round(dzOf(a, y[i]));
      J = round(J + round(loss(a, y[i])));
      for (let j = 0; j < w.length; j++) dw[j] = round(dw[j] + round(X[i][j] * dz));
      db = round(db + dz);
    }
    costs.push(round(J / mJ));
    for (let j = 0; j < w.length; j++) w[j] = round(w[j] - round(signW * alpha * round(dw[j] / mW)));
    if (otherwise.late) db = sum(X.map((_, i) => dzOf(f(zOf(i)), y[i])));
    if (!otherwise.keepB) b = round(b - round(signB * alpha * round(db / mB)));
  }
  return { costs, w, b };
}

/** w and b are updated for each example in turn. */
function trainEach({ X, y }, alpha, iterations) {
  const w = new Float64Array(X[0].length);
  let b = 0;
  return Array.from({ length: iterations }, () => {
    let J = 0;
    X.forEach((x, i) => {
      const a = sigmoid(b + sum(Array.from(x, (v, j) => v * w[j])));
      J += crossEntropy(a, y[i]);
      x.forEach((v, j) => (w[j] -= alpha * v * (a - y[i])));
      b -= alpha * (a - y[i]);
    });
    return J / X.length;
  });
}

/** J, dw and db are set to 0 before the first iteration only. */
function trainUnset({ X, y }, alpha, iterations) {
  const w = new Float64Array(X[0].length);
  const dw = new Float64Array(w.length);
  let [b, db, J] = [0, 0, 0];
  return Array.from({ length: iterations }, () => {
    X.forEach((x, i) => {
      const a = sigmoid(b + sum(Array.from(x, (v, j) => v * w[j])));
      J += crossEntropy(a, y[i]);
      x.forEach((v, j) => (dw[j] += v * (a - y[i])));
      db += a - y[i];
    });
    J /= X.length;
    db /= X.length;
    dw.forEach((_, j) => (dw[j] /= X.length));
    dw.forEach((d, j) => (w[j] -= alpha * d));
    b -= alpha * db;
    return J;
  });
}

/** train_set_x_orig.reshape(-1, m): the bytes of all pictures in a row, and every m-th of them makes a column. @param {Pictures} set */
function scrambled(set) {
  const m = set.length;
  const all = set.flatMap(({ x }) => [...x]);
  return set.map(({ y }, i) => ({ y, x: Uint8Array.from(set[0].x, (_, j) => all[j * m + i]) }));
}

const square = (/** @type {number} */ a, /** @type {number} */ y) => (a - y) ** 2;
const flat = (/** @type {number} */ a, /** @type {number} */ y) => (a - y) * a * (1 - a);

/** Every mistake by its id: the costs that are printed. @type {Record<string, (set: Pictures, alpha: number, n: number,
 *  test: Pictures) => number[]>} */
export const PROGRAMS = {
  right: (set, alpha, n) => train(matrix(set), alpha, n).costs,
  bytes: (set, alpha, n) => train(matrix(set, (x, j) => x[j]), alpha, n).costs, // prettier-ignore
  twice: (set, alpha, n) => train(matrix(set, (x, j) => x[j] / 255 / 255), alpha, n).costs, // prettier-ignore
  "no-m": (set, alpha, n) => train(matrix(set), alpha, n, { mW: 1, mB: 1 }).costs,
  "no-m-w": (set, alpha, n) => train(matrix(set), alpha, n, { mW: 1 }).costs,
  "no-m-b": (set, alpha, n) => train(matrix(set), alpha, n, { mB: 1 }).costs,
  "no-m-cost": (set, alpha, n) => train(matrix(set), alpha, n, { mJ: 1 }).costs,
  "no-m-all": (set, alpha, n) => train(matrix(set), alpha, n, { mJ: 1, mW: 1, mB: 1 }).costs,
  "n-x": (set, alpha, n) => {
    const m = set[0].x.length;
    return train(matrix(set), alpha, n, { mJ: m, mW: m, mB: m }).costs;
  },
  misprint: (set, alpha, n) => train(matrix(set), alpha, n, { f: (z) => 1 / (z + Math.exp(-z)) }).costs,
  exponent: (set, alpha, n) => train(matrix(set), alpha, n, { f: (z) => 1 / (1 + Math.exp(z)) }).costs,
  sign: (set, alpha, n) => train(matrix(set), alpha, n, { signW: -1, signB: -1 }).costs,
  "sign-w": (set, alpha, n) => train(matrix(set), alpha, n, { signW: -1 }).costs,
  minus: (set, alpha, n) => train(matrix(set), alpha, n).costs.map((J) => -J),
  log10: (set, alpha, n) =>
    train(matrix(set), alpha, n, { loss: (a, y) => -(y * Math.log10(a) + (1 - y) * Math.log10(1 - a)) })
      .costs,
  log2: (set, alpha, n) =>
    train(matrix(set), alpha, n, { loss: (a, y) => -(y * Math.log2(a) + (1 - y) * Math.log2(1 - a)) }).costs,
  "no-zeros": (set, alpha, n) => train(matrix(set), alpha, n, { loss: (a, y) => -y * Math.log(a) }).costs,
  "no-ones": (set, alpha, n) =>
    train(matrix(set), alpha, n, { loss: (a, y) => -(1 - y) * Math.log(1 - a) }).costs,
  after: (set, alpha, n) => train(matrix(set), alpha, n + 1).costs.slice(1),
  squared: (set, alpha, n) => train(matrix(set), alpha, n, { dzOf: flat }).costs,
  "squared-all": (set, alpha, n) => train(matrix(set), alpha, n, { dzOf: flat, loss: square }).costs,
  "squared-cost": (set, alpha, n) => train(matrix(set), alpha, n, { loss: square }).costs,
  "no-b": (set, alpha, n) => train(matrix(set), alpha, n, { keepB: true }).costs,
  "no-w": (set, alpha, n) => train(matrix(set), alpha, n, { signW: 0 }).costs,
  "late-b": (set, alpha, n) => train(matrix(set), alpha, n, { late: true }).costs,
  reset: (set, alpha, n) => trainUnset(matrix(set), alpha, n),
  each: (set, alpha, n) => trainEach(matrix(set), alpha, n),
  scrambled: (set, alpha, n) => train(matrix(scrambled(set)), alpha, n).costs,
  test: (set, alpha, n, test) => train(matrix(test), alpha, n).costs,
  ones: (set, alpha, n) => train(matrix(set), alpha, n, { w0: 1 }).costs,
  standard: (set, alpha, n) => {
    const all = set.flatMap(({ x }) => [...x]);
    const [mu, sigma] = [mean(all), sd(all)];
    return train(matrix(set, (x, j) => (x[j] - mu) / sigma), alpha, n).costs; // prettier-ignore
  },
  "standard-each": (set, alpha, n) => {
    const columns = Array.from(set[0].x, (_, j) => set.map(({ x }) => x[j]));
    const [mu, sigma] = [columns.map(mean), columns.map(sd)];
    return train(matrix(set, (x, j) => (x[j] - mu[j]) / sigma[j]), alpha, n).costs; // prettier-ignore
  },
};

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

/** With the labels swapped: all of it, for its b and w. @param {Pictures} set */
export const swapped = (set, alpha, n) => train(matrix(set.map(({ x, y }) => ({ x, y: 1 - y }))), alpha, n);
