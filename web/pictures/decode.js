// One picture file -> one small square of bytes. The browser decodes at the picture's own size (there all browsers
// agree), the C core makes it small (there they do not). One picture is in memory at a time, and its declared size is
// checked before a decoder sees it.

import { carriedBy } from "./carried/look.js";
import { ribbonIn } from "./carried/ribbon.js";
import { plainColours } from "./colours.js";
import { Refusal } from "./refusal.js";
import { MASTER_PX } from "./sizes.js";
import { sniff } from "./sniff.js";
import { takeOrientation, turned } from "./upright.js";
import { lookWhole } from "./whole/whole.js";

const FILE_BYTES = 64 * 2 ** 20;
const HEAD_BYTES = 256 * 1024;
// A phone's full 8160 x 6120 passes; as RGBA that is 200 MB for a moment. Larger ones are not decoded at a reduced size:
// browsers do that differently, and the same picture would give other bytes.
const MAX_PIXELS = 50e6;
const MAX_SIDE = 16384;
const STRIP_PIXELS = 4e6; // read back in strips: canvases of more than 16 megapixels stay blank on some tablets

/** What every browser this page runs in can decode: if it fails there, the file is at fault, not the browser. */
const EVERYWHERE = ["png", "jpeg", "webp", "gif", "bmp", "ico"];
/** @type {Record<string, string>} */
const NAMES = { avif: "AVIF", heic: "HEIC", tiff: "TIFF", jxl: "JPEG XL" };

/** @param {{width: number, height: number}} picture */
const tooLarge = ({ width, height }) => new Refusal("too-large", { width, height, most: MAX_PIXELS / 1e6 });

/** @param {{width: number, height: number}} picture */
function refuseHuge({ width, height }) {
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw tooLarge({ width, height });
  }
}

/** @param {File | Blob} file */
const nameOf = (file) => ("name" in file ? file.name : "");

/**
 * The first `count` bytes. A dropped folder arrives as a file without a type that cannot be read.
 * @param {File | Blob} file
 * @param {number} count
 */
async function readHead(file, count) {
  try {
    const part = count < file.size ? file.slice(0, count) : file;
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    throw new Refusal(file.type === "" ? "folder" : "unreadable");
  }
}

/** What it says it is, and its bytes: all of a small file, the first of a large one. @param {File | Blob} file */
async function inspect(file) {
  let bytes = await readHead(file, HEAD_BYTES);
  if (bytes.length === 0) {
    await readHead(file, Infinity); // one that is gone has no bytes either; browsers say so when it is read whole
    throw new Refusal(file.type === "" && !nameOf(file).includes(".") ? "folder" : "empty-file");
  }
  let found = sniff(bytes, file.size);
  // Long colour profiles and previews may push the size far back: look once more, at everything.
  if (found.width === 0 && file.size > bytes.length && found.format !== "unknown") {
    bytes = await readHead(file, file.size);
    found = sniff(bytes, file.size);
  }
  return { found, bytes };
}

/** The reason to give when this file did not become a picture. @param {import('./sniff.js').Sniffed} found */
function reasonFor({ format, cut }) {
  if (EVERYWHERE.includes(format) || (format === "avif" && cut)) return new Refusal("truncated");
  return new Refusal("undecodable", { format: NAMES[format] ?? format });
}

/**
 * The pixels of a bitmap, turned upright, four bytes each, not premultiplied, row by row.
 * @param {ImageBitmap} bitmap @param {number} orientation that the browser has not applied
 */
function readPixels(bitmap, orientation) {
  const { width, height, transform } = turned(bitmap, orientation);
  const [a, b, c, d, e, f] = transform;
  const rows = Math.min(height, Math.max(1, Math.floor(STRIP_PIXELS / width)));
  const context = new OffscreenCanvas(width, rows).getContext("2d", { willReadFrequently: true });
  if (!context) throw tooLarge({ width, height });
  context.globalCompositeOperation = "copy"; // else a transparent strip would show the strip before it
  context.imageSmoothingEnabled = false;
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += rows) {
    const count = Math.min(rows, height - y);
    context.setTransform(a, b, c, d, e, f - y);
    context.drawImage(bitmap, 0, 0);
    rgba.set(context.getImageData(0, 0, width, count).data, y * width * 4);
  }
  return { rgba, width, height };
}

/**
 * @param {File | Blob} file @param {import('./sniff.js').Sniffed} found
 * @param {Uint8Array<ArrayBuffer>} bytes its first, or all
 * @returns {Promise<{bitmap: ImageBitmap, orientation: number}>} orientation: still to be applied
 */
async function decode(file, found, bytes) {
  const all = bytes.length === file.size ? bytes : await readHead(file, file.size);
  const { cut, mended } = await lookWhole(found, all);
  if (cut) throw reasonFor(found);
  const plain = /** @type {Uint8Array<ArrayBuffer>} */ (plainColours(found.format, mended ?? all));
  const webp = found.format === "webp";
  const orientation = webp ? takeOrientation(plain) : 1;
  const source = webp || plain !== all ? new Blob([plain], { type: `image/${found.format}` }) : file;
  try {
    // The first frame if it moves; turned upright by its EXIF data, except for WebP.
    return { bitmap: await createImageBitmap(source, { colorSpaceConversion: "none" }), orientation };
  } catch {
    throw reasonFor(found);
  }
}

/** @typedef {{fit: 'crop' | 'fit', resize: (picture: {rgba: Uint8Array, width: number, height: number, n_px: number,
 *   fit: 'crop' | 'fit'}) => Uint8Array, px?: number}} Small how a picture is made small: see decodePicture */

/** A frame of a camera, made small the way every picture is. Closes the bitmap. @param {ImageBitmap} bitmap @param {Small} how */
export function smallFrame(bitmap, { fit, resize, px = MASTER_PX }) {
  try {
    refuseHuge(bitmap);
    return { rgb: resize({ ...readPixels(bitmap, 1), n_px: px, fit }), px };
  } finally {
    bitmap.close();
  }
}

/**
 * Decodes one picture file and makes it small, or throws a Refusal that says why not.
 * @param {File | Blob} file
 * @param {object} options
 * @param {'crop' | 'fit'} options.fit the centre square, or the whole picture on white
 * @param {(picture: {rgba: Uint8Array, width: number, height: number, n_px: number, fit: 'crop' | 'fit'}) => Uint8Array}
 *   options.resize the C core's; flattens transparency on white as well
 * @param {number} [options.px]
 * @returns {Promise<{rgb: Uint8Array, px: number, width: number, height: number}>}
 */
export async function decodePicture(file, { fit, resize, px = MASTER_PX }) {
  if (file.size > FILE_BYTES)
    throw new Refusal("file-too-big", { megabytes: Math.ceil(file.size / 2 ** 20) });
  const { found, bytes } = await inspect(file);
  if (found.format === "svg") throw new Refusal("svg");
  if (["unknown", "hdf5", "npy", "zip"].includes(found.format)) throw new Refusal("not-image");
  // No size, no guard: such a file is not shown to a decoder.
  if (found.width === 0 || found.height === 0) throw reasonFor(found);
  refuseHuge(found);

  const { bitmap, orientation } = await decode(file, found, bytes);
  try {
    if (bitmap.width === 0 || bitmap.height === 0) throw reasonFor(found);
    refuseHuge(bitmap);
    const picture = readPixels(bitmap, orientation);
    if (ribbonIn(picture))
      throw (await carriedBy(file)) ? new Refusal("saved-alone") : new Refusal("carried-lost");
    const rgb = resize({ ...picture, n_px: px, fit });
    return { rgb, px, width: picture.width, height: picture.height };
  } catch (error) {
    // Out of memory on a large picture shows as a RangeError, here or in the core.
    if (error instanceof RangeError) throw tooLarge(found);
    throw error;
  } finally {
    bitmap.close();
  }
}
