// A learning rate that works, found by trying it: what is advised after a divergence is no guess.

import { CoreError } from "../core/core.js";
import { breathe } from "./pace.js";

const MOST = 30; // above this no picture-sized input has ever learned anything
const LEAST = -12; // power of ten
const ITERATIONS = 200;
const TRIAL_MS = 300; // for one rate, then what has been run is judged
const UP = 1.2; // the zigzag of a good rate is lower
const CALL_MADDS = 2e7;

/** Rates below alpha, largest first, in steps of about three: 3, 1, 0.3, … @param {number} alpha */
export function* ratesBelow(alpha) {
  const most = Math.min(alpha / 2, MOST);
  for (let power = Math.floor(Math.log10(most)); power >= LEAST; power--)
    for (const digit of [3, 1]) {
      const rate = Number(`${digit}e${power}`);
      if (rate <= most) yield rate;
    }
}

/** J never went far up, and in the second half was below where it began. @param {Float64Array} costs */
export function fell(costs) {
  const [first] = costs;
  const second = costs.subarray(costs.length >> 1);
  return costs.length > 1 && costs.every((cost) => cost < UP * first) && second.every((cost) => cost < first);
}

/** @typedef {import('./learned.js').Learner} Learner */

export class RateSearch {
  /** @type {Learner | null} */
  #trial = null;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.now = now;
  }

  /** No more of it: the data are about to change. */
  stop() {
    this.#trial?.free();
    this.#trial = null;
  }

  /**
   * The largest of the rates below alpha with which J falls from state t on.
   * @param {{make: () => Learner, lr: Learner, t: number, alpha: number}} from make: a second learner, as lr was at its start
   * @returns {Promise<number | null>} null: none found, no memory for a second learner, or stopped
   */
  async find({ make, lr, t, alpha }) {
    this.stop();
    /** @type {Learner | null} */
    let trial = null;
    try {
      trial = this.#trial = make();
      if (t > 0) trial.setState(lr.state());
      for (const rate of ratesBelow(alpha)) if (await this.#works(trial, t, rate)) return rate;
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
    } finally {
      if (this.#trial === trial) this.stop(); // else it is freed, and another one is under way
    }
    return null;
  }

  /** @param {Learner} trial @param {number} t @param {number} alpha */
  async #works(trial, t, alpha) {
    trial.seek(t);
    const started = this.now();
    try {
      while (trial.iteration < t + ITERATIONS && this.now() - started < TRIAL_MS) {
        trial.train(alpha, t + ITERATIONS - trial.iteration, CALL_MADDS);
        await breathe();
        if (this.#trial !== trial) throw new CoreError("argument", "stopped"); // it is freed
      }
      return fell(trial.costs(t, trial.iteration));
    } catch (error) {
      if (error instanceof CoreError && error.code === "diverged") return false;
      throw error;
    }
  }
}
