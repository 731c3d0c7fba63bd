// What there must be before an iteration can run: an engine chosen, the Gram matrix if that needs one, the learner, and in
// it what was learned before.

import { CoreError } from "../core/core.js";
import { createLearner, engineFor } from "./engine.js";
import { stateOf } from "./learned.js";
import { DEFAULTS } from "./settings.js";

const CALL_MS = 4; // rows of the Gram matrix at a time

/**
 * @typedef {import('./learned.js').Learner} Learner
 * @typedef {import('./engine.js').Choice} Choice
 *
 * @typedef {object} Told
 * @property {(rows: {done: number, total: number}) => void} rows of the Gram matrix that are there
 * @property {() => void} made the learner is there
 * @property {(opened: boolean) => void} unfit what was stored does not belong to it; opened: it came from a file
 */

export class Preparing {
  /** @type {Learner | null} */
  lr = null;
  /** The settings that it was made with. */
  made = DEFAULTS;
  /** Hidden layers of the last learner that there was memory for. @type {number[]} */
  worked = [];
  /** Made once for these data and settings. @type {Choice | null} */
  #choice = null;
  /** To be gone on with. @type {{state: Uint8Array, opened?: boolean} | null} */
  #stored = null;
  /** For this dataset there was no memory for the Gram matrix. @type {any} */
  #tooLarge = null;

  /** @param {import('../pictures/pictures.js').Pictures} pictures @param {import('./settings.js').Settings} settings
   *  @param {import('./stopwatch.js').Stopwatch} watch @param {Told} told */
  constructor(pictures, settings, watch, told) {
    this.pictures = pictures;
    this.settings = settings;
    this.watch = watch;
    this.told = told;
  }

  /** Whether the core can train this; else the whole of it has to be there first. */
  get possible() {
    const { hidden } = this.settings;
    return this.pictures.core.Network !== null || (hidden.length === 0 && this.choice.engine === "gram");
  }

  /** Frees the learner, to make it again with what it has learned. Throws CoreError 'memory', and it stays. */
  leave() {
    const { lr } = this;
    if (!lr) return;
    const state = stateOf(lr);
    if (!state) throw new CoreError("memory", "the state of a training");
    if (lr.end > 0) this.#stored = { state };
    lr.free();
    this.lr = null;
  }

  drop() {
    this.lr?.free();
    this.lr = null;
    this.#choice = null;
    this.#stored = null;
  }

  /** The learner that comes goes on with that. @param {{state: Uint8Array, choice: Choice, opened?: boolean}} stored */
  resume(stored) {
    this.#stored = stored;
    this.#choice = stored.choice;
  }

  /** What was learned, and by which engine; null: nothing. @returns {{choice: Choice, state: Uint8Array} | null} */
  keep() {
    const { lr } = this;
    const state = lr ? lr.end > 0 && stateOf(lr) : this.#stored?.state;
    return state && this.#choice ? { choice: this.#choice, state } : null;
  }

  /** Once for these data and settings: what was predicted then is what is told. @returns {Choice} */
  get choice() {
    const { dataset, count } = this.pictures;
    const choice = this.#choice;
    if (choice && (this.#stored || choice.iterations === this.settings.iterations)) return choice;
    return (this.#choice = engineFor(dataset, count, this.settings, this.#tooLarge === dataset));
  }

  /** That of the learner, even if iterations are others by now. @returns {Choice} */
  get chosen() {
    return this.#choice ?? this.choice;
  }

  /** Some more of the Gram matrix, or the learner. @returns {Learner | null} null: call again */
  step() {
    const { dataset } = this.pictures;
    try {
      return this.#step();
    } catch (error) {
      const memory = /** @type {any} */ (error).code === "memory";
      if (!memory || this.#tooLarge === dataset || this.choice.engine !== "gram") throw error;
      this.#tooLarge = dataset;
      this.#choice = this.#stored = null;
      return null;
    }
  }

  /** @returns {Learner | null} */
  #step() {
    const { dataset } = this.pictures;
    const { engine } = this.choice;
    if (engine === "gram" && dataset.gramMissing() > 0) {
      this.#rows();
      return null;
    }
    const lr = this.watch.timed(() => createLearner(dataset, engine, this.settings));
    this.lr = lr;
    this.made = { ...this.settings };
    this.worked = this.settings.hidden;
    this.told.made();
    return this.#goOn(lr) ? lr : null;
  }

  #rows() {
    const { dataset, count } = this.pictures;
    const { watch } = this;
    const started = watch.now();
    const left = watch.timed(() => {
      let rows = dataset.gramStep(1);
      while (rows > 0 && watch.now() - started < CALL_MS) rows = dataset.gramStep(1);
      return rows;
    });
    this.told.rows({ done: count - left, total: count });
  }

  /** With what is stored, if anything is. @param {Learner} lr
   *  @returns {boolean} false: it does not fit, and training begins anew with an engine of its own choice */
  #goOn(lr) {
    const stored = this.#stored;
    this.#stored = null;
    try {
      if (stored) lr.setState(stored.state);
      return true;
    } catch {
      this.told.unfit(stored?.opened === true);
      return false;
    }
  }
}
