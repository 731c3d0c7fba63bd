// Whether a GIF holds all of its first picture, which is the one taken: the codes are followed and the pixels counted.
// GIF89a, sections 15 to 22 and appendix F.

import { u16le } from "../bytes.js";
import { gifTable } from "../sniff.js";

/** @typedef {import('../bytes.js').Bytes} Bytes */

const MOST_CODES = 4096;
const TRAILER = 0x3b;

/** The bytes of the sub-blocks from `at`. @param {Bytes} b @param {number} at */
function* blockBytes(b, at) {
  for (let i = at; i < b.length && b[i] !== 0; i += b[i] + 1) yield* b.subarray(i + 1, i + 1 + b[i]);
}

/** How many pixels the codes stand for, counted up to `most`. @param {Iterable<number>} bytes @param {number} minimum code size
 *  @param {number} most */
function countPixels(bytes, minimum, most) {
  const [clear, end] = [1 << minimum, (1 << minimum) + 1];
  const length = new Uint32Array(MOST_CODES); // pixels that each code stands for
  length.fill(1, 0, clear);
  let [acc, bits, size, next, before, count] = [0, 0, minimum + 1, end + 1, -1, 0];
  for (const byte of bytes) {
    acc |= byte << bits;
    for (bits += 8; bits >= size && count < most;) {
      const code = acc & ((1 << size) - 1);
      acc >>>= size;
      bits -= size;
      if (code === end) return count;
      if (code === clear) {
        [size, next, before] = [minimum + 1, end + 1, -1];
        continue;
      }
      if (code > next || (code === next && before < 0)) return count;
      const known = code < next ? length[code] : length[before] + 1;
      if (before >= 0 && next < MOST_CODES) length[next++] = length[before] + 1;
      if (next === 1 << size && size < 12) size++;
      before = code;
      count += known;
    }
    if (count >= most) return count;
  }
  return count;
}

/** @param {Bytes} b the whole file @returns {boolean} */
export function gifIsCut(b) {
  for (let i = 13 + gifTable(b[10]); i < b.length;) {
    if (b[i] === 0x2c) {
      const pixels = u16le(b, i + 5) * u16le(b, i + 7);
      const data = i + 10 + gifTable(b[i + 9]);
      const minimum = b[data];
      if (!(minimum >= 1 && minimum <= 11)) return true;
      return countPixels(blockBytes(b, data + 1), minimum, pixels) < pixels;
    }
    if (b[i] === TRAILER) return true;
    if (b[i] !== 0x21) return false;
    i += 2;
    while (i < b.length && b[i] !== 0) i += b[i] + 1;
    i++;
  }
  return true;
}
