// What the fuzzer begins with: small files of every format, made here or by encoders, and those of COURSE_DATA.

import { crc32 } from "node:zlib";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { png } from "../../browser/shared/files.js";
import { samples } from "../../unit/pictures/samples.js";
import { STATE_AT } from "../../../web/saved/open.js";
import { HEADING } from "../../../web/saved/picture/layout.js";
import { modelPng, sizesOf } from "../../../web/saved/picture/model.js";
import { sheetPng } from "../../../web/saved/picture/sheet.js";
import { contentOf } from "../../../web/saved/picture/chunk.js";
import { pngOf } from "../../../web/saved/png.js";
import { npy, zip } from "../../unit/shared/zip.js";
import * as h5wasm from "../../../web/vendor/h5wasm.js";

const MOST_BYTES = 24_000; // of a file: large ones are only slow

const bytes = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const le = (n, size) => Array.from({ length: size }, (_, k) => (n >>> (8 * k)) & 255);

const info = (w, h, bits, compression) => [40, w, h].flatMap((n) => le(n, 4)).concat(le(1, 2), le(bits, 2), le(compression, 4), new Array(20).fill(0)); // prettier-ignore
const bmp = (bits, compression, data) =>
  bytes("BM", new Uint8Array(8), le(54, 4), info(3, 2, bits, compression), data);
const small = png(5, 4, (x, y) => [40 * x, 60 * y, 90]);
const ico = bytes(le(0x10000, 4), le(1, 2), [5, 4, 0, 0, 1, 0, 24, 0], le(small.length, 4), le(22, 4), small);
const exif = bytes("Exif\0\0II*\0", le(8, 4), le(1, 2), le(0x112, 2), le(3, 2), le(1, 4), le(6, 4), le(0, 4));
const chunk = (name, body) => bytes(name, le(body.length, 4), body, body.length % 2 ? [0] : []);

/** A WebP with a profile and an orientation. @param {Uint8Array} plain */
function extended(plain) {
  const head = chunk("VP8X", [0x28, 0, 0, 0, 36, 0, 0, 28, 0, 0]);
  const body = bytes("WEBP", head, chunk("ICCP", bytes("profile")), plain.subarray(12), chunk("EXIF", exif));
  return bytes("RIFF", le(body.length, 4), body);
}

/** A JPEG with a profile and an orientation. @param {Uint8Array} plain */
function tagged(plain) {
  const segment = (marker, body) => bytes([0xff, marker, 0, body.length + 2], body);
  const profile = segment(0xe2, bytes("ICC_PROFILE\0", [1, 1], "profile"));
  return bytes(plain.subarray(0, 2), segment(0xe1, exif), profile, plain.subarray(2));
}

/** Files of a folder of COURSE_DATA, if there are any. @param {string} folder @param {RegExp} names */
export function ofCourse(folder, names) {
  const path = join(process.env.COURSE_DATA ?? "", folder);
  if (!process.env.COURSE_DATA || !existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => names.test(name) && statSync(join(path, name)).size <= MOST_BYTES)
    .sort()
    .map((name) => new Uint8Array(readFileSync(join(path, name))));
}

const of = (format) => samples(format).map(([, file]) => file);

/** Whole pictures, by format. @type {Record<string, Uint8Array[]>} */
export const PICTURES = {
  png: [new Uint8Array(small)],
  jpeg: [...of("jpeg"), ...of("jpeg").map(tagged)],
  webp: [...of("webp"), ...of("webp").map(extended)],
  gif: of("gif"),
  bmp: [
    bmp(24, 0, new Uint8Array(24)),
    bmp(8, 1, [3, 1, 0, 0, 3, 1, 0, 1]),
    bmp(4, 2, [3, 18, 0, 0, 3, 1, 0, 1]),
  ],
  ico: [ico],
};

/** Other beginnings that are told by their first bytes. */
const OTHERS = [
  bytes(le(28, 4).reverse(), "ftypavif\0\0\0\0avifmif1", [0, 0, 0, 56], "meta\0\0\0\0", [0, 0, 0, 44], "iprp", [0, 0, 0, 36], "ipco", [0, 0, 0, 20], "ispe", le(0, 4), [0, 0, 0, 9, 0, 0, 0, 7], [0, 0, 0, 8], "free"), // prettier-ignore
  bytes("II*\0", le(8, 4), le(2, 2), le(256, 2), le(3, 2), le(1, 4), le(9, 4), le(257, 2), le(4, 2), le(1, 4), le(7, 4)), // prettier-ignore
  bytes("<?xml version='1.0'?><svg width='9'></svg>"),
  bytes("\0\0\0\x0cJXL \r\n"),
];

export const pictures = () => [
  ...Object.values(PICTURES).flat(),
  ...OTHERS,
  ...ofCourse("images/odd", /./),
  ...ofCourse("intake", /jpg$/),
];

export const TABLES = [
  "x,y\n1,2\n3.5,-4e2\n",
  "\ufeffsize;price\r\n2,5;1\r\n3,25;0\r\n",
  "1\t2\t3\n4\t5\t6\n",
  '"a ""b""",c\n"1","2"\n\n# comment\n1,200,3\n',
  "  1 2\n 3   4\n",
  "大小,价格\n1,−2\n$3,0x10\nNaN,Infinity\n",
].map((text) => bytes(text));

const FS = /** @type {any} */ ((await h5wasm.ready).FS);
/** @param {Record<string, any>} datasets @param {any} [options] */
function h5(datasets, options) {
  const file = new h5wasm.File("/seed", "w", options);
  for (const [name, dataset] of Object.entries(datasets)) file.create_dataset({ name, ...dataset });
  file.close();
  const made = FS.readFile("/seed").slice();
  FS.unlink("/seed");
  return made;
}
const x = (m, more) => ({ data: Uint8Array.from({ length: m * 192 }, (_, i) => i), shape: [m, 8, 8, 3], dtype: "<B", ...more }); // prettier-ignore
const y = (labels) => ({ data: labels.map(BigInt), shape: [labels.length], dtype: "<q" });
const names = { data: ["non-cat", "cat"], shape: [2], dtype: "S7" };

/** Sets that are read whole. */
export const SETS = [
  h5({ train_set_x: x(3), train_set_y: y([0, 1, 1]), list_classes: names }),
  h5({ train_set_x: x(4, { chunks: [2, 8, 8, 3], compression: 6 }), train_set_y: y([0, 1, 1, 0]), test_set_x: x(2), test_set_y: y([1, 0]) }), // prettier-ignore
  h5({ images: x(3), labels: y([1, 0, 1]) }, { libver: "latest" }),
];

const floats = new Uint8Array(Float32Array.from({ length: 3 * 192 }, (_, i) => (i % 100) / 100).buffer);
const levels = Uint8Array.from({ length: 3 * 192 }, (_, i) => i);
/** Arrays of pictures, in the orders and sizes that there are. */
export const ARRAYS = [
  npy("|u1", [3, 8, 8, 3], levels),
  npy("<f4", [3, 3, 8, 8], floats, { version: 2 }),
  npy("|u1", [3, 8, 8, 3], levels, { fortran: true }),
  npy(
    "|b1",
    [9, 8, 8],
    levels.map((value) => value & 1),
  ),
];

const labels = npy("<i8", [1, 3], new Uint8Array(BigInt64Array.of(0n, 1n, 1n).buffer));
const entry = (name, data, stored) => ({ name, data, stored });
/** Archives of arrays. */
export const ARCHIVED_SETS = [true, false].map((stored) =>
  zip([
    entry("train_set_x.npy", ARRAYS[0], stored),
    entry("train_set_y.npy", labels, stored),
    entry("list_classes.npy", npy("<U2", [2], new Uint8Array(16).fill(65)), stored),
  ]),
);

/** A saved file: two pictures, a model of one neuron and what goes on as its state. */
const saved = async () => {
  const rgb = [1, 2].map((k) => levels.slice(0, 192).map((value) => k * value));
  const pngs = await Promise.all(rgb.map(async (each) => Buffer.concat(await pngOf(each, 8))));
  const state = levels.slice(0, 96);
  const [iteration, end] = [3, 9];
  [iteration, end].forEach((t, k) => new DataView(state.buffer).setInt32(STATE_AT + 4 * k, t, true));
  const f8 = (/** @type {number[]} */ shape, n = 1) => npy("<f8", shape, new Uint8Array(8 * n));
  const n_px = 8;
  const said = {
    ...{
      format: "one-neuron",
      version: 1,
      source: "own",
      names: ["b", "a"],
      settings: { n_px, engine: "gram" },
    },
    training: {
      ...{ iteration, end },
      choice: { engine: "gram", why: "asked", iterations: 9 },
      state: { version: 1, bytes: state.length, crc32: crc32(state) },
    },
    pictures: rgb.map((each, y) => ({ file: `pictures/${y}.png`, y, name: "x", key: y, crc32: crc32(each) })),
  };
  const model = zip([entry("w.npy", f8([192, 1], 192), true), entry("b.npy", f8([]), true)]);
  return [true, false].map((stored) =>
    zip([
      entry("settings.json", JSON.stringify(said), stored),
      ...pngs.map((png, y) => entry(`pictures/${y}.png`, png, stored)),
      entry("model.npz", model, true),
      entry("state.bin", state, stored),
    ]),
  );
};
export const SAVED = await saved();

/** A picture with a model in it, of a neuron and of a network. */
export const MODELS = await Promise.all(
  [[], [2, 3]].map(async (hidden) => {
    const about = { n_px: 8, hidden, fit: "crop", names: ["b", "a"], iterations: 9, m: 2, accuracy: { train: 1, test: null } }; // prettier-ignore
    const n = sizesOf(about);
    const numbers = (/** @type {number} */ length) => Float64Array.from({ length }, (_, i) => Math.sin(i));
    const layers = n.slice(1).map((units, l) => ({ W: numbers(units * n[l]), b: numbers(units) }));
    const face = { rgb: levels.slice(0, 192), width: 8, height: 8 };
    return new Uint8Array(Buffer.concat(await modelPng(face, { ...about, layers })));
  }),
);

/** All pictures on a sheet: three, one of them a mirrored copy. */
export const SHEETS = [await sheetOf([1, 0, 1])];

/** @param {(0 | 1)[]} classes */
async function sheetOf(classes) {
  const rgb = levels.slice(0, 192);
  const list = classes.map((y, id) => ({
    id,
    y,
    test: null,
    name: `${id}`,
    px: 8,
    rgb,
    ...(id === 2 && { of: 0 }),
  }));
  /** @type {any} */
  const of = { all: () => [...list], kept: () => [...list], resting: [], slot: ({ id }) => id, part: () => "train", atSize: (bytes) => bytes, names: ["b", null], share: 0.2, n_px: 8, source: "own" }; // prettier-ignore
  const strip = (/** @type {number} */ width) => ({
    rgb: new Uint8Array(3 * width * HEADING),
    width,
    height: HEADING,
  });
  const { blob } = await sheetPng({
    pictures: of,
    names: ["b", "a"],
    headings: async (width) => [strip(width), strip(width), strip(width)],
    progress() {},
  });
  return new Uint8Array(await blob.arrayBuffer());
}

const words = async (/** @type {Uint8Array} */ file, /** @type {"model" | "sheet"} */ kind) =>
  new TextEncoder().encode(JSON.stringify((await contentOf(file, kind)).said));
/** What they say of themselves: checksums keep most changes of a file from getting so far. */
export const MODEL_WORDS = await Promise.all(MODELS.map((file) => words(file, "model")));
export const SHEET_WORDS = await Promise.all(SHEETS.map((file) => words(file, "sheet")));

/** Archives of folders. */
export const ARCHIVES = [
  zip([entry("a/1.png", small, true), entry("b/1.png", small), entry("b/", "", true)]),
  zip([entry("train/猫/1.png", small), entry("train/b/1.png", small), entry("test/b/1.png", small, true)]),
];
