// The leaves of the core against plain float64 sums: sizes around the vector widths, any address, bytes exact.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../shared/open.js";
import { dot, EPS32, EPS64, random } from "../shared/reference.js";

const core = await open();
const c = core.exports;

const SIZES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 12288];
const DOT_U8_MAX = 66051;
const GUARD = 0x5a;

/** Numbers of both signs and many magnitudes. */
const reals = (n, seed, Floats = Float64Array) => {
  const next = random(seed);
  return Floats.from({ length: n }, () => (next(2001) - 1000) * 2 ** (next(20) - 20));
};
const bytes = (n, seed) => {
  const next = random(seed);
  return Uint8Array.from({ length: n }, () => next(256));
};

/**
 * Copies arrays into the core, each `shift` bytes past a multiple of 16, and runs fn on their addresses; gives
 * its result and what the arrays are afterwards. Sees to it that nothing was written before or behind them.
 */
function run(arrays, shift, fn) {
  const rooms = arrays.map((array) => Math.ceil(array.byteLength / 16) * 16 + 64);
  const total = rooms.reduce((sum, room) => sum + room, 16);
  return core.scratch(total, (scratch) => {
    core.u8(scratch, total).fill(GUARD);
    let at = Math.ceil(scratch / 16) * 16 + 16 + shift;
    const addresses = rooms.map((room) => (at += room) - room);
    arrays.forEach((array, k) => {
      const own = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      core.u8(addresses[k], own.length).set(own);
    });
    const result = fn(...addresses);
    const after = arrays.map((array, k) => {
      const copy = core.u8(addresses[k], array.byteLength).slice();
      return new array.constructor(copy.buffer);
    });
    const memory = core.u8(scratch, total).slice();
    arrays.forEach((array, k) =>
      memory.fill(GUARD, addresses[k] - scratch, addresses[k] - scratch + array.byteLength),
    );
    assert.ok(
      memory.every((v) => v === GUARD),
      "wrote outside of the arrays",
    );
    return { result, after };
  });
}

function within(value, expected, tolerance, what) {
  assert.ok(Math.abs(value - expected) <= tolerance, `${what}: ${value} is not ${expected} +- ${tolerance}`);
}

// Wasm allows any address, and 3 is a multiple of no element's size.
for (const shift of [0, 3, 4, 8]) {
  test(`dot_u8 is exact, ${shift} bytes off the grid`, () => {
    for (const n of SIZES) {
      const [x, y] = [bytes(n, 1), bytes(n, 2)];
      const { result } = run([x, y], shift, (px, py) => c.dot_u8(px, py, n) >>> 0);
      assert.equal(result, dot(x, y).sum, `n = ${n}`);
    }
  });

  test(`dot products of floats are within n eps sum|xy|, ${shift} bytes off the grid`, () => {
    for (const n of SIZES) {
      const [x, y] = [reals(n, 3), reals(n, 4)];
      const { sum, magnitude } = dot(x, y);
      within(
        run([x, y], shift, (px, py) => c.dot_f64(px, py, n)).result,
        sum,
        2 * n * EPS64 * magnitude,
        "f64",
      );
      const [x4, y4] = [Float32Array.from(x), Float32Array.from(y)];
      const { sum: sum4, magnitude: magnitude4 } = dot(x4, y4);
      within(
        run([x4, y4], shift, (px, py) => c.dot_f32(px, py, n)).result,
        sum4,
        n * EPS32 * magnitude4,
        "f32",
      );
      const u = bytes(n, 5);
      const mixed = dot(x, u);
      within(
        run([x, u], shift, (px, pu) => c.dot_u8_f64(px, pu, n)).result,
        mixed.sum,
        2 * n * EPS64 * mixed.magnitude,
        "u8_f64",
      );
    }
  });

  test(`axpy is one multiplication and one addition an element, ${shift} bytes off the grid`, () => {
    for (const n of SIZES) {
      const alpha = -0.3;
      const [x, y, u] = [reals(n, 6), reals(n, 7), bytes(n, 8)];
      const [x4, y4] = [Float32Array.from(x), Float32Array.from(y)];
      const alpha4 = Math.fround(alpha);
      const f64 = run([y, x], shift, (py, px) => c.axpy_f64(py, alpha, px, n)).after[0];
      const u8 = run([y, u], shift, (py, pu) => c.axpy_u8_f64(py, alpha, pu, n)).after[0];
      const f32 = run([y4, x4], shift, (py, px) => c.axpy_f32(py, alpha, px, n)).after[0];
      assert.deepEqual(
        f64,
        y.map((v, j) => v + alpha * x[j]),
      );
      assert.deepEqual(
        u8,
        y.map((v, j) => v + alpha * u[j]),
      );
      assert.deepEqual(
        f32,
        y4.map((v, j) => Math.fround(v + Math.fround(alpha4 * x4[j]))),
      );
    }
  });
}

test("dot_u8 of bytes that are all 255 is exact up to DOT_U8_MAX", () => {
  for (const n of [16, 33151, 33152, 49152, DOT_U8_MAX - 1, DOT_U8_MAX]) {
    const x = new Uint8Array(n).fill(255);
    const { result } = run([x, x], 0, (px, py) => c.dot_u8(px, py, n) >>> 0);
    assert.equal(result, n * 65025);
  }
  assert.ok((DOT_U8_MAX + 1) * 65025 >= 2 ** 32);
});

test("matvec takes any number of panels and columns", () => {
  for (const panels of [0, 1, 2, 3]) {
    for (const cols of [0, 1, 2, 3, 4, 5, 8, 33, 209]) {
      const [k, a, z] = [reals(8 * panels * cols, 9), reals(cols, 10), new Float64Array(8 * panels).fill(77)];
      const [after] = run([z, k, a], 8, (pz, pk, pa) => c.matvec_f64(pz, pk, pa, panels, cols)).after;
      after.forEach((value, i) => {
        const row = a.map((_, j) => k[((i >> 3) * cols + j) * 8 + (i % 8)]);
        const { sum, magnitude } = dot(a, row);
        within(value, sum, 2 * cols * EPS64 * magnitude, `${panels} panels x ${cols}, row ${i}`);
      });
    }
  }
});

test("a row's product does not depend on how many panels are asked for", () => {
  const [panels, cols] = [3, 37];
  const [k, a, z] = [reals(8 * panels * cols, 11), reals(cols, 12), new Float64Array(8 * panels)];
  const whole = run([z, k, a], 0, (pz, pk, pa) => c.matvec_f64(pz, pk, pa, panels, cols)).after[0];
  const parts = run([z, k, a], 0, (pz, pk, pa) => {
    for (let p = 0; p < panels; p++) c.matvec_f64(pz + 64 * p, pk + 64 * p * cols, pa, 1, cols);
  }).after[0];
  assert.deepEqual(parts, whole);
});

test("NaN and infinity pass through", () => {
  for (const at of [0, 5, 16]) {
    const x = reals(17, 13);
    x[at] = NaN;
    const y = reals(17, 14);
    assert.ok(Number.isNaN(run([x, y], 0, (px, py) => c.dot_f64(px, py, 17)).result));
    assert.ok(Number.isNaN(run([y, x], 0, (py, px) => c.axpy_f64(py, 1, px, 17)).after[0][at]));
    x[at] = Infinity;
    y[at] = 1;
    assert.equal(run([x, y], 0, (px, py) => c.dot_f64(px, py, 17)).result, Infinity);
  }
});
