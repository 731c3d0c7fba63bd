// The HDF5 library: a megabyte, so it is fetched when the first .h5 file comes.

import { Refusal } from "../refusal.js";

/** @typedef {typeof import('h5wasm')} H5wasm */
/** @typedef {import('h5wasm').Dataset} Dataset */
/** @typedef {import('../sets/numbers.js').Named & {dataset: Dataset}} NamedDataset */
/** The type classes of HDF5 (H5T_class_t). */
export const CLASS = { INTEGER: 0, FLOAT: 1, STRING: 3, ENUM: 8 };

const MOST_DATASETS = 1000; // that are looked at

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

/** "uint8", "int64", "float32", or "" for what is no number; h5py writes booleans as ENUM. @param {Dataset} dataset */
function kindOf({ metadata: { type, size, signed } }) {
  const integer = type === CLASS.INTEGER || type === CLASS.ENUM;
  if (integer && [1, 2, 4, 8].includes(size)) return `${signed ? "int" : "uint"}${8 * size}`;
  return type === CLASS.FLOAT && (size === 4 || size === 8) ? `float${8 * size}` : "";
}

/** The datasets of a file and of the groups in it, one level deep. @param {H5wasm} h5wasm
 *  @param {import('h5wasm').File} file @returns {NamedDataset[]} */
export function datasetsOf(h5wasm, file) {
  /** @type {NamedDataset[]} */
  const list = [];
  const take = (/** @type {any} */ group, /** @type {string} */ path, /** @type {number} */ depth) => {
    for (const name of group.keys()) {
      if (list.length >= MOST_DATASETS) return;
      const found = group.get(name);
      if (found instanceof h5wasm.Dataset) list.push(named(path + name, found));
      else if (found instanceof h5wasm.Group && depth > 0) take(found, `${path}${name}/`, depth - 1);
    }
  };
  take(file, "", 1);
  return list;
}

/** @param {string} key @param {Dataset} dataset @returns {NamedDataset} */
function named(key, dataset) {
  const { shape, littleEndian } = dataset.metadata;
  return { key, dataset, kind: kindOf(dataset), shape: shape ?? [], littleEndian };
}
