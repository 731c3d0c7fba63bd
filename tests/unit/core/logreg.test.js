// Logistic regression: three engines against one reference in plain float64, at every size around four rows and
// sixteen bytes.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError } from "../../../web/core/core.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { datasetOf, near } from "../shared/steps.js";

const core = await open();
const ENGINES = ["loop", "vectorized", "gram"];
const TOLERANCE = { loop: 1e-12, gram: 1e-12, vectorized: 1e-6 };

/** A training on these examples. @param {{x: Uint8Array, y: number}[]} set @param {{x: Uint8Array, y: number}[]} [testSet] */
function training(set, engine, testSet = []) {
  const dataset = datasetOf(core, set, testSet);
  const lr = dataset.createLogreg(engine);
  return { lr, dataset, free: () => (lr.free(), dataset.free()) };
}

/** Central differences of J in every direction. */
function differences(state, set, h = 1e-4) {
  const at = (j, step) => {
    const w = state.w.slice();
    if (j < w.length) w[j] += step;
    return reference.cost({ w, b: state.b + (j === w.length ? step : 0) }, set);
  };
  return Array.from({ length: state.w.length + 1 }, (_, j) => (at(j, h) - at(j, -h)) / (2 * h));
}

for (const engine of ENGINES) {
  test(`${engine}: a step goes down the gradient that central differences of J find`, () => {
    for (const [m, n_px] of [
      [1, 1],
      [5, 2],
      [9, 5],
    ]) {
      // prettier-ignore
      const set = reference.examples(m, n_px, m);
      const { lr, free } = training(set, engine);
      for (const before of [0, 3]) {
        lr.reset();
        lr.train(0.5, before);
        const state = { w: lr.w(), b: lr.b };
        lr.train(1, 1);
        const found = [...state.w.map((w, j) => w - lr.w()[j]), state.b - lr.b]; // alpha = 1
        const expected = differences(state, set);
        // h^2 / 6 times a third derivative below 0.1, and eps J / h; float32 adds its own rounding of the sums.
        const tolerance = engine === "vectorized" ? (3 * n_px * n_px + m) * reference.EPS32 : 1e-9;
        near(found, expected, tolerance, `${m} examples of ${n_px} px, step ${before}`);
        assert.ok(found.some((d) => Math.abs(d) > 0.01), "a gradient of nothing but zeros proves nothing"); // prettier-ignore
      }
      free();
    }
  });

  test(`${engine}: costs, w, b and answers are the reference's, for 1 to 9 examples`, () => {
    for (const n_px of [1, 5, 8])
      for (let m = 1; m <= 9; m++)
        for (const m_test of [0, 1, 3, 4, 6]) {
          const set = reference.examples(m, n_px, 10 * m + n_px);
          const testSet = reference.examples(m_test, n_px, 100 + m);
          const what = `${m} + ${m_test} of ${n_px} px`;
          const { lr, free } = training(set, engine, testSet);
          const expected = reference.train(set, 0.1, 20);
          assert.equal(lr.train(0.1, 20), 20);
          assert.equal(lr.evaluate(), true);
          assert.deepEqual([lr.m, lr.m_test, lr.iteration, lr.end], [m, m_test, 20, 20]);
          near(lr.costs(0, 21), expected.costs, TOLERANCE[engine], `${what}: J`);
          near(lr.w(), expected.w, TOLERANCE[engine], `${what}: w`);
          near([lr.b], [expected.b], TOLERANCE[engine], `${what}: b`);
          const all = [...set, ...testSet];
          const z = reference.forward(expected, all);
          near(lr.z(), z, 20 * TOLERANCE[engine], `${what}: z`);
          near(lr.a(), z.map(reference.sigmoid), 20 * TOLERANCE[engine], `${what}: a`); // prettier-ignore
          near(lr.losses(), z.map((v, i) => reference.loss(v, all[i].y)), 20 * TOLERANCE[engine], `${what}: losses`); // prettier-ignore
          const share = (from, to) => {
            const right = all.slice(from, to).filter(({ y }, i) => z[from + i] > 0 === (y === 1));
            return right.length / (to - from);
          };
          assert.equal(lr.accuracy("train"), share(0, m));
          assert.equal(lr.accuracy("test"), m_test ? share(m, m + m_test) : NaN);
          const testCosts = lr.testCosts(0, 21);
          if (m_test)
            near([testCosts[20]], [reference.cost(expected, testSet)], 20 * TOLERANCE[engine], `${what}: test J`); // prettier-ignore
          else assert.ok(testCosts.every(Number.isNaN), "no test set, no test cost");
          free();
        }
  });

  test(`${engine}: the first cost is log 2, to the last digit`, () => {
    for (const m of [1, 2, 6, 7]) {
      const { lr, free } = training(reference.examples(m, 5, m), engine, reference.examples(3, 5, 50));
      lr.evaluate();
      const digits = engine === "vectorized" ? reference.EPS32 : 2 * m * reference.EPS64;
      near([lr.costs(0, 1)[0], lr.testCosts(0, 1)[0]], [Math.LN2, Math.LN2], digits, "J");
      free();
    }
  });

  test(`${engine}: an answer of one half is no: before training, right are those of class 0`, () => {
    const set = reference.examples(7, 2, 1).map(({ x }, i) => ({ x, y: Number(i < 2) }));
    const { lr, free } = training(set, engine, [{ ...set[0], y: 1 }]);
    lr.evaluate();
    assert.ok(lr.a().every((a) => a === 0.5));
    assert.deepEqual([lr.accuracy("train"), lr.accuracy("test")], [5 / 7, 0]);
    free();
  });

  test(`${engine}: the order of z, a and losses is that of slots, training first`, () => {
    const set = reference.examples(7, 2, 1);
    const { lr, dataset, free } = training(set, engine, reference.examples(4, 2, 2));
    lr.train(0.3, 5);
    lr.evaluate();
    const slots = [...lr.slots()];
    assert.deepEqual(slots, [0, 1, 2, 7, 8, 9, 10, 3, 4, 5, 6]);
    slots.forEach((slot, i) => {
      assert.equal(dataset.part(slot), i < 7 ? "train" : "test");
      const { wx, b, z, a, loss } = lr.predict(dataset.x(slot), i < 7 ? set[i].y : 0);
      near([z, a], [lr.z()[i], lr.a()[i]], 10 * TOLERANCE[engine], "predict");
      assert.equal(z, wx + b);
      if (i < 7) near([loss], [lr.losses()[i]], 10 * TOLERANCE[engine], "loss");
    });
    free();
  });

  test(`${engine}: w as float32 is w`, () => {
    const { lr, free } = training(reference.examples(4, 5, 3), engine);
    lr.train(0.3, 7);
    assert.deepEqual(lr.w32(), Float32Array.from(lr.w()));
    assert.deepEqual(lr.w(), lr.w(), "asking twice changes nothing");
    free();
  });

  test(`${engine}: costs fall, slowly enough, on what can be told apart`, () => {
    const { lr, free } = training(reference.examples(20, 4, 8), engine);
    lr.train(0.01, 200);
    const costs = lr.costs(0, 200);
    for (let t = 0; t + 1 < 200; t++) assert.ok(costs[t + 1] < costs[t], `rises at ${t}`);
    free();
  });

  test(`${engine}: one class alone, and pictures all the same, are no trouble`, () => {
    const ones = reference.examples(6, 3, 1).filter(({ y }) => y === 1);
    const same = Array.from({ length: 4 }, (_, i) => ({ x: ones[0].x, y: i % 2 }));
    for (const set of [ones, same]) {
      const { lr, free } = training(set, engine);
      const expected = reference.train(set, 0.1, 10);
      lr.train(0.1, 10);
      lr.evaluate();
      near(lr.costs(0, 11), expected.costs, TOLERANCE[engine], "J");
      free();
    }
  });

  test(`${engine}: black pictures teach nothing but b`, () => {
    const set = [1, 1, 0].map((y) => ({ x: new Uint8Array(27), y }));
    const { lr, free } = training(set, engine);
    lr.train(1, 50);
    assert.ok(lr.w().every((w) => w === 0));
    near([lr.b], [reference.train(set, 1, 50).b], TOLERANCE[engine] * 10, "b");
    free();
  });
}

test("gram: w is the sum of alpha_hat times the training pictures", () => {
  const set = reference.examples(13, 5, 2);
  const { lr, free } = training(set, "gram", reference.examples(5, 5, 3));
  lr.train(0.2, 100);
  const alphaHat = lr.alphaHat() ?? [];
  assert.equal(alphaHat.length, 14);
  const w = new Float64Array(75);
  set.forEach(({ x }, i) => reference.features(x).forEach((v, j) => (w[j] += alphaHat[i] * v)));
  near(lr.w(), w, 13 * reference.EPS64 * 13, "w");
  assert.equal(alphaHat[13], lr.b);
  assert.ok(Math.max(...w.map(Math.abs)) > 0.1);
  free();
});

test("vectorized: rows kept as bytes answer as rows kept as floats do", () => {
  // More than 256 MB as float32: 1400 pictures of 128 px, of which only a few differ from black.
  const dataset = core.createDataset(128);
  const bright = reference.examples(6, 128, 4);
  for (let i = 0; i < 1400; i++) {
    const { x, y } = bright[i % 233] ?? { x: new Uint8Array(dataset.n_x), y: i % 2 };
    dataset.add(x, y, "train", i);
  }
  const lr = dataset.createLogreg("vectorized");
  assert.ok(dataset.trainingBytes("vectorized") < 2 ** 24, "no floats are kept");
  lr.train(0.002, 5);
  lr.evaluate();
  while (dataset.gramStep(50) > 0);
  const exact = dataset.createLogreg("gram");
  exact.train(0.002, 5);
  exact.evaluate();
  near(lr.costs(0, 6), exact.costs(0, 6), 1e-6, "J");
  lr.free();
  exact.free();
  dataset.free();
});

test("bad arguments are refused and change nothing", () => {
  const set = reference.examples(5, 2, 1);
  for (const engine of ENGINES) {
    const { lr, dataset, free } = training(set, engine);
    lr.train(0.1, 3);
    lr.evaluate();
    const before = [...lr.costs(0, 4)];
    for (const bad of [
      () => lr.train(0, 1),
      () => lr.train(-1, 1),
      () => lr.train(NaN, 1),
      () => lr.train(Infinity, 1),
      () => lr.train(0.1, -1),
      () => lr.seek(-1),
      () => lr.seek(4),
      () => lr.predict(new Uint8Array(11)),
    ])
      assert.throws(bad, (e) => e instanceof CoreError && e.code === "argument", bad.toString()); // prettier-ignore
    assert.deepEqual([...lr.costs(0, 4)], before);
    assert.deepEqual([lr.iteration, lr.end], [3, 3]);
    assert.equal(lr.train(0.1, 0), 0);
    assert.throws(() => dataset.createLogreg("magic"), CoreError);
    free();
  }
});

test("without training examples, or without all of K, there is no training", () => {
  const dataset = core.createDataset(2);
  assert.throws(() => dataset.createLogreg("loop"), CoreError);
  dataset.add(new Uint8Array(12), 1, "test", 1);
  for (const engine of ENGINES) assert.throws(() => dataset.createLogreg(engine), CoreError, engine);
  dataset.add(new Uint8Array(12), 1, "train", 2);
  assert.throws(() => dataset.createLogreg("gram"), CoreError);
  dataset.createLogreg("loop").free();
  while (dataset.gramStep(1) > 0);
  dataset.createLogreg("gram").free();
  dataset.free();
});

test("multiply-adds are counted as promised: 2 m n_x, and m^2 for gram, the test set once", () => {
  const madds = (engine, m, m_test) => {
    const { lr, free } = training(reference.examples(m, 5, 1), engine, reference.examples(m_test, 5, 1));
    const { madds } = lr;
    free();
    return madds;
  };
  for (const engine of ["loop", "vectorized"]) {
    assert.equal(madds(engine, 6, 0), 2 * 6 * 75);
    assert.equal(madds(engine, 6, 4), 2 * 6 * 75 + 4 * 75);
  }
  assert.equal(madds("gram", 6, 4), 36 + 24);
});
