// Whether an AVIF holds the codes of its pictures. Their lengths are in tables at its beginning; a file that was allotted before
// it was filled has zeros behind where it broke off, and decoders make grey of them. ISO/IEC 14496-12, 8.11.3 and 8.11.6.

import { says, u16be, u32be } from "../bytes.js";
import { boxes } from "../sniff.js";

/** @typedef {import('../bytes.js').Bytes} Bytes */

const TAIL = 32; // bytes; the codes of a tile end in a 1 and the zeros that fill its byte (AV1, 8.2.4)
const IN_FILE = 0; // construction method: offsets count from the beginning of the file

/** @param {Bytes} b @param {number} size bytes of the number: 0, 4 or 8 @param {number} at */
const sized = (b, size, at) =>
  size === 8 ? u32be(b, at) * 2 ** 32 + u32be(b, at + 4) : size === 4 ? u32be(b, at) : 0;

/** Numbers of the items that are AV1. @param {Bytes} b @param {number} start of what is in the iinf box @param {number} end */
function codedItems(b, start, end) {
  const items = new Set();
  for (const { type, start: at } of boxes(b, start + (b[start] === 0 ? 6 : 8), end)) {
    if (type !== "infe" || b[at] < 2) continue;
    const wide = b[at] === 3;
    if (says(b, at + (wide ? 10 : 8), "av01")) items.add(wide ? u32be(b, at + 4) : u16be(b, at + 4));
  }
  return items;
}

/** Where the items are in the file: [number, begin, end]. @param {Bytes} b @param {number} start of what is in the iloc box
 *  @param {number} end @returns {Generator<[number, number, number]>} */
function* extents(b, start, end) {
  const version = b[start];
  const [offsets, lengths, bases] = [b[start + 4] >> 4, b[start + 4] & 15, b[start + 5] >> 4];
  const indices = version > 0 ? b[start + 5] & 15 : 0;
  const wide = version === 2;
  let at = start + (wide ? 10 : 8);
  while (at < Math.min(end, b.length)) {
    const item = wide ? u32be(b, at) : u16be(b, at);
    at += wide ? 4 : 2;
    const method = version > 0 ? u16be(b, at) & 15 : IN_FILE;
    at += version > 0 ? 4 : 2; // and where its data are: this file
    const base = sized(b, bases, at);
    const count = u16be(b, at + bases);
    at += bases + 2;
    for (let k = 0; k < count && at < Math.min(end, b.length); k++) {
      const from = base + sized(b, offsets, at + indices);
      const length = sized(b, lengths, at + indices + offsets);
      if (method === IN_FILE && length > 0) yield [item, from, from + length];
      at += Math.max(1, indices + offsets + lengths);
    }
  }
}

/** @param {Bytes} b the whole file @returns {boolean} */
export function avifIsCut(b) {
  const meta = [...boxes(b, 0, b.length)].find(({ type }) => type === "meta");
  if (!meta) return false; // a sequence of pictures alone: its decoder's to refuse
  const inside = [...boxes(b, meta.start + 4, meta.end)];
  const [items, places] = ["iinf", "iloc"].map((name) => inside.find(({ type }) => type === name));
  if (!items || !places) return false;
  const coded = codedItems(b, items.start, items.end);
  for (const [item, from, to] of extents(b, places.start, places.end)) {
    if (!coded.has(item)) continue;
    if (to > b.length) return true;
    if (to - from > 2 * TAIL && b.subarray(to - TAIL, to).every((byte) => byte === 0)) return true;
  }
  return false;
}
