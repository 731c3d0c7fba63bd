// Sets in arrays, whatever file they come in: which labels tell two classes apart and what the classes are called, orders of
// axes, floats that are bytes, and sets in archives that hold something else as well. Needs web/vendor (npm run build).
import assert from "node:assert/strict";
import test from "node:test";
import { tellApart } from "../../../web/pictures/brought.js";
import { readNumpy, savedFile } from "../../../web/pictures/numpy/numpy.js";
import { kindOf } from "../../../web/pictures/sniff.js";
import { npy, zip } from "../shared/zip.js";

const [M, N] = [6, 8];
const each = N * N * 3;
const pixels = Uint8Array.from({ length: M * each }, (_, i) => (i * 37 + (i >> 6)) & 255);
const x = npy("|u1", [M, N, N, 3], pixels);
/** @param {ArrayBufferView} array */
const raw = ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength);
const y = npy("|u1", [M], Uint8Array.of(0, 1, 1, 0, 1, 0));

/** @param {string} path @param {Uint8Array} bytes */
const file = (path, bytes) => new File([/** @type {any} */ (bytes)], path.replace(/^.*\//, ""));

/** @param {Record<string, Uint8Array>} arrays @param {any} [limits] */
const read = (arrays, limits) =>
  readNumpy(
    Object.entries(arrays).map(([key, bytes]) => savedFile(file(key, bytes), key)),
    limits,
  );

/** @param {number[]} values @param {number[]} shape @param {any} [how] */
const floats = (values, shape, how) => npy("<f4", shape, raw(Float32Array.from(values)), how);

/** Words of four letters. @param {string[]} words */
const words = (...words) => npy("|S4", [words.length], Buffer.from(words.map((each) => each.padEnd(4, "\0")).join(""))); // prettier-ignore

/** @type {[string, Uint8Array, number[], string[] | null][]} */
const LABELS = [
  ["−1 and 1", floats([-1, 1, 1, -1, 1, -1], [M]), [0, 1, 1, 0, 1, 0], ["-1", "1"]],
  ["1 and 2", floats([2, 1, 1, 2, 1, 2], [1, M]), [1, 0, 0, 1, 0, 1], ["1", "2"]],
  ["0 and 255", floats([0, 255, 255, 0, 255, 0], [M, 1]), [0, 1, 1, 0, 1, 0], ["0", "255"]],
  ["words", words("dog", "cat", "cat", "dog", "cat", "dog"), [0, 1, 1, 0, 1, 0], ["dog", "cat"]],
  ["a word and the others", words("cat", "no", "no", "cat", "no", "cat"), [1, 0, 0, 1, 0, 1], ["no", "cat"]],
  ["two columns", floats([1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0], [M, 2]), [0, 1, 1, 0, 1, 0], null],
  ["two rows", floats([1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0], [2, M]), [0, 1, 1, 0, 1, 0], null],
  [
    "two columns, the first axis fastest",
    floats([1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0], [M, 2], { fortran: true }),
    [0, 1, 1, 0, 1, 0],
    null,
  ],
];
for (const [what, labels, classes, names] of LABELS)
  test(`sets: ${what} are labels`, async () => {
    const { parts, names: found } = await read({ X: x, y: labels });
    assert.deepEqual([...(parts[0].y ?? [])], classes);
    assert.deepEqual(found, names);
  });

test("sets: one part may lack a class, since the other has it", async () => {
  const arrays = { X_train: x, y_train: floats([1, 2, 2, 1, 2, 1], [M]), X_test: x, y_test: floats([2, 2, 2, 2, 2, 2], [M]) }; // prettier-ignore
  const { parts, names } = await read(arrays);
  assert.deepEqual(parts.map((part) => [...(part.y ?? [])].join("")), ["011010", "111111"]); // prettier-ignore
  assert.deepEqual(names, ["1", "2"]);
});

test("sets: words are called as they say, numbers as list_classes says", async () => {
  const list_classes = words("a", "b");
  assert.deepEqual((await read({ X: x, y, list_classes })).names, ["a", "b"]);
  assert.deepEqual((await read({ X: x, y: LABELS[1][1], list_classes })).names, ["a", "b"]);
  assert.deepEqual((await read({ X: x, y: LABELS[3][1], list_classes: words("cat", "dog") })).names, ["dog", "cat"]); // prettier-ignore
});

/** @type {[string, Uint8Array, string, Record<string, unknown>][]} */
const WRONG = [
  ["three kinds", floats([0, 1, 2, 0, 1, 2], [M]), "set-kinds", { n: 3, found: "0, 1, 2" }],
  [
    "many words",
    words("a", "b", "c", "d", "e", "f"),
    "set-kinds",
    { n: 6, found: "“a”, “b”, “c”, “d”, “e”, “f”" },
  ],
  ["one kind that is not 0 or 1", floats([5, 5, 5, 5, 5, 5], [M]), "set-one-kind", { value: "5" }],
  ["a word that is missing", words("a", "", "b", "a", "b", "a"), "set-label", { value: "“”" }],
  ["fractions", floats([0, 1, 0.5, 0, 1, 1], [M]), "set-label", { value: "0.5" }],
  [
    "columns of shares",
    floats(new Array(2 * M).fill(0.5), [M, 2]),
    "set-columns",
    { shape: "6 × 2 float32" },
  ],
  [
    "ten columns",
    floats(new Array(10 * M).fill(0), [M, 10]),
    "set-labels",
    { shape: "6 × 10 float32", m: M },
  ],
];
for (const [what, labels, code, params] of WRONG)
  test(`sets: ${what} are no labels, and why is said`, () =>
    assert.rejects(read({ X: x, y: labels }), { code, params: { key: "y", ...params } }));

test("sets: pictures may be counted along any axis, and either end run fastest", async () => {
  const axes = { m: M, h: N, w: N, c: 3 };
  const steps = { m: each, h: 3 * N, w: 3, c: 1 };
  for (const order of ["mhwc", "mchw", "hwcm", "chwm"]) {
    const letters = /** @type {("m" | "h" | "w" | "c")[]} */ ([...order]);
    const shape = letters.map((axis) => axes[axis]);
    for (const fortran of [false, true]) {
      const run = fortran ? [...letters].reverse() : letters; // the last of these runs fastest
      const turned = pixels.map((_, k) => {
        let [from, rest] = [0, k];
        for (const axis of [...run].reverse()) {
          from += (rest % axes[axis]) * steps[axis];
          rest = Math.floor(rest / axes[axis]);
        }
        return pixels[from];
      });
      const { parts } = await read({ X: npy("|u1", shape, turned, { fortran }), y });
      assert.deepEqual(parts[0].rgb, pixels, `${order} ${fortran}`);
    }
  }
});

test("sets: the last of four channels must be opaque throughout", async () => {
  const rgba = (/** @type {number} */ alpha) => {
    const values = Uint8Array.from({ length: M * N * N * 4 }, (_, k) => k % 4 === 3 ? 255 : pixels[3 * (k >> 2) + (k % 4)]); // prettier-ignore
    values[values.length - 1] = alpha;
    return npy("|u1", [M, N, N, 4], values);
  };
  assert.deepEqual((await read({ X: rgba(255), y })).parts[0].rgb, pixels);
  await assert.rejects(read({ X: rgba(254), y }), { code: "set-alpha", params: { key: "X" } });
});

test("sets: floats that are whole numbers up to 255 are bytes, also where that is seen late", async () => {
  const m = 400; // of 32 px: 4.9 MB, more than a piece
  const values = Float32Array.from({ length: m * 3072 }, (_, i) => i % 2);
  values[values.length - 1] = 200;
  const labels = npy(
    "|u1",
    [m],
    Uint8Array.from({ length: m }, (_, i) => i % 2),
  );
  const { parts } = await read({ X: npy("<f4", [m, 32, 32, 3], raw(values)), y: labels });
  assert.deepEqual(parts[0].rgb, Uint8Array.from(values));
  values[0] = 0.5;
  const mixed = read({ X: npy("<f4", [m, 32, 32, 3], raw(values)), y: labels });
  await assert.rejects(mixed, (/** @type {any} */ { code, params }) => code === "set-floats" && params.value === "200"); // prettier-ignore
  const { parts: black } = await read({ X: floats(new Array(M * each).fill(1), [M, N, N, 3]), y });
  assert.ok(black[0].rgb.every((value) => value === 255), "0 and 1 alone are black and white"); // prettier-ignore
});

test("sets: pictures without labels beside some that have them are left out, and named", async () => {
  const { parts, left } = await read({ X_train: x, y_train: y, X_test: x });
  assert.deepEqual([parts.length, left], [1, ["X_test"]]);
  await assert.rejects(read({ cats: x, dogs: x }), { code: "set-unlabelled", params: { key: "cats", found: "cats (6 × 8 × 8 × 3), dogs (6 × 8 × 8 × 3)" } }); // prettier-ignore
});

test("sets: usual names in one word; folders say the part unless the name does", async () => {
  const partsOf = async (/** @type {Record<string, Uint8Array>} */ arrays) =>
    (await read(arrays)).parts.map((part) => part.test);
  for (const [a, b, c, d] of [
    ["trainX", "trainY", "testX", "testY"],
    ["Xtrain", "ytrain", "Xtest", "ytest"],
    ["imgs_train", "labels_train", "imgs_test", "labels_test"],
    ["train/x", "train/y", "test/x", "test/y"],
    ["my test data/train_x", "my test data/train_y", "my test data/test_x", "my test data/test_y"],
  ])
    assert.deepEqual(await partsOf({ [a]: x, [b]: y, [c]: x, [d]: y }), [false, true], a);
});

/** What a file brings. @param {[string, Uint8Array][]} files of an archive @param {string} [name] */
async function brought(files, name = "set.zip") {
  /** @type {any[]} */
  const refused = [];
  const archive = file(name, zip(files.map(([path, data]) => ({ name: path, data }))));
  const means = { kindOf, readH5: () => assert.fail("no .h5 here") };
  const { sets, inArchives } = await tellApart([archive], [""], refused, means);
  const all = await Promise.all(sets.map(({ read }) => read({ room: 100, capacity: 100 })));
  const parts = all.flatMap((set) => set.parts.map((part) => `${part.test ? "test" : "train"} ${part.m}`));
  return { parts, items: inArchives.map(({ path }) => path), refused };
}

test("sets: arrays in any archive, in folders, beside a README, or in an .npz in it", async () => {
  const readme = /** @type {[string, Uint8Array]} */ (["data/README.md", Buffer.from("what it is")]);
  const arrays = /** @type {[string, Uint8Array][]} */ ([["data/train_x.npy", x], ["data/train_y.npy", y]]); // prettier-ignore
  const inner = zip([{ name: "X.npy", data: x }, { name: "y.npy", data: y }]); // prettier-ignore
  assert.deepEqual(await brought(arrays), { parts: ["train 6"], items: [], refused: [] });
  assert.deepEqual(await brought([...arrays, readme]), { parts: ["train 6"], items: [], refused: [] });
  assert.deepEqual(await brought([["a/set.npz", inner], readme]), { parts: ["train 6"], items: [], refused: [] }); // prettier-ignore
  const halves = /** @type {[string, Uint8Array][]} */ ([["d/train/x.npy", x], ["d/train/y.npy", y], ["d/test/x.npy", x], ["d/test/y.npy", y]]); // prettier-ignore
  assert.deepEqual((await brought(halves)).parts, ["train 6", "test 6"]);
  const withPicture = await brought([...arrays, ["data/a.png", Buffer.from("a picture")]]);
  assert.deepEqual([withPicture.parts, withPicture.items], [["train 6"], ["set/data/a.png"]]);
});

test("sets: arrays of a dropped folder beside a README are a set, and the README is no complaint", async () => {
  const files = { "d/train/x.npy": x, "d/train/y.npy": y, "d/test/x.npy": x, "d/test/y.npy": y, "d/README.md": Buffer.from("hi") }; // prettier-ignore
  /** @type {any[]} */
  const refused = [];
  const means = { kindOf, readH5: () => assert.fail("no .h5 here") };
  const found = await tellApart(Object.entries(files).map(([path, bytes]) => file(path, bytes)), Object.keys(files), refused, means); // prettier-ignore
  assert.deepEqual([found.inFolders, refused, found.sets.length], [[], [], 1]);
  const { parts } = await found.sets[0].read({ room: 100, capacity: 100 });
  assert.deepEqual(parts.map(({ test, m }) => [test, m]), [[false, M], [true, M]]); // prettier-ignore
});
