// The definition of right for networks: forward, backward and descent in float64 and plain loops, written from the
// formulas and not from the C.

import { loss, sigmoid } from "./reference.js";

/**
 * @typedef {object} Net
 * @property {number[]} n n[0] = n_x .. n[L]
 * @property {Float64Array[]} W W[l] (n[l-1], n[l]) row by row; W[0] unused @property {Float64Array[]} b
 * @property {string} activation of the output
 * @property {Set<string>} [gone] neurons taken out, as "layer unit"
 */

const G = { linear: (z) => z, relu: (z) => Math.max(0, z), sigmoid };

/** z and a of every layer for one example. @param {Net} net @param {ArrayLike<number>} x */
export function pass({ n, W, b, activation, gone }, x) {
  const z = [/** @type {any} */ (null)];
  const a = [Float64Array.from(x)];
  for (let l = 1; l < n.length; l++) {
    z[l] = Float64Array.from(b[l]);
    for (let k = 0; k < n[l - 1]; k++)
      for (let u = 0; u < n[l]; u++) z[l][u] += a[l - 1][k] * W[l][k * n[l] + u];
    const g = l < n.length - 1 ? G.relu : G[activation];
    a[l] = z[l].map((v, u) => (gone?.has(`${l} ${u}`) ? 0 : g(v)));
  }
  return { z, a };
}

const lossOf = ({ activation }, z, a, y) => (activation === "sigmoid" ? loss(z, y) : (a - y) ** 2 / 2);

/** J over a set. @param {Net} net @param {{x: ArrayLike<number>, y: number}[]} set */
export function cost(net, set) {
  const L = net.n.length - 1;
  const losses = set.map(({ x, y }) => {
    const { z, a } = pass(net, x);
    return lossOf(net, z[L][0], a[L][0], y);
  });
  return losses.reduce((sum, v) => sum + v, 0) / set.length;
}

/** dJ/dW and dJ/db over a set, as arrays like W and b. @param {Net} net @param {{x: ArrayLike<number>, y: number}[]} set */
export function gradient(net, set) {
  const { n, W, activation, gone } = net;
  const L = n.length - 1;
  const dW = W.map((w) => w && new Float64Array(w.length));
  const db = net.b.map((b) => b && new Float64Array(b.length));
  for (const { x, y } of set) {
    const { z, a } = pass(net, x);
    const slope = activation === "sigmoid" || activation === "linear" || z[L][0] > 0 ? 1 : 0;
    let dz = Float64Array.of((a[L][0] - y) * slope);
    for (let l = L; l >= 1; l--) {
      const da = new Float64Array(n[l - 1]);
      for (let u = 0; u < n[l]; u++) {
        db[l][u] += dz[u] / set.length;
        for (let k = 0; k < n[l - 1]; k++) {
          dW[l][k * n[l] + u] += (dz[u] * a[l - 1][k]) / set.length;
          da[k] += dz[u] * W[l][k * n[l] + u];
        }
      }
      if (l > 1) dz = da.map((v, k) => (z[l - 1][k] > 0 && !gone?.has(`${l - 1} ${k}`) ? v : 0));
    }
  }
  return { dW, db };
}

/** One update. @param {Net} net @param {{x: ArrayLike<number>, y: number}[]} set @param {number} alpha @returns {Net} */
export function step(net, set, alpha) {
  const { dW, db } = gradient(net, set);
  const moved = (values, grads) => values.map((v, l) => v && v.map((w, k) => w - alpha * grads[l][k]));
  return { ...net, W: moved(net.W, dW), b: moved(net.b, db) };
}

/** J of states 0 .. iterations, and the last state. @param {Net} net @param {{x: ArrayLike<number>, y: number}[]} set
 *  @param {number} alpha @param {number} iterations @param {(t: number) => number[][]} [batches] places by update */
export function train(net, set, alpha, iterations, batches = () => [set.map((_, i) => i)]) {
  const costs = [cost(net, set)];
  for (let t = 0; t < iterations; t++) {
    for (const batch of batches(t)) net = step(net, batch.map((i) => set[i]), alpha); // prettier-ignore
    costs.push(cost(net, set));
  }
  return { net, costs };
}

/** Of layer 0, the input. */
const NONE = new Float64Array(0);

/** The parameters of the core's network as it stands. @param {import('../../../web/core/network.js').Network} nn
 *  @param {string} activation @returns {Net} */
export function netOf(nn, activation = "sigmoid") {
  const W = nn.n.map((_, l) => (l === 0 ? NONE : (nn.W(l) ?? firstW(nn))));
  const b = nn.n.map((_, l) => (l === 0 ? NONE : nn.B(l)));
  return { n: nn.n, W, b, activation };
}

/** W[1] of pictures, neuron by neuron, in float64. */
function firstW(nn) {
  const [n_x, n] = nn.n;
  const W = new Float64Array(n_x * n);
  for (let u = 0; u < n; u++)
    nn.core.scratch(8 * n_x, (p) => {
      nn.core.exports.network_unit_w(nn.address, u, p);
      nn.core.f64(p, n_x).forEach((w, k) => (W[k * n + u] = w));
    });
  return W;
}

const MASK = (1n << 64n) - 1n;

/** chance_mix of c/learn/network/chance.h. @param {bigint | number} seed @param {bigint | number} index */
export function mix(seed, index) {
  let x = ((BigInt(seed) + 1n) * 0x9e3779b97f4a7c15n + BigInt(index) * 0xd1342543de82ef95n) & MASK;
  x = ((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  x = ((x ^ (x >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return x ^ (x >> 31n);
}

/** The mini-batches of epoch t. @param {number} m @param {number} batch @param {number} seed @param {number} t */
export function batchesOf(m, batch, seed, t) {
  const order = Array.from({ length: m }, (_, i) => i);
  const shuffle = mix(seed, t);
  for (let i = m - 1; i > 0; i--) {
    const j = Number(mix(shuffle, i) % BigInt(i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return Array.from({ length: Math.ceil(m / batch) }, (_, k) => order.slice(k * batch, (k + 1) * batch));
}
