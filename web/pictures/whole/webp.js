// Whether a WebP holds all of its (first) picture, as its chunks say, whatever the size in its header:
// https://developers.google.com/speed/webp/docs/riff_container

import { says, u32le } from "../bytes.js";

/** @typedef {import('../bytes.js').Bytes} Bytes */

const FRAME_HEAD = 16; // of an ANMF chunk, before the chunks of the frame

/** Index behind the first picture's data among the chunks from `at` on; Infinity where it is not there whole.
 *  @param {Bytes} b @param {number} at @param {number} end @returns {number} */
function pictureEnd(b, at, end) {
  for (let i = at; i + 8 <= end;) {
    const next = i + 8 + u32le(b, i + 4);
    if (says(b, i, "VP8 ") || says(b, i, "VP8L")) return next <= end ? next : Infinity;
    if (says(b, i, "ANMF")) return next <= end ? pictureEnd(b, i + 8 + FRAME_HEAD, next) : Infinity;
    i = next + (next & 1);
  }
  return Infinity;
}

/** Where the last chunk ends that is there and begins within what the header calls the file, or before the end of the picture;
 *  and whether the header says so. @param {Bytes} b @param {number} picture */
function chunksEnd(b, picture) {
  const declared = u32le(b, 4) + 8;
  let [end, said] = [12, false];
  for (let i = 12; i + 8 <= b.length && i < Math.max(declared, picture);) {
    const next = i + 8 + u32le(b, i + 4);
    if (next > b.length) break;
    i = next + (next & 1);
    end = i;
    said = declared === i && i <= b.length;
  }
  return { end, said };
}

/**
 * @param {Bytes} b the whole file
 * @returns {{cut: boolean, mended: Uint8Array | null}} mended: with the size and the padding that its header lacks, without
 *   a later frame of which only a part is there
 */
export function webpHolds(b) {
  const picture = pictureEnd(b, 12, b.length);
  if (picture === Infinity) return { cut: true, mended: null };
  const { end, said } = chunksEnd(b, picture);
  if (said) return { cut: false, mended: null };
  const mended = new Uint8Array(end);
  mended.set(b.subarray(0, end));
  new DataView(mended.buffer).setUint32(4, end - 8, true);
  return { cut: false, mended };
}
