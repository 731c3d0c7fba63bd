// What the numbers of a dataset are, and what they are worth: bytes, larger integers, or floats.

import { Refusal } from "../refusal.js";
import { CLASS } from "./library.js";

/** @typedef {import('h5wasm').Dataset} Dataset */

/** @param {Dataset} dataset */
const isInteger = ({ metadata: { type } }) => type === CLASS.INTEGER || type === CLASS.ENUM;

/** "uint8", "int64", "float32", or "" for what is no number. @param {Dataset} dataset */
export function kindOf(dataset) {
  const { type, size, signed } = dataset.metadata;
  if (isInteger(dataset) && [1, 2, 4, 8].includes(size)) return `${signed ? "int" : "uint"}${8 * size}`;
  return type === CLASS.FLOAT && (size === 4 || size === 8) ? `float${8 * size}` : "";
}

/** A view of the bytes read from a dataset, as numbers. @param {Dataset} dataset @param {Uint8Array} bytes */
export function numbers(dataset, bytes) {
  const { size, signed, littleEndian } = dataset.metadata;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kind = kindOf(dataset);
  /** @type {(i: number) => number} */
  let at = (i) => bytes[i];
  if (kind === "int8") at = (i) => view.getInt8(i);
  else if (kind === "float32") at = (i) => view.getFloat32(4 * i, littleEndian);
  else if (kind === "float64") at = (i) => view.getFloat64(8 * i, littleEndian);
  else if (size === 2)
    at = signed ? (i) => view.getInt16(2 * i, littleEndian) : (i) => view.getUint16(2 * i, littleEndian);
  else if (size === 4)
    at = signed ? (i) => view.getInt32(4 * i, littleEndian) : (i) => view.getUint32(4 * i, littleEndian);
  else if (size === 8) at = (i) => Number(view.getBigInt64(8 * i, littleEndian));
  return { length: bytes.length / size, at };
}

/**
 * Levels 0 to 255 of a picture's numbers: bytes and other integers from 0 to 255 as they are, floats from 0 to 1 times 255,
 * rounded. Refuses what lies outside.
 * @param {string} key for the sentence @param {Dataset} dataset @param {Uint8Array} bytes read from it
 * @returns {Uint8Array}
 */
export function levels(key, dataset, bytes) {
  const kind = kindOf(dataset);
  if (kind === "uint8") return bytes;
  const float = kind.startsWith("float");
  const [most, factor] = float ? [1, 255] : [255, 1];
  const { length, at } = numbers(dataset, bytes);
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const value = at(i);
    if (!(value >= 0 && value <= most))
      throw new Refusal("h5-range", { key, kind, most, value: plain(value) });
    out[i] = Math.round(value * factor);
  }
  return out;
}

/** @param {number} value */
const plain = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value));
