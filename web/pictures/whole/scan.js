// One scan of a JPEG, followed code by code without making pixels of it: does it hold every block of the frame? ITU T.81,
// annex F (sequential) and G (progressive).

import { Bits } from "./huffman.js";

/** Bytes behind the last code that need no reason. */
export const LEFT_OVER = 16;

/** @typedef {import('./huffman.js').Codes} Codes */
/**
 * @typedef {object} Component of a frame
 * @property {number} id @property {number} h blocks of one unit, across @property {number} v and down
 * @property {number} across blocks of it in the frame, alone in a scan @property {number} down
 * @property {Uint32Array | null} known two words a block: which coefficients of a progressive frame are not 0 by now
 */
/**
 * @typedef {object} Scan
 * @property {boolean} progressive @property {number} precision bits of a sample @property {number} from first coefficient @property {number} to last one
 * @property {boolean} refines one more bit of what earlier scans began
 * @property {{component: Component, dc: Codes, ac: Codes}[]} parts
 * @property {number} units of which the scan consists: blocks of a single component, else the least that has all
 * @property {number} restart units between two restart markers; 0: none
 */

/** The largest differences and coefficients that samples of so many bits can have, in bits. @param {number} precision */
const mostDc = (precision) => precision + 3;
const mostAc = (/** @type {number} */ precision) => precision + 2;

/** @param {Bits} bits @param {Codes} dc @param {Scan} scan @returns {boolean} */
function firstDc(bits, dc, { precision }) {
  const n = bits.symbol(dc);
  if (n < 0 || n > mostDc(precision)) return false;
  bits.take(n);
  return true;
}

/** @param {Bits} bits @param {Codes} ac @param {Scan} scan @returns {boolean} */
function sequentialAc(bits, ac, { precision }) {
  const most = mostAc(precision);
  for (let k = 1; k < 64; k++) {
    const symbol = bits.symbol(ac);
    if (symbol < 0) return false;
    const n = symbol & 15;
    k += symbol >> 4;
    if (n === 0 && symbol !== 0xf0) return true; // end of block
    if (n > most || k > 63) return false; // no encoder writes that: codes on the way are damaged
    bits.take(n);
  }
  return true;
}

/** Blocks that need no more codes: the rest of a run of ended ones. */
class Run {
  left = 0;
}

/** @param {Bits} bits @param {Codes} ac @param {Scan} scan @param {Run} run @param {Uint32Array} known @param {number} block */
function firstAc(bits, ac, { from, to, precision }, run, known, block) {
  if (run.left > 0) return run.left-- > 0;
  for (let k = from; k <= to; k++) {
    const symbol = bits.symbol(ac);
    if (symbol < 0) return false;
    const [zeros, n] = [symbol >> 4, symbol & 15];
    if (n === 0 && zeros < 15) {
      run.left = (1 << zeros) - 1 + bits.take(zeros);
      return true;
    }
    k += zeros;
    if (n > mostAc(precision) || k > to) return false;
    if (n === 0) continue;
    bits.take(n);
    known[2 * block + (k >> 5)] |= 1 << (k & 31);
  }
  return true;
}

/** @param {Bits} bits @param {Codes} ac @param {Scan} scan @param {Run} run @param {Uint32Array} known @param {number} block */
function refineAc(bits, ac, { from, to }, run, known, block) {
  const isKnown = (/** @type {number} */ k) => (known[2 * block + (k >> 5)] >>> (k & 31)) & 1;
  let k = from;
  for (; run.left === 0 && k <= to; k++) {
    const symbol = bits.symbol(ac);
    if (symbol < 0) return false;
    let zeros = symbol >> 4;
    const isNew = (symbol & 15) > 0;
    if (isNew) bits.take(1);
    else if (zeros < 15) {
      run.left = (1 << zeros) + bits.take(zeros);
      break;
    }
    for (; k <= to; k++) {
      if (isKnown(k)) bits.take(1);
      else if (zeros-- === 0) break;
    }
    if (isNew && k < 64) known[2 * block + (k >> 5)] |= 1 << (k & 31);
  }
  if (run.left === 0) return true;
  for (; k <= to; k++) if (isKnown(k)) bits.take(1);
  run.left--;
  return true;
}

/** @param {Bits} bits @param {Scan} scan @param {Scan['parts'][0]} part @param {Run} run @param {number} block */
function oneBlock(bits, scan, { component, dc, ac }, run, block) {
  if (!scan.progressive) return firstDc(bits, dc, scan) && sequentialAc(bits, ac, scan);
  if (scan.from === 0) return scan.refines ? bits.take(1) >= 0 : firstDc(bits, dc, scan);
  if (component.known === null) return false;
  return (scan.refines ? refineAc : firstAc)(bits, ac, scan, run, component.known, block);
}

/**
 * @param {import('../bytes.js').Bytes} b @param {number} at where its data begin @param {Scan} scan
 * @returns {{whole: boolean, end: number}} whether every block is there; where its last code ends, or about
 */
export function followScan(b, at, scan) {
  const bits = new Bits(b, at);
  const run = new Run();
  const alone = scan.parts.length === 1;
  for (let unit = 0; unit < scan.units; unit++) {
    if (scan.restart > 0 && unit > 0 && unit % scan.restart === 0) {
      if (!bits.restart((unit / scan.restart - 1) & 7, LEFT_OVER)) return { whole: false, end: bits.at };
      run.left = 0;
    }
    for (const part of scan.parts) {
      const blocks = alone ? 1 : part.component.h * part.component.v;
      for (let k = 0; k < blocks; k++)
        if (!oneBlock(bits, scan, part, run, unit)) return { whole: false, end: bits.at };
    }
    if (bits.ranOut) return { whole: false, end: bits.at };
  }
  return { whole: true, end: bits.at - bits.ahead };
}
