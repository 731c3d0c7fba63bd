// .h5 files that are large, odd, damaged or from elsewhere: read as far as they go, or refused, and why.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import * as h5wasm from "../../../web/vendor/h5wasm.js";
import { readH5File } from "../../../web/pictures/h5/h5.js";
import { kindOf } from "../../../web/pictures/sniff.js";
import { samples } from "./samples.js";
import { FS, M, names, ownFiles, pixels, readH5, refused, write, x, y } from "./h5-fakes.js";

test("h5: no pictures", async () => {
  const file = write({ train_set_x: { data: [], shape: [0, 16, 16, 3], dtype: "<B" }, train_set_y: y() });
  await assert.rejects(readH5(file), refused("set-none", { key: "train_set_x" }));
});

test("h5: progress is told, the worker answers meanwhile, and a chunk is not unpacked more than a few times", async () => {
  const m = 3000;
  const whole = { ...x(m, 64), chunks: [m, 64, 64, 3], compression: 1 }; // one chunk of 37 MB
  const file = write({ train_set_x: whole, train_set_y: y(Array.from({ length: m }, (_, i) => i % 2)) });
  const told = [];
  let answers = 0;
  const timer = setInterval(() => answers++, 1);
  const { parts } = await readH5(file, { progress: (done, total) => told.push([done, total]) });
  clearInterval(timer);
  assert.deepEqual(parts[0].rgb, pixels(m, 64));
  assert.ok(told.length >= 4 && told.length <= 9, `${told.length} batches`);
  assert.deepEqual(told.at(-1), [m, m]);
  assert.ok(answers >= told.length - 1, `${answers} answers`);
});

test("h5: labels as words, of one length and of any", async () => {
  const words = ["dog", "cat", "cat", "dog", "cat"];
  for (const dtype of ["S3", "S8", "S"]) {
    const train_set_y = { data: words, shape: [M], dtype };
    const { parts, names: found } = await readH5(write({ train_set_x: x(), train_set_y }));
    assert.deepEqual(
      [[...parts[0].y], found],
      [
        [0, 1, 1, 0, 1],
        ["dog", "cat"],
      ],
      dtype,
    );
  }
});

test("h5: big-endian floats and true and false, as h5py writes them", async () => {
  const [[, packed]] = samples("h5.gz");
  const { parts } = await readH5(new Uint8Array(gunzipSync(packed)));
  const [{ m, n_px, rgb, y: labels }] = parts;
  assert.deepEqual([m, n_px, ...labels], [2, 8, 0, 1]);
  assert.deepEqual(
    rgb,
    Uint8Array.from({ length: 384 }, (_, i) => i % 251),
  );
});

test("h5: a group that is in itself has an end", async () => {
  const file = new h5wasm.File("/written", "w");
  file.create_group("a");
  /** @type {any} */ (file.get("a")).create_hard_link("/a", "b");
  /** @type {any} */ (file.get("a")).create_hard_link("/a", "c");
  file.create_dataset(/** @type {any} */ ({ name: "a/x", ...x() }));
  file.close();
  const bytes = FS.readFile("/written").slice();
  FS.unlink("/written");
  await assert.rejects(readH5(bytes), (/** @type {any} */ error) => /^set-/.test(error.code));
});

test("h5: groups in groups", async () => {
  const file = new h5wasm.File("/written", "w");
  file.create_group("data");
  /** @type {any} */ (file.get("data")).create_group("again");
  for (const part of ["train", "test"]) {
    file.create_group(`data/${part}`);
    const inside = /** @type {any} */ (file.get(`data/${part}`));
    inside.create_dataset({ name: "images", ...x(2) });
    inside.create_dataset({ name: "labels", ...y([1, 0]) });
    inside.create_dataset({ name: "ids", ...y([7, 8]) });
  }
  file.close();
  const { parts } = await readH5(FS.readFile("/written").slice());
  FS.unlink("/written");
  assert.deepEqual(parts.map(({ test: isTest, m, y: labels }) => [isTest, m, ...labels]), [[false, 2, 1, 0], [true, 2, 1, 0]]); // prettier-ignore
});

test("h5: pictures alone come without labels; beside some that have labels they are left out, and named", async () => {
  const alone = await readH5(write({ photos: x() }));
  assert.deepEqual([alone.parts[0].m, alone.parts[0].y], [M, null]);
  const two = await readH5(write({ train_set_x: x(), train_set_y: y(), test_set_x: x(2) }));
  assert.deepEqual([two.parts.length, two.left], [1, ["test_set_x"]]);
  const lost = write({ photos: x(), scores: y([0, 1, 1, 0]) });
  await assert.rejects(readH5(lost), refused("set-unlabelled", { key: "photos", found: "photos (5 × 16 × 16 × 3), scores (4 int64)" })); // prettier-ignore
});

test("h5: labels of another number, or of more than two kinds, are refused", async () => {
  const four = write({ train_set_x: x(), train_set_y: y([0, 1, 1, 0]) });
  await assert.rejects(readH5(four), refused("set-labels", { key: "train_set_y", shape: "4 int64", m: 5 }));
  const wrong = {
    "<q": [0, 1, 2, 0, 1],
    "<i": [0, 256, 1, 0, 1],
    "<b": [0, -1, 1, 0, 1],
    "<d": [0, 0.5, 1, 0, 1],
  };
  for (const [dtype, labels] of Object.entries(wrong)) {
    await assert.rejects(
      readH5(write({ train_set_x: x(), train_set_y: y(labels, dtype) })),
      refused(dtype === "<d" ? "set-label" : "set-kinds"),
    );
  }
});

test("h5: more pictures than there is room for are refused", async () => {
  const file = write({ train_set_x: x(), train_set_y: y(), test_set_x: x(2), test_set_y: y([1, 0]) });
  await assert.rejects(
    readH5(file, { room: 6, capacity: 10000 }),
    refused("set-capacity", { n: 7, room: 6, capacity: 10000 }),
  );
  assert.equal((await readH5(file, { room: 7 })).parts.length, 2);
});

test("h5: a file that declares a huge empty dataset takes no memory for it", async () => {
  const file = new h5wasm.File("/written", "w");
  file.create_dataset({
    name: "train_set_x",
    data: new Uint8Array(192),
    shape: [1, 8, 8, 3],
    maxshape: [null, 8, 8, 3],
    chunks: [1, 8, 8, 3],
  });
  /** @type {any} */ (file.get("train_set_x")).resize([2 ** 31, 8, 8, 3]);
  file.create_dataset({ name: "train_set_y", data: [1] });
  file.close();
  const bytes = FS.readFile("/written").slice();
  FS.unlink("/written");
  await assert.rejects(
    readH5(bytes, { room: 10000, capacity: 10000 }),
    refused("set-capacity", { n: 2 ** 31 }),
  );
});

test("h5: what is not HDF5 says so; what is cut off says so", async () => {
  await assert.rejects(readH5(new TextEncoder().encode("x,y\n1,2\n")), refused("not-hdf5"));
  await assert.rejects(readH5(new Uint8Array(0)), refused("empty-file"));
  const whole = write({ train_set_x: x(), train_set_y: y() });
  for (const share of [0.002, 0.05, 0.3, 0.6, 0.99]) {
    await assert.rejects(readH5(whole.slice(0, Math.ceil(whole.length * share))), refused("truncated"));
  }
});

test("h5: damaged files never do more than be refused, and a good one loads after them", async () => {
  const whole = write({
    train_set_x: { ...x(), chunks: [2, 16, 16, 3], compression: 4 },
    train_set_y: y(),
    list_classes: names(),
  });
  let seed = 20261122;
  const random = (n) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % n;
  let refusals = 0;
  for (let round = 0; round < 400; round++) {
    const bytes = whole.slice();
    for (let k = random(3); k >= 0; k--) bytes[8 + random(bytes.length - 8)] = random(256);
    try {
      const { parts } = await readH5(bytes, { room: 10000 });
      for (const { rgb, m, n_px, y: labels } of parts)
        assert.deepEqual([rgb.length, labels.length], [m * n_px * n_px * 3, m]);
    } catch (error) {
      assert.ok(["truncated", "memory"].includes(error.code) || error.code.startsWith("set-"), error.stack);
      refusals++;
    }
  }
  assert.ok(refusals > 20, `${refusals} refusals`);
  assert.deepEqual((await readH5(whole)).parts[0].rgb, pixels());
  assert.deepEqual(ownFiles(), [], "files left in the library");
});

test("h5: a file the visitor brought", async () => {
  const bytes = write({ train_set_x: x(), train_set_y: y() });
  const file = new Blob([/** @type {any} */ (bytes)]);
  assert.equal(await kindOf(file), "h5");
  assert.equal(await kindOf(new Blob(["words"])), "picture");
  assert.equal((await readH5File(file)).parts[0].m, 5);
});

const course = process.env.COURSE_DATA ?? "";
const intake = (name) => new Uint8Array(readFileSync(join(course, "intake", name)));
test("h5: files that came once", { skip: course ? false : "COURSE_DATA is not set" }, async () => {
  const { parts: floats } = await readH5(intake("float32_01.h5"));
  assert.deepEqual([floats[0].m, floats[0].n_px], [20, 64]);
  await assert.rejects(readH5(intake("px7.h5")), refused("set-size", { n: 7 }));
  await assert.rejects(readH5(intake("zero.h5")), refused("set-none"));
  const told = [];
  const { parts: zeros } = await readH5(intake("bigchunk.h5"), { progress: (done) => told.push(done) });
  assert.deepEqual([zeros[0].m, zeros[0].n_px], [9000, 128]);
  assert.ok(told.length > 4 && told.length < 10, String(told));
});

test("h5: the course's two files", { skip: course ? false : "COURSE_DATA is not set" }, async () => {
  const read = (name) => readH5(new Uint8Array(readFileSync(join(course, "cat", name))));
  const sum = (bytes) => bytes.reduce((total, v) => total + v, 0);
  const train = await read("train_catvnoncat.h5");
  assert.deepEqual(train.names, ["non-cat", "cat"]);
  const [{ m, n_px, rgb, y: labels }] = train.parts;
  assert.deepEqual([m, n_px, rgb.length, sum(rgb), sum(labels)], [209, 64, 209 * 12288, 264542077, 72]);
  const [cases] = (await read("test_catvnoncat.h5")).parts;
  assert.deepEqual([cases.test, cases.m, sum(cases.y), cases.rgb[0], cases.rgb[1]], [true, 50, 33, 158, 104]);
});
