// The vectors that dot products are timed on, and what the three ways of the core make of them.
import assert from "node:assert/strict";
import test from "node:test";
import { Vectors } from "../../../web/core/loops.js";
import { open } from "../shared/open.js";

const core = await open("notes");

const dot = (x, y) => x.reduce((sum, value, j) => sum + value * y[j], 0);

for (const n of [1, 2, 3, 7, 8, 9, 15, 16, 17, 12288, 1000000]) {
  test(`dot products of ${n} numbers: the loop's is JavaScript's, SIMD's within rounding`, () => {
    const vectors = new Vectors(core, n, 7);
    const { x, y, x32, y32 } = vectors.views();
    const expected = dot(x, y);
    assert.equal(vectors.loop(), expected);
    assert.ok(Math.abs(vectors.simd64() - expected) <= n * 2 ** -53 * expected);
    // Numbers are positive: with 16 partial sums no term passes through more than n/16 + 5 roundings.
    assert.ok(Math.abs(vectors.simd32() - expected) <= (n / 16 + 16) * 2 ** -24 * expected);
    assert.deepEqual(Float64Array.from(x32), x);
    assert.deepEqual(Float64Array.from(y32), y);
    vectors.free();
  });
}

test("the numbers are spread over [0, 1), x and y apart, and belong to the seed", () => {
  const [one, again, other] = [3, 3, 4].map((seed) => new Vectors(core, 100000, seed));
  const { x, y } = one.views();
  assert.ok(x.every((value) => value >= 0 && value < 1));
  for (const [product, mean] of [
    [dot(x, x), 1 / 3],
    [dot(y, y), 1 / 3],
    [dot(x, y), 1 / 4],
  ])
    assert.ok(Math.abs(product / 100000 - mean) < 0.005);
  assert.deepEqual(again.views(), one.views());
  assert.notEqual(other.loop(), one.loop());
  for (const vectors of [one, again, other]) vectors.free();
});

test("sizes that are none are refused", () => {
  for (const n of [0, -1, 1.5, NaN, 2 ** 24 + 1, 2 ** 32 + 1])
    assert.throws(() => new Vectors(core, n), { code: "argument" });
  assert.equal(core.exports.vectors_create(2 ** 30, 1), 0);
});
