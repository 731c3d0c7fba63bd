// Whether BMP and ICO files hold all of their pictures. BMP: rows of whole four bytes where they are not packed; packed
// ones end with a mark of their own.

import { says, u16le, u32le } from "../bytes.js";

/** @typedef {import('../bytes.js').Bytes} Bytes */

const PLAIN = [0, 3, 6]; // compressions that are none: BI_RGB and the two with masks
const [RLE8, RLE4] = [1, 2];

/** Where the run-length codes end with the mark for that, or cover all rows. @param {Bytes} b @param {number} at
 *  @param {number} height @param {boolean} nibbles */
function packedIsCut(b, at, height, nibbles) {
  let rows = 0;
  for (let i = at; i + 1 < b.length;) {
    const [count, code] = [b[i], b[i + 1]];
    i += 2;
    if (count > 0) continue;
    if (code === 1) return false;
    if (code === 0) {
      if (++rows >= height) return false;
    } else if (code === 2) {
      rows += b[i + 1];
      i += 2;
    } else i += 2 * Math.ceil((nibbles ? Math.ceil(code / 2) : code) / 2);
  }
  return true;
}

/**
 * @param {Bytes} b the whole file @param {{width: number, height: number}} declared
 * @returns {{cut: boolean, mended: Uint8Array | null}} mended: with the padding that its last row lacks
 */
export function bmpHolds(b, { width, height }) {
  const old = u32le(b, 14) === 12;
  const compression = old ? 0 : u32le(b, 30);
  const data = u32le(b, 10);
  if (compression === RLE8 || compression === RLE4)
    return { cut: packedIsCut(b, data, height, compression === RLE4), mended: null };
  if (!PLAIN.includes(compression)) return { cut: false, mended: null }; // the decoder's to refuse
  const bits = width * u16le(b, old ? 24 : 28);
  const row = 4 * Math.ceil(bits / 32);
  const end = data + row * height;
  if (end <= b.length) return { cut: false, mended: null };
  if (end - row + Math.ceil(bits / 8) > b.length) return { cut: true, mended: null };
  const mended = new Uint8Array(end);
  mended.set(b);
  return { cut: false, mended };
}

/** The entries of an ICO that are PNG files. @param {Bytes} b */
export function icoPngs(b) {
  return icoEntries(b).filter((entry) => says(entry, 1, "PNG"));
}

/** @param {Bytes} b */
const icoEntries = (b) =>
  Array.from({ length: u16le(b, 4) }, (_, k) => {
    const [size, at] = [u32le(b, 14 + 16 * k), u32le(b, 18 + 16 * k)];
    return b.subarray(at, at + size);
  });

/** @param {Bytes} b the whole file @returns {boolean} */
export function icoIsCut(b) {
  for (let k = 0, entry = 6; k < u16le(b, 4); k++, entry += 16)
    if (entry + 16 > b.length || u32le(b, entry + 8) + u32le(b, entry + 12) > b.length) return true;
  return false;
}
