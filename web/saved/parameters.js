// What was learned, in the course's names and shapes: w (n_x, 1) and b; of a network W1 (n[1], n[0]), b1 (n[1], 1), ...

import { Network } from "../core/network.js";
import { floats } from "./npy.js";

/** @typedef {import('../training/learned.js').Learner} Learner @typedef {import('./npy.js').Kept} Kept */

/** W[l], l > 1. Of neurons that were taken out nothing goes on, so that who knows nothing of
 *  that computes the same. @param {Network} lr @param {number} l @param {boolean} alone */
function layer(lr, l, alone) {
  const W = /** @type {Float64Array} */ (lr.W(l));
  const [from, n] = [lr.n[l - 1], lr.n[l]];
  const rows = new Float64Array(W.length);
  for (let k = 0; k < from; k++)
    if (!(alone && lr.removed(l - 1, k))) for (let u = 0; u < n; u++) rows[u * from + k] = W[k * n + u];
  return floats(rows, [n, from]);
}

/** A row for each neuron of layer 1. @param {Network} lr @returns {Kept} */
function first(lr) {
  const rows = function* () {
    for (let u = 0; u < lr.n[1]; u++) yield new Uint8Array(lr.unitW64(u).buffer);
  };
  return { descr: "<f8", shape: [lr.n[1], lr.n[0]], pieces: rows() };
}

/** @param {Learner} lr evaluated @param {{alone?: boolean}} [how] alone: without what says which neurons were taken out
 *  @returns {[string, Kept][]} */
export function parametersOf(lr, { alone = false } = {}) {
  if (!(lr instanceof Network))
    return [
      ["w", floats(lr.w(), [lr.n_x, 1])],
      ["b", floats(Float64Array.of(lr.b), [])],
    ];
  return lr.n.slice(1).flatMap((n, i) => {
    const l = i + 1;
    const W = l === 1 ? first(lr) : layer(lr, l, alone);
    return /** @type {[string, Kept][]} */ ([[`W${l}`, W], [`b${l}`, floats(lr.B(l), [n, 1])]]); // prettier-ignore
  });
}
