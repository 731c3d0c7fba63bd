// How much a call into C is given to do, so that it takes a few milliseconds on any machine.

const [LEAST, MOST] = [1e5, 1e10];

export class Calls {
  /** Multiply-adds of one call. */
  madds = 2e6;

  /** @param {number} ms that a call should take */
  constructor(ms) {
    this.ms = ms;
  }

  /** @param {number} ms that a call took @param {boolean} all it had nothing more to do, which says nothing about how much
   *  would have fitted in */
  took(ms, all) {
    const factor = ms > this.ms ? 0.7 : ms < this.ms / 2 && !all ? 1.5 : 1;
    this.madds = Math.min(MOST, Math.max(LEAST, this.madds * factor));
  }
}
