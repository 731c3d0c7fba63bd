// What the numbers of pictures are worth: levels from 0 to 255, or a Refusal that names the number that is none.

import { Refusal } from "../refusal.js";
import { numbers, plain } from "./numbers.js";

/** @typedef {import('./numbers.js').Named} Named */

/**
 * Levels of one array, which comes in pieces: bytes and other integers from 0 to 255 as they are, floats from 0 to 1 and true
 * and false times 255, rounded. Floats that are whole numbers up to 255 are bytes that something made floats of.
 */
export class Levels {
  /** Floats so far were all 0 and 1. */
  #whole = true;

  /** @param {Named} named */
  constructor(named) {
    this.named = named;
    this.float = named.kind.startsWith("float");
    this.most = this.float || named.kind === "bool" ? 1 : 255;
  }

  /** `raised`: only now it is seen that 1 is not white; what came before was 0 and 1 of 255.
   *  @param {Uint8Array} bytes of the next piece @returns {{values: Uint8Array, raised: boolean}} */
  of(bytes) {
    const { kind } = this.named;
    if (kind === "uint8") return { values: bytes, raised: false };
    const { length, at } = numbers(this.named, bytes);
    const raised = this.most === 1 && this.#whole && this.#goesHigher(length, at);
    if (raised) this.most = 255;
    const values = new Uint8Array(length);
    const factor = 255 / this.most;
    for (let i = 0; i < length; i++) {
      const value = at(i);
      const fits = value >= 0 && value <= this.most && (!this.float || factor > 1 || value % 1 === 0);
      if (!fits) this.#refuse(value);
      values[i] = Math.round(value * factor);
      this.#whole &&= value % 1 === 0;
    }
    return { values, raised };
  }

  /** Whether floats are whole numbers as far as the first above 1. @param {number} length @param {(i: number) => number} at */
  #goesHigher(length, at) {
    if (!this.float) return false;
    let i = 0;
    while (i < length && (at(i) === 0 || at(i) === 1)) i++;
    return i < length && at(i) > 1 && at(i) % 1 === 0;
  }

  /** @param {number} value @returns {never} */
  #refuse(value) {
    const { key, kind } = this.named;
    throw new Refusal(this.float ? "set-floats" : "set-range", {
      key,
      kind,
      most: this.most,
      value: plain(value),
    });
  }
}
