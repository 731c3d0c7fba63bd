// What is recorded while the button is held: about eight frames a second, handed over together when it is let go.
const EVERY_MS = 125;
const MOST = 200; // held for long, they are handed over in between: ten megabytes

/** @typedef {{rgb: Uint8Array, px: number}} Picture */

export class Burst {
  /** @type {Picture[]} */
  #taken = [];
  #held = false;
  #due = Infinity; // when the next frame is to be kept
  #single = false;

  /** @param {(pictures: Picture[]) => unknown} done gets them, at least one
   *  @param {() => number} [now] milliseconds */
  constructor(done, now = () => performance.now()) {
    this.done = done;
    this.now = now;
  }

  /** Taken and not yet handed over. */
  get count() {
    return this.#taken.length;
  }

  start() {
    this.#held = true;
    this.#due = this.now();
  }

  stop() {
    const short = this.#held && this.#taken.length === 0; // a tap, over before a frame came: that one is meant
    this.#held = false;
    if (short) this.shoot();
    else if (!this.#single) this.#handOver();
  }

  /** Keeps the next frame. */
  shoot() {
    this.#single = true;
  }

  /** A frame: kept when it is due. @param {Uint8Array} rgb @param {number} px @returns {boolean} whether it was */
  take(rgb, px) {
    const now = this.now();
    const due = this.#held && now >= this.#due;
    if (!due && !this.#single) return false;
    this.#taken.push({ rgb, px });
    this.#due = Math.max(this.#due + EVERY_MS, now - EVERY_MS); // a late frame makes the next no later
    this.#single = false;
    if (!this.#held || this.#taken.length >= MOST) this.#handOver();
    return true;
  }

  #handOver() {
    const taken = this.#taken;
    this.#taken = [];
    if (taken.length > 0) this.done(taken);
  }
}
