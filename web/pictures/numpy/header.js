// The header of a .npy file: what its numbers are and how they lie. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

import { says, u16le, u32le } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { lengthOf } from "../sets/numbers.js";

export const MAGIC = "\x93NUMPY";
/** Bytes in which a header must have its end. */
export const HEADER_BYTES = 16 * 1024;
const MOST_AXES = 32;
const WORD_BYTES = 1024;

/**
 * @typedef {object} Header
 * @property {string} kind see sets/numbers.js @property {string} type @property {number} size bytes of one number, or word
 * @property {boolean} littleEndian @property {boolean} fortran the first axis runs fastest
 * @property {number[]} shape @property {number} begin where the numbers begin
 */

/** @type {Record<string, string>} */
const KINDS = { b: "bool", u: "uint", i: "int", f: "float" };

/** @param {string} descr e.g. "<f4" @returns {Pick<Header, "kind" | "type" | "size" | "littleEndian">} */
function typeOf(descr) {
  const [, order, letter, digits] = /^([<>|=]?)([a-zA-Z])(\d*)$/.exec(descr) ?? ["", "", "", ""];
  const size = Number(digits) * (letter === "U" ? 4 : 1);
  const name = letter === "b" ? "bool" : `${KINDS[letter]}${8 * size}`;
  const known = letter in KINDS && (letter === "f" ? [2, 4, 8] : letter === "b" ? [1] : [1, 2, 4, 8]);
  const text = (letter === "S" || letter === "U") && size > 0 && size <= WORD_BYTES;
  const kind = text ? "text" : known && known.includes(size) ? name : "";
  const type = letter === "O" ? "object" : letter in KINDS ? name : descr.slice(0, 20);
  return { kind, type, size, littleEndian: order !== ">" };
}

/** @param {Uint8Array} b @param {string} key */
const damaged = (b, key) => new Refusal(says(b, 0, MAGIC) ? "truncated" : "not-npy", { key });

/** Header and where it ends; null where more bytes are needed. @param {Uint8Array} b */
function dictionaryIn(b) {
  const [length, from] = b[6] === 1 ? [u16le(b, 8), 10] : [u32le(b, 8), 12];
  if (b.length < from) return null;
  return b.length < from + length ? null : { text: new TextDecoder().decode(b.subarray(from, from + length)), end: from + length }; // prettier-ignore
}

/**
 * @param {Uint8Array} b the beginning of the file @param {string} key for the sentence
 * @returns {Header}
 */
export function headerOf(b, key) {
  const found = says(b, 0, MAGIC) && b[6] >= 1 && b[6] <= 3 ? dictionaryIn(b) : null;
  if (!found) throw damaged(b, key);
  const { text, end } = found;
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text);
  const sides = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(text);
  if (!fortran || !sides) throw damaged(b, key);
  const shape = (sides[1].match(/\d+/g) ?? []).map(Number);
  // A list of fields has no single type; it is told apart by what follows the colon.
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1] ?? "fields";
  if (shape.length > MOST_AXES || !Number.isSafeInteger(lengthOf(shape))) throw damaged(b, key);
  return { ...typeOf(descr), fortran: fortran[1] === "True", shape, begin: end };
}

/** Refuses a header that speaks of other bytes than there are. @param {Header} header @param {number} size of the file
 *  @param {string} key */
export function checkBytes({ kind, shape, begin, size: each }, size, key) {
  if (kind === "") return;
  const [said, there] = [lengthOf(shape) * each, size - begin];
  if (said !== there) throw new Refusal("npy-bytes", { key, shape: shape.join(" × "), said, there });
}
