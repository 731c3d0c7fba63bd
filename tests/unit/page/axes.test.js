// The axes of the cost chart: round ends, few steps, marks where somebody would put them.

import assert from "node:assert/strict";
import test from "node:test";
import { lastIteration, logSplits, yRange, Y_STEPS } from "../../../web/page/train/axes.js";

test("the x axis grows in round steps and ends at the number of iterations", () => {
  const ends = [0, 19, 20, 300, 499, 1990, 2000].map((end) => lastIteration({ end, iterations: 2000 }));
  assert.deepEqual(ends, [20, 20, 50, 500, 1000, 2000, 2000]);
  assert.equal(lastIteration({ end: 2500, iterations: 2000 }), 2500, "the target was lowered afterwards");
  assert.equal(lastIteration({ end: 0, iterations: 5 }), 5);
});

test("the y axis starts at 0 and always shows log 2; a log axis never does start at 0", () => {
  assert.deepEqual(yRange(0.1, 0.7, false), [0, 0.8]);
  assert.deepEqual(yRange(0.1, 1.73, false), [0, 2]);
  assert.deepEqual(yRange(null, null, false), [0, 0.8]);
  const [low, high] = yRange(0.001, 0.5, true);
  assert.ok(low > 0 && low < 0.001 && high > Math.LN2);
  assert.ok(yRange(0, 1, true)[0] > 0);
});

test("log marks are 1, 2, 5 of each decade, and only decades over a long range", () => {
  assert.deepEqual(logSplits(1, 500), [1, 2, 5, 10, 20, 50, 100, 200, 500]);
  assert.deepEqual(logSplits(1, 1e6), [1, 10, 100, 1000, 1e4, 1e5, 1e6]);
  assert.deepEqual(logSplits(0.1, 1), [0.1, 0.2, 0.5, 1]);
});

test("steps between marks of the y axis grow to as far as numbers do", () => {
  assert.ok(Y_STEPS.every((step, k) => k === 0 || (step > Y_STEPS[k - 1] && step <= 2.5 * Y_STEPS[k - 1])));
  const last = Y_STEPS[Y_STEPS.length - 1];
  assert.ok(Y_STEPS[0] < 1e-9 && last > 1e307 && Number.isFinite(last));
});
