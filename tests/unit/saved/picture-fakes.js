// What tests of pictures with something in them do to their bytes.
import assert from "node:assert/strict";
import { crc32, inflateSync } from "node:zlib";
import { CHUNKS, chunksOf } from "../../../web/pictures/carried/look.js";
import { sizeIn } from "../../../web/saved/png.js";

export const joined = (/** @type {Uint8Array[]} */ pieces) => new Uint8Array(Buffer.concat(pieces));
export const bytesOf = async (/** @type {Blob} */ blob) => new Uint8Array(await blob.arrayBuffer());
export const png = (/** @type {Uint8Array} */ bytes, name = "model.png") =>
  new File([/** @type {any} */ (bytes)], name, { type: "image/png" });

/** The file with this in the place of its own chunk. @param {Uint8Array} file @param {Uint8Array[]} chunks
 *  @param {string} [type] */
export function instead(file, chunks, type = CHUNKS.model) {
  const [{ from, to }] = chunksOf(file, type);
  return joined([file.subarray(0, from - 8), ...chunks, file.subarray(to + 4)]);
}

/** Everything that a PNG may be asked: signature, checksums, pixels. @param {Uint8Array} file */
export function checkPng(file) {
  const types = [];
  const data = [];
  const view = new DataView(file.buffer, file.byteOffset);
  for (let i = 8; i < file.length;) {
    const end = i + 12 + view.getUint32(i);
    const type = String.fromCharCode(...file.subarray(i + 4, i + 8));
    assert.equal(view.getUint32(end - 4), crc32(file.subarray(i + 4, end - 4)), type);
    types.push(type);
    if (type === "IDAT") data.push(file.subarray(i + 8, end - 4));
    i = end;
  }
  const { width, height } = /** @type {any} */ (sizeIn(file));
  assert.equal(inflateSync(Buffer.concat(data)).length, height * (1 + 3 * width));
  return { types, width, height };
}
