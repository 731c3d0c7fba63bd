// The axes of the cost chart: round ends, few steps, marks where somebody would put them.

import assert from "node:assert/strict";
import test from "node:test";
import { lastIteration, linearSplits, logSplits, reach, yRange } from "../../../web/page/train/axes.js";

test("the x axis has its final length from the start; only a very long one grows, in round steps", () => {
  const ends = (iterations) =>
    [0, 19, 20, 300, 499, 1990, 2000].map((end) => lastIteration({ end, iterations }));
  assert.deepEqual(ends(2000), Array(7).fill(2000));
  assert.deepEqual(ends(1e6), [20, 20, 50, 500, 1000, 5000, 5000]);
  assert.equal(lastIteration({ end: 2500, iterations: 2000 }), 2500, "the target was lowered afterwards");
  assert.equal(lastIteration({ end: 0, iterations: 5 }), 5);
});

test("the y axis starts at 0 and always shows log 2; a log axis never does start at 0", () => {
  assert.deepEqual(yRange(0.1, 0.7, false), [0, 0.8]);
  assert.deepEqual(yRange(0.1, 1.73, false), [0, 2]);
  assert.deepEqual(yRange(null, null, false), [0, 0.8]);
  for (let high = 1.01; high < 1e9; high *= 1.07) {
    const [, top] = yRange(0, high, false);
    assert.ok(
      top >= high && top < 1.6 * high,
      `what reaches up to ${high} fills most of an axis up to ${top}`,
    );
    assert.equal(top, Number(top.toPrecision(2)));
  }
  const [low, high] = yRange(0.001, 0.5, true);
  assert.ok(low > 0 && low < 0.001 && high > Math.LN2);
  assert.ok(yRange(0, 1, true)[0] > 0);
});

test("log marks are 1, 2, 5 of each decade, and only decades over a long range", () => {
  assert.deepEqual(logSplits(1, 500), [1, 2, 5, 10, 20, 50, 100, 200, 500]);
  assert.deepEqual(logSplits(1, 1e6), [1, 10, 100, 1000, 1e4, 1e5, 1e6]);
  assert.deepEqual(logSplits(0.1, 1), [0.1, 0.2, 0.5, 1]);
});

test("marks are whole steps of 1, 2 or 5, as many as there is room for, ends included", () => {
  assert.deepEqual(linearSplits(0, 2000, 8, true), [0, 500, 1000, 1500, 2000]);
  assert.deepEqual(linearSplits(0, 0.8, 5), [0, 0.2, 0.4, 0.6, 0.8]);
  assert.deepEqual(linearSplits(0, 0.8, 10), [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);
  assert.deepEqual(linearSplits(0, 3, 20, true), [0, 1, 2, 3], "no half iterations");
  for (const max of [1e-9, 7, 5e15, 1e200, 1e307]) {
    const marks = linearSplits(0, max, 6);
    assert.ok(marks.length >= 3 && marks.length <= 8, `${max}: ${marks}`);
    assert.ok(marks.every((v) => v >= 0 && v <= max));
  }
});

test("a spike of the first iterations is cut; what is large all along, or only as large as log 2, is not", () => {
  const run = Array.from({ length: 400 }, (_, t) => 0.5 * Math.exp(-t / 100));
  assert.deepEqual(reach(run), { high: 0.5, cut: false });
  assert.deepEqual(reach([Math.LN2, 48, 30, 9, ...run]), { high: 2 * Math.LN2, cut: true });
  assert.deepEqual(reach(run.map((v) => v + 40)), { high: 40.5, cut: false });
  assert.deepEqual(reach([Math.LN2, 9, 8]), { high: 9, cut: false }, "too short to say what is usual");
  assert.deepEqual(reach([null, null]), { high: 0, cut: false });
});
