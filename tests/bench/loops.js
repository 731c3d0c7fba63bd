// What one writes without a library: the formulas in plain JavaScript loops, the cost every iteration, on an array of
// arrays or on one Float64Array. Timed: the loops alone; the bytes are divided by 255 before.

import { ALPHA, measure, task } from "./homework.js";

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const loss = (z, y) => Math.max(z, 0) - y * z + Math.log1p(Math.exp(-Math.abs(z)));

/** @param {number[][]} X by examples @param {number[]} y @param {number} iterations */
function arrays(X, y, iterations) {
  const m = X.length;
  const n_x = X[0].length;
  const w = new Array(n_x).fill(0);
  let b = 0;
  const costs = [];
  for (let t = 0; t < iterations; t++) {
    const dw = new Array(n_x).fill(0);
    let db = 0;
    let cost = 0;
    for (let i = 0; i < m; i++) {
      const x = X[i];
      let z = b;
      for (let j = 0; j < n_x; j++) z += w[j] * x[j];
      cost += loss(z, y[i]);
      const dz = sigmoid(z) - y[i];
      for (let j = 0; j < n_x; j++) dw[j] += x[j] * dz;
      db += dz;
    }
    costs.push(cost / m);
    for (let j = 0; j < n_x; j++) w[j] -= (ALPHA * dw[j]) / m;
    b -= (ALPHA * db) / m;
  }
  return costs;
}

/** @param {Float64Array} X example after example @param {Float64Array} y @param {number} iterations */
function typed(X, y, iterations) {
  const m = y.length;
  const n_x = X.length / m;
  const w = new Float64Array(n_x);
  const dw = new Float64Array(n_x);
  let b = 0;
  const costs = [];
  for (let t = 0; t < iterations; t++) {
    dw.fill(0);
    let db = 0;
    let cost = 0;
    for (let i = 0; i < m; i++) {
      const x = i * n_x;
      let z = b;
      for (let j = 0; j < n_x; j++) z += w[j] * X[x + j];
      cost += loss(z, y[i]);
      const dz = sigmoid(z) - y[i];
      for (let j = 0; j < n_x; j++) dw[j] += X[x + j] * dz;
      db += dz;
    }
    costs.push(cost / m);
    for (let j = 0; j < n_x; j++) w[j] -= (ALPHA * dw[j]) / m;
    b -= (ALPHA * db) / m;
  }
  return costs;
}

const { data, what, iterations, runs } = await task();
if (what === "arrays") {
  const X = Array.from({ length: data.m }, (_, i) =>
    Array.from(data.x.subarray(i * data.n_x, (i + 1) * data.n_x), (byte) => byte / 255),
  );
  await measure(runs, iterations, () => arrays(X, Array.from(data.y), iterations));
} else {
  const X = Float64Array.from(data.x, (byte) => byte / 255);
  await measure(runs, iterations, () => typed(X, Float64Array.from(data.y), iterations));
}
