// Huffman codes of a JPEG, as far as counting needs them: how long each symbol's code is, and how many bits follow it.
// ITU T.81, annexes C and F.

/** @typedef {import('../bytes.js').Bytes} Bytes */
/** For each 16 bits that may come next: length of the code << 8 | symbol; 0: no code begins so. @typedef {Uint16Array} Codes */

/**
 * @param {Bytes} b @param {number} at of the 16 counts, which the symbols follow
 * @returns {{codes: Codes, end: number}}
 */
export function readCodes(b, at) {
  const codes = new Uint16Array(1 << 16);
  let symbol = at + 16;
  for (let length = 1, code = 0; length <= 16; length++, code <<= 1)
    for (let k = 0; k < b[at + length - 1]; k++, code++) {
      const first = code << (16 - length);
      if (first >= 1 << 16) return { codes, end: symbol };
      codes.fill((length << 8) | b[symbol++], first, first + (1 << (16 - length)));
    }
  return { codes, end: symbol };
}

/** The bits of a scan, from `at` to the next marker; what comes behind reads as 0 and is noticed. */
export class Bits {
  #acc = 0;
  #count = 0; // bits in #acc that have not been taken
  #past = 0; // of them, those that are not in the file

  /** @param {Bytes} b @param {number} at */
  constructor(b, at) {
    this.b = b;
    /** Index of the byte that is read next. */
    this.at = at;
  }

  /** More was taken than there is before the next marker, or the end of the file. */
  get ranOut() {
    return this.#past > this.#count;
  }

  /** Whole bytes that have been read ahead. */
  get ahead() {
    return Math.max(0, this.#count - this.#past) >> 3;
  }

  #fill() {
    while (this.#count <= 16) {
      const byte = this.b[this.at];
      const stuffed = byte === 0xff && this.b[this.at + 1] === 0;
      if (byte === undefined || (byte === 0xff && !stuffed)) {
        this.#acc <<= 8;
        this.#past += 8;
      } else {
        this.#acc = (this.#acc << 8) | byte;
        this.at += stuffed ? 2 : 1;
      }
      this.#count += 8;
    }
  }

  /** The next symbol; -1 where no code is. @param {Codes} codes */
  symbol(codes) {
    this.#fill();
    const found = codes[(this.#acc >>> (this.#count - 16)) & 0xffff];
    this.#count -= found >> 8;
    return found === 0 ? -1 : found & 0xff;
  }

  /** The next n bits, 0 <= n <= 16, as a number. @param {number} n */
  take(n) {
    this.#fill();
    this.#count -= n;
    return (this.#acc >>> this.#count) & ((1 << n) - 1);
  }

  /** Past the marker RST0 to RST7 that must come now. @param {number} n which of them @param {number} most bytes that may lie
   *  before it @returns {boolean} whether it came */
  restart(n, most) {
    const { b } = this;
    const end = this.at + most - this.ahead;
    this.#acc = this.#count = this.#past = 0;
    while (this.at < b.length && b[this.at] !== 0xff) this.at++;
    if (this.at > end) return false;
    while (b[this.at] === 0xff && b[this.at + 1] === 0xff) this.at++;
    if (b[this.at + 1] !== 0xd0 + n) return false;
    this.at += 2;
    return true;
  }
}
