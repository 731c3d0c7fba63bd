// Pictures as PNG with exactly their bytes: 8 bits a colour, red, green and blue, not interlaced, nothing about colours. What
// other programs make of such a file is read as far as it is still of this kind. PNG, third edition, sections 5 to 10.

import { crc32 } from "../pictures/archive/crc32.js";
import { says, u32be } from "../pictures/bytes.js";
import { Refusal } from "../pictures/refusal.js";
import { MASTER_PX } from "../pictures/sizes.js";
import { deflated, through } from "./zip.js";

export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KIND = [8, 2, 0, 0, 0]; // bits, colours, and the only methods there are
const PIECE_BYTES = 16 * 1024; // 16 MB at most when inflated

/** The filter that is written: photographs become 4 % larger than by Paeth's, in three quarters of the time. */
const UP = 2;

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const p = Math.abs(up - corner);
  const q = Math.abs(left - corner);
  const r = Math.abs(left + up - 2 * corner);
  return p <= q && p <= r ? left : q <= r ? up : corner;
}

/** Rows with their filters. @param {Uint8Array} rgb @param {number} row bytes of one
 *  @param {Uint8Array} [above] the row before the first */
export function filtered(rgb, row, above = new Uint8Array(row)) {
  const rows = rgb.length / row;
  const out = new Uint8Array(rows * (row + 1));
  for (let y = 0, i = 0, o = 0; y < rows; y++) {
    const up = y > 0 ? rgb.subarray(i - row, i) : above;
    out[o++] = UP;
    for (let x = 0; x < row; x++, i++) out[o++] = rgb[i] - up[x];
  }
  return out;
}

/** @param {string} type @param {Uint8Array[]} data */
export function chunk(type, data) {
  const length = data.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length);
  for (let k = 0; k < 4; k++) bytes[4 + k] = type.charCodeAt(k);
  let at = 8;
  for (const piece of data) {
    bytes.set(piece, at);
    at += piece.length;
  }
  view.setUint32(at, crc32(0, bytes.subarray(4, at)));
  return bytes;
}

/** What a file begins with. @param {number} width @param {number} height */
export function beginning(width, height) {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set(KIND, 8);
  return [Uint8Array.from(SIGNATURE), chunk("IHDR", [header])];
}

/** @param {Uint8Array} rgb @param {number} px @returns {Promise<Uint8Array[]>} the file, in pieces */
export async function pngOf(rgb, px) {
  const data = [];
  for await (const piece of deflated([filtered(rgb, 3 * px)], "deflate")) data.push(piece);
  return [...beginning(px, px), chunk("IDAT", data), chunk("IEND", [])];
}

/** Width and height of a PNG whose pixels are written as here; null: of another kind. @param {Uint8Array} b */
export const sizeIn = (b) =>
  says(b, 12, "IHDR") && KIND.every((value, k) => b[24 + k] === value)
    ? { width: u32be(b, 16), height: u32be(b, 20) }
    : null;

const damaged = () => new Refusal("truncated");

/** The packed pixels. @param {Uint8Array} b */
export function packedIn(b) {
  const data = [];
  for (let i = 8; ;) {
    const end = i + 12 + u32be(b, i);
    if (end > b.length || crc32(0, b.subarray(i + 4, end - 4)) !== u32be(b, end - 4)) throw damaged();
    if (says(b, i + 4, "IDAT")) data.push(b.subarray(i + 8, end - 4));
    if (says(b, i + 4, "IEND")) return data;
    i = end;
  }
}

/** In small ones, for what each becomes is in memory at once. @param {Iterable<Uint8Array>} data */
function* inPieces(data) {
  for (const bytes of data)
    for (let i = 0; i < bytes.length; i += PIECE_BYTES) yield bytes.subarray(i, i + PIECE_BYTES);
}

/** What is packed as zlib packs, in pieces; a Refusal where it is damaged. @param {Iterable<Uint8Array>} data */
export async function* inflated(data) {
  try {
    yield* through(new DecompressionStream("deflate"), inPieces(data));
  } catch {
    throw damaged();
  }
}

/** @param {Uint8Array[]} data @param {number} size that they must have */
async function allOf(data, size) {
  const out = new Uint8Array(size);
  let at = 0;
  for await (const piece of inflated(data)) {
    if (at + piece.length > size) throw damaged();
    out.set(piece, at);
    at += piece.length;
  }
  if (at !== size) throw damaged();
  return out;
}

/** What each filter takes a byte for, from those to its left, above it, and left of that one.
 *  @type {((left: number, up: number, corner: number) => number)[]} */
const GUESSES = [() => 0, (left) => left, (_, up) => up, (left, up) => (left + up) >> 1, paeth];

/** The only one that is written here, by itself: called by a name, the guess is compiled into the loop.
 *  @param {Uint8Array} row @param {Uint8Array} up */
function unfilterUp(row, up) {
  for (let x = 0; x < row.length; x++) row[x] += up[x];
}

/** Undoes the filter of a row, where it stands. @param {number} filter @param {Uint8Array} row
 *  @param {Uint8Array} up the one above it */
export function unfilter(filter, row, up) {
  if (filter === UP) return unfilterUp(row, up);
  const guess = GUESSES[filter];
  if (!guess) throw damaged();
  for (let x = 0; x < row.length; x++)
    row[x] += x >= 3 ? guess(row[x - 3], up[x], up[x - 3]) : guess(0, up[x], 0);
}

/** @param {Uint8Array} rows with their filters @param {number} px */
function unfiltered(rows, px) {
  const row = 3 * px;
  const rgb = new Uint8Array(px * row);
  let up = new Uint8Array(row);
  for (let y = 0; y < px; y++) {
    const at = y * (row + 1);
    const here = rgb.subarray(y * row, (y + 1) * row);
    here.set(rows.subarray(at + 1, at + 1 + row));
    unfilter(rows[at], here, up);
    up = here;
  }
  return rgb;
}

/** The bytes of a picture that pngOf wrote; null where the file is of another kind; a Refusal where it is damaged.
 *  @param {Uint8Array} b @returns {Promise<{rgb: Uint8Array, px: number} | null>} */
export async function pixelsIn(b) {
  if (!SIGNATURE.every((value, k) => b[k] === value)) throw new Refusal("not-image");
  const { width: px, height } = sizeIn(b) ?? { width: 0, height: 0 };
  if (px !== height || px < 1 || px > MASTER_PX) return null;
  return { rgb: unfiltered(await allOf(packedIn(b), px * (3 * px + 1)), px), px };
}
