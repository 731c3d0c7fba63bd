// Files that nobody would write, made from some that somebody did: bits flipped, numbers replaced by those that programs
// stumble over, blocks doubled, moved, dropped, two files spliced. The same seed makes the same files.

/** @param {number} seed @returns {(n: number) => number} a whole number from 0 to n - 1 */
export function random(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x9e3779b9) >>> 0;
    let h = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 0) % n;
  };
}

const NUMBERS = [
  0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 64, 127, 128, 255, 256, 511, 512, 1024, 4096, 16384, 32767, 32768,
]
  .concat([65535, 65536, 0xffffff, 0x1000000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff])
  .flatMap((n) => [BigInt(n), -BigInt(n)])
  .concat([2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 40n]);
const SIZES = [1, 2, 4, 8];

/** @typedef {(n: number) => number} Random */
/** @typedef {(b: Uint8Array, any: Random, other: Uint8Array) => Uint8Array} Change */

/** @param {...Uint8Array} parts */
const join = (...parts) => new Uint8Array(Buffer.concat(parts));

/** A piece of b: from .. to-1, mostly a short one. @param {Uint8Array} b @param {Random} any @returns {[number, number]} */
function piece(b, any) {
  const from = any(b.length + 1);
  const longest = any(4) ? Math.min(64, b.length - from) : b.length - from;
  return [from, from + any(longest + 1)];
}

/** @param {Uint8Array} b @param {number} at @param {bigint} value @param {number} size @param {boolean} little */
function write(b, at, value, size, little) {
  for (let k = 0; k < size && at + k < b.length; k++)
    b[at + k] = Number(BigInt.asUintN(8, value >> BigInt(8 * (little ? k : size - 1 - k))));
}

/** @type {Record<string, Change>} */
const CHANGES = {
  bit(b, any) {
    if (b.length > 0) b[any(b.length)] ^= 1 << any(8);
    return b;
  },
  byte(b, any) {
    if (b.length > 0) b[any(b.length)] = any(256);
    return b;
  },
  number(b, any) {
    const size = SIZES[any(4)];
    if (b.length > 0) write(b, any(b.length), NUMBERS[any(NUMBERS.length)], size, any(2) === 0);
    return b;
  },
  /** A number that is there becomes a little larger or smaller. */
  near(b, any) {
    if (b.length < 4) return b;
    const [at, little] = [any(b.length - 3), any(2) === 0];
    const view = new DataView(b.buffer, b.byteOffset);
    view.setUint32(at, (view.getUint32(at, little) + any(17) - 8) >>> 0, little);
    return b;
  },
  cut: (b, any) => b.slice(0, any(b.length + 1)),
  drop(b, any) {
    const [from, to] = piece(b, any);
    return join(b.subarray(0, from), b.subarray(to));
  },
  double(b, any) {
    const [from, to] = piece(b, any);
    const times = any(4) ? 1 : 1 + any(30);
    return join(b.subarray(0, from), ...new Array(times).fill(b.subarray(from, to)), b.subarray(from));
  },
  move(b, any) {
    const [from, to] = piece(b, any);
    const rest = join(b.subarray(0, from), b.subarray(to));
    const at = any(rest.length + 1);
    return join(rest.subarray(0, at), b.subarray(from, to), rest.subarray(at));
  },
  same(b, any) {
    const [from, to] = piece(b, any);
    return b.fill(any(3) ? [0, 255][any(2)] : any(256), from, to);
  },
  splice: (b, any, other) => join(b.subarray(0, any(b.length + 1)), other.subarray(any(other.length + 1))),
  insert(b, any, other) {
    const [from, to] = piece(other, any);
    const at = any(b.length + 1);
    return join(b.subarray(0, at), other.subarray(from, to), b.subarray(at));
  },
};
const NAMES = Object.keys(CHANGES);

/** One to eight changes of a copy of `file`. @param {Uint8Array} file @param {Uint8Array} other @param {Random} any
 *  @param {number} most bytes */
export function mutate(file, other, any, most) {
  /** @type {Uint8Array} */
  let b = new Uint8Array(file);
  for (let k = 1 + any(any(2) ? 2 : 8); k > 0; k--) b = CHANGES[NAMES[any(NAMES.length)]](b, any, other);
  return b.length > most ? b.slice(0, most) : b;
}
