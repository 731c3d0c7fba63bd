// What learns by gradient descent (c/learn/learner.h): a neuron or a network, behind one handle. Training in short calls,
// costs, rewinding, and the state out and in. What is particular is in logreg.js and network.js.

import { CoreError, LEARNER_ERRORS, check, placeIn, whole } from "./errors.js";
import { Handle } from "./handle.js";
import { GRAM_MAX, PARTS } from "./limits.js";

const NONE = new Float64Array(0);

/** That there is something to learn from, and for `gram` all of K: what C refuses beside this is for want of memory.
 *  @param {import('./dataset.js').Dataset} dataset @param {string} engine */
export function assertLearnable(dataset, engine) {
  if (dataset.count("train", 0) + dataset.count("train", 1) === 0)
    throw new CoreError("argument", "training without examples");
  if (engine === "gram" && (dataset.slots > GRAM_MAX || dataset.gramMissing() > 0))
    throw new CoreError("argument", "training by gram without all of K");
}

export class Learner extends Handle {
  /** @param {import('./core.js').Core} core @param {number} address @param {number} n_x numbers of one example */
  constructor(core, address, n_x) {
    super(core, address, "learner");
    this.n_x = n_x;
    /** @type {number} */
    this.m = core.exports.learner_m(address);
    /** @type {number} */
    this.m_test = core.exports.learner_m_test(address);
  }

  /** A copy of numbers from .. to-1 of an array of doubles in C; an error when there is none. @param {number} address @param {number} from
   *  @param {number} to */
  copy(address, from, to) {
    if (address === 0) throw new CoreError("argument", "numbers that this learner does not have");
    return this.core.f64(address, to).slice(from);
  }

  /** Up to `iterations` iterations or about maxMadds multiply-adds. @param {number} alpha
   *  @param {number} iterations @param {number} [maxMadds] @returns {number} iterations completed */
  train(alpha, iterations, maxMadds = Infinity) {
    const done = this.core.exports.learner_train(
      this.address,
      alpha,
      whole("iterations", iterations),
      maxMadds,
    );
    return check(done, LEARNER_ERRORS, "train");
  }

  /** Completes a, z, losses and J of the current state. @param {number} [maxMadds]
   *  @returns {boolean} false: call again */
  evaluate(maxMadds = Infinity) {
    return (
      check(this.core.exports.learner_evaluate(this.address, maxMadds), LEARNER_ERRORS, "evaluate") === 1
    );
  }

  /** To state t, 0 <= t <= end; evaluate() and train() do what has to be done again. @param {number} t */
  seek(t) {
    check(this.core.exports.learner_seek(this.address, whole("t", t)), LEARNER_ERRORS, "seek");
  }

  reset() {
    this.core.exports.learner_reset(this.address);
  }

  /** t of the current state. @returns {number} */
  get iteration() {
    return this.core.exports.learner_iteration(this.address);
  }

  /** The furthest state reached. @returns {number} */
  get end() {
    return this.core.exports.learner_end(this.address);
  }

  /** J of states from .. to-1. @param {number} from @param {number} to */
  costs(from, to) {
    this.#assertReached(to);
    return this.copy(this.core.exports.learner_costs(this.address), from, to);
  }

  /** The same on the test set, NaN without one. @param {number} from @param {number} to */
  testCosts(from, to) {
    this.#assertReached(to);
    return this.copy(this.core.exports.learner_test_costs(this.address), from, to);
  }

  /** alpha of every iteration so far. @returns {Float64Array} */
  alphas() {
    return this.end > 0 ? this.copy(this.core.exports.learner_alphas(this.address), 0, this.end) : NONE;
  }

  /** @param {number} to */
  #assertReached(to) {
    whole("costs up to", to, 0, this.end + 1);
  }

  /** Slots of the examples in the order of z, a and losses: training first. @returns {Int32Array} */
  slots() {
    return this.core.i32(this.core.exports.learner_slots(this.address), this.m + this.m_test).slice();
  }

  z() {
    return this.copy(this.core.exports.learner_z(this.address), 0, this.m + this.m_test);
  }

  a() {
    return this.copy(this.core.exports.learner_a(this.address), 0, this.m + this.m_test);
  }

  losses() {
    return this.copy(this.core.exports.learner_losses(this.address), 0, this.m + this.m_test);
  }

  /** Share of right answers in a part, NaN for an empty one. @param {string} part @returns {number} */
  accuracy(part) {
    return this.core.exports.learner_accuracy(this.address, placeIn("part", PARTS, part));
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
      check(core.exports.learner_predict(this.address, out + 32, y, out), LEARNER_ERRORS, "predict");
      return this.answer(out);
    });
  }

  /** Of the four numbers that a prediction left there. @param {number} address */
  answer(address) {
    const [wx, z, a, loss] = this.core.f64(address, 4);
    return { wx, b: this.b, z, a, loss };
  }

  /** b of the output neuron. @returns {number} */
  get b() {
    return this.core.exports.learner_b(this.address);
  }

  /** Multiply-adds of one iteration. @returns {number} */
  get madds() {
    return this.core.exports.learner_madds(this.address);
  }

  /** Bytes that state() would give. @returns {number} */
  get stateBytes() {
    return check(this.core.exports.learner_state_bytes(this.address), LEARNER_ERRORS, "size of the state");
  }

  /** Everything that training has brought so far, to be put back later: see c/learn/learner.h. @returns {Uint8Array} */
  state() {
    const { core, stateBytes } = this;
    return core.scratch(stateBytes, (p) => {
      check(core.exports.learner_state_get(this.address, p, stateBytes), LEARNER_ERRORS, "state");
      return core.u8(p, stateBytes).slice();
    });
  }

  /** Puts it back, into one of the same kind on the same examples. Throws CoreError 'state' when it does not fit, and then
   *  nothing has changed. @param {Uint8Array} bytes */
  setState(bytes) {
    const { core } = this;
    core.scratch(bytes.length, (p) => {
      core.u8(p, bytes.length).set(bytes);
      check(core.exports.learner_state_set(this.address, p, bytes.length), LEARNER_ERRORS, "set state");
    });
  }
}
