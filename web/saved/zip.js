// A .zip, written entry by entry into what becomes a Blob: the browser may keep on disk what is behind.

import { crc32 } from "../pictures/archive/crc32.js";

/** @typedef {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} Pieces */

const FOLD_BYTES = 8 * 2 ** 20; // of loose pieces
const READ_BYTES = 2 ** 20;
const VERSION = 20; // of the format, that knows deflate
const UTF8 = 0x800;

/** Bytes that grow at their end. */
export class Bytes {
  /** @type {(Uint8Array | Blob)[]} */
  #parts = [];
  #loose = 0;
  size = 0;

  /** @param {Uint8Array} piece */
  push(piece) {
    this.#parts.push(piece);
    this.size += piece.length;
    this.#loose += piece.length;
    if (this.#loose < FOLD_BYTES) return;
    this.#parts = [this.blob("")];
    this.#loose = 0;
  }

  /** Those of another one behind these. @param {Bytes} other */
  append(other) {
    this.#parts.push(...other.#parts);
    this.size += other.size;
    this.#loose += other.#loose;
  }

  /** @param {string} type */
  blob(type) {
    return new Blob(/** @type {BlobPart[]} */ (this.#parts), { type });
  }

  async *pieces() {
    for (const part of this.#parts)
      if (part instanceof Uint8Array) yield part;
      else
        for (let i = 0; i < part.size; i += READ_BYTES)
          yield new Uint8Array(await part.slice(i, i + READ_BYTES).arrayBuffer());
  }
}

/** What a stream of the browser makes of these. @param {CompressionStream | DecompressionStream} stream
 *  @param {Pieces} pieces */
export async function* through({ readable, writable }, pieces) {
  const writer = writable.getWriter();
  const write = async () => {
    for await (const piece of pieces) await writer.write(/** @type {any} */ (piece));
    await writer.close();
  };
  write().catch((error) => writer.abort(error).catch(() => {})); // which the reader hears of
  const reader = readable.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {}); // it failed already, or nobody wants the rest
  }
}

/** Packed by the browser. @param {Pieces} pieces @param {"deflate" | "deflate-raw"} format */
export const deflated = (pieces, format) => through(new CompressionStream(format), pieces);

/** Numbers of so many bytes each, little-endian. @param {[number, number][]} numbers */
function numbered(...numbers) {
  const bytes = new Uint8Array(numbers.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of numbers)
    for (let k = 0; k < size; k++) bytes[at++] = Math.floor(value / 2 ** (8 * k)) & 255;
  return bytes;
}

/** Date and time as DOS had them, which is how a .zip has them. @param {Date} date */
const dosTime = (date) =>
  ((date.getFullYear() - 1980) * 2 ** 25 +
    ((date.getMonth() + 1) << 21) +
    (date.getDate() << 16) +
    (date.getHours() << 11) +
    (date.getMinutes() << 5) +
    (date.getSeconds() >> 1)) >>>
  0;

export class ZipWriter {
  #out = new Bytes();
  /** The list at its end. */
  #list = new Bytes();
  #entries = 0;

  /** @param {Date} [date] of all entries */
  constructor(date = new Date()) {
    this.time = dosTime(date);
  }

  /** @param {string} path @param {Pieces} pieces @param {{pack?: boolean}} [how] pack: not for what is packed already */
  async add(path, pieces, { pack = true } = {}) {
    let [crc, size] = [0, 0];
    const counted = async function* () {
      for await (const piece of pieces) {
        crc = crc32(crc, piece);
        size += piece.length;
        yield piece;
      }
    };
    const body = new Bytes();
    for await (const piece of pack ? deflated(counted(), "deflate-raw") : counted()) body.push(piece);
    const name = new TextEncoder().encode(path);
    const at = this.#out.size;
    const same = numbered(
      ...[VERSION, UTF8, pack ? 8 : 0].map((value) => /** @type {[number, number]} */ ([value, 2])),
      ...[this.time, crc, body.size, size].map((value) => /** @type {[number, number]} */ ([value, 4])),
      [name.length, 2],
      [0, 2],
    );
    for (const part of [numbered([0x04034b50, 4]), same, name]) this.#out.push(part);
    this.#out.append(body);
    const place = numbered([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
    for (const part of [numbered([0x02014b50, 4], [VERSION, 2]), same, place, name]) this.#list.push(part);
    this.#entries++;
  }

  /** A small text. @param {string} path @param {string} text */
  addText(path, text) {
    return this.add(path, [new TextEncoder().encode(text)]);
  }

  /** The whole archive. @returns {Bytes} */
  end() {
    const [at, bytes, n] = [this.#out.size, this.#list.size, this.#entries];
    this.#out.append(this.#list);
    this.#out.push(numbered([0x06054b50, 4], [0, 2], [0, 2], [n, 2], [n, 2], [bytes, 4], [at, 4], [0, 2]));
    return this.#out;
  }
}
