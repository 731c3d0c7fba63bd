import { Descent } from "./descent.js";
import { CoreError } from "./errors.js";

/** In the order of the ENGINE_ numbers in c/learn/neuron/logreg.h. */
export const ENGINES = ["loop", "vectorized", "gram"];
/** LOGREG_MAX_ITERATIONS in c/learn/neuron/logreg.h. */
export const MAX_ITERATIONS = 1000000;

/** Logistic regression on a dataset (c/learn/neuron/logreg.h). Calls are short: repeat them. */
export class Logreg extends Descent {
  /** @param {import('./dataset.js').Dataset} dataset @param {string} engine 'loop', 'vectorized' or 'gram' */
  constructor(dataset, engine) {
    const { core } = dataset;
    const address = core.exports.logreg_create(dataset.address, ENGINES.indexOf(engine));
    if (address === 0) throw new CoreError("memory", `training by ${engine}`);
    super(core, "logreg", address, dataset.n_x);
    this.dataset = dataset;
    this.engine = engine;
  }

  /** w (n_x) of the current state. */
  w() {
    return this.copy("w", 0, this.n_x);
  }

  /** w as float32, the way the page draws it. */
  w32() {
    return Float32Array.from(this.core.f64(this.call("w"), this.n_x));
  }

  /** alpha_hat and b of `gram`: the whole state, m + 1 numbers. Null for other engines. */
  alphaHat() {
    return this.engine === "gram" ? this.copy("state", 0, this.m + 1) : null;
  }
}
