import { CoreError, DATASET_ERRORS, check, placeIn, whole } from "./errors.js";
import { Handle } from "./handle.js";
import { GRAM_MAX, MAX_ITERATIONS } from "./limits.js";

// C: DOCTOR_X_SCALED, DOCTOR_X_BYTES, DOCTOR_X_TWICE, DOCTOR_X_STANDARD, DOCTOR_X_PICTURE, DOCTOR_X_LESS_MEAN, DOCTOR_X_SYMMETRIC, DOCTOR_X_HALF, DOCTOR_X_BY_256, DOCTOR_X_UNIT, DOCTOR_X_LESS_128, DOCTOR_X_CENTRED, DOCTOR_X_EACH
export const X_KINDS = [
  "scaled",
  "bytes",
  "twice",
  "standard",
  "picture",
  "less mean",
  "symmetric",
  "half",
  "by 256",
  "unit",
  "less 128",
  "centred",
  "each",
];
const SIGMOIDS = ["right", "misprint", "mirrored", "relu", "tanh", "none", "b outside"]; // C: DOCTOR_SIGMOID_RIGHT, DOCTOR_SIGMOID_MISPRINT, DOCTOR_SIGMOID_MIRRORED, DOCTOR_SIGMOID_RELU, DOCTOR_SIGMOID_TANH, DOCTOR_SIGMOID_NONE, DOCTOR_SIGMOID_B_OUTSIDE
const DZ = ["right", "squared"]; // C: DOCTOR_DZ_RIGHT, DOCTOR_DZ_SQUARED
const LOSSES = ["right", "ones", "zeros", "squared", "crossed", "from z", "no y", "no 1 - y", "log a"]; // C: DOCTOR_LOSS_RIGHT, DOCTOR_LOSS_ONES, DOCTOR_LOSS_ZEROS, DOCTOR_LOSS_SQUARED, DOCTOR_LOSS_CROSSED, DOCTOR_LOSS_FROM_Z, DOCTOR_LOSS_NO_Y, DOCTOR_LOSS_NO_1_Y, DOCTOR_LOSS_LOG_A
const ORDERS = ["right", "late b", "each", "column"]; // C: DOCTOR_ORDER_RIGHT, DOCTOR_ORDER_LATE_B, DOCTOR_ORDER_EACH, DOCTOR_ORDER_COLUMN

/**
 * What is done otherwise than the course does it; see doctor.h.
 * @typedef {object} How
 * @property {number} rateW @property {number} rateB @property {number} cost
 * @property {string} [sigmoid] @property {string} [dz] @property {string} [loss] @property {string} [order]
 * @property {number} [carry] @property {number} [carryCost] @property {boolean} [single]
 * @property {number} [term] @property {number} [b] @property {number} [epsilon] @property {number} [clip] @property {number} [own]
 */

// C: DOCTOR_RATE_W, DOCTOR_RATE_B, DOCTOR_COST, DOCTOR_SIGMOID, DOCTOR_DZ, DOCTOR_LOSS, DOCTOR_ORDER, DOCTOR_CARRY, DOCTOR_CARRY_COST, DOCTOR_SINGLE, DOCTOR_TERM, DOCTOR_B, DOCTOR_EPSILON, DOCTOR_CLIP, DOCTOR_OWN; DOCTOR_NUMBERS is how many
const NUMBERS = [
  ...["rateW", "rateB", "cost", "sigmoid", "dz", "loss", "order", "carry", "carryCost", "single"],
  ...["term", "b", "epsilon", "clip", "own"],
];
/** What the course does. */
const PLAIN = { carry: 0, carryCost: 0, single: false, term: 1, b: 0, epsilon: 0, clip: 0, own: 0 };

/** @param {How} how */
function numbersOf({ sigmoid = "right", dz = "right", loss = "right", order = "right", ...how }) {
  const kinds = {
    sigmoid: placeIn("sigmoid", SIGMOIDS, sigmoid),
    dz: placeIn("dz", DZ, dz),
    loss: placeIn("loss", LOSSES, loss),
    order: placeIn("order", ORDERS, order),
  };
  const all = /** @type {Record<string, any>} */ ({ ...PLAIN, ...how, ...kinds });
  return NUMBERS.map((name) => Number(all[name]));
}

/** One training in which something may be wrong (c/doctor/doctor.h). Of doctor.wasm. Calls are short. */
export class Doctor extends Handle {
  /** @param {import('./dataset.js').Dataset} dataset all of K made @param {ArrayLike<number>} slots it trains on these */
  constructor(dataset, slots) {
    const { core } = dataset;
    const m = whole("pictures", slots.length, 1, GRAM_MAX);
    if (dataset.slots > GRAM_MAX || dataset.gramMissing() > 0)
      throw new CoreError("argument", "a doctor without all of K");
    for (let i = 0; i < m; i++)
      if (!dataset.part(slots[i])) throw new CoreError("argument", `slot ${slots[i]}`);
    const address = core.scratch(4 * m, (p) => {
      core.i32(p, m).set(slots);
      return core.exports.doctor_create(dataset.address, p, m);
    });
    if (address === 0) throw new CoreError("memory", `a doctor of ${m} pictures`);
    super(core, address, "doctor");
    this.m = m;
    this.n_x = dataset.n_x;
  }

  /** Bytes that it takes. @param {import('./core.js').Core} core @param {number} m @param {number} n_x @returns {number} */
  static bytes(core, m, n_x) {
    return core.exports.doctor_bytes(whole("pictures", m), whole("n_x", n_x));
  }

  /** Makes K of this X. @param {string} x one of X_KINDS @param {number} [maxMadds] @returns {number} rows still missing */
  prepare(x, maxMadds = Infinity) {
    const kind = placeIn("x", X_KINDS, x);
    return check(this.core.exports.doctor_prepare(this.address, kind, maxMadds), DATASET_ERRORS, "prepare");
  }

  /** w before the first iteration: n_x numbers, or null for 0. @param {ArrayLike<number> | null} w0 */
  start(w0) {
    const { core, n_x } = this;
    if (w0 && w0.length !== n_x) throw new CoreError("argument", "start: length of w");
    core.scratch(8 * n_x, (p) => {
      if (w0) core.f64(p, n_x).set(w0);
      check(core.exports.doctor_start(this.address, w0 ? p : 0), DATASET_ERRORS, "start");
    });
  }

  /** @param {How} how @param {ArrayLike<number>} y of each picture, 0 or 1 @param {number} iterations */
  begin(how, y, iterations) {
    const { core, m } = this;
    if (y.length !== m) throw new CoreError("argument", "begin: a y for each picture");
    const numbers = numbersOf(how);
    const end = whole("iterations", iterations, 0, MAX_ITERATIONS);
    for (let i = 0; i < m; i++) whole("y", y[i], 0, 1);
    core.scratch(8 * numbers.length + m, (p) => {
      core.f64(p, numbers.length).set(numbers);
      core.u8(p + 8 * numbers.length, m).set(y);
      const code = core.exports.doctor_begin(this.address, p, p + 8 * numbers.length, end);
      check(code, DATASET_ERRORS, "begin");
    });
  }

  /** To J of the state after `until` iterations, or for about maxMadds multiply-adds.
   *  @param {number} until @param {number} [maxMadds] @returns {number} how many costs there are */
  run(until, maxMadds = Infinity) {
    const last = whole("iterations", until, 0, MAX_ITERATIONS);
    return check(this.core.exports.doctor_run(this.address, last, maxMadds), DATASET_ERRORS, "doctor");
  }

  /** J of states 0 .. count - 1, which must be there: run() says how many are. A view, gone with the next call.
   *  @param {number} count */
  costs(count) {
    const at = this.core.exports.doctor_costs(this.address);
    if (at === 0) throw new CoreError("argument", "costs of nothing begun");
    return this.core.f64(at, count);
  }

  /** Of a training that has ended; NaN before. @returns {number} */
  get b() {
    return this.core.exports.doctor_b(this.address);
  }

  /** On its own pictures, likewise. @returns {number} */
  get accuracy() {
    return this.core.exports.doctor_accuracy(this.address);
  }

  /** The first numbers of w less what it began with. @param {number} count */
  w(count) {
    const { core } = this;
    return core.scratch(8 * count, (p) => {
      check(core.exports.doctor_w(this.address, p, count), DATASET_ERRORS, "w");
      return core.f64(p, count).slice();
    });
  }
}
