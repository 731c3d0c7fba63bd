import assert from "node:assert/strict";
import test from "node:test";
import { twice } from "../../../web/pictures/twice.js";

/** @param {number} id @param {0 | 1} y @param {number} seed @param {number} [length] */
function picture(id, y, seed, length = 300) {
  return { id, y, rgb: Uint8Array.from({ length }, (_, i) => (i * seed + (i >> 3)) % 251) };
}

test("only what came is told, and only where the same bytes stand before it", () => {
  const all = [picture(1, 0, 3), picture(2, 0, 5), picture(3, 0, 3), picture(4, 1, 5), picture(5, 1, 7), picture(6, 1, 7)]; // prettier-ignore
  assert.deepEqual(twice(all, all.slice(2)), { ids: [3, 4, 6], across: 1 });
  assert.deepEqual(twice(all, all.slice(4)), { ids: [6], across: 0 });
  assert.deepEqual(twice(all, []), { ids: [], across: 0 });
});

test("pictures that differ in one byte, or in length, are two", () => {
  const [one, other, longer] = [picture(1, 0, 3), picture(2, 0, 3), picture(3, 0, 3, 303)];
  other.rgb[299] ^= 1;
  assert.deepEqual(twice([one, other, longer], [other, longer]).ids, []);
  other.rgb[299] ^= 1;
  assert.deepEqual(twice([one, other, longer], [other, longer]).ids, [2]);
});

test("three of one picture in two classes: two are too many, those of the other class told", () => {
  const all = [picture(1, 0, 3), picture(2, 1, 3), picture(3, 0, 3)];
  assert.deepEqual(twice(all, all), { ids: [2, 3], across: 2 });
});

test("ten thousand equal pictures are compared once each", () => {
  const all = Array.from({ length: 10_000 }, (_, k) => ({ ...picture(k + 1, 0, 3, 12_288) }));
  assert.equal(twice(all, all).ids.length, 9_999);
});
