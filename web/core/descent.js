// What a logistic regression and a network have in common: training in short calls, costs, rewinding. C has the same
// functions for both, under two prefixes (c/learn/neuron/logreg.h, c/learn/network/network.h).

import { CoreError, LOGREG_ERRORS, check } from "./errors.js";

const PARTS = ["train", "test"];

/** NETWORK_MAX_HIDDEN and NETWORK_MAX_UNITS in c/learn/network/network.h. */
export const MAX_HIDDEN = 3;
export const MAX_UNITS = 256;

/** Whether these are sizes of hidden layers that C takes. @param {any} hidden @returns {hidden is number[]} */
export const validHidden = (hidden) =>
  Array.isArray(hidden) &&
  hidden.length <= MAX_HIDDEN &&
  hidden.every((n) => Number.isInteger(n) && n >= 1 && n <= MAX_UNITS);

export class Descent {
  #prefix;

  /**
   * @param {import('./core.js').Core} core @param {'logreg' | 'network'} prefix of the C functions
   * @param {number} address @param {number} n_x numbers of one example
   */
  constructor(core, prefix, address, n_x) {
    this.core = core;
    this.#prefix = prefix;
    this.address = address;
    this.n_x = n_x;
    this.m = this.call("m");
    this.m_test = this.call("m_test");
  }

  /** The C function of this name, on this descent. @param {string} name @param {any[]} args @returns {any} */
  call(name, ...args) {
    return this.core.exports[`${this.#prefix}_${name}`](this.address, ...args);
  }

  /** A copy of numbers from .. to-1 of an array of doubles that C answers with. @param {string} name
   *  @param {number} from @param {number} to @param {any[]} args */
  copy(name, from, to, ...args) {
    return this.core.f64(this.call(name, ...args), to).slice(from);
  }

  free() {
    this.call("free");
    this.address = 0;
  }

  /** Up to `iterations` iterations or about maxMadds multiply-adds. @param {number} alpha
   *  @param {number} iterations @param {number} [maxMadds] @returns {number} iterations completed */
  train(alpha, iterations, maxMadds = Infinity) {
    return check(this.call("train", alpha, iterations, maxMadds), LOGREG_ERRORS, "train");
  }

  /** Completes a, z, losses and J of the current state. @param {number} [maxMadds]
   *  @returns {boolean} false: call again */
  evaluate(maxMadds = Infinity) {
    return check(this.call("evaluate", maxMadds), LOGREG_ERRORS, "evaluate") === 1;
  }

  /** To state t, 0 <= t <= end. @param {number} t */
  seek(t) {
    check(this.call("seek", t), LOGREG_ERRORS, "seek");
  }

  reset() {
    this.call("reset");
  }

  /** t of the current state. @returns {number} */
  get iteration() {
    return this.call("iteration");
  }

  /** The furthest state reached. @returns {number} */
  get end() {
    return this.call("end");
  }

  /** J of states from .. to-1. @param {number} from @param {number} to */
  costs(from, to) {
    return this.copy("costs", from, to);
  }

  /** The same on the test set, NaN without one. @param {number} from @param {number} to */
  testCosts(from, to) {
    return this.copy("test_costs", from, to);
  }

  /** Slots of the examples in the order of z, a and losses: training first. @returns {Int32Array} */
  slots() {
    return this.core.i32(this.call("slots"), this.m + this.m_test).slice();
  }

  z() {
    return this.copy("z", 0, this.m + this.m_test);
  }

  a() {
    return this.copy("a", 0, this.m + this.m_test);
  }

  losses() {
    return this.copy("losses", 0, this.m + this.m_test);
  }

  /** Share of right answers in a part, NaN for an empty one. @param {string} part @returns {number} */
  accuracy(part) {
    return this.call("accuracy", PARTS.indexOf(part));
  }

  /**
   * What the current state says of any picture of n_x bytes.
   * @param {Uint8Array} x @param {number} [y] its label, for the loss
   * @returns {{wx: number, b: number, z: number, a: number, loss: number}} wx = z - b: w.x of one neuron, w.a of a network's last
   */
  predict(x, y = 0) {
    const { core, n_x } = this;
    if (x.length !== n_x) throw new CoreError("argument", "predict: length of the picture");
    return core.scratch(32 + n_x, (out) => {
      core.u8(out + 32, n_x).set(x);
      this.call("predict", out + 32, y, out);
      const [wx, z, a, loss] = core.f64(out, 4);
      return { wx, b: this.b, z, a, loss };
    });
  }

  /** b of the output neuron. @returns {number} */
  get b() {
    return this.call("b");
  }

  /** Multiply-adds of one iteration. @returns {number} */
  get madds() {
    return this.call("madds");
  }
}
