import { CoreError } from "./errors.js";

/** Something in C that was made there and is freed by hand. Once freed it has no address, and so nothing to read. */
export class Handle {
  #address;
  #kind;

  /** @param {import('./core.js').Core} core @param {number} address not 0 @param {string} kind C frees it by `kind`_free */
  constructor(core, address, kind) {
    this.core = core;
    this.#address = address;
    this.#kind = kind;
  }

  /** @returns {number} */
  get address() {
    if (this.#address === 0) throw new CoreError("argument", `a ${this.#kind} that was freed`);
    return this.#address;
  }

  /** A second time does nothing. */
  free() {
    this.core.exports[`${this.#kind}_free`](this.#address);
    this.#address = 0;
  }
}
