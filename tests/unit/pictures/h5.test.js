// What is understood of .h5 files: pictures, labels and names, whatever their keys, shapes and numbers.
import assert from "node:assert/strict";
import test from "node:test";
import * as h5wasm from "../../../web/vendor/h5wasm.js";
import { FS, M, N, names, pixels, readH5, refused, write, x, y } from "./h5-fakes.js";

test("h5: a training set comes with its pixels, labels and names", async () => {
  const { parts, names: found } = await readH5(
    write({ train_set_x: x(), train_set_y: y(), list_classes: names() }),
  );
  assert.equal(parts.length, 1);
  const [{ test: isTest, m, n_px, rgb, y: labels }] = parts;
  assert.deepEqual([isTest, m, n_px], [false, M, N]);
  assert.deepEqual(rgb, pixels());
  assert.deepEqual([...labels], [0, 1, 1, 0, 1]);
  assert.deepEqual(found, ["non-cat", "cat"]);
});

test("h5: both sets in one file", async () => {
  const file = write({ train_set_x: x(), train_set_y: y(), test_set_x: x(2), test_set_y: y([1, 0]) });
  const { parts, names: found } = await readH5(file);
  assert.deepEqual(
    parts.map(({ test: isTest, m }) => [isTest, m]),
    [
      [false, 5],
      [true, 2],
    ],
  );
  assert.equal(found, null);
});

test("h5: compressed and newer files, read in several batches", async () => {
  const many = { ...x(1500, 32), chunks: [100, 32, 32, 3], compression: 6 };
  const labels = y(Array.from({ length: 1500 }, (_, i) => i % 2));
  const { parts } = await readH5(write({ test_set_x: many, test_set_y: labels }, { libver: "latest" }));
  assert.deepEqual(parts[0].rgb, pixels(1500, 32));
});

for (const dtype of ["<b", "<B", "<h", "<i", "<f", "<d"]) {
  test(`h5: labels of type ${dtype}`, async () => {
    const { parts } = await readH5(write({ train_set_x: x(), train_set_y: y(undefined, dtype) }));
    assert.deepEqual([...parts[0].y], [0, 1, 1, 0, 1]);
  });
}

test("h5: labels as one row", async () => {
  const { parts } = await readH5(write({ train_set_x: x(), train_set_y: { ...y(), shape: [1, 5] } }));
  assert.deepEqual([...parts[0].y], [0, 1, 1, 0, 1]);
});

test("h5: class names in UTF-8, padded, or of variable length", async () => {
  const written = { S12: ["不是猫", "猫"], S5: ["no  ", " cat"], S: ["a", "b"] };
  for (const [dtype, list] of Object.entries(written)) {
    const { names: found } = await readH5(
      write({ train_set_x: x(), train_set_y: y(), list_classes: names(list, dtype) }),
    );
    const trimmed = list.map((name) => name.trim());
    assert.deepEqual(found, trimmed);
  }
});

test("h5: class names that are none are left out", async () => {
  for (const list of [
    names(["one", "two", "three"]),
    names(["", "cat"]),
    { data: [1, 2], shape: [2], dtype: "<i" },
  ]) {
    assert.equal(
      (await readH5(write({ train_set_x: x(), train_set_y: y(), list_classes: list }))).names,
      null,
    );
  }
});

test("h5: other keys are understood by shape, where there is only one way to", async () => {
  const one = await readH5(write({ images: x(), labels: y(), list_classes: names() }));
  assert.deepEqual([one.parts[0].test, one.parts[0].rgb, one.names], [false, pixels(), ["non-cat", "cat"]]);
  const file = write({
    X_train: x(),
    y_train: y(),
    X_test: x(),
    y_test: y([1, 1, 0, 0, 0]),
    ids: { data: [1, 2] },
  });
  const two = await readH5(file);
  assert.deepEqual(
    two.parts.map(({ test: isTest, y: labels }) => [isTest, ...labels]),
    [
      [false, 0, 1, 1, 0, 1],
      [true, 1, 1, 0, 0, 0],
    ],
  );
});

test("h5: pictures and labels in groups", async () => {
  const file = new h5wasm.File("/written", "w");
  for (const [group, m] of Object.entries({ train: 5, test: 2 })) {
    file.create_group(group);
    const inside = /** @type {any} */ (file.get(group));
    inside.create_dataset({ name: "x", ...x(m) });
    inside.create_dataset({ name: "y", ...y([0, 1, 1, 0, 1].slice(0, m)) });
  }
  file.close();
  const { parts } = await readH5(FS.readFile("/written").slice());
  FS.unlink("/written");
  assert.deepEqual(parts.map(({ test: isTest, m }) => [isTest, m]), [[false, 5], [true, 2]]); // prettier-ignore
});

test("h5: keys that can be understood in several ways, or in none, are refused, and named", async () => {
  const params = {
    wanted: "train_set_x, train_set_y",
    found: "labels (5 int64), more (5 int64), photos (5 × 16 × 16 × 3)",
  };
  await assert.rejects(readH5(write({ photos: x(), labels: y(), more: y() })), refused("set-keys", params));
  await assert.rejects(readH5(write({ a: x(), b: x(), labels: y() })), refused("set-keys"));
  await assert.rejects(
    readH5(write({ table: y() })),
    refused("set-shape", { key: "table", shape: "5 int64" }),
  );
  await assert.rejects(
    readH5(write({ a: y(), b: y() })),
    refused("set-keys", { found: "a (5 int64), b (5 int64)" }),
  );
  await assert.rejects(readH5(write({})), refused("set-keys", { found: "–" }));
});

test("h5: a group where the course has a data set is looked into", async () => {
  const file = new h5wasm.File("/written", "w");
  file.create_group("train_set_x");
  file.create_dataset(/** @type {any} */ ({ name: "train_set_y", ...y() }));
  file.close();
  const bytes = FS.readFile("/written").slice();
  FS.unlink("/written");
  await assert.rejects(readH5(bytes), refused("set-shape", { key: "train_set_y", shape: "5 int64" }));
});

/** The same bytes in the other orders that are understood. @type {Record<string, any>} */
const SAME = {
  "floats from 0 to 1": {
    data: Float32Array.from(pixels(), (v) => v / 255),
    shape: [M, N, N, 3],
    dtype: "<f",
  },
  "doubles from 0 to 1": {
    data: Float64Array.from(pixels(), (v) => v / 255),
    shape: [M, N, N, 3],
    dtype: "<d",
  },
  "int64 from 0 to 255": { data: BigInt64Array.from(pixels(), BigInt), shape: [M, N, N, 3], dtype: "<q" },
  "floats that are whole numbers from 0 to 255": {
    data: Float32Array.from(pixels()),
    shape: [M, N, N, 3],
    dtype: "<f",
  },
  "pictures along the last axis": {
    data: Uint8Array.from(pixels(), (_, k) => pixels()[(k % M) * N * N * 3 + Math.floor(k / M)]),
    shape: [N, N, 3, M],
    dtype: "<B",
    chunks: [N, 4, 3, 2],
    compression: 4,
  },
  "four channels, opaque": {
    data: Uint8Array.from({ length: M * N * N * 4 }, (_, k) =>
      k % 4 === 3 ? 255 : pixels()[3 * Math.floor(k / 4) + (k % 4)],
    ),
    shape: [M, N, N, 4],
    dtype: "<B",
  },
  "int16 from 0 to 255": { data: Int16Array.from(pixels()), shape: [M, N, N, 3], dtype: "<h" },
  "channels first": {
    data: Uint8Array.from(pixels(), (_, k) => {
      const [i, c, p] = [Math.floor(k / 768), Math.floor((k % 768) / 256), k % 256];
      return pixels()[768 * i + 3 * p + c];
    }),
    shape: [M, 3, N, N],
    dtype: "<B",
  },
};
for (const [name, train_set_x] of Object.entries(SAME))
  test(`h5: ${name} are the same pictures`, async () => {
    const { parts } = await readH5(write({ train_set_x, train_set_y: y() }));
    assert.deepEqual(parts[0].rgb, pixels());
  });

for (const shape of [
  [M, N, N],
  [M, N, N, 1],
  [M, 1, N, N],
])
  // prettier-ignore
  test(`h5: grey pictures ${shape.join(" × ")}`, async () => {
    const grey = pixels().subarray(0, M * N * N);
    const { parts } = await readH5(write({ train_set_x: { data: grey, shape, dtype: "<B" }, train_set_y: y() }));
    assert.deepEqual(parts[0].rgb, Uint8Array.from({ length: 3 * grey.length }, (_, k) => grey[Math.floor(k / 3)]));
  });

for (const [name, train_set_x, code, params] of [
  [
    "four channels, the last of them not opaque",
    { data: new Uint8Array(5 * 1024), shape: [5, 16, 16, 4], dtype: "<B" },
    "set-alpha",
    { key: "train_set_x" },
  ],
  [
    "five channels",
    { data: new Uint8Array(5 * 1280), shape: [5, 16, 16, 5], dtype: "<B" },
    "set-shape",
    { key: "train_set_x", shape: "5 × 16 × 16 × 5" },
  ],
  [
    "pictures that are not square",
    { data: new Float32Array(5 * 960), shape: [5, 16, 20, 3], dtype: "<f" },
    "set-shape",
    { shape: "5 × 16 × 20 × 3 float32" },
  ],
  [
    "floats up to 255 with fractions",
    { data: Float32Array.from(pixels(), (v) => v / 2), shape: [5, 16, 16, 3], dtype: "<f" },
    "set-floats",
    { kind: "float32", value: "15.5" },
  ],
  [
    "negative bytes",
    { data: new Int8Array(5 * 768).fill(-3, 9, 10), shape: [5, 16, 16, 3], dtype: "<b" },
    "set-range",
    { kind: "int8", most: 255, value: "-3" },
  ],
  [
    "NaN",
    { data: new Float32Array(5 * 768).fill(NaN), shape: [5, 16, 16, 3], dtype: "<f" },
    "set-floats",
    { value: "NaN" },
  ],
  ["pictures of 4 px", x(5, 4), "set-size", { n: 4, least: 8, most: 128 }],
  ["pictures of 129 px", x(5, 129), "set-size", { n: 129 }],
]) {
  test(`h5: ${name} are refused, and why`, async () => {
    const file = write({ train_set_x, train_set_y: y() });
    await assert.rejects(readH5(file), refused(code, params));
  });
}
