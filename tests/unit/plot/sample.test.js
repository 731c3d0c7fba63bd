// What is drawn of a long list.
import assert from "node:assert/strict";
import test from "node:test";
import { MOST_DRAWN, largestOf, spread } from "../../../web/plot/sample.js";

test("a short list is drawn whole, of a long one as many as fit, evenly, each once", () => {
  assert.deepEqual(spread(3), [0, 1, 2]);
  assert.deepEqual(spread(0), []);
  assert.deepEqual(spread(10, 4), [0, 2, 5, 7]);
  const places = spread(100000);
  assert.equal(places.length, MOST_DRAWN);
  assert.deepEqual([places[0], places[1], places[MOST_DRAWN - 1]], [0, 50, 99950]);
  assert.equal(new Set(spread(MOST_DRAWN + 1)).size, MOST_DRAWN);
});

test("the largest of a list of any length, by its size", () => {
  assert.equal(largestOf([1, -7, 3]), 7);
  assert.equal(largestOf([]), 0);
  assert.equal(largestOf(new Float64Array(1e6).fill(-2)), 2);
});
