// The costs behind the chart: appended, cut back, and thinned out without losing an extreme.

import assert from "node:assert/strict";
import test from "node:test";
import { Costs, decimate } from "../../../web/page/train/costs.js";

const NONE = new Float64Array(0);

/** A falling curve with noise, the same at every run. @param {number} n */
function curve(n, seed = 1) {
  let state = seed;
  return Float64Array.from({ length: n }, (_, t) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.exp(-t / (n / 4)) + (0.2 * state) / 2 ** 31;
  });
}

/** @param {Float64Array} train */
function filled(train, testSet = NONE, batch = 997) {
  const costs = new Costs();
  for (let from = 0; from < train.length; from += batch) {
    const part = (/** @type {Float64Array} */ values) => values.slice(from, from + batch);
    costs.add({ from, costs: part(train), testCosts: part(testSet) });
  }
  return costs;
}

test("costs appended in batches are the costs, at any batch size", () => {
  const values = curve(10_000);
  for (const batch of [1, 63, 64, 65, 997, 10_000]) {
    assert.deepEqual(filled(values, values, batch).train, values);
    assert.deepEqual(filled(values, values, batch).test, values);
  }
});

test("training on from an earlier iteration replaces what came after it", () => {
  const costs = filled(curve(300), curve(300, 2));
  costs.add({ from: 100, costs: Float64Array.of(7, 8), testCosts: Float64Array.of(9, 10) });
  assert.equal(costs.length, 102);
  assert.deepEqual([...costs.train.slice(99)], [curve(300)[99], 7, 8]);
  assert.deepEqual([...costs.test.slice(100)], [9, 10]);
  const [, train] = decimate(costs, { buckets: 1 });
  assert.equal(Math.max(...train.map(Number)), 8);
});

test("a reset empties the chart; an event with nothing new changes nothing", () => {
  const costs = filled(curve(300));
  costs.add({ from: 300, costs: NONE, testCosts: NONE });
  assert.equal(costs.length, 300);
  costs.add({ from: 0, costs: NONE, testCosts: NONE });
  assert.equal(costs.length, 0);
  assert.deepEqual(decimate(costs), [[], [], []]);
});

for (const log of [false, true]) {
  test(`a long run is thinned out to few points, with every extreme, ${log ? "log" : "linear"} axis`, () => {
    const values = curve(200_000);
    values[123_456] = 5;
    values[77] = -5;
    const costs = filled(values, values);
    const first = log ? 1 : 0;
    const [xs, train, testSet] = decimate(costs, { first, buckets: 500, log });
    assert.ok(xs.length <= 1000 && xs.length > 200, `${xs.length} points`);
    assert.ok(
      xs.every((x, k) => k === 0 || x > xs[k - 1]),
      "iterations rise",
    );
    assert.deepEqual([xs[0], xs.at(-1)], [first, values.length - 1]);
    assert.deepEqual([Math.max(...train.map(Number)), Math.min(...train.map(Number))], [5, -5]);
    assert.deepEqual(testSet, train);
  });
}

test("a short run is shown point by point, with gaps where there is no number", () => {
  const costs = filled(Float64Array.of(1, NaN, 0.5, Infinity), Float64Array.of(2, 1));
  assert.deepEqual(decimate(costs), [
    [0, 1, 2, 3],
    [1, null, 0.5, null],
    [2, 1, null, null],
  ]);
});

test("buckets stay where they are while the run grows", () => {
  const values = curve(5000);
  const before = decimate(filled(values.slice(0, 4100)), { buckets: 500 });
  const after = decimate(filled(values), { buckets: 500 });
  const whole = before[0].length - 2; // the last bucket may still be filling
  assert.deepEqual(after[0].slice(0, whole), before[0].slice(0, whole));
  assert.deepEqual(after[1].slice(0, whole), before[1].slice(0, whole));
});

test("an event that leaves a gap is not taken: no cost is made up, and the next that fits goes on", () => {
  const costs = filled(curve(10), curve(10, 2));
  costs.add({ from: 12, costs: Float64Array.of(7), testCosts: Float64Array.of(8) });
  assert.deepEqual([...costs.train], [...curve(10)]);
  assert.deepEqual([...costs.test], [...curve(10, 2)]);
  costs.add({ from: 10, costs: Float64Array.of(5, 6), testCosts: Float64Array.of(7, 8) });
  assert.deepEqual([...costs.train.slice(10)], [5, 6]);
  assert.deepEqual([...costs.test.slice(10)], [7, 8]);
});
