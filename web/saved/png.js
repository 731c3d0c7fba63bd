// Pictures as PNG with exactly their bytes: 8 bits a colour, red, green and blue, not interlaced, nothing about colours. What
// other programs make of such a file is read as far as it is still of this kind. PNG, third edition, sections 5 to 10.

import { crc32, inflater } from "../pictures/archive/entry.js";
import { says, u32be } from "../pictures/bytes.js";
import { Refusal } from "../pictures/refusal.js";
import { MASTER_PX } from "../pictures/sizes.js";
import { deflated } from "./zip.js";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KIND = [8, 2, 0, 0, 0]; // bits, colours, and the only methods there are
const PIECE_BYTES = 4096; // 4 MB at most when inflated

/** The filter that photographs and drawings both pack well with. */
const PAETH = 4;

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const [p, q, r] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return p <= q && p <= r ? left : q <= r ? up : corner;
}

/** @param {Uint8Array} rgb @param {number} px */
function filtered(rgb, px) {
  const row = 3 * px;
  const out = new Uint8Array(px * (row + 1));
  for (let y = 0, i = 0, o = 0; y < px; y++) {
    out[o++] = PAETH;
    for (let x = 0; x < row; x++, i++) {
      const left = x >= 3 ? rgb[i - 3] : 0;
      const up = y > 0 ? rgb[i - row] : 0;
      out[o++] = rgb[i] - paeth(left, up, x >= 3 && y > 0 ? rgb[i - row - 3] : 0);
    }
  }
  return out;
}

/** @param {string} type @param {Uint8Array[]} data */
function chunk(type, data) {
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

/** @param {Uint8Array} rgb @param {number} px @returns {Promise<Uint8Array[]>} the file, in pieces */
export async function pngOf(rgb, px) {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, px);
  view.setUint32(4, px);
  header.set(KIND, 8);
  const data = [];
  for await (const piece of deflated([filtered(rgb, px)], "deflate")) data.push(piece);
  return [Uint8Array.from(SIGNATURE), chunk("IHDR", [header]), chunk("IDAT", data), chunk("IEND", [])];
}

/** Whether this is a picture as pngOf writes it, by its header. @param {Uint8Array} b */
const isOurs = (b) =>
  says(b, 12, "IHDR") &&
  u32be(b, 16) === u32be(b, 20) &&
  u32be(b, 16) >= 1 &&
  u32be(b, 16) <= MASTER_PX &&
  KIND.every((value, k) => b[24 + k] === value);

const damaged = () => new Refusal("truncated");

/** The packed pixels. @param {Uint8Array} b */
function packedIn(b) {
  const data = [];
  for (let i = 8; ;) {
    const end = i + 12 + u32be(b, i);
    if (end > b.length || crc32(0, b.subarray(i + 4, end - 4)) !== u32be(b, end - 4)) throw damaged();
    if (says(b, i + 4, "IDAT")) data.push(b.subarray(i + 8, end - 4));
    if (says(b, i + 4, "IEND")) return data;
    i = end;
  }
}

/** @param {Uint8Array[]} data @param {number} size that they must have */
async function inflated(data, size) {
  const Inflate = await inflater();
  const out = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((piece) => {
    if (at + piece.length <= size) out.set(piece, at);
    at += piece.length;
  });
  let skip = 2; // what zlib puts in front
  try {
    for (const bytes of data)
      for (let i = skip; ((skip = 0), i < bytes.length) && at <= size; i += PIECE_BYTES)
        stream.push(bytes.subarray(i, i + PIECE_BYTES));
  } catch {
    throw damaged();
  }
  if (at !== size) throw damaged();
  return out;
}

/** @param {Uint8Array} rows with their filters @param {number} px */
function unfiltered(rows, px) {
  const row = 3 * px;
  const rgb = new Uint8Array(px * row);
  for (let y = 0, i = 0, o = 0; y < px; y++) {
    const filter = rows[o++];
    if (filter > PAETH) throw damaged();
    for (let x = 0; x < row; x++, i++) {
      const left = x >= 3 ? rgb[i - 3] : 0;
      const up = y > 0 ? rgb[i - row] : 0;
      const corner = x >= 3 && y > 0 ? rgb[i - row - 3] : 0;
      const guess = [0, left, up, (left + up) >> 1, filter === PAETH ? paeth(left, up, corner) : 0][filter];
      rgb[i] = rows[o++] + guess;
    }
  }
  return rgb;
}

/** The bytes of a picture that pngOf wrote; null where the file is of another kind; a Refusal where it is damaged.
 *  @param {Uint8Array} b @returns {Promise<{rgb: Uint8Array, px: number} | null>} */
export async function pixelsIn(b) {
  if (!SIGNATURE.every((value, k) => b[k] === value)) throw new Refusal("not-image");
  if (!isOurs(b)) return null;
  const px = u32be(b, 16);
  return { rgb: unfiltered(await inflated(packedIn(b), px * (3 * px + 1)), px), px };
}
