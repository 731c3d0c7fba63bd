// What several unit tests do.
import assert from "node:assert/strict";

/** @typedef {{x: Uint8Array, y: number}[]} Examples */

/** A dataset of these examples, its Gram matrix made. Not all training examples come first: an engine has to sort them
 *  out. @param {import("../../../web/core/core.js").Core} core @param {Examples} set @param {Examples} testSet */
export function datasetOf(core, set, testSet) {
  const dataset = core.createDataset(Math.sqrt(set[0].x.length / 3));
  const half = set.length >> 1;
  set.slice(0, half).forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  testSet.forEach(({ x, y }, i) => dataset.add(x, y, "test", i));
  set.slice(half).forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  while (dataset.gramStep(100) > 0);
  return dataset;
}

/** Every number found is within tolerance of the one expected. @param {ArrayLike<number>} found
 *  @param {ArrayLike<number>} expected @param {number} tolerance @param {string} [what] */
export function near(found, expected, tolerance, what) {
  assert.equal(found.length, expected.length, what);
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs(found[i] - expected[i]);
    assert.ok(off <= tolerance, `${what} [${i}]: ${found[i]} is not ${expected[i]} (${off})`);
  }
}
