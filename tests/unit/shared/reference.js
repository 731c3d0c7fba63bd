// The definition of right: every piece of the core's mathematics once more, in float64 and plain loops, written
// from the formulas and not from the C. Slow, and short enough to be checked by eye.

/** The relative rounding step of each format: a sum of n products is within n * EPS * sum |x y| of the true one. */
export const EPS64 = 2 ** -52;
export const EPS32 = 2 ** -23;

/** Whole numbers 0 .. n-1 from a seed (an LCG, its upper bits). @param {number} seed */
export function random(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** @param {ArrayLike<number>} x @param {ArrayLike<number>} y */
export function dot(x, y) {
  let sum = 0;
  let magnitude = 0; // sum of |x[j] y[j]|: what rounding errors are relative to
  for (let j = 0; j < x.length; j++) {
    sum += x[j] * y[j];
    magnitude += Math.abs(x[j] * y[j]);
  }
  return { sum, magnitude };
}

/** @param {number} z */
export const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** -(y log a + (1 - y) log(1 - a)) @param {number} z @param {number} y */
export const loss = (z, y) => Math.max(z, 0) - y * z + Math.log1p(Math.exp(-Math.abs(z)));

/** @param {number[]} list */
const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;

/**
 * Examples to learn from: bytes at random, a little brighter where y is 1, so that there is something to learn.
 * @param {number} m @param {number} n_px @param {number} seed
 * @returns {{x: Uint8Array, y: number}[]}
 */
export function examples(m, n_px, seed) {
  const next = random(seed);
  return Array.from({ length: m }, (_, i) => {
    const y = i % 2;
    return { x: Uint8Array.from({ length: 3 * n_px * n_px }, () => next(200) + y * next(56)), y };
  });
}

/** The features of a picture: byte / 255. @param {Uint8Array} bytes */
export const features = (bytes) => Float64Array.from(bytes, (v) => v / 255);

/** z = w.x + b of each example. @param {{w: ArrayLike<number>, b: number}} state @param {{x: Uint8Array}[]} set */
export const forward = ({ w, b }, set) => set.map(({ x }) => dot(w, features(x)).sum + b);

/** J of a state on a set. @param {{w: ArrayLike<number>, b: number}} state @param {{x: Uint8Array, y: number}[]} set */
export const cost = (state, set) => mean(forward(state, set).map((z, i) => loss(z, set[i].y)));

/** dJ/dw and dJ/db. @param {{w: Float64Array, b: number}} state @param {{x: Uint8Array, y: number}[]} set */
export function gradient(state, set) {
  const dw = new Float64Array(state.w.length);
  let db = 0;
  forward(state, set).forEach((z, i) => {
    const dz = sigmoid(z) - set[i].y;
    features(set[i].x).forEach((x, j) => (dw[j] += (dz * x) / set.length));
    db += dz / set.length;
  });
  return { dw, db };
}

/**
 * Full-batch gradient descent from w = 0, b = 0.
 * @param {{x: Uint8Array, y: number}[]} set @param {number | ((t: number) => number)} alpha @param {number} iterations
 * @returns {{w: Float64Array, b: number, costs: number[]}} costs[t] is J after t updates, t = 0 .. iterations
 */
export function train(set, alpha, iterations) {
  const state = { w: new Float64Array(set[0].x.length), b: 0 };
  const costs = [cost(state, set)];
  for (let t = 0; t < iterations; t++) {
    const { dw, db } = gradient(state, set);
    const rate = typeof alpha === "function" ? alpha(t) : alpha;
    dw.forEach((d, j) => (state.w[j] -= rate * d));
    state.b -= rate * db;
    costs.push(cost(state, set));
  }
  return { ...state, costs };
}

/** How much of 0 .. n*s, cut into n pieces of s, piece k shares with piece i of the same cut into s pieces of n. */
const overlap = (/** @type {number} */ k, /** @type {number} */ i, /** @type {number} */ n, s) =>
  Math.max(0, Math.min((k + 1) * s, (i + 1) * n) - Math.max(k * s, i * n));

/**
 * A picture over white, made n_px x n_px by exact area average, rounded to the nearest byte. Whole numbers below
 * 2^53 all the way.
 * @param {{data: Uint8Array, channels: number, width: number, height: number, n_px: number, fit: string}} picture
 */
export function resize({ data, channels, width, height, n_px, fit }) {
  const side = fit === "fit" ? Math.max(width, height) : Math.min(width, height);
  const left = Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 2);
  /** 255 times the flattened value. */
  const value = (/** @type {number} */ column, /** @type {number} */ row, /** @type {number} */ c) => {
    if (column < 0 || row < 0 || column >= width || row >= height) return 255 * 255;
    const at = (row * width + column) * channels;
    const alpha = channels === 4 ? data[at + 3] : 255;
    return alpha * data[at + c] + (255 - alpha) * 255;
  };
  const out = new Uint8Array(3 * n_px * n_px);
  for (let k = 0; k < out.length; k++) {
    const [c, x, y] = [k % 3, Math.floor(k / 3) % n_px, Math.floor(k / 3 / n_px)];
    let sum = 0;
    for (let i = Math.floor((y * side) / n_px); i * n_px < (y + 1) * side; i++)
      for (let j = Math.floor((x * side) / n_px); j * n_px < (x + 1) * side; j++)
        sum += overlap(y, i, n_px, side) * overlap(x, j, n_px, side) * value(left + j, top + i, c);
    out[k] = Math.floor((sum + Math.floor((255 * side * side) / 2)) / (255 * side * side));
  }
  return out;
}
