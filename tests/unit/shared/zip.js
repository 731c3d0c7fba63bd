// Archives and arrays as other programs write them, for tests: right ones, and wrong ones by saying something else than is so.
import { crc32, deflateRawSync } from "node:zlib";

/**
 * @typedef {object} Entry
 * @property {string | Buffer} name @property {Uint8Array | string} data
 * @property {boolean} [stored] not deflated @property {number} [size] declared instead of the true one
 * @property {number} [crc] the same @property {number} [flags] @property {number} [method]
 * @property {number} [at] where the list says it begins @property {number} [packed]
 */

const le = (/** @type {[number, number][]} */ ...numbers) =>
  Buffer.concat(
    numbers.map(([n, size]) => {
      const b = Buffer.alloc(size);
      b.writeUIntLE(n, 0, size);
      return b;
    }),
  );

/** A .zip with these files. @param {Entry[]} entries @param {{entries?: number}} [how] entries: declared number */
export function zip(entries, { entries: declared = entries.length } = {}) {
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const list = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(/** @type {any} */ (entry.name));
    const data = Buffer.from(/** @type {any} */ (entry.data));
    const body = entry.stored ? data : deflateRawSync(data);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const [flags, crc] = [entry.flags ?? 0x800, entry.crc ?? crc32(data)];
    const [packed, size] = [entry.packed ?? body.length, entry.size ?? data.length];
    const same = le(
      [flags, 2],
      [method, 2],
      [0, 4],
      [crc, 4],
      [packed, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
    );
    parts.push(Buffer.from("PK\x03\x04"), le([20, 2]), same, name, body);
    const place = le([0, 2], [0, 2], [0, 2], [0, 4], [entry.at ?? at, 4]);
    list.push(Buffer.from("PK\x01\x02"), le([20, 2], [20, 2]), same, place, name);
    at += 30 + name.length + body.length;
  }
  const bytes = list.reduce((sum, { length }) => sum + length, 0);
  const end = le([0, 2], [0, 2], [declared & 0xffff, 2], [declared & 0xffff, 2], [bytes, 4], [at, 4], [0, 2]);
  return new Uint8Array(Buffer.concat([...parts, ...list, Buffer.from("PK\x05\x06"), end]));
}

/**
 * A .npy. @param {string} descr e.g. "<f4" @param {number[]} shape @param {Uint8Array} data
 * @param {{version?: number, fortran?: boolean, header?: string}} [how]
 */
export function npy(descr, shape, data, { version = 1, fortran = false, header } = {}) {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const text =
    header ?? `{'descr': '${descr}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': (${sides}), }`;
  const wide = version === 1 ? 2 : 4;
  const padding = 63 - ((8 + wide + text.length) % 64);
  const padded = `${text}${" ".repeat(padding)}\n`;
  const head = Buffer.from([0x93, ...Buffer.from("NUMPY"), version, 0]);
  return new Uint8Array(
    Buffer.concat([head, le([padded.length, wide]), Buffer.from(padded), Buffer.from(data)]),
  );
}
