import { CoreError, placeIn } from "./errors.js";
import { Learner, assertLearnable } from "./learner.js";
import { ENGINES } from "./limits.js";

/** Logistic regression on a dataset (c/learn/neuron/logreg.h). Calls are short: repeat them. */
export class Logreg extends Learner {
  /** @param {import('./dataset.js').Dataset} dataset @param {string} engine 'loop', 'vectorized' or 'gram' */
  constructor(dataset, engine) {
    const { core } = dataset;
    const number = placeIn("engine", ENGINES, engine);
    assertLearnable(dataset, engine);
    const address = core.exports.logreg_create(dataset.address, number);
    if (address === 0) throw new CoreError("memory", `training by ${engine}`);
    super(core, address, dataset.n_x);
    this.dataset = dataset;
    this.engine = engine;
  }

  /** w (n_x) of the current state. */
  w() {
    return this.copy(this.core.exports.logreg_w(this.address), 0, this.n_x);
  }

  /** w as float32, the way the page draws it. */
  w32() {
    return Float32Array.from(this.core.f64(this.core.exports.logreg_w(this.address), this.n_x));
  }

  /** alpha_hat and b of `gram`: the whole state, m + 1 numbers. Null for other engines. */
  alphaHat() {
    if (this.engine !== "gram") return null;
    return this.copy(this.core.exports.logreg_state(this.address), 0, this.m + 1);
  }
}
