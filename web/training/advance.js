// Iterations in short calls: as many as the speed, or the single steps asked for, allow by now.

import { Calls } from "./calls.js";
import { Pace, rest } from "./pace.js";

const CALL_MS = 4; // so that pause and speed take effect at once

/** @typedef {import('./learned.js').Learner} Learner */

export class Advance {
  /** Single iterations asked for. */
  #steps = 0;
  /** To the end of this run at full speed. */
  #hurried = false;
  #calls = new Calls(CALL_MS);
  #pace;

  /** @param {import('./settings.js').Settings} settings @param {import('./stopwatch.js').Stopwatch} watch runs while
   *  training does */
  constructor(settings, watch) {
    this.settings = settings;
    this.watch = watch;
    this.#pace = new Pace(watch.now);
  }

  /** Multiply-adds of one call. */
  get madds() {
    return this.#calls.madds;
  }

  /** Whether there are iterations to come. */
  get active() {
    return this.watch.running || this.#steps > 0;
  }

  /** The first iteration comes at once. */
  startClock() {
    this.#pace.start();
  }

  hurry() {
    this.#hurried = true;
  }

  step() {
    this.watch.stop();
    this.#steps++;
  }

  forgetSteps() {
    this.#steps = 0;
  }

  halt() {
    this.watch.stop();
    this.#hurried = false;
    this.#steps = 0;
  }

  /** Until the next iteration is allowed, but never long. */
  rest() {
    return rest(this.#pace.wait(this.#speed));
  }

  get #speed() {
    return this.#hurried ? Infinity : this.settings.speed;
  }

  /** Iterations that may be run now. @param {Learner} lr */
  allowed({ iteration }) {
    if (this.#steps > 0) return this.#steps;
    if (!this.watch.running) return 0;
    const left = Math.max(0, this.settings.iterations - iteration);
    if (left === 0) this.halt();
    return Math.min(left, this.#pace.allowed(this.#speed, { iteration, iterations: iteration + left }));
  }

  /** Runs iterations for about CALL_MS. @param {Learner} lr @param {number} allowed
   *  @returns {{done: number, error: unknown}} */
  run(lr, allowed) {
    const { watch } = this;
    const before = watch.spentMs;
    let done = 0;
    let error = null;
    try {
      done = watch.timed(() => lr.train(this.settings.alpha, allowed, this.madds));
    } catch (thrown) {
      error = thrown;
    }
    this.#calls.took(watch.spentMs - before, done >= allowed);
    if (this.#steps > 0) this.#steps -= done;
    else this.#pace.spend(done);
    return { done, error };
  }
}
