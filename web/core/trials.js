import { CoreError, DATASET_ERRORS, check, placeIn, whole } from "./errors.js";
import { Handle } from "./handle.js";
import { GRAM_MAX, LANES, MAX_ITERATIONS, PARTS, TRIAL_RESULTS } from "./limits.js";

/**
 * @typedef {{rows: ArrayLike<number>, y: ArrayLike<number>}} Chosen rows, as often as they count, and the y of each
 * @typedef {{cost: number, accuracy: number, testCost: number, testAccuracy: number, b: number}} Result
 */

/** Trainings of the neuron on choices of pictures, LANES side by side (c/trial/trial.h). Of trials.wasm. Calls are short. */
export class Trials extends Handle {
  /** @param {import('./dataset.js').Dataset} dataset all of K made @param {ArrayLike<number>} slots rows are numbered by; those
   *  that are trained on first */
  constructor(dataset, slots) {
    const { core } = dataset;
    const n = whole("rows", slots.length, 1, GRAM_MAX);
    if (dataset.slots > GRAM_MAX || dataset.gramMissing() > 0)
      throw new CoreError("argument", "trials without all of K");
    for (let i = 0; i < n; i++)
      if (!dataset.part(slots[i])) throw new CoreError("argument", `slot ${slots[i]}`);
    const address = core.scratch(4 * n, (p) => {
      core.i32(p, n).set(slots);
      return core.exports.trials_create(dataset.address, p, n);
    });
    if (address === 0) throw new CoreError("memory", `trials on ${n} pictures`);
    super(core, address, "trials");
    this.n = n;
  }

  /** Bytes that trials on n pictures take. @param {import('./core.js').Core} core @param {number} n @returns {number} */
  static bytes(core, n) {
    return core.exports.trials_bytes(whole("rows", n));
  }

  /** Rows of a lane. Ends its trial. @param {number} lane @param {string} part 'train', or 'test': those it is measured on
   *  @param {Chosen} chosen */
  choose(lane, part, { rows, y }) {
    const { core } = this;
    const n = rows.length;
    if (y.length !== n) throw new CoreError("argument", "choose: a y for each row");
    const numbers = [whole("lane", lane, 0, LANES - 1), placeIn("part", PARTS, part)];
    for (let i = 0; i < n; i++) whole("y", y[i], 0, 1);
    for (let i = 0; i < n; i++) whole("row", rows[i], 0, this.n - 1);
    core.scratch(5 * n, (p) => {
      core.i32(p, n).set(rows);
      core.u8(p + 4 * n, n).set(y);
      check(core.exports.trials_choose(this.address, ...numbers, p, p + 4 * n, n), DATASET_ERRORS, "choose");
    });
  }

  /** From w = 0. @param {number} lane @param {{alpha: number, iterations: number, curve?: boolean}} how */
  begin(lane, { alpha, iterations, curve = false }) {
    const numbers = [whole("lane", lane), alpha, whole("iterations", iterations, 0, MAX_ITERATIONS)];
    check(this.core.exports.trials_begin(this.address, ...numbers, Number(curve)), DATASET_ERRORS, "begin");
  }

  /** For about maxMadds multiply-adds, or until one ends. @param {number} [maxMadds] @returns {number} lanes still running */
  run(maxMadds = Infinity) {
    return check(this.core.exports.trials_run(this.address, maxMadds), DATASET_ERRORS, "trials");
  }

  /** Multiply-adds of one iteration of all lanes. @returns {number} */
  get madds() {
    return this.core.exports.trials_madds(this.address);
  }

  /** Of a trial that has ended; null before. @param {number} lane @returns {Result | null} */
  result(lane) {
    const numbers = this.#ended("trials_result", lane, TRIAL_RESULTS.length);
    return (
      numbers && /** @type {any} */ (Object.fromEntries(TRIAL_RESULTS.map((name, i) => [name, numbers[i]])))
    );
  }

  /** z of all rows, likewise. @param {number} lane */
  z(lane) {
    return this.#ended("trials_z", lane, this.n);
  }

  /** J of states 0 .. iterations, on the lane's own rows and on its test rows; null for a trial without curve.
   *  @param {number} lane @param {number} iterations as it was begun with */
  costs(lane, iterations) {
    const both = this.#ended("trials_costs", lane, 2 * (iterations + 1));
    return both && { train: both.slice(0, iterations + 1), test: both.slice(iterations + 1) };
  }

  /** @param {string} what @param {number} lane @param {number} n @returns {Float64Array | null} */
  #ended(what, lane, n) {
    const at = this.core.exports[what](this.address, whole("lane", lane));
    return at === 0 ? null : this.core.f64(at, n).slice();
  }
}
