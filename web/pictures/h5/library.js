// The HDF5 library: a megabyte, so it is fetched when the first .h5 file comes.

import { Refusal } from "../refusal.js";

/** @typedef {typeof import('h5wasm')} H5wasm */
/** @typedef {import('h5wasm').Dataset} Dataset */
/** @typedef {import('../sets/numbers.js').Named & {dataset: Dataset}} NamedDataset */
/** The type classes of HDF5 (H5T_class_t). */
const CLASS = { INTEGER: 0, FLOAT: 1, STRING: 3, BITFIELD: 4, ENUM: 8 };
/** What the others are called, for a sentence. */
const OTHERS = ["integer", "float", "time", "string", "bitfield", "opaque", "compound", "reference", "enum", "vlen", "array"]; // prettier-ignore

const MOST_DATASETS = 1000; // that are looked at
const DEPTH = 4; // of groups in groups
const WORD_BYTES = 1024;
const MOST_WORDS = 20_000; // of any length: the library reads them all at once

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
 * The bytes of a dataset, or of `count` entries from `start` on along an axis.
 * @param {H5wasm} h5wasm @param {Dataset} dataset @param {{axis: number, start: number, count: number}} [slab]
 */
export function readBytes(h5wasm, dataset, slab) {
  const { Module } = h5wasm;
  const { shape, size, total_size } = dataset.metadata;
  const dims = shape ?? [];
  const entries = slab ? (total_size / dims[slab.axis]) * slab.count : total_size;
  const pointer = Module._malloc(entries * size);
  if (pointer === 0) throw new Refusal("memory");
  try {
    const along = (/** @type {number} */ chosen, /** @type {(side: number) => number} */ other) =>
      slab ? dims.map((side, axis) => BigInt(axis === slab.axis ? chosen : other(side))) : null;
    const counts = along(slab?.count ?? 0, (side) => side);
    const from = along(slab?.start ?? 0, () => 0);
    const steps = along(1, () => 1);
    const status = Module.get_dataset_data(
      dataset.file_id,
      dataset.path,
      counts,
      from,
      steps,
      BigInt(pointer),
    );
    if (status < 0) throw new Refusal("truncated");
    return Module.HEAPU8.slice(pointer, pointer + entries * size);
  } finally {
    Module._free(pointer);
  }
}

/** Whether it is how h5py writes true and false. @param {import('h5wasm').Metadata} metadata */
function isBool({ size, enum_type }) {
  const values = Object.values(enum_type?.members ?? {});
  return (
    size === 1 && values.length === 2 && values.every((value) => Number(value) === 0 || Number(value) === 1)
  );
}

/** "uint8", "int64", "float32", "text", or "" for what is neither number nor word. @param {Dataset} dataset */
function kindOf({ metadata }) {
  const { type, size, signed, vlen, total_size } = metadata;
  if (type === CLASS.ENUM && isBool(metadata)) return "bool";
  const integer = type === CLASS.INTEGER || type === CLASS.ENUM || type === CLASS.BITFIELD;
  if (integer && [1, 2, 4, 8].includes(size)) return `${signed ? "int" : "uint"}${8 * size}`;
  if (type === CLASS.STRING && (vlen ? total_size <= MOST_WORDS : size <= WORD_BYTES)) return "text";
  return type === CLASS.FLOAT && [2, 4, 8].includes(size) ? `float${8 * size}` : "";
}

/** The datasets of a file and of the groups in it. @param {H5wasm} h5wasm
 *  @param {import('h5wasm').File} file @returns {NamedDataset[]} */
export function datasetsOf(h5wasm, file) {
  /** @type {NamedDataset[]} */
  const list = [];
  let groups = 0;
  const take = (/** @type {any} */ group, /** @type {string} */ path, /** @type {number} */ depth) => {
    for (const name of group.keys()) {
      if (list.length >= MOST_DATASETS || groups >= MOST_DATASETS) return;
      const found = group.get(name);
      if (found instanceof h5wasm.Dataset) list.push(named(path + name, found));
      else if (found instanceof h5wasm.Group && depth > 0) {
        groups++; // a group may be in itself
        take(found, `${path}${name}/`, depth - 1);
      }
    }
  };
  take(file, "", DEPTH);
  return list;
}

/** @param {string} key @param {Dataset} dataset @returns {NamedDataset} */
function named(key, dataset) {
  const { shape, type, size } = dataset.metadata;
  const name = OTHERS[type] ?? "?";
  const bits = type === CLASS.FLOAT || type === CLASS.INTEGER ? 8 * size : "";
  // The library has turned the bytes of every number round, where that was needed.
  const littleEndian = true;
  return { key, dataset, kind: kindOf(dataset), type: `${name}${bits}`, shape: shape ?? [0], littleEndian };
}
