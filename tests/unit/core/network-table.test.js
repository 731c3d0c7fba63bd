// Networks on a table of numbers: gradients against central differences for every layer and activation, one neuron
// against notes/unit.h to the last bit, and everything on the way of one example.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError } from "../../../web/core/core.js";
import { Network } from "../../../web/core/network.js";
import * as unit from "../../../web/core/unit.js";
import { cost, gradient, netOf, pass, train } from "../shared/network-reference.js";
import { open } from "../shared/open.js";
import { EPS64, random } from "../shared/reference.js";

const core = await open("notes");
/** That are there. @param {Float64Array | null} list */
const numbers = (list) => list ?? assert.fail("no numbers");
const ACTIVATIONS = ["linear", "relu", "sigmoid"];

/** A table of m rows whose y a network can learn; y is 0 or 1 for sigmoid. */
function table(m, n_x, activation, seed = 1) {
  const next = random(seed);
  const x = Float64Array.from({ length: m * n_x }, () => (next(2001) - 1000) / 500);
  const y = Float64Array.from({ length: m }, (_, i) => {
    const sum = x.subarray(i * n_x, (i + 1) * n_x).reduce((s, v, k) => s + v * (k - 1) + Math.abs(v), 0.3);
    return activation === "sigmoid" ? Number(sum > 1) : sum;
  });
  return { x, y, m, n_x, activation };
}

const rows = ({ x, y, m, n_x }) =>
  Array.from({ length: m }, (_, i) => ({ x: x.subarray(i * n_x, (i + 1) * n_x), y: y[i] }));

const HIDDEN = [[], [3], [4, 3], [5, 4, 3]];

for (const activation of ACTIVATIONS) {
  test(`${activation}: the gradient of every layer is what central differences of J find`, () => {
    for (const hidden of HIDDEN) {
      const data = table(23, 4, activation);
      const nn = Network.onTable(core, { ...data, hidden, seed: 6 });
      const start = netOf(nn, activation);
      start.b.forEach((b, l) => l > 0 && b.fill(0.37)); // off the kinks, and the output's ReLU alive
      start.b.forEach((b, l) => l > 0 && nn.setLayer(l, start.W[l], b));
      nn.evaluate();
      const h = 1e-6;
      const J = (net) => cost(net, rows(data));
      let largest = 0;
      for (let l = 1; l <= nn.layers; l++)
        for (const part of /** @type {const} */ (["W", "b"])) {
          const found = numbers(part === "W" ? nn.dW(l) : nn.dB(l));
          for (let k = 0; k < found.length; k++) {
            const moved = (by) =>
              J({ ...start, [part]: start[part].map((v, i) => (i === l ? v.with(k, v[k] + by) : v)) });
            const expected = (moved(h) - moved(-h)) / (2 * h);
            largest = Math.max(largest, Math.abs(expected));
            const off = Math.abs(found[k] - expected);
            // the rounding of J over h, and h^2 times a third derivative
            assert.ok(
              off <= 1e-7 * (1 + Math.abs(expected)),
              `${hidden} d${part}[${l}][${k}]: ${found[k]}, ${expected}`,
            );
          }
        }
      assert.ok(largest > 0.01, "a gradient of nothing but zeros proves nothing");
      nn.free();
    }
  });

  test(`${activation}: with no hidden layer, the bits are those of the one neuron of the notes`, () => {
    for (const [m, n_x] of [
      [1, 1],
      [10, 1],
      [67, 4],
      [130, 3],
    ]) {
      // prettier-ignore
      const data = table(m, n_x, activation, m);
      const nn = Network.onTable(core, { ...data, hidden: [], seed: 1 });
      const w = Float64Array.from({ length: n_x }, (_, k) => 0.2 + k / 10);
      nn.setLayer(1, w, [0.1]);
      nn.train(0.05, 40);
      nn.evaluate();
      const loss = activation === "sigmoid" ? "cross-entropy" : "squared";
      const one = unit.train(core, { ...data, w, b: 0.1, loss, alpha: 0.05, iterations: 40 });
      assert.deepEqual(nn.W(1), one.w);
      assert.equal(nn.b, one.b);
      const costs = [...one.costs, one.cost];
      // The sum of cross-entropies is taken in another order.
      const ulps = activation === "sigmoid" ? 4 * m * EPS64 : 0;
      nn.costs(0, 41).forEach((J, t) => assert.ok(Math.abs(J - costs[t]) <= ulps * costs[t], `J ${t}`));
      nn.free();
    }
  });

  test(`${activation}: costs and parameters are the reference's`, () => {
    for (const hidden of HIDDEN) {
      const data = table(90, 4, activation);
      const nn = Network.onTable(core, { ...data, hidden, seed: 2 });
      const { net, costs } = train(netOf(nn, activation), rows(data), 0.02, 50);
      nn.train(0.02, 50);
      nn.evaluate();
      nn.costs(0, 51).forEach((J, t) =>
        assert.ok(Math.abs(J - costs[t]) <= 1e-12 * costs[0], `${hidden} J ${t}`),
      );
      for (let l = 1; l <= nn.layers; l++)
        numbers(nn.W(l)).forEach((w, k) =>
          assert.ok(Math.abs(w - net.W[l][k]) < 1e-12, `${hidden} W[${l}][${k}]`),
        );
      const { dW } = gradient(netOf(nn, activation), rows(data));
      numbers(nn.dW(1)).forEach((d, k) => assert.ok(Math.abs(d - dW[1][k]) < 1e-12, `${hidden} dW[1][${k}]`));
      nn.free();
    }
  });
}

test("one row on its way: z and a of every neuron, and what each adds to the answer", () => {
  for (const hidden of HIDDEN) {
    const data = table(40, 4, "linear");
    const nn = Network.onTable(core, { ...data, hidden, seed: 4 });
    nn.train(0.02, 30);
    if (hidden.length > 1) nn.remove(1, 1);
    const net = netOf(nn, "linear");
    if (hidden.length > 1) net.gone = new Set(["1 1"]);
    const x = Float64Array.of(0.3, -1.2, 0.8, 2);
    const look = nn.look(x, 1.5);
    const { z, a } = pass(net, x);
    assert.equal(look.layers.length, nn.layers);
    for (let l = 1; l <= nn.layers; l++) {
      const layer = look.layers[l - 1];
      layer.z.forEach((v, u) => assert.ok(Math.abs(v - z[l][u]) < 1e-13, `z[${l}][${u}]`));
      layer.a.forEach((v, u) => assert.ok(Math.abs(v - a[l][u]) < 1e-13, `a[${l}][${u}]`));
      if (l === nn.layers) assert.equal(layer.adds, null);
      else
        numbers(layer.adds).forEach((v, u) => {
          const without = pass({ ...net, gone: new Set([...(net.gone ?? []), `${l} ${u}`]) }, x);
          assert.ok(Math.abs(v - (z[nn.layers][0] - without.z[nn.layers][0])) < 1e-12, `adds[${l}][${u}]`);
        });
    }
    if (hidden.length > 0) {
      const added = numbers(look.layers[nn.layers - 2].adds).reduce((sum, v) => sum + v, 0);
      assert.ok(Math.abs(added + look.b - look.z) < 1e-12, "the last hidden layer's add up to z - b");
    }
    assert.ok(Math.abs(look.loss - (look.a - 1.5) ** 2 / 2) < 1e-13);
    nn.free();
  }
});

test("a table that makes no sense is refused, and what is not finite says so", () => {
  const data = table(3, 2, "linear");
  const make = (how) => Network.onTable(core, { ...data, hidden: [2], ...how });
  for (const how of [{ m: 4 }, { n_x: 3 }, { activation: "tanh" }, { hidden: [0] }, { m: 0, x: [], y: [] }])
    assert.throws(() => make(how), CoreError, JSON.stringify(how));
  const nn = make({ y: [1, NaN, 2] });
  assert.throws(() => nn.train(0.1, 5), (/** @type {any} */ error) => error.code === "diverged"); // prettier-ignore
  assert.equal(nn.iteration, 0);
  assert.throws(() => nn.predictRow([1]), CoreError);
  assert.throws(() => nn.remove(2, 0), CoreError, "the output neuron stays");
  nn.free();
});
