// Arrays as NumPy keeps them. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

import { ZipWriter } from "./zip.js";

/** @typedef {import('./zip.js').Pieces} Pieces */
/** @typedef {{descr: string, shape: number[], pieces: Pieces}} Kept an array, row by row */

/** @param {Kept} array */
function header({ descr, shape }) {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sides}), }`;
  const length = 64 * Math.ceil((10 + text.length + 1) / 64) - 10;
  const bytes = new Uint8Array(10 + length).fill(0x20);
  bytes.set([0x93, ...[..."NUMPY"].map((c) => c.charCodeAt(0)), 1, 0, length & 255, length >> 8]);
  bytes.set(new TextEncoder().encode(text), 10);
  bytes[9 + length] = 0x0a;
  return bytes;
}

/** @param {Kept} array */
async function* file(array) {
  yield header(array);
  yield* array.pieces;
}

/** An .npz, whose arrays can be larger than what is in memory at a time. @param {[string, Kept][]} arrays
 *  @param {{pack?: boolean}} [how] */
export async function npz(arrays, { pack = true } = {}) {
  const zip = new ZipWriter();
  for (const [key, array] of arrays) await zip.add(`${key}.npy`, file(array), { pack });
  return zip.end();
}

/** Numbers as float64. @param {Float64Array} numbers @param {number[]} shape @returns {Kept} */
export const floats = (numbers, shape) => ({
  ...{ descr: "<f8", shape },
  pieces: [new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)],
});

/** A whole number. @param {number} n @returns {Kept} */
export const whole = (n) => ({
  ...{ descr: "<i8", shape: [] },
  pieces: [new Uint8Array(BigInt64Array.of(BigInt(n)).buffer)],
});

/** A text, which NumPy gives as one. @param {string} words @returns {Kept} */
export function text(words) {
  const letters = Uint32Array.from(words, (letter) => /** @type {number} */ (letter.codePointAt(0)));
  return { descr: `<U${letters.length}`, shape: [], pieces: [new Uint8Array(letters.buffer)] };
}

/** Names, as the course's files have them: bytes of the same length. @param {string[]} names @returns {Kept} */
export function texts(names) {
  const all = names.map((name) => new TextEncoder().encode(name));
  const size = Math.max(1, ...all.map(({ length }) => length));
  const bytes = new Uint8Array(size * all.length);
  all.forEach((one, i) => bytes.set(one, i * size));
  return { descr: `|S${size}`, shape: [all.length], pieces: [bytes] };
}
