// The course's own files (train_catvnoncat.h5, test_catvnoncat.h5) and others of the same make. The HDF5 library is a
// megabyte, so it is fetched when the first .h5 file comes. Keys, types and shapes are checked before any pixel is
// read, and pixels come over in batches, so that a file cannot ask for more memory than its pictures are allowed.

import { Refusal } from "./refusal.js";
import { sniff } from "./sniff.js";

/** @typedef {{test: boolean, rgb: Uint8Array, m: number, n_px: number, y: Uint8Array}} Part */
/** @typedef {typeof import('h5wasm')} H5wasm */
/** @typedef {import('h5wasm').Dataset} Dataset */

const FILE_BYTES = 768 * 2 ** 20; // 10 000 pictures of 128 px are 469 MB
const BATCH_BYTES = 4 * 2 ** 20;
const MIN_PX = 8;
const MAX_PX = 128;
const INTEGER = 0; // HDF5's numbers of the type classes (H5T_class_t)
const FLOAT = 1;
const STRING = 3;
const ENUM = 8; // how h5py writes booleans
const WANTED = "train_set_x, train_set_y";

/** @type {Promise<H5wasm> | undefined} */
let library;
let serial = 0;

async function load() {
  const h5wasm = await import("../vendor/h5wasm.js");
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
 * The bytes of a dataset, or of `count` entries from `start` on along its first axis.
 * @param {H5wasm} h5wasm @param {Dataset} dataset @param {number} [start] @param {number} [count]
 */
function read(h5wasm, dataset, start = 0, count) {
  const { Module } = h5wasm;
  const { shape, size, total_size } = dataset.metadata;
  const dims = shape ?? [];
  const entries = count === undefined ? total_size : (total_size / dims[0]) * count;
  const pointer = Module._malloc(entries * size);
  if (pointer === 0) throw new Refusal("truncated");
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

/** "209 × 64 × 64 × 3", and the type if it is not bytes. @param {Dataset} dataset */
function describe(dataset) {
  const { type, size, signed, shape } = dataset.metadata;
  const sizes = (shape ?? []).join(" × ");
  if (type === INTEGER && size === 1 && !signed) return sizes;
  const kind = type === INTEGER ? (signed ? "int" : "uint") : type === FLOAT ? "float" : "";
  return kind ? `${sizes} ${kind}${size * 8}` : sizes;
}

/** m and n_px of a dataset of pictures. @param {string} key @param {Dataset} x */
function checkPictures(key, x) {
  const { type, size, signed, shape } = x.metadata;
  const [m, n_px, columns, colours] = shape ?? [];
  const bytes = type === INTEGER && size === 1 && !signed;
  const square = shape?.length === 4 && n_px === columns && colours === 3 && n_px >= MIN_PX && n_px <= MAX_PX;
  if (!bytes || !square || !(m > 0)) throw new Refusal("h5-shape", { key, shape: describe(x) });
  return { m, n_px };
}

/** The labels as bytes; (m), (m, 1) and (1, m) are all the same. @param {H5wasm} h5wasm @param {string} key @param {Dataset} dataset @param {number} m */
function readLabels(h5wasm, key, dataset, m) {
  const { type, size, total_size, shape } = dataset.metadata;
  const numbers = type === INTEGER || type === ENUM || (type === FLOAT && (size === 4 || size === 8));
  if (!numbers || total_size !== m || !shape?.includes(m)) throw new Refusal("h5-labels", { key });
  const bytes = read(h5wasm, dataset);
  const view = new DataView(bytes.buffer);
  /** @type {(i: number) => number} */
  let label = (i) => (bytes.subarray(i * size + 1, (i + 1) * size).some(Boolean) ? NaN : bytes[i * size]);
  if (type === FLOAT)
    label = (i) => (size === 4 ? view.getFloat32(i * 4, true) : view.getFloat64(i * 8, true));
  const y = new Uint8Array(m);
  for (let i = 0; i < m; i++) {
    const value = label(i);
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
  if (type !== STRING || total_size !== 2 || size > 1024) return null;
  const bytes = vlen ? null : read(h5wasm, dataset);
  const names = bytes
    ? [text(bytes.subarray(0, size)), text(bytes.subarray(size))]
    : /** @type {string[]} */ (dataset.value).map((name) => String(name).trim());
  return names.every((name) => name !== "") ? names : null;
}

/** @param {H5wasm} h5wasm @param {Dataset} x @param {number} m */
function readPictures(h5wasm, x, m) {
  const each = x.metadata.total_size / m;
  const batch = Math.max(1, Math.floor(BATCH_BYTES / each));
  const rgb = new Uint8Array(m * each);
  for (let i = 0; i < m; i += batch) rgb.set(read(h5wasm, x, i, Math.min(batch, m - i)), i * each);
  return rgb;
}

/**
 * @param {H5wasm} h5wasm @param {import('h5wasm').File} file @param {number} room @param {number} capacity
 * @returns {{parts: Part[], names: string[] | null}}
 */
function readSets(h5wasm, file, room, capacity) {
  const keys = file.keys();
  const sets = ["train", "test"].filter(
    (set) => keys.includes(`${set}_set_x`) && keys.includes(`${set}_set_y`),
  );
  if (sets.length === 0) throw new Refusal("h5-keys", { wanted: WANTED, found: keys.slice(0, 8).join(", ") });

  const found = sets.map((set) => {
    const x = file.get(`${set}_set_x`);
    const y = file.get(`${set}_set_y`);
    if (!(x instanceof h5wasm.Dataset) || !(y instanceof h5wasm.Dataset)) {
      throw new Refusal("h5-keys", { wanted: WANTED, found: keys.slice(0, 8).join(", ") });
    }
    return { set, x, y, ...checkPictures(`${set}_set_x`, x) };
  });
  if (found.reduce((sum, { m }) => sum + m, 0) > room) throw new Refusal("capacity", { capacity });

  const names = keys.includes("list_classes") ? readNames(h5wasm, file.get("list_classes")) : null;
  const parts = found.map(({ set, x, y, m, n_px }) => {
    const labels = readLabels(h5wasm, `${set}_set_y`, y, m);
    return { test: set === "test", rgb: readPictures(h5wasm, x, m), m, n_px, y: labels };
  });
  return { parts, names };
}

/**
 * Reads train_set_x/y and test_set_x/y, whichever are there, or throws a Refusal that says why not.
 * @param {Uint8Array} bytes the whole file
 * @param {object} [limits]
 * @param {number} [limits.room] pictures that may still come
 * @param {number} [limits.capacity] pictures that may be there altogether, for the sentence
 * @returns {Promise<{parts: Part[], names: string[] | null}>} names: [class 0, class 1], null if the file has none
 */
export async function readH5(bytes, { room = Infinity, capacity = room } = {}) {
  if (bytes.length === 0) throw new Refusal("empty-file");
  if (sniff(bytes).format !== "hdf5") throw new Refusal("not-hdf5");
  const h5wasm = await openLibrary();
  const FS = /** @type {any} */ ((await h5wasm.ready).FS);
  const path = `/${++serial}.h5`;
  FS.writeFile(path, bytes, { canOwn: true });
  let file;
  try {
    file = new h5wasm.File(path, "r");
    if (file.file_id < 0n) throw new Refusal("truncated");
    return readSets(h5wasm, file, room, capacity);
  } catch (error) {
    // The library says "error" for anything it does not find where the file says it is.
    throw error instanceof Refusal ? error : new Refusal("truncated");
  } finally {
    if (file && file.file_id >= 0n) file.close();
    FS.unlink(path);
  }
}

/**
 * The same for a file the visitor brought.
 * @param {File | Blob} file
 * @param {{room?: number, capacity?: number}} [limits]
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
