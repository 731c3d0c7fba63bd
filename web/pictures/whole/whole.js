// Whether a picture file is all there. Some browsers refuse a file that lacks only its last mark, others show half a
// picture and leave the rest grey or white; a neuron should not learn from halves. So what is there is counted against the
// size that the file declares, format by format, before decoding. What makes no sense otherwise is left to the decoder.

import { avifIsCut } from "./avif.js";
import { bmpHolds, icoIsCut, icoPngs } from "./bmp.js";
import { gifIsCut } from "./gif.js";
import { jpegHolds } from "./jpeg.js";
import { pngHolds } from "./png.js";
import { webpHolds } from "./webp.js";

/** @typedef {import('../bytes.js').Bytes} Bytes */
/** @typedef {{cut: boolean, mended: Uint8Array | null}} Whole cut: something of the picture is missing; mended: the bytes to
 *  decode instead, when all of it is there and only a formal end was missing */

const JPEG_END = [0xff, 0xd9];

/** @param {Bytes} b @returns {Whole} */
function jpeg(b) {
  const { cut, ended, length } = jpegHolds(b);
  if (cut || ended) return { cut, mended: null };
  const mended = new Uint8Array(length + JPEG_END.length);
  mended.set(b.subarray(0, length));
  mended.set(JPEG_END, length);
  return { cut, mended };
}

/** @param {Bytes} b @returns {Promise<Whole>} */
async function ico(b) {
  let cut = icoIsCut(b);
  for (const png of cut ? [] : icoPngs(b)) cut ||= (await pngHolds(png)).cut;
  return { cut, mended: null };
}

/** @type {Record<string, (b: Bytes, found: import('../sniff.js').Sniffed) => Whole | Promise<Whole>>} */
const LOOKS = {
  png: pngHolds,
  jpeg,
  webp: webpHolds,
  gif: (b) => ({ cut: gifIsCut(b), mended: null }),
  bmp: bmpHolds,
  ico,
  avif: (b, { cut }) => ({ cut: cut || avifIsCut(b), mended: null }),
};

/**
 * HEIC, like AVIF, says the lengths of its boxes, which sniff() has compared with the file already.
 * @param {import('../sniff.js').Sniffed} found @param {Bytes} bytes the whole file
 * @returns {Promise<Whole>}
 */
export async function lookWhole(found, bytes) {
  return LOOKS[found.format]?.(bytes, found) ?? { cut: found.cut, mended: null };
}
