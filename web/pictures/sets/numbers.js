// What the numbers of an array are, and what they are worth: bytes, larger integers, floats, or true and false.

import { Refusal } from "../refusal.js";

/**
 * @typedef {object} Named an array in a file, whatever the format of the file
 * @property {string} key its name @property {number[]} shape
 * @property {string} kind "uint8", "int64", "float32", "bool" ... or "" for what is no number
 * @property {string} [type] what to call it where kind is ""
 * @property {boolean} littleEndian
 */

/** Bytes of one number of this kind. @param {string} kind */
export const sizeOf = (kind) => (kind === "bool" ? 1 : Number(/\d+$/.exec(kind)) / 8);

/** Numbers in an array of this shape. @param {number[]} shape */
export const lengthOf = (shape) => shape.reduce((product, side) => product * side, 1);

/** A view of bytes read from an array, as numbers. @param {Named} named @param {Uint8Array} bytes */
export function numbers({ kind, littleEndian: little }, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  /** @type {Record<string, (i: number) => number>} */
  const readers = {
    int8: (i) => view.getInt8(i),
    int16: (i) => view.getInt16(2 * i, little),
    uint16: (i) => view.getUint16(2 * i, little),
    int32: (i) => view.getInt32(4 * i, little),
    uint32: (i) => view.getUint32(4 * i, little),
    int64: (i) => Number(view.getBigInt64(8 * i, little)),
    uint64: (i) => Number(view.getBigUint64(8 * i, little)),
    float32: (i) => view.getFloat32(4 * i, little),
    float64: (i) => view.getFloat64(8 * i, little),
  };
  return {
    length: bytes.length / sizeOf(kind),
    at: readers[kind] ?? ((/** @type {number} */ i) => bytes[i]),
  };
}

/**
 * Levels 0 to 255 of a picture's numbers: bytes and other integers from 0 to 255 as they are, floats from 0 to 1 and
 * true and false times 255, rounded. Refuses what lies outside.
 * @param {Named} named @param {Uint8Array} bytes read from it @returns {Uint8Array}
 */
export function levels(named, bytes) {
  const { key, kind } = named;
  if (kind === "uint8") return bytes;
  const [most, factor] = kind === "bool" || kind.startsWith("float") ? [1, 255] : [255, 1];
  const { length, at } = numbers(named, bytes);
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const value = at(i);
    if (!(value >= 0 && value <= most))
      throw new Refusal("set-range", { key, kind, most, value: plain(value) });
    out[i] = Math.round(value * factor);
  }
  return out;
}

/** @param {number} value */
const plain = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value));
