import { CoreError, LOGREG_ERRORS, check } from "./errors.js";

/** In the order of the ENGINE_ numbers in c/logreg.h. */
export const ENGINES = ["loop", "vectorized", "gram"];
/** LOGREG_MAX_ITERATIONS in c/logreg.h. */
export const MAX_ITERATIONS = 1000000;

const PARTS = ["train", "test"];

/** Logistic regression on a dataset (c/logreg.h). Calls are short: repeat them. */
export class Logreg {
  /** @param {import('./dataset.js').Dataset} dataset @param {string} engine 'loop', 'vectorized' or 'gram' */
  constructor(dataset, engine) {
    this.core = dataset.core;
    this.dataset = dataset;
    this.engine = engine;
    this.address = this.core.exports.logreg_create(dataset.address, ENGINES.indexOf(engine));
    if (this.address === 0) throw new CoreError("memory", `training by ${engine}`);
    this.m = this.core.exports.logreg_m(this.address);
    this.m_test = this.core.exports.logreg_m_test(this.address);
  }

  free() {
    this.core.exports.logreg_free(this.address);
    this.address = 0;
  }

  /** Up to `iterations` iterations or about maxMadds multiply-adds. @param {number} alpha
   *  @param {number} iterations @param {number} [maxMadds] @returns {number} iterations completed */
  train(alpha, iterations, maxMadds = Infinity) {
    const done = this.core.exports.logreg_train(this.address, alpha, iterations, maxMadds);
    return check(done, LOGREG_ERRORS, "train");
  }

  /** Completes a, z, losses and J of the current state. @param {number} [maxMadds]
   *  @returns {boolean} false: call again */
  evaluate(maxMadds = Infinity) {
    return check(this.core.exports.logreg_evaluate(this.address, maxMadds), LOGREG_ERRORS, "evaluate") === 1;
  }

  /** To state t, 0 <= t <= end. @param {number} t */
  seek(t) {
    check(this.core.exports.logreg_seek(this.address, t), LOGREG_ERRORS, "seek");
  }

  reset() {
    this.core.exports.logreg_reset(this.address);
  }

  /** t of the current state. */
  get iteration() {
    return this.core.exports.logreg_iteration(this.address);
  }

  /** The furthest state reached. */
  get end() {
    return this.core.exports.logreg_end(this.address);
  }

  /** J of states from .. to-1. @param {number} from @param {number} to */
  costs(from, to) {
    return this.#copy("logreg_costs", from, to);
  }

  /** The same on the test set, NaN without one. @param {number} from @param {number} to */
  testCosts(from, to) {
    return this.#copy("logreg_test_costs", from, to);
  }

  /** Slots of the examples in the order of z, a and losses: training first. @returns {Int32Array} */
  slots() {
    const address = this.core.exports.logreg_slots(this.address);
    return this.core.i32(address, this.m + this.m_test).slice();
  }

  z() {
    return this.#copy("logreg_z", 0, this.m + this.m_test);
  }

  a() {
    return this.#copy("logreg_a", 0, this.m + this.m_test);
  }

  losses() {
    return this.#copy("logreg_losses", 0, this.m + this.m_test);
  }

  /** Share of right answers in a part, NaN for an empty one. @param {string} part @returns {number} */
  accuracy(part) {
    return this.core.exports.logreg_accuracy(this.address, PARTS.indexOf(part));
  }

  /** w (n_x) of the current state. */
  w() {
    return this.#copy("logreg_w", 0, this.dataset.n_x);
  }

  /** w as float32, the way the page draws it. */
  w32() {
    const address = this.core.exports.logreg_w(this.address);
    return Float32Array.from(this.core.f64(address, this.dataset.n_x));
  }

  get b() {
    return this.core.exports.logreg_b(this.address);
  }

  /**
   * What the current state says of any picture of n_x bytes.
   * @param {Uint8Array} x @param {number} [y] its label, for the loss
   * @returns {{wx: number, b: number, z: number, a: number, loss: number}} wx = w.x
   */
  predict(x, y = 0) {
    const { core, dataset } = this;
    if (x.length !== dataset.n_x) throw new CoreError("argument", "predict: length of the picture");
    return core.scratch(32 + dataset.n_x, (out) => {
      core.u8(out + 32, dataset.n_x).set(x);
      core.exports.logreg_predict(this.address, out + 32, y, out);
      const [wx, z, a, loss] = core.f64(out, 4);
      return { wx, b: this.b, z, a, loss };
    });
  }

  /** alpha_hat and b of `gram`: the whole state, m + 1 numbers. Null for other engines. */
  alphaHat() {
    return this.engine === "gram" ? this.#copy("logreg_state", 0, this.m + 1) : null;
  }

  /** Multiply-adds of one iteration. @returns {number} */
  get madds() {
    return this.core.exports.logreg_madds(this.address);
  }

  /** @param {string} getter @param {number} from @param {number} to */
  #copy(getter, from, to) {
    const address = this.core.exports[getter](this.address);
    return this.core.f64(address, to).slice(from);
  }
}
