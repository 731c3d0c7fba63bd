// The same picture, but mirrored, shifted, grey, … (c/why/variants.h): of why.wasm and of trials.wasm.

import { DATASET_ERRORS, check, placeIn, whole } from "./errors.js";
import { MAX_PX } from "./limits.js";

/** What can be done to a picture. */
// C: VARIANT_SAME, VARIANT_MIRRORED, VARIANT_UPSIDE_DOWN, VARIANT_GREY, VARIANT_SWAPPED, VARIANT_BLURRED, VARIANT_LEFT, VARIANT_RIGHT, VARIANT_UP, VARIANT_DOWN, VARIANT_NO_MIDDLE, VARIANT_NO_EDGE
export const VARIANTS = [
  "same",
  "mirrored",
  "upside-down",
  "grey",
  "swapped",
  "blurred",
  "left",
  "right",
  "up",
  "down",
  "no-middle",
  "no-edge",
];

/**
 * The picture in a variant. @param {import('./core.js').Core} tools @param {Uint8Array} rgb 3 n_px^2 bytes
 * @param {string} variant one of VARIANTS
 * @param {{by?: number, paint?: Uint8Array}} [how] by: pixels it is shifted, or blurred around each; paint: what the middle
 *   or the edge is painted with, a picture of that size
 * @returns {Uint8Array}
 */
export function variantOf(tools, rgb, variant, { by = 0, paint = rgb } = {}) {
  const n_px = whole("side", Math.sqrt(rgb.length / 3), 1, MAX_PX);
  const bytes = whole("paint", paint.length, rgb.length, rgb.length);
  const numbers = [n_px, placeIn("variant", VARIANTS, variant), whole("by", by, 0, n_px - 1)];
  return tools.scratch(3 * bytes, (from) => {
    const [with_, out] = [from + bytes, from + 2 * bytes];
    tools.u8(from, bytes).set(rgb);
    tools.u8(with_, bytes).set(paint);
    check(tools.exports.variant_make(out, from, with_, ...numbers), DATASET_ERRORS, "variant");
    return tools.u8(out, bytes).slice();
  });
}
