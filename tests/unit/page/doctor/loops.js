// The course's training in plain loops over X and y, in which something may be done otherwise. Nothing here knows of K or of the C.

/** @typedef {{x: Uint8Array, y: number}[]} Pictures */
/** @typedef {{X: ArrayLike<number>[], y: number[]}} Data m rows of n_x, and y */

const bySize = (/** @type {Uint8Array} */ x, /** @type {number} */ j) => x[j] / 255;

/** @param {Pictures} set @param {(bytes: Uint8Array, j: number, all: Pictures) => number} [value] @returns {Data} */
export const matrix = (set, value = bySize) => ({
  X: set.map(({ x }) => Float64Array.from(x, (_, j) => value(x, j, set))),
  y: set.map(({ y }) => y),
});

export const sum = (/** @type {number[]} */ list) => list.reduce((all, v) => all + v, 0);
export const mean = (/** @type {number[]} */ list) => sum(list) / list.length;
export const sd = (/** @type {number[]} */ list) => Math.sqrt(mean(list.map((v) => (v - mean(list)) ** 2)));
export const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
export const crossEntropy = (/** @type {number} */ a, /** @type {number} */ y) =>
  -(y * Math.log(a) + (1 - y) * Math.log(1 - a));

const dot = (/** @type {ArrayLike<number>} */ x, /** @type {ArrayLike<number>} */ w) => {
  let z = 0;
  for (let j = 0; j < w.length; j++) z += x[j] * w[j];
  return z;
};

/**
 * J of every iteration, w and b after the last.
 * @param {Data} data @param {number} alpha @param {number} iterations @param {any} [otherwise]
 */
export function train({ X, y }, alpha, iterations, otherwise = {}) {
  const { f = sigmoid, loss = crossEntropy, dzOf = (a, y) => a - y, w0 = 0, round = (v) => v } = otherwise;
  const { outside = false, b0 = 0, order = X.map((_, i) => i), m = order.length } = otherwise;
  const {
    lossOf = (/** @type {number} */ z, /** @type {number} */ a, /** @type {number} */ y) => loss(a, y),
  } = otherwise;
  const { mW = m, mB = m, mJ = m, signW = 1, signB = 1, rateAt = () => alpha } = otherwise;
  const w = Float64Array.from(X[0], (_, j) => (typeof w0 === "number" ? w0 : w0[j]));
  let b = b0;
  const costs = [];
  const zOf = (/** @type {number} */ i) => {
    let z = 0;
    for (let j = 0; j < w.length; j++) z = round(z + round(w[j] * X[i][j]));
    return z;
  };
  const aOf = (/** @type {number} */ i, z = zOf(i)) => (outside ? f(z) + b : round(f(round(z + b))));
  for (let t = 0; t < iterations; t++) {
    let J = 0;
    let db = 0;
    const dw = new Float64Array(w.length);
    for (const i of order) {
      const z = zOf(i);
      const a = aOf(i, z);
      const dz = round(dzOf(a, y[i]));
      J = round(J + round(lossOf(z + b, a, y[i])));
      for (let j = 0; j < w.length; j++) dw[j] = round(dw[j] + round(X[i][j] * dz));
      db = round(db + dz);
    }
    costs.push(round(J / mJ));
    for (let j = 0; j < w.length; j++) w[j] = round(w[j] - round(signW * rateAt(t) * round(dw[j] / mW)));
    if (otherwise.late) db = sum(X.map((_, i) => dzOf(aOf(i), y[i])));
    if (!otherwise.keepB) b = round(b - round(signB * rateAt(t) * round(db / mB)));
  }
  return { costs, w, b };
}

/** w and b are updated for each example in turn, by that much of it. @param {Data} data */
export function trainEach({ X, y }, alpha, iterations, share) {
  const w = new Float64Array(X[0].length);
  let b = 0;
  return Array.from({ length: iterations }, () => {
    let J = 0;
    X.forEach((x, i) => {
      const a = sigmoid(dot(x, w) + b);
      J += crossEntropy(a, y[i]);
      for (let j = 0; j < w.length; j++) w[j] -= alpha * x[j] * (a - y[i]) * share;
      b -= alpha * (a - y[i]) * share;
    });
    return J / X.length;
  });
}

/** What is named, J or the gradients "d", is set to 0 before the first iteration only; `divided`: the sums themselves are made means.
 *  @param {Data} data @param {number} alpha @param {number} iterations @param {{of: string[], divided: boolean}} how */
export function trainUnset({ X, y }, alpha, iterations, { of, divided }) {
  const m = X.length;
  const by = divided ? m : 1;
  const w = new Float64Array(X[0].length);
  const dw = new Float64Array(w.length);
  let [b, db, J] = [0, 0, 0];
  return Array.from({ length: iterations }, () => {
    if (!of.includes("J")) J = 0;
    if (!of.includes("d")) [db] = [0, dw.fill(0)];
    X.forEach((x, i) => {
      const a = sigmoid(dot(x, w) + b);
      J += crossEntropy(a, y[i]);
      for (let j = 0; j < w.length; j++) dw[j] += x[j] * (a - y[i]);
      db += a - y[i];
    });
    J /= by;
    db /= by;
    dw.forEach((_, j) => (dw[j] /= by));
    dw.forEach((d, j) => (w[j] -= (alpha * d * by) / m));
    b -= (alpha * db * by) / m;
    return (J * by) / m;
  });
}

/** Each step is 0.9 of the one before and the gradient. @param {Data} data @param {number} alpha @param {number} iterations */
export function trainMomentum({ X, y }, alpha, iterations) {
  const w = new Float64Array(X[0].length);
  const v = new Float64Array(w.length);
  let [b, vb] = [0, 0];
  return Array.from({ length: iterations }, () => {
    const a = X.map((x) => sigmoid(dot(x, w) + b));
    const dz = a.map((p, i) => p - y[i]);
    for (let j = 0; j < w.length; j++) v[j] = 0.9 * v[j] + mean(X.map((x, i) => x[j] * dz[i]));
    vb = 0.9 * vb + mean(dz);
    for (let j = 0; j < w.length; j++) w[j] -= alpha * v[j];
    b -= alpha * vb;
    return mean(a.map((p, i) => crossEntropy(p, y[i])));
  });
}

/** Y is (m, 1): A - Y is a table of all answers less all labels, w has a column for each label, and b is one for all.
 *  @param {Data} data @param {number} alpha @param {number} iterations @param {{mJ: number, mB: number}} how */
export function trainColumn({ X, y }, alpha, iterations, { mJ, mB }) {
  const m = X.length;
  const w = y.map(() => new Float64Array(X[0].length)); // w[k], of label k
  let b = 0;
  return Array.from({ length: iterations }, () => {
    const A = w.map((column) => X.map((x) => sigmoid(dot(x, column) + b)));
    let [J, db] = [0, 0];
    A.forEach((row, k) =>
      row.forEach((a, i) => {
        J += crossEntropy(a, y[k]);
        db += a - y[k];
        for (let j = 0; j < X[i].length; j++) w[k][j] -= (alpha * X[i][j] * (a - y[k])) / m;
      }),
    );
    b -= (alpha * db) / mB;
    return J / mJ;
  });
}

/** b has a number for each example, divided by `mB`. @param {Data} data @param {number} alpha @param {number} iterations
 *  @param {number} mB */
export function trainOwn({ X, y }, alpha, iterations, mB) {
  const m = X.length;
  const w = new Float64Array(X[0].length);
  const b = new Float64Array(m);
  return Array.from({ length: iterations }, () => {
    const a = X.map((x, i) => sigmoid(dot(x, w) + b[i]));
    const J = mean(a.map((p, i) => crossEntropy(p, y[i])));
    for (let j = 0; j < w.length; j++) w[j] -= (alpha * sum(X.map((x, i) => x[j] * (a[i] - y[i])))) / m;
    a.forEach((p, i) => (b[i] -= (alpha * (p - y[i])) / mB));
    return J;
  });
}
