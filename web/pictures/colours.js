// What a file says about the meaning of its numbers: colour profiles, gamma, primaries. Browsers heed it differently, some
// cannot be asked not to; so it is taken out, and the numbers of the file are what every browser decodes.

import { says, u16be, u32be, u32le } from "./bytes.js";

/** @typedef {import('./bytes.js').Bytes} Bytes */

const PNG_COLOURS = ["iCCP", "gAMA", "cHRM", "sRGB", "cICP", "mDCV", "cLLI"];
const PROFILE = "ICC_PROFILE\0";
const WEBP_HAS_PROFILE = 0x20; // in the flags of VP8X

/** @param {Bytes} b @param {[number, number][]} gaps from .. to-1, in order @returns {Uint8Array} */
function without(b, gaps) {
  const out = new Uint8Array(b.length - gaps.reduce((sum, [from, to]) => sum + to - from, 0));
  let [at, done] = [0, 0];
  for (const [from, to] of [...gaps, [b.length, b.length]]) {
    out.set(b.subarray(done, from), at);
    at += from - done;
    done = to;
  }
  return out;
}

/** Segments APP2 with an ICC profile, up to the first scan or to what is no segment; each is followed by another.
 *  @param {Bytes} b */
function jpeg(b) {
  /** @type {[number, number][]} */
  const gaps = [];
  for (let i = 2; i + 4 <= b.length && b[i] === 0xff;) {
    const marker = b[i + 1];
    if (marker === 0 || marker === 0xda || marker === 0xd9) break;
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const end = marker === 0xff ? i + 1 : i + 2 + (alone ? 0 : Math.max(2, u16be(b, i + 2)));
    const named = marker === 0xe2 && says(b, i + 4, PROFILE) && end >= i + 4 + PROFILE.length;
    if (named && b[end] === 0xff) gaps.push([i, end]);
    i = end;
  }
  return gaps;
}

/** @param {Bytes} b */
function png(b) {
  /** @type {[number, number][]} */
  const gaps = [];
  for (let i = 8; i + 12 <= b.length && !says(b, i + 4, "IDAT");) {
    const end = i + 12 + u32be(b, i);
    if (end <= b.length && PNG_COLOURS.some((type) => says(b, i + 4, type))) gaps.push([i, end]);
    i = end;
  }
  return gaps;
}

/** The profile stays where it is, under a name that nobody knows. @param {Bytes} b */
function webp(b) {
  if (!says(b, 12, "VP8X") || !(b[20] & WEBP_HAS_PROFILE)) return b;
  const out = b.slice();
  out[20] &= ~WEBP_HAS_PROFILE;
  for (let i = 12; i + 8 <= out.length;) {
    if (says(out, i, "ICCP")) out[i] = 0x69; // iCCP: unknown chunks are skipped
    const length = u32le(out, i + 4);
    i += 8 + length + (length & 1);
  }
  return out;
}

/**
 * The same file without its word about colours; the file itself where it has none or its format is another.
 * @param {string} format as sniff() names it @param {Bytes} bytes the whole file @returns {Uint8Array}
 */
export function plainColours(format, bytes) {
  if (format === "webp") return webp(bytes);
  const gaps = format === "jpeg" ? jpeg(bytes) : format === "png" ? png(bytes) : [];
  return gaps.length > 0 ? without(bytes, gaps) : bytes;
}
