// Sets as numpy saves them: an .npz, which is an archive with an array in each file, or .npy files, each an array of its
// own. Of every array the header is read; of those that are pictures and labels, the numbers, in pieces.

import { slice } from "../archive/directory.js";
import { unpacked, whole } from "../archive/entry.js";
import { Refusal } from "../refusal.js";
import { picturesAt } from "../sets/layout.js";
import { readSets } from "../sets/read.js";
import { namesClasses } from "../sets/sets.js";
import { textsOf } from "../text.js";
import { HEADER_BYTES, checkBytes, headerOf } from "./header.js";

/** @typedef {import('../archive/directory.js').Listed} Listed @typedef {import('../sets/read.js').Limits} Limits */
/** @typedef {{key: string, size: number, pieces: () => AsyncIterable<Uint8Array>}} Saved a .npy, wherever it is */
/** @typedef {import('../sets/numbers.js').Named & import('./header.js').Header & {saved: Saved}} NamedArray */

const PIECE_BYTES = 4 * 2 ** 20;
const WHOLE_BYTES = 512 * 2 ** 20; // of an array that must be in memory as a whole

const keyOf = (/** @type {string} */ path) => path.replace(/\.npy$/i, "");

/** A .npy that the visitor brought. @param {File} file @param {string} [path] of a folder it is in @returns {Saved} */
export const savedFile = (file, path = "") => ({
  key: keyOf(path || file.name),
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

/** Of an array whose last axis counts the pictures, which must be in memory as a whole.
 *  @param {import('../sets/layout.js').Pictures<NamedArray>} x */
async function* columnsOf(x) {
  const bytes = await bytesOf(x);
  const count = Math.max(1, Math.floor((PIECE_BYTES * x.m) / bytes.length));
  for (let i = 0; i < x.m; i += count) yield picturesAt(bytes, x.m, x.size, i, Math.min(count, x.m - i));
}

/** numpy's own text: four bytes a letter. @param {NamedArray} array @param {Uint8Array} bytes */
function lettersOf({ size, littleEndian }, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / size }, (_, i) => {
    const codes = Array.from({ length: size / 4 }, (_, k) => view.getUint32(i * size + 4 * k, littleEndian));
    return codes.map((code) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "")).join("");
  });
}

/** @type {import('../sets/read.js').Source<NamedArray>} */
const SOURCE = {
  bytes: bytesOf,
  async texts(array) {
    const bytes = await bytesOf(array);
    return array.type.includes("U") ? lettersOf(array, bytes) : textsOf(bytes, array.size);
  },
  async *pieces(x) {
    if (x.order.startsWith("m"))
      yield* regrouped(x.saved.pieces(), x.begin, x.n_px * x.n_px * x.colours * x.size);
    else yield* columnsOf(x);
  },
};

/**
 * The sets in these arrays, or a Refusal. One array of pictures alone is a part without y: which class it is must be asked.
 * @param {Saved[]} list @param {Limits} [limits] @returns {Promise<import('../sets/read.js').Read>}
 */
export async function readNumpy(list, limits = {}) {
  const all = [];
  for (const saved of list) all.push(await named(saved));
  const pickled = all.find(({ type, key }) => type === "object" && !namesClasses({ key, kind: "text" }));
  if (pickled) throw new Refusal("npy-object", { key: pickled.key });
  return readSets(all, SOURCE, limits);
}
