// How long a training took: its arithmetic, and all the time that it was seen running.

export class Stopwatch {
  /** Milliseconds of arithmetic. */
  spentMs = 0;
  #shownMs = 0;
  /** Since when it has been running. @type {number | null} */
  #since = null;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.now = now;
  }

  get running() {
    return this.#since !== null;
  }

  /** Milliseconds of running, as the clock has it. */
  get shownMs() {
    return this.#shownMs + (this.#since === null ? 0 : this.now() - this.#since);
  }

  start() {
    this.#since ??= this.now();
  }

  stop() {
    this.#shownMs = this.shownMs;
    this.#since = null;
  }

  /** Goes on from there; running or not stays. @param {{spentMs?: number, shownMs?: number}} [times] */
  set({ spentMs = 0, shownMs = 0 } = {}) {
    this.spentMs = spentMs;
    this.#shownMs = shownMs;
    if (this.running) this.#since = this.now();
  }

  /** @template T @param {() => T} work counted as arithmetic of the training @returns {T} */
  timed(work) {
    const started = this.now();
    const result = work();
    this.spentMs += this.now() - started;
    return result;
  }
}
