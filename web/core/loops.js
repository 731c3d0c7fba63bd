// Two long vectors in the core, to time dot products on the same numbers (c/notes/loops.h).

import { CoreError, whole } from "./errors.js";
import { Handle } from "./handle.js";

const MAX_NUMBERS = 1 << 24; // C: VECTORS_MAX

export class Vectors extends Handle {
  /**
   * x and y of n numbers in [0, 1), the same for the same seed. Free them.
   * @param {import('./core.js').Core} core @param {number} n up to 2^24 @param {number} [seed]
   */
  constructor(core, n, seed = 1) {
    const { exports } = core;
    const numbers = [whole("numbers", n, 1, MAX_NUMBERS), whole("seed", seed, 0, 2 ** 32 - 1)];
    const address = exports.vectors_create(...numbers);
    if (address === 0) throw new CoreError("memory", `vectors of ${n} numbers`);
    super(core, address, "vectors");
    this.n = n;
    this.x = exports.vectors_x(this.address);
    this.y = exports.vectors_y(this.address);
    this.x32 = exports.vectors_x32(this.address);
    this.y32 = exports.vectors_y32(this.address);
  }

  /** x . y by a plain C loop, float64. @returns {number} */
  loop() {
    return this.core.exports.dot_loop_f64(this.x, this.y, this.n);
  }

  /** x . y by SIMD, two float64 at a time. @returns {number} */
  simd64() {
    return this.core.exports.dot_f64(this.x, this.y, this.n);
  }

  /** x . y by SIMD, four float32 at a time. @returns {number} */
  simd32() {
    return this.core.exports.dot_f32(this.x32, this.y32, this.n);
  }

  /** Copies for loops in JavaScript: x, y as Float64Array and x32, y32, the same numbers, as Float32Array. */
  views() {
    const { core, n } = this;
    return {
      x: core.f64(this.x, n).slice(),
      y: core.f64(this.y, n).slice(),
      x32: core.f32(this.x32, n).slice(),
      y32: core.f32(this.y32, n).slice(),
    };
  }
}
