// How fast iterations may come, and how the worker lets messages in between its calls into C.

/** Counts the iterations that a speed allows. Times are in milliseconds. */
export class Pace {
  #credit = 0;
  #clock = 0;

  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
  }

  /** Training starts: the first iteration comes at once. */
  start() {
    this.#clock = this.now();
    this.#credit = 1;
  }

  /** Iterations that may be run by now. @param {number} speed iterations a second @returns {number} */
  allowed(speed) {
    const t = this.now();
    if (!Number.isFinite(speed)) {
      this.#clock = t;
      return Infinity;
    }
    // Never more than a quarter of a second in arrears: no burst after the machine was busy elsewhere.
    this.#credit = Math.min(this.#credit + ((t - this.#clock) / 1000) * speed, Math.max(1, speed / 4));
    this.#clock = t;
    return Math.floor(this.#credit);
  }

  /** @param {number} iterations that were run */
  spend(iterations) {
    // Full speed spends what it never earned: no debt is left for when the speed is turned down.
    this.#credit = Math.max(0, this.#credit - iterations);
  }

  /** Until the next iteration is allowed, but never long: a command may come. @param {number} speed */
  wait(speed) {
    return Number.isFinite(speed) ? Math.min(((1 - this.#credit) / speed) * 1000, 50) : 0;
  }
}

const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();
/** In Node an open port keeps the process alive. @type {any} */
const port = channel.port1;
port.unref?.();

/** Lets messages in. setTimeout(0) would take 4 ms. @returns {Promise<void>} */
export function breathe() {
  return new Promise((resolve) => {
    port.ref?.();
    waiting.push(() => {
      port.unref?.();
      resolve();
    });
    channel.port2.postMessage(null);
  });
}

/** @param {number} ms @returns {Promise<void>} */
export const rest = (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());
