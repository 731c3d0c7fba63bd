// EXIF orientation in WebP files: found, hidden, and safe against damage.
import assert from "node:assert/strict";
import test from "node:test";
import { takeOrientation, turned } from "../../../web/pictures/upright.js";

const ascii = (/** @type {string} */ text) => [...text].map((c) => c.charCodeAt(0));
const le = (/** @type {number} */ n, /** @type {number} */ bytes) =>
  Array.from({ length: bytes }, (_, i) => (n >>> (8 * i)) & 255);
const be = (/** @type {number} */ n, /** @type {number} */ bytes) => le(n, bytes).reverse();

/** @param {number} orientation @param {{big?: boolean, prefix?: boolean}} [form] */
function webp(orientation, { big = false, prefix = false } = {}) {
  const n = big ? be : le;
  const tag = [...n(0x112, 2), ...n(3, 2), ...n(1, 4), ...n(orientation, 2), 0, 0];
  const tiff = [...ascii(big ? "MM\0*" : "II*\0"), ...n(8, 4), ...n(1, 2), ...tag, 0, 0, 0, 0];
  const exif = [...(prefix ? ascii("Exif\0\0") : []), ...tiff];
  const pixels = [...ascii("VP8 "), ...le(3, 4), 1, 2, 3, 0]; // an odd length is padded
  return Uint8Array.from([
    ...ascii("RIFF"),
    ...le(0, 4),
    ...ascii("WEBP"),
    ...pixels,
    ...ascii("EXIF"),
    ...le(exif.length, 4),
    ...exif,
  ]);
}

test("upright: the orientation of a WebP file is read in either byte order, and hidden", () => {
  for (const form of [{}, { big: true }, { prefix: true }, { big: true, prefix: true }]) {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const bytes = webp(orientation, form);
      assert.equal(takeOrientation(bytes), orientation);
      assert.equal(takeOrientation(bytes), 1, "no browser sees it any more");
    }
  }
  const twice = Uint8Array.from([...webp(6), ...webp(3).subarray(12)]);
  assert.deepEqual(
    [takeOrientation(twice), takeOrientation(twice)],
    [6, 1],
    "the first counts, the second goes too",
  );
  assert.equal(takeOrientation(webp(0)), 1);
  assert.equal(takeOrientation(webp(9)), 1);
});

test("upright: cut and damaged files never throw", () => {
  let seed = 20261122;
  const random = (/** @type {number} */ n) =>
    ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % n;
  for (let round = 0; round < 20000; round++) {
    const bytes = webp(random(12), { big: random(2) === 1, prefix: random(2) === 1 });
    for (let k = random(4); k > 0; k--) bytes[random(bytes.length)] = random(256);
    const orientation = takeOrientation(
      bytes.subarray(0, random(2) ? bytes.length : random(bytes.length + 1)),
    );
    assert.ok(orientation >= 1 && orientation <= 8);
  }
});

test("upright: every turn maps the picture onto its new rectangle", () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    const { width, height, transform } = turned({ width: 30, height: 20 }, orientation);
    const [a, b, c, d, e, f] = transform;
    const x = [0, 30 * a, 20 * c, 30 * a + 20 * c].map((v) => v + e);
    const y = [0, 30 * b, 20 * d, 30 * b + 20 * d].map((v) => v + f);
    assert.deepEqual([Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)], [0, width, 0, height]);
  }
});
