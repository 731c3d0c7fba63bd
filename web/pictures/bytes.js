// Numbers and marks in a file's bytes. Nothing here throws: a read past the end gives undefined, which the bit
// operations turn into 0.

/** @typedef {Uint8Array} Bytes */

export const u16le = (/** @type {Bytes} */ b, /** @type {number} */ i) => b[i] | (b[i + 1] << 8);
export const u16be = (/** @type {Bytes} */ b, /** @type {number} */ i) => (b[i] << 8) | b[i + 1];
export const u32le = (/** @type {Bytes} */ b, /** @type {number} */ i) =>
  (u16le(b, i) | (u16le(b, i + 2) << 16)) >>> 0;
export const u32be = (/** @type {Bytes} */ b, /** @type {number} */ i) =>
  ((u16be(b, i) << 16) | u16be(b, i + 2)) >>> 0;
export const u24le = (/** @type {Bytes} */ b, /** @type {number} */ i) => u16le(b, i) | (b[i + 2] << 16);

/** Whether this text stands there. @param {Bytes} b @param {number} at @param {string} text */
export function says(b, at, text) {
  for (let i = 0; i < text.length; i++) if (b[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
