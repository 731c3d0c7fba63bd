// Sets as numpy saves them: an .npz, which is an archive with an array in each file, or .npy files, each an array of its
// own. Of every array the header is read; of those that are pictures and labels, the numbers, in pieces.

import { slice } from "../archive/directory.js";
import { unpacked, whole } from "../archive/entry.js";
import { Refusal } from "../refusal.js";
import { lengthOf, sizeOf } from "../sets/numbers.js";
import { readPictures, readSets, refuseMany } from "../sets/read.js";
import { asPictures } from "../sets/sets.js";
import { bothNamed, twoNames } from "../text.js";
import { HEADER_BYTES, checkBytes, headerOf } from "./header.js";

/** @typedef {import('../archive/directory.js').Listed} Listed @typedef {import('../sets/read.js').Limits} Limits */
/** @typedef {{key: string, size: number, pieces: () => AsyncIterable<Uint8Array>}} Saved a .npy, wherever it is */
/** @typedef {import('../sets/numbers.js').Named & import('./header.js').Header & {saved: Saved}} NamedArray */

const PIECE_BYTES = 4 * 2 ** 20;
const WHOLE_BYTES = 512 * 2 ** 20; // of an array that must be in memory as a whole
const CLASSES = "list_classes";

const keyOf = (/** @type {string} */ name) => name.replace(/^.*\//, "").replace(/\.npy$/i, "");

/** A .npy that the visitor brought. @param {File} file @returns {Saved} */
export const savedFile = (file) => ({
  key: keyOf(file.name),
  size: file.size,
  async *pieces() {
    for (let i = 0; i < file.size; i += PIECE_BYTES) yield await slice(file, i, i + PIECE_BYTES);
  },
});

/** A .npy in an .npz. @param {Blob} archive @param {Listed} entry @returns {Saved} */
export const savedEntry = (archive, entry) => ({
  key: keyOf(entry.path),
  size: entry.size,
  pieces: () => unpacked(archive, entry),
});

/** @param {Saved} saved @returns {Promise<NamedArray>} */
async function named(saved) {
  let head = new Uint8Array(0);
  for await (const piece of saved.pieces()) {
    const longer = new Uint8Array(Math.min(HEADER_BYTES, head.length + piece.length));
    longer.set(head);
    longer.set(piece.subarray(0, longer.length - head.length), head.length);
    head = longer;
    if (head.length === HEADER_BYTES) break;
  }
  const header = headerOf(head, saved.key);
  checkBytes(header, saved.size, saved.key);
  return { key: saved.key, saved, ...header };
}

/** What is left behind the first `skip` bytes, in pieces of a multiple of `each` bytes.
 *  @param {AsyncIterable<Uint8Array>} pieces @param {number} skip @param {number} each */
async function* regrouped(pieces, skip, each) {
  const most = Math.max(each, PIECE_BYTES - (PIECE_BYTES % each));
  let group = new Uint8Array(most);
  let filled = 0;
  for await (let piece of pieces) {
    const left = Math.min(skip, piece.length);
    skip -= left;
    for (piece = piece.subarray(left); piece.length > 0;) {
      const taken = piece.subarray(0, most - filled);
      group.set(taken, filled);
      filled += taken.length;
      piece = piece.subarray(taken.length);
      if (filled < most) continue;
      yield group;
      group = new Uint8Array(most); // that one may still be looked at
      filled = 0;
    }
  }
  if (filled > 0) yield group.subarray(0, filled);
}

/** @param {NamedArray} array */
async function bytesOf(array) {
  const bytes = array.saved.size - array.begin;
  if (bytes > WHOLE_BYTES)
    throw new Refusal("file-too-big", { megabytes: Math.ceil(array.saved.size / 2 ** 20) });
  const all = await whole(array.saved.pieces(), array.saved.size);
  return all.slice(array.begin);
}

/**
 * The same numbers with the last axis running fastest.
 * @param {Uint8Array} bytes @param {number[]} shape @param {number} size bytes of one number
 */
export function lastAxisFastest(bytes, shape, size) {
  const out = new Uint8Array(bytes.length);
  const steps = shape.map((_, axis) => lengthOf(shape.slice(0, axis)));
  const index = shape.map(() => 0);
  for (let i = 0, from = 0; i < out.length; i += size) {
    for (let k = 0; k < size; k++) out[i + k] = bytes[from * size + k];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += steps[axis];
      if (++index[axis] < shape[axis]) break;
      from -= steps[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return out;
}

/** @type {import('../sets/read.js').Source<NamedArray>} */
const SOURCE = {
  bytes: bytesOf, // labels have one axis that is longer than 1: whichever runs fastest, they lie the same
  async *pieces(x) {
    const size = sizeOf(x.kind);
    if (x.fortran) yield lastAxisFastest(await bytesOf(x), x.shape, size);
    else yield* regrouped(x.saved.pieces(), x.begin, x.n_px * x.n_px * x.colours * size);
  },
};

/** The two class names, or null. @param {NamedArray | undefined} array */
async function namesIn(array) {
  if (!array || !(lengthOf(array.shape) === 2 && /^[<>|=]?[SU]\d/.test(array.type))) return null;
  if (array.size > 1024 || array.saved.size !== array.begin + 2 * array.size) return null;
  const bytes = await bytesOf(array);
  if (!array.type.includes("U")) return twoNames(bytes, array.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const letter = (/** @type {number} */ i) => view.getUint32(4 * i, array.littleEndian);
  const each = array.size / 4;
  const names = [0, 1].map((k) => {
    const codes = Array.from({ length: each }, (_, i) => letter(k * each + i));
    return codes.map((code) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "")).join("");
  });
  return bothNamed(names.map((name) => name.trim()));
}

/**
 * The sets in these arrays, or a Refusal. One array of pictures alone is a part without y: which class it is must be asked.
 * @param {Saved[]} list @param {Limits} [limits]
 * @returns {Promise<{parts: (Omit<import('../sets/read.js').Part, "y"> & {y: Uint8Array | null})[], names: string[] | null}>}
 */
export async function readNumpy(list, limits = {}) {
  const all = [];
  for (const saved of list) all.push(await named(saved));
  const pickled = all.find(({ type, key }) => type === "object" && key !== CLASSES);
  if (pickled) throw new Refusal("npy-object", { key: pickled.key });
  if (all.length === 1) return { parts: [await unlabelled(all[0], limits)], names: null };
  const parts = await readSets(all, SOURCE, limits);
  return { parts, names: await namesIn(all.find(({ key }) => key === CLASSES)) };
}

/** @param {NamedArray} array @param {Limits} limits */
async function unlabelled(array, limits) {
  const x = asPictures(array);
  refuseMany(x.m, limits);
  let done = 0;
  const rgb = await readPictures(x, SOURCE, (count) => limits.progress?.((done += count), x.m));
  return { test: false, rgb, m: x.m, n_px: x.n_px, y: null };
}
