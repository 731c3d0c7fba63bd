// The course's own files (train_catvnoncat.h5, test_catvnoncat.h5) and others that can be understood.

import { Refusal } from "../refusal.js";
import { readSets } from "../sets/read.js";
import { sniff } from "../sniff.js";
import { textsOf } from "../text.js";
import { datasetsOf, readBytes, withFile } from "./library.js";

/** @typedef {import('../sets/read.js').Limits} Limits */
/** @typedef {import('./library.js').H5wasm} H5wasm */
/** @typedef {import('./library.js').Dataset} Dataset */
/** @typedef {import('./library.js').NamedDataset} NamedDataset */

const FILE_BYTES = 768 * 2 ** 20; // 10 000 pictures of 128 px are 469 MB
const BATCH_BYTES = 4 * 2 ** 20;
const MOST_BATCH_BYTES = 64 * 2 ** 20;
const INFLATIONS = 8; // of one chunk, at most, where it is larger than a batch

/** Words of one length or of any. @param {H5wasm} h5wasm @param {Dataset} dataset */
function textsIn(h5wasm, dataset) {
  const { vlen, size } = dataset.metadata;
  if (!vlen) return textsOf(readBytes(h5wasm, dataset), size);
  return /** @type {string[]} */ (dataset.value).map(String);
}

/** Pictures read at a time: whole chunks, since a chunk is unpacked anew for each read that touches it.
 *  @param {Dataset} dataset @param {number} m @param {number} axis that counts them */
function batchOf(dataset, m, axis) {
  const { chunks, size, total_size } = dataset.metadata;
  const each = (total_size / m) * size;
  const band = Math.min(m, chunks?.[axis] ?? 1); // pictures that share chunks
  const bytes = Math.min(MOST_BATCH_BYTES, Math.max(BATCH_BYTES, (band * each) / INFLATIONS));
  const count = Math.max(1, Math.floor(bytes / each));
  return count > band ? count - (count % band) : count;
}

/** @param {H5wasm} h5wasm @returns {import('../sets/read.js').Source<NamedDataset>} */
const sourceIn = (h5wasm) => ({
  bytes: async ({ dataset }) => readBytes(h5wasm, dataset),
  texts: async ({ dataset }) => textsIn(h5wasm, dataset),
  async *pieces({ dataset, m, order }) {
    const axis = order.indexOf("m");
    const batch = batchOf(dataset, m, axis);
    for (let i = 0; i < m; i += batch)
      yield readBytes(h5wasm, dataset, { axis, start: i, count: Math.min(batch, m - i) });
  },
});

/**
 * Reads the training and the test set, whichever are there, or throws a Refusal that says why not.
 * @param {Uint8Array} bytes the whole file @param {Limits} [limits] @returns {Promise<import('../sets/read.js').Read>}
 */
export async function readH5(bytes, limits = {}) {
  if (bytes.length === 0) throw new Refusal("empty-file");
  if (sniff(bytes).format !== "hdf5") throw new Refusal("not-hdf5");
  return withFile(bytes, (file, h5wasm) => readSets(datasetsOf(h5wasm, file), sourceIn(h5wasm), limits));
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
