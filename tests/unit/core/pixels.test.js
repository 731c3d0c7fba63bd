// Any picture -> the bytes the neuron sees, against the exact area average in whole numbers, byte for byte.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError } from "../../../web/core/core.js";
import { open } from "../shared/open.js";
import { random, resize } from "../shared/reference.js";

const core = await open();
const c = core.exports;
const FITS = ["crop", "fit"];

const noise = (length, seed) => {
  const next = random(seed);
  return Uint8Array.from({ length }, () => next(256));
};

function check(width, height, channels, n_px, fits = FITS) {
  const data = noise(width * height * channels, width * 31 + height);
  for (const fit of fits) {
    const source = channels === 4 ? { rgba: data } : { rgb: data };
    const expected = resize({ data, channels, width, height, n_px, fit });
    const found = core.resize({ ...source, width, height, n_px, fit });
    assert.deepEqual(found, expected, `${width} x ${height} x ${channels} to ${n_px}, ${fit}`);
  }
}

test("every small size, down and up, is the exact area average", () => {
  for (let width = 1; width <= 9; width++)
    for (let height = 1; height <= 9; height++)
      for (const n_px of [1, 2, 3, 4, 7, 8]) check(width, height, 4 - (width % 2), n_px);
});

test("sizes of real pictures, odd ones and even ones", () => {
  for (const [width, height, n_px] of [
    [64, 64, 64],
    [128, 128, 64],
    [127, 129, 64],
    [300, 200, 64],
    [201, 301, 32],
    [97, 31, 128],
    [63, 65, 64],
  ])
    for (const channels of [3, 4]) check(width, height, channels, n_px);
});

test("extremes: one pixel, a line, a hair", () => {
  for (const [width, height, n_px] of [
    [1, 1, 1],
    [1, 1, 128],
    [1, 1000, 64],
    [1000, 1, 64],
    [2, 999, 5],
    [999, 2, 5],
  ])
    check(width, height, 4, n_px);
  check(10000, 3, 4, 8, ["crop"]);
  check(3, 10000, 4, 8, ["crop"]);
});

test("white at the largest width stays white: the sums of a row do not overflow", () => {
  const rgb = new Uint8Array(65535 * 3).fill(255);
  const found = core.resize({ rgb, width: 65535, height: 1, n_px: 1, fit: "fit" });
  assert.deepEqual([...found], [255, 255, 255]);
});

test("white at the largest square this test has time for stays white", () => {
  const side = 4096;
  const p = c.pixels_create(side, side, 3, 1, 0);
  core.scratch(side * 3, (row) => {
    core.u8(row, side * 3).fill(255);
    for (let y = 0; y < side; y++) assert.equal(c.pixels_feed(p, row, 1), 0);
    assert.equal(c.pixels_read(p, row), 0);
    assert.deepEqual([...core.u8(row, 3)], [255, 255, 255]);
  });
  c.pixels_free(p);
});

test("transparency is flattened on white before averaging, not after", () => {
  const black = [0, 0, 0];
  const rgba = Uint8Array.of(...black, 255, ...black, 0, ...black, 0, ...black, 255);
  const found = core.resize({ rgba, width: 2, height: 2, n_px: 1 });
  assert.deepEqual([...found], [128, 128, 128]); // (0 + 255 + 255 + 0) / 4 = 127.5
  const hidden = Uint8Array.of(10, 200, 30, 0);
  assert.deepEqual([...core.resize({ rgba: hidden, width: 1, height: 1, n_px: 1 })], [255, 255, 255]);
  const half = Uint8Array.of(0, 100, 255, 51);
  assert.deepEqual([...core.resize({ rgba: half, width: 1, height: 1, n_px: 1 })], [204, 224, 255]);
});

test("a picture already of the size asked for is left as it is", () => {
  for (const n_px of [1, 31, 64, 128]) {
    const rgb = noise(3 * n_px * n_px, n_px);
    for (const fit of FITS) assert.deepEqual(core.resize({ rgb, width: n_px, height: n_px, n_px, fit }), rgb);
  }
});

test("crop takes the square in the middle, fit shows all of it on white", () => {
  const width = 6;
  const height = 2;
  const rgb = new Uint8Array(width * height * 3);
  for (let k = 0; k < rgb.length; k++) rgb[k] = (Math.floor(k / 3) % width) * 10; // a column's number
  const red = (bytes) => [...bytes].filter((_, k) => k % 3 === 0);
  assert.deepEqual(red(core.resize({ rgb, width, height, n_px: 2 })), [20, 30, 20, 30]);
  const white = Array(12).fill(255);
  const rows = [0, 10, 20, 30, 40, 50];
  assert.deepEqual(red(core.resize({ rgb, width, height, n_px: 6, fit: "fit" })), [...white, ...rows, ...rows, ...white]); // prettier-ignore
});

/** Feeds a picture in bands of the heights given by `cut`. */
function inBands(data, { width, height, channels, n_px, fit }, cut) {
  const p = c.pixels_create(width, height, channels, n_px, FITS.indexOf(fit));
  return core.scratch(data.length + 3 * n_px * n_px, (at) => {
    core.u8(at, data.length).set(data);
    for (let y = 0; y < height;) {
      const rows = Math.min(height - y, cut());
      assert.equal(c.pixels_feed(p, at + y * width * channels, rows), 0);
      y += rows;
    }
    assert.equal(c.pixels_feed(p, at, 0), 0, "no rows are always welcome");
    assert.equal(c.pixels_feed(p, at, 1), -1, "a row too many");
    assert.equal(c.pixels_read(p, at + data.length), 0);
    const rgb = core.u8(at + data.length, 3 * n_px * n_px).slice();
    c.pixels_free(p);
    return rgb;
  });
}

test("however the rows are cut into bands, the bytes are the same", () => {
  const next = random(5);
  for (const [width, height] of [
    [50, 33],
    [33, 50],
    [7, 7],
  ])
    // prettier-ignore
    for (const fit of FITS) {
      const picture = { width, height, channels: 4, n_px: 16, fit };
      const data = noise(width * height * 4, 3);
      const whole = inBands(data, picture, () => height);
      assert.deepEqual(whole, resize({ data, ...picture }));
      assert.deepEqual(inBands(data, picture, () => 1), whole); // prettier-ignore
      for (let round = 0; round < 5; round++) assert.deepEqual(inBands(data, picture, () => next(9)), whole); // prettier-ignore
    }
});

test("a picture larger than one band of the bridge is the same", () => {
  check(1200, 700, 4, 16); // 3.4 MB, in bands of 1 MB
});

test("reading before all rows are there is refused; too many rows are not read", () => {
  const p = c.pixels_create(2, 3, 3, 2, 0);
  core.scratch(64, (at) => {
    core.u8(at, 64).fill(9);
    assert.equal(c.pixels_read(p, at), -1);
    assert.equal(c.pixels_feed(p, at, 4), -1);
    assert.equal(c.pixels_feed(p, at, -1), -1);
    assert.equal(c.pixels_feed(p, 0, 1), -1);
    assert.equal(c.pixels_feed(p, at, 2 ** 31 - 1), -1);
    assert.equal(c.pixels_feed(p, at, 2), 0);
    assert.equal(c.pixels_feed(p, at, 2), -1);
    assert.equal(c.pixels_read(p, at), -1);
    assert.equal(c.pixels_feed(p, at, 1), 0);
    assert.equal(c.pixels_read(p, 0), -1);
    assert.equal(c.pixels_read(p, at), 0);
    assert.deepEqual([...core.u8(at, 12)], Array(12).fill(9));
  });
  c.pixels_free(p);
  c.pixels_free(0);
});

test("sizes out of range are refused", () => {
  const none = (...args) => assert.equal(c.pixels_create(...args), 0, args.join(" "));
  for (const side of [0, -1, 65536, 2 ** 31 - 1]) {
    none(side, 5, 4, 8, 0);
    none(5, side, 4, 8, 0);
  }
  for (const n_px of [0, -1, 129]) none(5, 5, 4, n_px, 0);
  for (const channels of [0, 1, 2, 5]) none(5, 5, channels, 8, 0);
  const bad = [
    { rgba: noise(99, 1), width: 5, height: 5, n_px: 8 },
    { rgb: noise(100, 1), width: 5, height: 5, n_px: 8 },
    { rgba: noise(0, 1), width: 0, height: 5, n_px: 8 },
    { rgba: noise(100, 1), width: 5, height: 5, n_px: 0 },
    { rgba: noise(100, 1), width: 5, height: 5, n_px: 8, fit: "stretch" },
  ];
  for (const picture of bad) {
    const is = (error) => error instanceof CoreError && error.code === "argument";
    assert.throws(() => core.resize(picture), is, JSON.stringify({ ...picture, rgba: null, rgb: null }));
  }
});
