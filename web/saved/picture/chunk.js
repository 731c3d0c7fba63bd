// What is in a chunk of ours:
//
//     CRC-32 (4)   bytes of the words (4)   bytes of the numbers (4)   both of them, packed as zlib packs
//
// with the CRC of both as they were before: a program that writes the chunk anew makes its outer checksum right again,
// whatever it did to it. The words are JSON. Nothing of it is believed.

import { crc32 } from "../../pictures/archive/crc32.js";
import { whole } from "../../pictures/archive/entry.js";
import { u32be } from "../../pictures/bytes.js";
import { Refusal } from "../../pictures/refusal.js";
import { chunk, inflated } from "../png.js";
import { deflated } from "../zip.js";
import { CHUNKS, chunksOf } from "../../pictures/carried/look.js";

/** @typedef {import('../../pictures/carried/look.js').Carried} Carried */
/** @typedef {{said: any, numbers: Uint8Array}} Content */

/** Bytes of numbers that a picture may carry: a network of 256 neurons on 64 × 64 pixels takes 25 MB. */
export const MOST_NUMBERS = 64 * 2 ** 20;
const MOST_WORDS = 16 * 2 ** 20;
const HEAD_BYTES = 12;
const MOST_PACKED = 1100; // no deflate makes more of a byte

/** @param {Carried} kind */
const damaged = (kind) => new Refusal("saved-damaged", { inside: CHUNKS[kind] });

/** The chunk. @param {Carried} kind @param {object} said @param {Uint8Array[]} numbers in pieces */
export async function chunkOf(kind, said, numbers = []) {
  const words = new TextEncoder().encode(JSON.stringify(said));
  const pieces = [words, ...numbers];
  const head = new DataView(new ArrayBuffer(HEAD_BYTES));
  head.setUint32(0, pieces.reduce(crc32, 0));
  head.setUint32(4, words.length);
  head.setUint32(
    8,
    numbers.reduce((sum, { length }) => sum + length, 0),
  );
  const data = [new Uint8Array(head.buffer)];
  for await (const piece of deflated(pieces, "deflate")) data.push(piece);
  return chunk(CHUNKS[kind], data);
}

/** Never more than `size`. @param {Uint8Array} packed @param {number} size @param {Carried} kind */
async function* unpacked(packed, size, kind) {
  let at = 0;
  for await (const piece of inflated([packed])) {
    at += piece.length;
    if (at > size) throw damaged(kind);
    yield piece;
  }
}

/** What the only chunk of this kind holds; a Refusal where it is damaged or there are two. @param {Uint8Array} b the file
 *  @param {Carried} kind @returns {Promise<Content>} */
export async function contentOf(b, kind) {
  const [place, ...others] = chunksOf(b, CHUNKS[kind]);
  if (!place || others.length > 0 || place.to - place.from < HEAD_BYTES) throw damaged(kind);
  const data = b.subarray(place.from, place.to);
  if (crc32(0, b.subarray(place.from - 4, place.to)) !== u32be(b, place.to)) throw damaged(kind);
  const [crc, words, numbers] = [0, 4, 8].map((at) => u32be(data, at));
  const size = words + numbers;
  if (words > MOST_WORDS || numbers > MOST_NUMBERS || size > data.length * MOST_PACKED) throw damaged(kind);
  try {
    const all = await whole(unpacked(data.subarray(HEAD_BYTES), size, kind), size);
    if (all.length !== size || crc32(0, all) !== crc) throw damaged(kind);
    return {
      said: JSON.parse(new TextDecoder().decode(all.subarray(0, words))),
      numbers: all.subarray(words),
    };
  } catch (error) {
    if (/** @type {any} */ (error).code === "reader") throw error;
    throw damaged(kind);
  }
}

/** @param {any} value @param {number} least @param {number} most */
export const isWhole = (value, least, most) => Number.isSafeInteger(value) && value >= least && value <= most;

/** That it is of a version that can be read here. @param {Carried} kind @param {any} said @param {number} version */
export function checkVersion(kind, said, version) {
  if (!isWhole(said?.version, 1, Number.MAX_SAFE_INTEGER)) throw damaged(kind);
  if (said.version > version) throw new Refusal("carried-newer");
}
