// One neuron on a table of numbers (c/notes/unit.h). Typed arrays or plain ones in, fresh Float64Arrays out.

import { CoreError, LEARNER_ERRORS, check, placeIn, whole } from "./errors.js";

const ACTIVATIONS = ["linear", "relu", "sigmoid"]; // C: UNIT_LINEAR, UNIT_RELU, UNIT_SIGMOID
const LOSSES = ["squared", "cross-entropy"]; // C: UNIT_SQUARED, UNIT_CROSS_ENTROPY

/** Multiply-adds of one call into C: a long-running call would never be swapped for its optimised form. */
const CALL_MADDS = 2e6;
const MAX_ITERATIONS = 1e6;
const MAX_POINTS = 1 << 22; // of a curve or a grid

/**
 * activation: 'linear' | 'relu' | 'sigmoid'; loss: 'squared', (a - y)^2 / 2, or, with sigmoid, 'cross-entropy'.
 * @typedef {import('./core.js').Core} Core
 * @typedef {{x: ArrayLike<number>, y: ArrayLike<number>, m: number, activation: string, loss: string}} Points
 *   one feature each, n_x = 1
 * @typedef {Points & {w: ArrayLike<number>, b: number, n_x: number}} Neuron x is (m, n_x) row by row
 */

/** z, a, losses (m) and J. @param {Core} core @param {Neuron} neuron */
export function forward(core, neuron) {
  return withUnit(core, neuron, (u) => {
    const cost = core.exports.unit_forward(u);
    return { ...passed(core, u, neuron.m), cost };
  });
}

/** The same and dz (m), dw (n_x), db. @param {Core} core @param {Neuron} neuron */
export function backward(core, neuron) {
  return withUnit(core, neuron, (u) => {
    const cost = core.exports.unit_backward(u);
    return {
      ...passed(core, u, neuron.m),
      cost,
      dz: copy(core, "unit_dz", u, neuron.m),
      dw: copy(core, "unit_dw", u, neuron.n_x),
      db: /** @type {number} */ (core.exports.unit_db(u)),
    };
  });
}

/**
 * Gradient descent from w, b. costs[t] is J before update t; bias false leaves b as it is.
 * When update t leaves the range of float64 it is taken back: `diverged` is t, w and b are the last good
 * ones, costs ends with theirs. (If the first J is not finite already: diverged 0 and no costs.)
 * @param {Core} core @param {Neuron & {alpha: number, iterations: number, bias?: boolean}} training
 * @returns {{w: Float64Array, b: number, costs: Float64Array, done: number, cost: number,
 *   diverged: number | null}} cost is J of the w and b returned
 */
export function train(core, { alpha, iterations, bias = true, ...neuron }) {
  const { m, n_x } = neuron;
  whole("iterations", iterations, 0, MAX_ITERATIONS);
  const atOnce = Math.max(1, Math.floor(CALL_MADDS / (m * n_x)));
  return withUnit(core, neuron, (u) => {
    const costs = new Float64Array(iterations);
    let done = 0;
    let piece;
    do {
      piece = descend(core, u, { alpha, iterations: Math.min(atOnce, iterations - done), bias });
      costs.set(piece.costs, done);
      done += piece.done;
    } while (done < iterations && !piece.diverged);
    return {
      w: copy(core, "unit_w", u, n_x),
      b: core.exports.unit_b(u),
      costs: costs.slice(0, done - piece.done + piece.costs.length),
      done,
      cost: core.exports.unit_cost(u),
      diverged: piece.diverged ? done : null,
    };
  });
}

/** One call into C. @param {Core} core @param {number} u
 *  @param {{alpha: number, iterations: number, bias: boolean}} descent */
function descend(core, u, { alpha, iterations, bias }) {
  return core.scratch(8 * iterations, (p) => {
    const done = core.exports.unit_train(u, alpha, iterations, bias ? 1 : 0, p);
    if (LEARNER_ERRORS[done] === "diverged") return { costs: [], done: 0, diverged: true };
    check(done, LEARNER_ERRORS, "train");
    const diverged = done < iterations;
    return { costs: core.f64(p, diverged ? done + 1 : done).slice(), done, diverged };
  });
}

/**
 * Every column of x with mean 0 and standard deviation 1 (ddof 0); a constant column gets sigma 1.
 * @param {Core} core @param {ArrayLike<number>} x (m, n_x) row by row @param {number} m @param {number} n_x
 */
export function standardise(core, x, m, n_x) {
  whole("m", m, 1, MAX_POINTS);
  whole("n_x", n_x, 1, MAX_POINTS);
  whole("m n_x", m * n_x, 1, MAX_POINTS);
  if (x.length !== m * n_x) throw new CoreError("argument", `x has ${x.length} numbers, not ${m} x ${n_x}`);
  const n = m * n_x;
  return core.scratch(8 * (n + 2 * n_x), (p) => {
    core.f64(p, n).set(x);
    const [mu, sigma] = [p + 8 * n, p + 8 * (n + n_x)];
    check(core.exports.unit_standardise(p, mu, sigma, m, n_x), LEARNER_ERRORS, "standardise");
    return {
      x: core.f64(p, n).slice(),
      mu: core.f64(mu, n_x).slice(),
      sigma: core.f64(sigma, n_x).slice(),
    };
  });
}

/**
 * J, dJ/dw and d2J/dw2 at every w of ws, with b held.
 * @param {Core} core @param {Points & {b: number, ws: ArrayLike<number>}} points
 */
export function costCurve(core, { ws, b, ...points }) {
  const n = whole("points of the curve", ws.length, 0, MAX_POINTS);
  return withUnit(core, { ...points, w: [0], b, n_x: 1 }, (u) =>
    core.scratch(4 * 8 * n, (p) => {
      const at = (/** @type {number} */ k) => p + 8 * n * k;
      core.f64(at(3), n).set(ws);
      check(core.exports.unit_cost_curve(u, at(0), at(1), at(2), at(3), n), LEARNER_ERRORS, "curve");
      const [cost, slope, curvature] = [0, 1, 2].map((k) => core.f64(at(k), n).slice());
      return { cost, slope, curvature };
    }),
  );
}

/**
 * J (bs.length, ws.length) row by row: entry r * ws.length + k belongs to bs[r] and ws[k].
 * @param {Core} core @param {Points & {ws: ArrayLike<number>, bs: ArrayLike<number>}} points
 * @returns {Float64Array}
 */
export function costGrid(core, { ws, bs, ...points }) {
  const [n_w, n_b] = [ws.length, bs.length];
  const n = whole("points of the grid", n_w * n_b, 0, MAX_POINTS);
  return withUnit(core, { ...points, w: [0], b: 0, n_x: 1 }, (u) =>
    core.scratch(8 * (n + n_w + n_b), (p) => {
      const [w, b] = [p + 8 * n, p + 8 * (n + n_w)];
      core.f64(w, n_w).set(ws);
      core.f64(b, n_b).set(bs);
      check(core.exports.unit_cost_grid(u, p, w, n_w, b, n_b), LEARNER_ERRORS, "grid");
      return core.f64(p, n).slice();
    }),
  );
}

/**
 * Calls fn with a unit that holds these numbers, and frees it.
 * @template T @param {Core} core @param {Neuron} neuron @param {(u: number) => T} fn @returns {T}
 */
function withUnit(core, { x, y, w, b, m, n_x, activation, loss }, fn) {
  const fits = x.length === m * n_x && y.length === m && w.length === n_x;
  if (!fits) throw new CoreError("argument", `x, y, w do not fit m = ${m}, n_x = ${n_x}`);
  const { exports } = core;
  const sizes = [whole("m", m, 1), whole("n_x", n_x, 1)];
  const kinds = [placeIn("activation", ACTIVATIONS, activation), placeIn("loss", LOSSES, loss)];
  const u = exports.unit_create(...sizes, ...kinds);
  if (u === 0)
    throw new CoreError("argument", `a neuron with ${activation}, ${loss}, m = ${m}, n_x = ${n_x}`);
  try {
    core.f64(exports.unit_x(u), m * n_x).set(x);
    core.f64(exports.unit_y(u), m).set(y);
    core.f64(exports.unit_w(u), n_x).set(w);
    exports.unit_set_b(u, b);
    return fn(u);
  } finally {
    exports.unit_free(u);
  }
}

/** What a forward pass leaves. @param {Core} core @param {number} u @param {number} m */
function passed(core, u, m) {
  return {
    z: copy(core, "unit_z", u, m),
    a: copy(core, "unit_a", u, m),
    losses: copy(core, "unit_losses", u, m),
  };
}

/** @param {Core} core @param {string} getter @param {number} u @param {number} n */
function copy(core, getter, u, n) {
  return core.f64(core.exports[getter](u), n).slice();
}
