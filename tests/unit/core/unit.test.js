// One neuron on a table of numbers, against plain loops in float64, differences, and the course's tables.
import assert from "node:assert/strict";
import test from "node:test";
import { backward, costCurve, costGrid, forward, standardise, train } from "../../../web/core/unit.js";
import { open } from "../shared/open.js";
import { reference, skip, table } from "../shared/table.js";

const core = await open("notes");

const PAIRS = [
  { activation: "linear", loss: "squared" },
  { activation: "relu", loss: "squared" },
  { activation: "sigmoid", loss: "squared" },
  { activation: "sigmoid", loss: "cross-entropy" },
];
const name = ({ activation, loss }) => `${activation}, ${loss}`;
// Losses from z lie within 2 ulp, the reference's own within about as much of a number of size 1.
const ROUNDING = 1e-14;

/** Numbers in [-2, 2) from a seed. @param {number} n @param {number} seed */
function numbers(n, seed) {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 30 - 2;
  });
}

/** The definition of right: J and its gradients, one example and one feature after the other. */
function plain({ x, y, w, b, m, n_x, activation, loss }) {
  /** @type {number[][]} */
  const [zs, as, losses, dzs] = [[], [], [], []];
  const out = { z: zs, a: as, losses, dz: dzs, dw: Array(n_x).fill(0), db: 0, cost: 0 };
  for (let i = 0; i < m; i++) {
    let z = b;
    for (let j = 0; j < n_x; j++) z += w[j] * x[i * n_x + j];
    const a = { linear: z, relu: Math.max(z, 0), sigmoid: 1 / (1 + Math.exp(-z)) }[activation];
    const slope = { linear: 1, relu: z > 0 ? 1 : 0, sigmoid: a * (1 - a) }[activation];
    const entropy = loss === "cross-entropy";
    const L = entropy ? -(y[i] * Math.log(a) + (1 - y[i]) * Math.log(1 - a)) : (a - y[i]) ** 2 / 2;
    const dz = entropy ? a - y[i] : (a - y[i]) * slope;
    for (let j = 0; j < n_x; j++) out.dw[j] += (x[i * n_x + j] * dz) / m;
    out.db += dz / m;
    out.cost += L / m;
    (out.z.push(z), out.a.push(a), out.losses.push(L), out.dz.push(dz));
  }
  return out;
}

const far = (p, q) => Math.max(0, ...Array.from(p, (value, i) => Math.abs(value - q[i])));
const near = (p, q, tolerance) => {
  assert.equal(p.length, q.length);
  assert.ok(far(p, q) <= tolerance, `${far(p, q)} apart`);
};

/** m examples of n_x features with labels 0 and 1. */
function example(m, n_x, pair) {
  const y = numbers(m, 7).map((value) => (value > 0 ? 1 : 0));
  return { x: numbers(m * n_x, 3), y, w: numbers(n_x, 5), b: 0.25, m, n_x, ...pair };
}

for (const pair of PAIRS) {
  for (const [m, n_x] of [
    [1, 1],
    [2, 3],
    [5, 1],
    [17, 4],
    [100, 2],
  ]) {
    test(`${name(pair)}: forward and backward of ${m} x ${n_x} are those of plain loops`, () => {
      const neuron = example(m, n_x, pair);
      const expected = plain(neuron);
      const { z, a, losses, cost, dz, dw, db } = backward(core, neuron);
      near(z, expected.z, ROUNDING);
      near(a, expected.a, ROUNDING);
      near(losses, expected.losses, 4 * ROUNDING);
      near(dz, expected.dz, ROUNDING);
      near(dw, expected.dw, ROUNDING);
      near([cost, db], [expected.cost, expected.db], 4 * ROUNDING);
      assert.deepEqual(forward(core, neuron), { z, a, losses, cost });
    });
  }

  test(`${name(pair)}: dw and db are the slopes of J (central difference)`, () => {
    const neuron = example(9, 3, pair);
    const { dw, db } = backward(core, neuron);
    const h = 2 ** -17;
    const slope = (change) =>
      (forward(core, { ...neuron, ...change(h) }).cost - forward(core, { ...neuron, ...change(-h) }).cost) /
      (2 * h);
    const nudged = neuron.w.map((_, j) => slope((by) => ({ w: neuron.w.with(j, neuron.w[j] + by) })));
    near(dw, nudged, 1e-9);
    near([db], [slope((by) => ({ b: neuron.b + by }))], 1e-9);
    assert.ok(dw.every((value) => Math.abs(value) > 1e-3) && Math.abs(db) > 1e-3);
  });

  test(`${name(pair)}: slope and curvature of the curve J(w) are its differences`, () => {
    const { x, y, m } = example(7, 1, pair);
    const points = { x, y, m, b: 0.3, ...pair };
    const ws = Float64Array.from({ length: 41 }, (_, k) => (k - 20) / 4 + 0.01);
    const h = 2 ** -17;
    const [below, curve, above] = [-h, 0, h].map((by) =>
      costCurve(core, { ...points, ws: ws.map((w) => w + by) }),
    );
    near(
      curve.slope,
      above.cost.map((cost, k) => (cost - below.cost[k]) / (2 * h)),
      1e-8,
    );
    near(
      curve.curvature,
      above.slope.map((slope, k) => (slope - below.slope[k]) / (2 * h)),
      1e-8,
    );
    const direct = Array.from(ws, (w) => forward(core, { ...points, w: [w], n_x: 1 }).cost);
    assert.deepEqual([...curve.cost], direct);
    assert.ok(curve.curvature.some((value) => value > 0.01));
  });

  test(`${name(pair)}: the grid has J(w, b) in rows of b`, () => {
    const { x, y, m } = example(6, 1, pair);
    const [ws, bs] = [
      [-1, 0.5, 2],
      [0, 3],
    ];
    const grid = costGrid(core, { x, y, m, ws, bs, ...pair });
    const expected = bs.flatMap((b) =>
      ws.map((w) => forward(core, { x, y, w: [w], b, m, n_x: 1, ...pair }).cost),
    );
    assert.deepEqual([...grid], expected);
  });

  test(`${name(pair)}: training is iterations of backward and update, the bias only when asked`, () => {
    for (const bias of [true, false]) {
      const neuron = example(12, 3, pair);
      const trained = train(core, { ...neuron, alpha: 0.1, iterations: 50, bias });
      const costs = [];
      for (let t = 0; t < 50; t++) {
        const { cost, dw, db } = backward(core, neuron);
        costs.push(cost);
        neuron.w = neuron.w.map((w, j) => w - 0.1 * dw[j]);
        if (bias) neuron.b -= 0.1 * db;
      }
      assert.deepEqual([...trained.costs], costs);
      assert.deepEqual([...trained.w], neuron.w);
      assert.equal(trained.b, neuron.b);
      assert.deepEqual(
        [trained.done, trained.diverged, trained.cost],
        [50, null, forward(core, neuron).cost],
      );
    }
  });
}

test("a long training in several calls gives the same numbers as one iteration at a time", () => {
  const neuron = example(1000, 40, PAIRS[3]); // 50 iterations are one call
  const whole = train(core, { ...neuron, alpha: 0.2, iterations: 120 });
  let now = neuron;
  for (let t = 0; t < 120; t++) {
    const { w, b, costs } = train(core, { ...now, alpha: 0.2, iterations: 1 });
    assert.equal(costs[0], whole.costs[t]);
    now = { ...now, w: Array.from(w), b };
  }
  assert.deepEqual(now.w, Array.from(whole.w));
  assert.equal(whole.costs.length, 120);
});

test("no iteration leaves everything as it is", () => {
  const neuron = example(4, 2, PAIRS[0]);
  const { w, b, costs, done, cost } = train(core, { ...neuron, alpha: 1, iterations: 0 });
  assert.deepEqual([...w], neuron.w);
  assert.deepEqual([b, costs.length, done, cost], [neuron.b, 0, 0, forward(core, neuron).cost]);
});

test("the kink of ReLU counts as flat: no gradient at z = 0", () => {
  const { a, dz, dw, db } = backward(core, { x: [1], y: [1], w: [0], b: 0, m: 1, n_x: 1, ...PAIRS[1] });
  assert.deepEqual([a[0], dz[0], dw[0], db], [0, 0, 0, 0]);
});

test("NaN stays NaN under every activation", () => {
  for (const pair of PAIRS) {
    const { z, a, cost } = forward(core, { x: [NaN, 1], y: [1, 1], w: [1], b: 0, m: 2, n_x: 1, ...pair });
    assert.ok(Number.isNaN(z[0]) && Number.isNaN(a[0]) && Number.isNaN(cost));
    assert.ok(Number.isFinite(a[1]));
  }
});

test("cross-entropy is exact where log(a) would be -infinity", () => {
  const { losses, a } = forward(core, {
    x: [1000, -1000],
    y: [0, 0],
    w: [1],
    b: 0,
    m: 2,
    n_x: 1,
    ...PAIRS[3],
  });
  assert.deepEqual([...a], [1, 0]);
  assert.deepEqual([...losses], [1000, 0]);
});

test("a learning rate that is too large stops at the last numbers in range", () => {
  const neuron = { x: [1, 2, 3], y: [1, 2, 3], w: [0], b: 0, m: 3, n_x: 1, ...PAIRS[0] };
  const { w, b, costs, done, cost, diverged } = train(core, { ...neuron, alpha: 100, iterations: 10000 });
  assert.ok(diverged !== null && diverged > 10 && diverged < 10000);
  assert.equal(done, diverged);
  assert.equal(costs.length, diverged + 1);
  assert.ok(costs.every(Number.isFinite) && Number.isFinite(w[0]) && Number.isFinite(b));
  assert.equal(forward(core, { ...neuron, w, b }).cost, cost);
  assert.equal(costs.at(-1), cost);
  const { dw } = backward(core, { ...neuron, w, b });
  const next = forward(core, { ...neuron, w: [w[0] - 100 * dw[0]], b });
  assert.equal(next.cost, Infinity);
});

test("an infinite weight that ReLU would hide is seen", () => {
  const relu = { x: [1e200], y: [0], w: [1e-100], b: 0, m: 1, n_x: 1, ...PAIRS[1] };
  const { w, diverged, done } = train(core, { ...relu, alpha: 1e300, iterations: 5 });
  assert.deepEqual([w[0], diverged, done], [1e-100, 0, 0]);
});

test("a start whose J is not finite is handed back with no costs", () => {
  const neuron = { x: [1e200], y: [0], w: [1], b: 0, m: 1, n_x: 1, ...PAIRS[0] };
  const { w, costs, done, diverged } = train(core, { ...neuron, alpha: 0.1, iterations: 5 });
  assert.deepEqual([w[0], costs.length, done, diverged], [1, 0, 0, 0]);
});

test("arguments that do not fit are refused", () => {
  const good = example(3, 2, PAIRS[0]);
  const bad = [
    { m: 4 },
    { m: 0, x: [], y: [] },
    { w: [1] },
    { loss: "cross-entropy" },
    { activation: "tanh" },
    { loss: "absolute" },
  ];
  for (const change of bad)
    assert.throws(() => forward(core, { ...good, ...change }), { code: "argument" }, JSON.stringify(change));
  for (const change of [
    { alpha: NaN },
    { alpha: -1 },
    { alpha: Infinity },
    { iterations: 1.5 },
    { iterations: -1 },
  ])
    assert.throws(() => train(core, { ...good, alpha: 1, iterations: 1, ...change }), { code: "argument" });
  assert.equal(core.exports.unit_create(2 ** 30, 2 ** 30, 0, 0), 0);
  assert.equal(core.exports.unit_create(2 ** 16, 2 ** 16, 0, 0), 0);
});

test("standardised columns have mean 0 and standard deviation 1", () => {
  const x = numbers(300, 11).map((value, k) => value * 10 ** ((k % 3) * 4 - 4) + 5);
  const scaled = standardise(core, x, 100, 3);
  for (let j = 0; j < 3; j++) {
    const column = scaled.x.filter((_, k) => k % 3 === j);
    const mean = column.reduce((sum, value) => sum + value, 0) / 100;
    const square = column.reduce((sum, value) => sum + value * value, 0) / 100;
    near([mean, square], [0, 1], 1e-9); // the first column varies in the fifth digit only
    column.forEach((value, i) => near([value * scaled.sigma[j] + scaled.mu[j]], [x[i * 3 + j]], 1e-11));
  }
});

test("a constant column becomes zeros, with sigma 1, whatever its mean rounds to", () => {
  const x = Array(7).fill(0.1); // seven times 0.1, divided by 7, is not 0.1
  assert.deepEqual(standardise(core, x, 7, 1), {
    x: new Float64Array(7),
    mu: Float64Array.of(0.1),
    sigma: Float64Array.of(1),
  });
  assert.deepEqual([...standardise(core, [5, 8], 1, 2).x], [0, 0]);
});

test("columns of huge and tiny numbers are standardised too, and what is not a number is refused", () => {
  for (const scale of [1e200, 1e-200]) {
    const { x, sigma } = standardise(
      core,
      [1, 2, 3].map((value) => value * scale),
      3,
      1,
    );
    near(x, [-Math.sqrt(1.5), 0, Math.sqrt(1.5)], 1e-14);
    near([sigma[0] / scale], [Math.sqrt(2 / 3)], 1e-14);
  }
  for (const bad of [NaN, Infinity, -Infinity])
    assert.throws(() => standardise(core, [1, bad, 2], 3, 1), { code: "argument" });
});

test("squared error over sigma has two true minima on the preset of the convexity lab", () => {
  const points = { x: [-0.5, 0.2, -5, -0.5], y: [1, 1, 0, 1], m: 4, b: 0, activation: "sigmoid" };
  const ws = Float64Array.from({ length: 40001 }, (_, k) => (k - 20000) / 1000); // -20 .. 20
  const { slope, curvature } = costCurve(core, { ...points, loss: "squared", ws });
  const turns = [];
  for (let k = 1; k < ws.length; k++) if (slope[k - 1] < 0 !== slope[k] < 0) turns.push(refine(ws[k]));
  // Left minimum, barrier, right minimum; beyond the fourth the curve falls for ever towards J = 1/4.
  near(
    turns.map(({ w }) => w),
    [-2.88772, -0.85274, 0.328425, 17.06147],
    0.00001,
  );
  near(
    turns.map(({ cost }) => cost),
    [0.185396, 0.197353, 0.105679, 0.250029],
    0.000001,
  );
  assert.deepEqual(
    turns.map((turn) => Math.sign(turn.curvature)),
    [1, -1, 1, -1],
  );
  assert.ok(
    curvature.some((value) => value < 0),
    "between them the curve bends down",
  );
  const entropy = costCurve(core, { ...points, loss: "cross-entropy", ws });
  assert.ok(
    entropy.curvature.every((value) => value > 0),
    "cross-entropy is convex",
  );

  /** The turn between w - 0.001 and w, by bisection. */
  function refine(w) {
    let [low, high] = [w - 0.001, w];
    const at = (middle) => {
      const { cost, slope, curvature } = costCurve(core, { ...points, loss: "squared", ws: [middle] });
      return { w: middle, cost: cost[0], slope: slope[0], curvature: curvature[0] };
    };
    const falling = at(low).slope < 0;
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if (at(middle).slope < 0 === falling) low = middle;
      else high = middle;
    }
    return at(high);
  }
});

test("b merged into theta_0 with x_0 = 1 gives the same numbers as b apart", () => {
  const apart = example(20, 2, PAIRS[3]);
  const rows = Array.from({ length: 20 }, (_, i) => [1, apart.x[2 * i], apart.x[2 * i + 1]]);
  const merged = { ...apart, x: rows.flat(), n_x: 3, w: [apart.b, ...apart.w], b: 0 };
  const one = train(core, { ...apart, alpha: 0.5, iterations: 500 });
  const other = train(core, { ...merged, alpha: 0.5, iterations: 500, bias: false });
  near(other.w, [one.b, ...one.w], 1e-12);
  near(other.costs, one.costs, 1e-13);
  assert.equal(other.b, 0);
});

test("ex1data1: linear regression reaches the course's theta", { skip }, () => {
  const expected = reference().ex1data1;
  const data = table("ex1data1.txt");
  const start = { ...data, w: [0], b: 0, activation: "linear", loss: "squared" };
  assert.ok(Math.abs(forward(core, start).cost - expected.cost_at_zero) < 1e-12);
  assert.ok(Math.abs(forward(core, { ...start, w: [2], b: -1 }).cost - expected.cost_at_m1_2) < 1e-12);
  const { w, b, cost } = train(core, {
    ...start,
    alpha: expected.gd_alpha,
    iterations: expected.gd_iters,
  });
  near([b, w[0]], expected.gd_theta, 1e-11);
  near([cost], [expected.gd_cost_after], 1e-12);
  near(
    [1e4 * (b + w[0] * 3.5), 1e4 * (b + w[0] * 7)],
    [expected.predict_35000, expected.predict_70000],
    1e-6,
  );
});

for (const { key, alpha, iterations } of [
  { key: "gd_standardised_a0.5_n2000", alpha: 0.5, iterations: 2000 },
  { key: "gd_standardised_a1.0_n10000", alpha: 1, iterations: 10000 },
]) {
  test(`ex2data1: ${iterations} iterations with alpha ${alpha} reach the reference`, { skip }, () => {
    const { ex2data1 } = reference();
    const { x, y, m, n_x } = table("ex2data1.txt");
    const scaled = standardise(core, x, m, n_x);
    near(scaled.mu, ex2data1.standardised.mu, 1e-12);
    near(scaled.sigma, ex2data1.standardised.sigma_ddof0, 1e-12);
    const neuron = { x: scaled.x, y, m, n_x, w: [0, 0], b: 0, ...PAIRS[3] };
    const { w, b, costs, cost } = train(core, { ...neuron, alpha, iterations });
    near([b, ...w], ex2data1[key].theta, 1e-11);
    near([cost], [ex2data1[key].cost_after], 1e-13);
    for (const [t, expected] of Object.entries(ex2data1[key].costs_every_100))
      near([costs[Number(t)]], [expected], 1e-13);
  });
}
