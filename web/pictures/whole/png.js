// Whether a PNG holds all of its picture: its data are inflated and counted, not kept. PNG, third edition, sections 5, 7, 8.

import { says, u32be } from "../bytes.js";

/** @typedef {import('../bytes.js').Bytes} Bytes */

/** Numbers a pixel by colour type. @type {Record<number, number>} */
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The passes of an interlaced picture: first column, first row, and steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];
const END = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]; // IEND with its checksum

/** Bytes of the picture, filter types included. @param {Bytes} b */
function expected(b) {
  const [width, height, depth, type] = [u32be(b, 16), u32be(b, 20), b[24], b[25]];
  const bits = depth * (CHANNELS[type] ?? 0);
  const size = (/** @type {number} */ w, /** @type {number} */ h) =>
    w > 0 && h > 0 ? h * (1 + Math.ceil((w * bits) / 8)) : 0;
  if (b[28] !== 1) return size(width, height);
  return PASSES.reduce(
    (sum, [x, y, dx, dy]) => sum + size(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}

/** The data of all IDAT chunks as far as there are any, where the last whole chunk ends, and the data of an IDAT behind it
 *  that is not whole. @param {Bytes} b */
function chunks(b) {
  const data = [];
  /** @type {Bytes | null} */
  let rest = null;
  let [ended, length] = [false, 8];
  for (let i = 8; i + 8 <= b.length && !ended;) {
    const end = i + 12 + u32be(b, i);
    if (says(b, i + 4, "IDAT")) {
      data.push(b.subarray(i + 8, Math.min(end - 4, b.length)));
      if (end > b.length) rest = data[data.length - 1];
    }
    ended = says(b, i + 4, "IEND") && end <= b.length;
    if (end <= b.length) length = end;
    i = end;
  }
  return { data, ended, length, rest };
}

/** CRC-32 of a chunk's type and data. @param {Bytes} b */
function crc(b) {
  let c = ~0;
  for (const byte of b) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return ~c;
}

/** An IDAT chunk of these data; nothing without any. @param {Bytes | null} data */
function idat(data) {
  if (data === null) return new Uint8Array();
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set([0x49, 0x44, 0x41, 0x54], 4);
  chunk.set(data, 8);
  view.setInt32(8 + data.length, crc(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** How many bytes these inflate to, counted up to `most`. @param {Bytes[]} data @param {number} most */
async function inflatedBytes(data, most) {
  const inflater = new DecompressionStream("deflate");
  const source = new Blob(/** @type {Uint8Array<ArrayBuffer>[]} */ (data)).stream();
  const reader = source.pipeThrough(inflater).getReader();
  let count = 0;
  try {
    while (count < most) {
      const { value, done } = await reader.read();
      if (done) break;
      count += value.length;
    }
    await reader.cancel();
  } catch {
    // Damaged or too short: what came before that counts.
  }
  return count;
}

/**
 * @param {Bytes} b the whole file
 * @returns {Promise<{cut: boolean, mended: Uint8Array | null}>} mended: with the end that it lacked
 */
export async function pngHolds(b) {
  const { data, ended, length, rest } = chunks(b);
  const size = expected(b);
  if (!(size > 0) || (await inflatedBytes(data, size)) < size) return { cut: true, mended: null };
  if (ended) return { cut: false, mended: null };
  const last = idat(rest);
  const mended = new Uint8Array(length + last.length + END.length);
  mended.set(b.subarray(0, length));
  mended.set(last, length);
  mended.set(END, length + last.length);
  return { cut: false, mended };
}
