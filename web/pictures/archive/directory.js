// The list of contents at the end of a .zip, read and checked before a byte of any file in it is. What it declares is not
// believed further than it can be kept to: see entry.js.

import { says, u16le, u32le } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { textOf } from "../text.js";

/**
 * @typedef {object} Listed a file in an archive
 * @property {string} path folders and name, with "/" @property {number} size declared, of the file
 * @property {number} packed bytes in the archive @property {number} method 0 stored, 8 deflated
 * @property {number} crc @property {number} at where its own header begins @property {boolean} encrypted
 */

const END = "PK\x05\x06";
const END_BYTES = 22;
const COMMENT_BYTES = 65535; // that may stand behind the end
const ENTRY = "PK\x01\x02";
const ENTRY_BYTES = 46;
const WIDE = 0xffffffff; // the number stands in the extra field, in 64 bits
const MOST_ENTRIES = 50_000;
const LIST_BYTES = 64 * 2 ** 20;
// Deflate packs 1032 bytes into one at best, pictures hardly at all. What unpacks to more than this, and to so many times
// its size, was made to fill memory.
const BOMB_BYTES = 2 ** 30;
const BOMB_RATIO = 100;

/** @param {Blob} file @param {number} from @param {number} to */
export async function slice(file, from, to) {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    throw new Refusal("unreadable");
  }
}

/** The number of entries, and where their list is. @param {Blob} file */
async function findEnd(file) {
  const from = Math.max(0, file.size - END_BYTES - COMMENT_BYTES);
  const tail = await slice(file, from, file.size);
  for (let i = tail.length - END_BYTES; i >= 0; i--) {
    if (!says(tail, i, END) || i + END_BYTES + u16le(tail, i + 20) > tail.length) continue;
    const [entries, bytes, at] = [u16le(tail, i + 10), u32le(tail, i + 12), u32le(tail, i + 16)];
    if (at === WIDE && file.size > WIDE)
      throw new Refusal("file-too-big", { megabytes: Math.ceil(file.size / 2 ** 20) });
    // What is glued in front of an archive moves everything by as much.
    const shift = from + i - bytes - at;
    if (u16le(tail, i + 4) !== 0 || shift < 0) break;
    return { entries, bytes, at: at + shift, shift };
  }
  throw new Refusal("zip-damaged");
}

/** 64-bit numbers of the extra field, in place of those that were too large. @param {Uint8Array} extra
 *  @param {{size: number, packed: number, at: number}} numbers */
function widen(extra, numbers) {
  for (let i = 0; i + 4 <= extra.length; i += 4 + u16le(extra, i + 2)) {
    if (u16le(extra, i) !== 1) continue;
    let k = i + 4;
    for (const name of /** @type {const} */ (["size", "packed", "at"])) {
      if (numbers[name] !== WIDE) continue;
      numbers[name] = u32le(extra, k) + u32le(extra, k + 4) * 2 ** 32;
      k += 8;
    }
  }
  return numbers;
}

/** @param {Uint8Array} b the list @param {number} i @param {number} shift @returns {{entry: Listed, next: number}} */
function entryAt(b, i, shift) {
  const [name, extra, comment] = [u16le(b, i + 28), u16le(b, i + 30), u16le(b, i + 32)];
  const next = i + ENTRY_BYTES + name + extra + comment;
  if (!says(b, i, ENTRY) || next > b.length) throw new Refusal("zip-damaged");
  const numbers = { size: u32le(b, i + 24), packed: u32le(b, i + 20), at: u32le(b, i + 42) };
  const wide = widen(b.subarray(i + ENTRY_BYTES + name, i + ENTRY_BYTES + name + extra), numbers);
  // Some programs of Windows write its own separator.
  const path = textOf(b.subarray(i + ENTRY_BYTES, i + ENTRY_BYTES + name)).replaceAll("\\", "/");
  const entry = {
    ...wide,
    at: wide.at + shift,
    path,
    method: u16le(b, i + 10),
    crc: u32le(b, i + 16),
    encrypted: (u16le(b, i + 8) & 1) === 1,
  };
  return { entry, next };
}

const leavesItsFolder = (/** @type {string} */ path) =>
  path.startsWith("/") || /^[a-z]:/i.test(path) || path.split("/").includes("..");

/** What is wrong with the archive as a whole. @param {Listed[]} files @param {number} end where the list begins */
function check(files, end) {
  const stray = files.find(({ path }) => leavesItsFolder(path));
  if (stray) throw new Refusal("zip-names", { inside: stray.path });
  const locked = files.find(({ encrypted }) => encrypted);
  if (locked) throw new Refusal("zip-encrypted");
  const odd = files.find(({ method }) => method !== 0 && method !== 8);
  if (odd) throw new Refusal("zip-method", { inside: odd.path });
  const [size, packed] = [files.reduce((n, f) => n + f.size, 0), files.reduce((n, f) => n + f.packed, 0)];
  if (size > BOMB_BYTES && size > BOMB_RATIO * packed)
    throw new Refusal("zip-bomb", { megabytes: Math.ceil(size / 2 ** 20) });
  let free = 0; // two files in the same bytes: small archives that unpack to anything
  for (const { at, packed } of [...files].sort((a, b) => a.at - b.at)) {
    if (at < free || at + packed > end) throw new Refusal("zip-damaged");
    free = at + packed;
  }
}

/**
 * The files in an archive, folders left out, or a Refusal.
 * @param {Blob} file @returns {Promise<Listed[]>}
 */
export async function listOf(file) {
  const { entries, bytes, at, shift } = await findEnd(file);
  if (entries > MOST_ENTRIES) throw new Refusal("zip-entries", { most: MOST_ENTRIES });
  if (bytes > LIST_BYTES) throw new Refusal("zip-damaged");
  const list = await slice(file, at, at + bytes);
  /** @type {Listed[]} */
  const files = [];
  for (let i = 0, k = 0; k < entries; k++) {
    const { entry, next } = entryAt(list, i, shift);
    if (!entry.path.endsWith("/")) files.push(entry);
    i = next;
  }
  check(files, at);
  return files;
}
