// Whether a picture file is all there. Some browsers refuse a file that ends too early, others show what there is of
// it and leave the rest white or grey; a neuron should not learn from halves, so this is looked at before decoding.
// Only what is surely missing counts: what makes no sense otherwise is left to the decoder.

import { says, u16be, u16le, u32be, u32le } from "./bytes.js";
import { gifTable } from "./sniff.js";

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {import('./sniff.js').Sniffed} Sniffed */

/** The chunks up to IEND: https://www.w3.org/TR/png-3/#5DataRep @param {Bytes} b */
function pngIsCut(b) {
  for (let i = 8; ;) {
    const end = i + 12 + u32be(b, i);
    if (end > b.length) return true;
    if (says(b, i + 4, "IEND")) return false;
    i = end;
  }
}

/**
 * Segments by their lengths, and after each start of scan the pixels up to the next marker, to the end of image: ITU
 * T.81, annex B. What cameras put behind that end (a second picture, a film) is not looked at.
 * @param {Bytes} b
 */
function jpegIsCut(b) {
  for (let i = b.indexOf(0xff, 2); i >= 0 && i + 1 < b.length; i = b.indexOf(0xff, i)) {
    const marker = b[i + 1];
    if (marker === 0xd9) return false;
    if (marker === 0xff) i += 1;
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) i += 2;
    else i += 2 + Math.max(2, u16be(b, i + 2));
  }
  return true;
}

/** The first picture; what moves after it is not needed: GIF89a, sections 15 to 22. @param {Bytes} b */
function gifIsCut(b) {
  for (let i = 13 + gifTable(b[10]); i < b.length;) {
    const picture = b[i] === 0x2c;
    if (!picture && b[i] !== 0x21) return false;
    i += picture ? 11 + gifTable(b[i + 9]) : 2;
    while (i < b.length && b[i] !== 0) i += b[i] + 1;
    if (picture) return i >= b.length;
    i++;
  }
  return true;
}

const UNCOMPRESSED = [0, 3];

/** Rows of whole four bytes, where they are not packed. @param {Bytes} b @param {Sniffed} declared */
function bmpIsCut(b, { width, height }) {
  const old = u32le(b, 14) === 12;
  if (!old && !UNCOMPRESSED.includes(u32le(b, 30))) return false;
  const bits = u16le(b, old ? 24 : 28);
  return u32le(b, 10) + 4 * Math.ceil((width * bits) / 32) * height > b.length;
}

/** @param {Bytes} b */
function icoIsCut(b) {
  for (let k = 0, entry = 6; k < u16le(b, 4); k++, entry += 16)
    if (entry + 16 > b.length || u32le(b, entry + 8) + u32le(b, entry + 12) > b.length) return true;
  return false;
}

/** @type {Record<string, (b: Bytes, found: Sniffed) => boolean>} */
const IS_CUT = { png: pngIsCut, jpeg: jpegIsCut, gif: gifIsCut, bmp: bmpIsCut, ico: icoIsCut };

/**
 * True if a file ends before its (first) picture does. WebP, AVIF and HEIC say their length at the beginning, which
 * sniff() has compared already.
 * @param {Sniffed} found @param {Bytes} bytes the whole file
 */
export function endsTooEarly(found, bytes) {
  return found.cut || (IS_CUT[found.format]?.(bytes, found) ?? false);
}
