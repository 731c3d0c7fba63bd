// Browsers turn a JPEG upright by themselves. With WebP they disagree (WebKit does, Chromium does not), so there the
// orientation is read here, hidden from the browser, and applied when the pixels are read.

/** @typedef {(width: number, height: number) => number[]} Turn */

/** Where (x, y) goes for each EXIF orientation, as canvas transforms of a picture. @type {Turn[]} */
const TURNS = [
  () => [1, 0, 0, 1, 0, 0],
  (w) => [-1, 0, 0, 1, w, 0],
  (w, h) => [-1, 0, 0, -1, w, h],
  (_w, h) => [1, 0, 0, -1, 0, h],
  () => [0, 1, 1, 0, 0, 0],
  (_w, h) => [0, 1, -1, 0, h, 0],
  (w, h) => [0, -1, -1, 0, h, w],
  (w) => [0, -1, 1, 0, 0, w],
];

/**
 * How a decoded picture is drawn to be upright, and how large it is then.
 * @param {{width: number, height: number}} picture @param {number} orientation EXIF's, 1 to 8
 */
export function turned({ width, height }, orientation) {
  const transform = TURNS[orientation - 1](width, height);
  return orientation < 5 ? { width, height, transform } : { width: height, height: width, transform };
}

/** @param {Uint8Array} exif @returns {number} 1 to 8; 1 if it does not say */
function orientationIn(exif) {
  const prefixed = String.fromCharCode(...exif.subarray(0, 6)) === "Exif\0\0";
  const tiff = exif.subarray(prefixed ? 6 : 0);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  if (view.byteLength < 8) return 1;
  const little = view.getUint16(0) === 0x4949;
  const ifd = view.getUint32(4, little);
  const entries = ifd + 2 <= view.byteLength ? view.getUint16(ifd, little) : 0;
  for (let at = ifd + 2, k = 0; k < entries && at + 12 <= view.byteLength; k++, at += 12) {
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/**
 * The orientation of a WebP file. Its EXIF chunks are renamed in `bytes`, so that no browser turns the picture as well; the
 * first is the one that counts.
 * @param {Uint8Array} bytes the whole file
 * @returns {number} 1 to 8
 */
export function takeOrientation(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let orientation = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    if (view.getUint32(at) === 0x45584946 /* EXIF */) {
      view.setUint32(at, 0x65786966); // exif: unknown chunks are skipped
      orientation ||= orientationIn(bytes.subarray(at + 8, at + 8 + length));
    }
    at += 8 + length + (length & 1);
  }
  return orientation || 1;
}
