// The ribbon along the lower edge of pictures that this page wrote to be read again: 32 fields, dark and light. Whoever makes
// the picture anew, smaller or as JPEG, loses what it carried, but not the ribbon: so that can be said.

/** @typedef {"model" | "sheet"} Carried */

const FIELDS = 32;
/** A field each bit, the first on the left. Any two of these, upside down too, differ in half of their fields.
 *  @type {Record<Carried, number>} */
const CODES = { model: 0xb38e1a6d, sheet: 0x6a59c3e4 };
const [DARK, LIGHT] = [0x3a, 0xe4];
const MARGIN = 24; // of a field's brightness around the middle: neither dark nor light
const MISREAD = 1; // fields that may be
const LEAST_WIDTH = 128; // 4 pixels a field
const FLAT = 2; // a field is as many times as wide as it is high

/** Its height in a picture of this width. @param {number} width */
export const ribbonHeight = (width) => Math.round(width / FIELDS / FLAT);

/** @param {Carried} carried @param {number} k */
const isLight = (carried, k) => ((CODES[carried] >>> (FIELDS - 1 - k)) & 1) === 1;

/** One of its rows. @param {number} width @param {Carried} carried @returns {Uint8Array} rgb */
export function ribbonRow(width, carried) {
  const row = new Uint8Array(3 * width);
  for (let x = 0; x < width; x++)
    row.fill(isLight(carried, Math.floor((x * FIELDS) / width)) ? LIGHT : DARK, 3 * x, 3 * x + 3);
  return row;
}

/** How bright field k is, in its middle. @param {{rgba: Uint8Array, width: number, height: number}} picture
 *  @param {number} k */
function brightness({ rgba, width, height }, k) {
  const side = width / FIELDS;
  let sum = 0;
  for (const dx of [-0.2, 0, 0.2])
    for (const dy of [-0.2, 0, 0.2]) {
      const x = Math.floor((k + 0.5 + dx) * side);
      const y = Math.floor(height - ((0.5 + dy) * side) / FLAT);
      const at = 4 * (y * width + x);
      sum += rgba[at] + rgba[at + 1] + rgba[at + 2];
    }
  return sum / 27;
}

/** What a picture carried when it was written. @param {{rgba: Uint8Array, width: number, height: number}} picture
 *  @returns {Carried | null} null: it is none of ours, as far as can be seen */
export function ribbonIn(picture) {
  if (picture.width < LEAST_WIDTH || picture.height < picture.width / 8) return null;
  const fields = Array.from({ length: FIELDS }, (_, k) => brightness(picture, k) - (DARK + LIGHT) / 2);
  const unread = (/** @type {Carried} */ carried) =>
    fields.filter((value, k) => !((isLight(carried, k) ? value : -value) > MARGIN)).length;
  return /** @type {Carried[]} */ (["model", "sheet"]).find((carried) => unread(carried) <= MISREAD) ?? null;
}
