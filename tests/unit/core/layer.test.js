// One layer, forward and backward, for every activation: against plain loops, and the gradient against central
// differences of a loss.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../shared/open.js";
import { EPS64, dot, random, sigmoid } from "../shared/reference.js";

const core = await open();
const ACTIVATIONS = ["linear", "relu", "sigmoid"]; // in the order of c/learn/network/layer.h
const G = { linear: (z) => z, relu: (z) => Math.max(0, z), sigmoid };

/** Numbers in -1.4 .. 1.4. */
const numbers = (next, count) => Float64Array.from({ length: count }, () => (next(2801) - 1400) / 1000);

/** Puts the arrays into the core one after the other, calls fn with their addresses, gives all of them back. */
function call(arrays, fn) {
  const lengths = arrays.map(({ length }) => length);
  return core.scratch(8 * lengths.reduce((sum, n) => sum + n, 1), (p) => {
    let at = p;
    const addresses = arrays.map((array) => {
      core.f64(at, array.length).set(array);
      at += 8 * array.length;
      return at - 8 * array.length;
    });
    fn(...addresses);
    return addresses.map((address, i) => core.f64(address, lengths[i]).slice());
  });
}

/** z and a of the core. */
function forward({ a_prev, w, b, m, n, n_in, activation }) {
  const empty = new Float64Array(m * n).fill(NaN);
  const [z, a] = call([empty, empty, a_prev, w, b], (pz, pa, px, pw, pb) =>
    core.exports.layer_forward(pz, pa, px, pw, pb, m, n, n_in, ACTIVATIONS.indexOf(activation)),
  );
  return { z, a };
}

/** dW, db and dA_prev of the core, of the loss sum(weight * a). */
function backward(layer, weight) {
  const { a_prev, w, m, n, n_in, activation } = layer;
  const { z, a } = forward(layer);
  const [dz] = call([weight, z, a], (pda, pz, pa) =>
    core.exports.activation_backward(pda, pda, pz, pa, m * n, ACTIVATIONS.indexOf(activation)),
  );
  const zeros = (/** @type {number} */ count) => new Float64Array(count);
  const arrays = [zeros(m * n_in).fill(NaN), zeros(n_in * n), zeros(n), dz, a_prev, w, zeros(n * n_in)];
  const [da_prev, dw, db] = call(arrays, (pda, pdw, pdb, pdz, px, pw, pwt) =>
    core.exports.layer_backward(pda, pdw, pdb, pdz, px, pw, pwt, m, n, n_in),
  );
  return { da_prev, dw, db };
}

const SIZES = [[1, 1, 1], [3, 5, 2], [4, 4, 4], [9, 17, 6], [5, 3, 19]]; // prettier-ignore

function* layers() {
  const next = random(5);
  for (const activation of ACTIVATIONS)
    for (const [m, n, n_in] of SIZES)
      yield {
        a_prev: numbers(next, m * n_in),
        w: numbers(next, n_in * n),
        b: numbers(next, n),
        m,
        n,
        n_in,
        activation,
      };
}

test("z = A_prev W + b and a = g(z), within the rounding of a sum", () => {
  for (const layer of layers()) {
    const { a_prev, w, b, m, n, n_in, activation } = layer;
    const { z, a } = forward(layer);
    for (let i = 0; i < m; i++)
      for (let u = 0; u < n; u++) {
        const column = Array.from({ length: n_in }, (_, k) => w[k * n + u]);
        const { sum, magnitude } = dot(a_prev.subarray(i * n_in, (i + 1) * n_in), column);
        const off = Math.abs(z[i * n + u] - (sum + b[u]));
        assert.ok(
          off <= (n_in + 1) * EPS64 * (magnitude + Math.abs(b[u])),
          `${activation} ${m} ${n} ${n_in}: z off by ${off}`,
        );
        const expected = G[activation](z[i * n + u]);
        assert.ok(Math.abs(a[i * n + u] - expected) <= 2 * EPS64 * Math.abs(expected));
      }
  }
});

test("dW, db and dA_prev are what central differences find, for every activation", () => {
  const h = 1e-5;
  for (const layer of layers()) {
    const { m, n, activation } = layer;
    const weight = numbers(random(9), m * n);
    const found = backward(layer, weight);
    const loss = (part) => dot(forward({ ...layer, ...part }).a, weight).sum;
    const kink = forward(layer).z.some((z) => activation === "relu" && Math.abs(z) < 4 * h);
    assert.ok(!kink, "a difference across the kink of a ReLU would prove nothing");
    for (const [name, gradient] of [
      ["w", found.dw],
      ["b", found.db],
      ["a_prev", found.da_prev],
    ]) {
      // prettier-ignore
      const values = /** @type {Float64Array} */ (layer[/** @type {string} */ (name)]);
      assert.ok(gradient.length === values.length);
      for (let k = 0; k < values.length; k++) {
        const moved = (by) => loss({ [/** @type {string} */ (name)]: values.with(k, values[k] + by) });
        const expected = (moved(h) - moved(-h)) / (2 * h);
        // h^2 / 6 times a third derivative (below 30 here), and the rounding of the loss over h
        const tolerance = 5 * h * h + (20 * m * n * EPS64) / h;
        assert.ok(
          Math.abs(gradient[k] - expected) <= tolerance,
          `${activation} d${name}[${k}]: ${gradient[k]}, ${expected}`,
        );
      }
      assert.ok(
        gradient.some((v) => Math.abs(v) > 1e-3) || m * n < 2,
        "a gradient of nothing but zeros proves nothing",
      );
    }
  }
});

test("gradients of a batch in pieces have the bits of the whole batch", () => {
  for (const layer of layers()) {
    const { a_prev, m, n, n_in } = layer;
    const dz = numbers(random(4), m * n);
    const grow = (pieces) => {
      let dw = new Float64Array(n_in * n);
      let db = new Float64Array(n);
      for (const [from, to] of pieces)
        [dw, db] = call(
          [dw, db, dz.slice(from * n, to * n), a_prev.slice(from * n_in, to * n_in), layer.w],
          (pdw, pdb, pdz, px, pw) =>
            core.exports.layer_backward(0, pdw, pdb, pdz, px, pw, 0, to - from, n, n_in),
        );
      return [...dw, ...db];
    };
    const cut = m >> 1;
    assert.deepEqual(grow([[0, cut], [cut, m]].filter(([a, b]) => b > a)), grow([[0, m]])); // prettier-ignore
  }
});

test("relu is 0 with slope 0 at 0, and keeps NaN", () => {
  const layer = { a_prev: [0, NaN], w: [1], b: [0], m: 2, n: 1, n_in: 1, activation: "relu" };
  const { a } = forward(layer);
  assert.equal(a[0], 0);
  assert.ok(Number.isNaN(a[1]));
  const one = { ...layer, a_prev: [0], m: 1 };
  assert.deepEqual([...backward(one, [1]).dw, ...backward(one, [1]).db], [0, 0]);
});
