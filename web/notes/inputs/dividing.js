// Why x is divided by 255: the same small training on values from 0 to 1 and on bytes; all arithmetic is the core's.
import { Network } from "../../core/network.js";

export const M = 120; // more than one neuron can tell apart by heart
const N_PX = 8;
const SEED = 22;
export const ITERATIONS = 60;
/** Between these lies the largest α with which J falls every time, whatever the values. */
const [LEAST, MOST] = [1e-10, 10];
const HALVINGS = 20;

export class Dividing {
  /** @param {import('../../core/core.js').Core} core */
  constructor(core) {
    this.core = core;
    const pictures = Array.from({ length: M }, (_, i) => core.drawn(SEED, i, N_PX));
    this.bytes = Float64Array.from(pictures.flatMap(({ rgb }) => [...rgb]));
    this.y = pictures.map(({ y }) => y);
  }

  /** J of every iteration, from w = 0; it ends where numbers left their range.
   *  @param {boolean} divided @param {number} alpha @returns {Float64Array} */
  costs(divided, alpha) {
    const { core, y } = this;
    const n_x = this.bytes.length / M;
    const x = divided ? this.bytes.map((v) => v / 255) : this.bytes;
    const nn = Network.onTable(core, { x, y, m: M, n_x, hidden: [], activation: "sigmoid" });
    try {
      nn.setLayer(1, new Float64Array(n_x), [0]);
      try {
        nn.train(alpha, ITERATIONS);
      } catch (error) {
        if (/** @type {any} */ (error).code !== "diverged") throw error;
        return nn.costs(0, nn.iteration);
      }
      nn.evaluate();
      return nn.costs(0, ITERATIONS + 1);
    } finally {
      nn.free();
    }
  }

  /** The largest α with which J falls at every iteration. @param {boolean} divided
   *  @param {() => Promise<unknown>} [breathe] between two trainings */
  async largest(divided, breathe) {
    let [good, bad] = [Math.log(LEAST), Math.log(MOST)];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (good + bad) / 2;
      if (falls(this.costs(divided, Math.exp(middle)))) good = middle;
      else bad = middle;
      await breathe?.();
    }
    return Math.exp(good);
  }
}

/** Whether J falls at every one of all iterations. @param {Float64Array} costs */
export const falls = (costs) =>
  costs.length > ITERATIONS && costs.every((J, k) => k === 0 || J < costs[k - 1]);
