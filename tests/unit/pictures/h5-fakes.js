// .h5 files for tests, written with the same library. Needs web/vendor (npm run build).
import assert from "node:assert/strict";
import * as h5wasm from "../../../web/vendor/h5wasm.js";
import { readH5 as read } from "../../../web/pictures/h5/h5.js";

/** Every set here has labels, unless said otherwise. @type {(bytes: Uint8Array, limits?: any) => Promise<any>} */
export const readH5 = read;
export const FS = /** @type {any} */ ((await h5wasm.ready).FS);
export const ownFiles = () => FS.readdir("/").filter((name) => name.endsWith(".h5"));

/**
 * The bytes of an .h5 file with these datasets.
 * @param {Record<string, any>} datasets name -> what create_dataset takes
 * @param {any} [options] of the file
 * @returns {Uint8Array}
 */
export function write(datasets, options) {
  const file = new h5wasm.File("/written", "w", options);
  for (const [name, dataset] of Object.entries(datasets)) file.create_dataset({ name, ...dataset });
  file.close();
  const bytes = FS.readFile("/written").slice();
  FS.unlink("/written");
  return bytes;
}

export const M = 5;
export const N = 16;
export const pixels = (m = M, n = N) =>
  Uint8Array.from({ length: m * n * n * 3 }, (_, i) => (i * 31 + (i >> 7)) & 255);
export const x = (m = M, n = N) => ({ data: pixels(m, n), shape: [m, n, n, 3], dtype: "<B" });
export const y = (labels = [0, 1, 1, 0, 1], dtype = "<q") => ({
  data: dtype === "<q" ? labels.map(BigInt) : labels,
  shape: [labels.length],
  dtype,
});
/** @param {string[]} list */
export const names = (list = ["non-cat", "cat"], dtype = "S7") => ({
  data: list,
  shape: [list.length],
  dtype,
});
export const refused =
  (code, params = {}) =>
  (error) => {
    assert.equal(error.code, code, error.stack);
    for (const [key, value] of Object.entries(params)) assert.equal(error.params[key], value);
    return true;
  };
