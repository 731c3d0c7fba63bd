// How fast iterations may come, and how the worker lets messages in between its calls into C.

/** @typedef {number | "watch"} Speed iterations a second; or all of a run in WATCH_MS */

/** So long a run takes that is to be watched; slow at first, where most happens. */
const WATCH_MS = 4000;
const FRAME_MS = 8;

/** Counts the iterations that a speed allows. Times are in milliseconds. */
export class Pace {
  #credit = 0;
  #clock = 0;
  /** When the run that is watched would have begun, and how long it is. @type {{at: number, iterations: number} | null} */
  #watch = null;
  /** Where the run that is watched began: at 0, or where the one before had ended. */
  #run = { from: 0, iterations: 0 };

  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
  }

  /** Training starts: the first iteration comes at once. */
  start() {
    this.#clock = this.now();
    this.#credit = 1;
    this.#watch = null;
  }

  /** Iterations that may be run by now. @param {Speed} speed @param {{iteration: number, iterations: number}} [run] where it
   *  is, and where it ends: needed for "watch" @returns {number} */
  allowed(speed, run = { iteration: 0, iterations: Infinity }) {
    const t = this.now();
    if (speed === "watch") return this.#watched(run);
    if (!Number.isFinite(speed)) {
      this.#clock = t;
      return Infinity;
    }
    // Never more than a quarter of a second in arrears: no burst after the machine was busy elsewhere.
    this.#credit = Math.min(this.#credit + ((t - this.#clock) / 1000) * speed, Math.max(1, speed / 4));
    this.#clock = t;
    return Math.floor(this.#credit);
  }

  /** Iteration t of a run comes after the share ∛(t / iterations) of the time, wherever it was begun or gone on with.
   *  @param {{iteration: number, iterations: number}} run @returns {number} */
  #watched({ iteration, iterations }) {
    const t = this.now();
    const before = this.#run;
    if (before.iterations !== iterations)
      this.#run = { from: iteration === before.iterations ? iteration : 0, iterations };
    else if (iteration < before.from) this.#run = { from: 0, iterations };
    const { from } = this.#run;
    const length = iterations - from;
    if (this.#watch?.iterations !== iterations)
      this.#watch = { at: t - WATCH_MS * Math.cbrt((iteration - from) / length), iterations };
    const share = Math.min(1, (t - this.#watch.at) / WATCH_MS);
    return Math.max(0, from + Math.floor(length * share ** 3 + 1e-9) - iteration);
  }

  /** @param {number} iterations that were run */
  spend(iterations) {
    // Full speed spends what it never earned: no debt is left for when the speed is turned down.
    this.#credit = Math.max(0, this.#credit - iterations);
  }

  /** Until the next iteration is allowed, but never long: a command may come. @param {Speed} speed */
  wait(speed) {
    if (speed === "watch") return FRAME_MS;
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
