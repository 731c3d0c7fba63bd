// One file out of an archive, in pieces: never more of it than its size says, and at its end the checksum must be right.

import { says, u16le } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { crc32 } from "./crc32.js";
import { slice } from "./directory.js";

/** @typedef {import('./directory.js').Listed} Listed */

const PIECE_BYTES = 64 * 1024; // of the archive: 64 MB at most when inflated
const HEADER_BYTES = 30;
const FIRST_BYTES = 1024 * 1024;

/** @type {Promise<typeof import('../../vendor/fflate.js').Inflate> | undefined} */
let inflate;

/** What inflates, piece by piece; fetched with the first archive. */
export async function inflater() {
  try {
    return await (inflate ??= import("../../vendor/fflate.js").then(({ Inflate }) => Inflate));
  } catch {
    inflate = undefined; // no network, and not in the cache yet: the next file may try again
    throw new Refusal("reader");
  }
}

/** The bytes as they stand in the archive. @param {Blob} file @param {Listed} entry */
async function* packedBytes(file, { at, packed }) {
  const header = await slice(file, at, at + HEADER_BYTES);
  if (!says(header, 0, "PK\x03\x04")) throw new Refusal("zip-damaged");
  const from = at + HEADER_BYTES + u16le(header, 26) + u16le(header, 28);
  if (from + packed > file.size) throw new Refusal("zip-damaged");
  for (let i = from; i < from + packed; i += PIECE_BYTES)
    yield await slice(file, i, Math.min(i + PIECE_BYTES, from + packed));
}

/** @param {AsyncIterable<Uint8Array>} packed */
async function* inflated(packed) {
  const Inflate = await inflater();
  /** @type {Uint8Array[]} */
  let out = [];
  const stream = new Inflate((piece) => out.push(piece));
  for await (const bytes of packed) {
    try {
      stream.push(bytes);
    } catch {
      throw new Refusal("zip-damaged");
    }
    yield* out;
    out = [];
  }
}

/**
 * The bytes of a file in an archive, in pieces; a Refusal where they are not what was declared.
 * @param {Blob} file the archive @param {Listed} entry @returns {AsyncGenerator<Uint8Array, void>}
 */
export async function* unpacked(file, entry) {
  const packed = packedBytes(file, entry);
  let [bytes, crc] = [0, 0];
  for await (const piece of entry.method === 8 ? inflated(packed) : packed) {
    bytes += piece.length;
    if (bytes > entry.size) break;
    crc = crc32(crc, piece);
    yield piece;
  }
  if (bytes !== entry.size || crc !== entry.crc) throw new Refusal("zip-crc", { inside: entry.path });
}

/** All of it; no more memory is taken for it than twice what comes, whatever is declared.
 *  @param {AsyncIterable<Uint8Array>} pieces @param {number} size in bytes, declared */
export async function whole(pieces, size) {
  let bytes = new Uint8Array(Math.min(size, FIRST_BYTES));
  let at = 0;
  for await (const piece of pieces) {
    if (at + piece.length > bytes.length) {
      const larger = new Uint8Array(Math.min(size, Math.max(2 * bytes.length, at + piece.length)));
      larger.set(bytes.subarray(0, at));
      bytes = larger;
    }
    bytes.set(piece, at); // unpacked() gives no more than the size
    at += piece.length;
  }
  return bytes.subarray(0, at);
}
