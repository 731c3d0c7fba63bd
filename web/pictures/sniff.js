// What a file says it is, read from its first bytes and nothing else: the format and the *declared* size, so that a
// picture of absurd size is refused before a decoder takes memory for it. Contents are never trusted: a read past the
// end counts as 0 (see bytes.js); every loop moves forward; nothing here throws.

import { says, u16be, u16le, u24le, u32be, u32le } from "./bytes.js";
import { isH5Name } from "./names.js";

/** @typedef {import('./bytes.js').Bytes} Bytes */

/**
 * @typedef {object} Sniffed
 * @property {string} format png jpeg webp gif bmp ico avif heic tiff jxl svg hdf5 npy zip empty unknown
 * @property {number} width declared, in pixels, before any EXIF turn; 0 when the header does not say (or was cut off)
 * @property {number} height
 * @property {boolean} cut the header promises more bytes than the file has
 */

const PNG = "\x89PNG\r\n\x1a\n";
const HDF5 = "\x89HDF\r\n\x1a\n";

/** @param {Bytes} b @param {number} [at] */
function png(b, at = 0) {
  return says(b, at + 12, "IHDR") ? { width: u32be(b, at + 16), height: u32be(b, at + 20) } : {};
}

/**
 * Walks the markers to the first start-of-frame. Bytes between segments are skipped as libjpeg does, so that what is
 * measured here is what a decoder will take.
 * @param {Bytes} b
 */
function jpeg(b) {
  for (let i = 2; i + 9 < b.length;) {
    if (b[i] !== 0xff || b[i + 1] === 0xff || b[i + 1] === 0) {
      i++;
      continue;
    }
    const marker = b[i + 1];
    const startsFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (startsFrame) return { height: u16be(b, i + 5), width: u16be(b, i + 7) };
    if (marker === 0xd9 || marker === 0xda) break; // end of picture, or pixels before any frame: no size
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    i += alone ? 2 : 2 + Math.max(2, u16be(b, i + 2));
  }
  return {};
}

/** @param {Bytes} b @param {number} size */
function webp(b, size) {
  const cut = u32le(b, 4) + 8 > size;
  if (says(b, 12, "VP8X")) return { width: u24le(b, 24) + 1, height: u24le(b, 27) + 1, cut };
  if (says(b, 12, "VP8L") && b[20] === 0x2f) {
    const bits = u32le(b, 21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, cut };
  }
  if (says(b, 12, "VP8 ") && says(b, 23, "\x9d\x01\x2a")) {
    return { width: u16le(b, 26) & 0x3fff, height: u16le(b, 28) & 0x3fff, cut };
  }
  return { cut };
}

/** Bytes of the table of colours that these flags announce. @param {number} flags */
export const gifTable = (flags) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

/**
 * The logical screen, enlarged by every frame that reaches past it: some decoders enlarge their canvas, too.
 * @param {Bytes} b
 */
function gif(b) {
  let width = u16le(b, 6);
  let height = u16le(b, 8);
  let i = 13 + gifTable(b[10]);
  const skipBlocks = () => {
    while (i < b.length && b[i] !== 0) i += b[i] + 1;
    i++;
  };
  while (i < b.length) {
    if (b[i] === 0x2c) {
      width = Math.max(width, u16le(b, i + 1) + u16le(b, i + 5));
      height = Math.max(height, u16le(b, i + 3) + u16le(b, i + 7));
      i += 11 + gifTable(b[i + 9]);
    } else if (b[i] === 0x21) {
      i += 2;
    } else {
      break;
    }
    skipBlocks();
  }
  return { width, height };
}

/** @param {Bytes} b @param {number} [at] where the info header begins */
function bmp(b, at = 14) {
  if (u32le(b, at) === 12) return { width: u16le(b, at + 4), height: u16le(b, at + 6) };
  return { width: Math.abs(u32le(b, at + 4) | 0), height: Math.abs(u32le(b, at + 8) | 0) };
}

/**
 * The largest picture inside; the directory's one byte a side is not believed, the picture's own header is.
 * @param {Bytes} b
 */
function ico(b) {
  let width = 0;
  let height = 0;
  for (let k = 0, entries = Math.min(u16le(b, 4), 256); k < entries; k++) {
    const entry = 6 + 16 * k;
    const at = u32le(b, entry + 12);
    const own = says(b, at, PNG) ? png(b, at) : bmp(b, at);
    width = Math.max(width, b[entry] || 256, own.width ?? 0);
    // A bitmap in an icon counts its mask as well, so its height is doubled: too careful by a factor of two is fine.
    height = Math.max(height, b[entry + 1] || 256, own.height ?? 0);
  }
  return { width, height };
}

/** @param {Bytes} b */
function tiff(b) {
  const little = b[0] === 0x49;
  const u16 = little ? u16le : u16be;
  const u32 = little ? u32le : u32be;
  const ifd = u32(b, 4);
  /** @type {{width?: number, height?: number}} */
  const found = {};
  for (let k = 0, entries = ifd < b.length ? u16(b, ifd) : 0; k < entries; k++) {
    const at = ifd + 2 + 12 * k;
    if (at + 12 > b.length) break;
    const value = u16(b, at + 2) === 3 ? u16(b, at + 8) : u32(b, at + 8);
    if (u16(b, at) === 256) found.width = value;
    if (u16(b, at) === 257) found.height = value;
  }
  return found;
}

/**
 * The boxes of an ISO media file between two offsets.
 * @param {Bytes} b @param {number} start @param {number} end
 */
export function* boxes(b, start, end) {
  for (let i = start; i + 8 <= Math.min(end, b.length);) {
    let length = u32be(b, i);
    let head = 8;
    if (length === 1) {
      length = u32be(b, i + 8) * 2 ** 32 + u32be(b, i + 12);
      head = 16;
    }
    if (length === 0) length = end - i; // "to the end of the file"
    if (length < head) return;
    yield { type: String.fromCharCode(...b.subarray(i + 4, i + 8)), start: i + head, end: i + length };
    i += length;
  }
}

const INSIDE = ["meta", "iprp", "ipco"];

/**
 * The largest `ispe` (picture extent) among the item properties; tiles of a grid are smaller than the whole.
 * @param {Bytes} b @param {number} size
 */
function heif(b, size) {
  let width = 0;
  let height = 0;
  let cut = false;
  const look = (/** @type {number} */ start, /** @type {number} */ end, /** @type {number} */ depth) => {
    for (const box of boxes(b, start, end)) {
      if (depth === 0 && box.end > size) cut = true;
      if (box.type === "ispe") {
        width = Math.max(width, u32be(b, box.start + 4));
        height = Math.max(height, u32be(b, box.start + 8));
      } else if (box.type === INSIDE[depth]) {
        look(box.start + (box.type === "meta" ? 4 : 0), Math.min(box.end, end), depth + 1);
      }
    }
  };
  look(0, size, 0);
  return { width, height, cut };
}

/** @param {Bytes} b */
function heifFormat(b) {
  const end = Math.min(u32be(b, 0), b.length, 256);
  const brands = new Set();
  for (let i = 8; i + 4 <= end; i += 4)
    if (i !== 12) brands.add(String.fromCharCode(...b.subarray(i, i + 4)));
  if (brands.has("avif") || brands.has("avis")) return "avif";
  const heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
  return heic.some((brand) => brands.has(brand)) ? "heic" : "unknown";
}

/** @param {Bytes} b */
function isSvg(b) {
  const text = String.fromCharCode(...b.subarray(0, 4096)).replace(/^\xef\xbb\xbf/, "");
  return /^\s*<(svg|\?xml|!--|!doctype\s+svg)/i.test(text) && /<svg[\s>]/i.test(text);
}

/** HDF5 may stand behind a user block of 512, 1024, 2048 ... bytes. @param {Bytes} b */
function isHdf5(b) {
  for (let at = 0; at < b.length; at = at ? at * 2 : 512) if (says(b, at, HDF5)) return true;
  return false;
}

/** @param {Bytes} b @param {number} size @returns {{format: string, width?: number, height?: number, cut?: boolean}} */
function recognise(b, size) {
  if (size === 0) return { format: "empty" };
  if (says(b, 0, PNG)) return { format: "png", ...png(b) };
  if (says(b, 0, "\xff\xd8\xff")) return { format: "jpeg", ...jpeg(b) };
  if (says(b, 0, "RIFF") && says(b, 8, "WEBP")) return { format: "webp", ...webp(b, size) };
  if (says(b, 0, "GIF87a") || says(b, 0, "GIF89a")) return { format: "gif", ...gif(b) };
  if (says(b, 0, "BM") && [12, 16, 40, 52, 56, 64, 108, 124].includes(u32le(b, 14)))
    return { format: "bmp", ...bmp(b) };
  if (says(b, 0, "\0\0\x01\0") && u16le(b, 4) > 0 && b.length >= 22) return { format: "ico", ...ico(b) };
  if (says(b, 4, "ftyp")) {
    const format = heifFormat(b);
    return format === "unknown" ? { format } : { format, ...heif(b, size) };
  }
  if (says(b, 0, "II*\0") || says(b, 0, "MM\0*")) return { format: "tiff", ...tiff(b) };
  if (says(b, 0, "\xff\x0a") || says(b, 0, "\0\0\0\x0cJXL \r\n\x87\n")) return { format: "jxl" };
  if (isHdf5(b)) return { format: "hdf5" };
  if (says(b, 0, "\x93NUMPY")) return { format: "npy" };
  if (says(b, 0, "PK\x03\x04") || says(b, 0, "PK\x05\x06")) return { format: "zip" };
  if (isSvg(b)) return { format: "svg" };
  return { format: "unknown" };
}

/**
 * Recognises a file by its contents, whatever its name says.
 * @param {Uint8Array} bytes the whole file, or its beginning
 * @param {number} [size] bytes in the whole file
 * @returns {Sniffed}
 */
export function sniff(bytes, size = bytes.length) {
  return { width: 0, height: 0, cut: false, ...recognise(bytes, size) };
}

/** @typedef {'h5' | 'npy' | 'zip' | 'picture'} Kind what reads it; what is none of these may still be a picture */
/** @type {Record<string, Kind>} */
const KINDS = { hdf5: "h5", npy: "npy", zip: "zip" };

/** By the first bytes; a name that says HDF5 is believed as well. @param {File | Blob} file @returns {Promise<Kind>} */
export async function kindOf(file) {
  if ("name" in file && isH5Name(file.name)) return "h5";
  if (file.type.startsWith("image/")) return "picture"; // spares a read for each of thousands of pictures
  try {
    const { format } = sniff(new Uint8Array(await file.slice(0, 8).arrayBuffer()), file.size);
    return KINDS[format] ?? "picture";
  } catch {
    return "picture"; // a folder, or gone: decodePicture will say which
  }
}
