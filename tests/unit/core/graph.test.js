// The computation graph of the core: every operation against a plain formula and against nudging.
import assert from "node:assert/strict";
import test from "node:test";
import { Graph } from "../../../web/core/graph.js";
import { backward } from "../../../web/core/unit.js";
import { open } from "../shared/open.js";

const core = await open("notes");

const sigma = (z) => 1 / (1 + Math.exp(-z));
const entropy = (a, y) => -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
/** @type {Record<string, {f: (...values: number[]) => number, at: number[]}>} */
const OPS = {
  add: { f: (p, q) => p + q, at: [0.7, -1.3] },
  sub: { f: (p, q) => p - q, at: [0.7, -1.3] },
  mul: { f: (p, q) => p * q, at: [0.7, -1.3] },
  neg: { f: (p) => -p, at: [0.7] },
  square: { f: (p) => p * p, at: [-0.7] },
  exp: { f: Math.exp, at: [0.7] },
  log: { f: Math.log, at: [0.7] },
  sigmoid: { f: sigma, at: [0.7] },
  relu: { f: (p) => Math.max(p, 0), at: [0.7] },
  "cross-entropy": { f: entropy, at: [0.7, 0.4] },
  "cross-entropy-z": { f: (z, y) => entropy(sigma(z), y), at: [0.7, 0.4] },
};

const close = (x, y, tolerance) => assert.ok(Math.abs(x - y) <= tolerance, `${x} and ${y}`);

/** A graph that frees itself after fn. @param {(g: Graph) => void} fn */
function withGraph(fn) {
  const g = new Graph(core);
  try {
    fn(g);
  } finally {
    g.free();
  }
}

for (const [name, { f, at }] of Object.entries(OPS)) {
  test(`${name}: value, and derivatives by the rule and by nudging`, () => {
    withGraph((g) => {
      const inputs = at.map((value) => g.input(value));
      const out = g.op(name, ...inputs);
      const J = g.op("mul", out, g.input(3)); // so that something comes from above
      g.forward();
      close(g.value(out), f(...at), 1e-15);
      g.backward(J);
      assert.deepEqual([g.grad(J), g.grad(out)], [1, 3]);
      inputs.forEach((id, k) => {
        const h = 2 ** -17;
        const moved = (by) => 3 * f(...at.with(k, at[k] + by));
        const slope = (moved(h) - moved(-h)) / (2 * h);
        close(g.grad(id), slope, 1e-8); // h^2 / 6 times a third derivative of up to 200
        close(g.nudge(J, id, h), slope, 1e-10);
        close(g.nudge(J, id), g.grad(id), 1e-8);
        assert.ok(Math.abs(slope) > 0.1);
      });
    });
  });
}

test("the course's J = 3(a + bc): 33, and da = 3, db = 6, dc = 9", () => {
  withGraph((g) => {
    const [a, b, c, three] = [5, 3, 2, 3].map((value) => g.input(value));
    const u = g.op("mul", b, c);
    const v = g.op("add", a, u);
    const J = g.op("mul", three, v);
    assert.ok(Number.isNaN(g.value(J)));
    g.forward();
    assert.deepEqual(
      [u, v, J].map((id) => g.value(id)),
      [6, 11, 33],
    );
    g.backward(J);
    assert.deepEqual(
      [a, b, c, u, v, J].map((id) => g.grad(id)),
      [3, 6, 9, 3, 3, 1],
    );
    for (const id of [a, b, c, u, v, J, three]) close(g.nudge(J, id, 1e-3), g.grad(id), 1e-9);
    g.set(a, 6);
    g.backward(v); // computes the values first
    assert.deepEqual([g.value(J), g.grad(a), g.grad(b), g.grad(J)], [36, 1, 2, 0]);
  });
});

test("logistic regression on one example: every derivative is that of the neuron", () => {
  withGraph((g) => {
    const [x1, x2, w1, w2, b, y] = [1.5, -0.5, 0.4, 0.9, -0.2, 1].map((value) => g.input(value));
    const products = g.op("add", g.op("mul", w1, x1), g.op("mul", w2, x2));
    const z = g.op("add", products, b);
    const a = g.op("sigmoid", z);
    const L = g.op("cross-entropy", a, y);
    g.backward(L);
    const neuron = { x: [1.5, -0.5], y: [1], w: [0.4, 0.9], b: -0.2, m: 1, n_x: 2 };
    const expected = backward(core, { ...neuron, activation: "sigmoid", loss: "cross-entropy" });
    close(g.value(a), expected.a[0], 1e-16);
    close(g.value(L), expected.cost, 1e-15);
    close(g.grad(a), -1 / g.value(a), 1e-15); // da = -y/a + (1 - y)/(1 - a)
    close(g.grad(z), g.value(a) - 1, 1e-15); // dz = a - y
    [g.grad(w1), g.grad(w2), g.grad(b)].forEach((slope, k) =>
      close(slope, [...expected.dw, expected.db][k], 1e-15),
    );
    for (let id = 0; id < g.nodes; id++) close(g.nudge(L, id, 1e-5), g.grad(id), 1e-9);
    const fromZ = g.op("cross-entropy-z", z, y);
    g.backward(fromZ);
    close(g.value(fromZ), g.value(L), 1e-15);
    close(g.grad(w1), expected.dw[0], 1e-15);
  });
});

test("a node used twice receives both shares", () => {
  withGraph((g) => {
    const x = g.input(3);
    const J = g.op("mul", g.op("mul", x, x), x); // x^3
    g.backward(J);
    assert.equal(g.grad(x), 27);
    close(g.nudge(J, x, 1e-4), 27, 1e-7);
  });
});

test("nudging an inner node moves it alone, and nothing in the graph changes", () => {
  withGraph((g) => {
    const x = g.input(2);
    const square = g.op("square", x);
    const J = g.op("mul", square, x);
    g.backward(J);
    close(g.nudge(J, square, 1e-3), 2, 1e-12); // x held, not 3 x^2 of the whole
    assert.deepEqual(
      [x, square, J].map((id) => g.value(id)),
      [2, 4, 8],
    );
    assert.equal(g.nudge(square, J, 1e-3), 0); // what comes later does not matter
  });
});

test("edges: relu is flat at 0, certain answers cost nothing, log has no value below 0", () => {
  withGraph((g) => {
    const zero = g.input(0);
    const one = g.input(1);
    const relu = g.op("relu", zero);
    const right = g.op("cross-entropy", one, one);
    const rightToo = g.op("cross-entropy", zero, zero);
    const wrong = g.op("cross-entropy", zero, one);
    const log = g.op("log", g.op("neg", one));
    g.forward();
    assert.deepEqual(
      [right, rightToo, wrong, log].map((id) => g.value(id)),
      [0, 0, Infinity, NaN],
    );
    g.backward(relu);
    assert.equal(g.grad(zero), 0);
    const sum = g.op("add", one, one);
    g.backward(sum);
    assert.deepEqual([g.grad(one), g.grad(log)], [2, 0]); // the NaN beside it does not spread
  });
});

test("bad nodes and a full graph are refused", () => {
  withGraph((g) => {
    const bad = { code: "argument" };
    const x = g.input(1);
    for (const id of /** @type {number[]} */ ([-1, 1, 0.5, NaN, undefined, 2 ** 32])) {
      assert.throws(() => g.op("neg", id), bad);
      assert.throws(() => g.value(id), bad);
      assert.throws(() => g.backward(id), bad);
      assert.throws(() => g.set(id, 1), bad);
    }
    assert.throws(() => g.op("add", x), bad);
    assert.throws(() => g.op("neg", x, x), bad);
    assert.throws(() => g.op("add"), bad);
    assert.throws(() => g.op("power", x), bad);
    for (const eps of [0, -1, NaN]) assert.throws(() => g.nudge(x, x, eps), bad);
    assert.throws(() => g.set(g.op("neg", x), 2), bad);
    while (g.nodes < 256) g.input(0);
    assert.throws(() => g.input(0), { code: "full" });
  });
});

test("a nudge is divided by how far the value really moved", () => {
  const g = new Graph(core);
  // Numbers near 1e9 are 1.2e-7 apart: +-1e-7 is rounded to +-1.2e-7.
  const x = g.input(1e9);
  const three = g.input(3);
  const J = g.op("mul", g.op("sub", x, g.input(1e9)), three);
  assert.equal(g.nudge(x, x, 1e-7), 1);
  assert.equal(g.nudge(J, x, 1e-7), 3);
  g.free();
});
