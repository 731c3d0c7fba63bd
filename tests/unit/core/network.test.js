// Networks on pictures: both engines against a reference in plain float64, full batch and mini-batches, and with no
// hidden layer against the logistic regression.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError } from "../../../web/core/core.js";
import { Network } from "../../../web/core/network.js";
import { batchesOf, cost, netOf, pass, train } from "../shared/network-reference.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { datasetOf, near } from "../shared/steps.js";

const core = await open();
const ENGINES = ["gram", "vectorized"];
/** Costs stay near the reference's for some tens of iterations: float64 sums, or float32 ones of 12 to 192 features. */
const TOLERANCE = { gram: 1e-12, vectorized: 2e-5 };

/** A network on these examples; the test set comes in between. */
function network(set, how, testSet = []) {
  const dataset = datasetOf(core, set, testSet);
  const nn = Network.onPictures(dataset, how);
  return { nn, dataset, free: () => (nn.free(), dataset.free()) };
}

const featured = (set) => set.map(({ x, y }) => ({ x: reference.features(x), y }));

const SHAPES = [[], [1], [4], [5, 3], [16], [9, 8, 2]];

for (const engine of ENGINES) {
  test(`${engine}: costs, parameters and answers are the reference's, for any layers`, () => {
    for (const hidden of SHAPES)
      for (const [m, m_test, n_px] of [
        [1, 0, 2],
        [7, 3, 2],
        [70, 5, 4],
        [130, 0, 8],
      ]) {
        // prettier-ignore
        const set = reference.examples(m, n_px, m + n_px);
        const testSet = reference.examples(m_test, n_px, 100 + m);
        const what = `${hidden} on ${m} + ${m_test} of ${n_px} px`;
        const { nn, free } = network(set, { hidden, engine, seed: 3 }, testSet);
        const { net, costs } = train(netOf(nn), featured(set), 0.05, 12);
        assert.equal(nn.train(0.05, 12), 12);
        assert.equal(nn.evaluate(), true);
        near(nn.costs(0, 13), costs, TOLERANCE[engine], `${what}: costs`);
        const found = netOf(nn);
        for (let l = 1; l <= nn.layers; l++) {
          near(found.W[l], net.W[l], TOLERANCE[engine], `${what}: W[${l}]`);
          near(found.b[l], net.b[l], TOLERANCE[engine], `${what}: b[${l}]`);
        }
        const answers = [...set, ...testSet].map(({ x }) => pass(net, reference.features(x)).z[nn.layers][0]);
        near(nn.z(), answers, 10 * TOLERANCE[engine], `${what}: z`);
        if (m_test) near(nn.testCosts(12, 13), [cost(net, featured(testSet))], TOLERANCE[engine], what);
        assert.ok(costs[12] < costs[0], `${what}: it learns`);
        free();
      }
  });

  test(`${engine}: mini-batches are those of the reference, in an order that seed and t give`, () => {
    for (const batch of [1, 5, 64, 69]) {
      const set = reference.examples(70, 3, 8);
      const { nn, free } = network(
        set,
        { hidden: [6, 3], engine, batch, seed: 11 },
        reference.examples(4, 3, 9),
      );
      const { costs } = train(netOf(nn), featured(set), 0.02, 4, (t) => batchesOf(70, batch, 11, t));
      nn.train(0.02, 4);
      nn.evaluate();
      near(nn.costs(0, 5), costs, TOLERANCE[engine] * (batch === 1 ? 20 : 1), `batches of ${batch}`);
      free();
    }
  });

  test(`${engine}: however short the calls, the bits are the same`, () => {
    for (const batch of [0, 20]) {
      const how = { hidden: [5, 4], engine, batch, seed: 2 };
      const set = reference.examples(200, 4, 5);
      const testSet = reference.examples(33, 4, 6);
      const whole = network(set, how, testSet);
      whole.nn.train(0.1, 9);
      whole.nn.evaluate();
      const pieces = network(set, how, testSet);
      let calls = 0;
      while (pieces.nn.iteration < 9) {
        pieces.nn.train(0.1, 9 - pieces.nn.iteration, 3000 * (1 + (calls % 3)));
        calls++;
      }
      while (!pieces.nn.evaluate(100)) calls++;
      assert.ok(calls > 30, `${calls} calls`);
      assert.deepEqual(pieces.nn.costs(0, 10), whole.nn.costs(0, 10));
      assert.deepEqual(pieces.nn.testCosts(9, 10), whole.nn.testCosts(9, 10));
      assert.deepEqual(pieces.nn.z(), whole.nn.z());
      whole.free();
      pieces.free();
    }
  });

  test(`${engine}: for how many examples a neuron fires, in short calls and without one of them as well`, () => {
    const set = reference.examples(150, 3, 12);
    const { nn, free } = network(set, { hidden: [6, 4], engine, seed: 9 }, reference.examples(30, 3, 13));
    const firing = (gone) => {
      const net = { ...netOf(nn), gone };
      const activations = featured(set).map(({ x }) => pass(net, x).a);
      return [1, 2].map((l) =>
        Array.from({ length: net.n[l] }, (_, u) => activations.filter((a) => a[l][u] > 0).length),
      );
    };
    const found = () => [1, 2].map((l) => [...nn.fires(l)]);
    nn.train(0.1, 5);
    while (!nn.evaluate(500));
    const all = firing();
    assert.deepEqual(found(), all);
    assert.ok(all.flat().some((k) => k > 0 && k < set.length), String(all)); // prettier-ignore
    nn.remove(1, all[0].findIndex((k) => k > 0)); // prettier-ignore
    nn.evaluate();
    assert.deepEqual(found(), firing(new Set([`1 ${all[0].findIndex((k) => k > 0)}`])));
    free();
  });

  test(`${engine}: what an example is asked alone is what it says among all`, () => {
    const set = reference.examples(20, 5, 3);
    const testSet = reference.examples(6, 5, 4);
    const { nn, free } = network(set, { hidden: [7, 5], engine, seed: 5 }, testSet);
    nn.train(0.1, 30);
    nn.evaluate();
    const [z, a, losses] = [nn.z(), nn.a(), nn.losses()];
    const tolerance = engine === "gram" ? 1e-13 : 1e-5;
    [...set, ...testSet].forEach(({ x, y }, i) => {
      const answer = nn.predict(x, y);
      near([answer.z, answer.a, answer.loss], [z[i], a[i], losses[i]], tolerance, `example ${i}`);
      near([answer.wx + answer.b], [answer.z], 1e-14, "z = w.a + b");
      near(nn.predict(x, y).z === answer.z ? [0] : [1], [0], 0, "asked twice");
    });
    free();
  });
}

test("with no hidden layer, gram has the bits of the logistic regression's gram", () => {
  const set = reference.examples(209, 8, 1);
  const testSet = reference.examples(50, 8, 2);
  const { nn, dataset, free } = network(set, { hidden: [], engine: "gram" }, testSet);
  const lr = dataset.createLogreg("gram");
  for (const descent of [nn, lr]) {
    descent.train(0.05, 300);
    descent.evaluate();
  }
  assert.deepEqual(nn.costs(0, 301), lr.costs(0, 301));
  assert.deepEqual(nn.testCosts(0, 301), lr.testCosts(0, 301));
  assert.deepEqual(nn.a(), lr.a());
  assert.equal(nn.b, lr.b);
  assert.deepEqual(nn.unitW(0), lr.w32());
  lr.free();
  free();
});

test("with no hidden layer, vectorized is the logistic regression's within float32 rounding", () => {
  const set = reference.examples(90, 8, 1);
  const { nn, dataset, free } = network(set, { hidden: [], engine: "vectorized" });
  const lr = dataset.createLogreg("vectorized");
  for (const descent of [nn, lr]) {
    descent.train(0.05, 100);
    descent.evaluate();
  }
  near(nn.costs(0, 101), lr.costs(0, 101), 1e-6, "costs");
  lr.free();
  free();
});

test("both engines start at the same W and stay together within float32 rounding", () => {
  const set = reference.examples(120, 16, 4);
  const both = ENGINES.map((engine) => network(set, { hidden: [16], engine, seed: 7 }));
  const [gram, direct] = both.map(({ nn }) => nn);
  for (let u = 0; u < 16; u++) assert.deepEqual(gram.unitW(u), direct.unitW(u));
  for (const nn of [gram, direct]) {
    nn.train(0.01, 60);
    nn.evaluate();
  }
  near(direct.costs(0, 61), gram.costs(0, 61), 1e-5, "costs");
  for (const { free } of both) free();
});

test("He initialisation: mean 0 and variance 2 / n_x, another for another seed, the same for the same", () => {
  const set = reference.examples(2, 64, 1);
  const w = (seed) => {
    const { nn, free } = network(set, { hidden: [8, 4], engine: "gram", seed });
    const values = [nn.unitW(0), nn.unitW(7)].flatMap((list) => [...list]);
    const deeper = nn.W(2) ?? new Float64Array(0);
    assert.ok(nn.B(1).every((b) => b === 0));
    free();
    return { values, deeper };
  };
  const { values, deeper } = w(1);
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + v * v, 0) / values.length;
  const expected = 2 / 12288;
  // four standard errors of 24576 numbers
  assert.ok(Math.abs(mean) < (4 * Math.sqrt(expected)) / Math.sqrt(values.length), `mean ${mean}`);
  assert.ok(Math.abs(variance / expected - 1) < 4 * Math.sqrt(2 / values.length), `variance ${variance}`);
  assert.deepEqual(w(1).values, values);
  assert.notDeepEqual(w(2).values, values);
  assert.equal(deeper.length, 32);
  assert.equal(new Set(deeper).size, 32);
});

test("sizes out of range, an unknown engine and an empty training set are refused", () => {
  const dataset = core.createDataset(4);
  const [{ x }] = reference.examples(1, 4, 1);
  const make = (how) => Network.onPictures(dataset, { hidden: [4], engine: "vectorized", ...how });
  assert.throws(() => make({}), CoreError, "no example");
  dataset.add(x, 1, "train", 1);
  for (const hidden of [[0], [257], [1, 2, 3, 4], [1.5], "4", [NaN]])
    assert.throws(() => make({ hidden }), CoreError, String(hidden));
  for (const engine of ["loop", "magic"]) assert.throws(() => make({ engine }), CoreError, engine);
  assert.throws(() => make({ engine: "gram" }), CoreError, "K is not complete");
  assert.ok(Number.isNaN(Network.bytes(dataset, [300], "gram")));
  make({ hidden: [256, 256, 256] }).free();
  dataset.free();
});

test("the bytes foretold are the bytes taken, and too many are refused before any is taken", () => {
  const set = reference.examples(300, 16, 1);
  const { dataset, free } = network(set, { hidden: [1], engine: "gram" });
  for (const engine of ENGINES) {
    const foretold = Network.bytes(dataset, [64, 32], engine);
    assert.ok(
      foretold > (engine === "gram" ? 300 * 300 * 8 : 768 * 64 * 4 * 3) && foretold < 4e6,
      `${engine} ${foretold}`,
    );
  }
  free();
  const large = core.createDataset(128);
  const bytes = new Uint8Array(3 * 128 * 128);
  large.add(bytes, 1, "train", 1);
  const before = core.exports.memory.buffer.byteLength;
  assert.ok(Network.bytes(large, [256], "vectorized") > 49152 * 256 * 4 * 3);
  const huge = core.exports.memory.buffer.byteLength;
  assert.equal(huge, before);
  large.free();
});

for (const engine of ENGINES)
  test(`${engine}: a neuron that is out, in any layer, is out of what is said of a single picture too`, () => {
    const set = reference.examples(20, 3, 4);
    const { nn, dataset, free } = network(set, { hidden: [6, 5, 4], engine, seed: 3 });
    nn.train(0.05, 10);
    nn.evaluate();
    const adds = (/** @type {number} */ layer) => nn.look(set[0].x).layers[layer - 1].adds ?? assert.fail();
    const first = nn.look(set[0].x).z;
    const before = netOf(nn);
    for (let layer = 1; layer <= 3; layer++) {
      // Neurons that add something to the answer, so that it is another one without them.
      const added = adds(layer);
      const unit = added.findIndex((v) => Math.abs(v) > 1e-3);
      assert.ok(unit >= 0, `layer ${layer}`);
      nn.remove(layer, unit);
      nn.evaluate();
      // Without it is with weights of 0 from it.
      const W = before.W.map((w, l) => (l === layer + 1 ? w.map((v, k) => (Math.floor(k / nn.n[l]) === unit ? 0 : v)) : w)); // prettier-ignore
      const z = nn.z();
      nn.slots().forEach((slot, i) => {
        const x = dataset.x(slot);
        const expected = pass({ ...before, W }, reference.features(x)).z[nn.layers][0];
        near(
          [nn.predict(x).z, z[i]],
          [expected, expected],
          TOLERANCE[engine],
          `layer ${layer}, picture ${i}`,
        );
      });
      const { layers, z: answer } = nn.look(set[0].x);
      assert.equal(layers[layer - 1].a[unit], 0);
      assert.ok(Math.abs(first - added[unit] - answer) < 1e-12, "it was worth what it added");
      // And it stays out of what a neuron of the layer before adds.
      if (layer > 1) {
        const others = adds(layer - 1);
        const other = others.findIndex((v) => v !== 0);
        nn.remove(layer - 1, other);
        nn.evaluate();
        assert.ok(Math.abs(answer - others[other] - nn.predict(set[0].x).z) < 1e-12);
        nn.remove(layer - 1, other, false);
      }
      nn.remove(layer, unit, false);
      nn.evaluate();
    }
    free();
  });
