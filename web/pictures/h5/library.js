// The HDF5 library: a megabyte, so it is fetched when the first .h5 file comes.

import { Refusal } from "../refusal.js";

/** @typedef {typeof import('h5wasm')} H5wasm */
/** @typedef {import('h5wasm').Dataset} Dataset */
/** The type classes of HDF5 (H5T_class_t); h5py writes booleans as ENUM. */
export const CLASS = { INTEGER: 0, FLOAT: 1, STRING: 3, ENUM: 8 };

/** @type {Promise<H5wasm> | undefined} */
let library;
let serial = 0;

async function load() {
  const h5wasm = await import("../../vendor/h5wasm.js");
  const FS = /** @type {any} */ ((await h5wasm.ready).FS); // its types leave half of it out
  // A damaged file is a refusal, not pages of diagnostics on the console. (The library can throw instead,
  // but then every failure leaves its file open.)
  FS.close(FS.getStream(2));
  FS.open("/dev/null", "w"); // takes the place that has just become free: standard error
  return h5wasm;
}

async function openLibrary() {
  try {
    return await (library ??= load());
  } catch {
    library = undefined; // no network, and not in the cache yet: the next file may try again
    throw new Refusal("h5-reader");
  }
}

/**
 * Calls use() with the file opened, and closes it. Whatever the library does not find where the file says it is becomes
 * the Refusal "truncated".
 * @template T @param {Uint8Array} bytes the whole file
 * @param {(file: import('h5wasm').File, h5wasm: H5wasm) => Promise<T>} use @returns {Promise<T>}
 */
export async function withFile(bytes, use) {
  const h5wasm = await openLibrary();
  const FS = /** @type {any} */ ((await h5wasm.ready).FS);
  const path = `/${++serial}.h5`;
  FS.writeFile(path, bytes, { canOwn: true });
  let file;
  try {
    file = new h5wasm.File(path, "r");
    if (file.file_id < 0n) throw new Refusal("truncated");
    return await use(file, h5wasm);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("truncated"); // the library says "error" for anything
  } finally {
    if (file && file.file_id >= 0n) file.close();
    FS.unlink(path);
  }
}

/**
 * The bytes of a dataset, or of `count` entries from `start` on along its first axis.
 * @param {H5wasm} h5wasm @param {Dataset} dataset @param {number} [start] @param {number} [count]
 */
export function readBytes(h5wasm, dataset, start = 0, count) {
  const { Module } = h5wasm;
  const { shape, size, total_size } = dataset.metadata;
  const dims = shape ?? [];
  const entries = count === undefined ? total_size : (total_size / dims[0]) * count;
  const pointer = Module._malloc(entries * size);
  if (pointer === 0) throw new Refusal("memory");
  try {
    const slab = count === undefined ? null : [count, ...dims.slice(1)].map(BigInt);
    const from = slab && [BigInt(start), ...dims.slice(1).map(() => 0n)];
    const steps = slab && dims.map(() => 1n);
    const status = Module.get_dataset_data(dataset.file_id, dataset.path, slab, from, steps, BigInt(pointer));
    if (status < 0) throw new Refusal("truncated");
    return Module.HEAPU8.slice(pointer, pointer + entries * size);
  } finally {
    Module._free(pointer);
  }
}
