// The course's own files (train_catvnoncat.h5, test_catvnoncat.h5) and others that can be understood. Keys, types and
// shapes are checked before any pixel is read, and pixels come over in batches, with a rest between them, so that a file
// can neither ask for more memory than its pictures are allowed nor keep the worker from answering.

import { Refusal } from "../refusal.js";
import { sniff } from "../sniff.js";
import { CLASS, readBytes, withFile } from "./library.js";
import { levels, numbers } from "./numbers.js";
import { datasetsOf, findSets, holdsLabels } from "./sets.js";

/** @typedef {{test: boolean, rgb: Uint8Array, m: number, n_px: number, y: Uint8Array}} Part */
/** @typedef {import('./library.js').H5wasm} H5wasm */
/** @typedef {import('./library.js').Dataset} Dataset */
/** @typedef {(done: number, total: number) => void} Progress pictures read, of how many in the file */

const FILE_BYTES = 768 * 2 ** 20; // 10 000 pictures of 128 px are 469 MB
const BATCH_BYTES = 4 * 2 ** 20;
const MOST_BATCH_BYTES = 64 * 2 ** 20;
const INFLATIONS = 8; // of one chunk, at most, where it is larger than a batch

/** @param {H5wasm} h5wasm @param {import('./sets.js').Named} named @param {number} m */
function readLabels(h5wasm, { key, dataset }, m) {
  if (!holdsLabels(dataset, m)) throw new Refusal("h5-labels", { key });
  const { length, at } = numbers(dataset, readBytes(h5wasm, dataset));
  const y = new Uint8Array(m);
  for (let i = 0; i < length; i++) {
    const value = at(i);
    if (value !== 0 && value !== 1) throw new Refusal("h5-labels", { key });
    y[i] = value;
  }
  return y;
}

/** @param {Uint8Array} bytes */
function text(bytes) {
  const end = bytes.indexOf(0);
  const name = end < 0 ? bytes : bytes.subarray(0, end);
  // Python 3 writes UTF-8; a Chinese Windows with an old script may have written GB 18030.
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(name).trim();
    } catch {
      // the next one
    }
  }
  return new TextDecoder("latin1").decode(name).trim();
}

/** The two class names, or null: a file without them is as good. @param {H5wasm} h5wasm @param {unknown} dataset */
function readNames(h5wasm, dataset) {
  if (!(dataset instanceof h5wasm.Dataset)) return null;
  const { type, vlen, size, total_size } = dataset.metadata;
  if (type !== CLASS.STRING || total_size !== 2 || size > 1024) return null;
  const bytes = vlen ? null : readBytes(h5wasm, dataset);
  const names = bytes
    ? [text(bytes.subarray(0, size)), text(bytes.subarray(size))]
    : /** @type {string[]} */ (dataset.value).map((name) => String(name).trim());
  return names.every((name) => name !== "") ? names : null;
}

/** Pictures read at a time: whole chunks, since a chunk is unpacked anew for each read that touches it.
 *  @param {Dataset} dataset @param {number} m */
function batchOf(dataset, m) {
  const { chunks, size, total_size } = dataset.metadata;
  const each = (total_size / m) * size;
  const band = Math.min(m, chunks?.[0] ?? 1); // pictures that share chunks
  const bytes = Math.min(MOST_BATCH_BYTES, Math.max(BATCH_BYTES, (band * each) / INFLATIONS));
  const count = Math.max(1, Math.floor(bytes / each));
  return count > band ? count - (count % band) : count;
}

/** Puts `count` pictures as rows of RGB to their place. @param {Uint8Array} rgb @param {number} from @param {Uint8Array} values
 *  @param {import('./sets.js').Pictures} x */
function place(rgb, from, values, { n_px, colours, channels }) {
  const pixels = n_px * n_px;
  if (colours === 3 && channels === "last") return rgb.set(values, 3 * pixels * from);
  const count = values.length / (pixels * colours);
  for (let i = 0, out = 3 * pixels * from; i < count; i++)
    for (let p = 0; p < pixels; p++)
      for (let c = 0; c < 3; c++)
        rgb[out++] = values[i * pixels * colours + (colours === 1 ? p : c * pixels + p)];
}

const rest = () => new Promise((resolve) => setTimeout(resolve));

/** @param {H5wasm} h5wasm @param {import('./sets.js').Pictures} x @param {(count: number) => void} read told after each batch */
async function readPictures(h5wasm, x, read) {
  const { key, dataset, m, n_px } = x;
  const batch = batchOf(dataset, m);
  const rgb = new Uint8Array(m * n_px * n_px * 3);
  for (let i = 0; i < m; i += batch) {
    const count = Math.min(batch, m - i);
    place(rgb, i, levels(key, dataset, readBytes(h5wasm, dataset, i, count)), x);
    read(count);
    await rest();
  }
  return rgb;
}

/**
 * @param {H5wasm} h5wasm @param {import('h5wasm').File} file @param {number} room @param {number} capacity
 * @param {Progress} progress @returns {Promise<{parts: Part[], names: string[] | null}>}
 */
async function readSets(h5wasm, file, room, capacity, progress) {
  const all = datasetsOf(h5wasm, file);
  const sets = findSets(all);
  const total = sets.reduce((sum, { x }) => sum + x.m, 0);
  if (total > room) throw new Refusal("h5-capacity", { n: total, room, capacity });

  const classes = all.find(({ key }) => key === "list_classes");
  const names = classes ? readNames(h5wasm, classes.dataset) : null;
  let done = 0;
  /** @type {Part[]} */
  const parts = [];
  for (const { test, x, y } of sets) {
    const labels = readLabels(h5wasm, y, x.m);
    const rgb = await readPictures(h5wasm, x, (count) => progress((done += count), total));
    parts.push({ test, rgb, m: x.m, n_px: x.n_px, y: labels });
  }
  return { parts, names };
}

/**
 * Reads the training and the test set, whichever are there, or throws a Refusal that says why not.
 * @param {Uint8Array} bytes the whole file
 * @param {object} [limits]
 * @param {number} [limits.room] pictures that may still come
 * @param {number} [limits.capacity] pictures that may be there altogether, for the sentence
 * @param {Progress} [limits.progress]
 * @returns {Promise<{parts: Part[], names: string[] | null}>} names: [class 0, class 1], null if the file has none
 */
export async function readH5(bytes, { room = Infinity, capacity = room, progress = () => {} } = {}) {
  if (bytes.length === 0) throw new Refusal("empty-file");
  if (sniff(bytes).format !== "hdf5") throw new Refusal("not-hdf5");
  return withFile(bytes, (file, h5wasm) => readSets(h5wasm, file, room, capacity, progress));
}

/**
 * The same for a file the visitor brought.
 * @param {File | Blob} file
 * @param {{room?: number, capacity?: number, progress?: Progress}} [limits]
 */
export async function readH5File(file, limits) {
  if (file.size > FILE_BYTES)
    throw new Refusal("file-too-big", { megabytes: Math.ceil(file.size / 2 ** 20) });
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refusal(file.type === "" && file.size < 2 ** 16 ? "folder" : "unreadable");
  }
  return readH5(bytes, limits);
}
