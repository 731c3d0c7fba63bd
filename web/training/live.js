// The whole training again, with another learning rate, as often as a hand asks for one: from state 0, on the learner that is
// there, so that what is shown is what a training gives. Where there is no time for all of it, as far as it got is told.

import { CoreError } from "../core/core.js";
import { Calls } from "./calls.js";

const CALL_MS = 6; // a call into C
const TELL_MS = 45; // a hand that moves on waits no longer for the rest

/**
 * @typedef {import('./learned.js').Learner} Learner
 * @typedef {import('./training.js').Trained} Trained
 * @typedef {{whole: boolean, still: boolean, diverged: boolean, ms: number}} Told whole: to the last iteration, or to where it
 *   diverged; still: and no other rate is asked for; ms: what it has taken so far
 */

export class Live {
  /** The rate under the hand. */
  wanted = NaN;
  /** The rate of the training that is under way. */
  alpha = NaN;
  /** Milliseconds that it took. */
  spentMs = 0;
  /** Why it came to no end. @type {CoreError | null} */
  error = null;
  #over = true;
  #toldAt = 0;
  #calls = new Calls(CALL_MS);

  /** @param {{trained: Trained | null, running: boolean}} before what was there
   *  @param {(lr: Learner, live: Live, told: Told) => void} tell @param {() => number} now milliseconds */
  constructor(before, tell, now) {
    this.before = before;
    this.tell = tell;
    this.now = now;
  }

  /** A short piece of work. @param {Learner} lr @param {number} iterations @returns {boolean} whether there is more */
  work(lr, iterations) {
    if (this.#over && this.wanted !== this.alpha) this.#begin(lr);
    if (!this.#over) this.#run(lr, iterations);
    const late = this.now() - this.#toldAt >= TELL_MS;
    if (this.#over || late) {
      if (!lr.evaluate(this.#calls.madds)) return true;
      const still = this.#over && this.wanted === this.alpha;
      this.tell(lr, this, { whole: this.#over, still, diverged: this.error !== null, ms: this.spentMs });
      this.#toldAt = this.now();
      if (this.wanted !== this.alpha) this.#over = true;
    }
    return !this.#over || this.wanted !== this.alpha;
  }

  /** @param {Learner} lr */
  #begin(lr) {
    lr.reset();
    this.alpha = this.wanted;
    this.spentMs = 0;
    this.error = null;
    this.#over = false;
    this.#toldAt = this.now();
  }

  /** @param {Learner} lr @param {number} iterations */
  #run(lr, iterations) {
    const started = this.now();
    try {
      if (lr.iteration < iterations) lr.train(this.alpha, iterations - lr.iteration, this.#calls.madds);
      this.#over = lr.iteration >= iterations;
    } catch (error) {
      if (!(error instanceof CoreError && error.code === "diverged")) throw error;
      this.error = error;
      this.#over = true;
    }
    const ms = this.now() - started;
    this.spentMs += ms;
    this.#calls.took(ms, this.#over);
  }
}
