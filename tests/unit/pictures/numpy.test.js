// .npy and .npz: every kind of numbers, both orders, all versions of the header; and what lies, or is no array of numbers.
// Where there is a python3 with numpy, also as numpy writes them. Needs web/vendor (npm run build).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { listOf } from "../../../web/pictures/archive/directory.js";
import { readNumpy, savedEntry, savedFile } from "../../../web/pictures/numpy/numpy.js";
import { kindOf } from "../../../web/pictures/sniff.js";
import { npy, zip } from "../shared/zip.js";

const M = 6;
const N = 8;
const LABELS = [0, 1, 1, 0, 1, 0];
const pixels = Uint8Array.from({ length: M * N * N * 3 }, (_, i) => (i * 31 + (i >> 5)) & 255);
const x = npy("|u1", [M, N, N, 3], pixels);
const y = npy("<i8", [1, M], new Uint8Array(new BigInt64Array(LABELS.map(BigInt)).buffer));
/** @param {ArrayBufferView} array */
const raw = ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength);

/** @param {Record<string, Uint8Array>} arrays */
const npz = (arrays, stored = true) =>
  zip(Object.entries(arrays).map(([name, data]) => ({ name: `${name}.npy`, data, stored })));

/** @param {Uint8Array} bytes @param {any} [limits] */
async function read(bytes, limits) {
  const file = new Blob([/** @type {any} */ (bytes)]);
  return readNumpy(
    (await listOf(file)).map((entry) => savedEntry(file, entry)),
    limits,
  );
}
/** @param {Record<string, Uint8Array>} arrays @param {any} [limits] */
const readFiles = (arrays, limits) =>
  readNumpy(
    Object.entries(arrays).map(([name, bytes]) =>
      savedFile(new File([/** @type {any} */ (bytes)], `${name}.npy`)),
    ),
    limits,
  );

const refused =
  (/** @type {string} */ code, /** @type {Record<string, any>} */ params = {}) =>
  (/** @type {any} */ error) => {
    assert.equal(error.code, code, error.stack);
    for (const [key, value] of Object.entries(params)) assert.equal(error.params[key], value);
    return true;
  };

test("npz: the course's sets, with names, stored and deflated", async () => {
  const names = npy("|S7", [2], Buffer.from("non-catcat\0\0\0\0"));
  const arrays = { train_set_x: x, train_set_y: y, test_set_x: x, test_set_y: y, list_classes: names };
  for (const stored of [true, false]) {
    const { parts, names: found } = await read(npz(arrays, stored));
    assert.deepEqual(found, ["non-cat", "cat"]);
    assert.deepEqual(parts.map(({ test }) => test), [false, true]); // prettier-ignore
    for (const { rgb, m, n_px, y: labels } of parts) {
      assert.deepEqual([m, n_px], [M, N]);
      assert.deepEqual(rgb, pixels);
      assert.deepEqual([...(labels ?? [])], LABELS);
    }
  }
});

test("npz: the other usual keys", async () => {
  for (const [a, b] of [
    ["x_train", "y_train"],
    ["X", "y"],
    ["images", "labels"],
    ["arr_0", "arr_1"],
    ["data", "target"],
  ])
    // prettier-ignore
    assert.equal((await read(npz({ [a]: x, [b]: y }))).parts[0].m, M, a);
  const both = await read(npz({ x_train: x, y_train: y, x_test: x, y_test: y }));
  assert.deepEqual(both.parts.map(({ test }) => test), [false, true]); // prettier-ignore
});

test("npz: a set for validation is for testing too, alone or beside the test set: none is left out", async () => {
  const train = { X_train: x, y_train: y };
  const partsOf = async (/** @type {Record<string, Uint8Array>} */ more) =>
    (await read(npz({ ...train, ...more }))).parts.map(({ test, m }) => [test, m]);
  for (const name of ["val", "valid", "validation", "dev"])
    assert.deepEqual(await partsOf({ [`X_${name}`]: x, [`y_${name}`]: y }), [[false, M], [true, M]], name); // prettier-ignore
  const all = { X_val: x, y_val: y, X_test: x, y_test: y };
  assert.deepEqual(await partsOf(all), [[false, M], [true, M], [true, M]]); // prettier-ignore
});

test("npz: names as numpy's own text, in either order of bytes", async () => {
  const codes = [..."非猫猫\0"].map((letter) => letter.codePointAt(0) ?? 0);
  for (const little of [true, false]) {
    const bytes = new DataView(new ArrayBuffer(16));
    codes.forEach((code, i) => bytes.setUint32(4 * i, code, little));
    const list_classes = npy(little ? "<U2" : ">U2", [2], raw(bytes));
    assert.deepEqual((await read(npz({ X: x, y, list_classes }))).names, ["非猫", "猫"]);
  }
});

/** A float16 of a whole number. @param {number} n */
function half(n) {
  const exponent = n > 0 ? Math.floor(Math.log2(n)) : -15;
  return n > 0 ? ((exponent + 15) << 10) | ((n / 2 ** exponent - 1) * 1024) : 0;
}

test("npy: every kind of numbers for pictures", async () => {
  const levels = Uint8Array.from(pixels, (value) => value % 128);
  /** @type {[string, (view: DataView, i: number, little: boolean) => void, number][]} */
  const kinds = [
    ["i1", (v, i) => v.setInt8(i, levels[i]), 1],
    ["i2", (v, i, little) => v.setInt16(2 * i, levels[i], little), 2],
    ["u2", (v, i, little) => v.setUint16(2 * i, levels[i], little), 2],
    ["i4", (v, i, little) => v.setInt32(4 * i, levels[i], little), 4],
    ["u4", (v, i, little) => v.setUint32(4 * i, levels[i], little), 4],
    ["i8", (v, i, little) => v.setBigInt64(8 * i, BigInt(levels[i]), little), 8],
    ["u8", (v, i, little) => v.setBigUint64(8 * i, BigInt(levels[i]), little), 8],
    ["f2", (v, i, little) => v.setUint16(2 * i, half(levels[i]), little), 2],
    ["f4", (v, i, little) => v.setFloat32(4 * i, levels[i] / 255, little), 4],
    ["f8", (v, i, little) => v.setFloat64(8 * i, levels[i] / 255, little), 8],
  ];
  for (const [letter, set, size] of kinds)
    for (const order of ["<", ">"]) {
      const view = new DataView(new ArrayBuffer(size * levels.length));
      for (let i = 0; i < levels.length; i++) set(view, i, order === "<");
      const array = npy(order + letter, [M, N, N, 3], raw(view));
      const { parts } = await readFiles({ pictures: array });
      assert.deepEqual(parts[0].rgb, levels, order + letter);
      assert.equal(parts[0].y, null, "nobody has said which class");
    }
});

test("npy: labels as bool, float, column and row", async () => {
  const shapes = [[M], [M, 1], [1, M]];
  for (const shape of shapes)
    for (const [descr, data] of /** @type {[string, Uint8Array][]} */ ([
      ["|b1", Uint8Array.from(LABELS)],
      ["<f4", raw(Float32Array.from(LABELS))],
      ["<f8", raw(Float64Array.from(LABELS))],
    ])) {
      const { parts } = await readFiles({ X: x, y: npy(descr, shape, data) });
      assert.deepEqual([...(parts[0].y ?? [])], LABELS, `${descr} ${shape}`);
    }
});

test("npy: true and false are white and black; grey and channels first are understood", async () => {
  const bits = Uint8Array.from({ length: 2 * N * N }, (_, i) => (i % 3) & 1);
  const { parts } = await readFiles({ a: npy("|b1", [2, N, N], bits) });
  assert.deepEqual(parts[0].rgb, Uint8Array.from({ length: bits.length * 3 }, (_, i) => 255 * bits[Math.floor(i / 3)])); // prettier-ignore
  const plane = N * N;
  const first = Uint8Array.from(pixels, (_, i) => {
    const [picture, c, p] = [Math.floor(i / (3 * plane)), Math.floor(i / plane) % 3, i % plane];
    return pixels[picture * 3 * plane + 3 * p + c];
  });
  assert.deepEqual((await readFiles({ a: npy("|u1", [M, 3, N, N], first) })).parts[0].rgb, pixels);
});

test("npy: the first axis running fastest is turned round, of one byte and of four", async () => {
  const shape = [M, N, N, 3];
  const place = (/** @type {number} */ i) => {
    const index = [...shape].reverse().map((side) => {
      const k = i % side;
      i = Math.floor(i / side);
      return k;
    });
    return index.reverse().reduceRight((at, k, axis) => at * shape[axis] + k, 0);
  };
  const bytes = new Uint8Array(pixels.length);
  const floats = new Float32Array(pixels.length);
  pixels.forEach((value, i) => (bytes[place(i)] = value));
  pixels.forEach((value, i) => (floats[place(i)] = value / 255));
  assert.deepEqual(
    (await readFiles({ a: npy("|u1", shape, bytes, { fortran: true }) })).parts[0].rgb,
    pixels,
  );
  const four = npy("<f4", shape, raw(floats), { fortran: true });
  assert.deepEqual((await readFiles({ a: four })).parts[0].rgb, pixels);
});

test("npy: headers of version 2 and 3; larger than a piece", async () => {
  for (const version of [2, 3]) {
    const { parts } = await readFiles({ a: npy("|u1", [M, N, N, 3], pixels, { version }) });
    assert.deepEqual(parts[0].rgb, pixels);
  }
  const many = Uint8Array.from({ length: 120 * 128 * 128 * 3 }, (_, i) => (i * 7 + (i >> 9)) & 255);
  const labels = npy(
    "|u1",
    [120],
    Uint8Array.from({ length: 120 }, (_, i) => i & 1),
  );
  const told = /** @type {number[]} */ ([]);
  const progress = (/** @type {number} */ done) => told.push(done);
  for (const stored of [true, false]) {
    const file = npz({ X: npy("|u1", [120, 128, 128, 3], many), y: labels }, stored);
    assert.deepEqual((await read(file, { progress })).parts[0].rgb, many);
  }
  assert.equal(told.at(-1), 120);
  assert.ok(told.length > 2, "told on the way");
});

const header = (/** @type {string} */ text) => npy("", [], new Uint8Array(0), { header: text });
const [...wrong] = /** @type {[string, Record<string, Uint8Array>, string, Record<string, any>?][]} */ ([
  ["objects", { X: npy("|O", [M], new Uint8Array(90)), y }, "npy-object", { key: "X" }],
  ["a shape of more than there is", { a: npy("|u1", [M + 1, N, N, 3], pixels) }, "npy-bytes", { said: 1344, there: 1152 }],
  ["a shape of less than there is", { a: npy("|u1", [M - 1, N, N, 3], pixels) }, "npy-bytes"],
  ["a shape without end", { a: npy("|u1", [2 ** 40, 2 ** 40], pixels) }, "truncated"],
  ["half a header", { a: x.slice(0, 40) }, "truncated"],
  ["no array", { a: Uint8Array.from(Buffer.from("hello")) }, "not-npy"],
  ["a header of something else", { a: header("[1, 2]") }, "truncated"],
  ["fields", { a: header("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (3,), }") }, "set-shape", { shape: "3 fields" }],
  ["complex numbers", { a: npy("<c8", [M, N, N, 3], new Uint8Array(9)) }, "set-shape"],
  ["floats of sixteen bytes", { a: npy("<f16", [M, N, N], new Uint8Array(16 * M * N * N)) }, "set-shape", { shape: "6 × 8 × 8 float128" }],
  ["no pictures", { a: npy("<f8", [4], new Uint8Array(32)) }, "set-shape"],
  ["none of them", { a: npy("|u1", [0, N, N, 3], new Uint8Array(0)) }, "set-none"],
  ["floats to 255 with fractions", { a: npy("<f4", [1, N, N], raw(new Float32Array(N * N).fill(254.5))) }, "set-floats", { value: "254.5" }],
  ["labels of six kinds", { X: x, y: npy("|u1", [M], Uint8Array.from([0, 1, 2, 3, 4, 5])) }, "set-kinds", { key: "y", n: 6 }],
  ["labels of another number", { X: x, y: npy("|u1", [3], Uint8Array.from([0, 1, 1])) }, "set-labels"],
]); // prettier-ignore
for (const [what, arrays, code, params] of wrong)
  test(`npy: ${what} is refused`, () => assert.rejects(readFiles(arrays), refused(code, params)));

test("npz: what is damaged or too much is refused before it is taken", async () => {
  await assert.rejects(read(npz({ X: x, y }), { room: 5, capacity: 10000 }), refused("set-capacity", { n: M, room: 5 })); // prettier-ignore
  const damaged = npz({ X: x, y });
  damaged[600] ^= 1;
  await assert.rejects(read(damaged), refused("zip-crc", { inside: "X.npy" }));
  // 10 GB of zeros in ten megabytes, by what the header says
  const huge = npz({ X: npy("|u1", [200_000, 128, 128, 3], new Uint8Array(10)), y }, false);
  await assert.rejects(read(huge), refused("npy-bytes"));
});

test("npy: told by its first bytes, an .npz as the archive it is", async () => {
  assert.equal(await kindOf(new Blob([/** @type {any} */ (x)])), "npy");
  assert.equal(await kindOf(new Blob([/** @type {any} */ (npz({ x }))])), "zip");
});

const python = ["python3", "/usr/bin/python3"].find(
  (path) => spawnSync(path, ["-c", "import numpy"]).status === 0,
);
test("npz: as numpy itself writes it", { skip: python ? false : "there is no numpy" }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "numpy-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const script = `
import numpy as np, sys
x = ((np.arange(${pixels.length}) * 31 + (np.arange(${pixels.length}) >> 5)) & 255).astype(np.uint8).reshape(${M}, ${N}, ${N}, 3)
y = np.array(${JSON.stringify([LABELS])})
names = np.array(['non-cat', 'cat'])
np.savez(sys.argv[1] + '/plain.npz', train_set_x=x, train_set_y=y, list_classes=names)
np.savez_compressed(sys.argv[1] + '/packed.npz', train_set_x=np.asfortranarray(x / 255), train_set_y=y == 1, list_classes=names.astype('S'))
`;
  assert.equal(spawnSync(/** @type {string} */ (python), ["-c", script, folder]).status, 0);
  for (const name of ["plain.npz", "packed.npz"]) {
    const { parts, names } = await read(new Uint8Array(readFileSync(join(folder, name))));
    assert.deepEqual(names, ["non-cat", "cat"]);
    assert.deepEqual(parts[0].rgb, pixels, name);
    assert.deepEqual([...(parts[0].y ?? [])], LABELS);
  }
});

const course = process.env.COURSE_DATA;
test("npz: one that came once", { skip: course ? false : "COURSE_DATA is not set" }, async () => {
  const { parts } = await read(new Uint8Array(readFileSync(join(course ?? "", "intake", "set.npz"))));
  const [{ m, n_px, y: labels }] = parts;
  assert.deepEqual([m, n_px, labels?.length], [20, 64, 20]);
});
