// The course's own files (train_catvnoncat.h5, test_catvnoncat.h5) and others that can be understood.

import { Refusal } from "../refusal.js";
import { readSets } from "../sets/read.js";
import { sniff } from "../sniff.js";
import { bothNamed, twoNames } from "../text.js";
import { CLASS, datasetsOf, readBytes, withFile } from "./library.js";

/** @typedef {import('../sets/read.js').Part} Part @typedef {import('../sets/read.js').Limits} Limits */
/** @typedef {import('./library.js').H5wasm} H5wasm */
/** @typedef {import('./library.js').Dataset} Dataset */
/** @typedef {import('./library.js').NamedDataset} NamedDataset */

const FILE_BYTES = 768 * 2 ** 20; // 10 000 pictures of 128 px are 469 MB
const BATCH_BYTES = 4 * 2 ** 20;
const MOST_BATCH_BYTES = 64 * 2 ** 20;
const INFLATIONS = 8; // of one chunk, at most, where it is larger than a batch

/** The two class names, or null: a file without them is as good. @param {H5wasm} h5wasm @param {Dataset} dataset */
function readNames(h5wasm, dataset) {
  const { type, vlen, size, total_size } = dataset.metadata;
  if (type !== CLASS.STRING || total_size !== 2 || size > 1024) return null;
  if (!vlen) return twoNames(readBytes(h5wasm, dataset), size);
  return bothNamed(/** @type {string[]} */ (dataset.value).map((name) => String(name).trim()));
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

/** @param {H5wasm} h5wasm @returns {import('../sets/read.js').Source<NamedDataset>} */
const sourceIn = (h5wasm) => ({
  bytes: async ({ dataset }) => readBytes(h5wasm, dataset),
  async *pieces({ dataset, m }) {
    const batch = batchOf(dataset, m);
    for (let i = 0; i < m; i += batch) yield readBytes(h5wasm, dataset, i, Math.min(batch, m - i));
  },
});

/** @param {H5wasm} h5wasm @param {import('h5wasm').File} file @param {Limits} limits */
async function readAll(h5wasm, file, limits) {
  const all = datasetsOf(h5wasm, file);
  const parts = await readSets(all, sourceIn(h5wasm), limits);
  const classes = all.find(({ key }) => key === "list_classes");
  return { parts, names: classes ? readNames(h5wasm, classes.dataset) : null };
}

/**
 * Reads the training and the test set, whichever are there, or throws a Refusal that says why not.
 * @param {Uint8Array} bytes the whole file @param {Limits} [limits]
 * @returns {Promise<{parts: Part[], names: string[] | null}>} names: [class 0, class 1], null if the file has none
 */
export async function readH5(bytes, limits = {}) {
  if (bytes.length === 0) throw new Refusal("empty-file");
  if (sniff(bytes).format !== "hdf5") throw new Refusal("not-hdf5");
  return withFile(bytes, (file, h5wasm) => readAll(h5wasm, file, limits));
}

/**
 * The same for a file the visitor brought.
 * @param {File | Blob} file @param {Limits} [limits]
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
