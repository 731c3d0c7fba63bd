// The listing without loops with the mistakes that everybody makes, run as NumPy would run it; and the checks that a careful
// programmer writes, of which some find a mistake and others do not.

import { ValueError, numpy } from "./numpy.js";
import { passByLoop } from "./runs.js";

/** @typedef {import('./numpy.js').NumberArray} NumberArray */

export const MISTAKES = /** @type {const} */ (["star", "transpose", "mean", "reshape", "rank"]);
export const CHECKS = /** @type {const} */ (["shape", "step", "column", "nudge", "loop"]);
/** Not zero: then mistakes would hide. */
const W = [0.5, -0.3, 0.8, -0.6];
const B = 0.1;
const NUDGE = 1e-4;
const NEAR = 1e-6;

/** The lines; one with a mistake is another. @param {Set<string>} on the mistakes */
export const linesOf = (on) => [
  { name: "X", code: on.has("reshape") ? "X = data.reshape(-1, m)" : "X = data.reshape(m, -1).T", changed: on.has("reshape") },
  { name: "w", code: on.has("rank") ? "w = np.array(start)" : "w = np.array(start).reshape(-1, 1)", changed: on.has("rank") },
  { name: "Z", code: `Z = w.T ${on.has("star") ? "*" : "@"} X + b`, changed: on.has("star") },
  { name: "A", code: "A = 1 / (1 + np.exp(-Z))", changed: false },
  { name: "J", code: "J = -np.sum(Y*np.log(A) + (1-Y)*np.log(1-A)) / m", changed: false },
  { name: "dZ", code: "dZ = A - Y", changed: false },
  {
    name: "dw",
    code: `dw = X @ dZ${on.has("transpose") ? "" : ".T"}${on.has("mean") ? "" : " / m"}`,
    changed: on.has("transpose") || on.has("mean"),
  },
  { name: "w_new", code: "w_new = w - alpha * dw", changed: false },
]; // prettier-ignore

/**
 * Runs the listing, as far as it comes.
 * @param {import('../../core/core.js').Core} core @param {import('./runs.js').Table} table @param {number} alpha
 * @param {Set<string>} on the mistakes @param {number[]} [start] w
 * @returns {{values: Record<string, NumberArray>, error: {line: string, text: string} | null}}
 */
export function runBroken(core, { x, y, m, n_x }, alpha, on, start = W.slice(0, n_x)) {
  const np = numpy(core);
  const data = { shape: [m, n_x], data: x };
  const Y = { shape: [1, m], data: y };
  /** @type {Record<string, NumberArray>} */
  const v = { data };
  const mean = (/** @type {NumberArray} */ a) => np.divide(a, np.number(m));
  const product = () => np.matmul(v.X, on.has("transpose") ? v.dZ : np.transpose(v.dZ));
  /** @type {Record<string, () => NumberArray>} */
  const does = {
    X: () => (on.has("reshape") ? np.reshape(data, [n_x, m]) : np.transpose(data)),
    w: () => ({ shape: on.has("rank") ? [n_x] : [n_x, 1], data: start }),
    Z: () => np.add((on.has("star") ? np.multiply : np.matmul)(np.transpose(v.w), v.X), np.number(B)),
    A: () => np.sigmoid(v.Z, Y).A,
    J: () => mean(np.sum(np.sigmoid(v.Z, Y).L)),
    dZ: () => np.subtract(v.A, Y),
    dw: () => (on.has("mean") ? product() : mean(product())),
    w_new: () => np.subtract(v.w, np.multiply(np.number(alpha), v.dw)),
  };
  for (const [name, run] of Object.entries(does))
    try {
      v[name] = run();
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return { values: v, error: { line: name, text: error.message } };
    }
  return { values: v, error: null };
}

const text = (/** @type {number[]} */ shape) =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
const most = (/** @type {ArrayLike<number>} */ a, /** @type {ArrayLike<number>} */ b) =>
  Array.from(a).reduce((far, v, k) => (Math.abs(v - b[k]) > Math.abs(a[far] - b[far]) ? k : far), 0);

/**
 * What a check says of a run that came to its end: whether it holds, and what it compared.
 * @param {import('../../core/core.js').Core} core @param {import('./runs.js').Table} table @param {number} alpha
 * @param {Set<string>} on @param {typeof CHECKS[number]} check
 * @returns {{holds: boolean, a: string | number, b: string | number}}
 */
export function runCheck(core, table, alpha, on, check) {
  const { values } = runBroken(core, table, alpha, on);
  const { n_x, m, x } = table;
  const shapes = (/** @type {string} */ name) => {
    const [a, b] = [text(values[name].shape), text(values.w.shape)];
    return { holds: a === b, a, b };
  };
  if (check === "shape") return shapes("dw");
  if (check === "step") return shapes("w_new");
  const numbers = (/** @type {ArrayLike<number>} */ found, /** @type {ArrayLike<number>} */ wanted) => {
    const k = most(wanted, found);
    return { holds: Math.abs(found[k] - wanted[k]) < NEAR, a: found[k], b: wanted[k] };
  };
  if (check === "column") {
    const column = Array.from({ length: n_x }, (_, j) => values.X.data[j * m]);
    return numbers(column, x.slice(0, n_x));
  }
  const start = W.slice(0, n_x);
  if (check === "loop") return numbers(values.dw.data, passByLoop(core, table, { w: start, b: B }).dw);
  const J = (/** @type {number} */ j, /** @type {number} */ by) => {
    const nudged = start.map((v, k) => (k === j ? v + by : v));
    return runBroken(core, table, alpha, on, nudged).values.J.data[0];
  };
  return numbers(
    values.dw.data,
    start.map((_, j) => (J(j, NUDGE) - J(j, -NUDGE)) / (2 * NUDGE)),
  );
}
