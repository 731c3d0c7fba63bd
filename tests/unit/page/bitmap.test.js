// The pad's bytes: what a brush covers, that lines have no gaps, and what undo and loading give back.

import assert from "node:assert/strict";
import test from "node:test";
import { Bitmap, disc } from "../../../web/page/pictures/bitmap.js";

/** @type {[number, number, number]} */
const INK = [10, 20, 30];

/** The pixels that are not white, as "x,y". */
const inked = ({ rgb, px }) => {
  const found = [];
  for (let i = 0; i < px * px; i++) if (rgb[3 * i] !== 255) found.push(`${i % px},${Math.floor(i / px)}`);
  return found;
};

test("a disc is as wide and high as its size, and symmetric in every way", () => {
  for (let size = 1; size <= 8; size++) {
    const covered = new Set(disc(size).map(String));
    const columns = disc(size).map(([x]) => x);
    assert.equal(Math.max(...columns) - Math.min(...columns) + 1, size);
    for (const [x, y] of disc(size)) {
      assert.ok(covered.has(`${y},${x}`), `${size}: mirrored at the diagonal`);
      assert.ok(covered.has(`${size - 1 - x},${y}`), `${size}: mirrored left to right`);
    }
  }
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((size) => disc(size).length),
    [1, 4, 5, 12, 21, 32, 37, 52],
  );
});

test("a line of one pixel touches itself from end to end in every direction", () => {
  for (const [x, y] of [
    [40, 32],
    [32, 40],
    [50, 41],
    [20, 60],
    [3, 30],
    [32, 2],
    [32, 32],
  ]) {
    const bitmap = new Bitmap();
    bitmap.line(32, 32, x, y, 1, INK);
    const pixels = inked(bitmap);
    assert.equal(pixels.length, Math.max(Math.abs(x - 32), Math.abs(y - 32)) + 1);
    assert.ok(pixels.includes("32,32") && pixels.includes(`${x},${y}`));
  }
});

test("what lies outside the pad is cut off, and nothing comes in at the other side", () => {
  const bitmap = new Bitmap();
  bitmap.line(-20, 5, 3, 5, 1, INK);
  assert.deepEqual(inked(bitmap), ["0,5", "1,5", "2,5", "3,5"]);
  bitmap.stamp(500, 500, 8, INK);
  assert.equal(inked(bitmap).length, 4);
});

test("undo gives back the bytes before each stroke, clear included", () => {
  const bitmap = new Bitmap();
  assert.ok(bitmap.blank && !bitmap.canUndo);
  bitmap.mark();
  bitmap.stamp(10, 10, 3, INK);
  const one = bitmap.rgb.slice();
  bitmap.clear();
  assert.ok(bitmap.blank);
  assert.ok(bitmap.undo());
  assert.deepEqual(bitmap.rgb, one);
  assert.ok(bitmap.undo() && bitmap.blank);
  assert.equal(bitmap.undo(), false);
});

test("loading keeps 64 pixels, repeats 32, averages 128, and takes any other size", () => {
  const ramp = (px) => Uint8Array.from({ length: 3 * px * px }, (_, i) => (i * 7) % 256);
  const bitmap = new Bitmap();
  bitmap.load(ramp(64), 64);
  assert.deepEqual(bitmap.rgb, ramp(64));
  bitmap.load(ramp(32), 32);
  assert.deepEqual([...bitmap.rgb.slice(0, 6)], [0, 7, 14, 0, 7, 14]);
  assert.deepEqual(bitmap.rgb.slice(0, 192), bitmap.rgb.slice(192, 384));
  const large = new Uint8Array(3 * 128 * 128).fill(100);
  large[0] = 200;
  bitmap.load(large, 128);
  assert.equal(bitmap.rgb[0], 125);
  for (const px of [8, 50, 100]) {
    bitmap.load(ramp(px), px);
    assert.equal(bitmap.rgb.length, 64 * 64 * 3);
    assert.deepEqual(bitmap.rgb.slice(0, 3), ramp(px).slice(0, 3));
  }
});
