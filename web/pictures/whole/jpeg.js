// Whether a JPEG holds all of its picture: the codes of every scan are followed, since an end marker can stand behind half
// a picture and be missing behind a whole one. ITU T.81, annex B; what cameras put behind the end is not looked at.

import { u16be } from "../bytes.js";
import { readCodes } from "./huffman.js";
import { LEFT_OVER, followScan } from "./scan.js";

/** @typedef {import('../bytes.js').Bytes} Bytes */
/** @typedef {import('./scan.js').Component} Component */

const BASELINE = 0xc0;
const EXTENDED = 0xc1;
const PROGRESSIVE = 0xc2;
const NONE = new Uint16Array(1 << 16);

/** @param {number} marker of a frame; its codes are not told here: arithmetic, lossless, hierarchical */
const isOtherFrame = (marker) => marker >= 0xc3 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * Whether what lies behind the last code of a scan may lie there: next to nothing, or padding. More means that codes on the way
 * were damaged or overwritten, and stand for other blocks than they did. Zeros that follow on zeros are no padding: zeros
 * are codes as well, and have been read as such.
 * @param {Bytes} b @param {number} from @param {number} to
 */
function mayBeLeft(b, from, to) {
  if (to - from <= LEFT_OVER) return true;
  const [first] = b.subarray(from, to);
  if (first !== 0 && first !== 0xff) return false;
  if (b.subarray(from, to).some((byte) => byte !== first)) return false;
  return first !== 0 || b.subarray(from - LEFT_OVER, from).some((byte) => byte !== 0);
}

/** What the segments have said so far. */
class State {
  /** @type {Component[]} */
  components = [];
  /** By class << 4 | number. @type {Map<number, import('./huffman.js').Codes>} */
  codes = new Map();
  progressive = false;
  precision = 8; // bits of a sample
  units = 0; // of a scan with several components
  restart = 0;
  /** Coefficients, by component, of which every bit is there. @type {Map<number, Set<number>>} */
  seen = new Map();

  /** Every coefficient of every component has come: progressive pictures bring them in many scans. */
  get complete() {
    const { components, seen } = this;
    return components.length > 0 && components.every(({ id }) => seen.get(id)?.size === 64);
  }

  /** @param {number} id of a component @param {number} from first coefficient @param {number} to last one */
  see(id, from, to) {
    const known = this.seen.get(id) ?? new Set();
    for (let k = from; k <= to && k < 64; k++) known.add(k);
    this.seen.set(id, known);
  }
}

/** @param {State} state @param {Bytes} b @param {number} at @param {number} end */
function takeCodes(state, b, at, end) {
  while (at + 17 <= end) {
    const { codes, end: next } = readCodes(b, at + 1);
    state.codes.set(b[at], codes);
    at = next;
  }
}

/** @param {State} state @param {Bytes} b @param {number} at @param {boolean} progressive */
function takeFrame(state, b, at, progressive) {
  const [height, width] = [u16be(b, at + 1), u16be(b, at + 3)];
  const parts = Array.from({ length: b[at + 5] }, (_, k) => {
    const sampling = b[at + 7 + 3 * k];
    return { id: b[at + 6 + 3 * k], h: sampling >> 4, v: sampling & 15 };
  });
  const [h, v] = [Math.max(...parts.map((part) => part.h)), Math.max(...parts.map((part) => part.v))];
  state.progressive = progressive;
  state.precision = b[at];
  state.units = Math.ceil(width / (8 * h)) * Math.ceil(height / (8 * v));
  state.components = parts.map((part) => {
    const across = Math.ceil(Math.ceil((width * part.h) / h) / 8);
    const down = Math.ceil(Math.ceil((height * part.v) / v) / 8);
    return { ...part, across, down, known: progressive ? new Uint32Array(2 * across * down) : null };
  });
}

/** Follows the scan whose header begins at `at`. @param {State} state @param {Bytes} b @param {number} at @param {number} data
 *  where its codes begin */
function takeScan(state, b, at, data) {
  const parts = Array.from({ length: b[at] }, (_, k) => {
    const component = state.components.find(({ id }) => id === b[at + 1 + 2 * k]);
    const tables = b[at + 2 + 2 * k];
    const [dc, ac] = [state.codes.get(tables >> 4) ?? NONE, state.codes.get(16 | (tables & 15)) ?? NONE];
    return component && { component, dc, ac };
  }).filter((part) => part !== undefined);
  if (parts.length === 0 || parts.length !== b[at]) return { whole: false, end: data };
  const [from, to, approximation] = b.subarray(at + 1 + 2 * parts.length, at + 4 + 2 * parts.length);
  const [{ component }] = parts;
  const units = parts.length === 1 ? component.across * component.down : state.units;
  const { progressive, precision, restart } = state;
  const refines = approximation >> 4 > 0;
  const found = followScan(b, data, { progressive, precision, from, to, refines, parts, units, restart });
  const lastBit = !progressive || (approximation & 15) === 0;
  if (found.whole && lastBit)
    for (const part of parts) state.see(part.component.id, progressive ? from : 0, progressive ? to : 63);
  return found;
}

/** Index of the next marker at or behind `at`, stuffed bytes and restarts passed over; the length of b without one.
 *  @param {Bytes} b @param {number} at */
function nextMarker(b, at) {
  for (let i = b.indexOf(0xff, at); i >= 0 && i + 1 < b.length; i = b.indexOf(0xff, i)) {
    const marker = b[i + 1];
    if (marker > 1 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd8)) return i;
    i += marker === 0xff ? 1 : 2;
  }
  return b.length;
}

/**
 * @param {Bytes} b the whole file
 * @returns {{cut: boolean, ended: boolean, length: number}} cut: something of the picture is missing; ended: there is an
 *   end marker; length: up to where the picture's data go
 */
export function jpegHolds(b) {
  const state = new State();
  let [followed, length] = [true, 2];
  for (let i = nextMarker(b, 2); i < b.length;) {
    const marker = b[i + 1];
    if (marker === 0xd9) return { cut: followed && !state.complete, ended: true, length: i };
    const [body, end] = [i + 4, i + 2 + Math.max(2, u16be(b, i + 2))];
    if (end > b.length) break;
    if (marker === 0xc4) takeCodes(state, b, body, end);
    else if (marker === 0xdd) state.restart = u16be(b, body);
    else if ([BASELINE, EXTENDED, PROGRESSIVE].includes(marker)) {
      // Nothing decodes a second frame, and its size is not the one that was looked at before.
      if (state.components.length > 0) return { cut: true, ended: false, length };
      takeFrame(state, b, body, marker === PROGRESSIVE);
    } else if (isOtherFrame(marker)) followed = false;
    length = end;
    if (marker === 0xda && followed) {
      const scan = takeScan(state, b, body, end);
      if (!scan.whole) return { cut: true, ended: false, length: scan.end };
      i = nextMarker(b, scan.end);
      if (!mayBeLeft(b, scan.end, i)) return { cut: true, ended: false, length: scan.end };
      length = scan.end;
    } else i = nextMarker(b, end);
  }
  return { cut: !(followed && state.complete), ended: false, length };
}
