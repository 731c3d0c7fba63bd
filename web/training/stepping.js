// What makes a change of the pictures, whatever it did, one step that can be undone: it says what that was by looking at the
// pictures before and after, keeps what was learned with the moment that is left, and stores what is there now.

import { History, sameMoment } from "../pictures/history.js";
import { howMade } from "./settings.js";
import { whatWasDone } from "./steps.js";

/** @typedef {import('../pictures/history.js').Moment} Moment */
/** @typedef {Pick<import('./data-commands.js').Means, "pictures" | "training" | "keeping" | "set" | "adopt" | "tellMemory">} Means */

/** Steps that bring other settings of the training, or another model beside it. */
const OF_SETTINGS = new Set(["opened", "alpha", "brought", "dismissed"]);

export class Stepping {
  #history = new History();
  /** What is there between two commands; null: not looked at yet. @type {Moment | null} */
  #here = null;
  /** The code of the step that is under way and leaves #here, or "". */
  #leaving = "";

  /** @param {Means} means */
  constructor(means) {
    this.means = means;
  }

  /** What can be undone and done again. */
  get next() {
    return this.#history.next;
  }

  /** Nothing can be undone any more. */
  forget() {
    this.#history.forget();
    this.#here = null;
    this.#leaving = "";
  }

  /** Before the dataset changes: what was trained on it goes, and is kept with the moment that is being left. */
  leave() {
    const { training } = this.means;
    const trained = this.#leaving ? training.keep() : null;
    if (trained && this.#here) this.#history.keep(this.#here, trained);
    training.stop(this.#leaving === "size" || this.#leaving === "share");
  }

  /** Inside a step: what had been learned before it. @param {Moment["trained"]} trained */
  keep(trained) {
    this.#history.keep(/** @type {Moment} */ (this.#here), trained ?? null);
  }

  /** One step, if anything changes, and stored as such. @template T @param {string} code @param {() => Promise<T>} work
   *  @returns {Promise<T & {step: number | null}>} */
  async as(code, work) {
    /** @type {Moment} */
    const before = (this.#here ??= this.means.pictures.snapshot());
    if (OF_SETTINGS.has(code)) before.set = this.#setOf(code);
    this.#leaving = code;
    let result, step;
    try {
      result = await work();
    } finally {
      this.#leaving = "";
      step = this.#arrived(code, before);
    }
    return { ...result, step };
  }

  /** The settings that such a step brings. @param {string} code */
  #setOf(code) {
    const set = this.means.set();
    if (code === "opened") return set;
    const { speedChosen, brought } = set;
    return code === "alpha"
      ? { speedChosen, settings: { alpha: set.settings.alpha } }
      : { speedChosen, settings: {}, brought };
  }

  /** @param {string} code @param {Moment} before @returns {number | null} */
  #arrived(code, before) {
    const { pictures, keeping } = this.means;
    /** @type {Moment} */
    const now = pictures.snapshot();
    if (!OF_SETTINGS.has(code) && sameMoment(before, now)) {
      // Tried in vain; what was trained belongs to these pictures, if they are where they were.
      if (now.slots.every((slot, i) => slot === before.slots[i])) this.#resume(before);
      return null;
    }
    this.#here = now;
    if (OF_SETTINGS.has(code)) now.set = this.#setOf(code);
    if (code !== "added") keeping.follow(before, now); // what was added is stored by now
    return this.#history.push(whatWasDone(code, before, now), before, now);
  }

  /** What was learned at this moment is there again, if it would be learned the same way now. @param {Moment} moment */
  #resume(moment) {
    const { training } = this.means;
    const { trained } = moment;
    this.#history.keep(moment, null);
    if (trained && trained.how === howMade(training.settings)) training.resume(trained);
  }

  /** The moment before, or the one that was left by an undo. @param {"undo" | "redo"} way */
  to(way) {
    return this.#history.to(way);
  }

  /** @param {"undo" | "redo"} way @param {Moment} to */
  go(way, to) {
    const { pictures, keeping } = this.means;
    /** @type {Moment} */
    const from = (this.#here ??= pictures.snapshot());
    const code = this.#history.next[way]?.code ?? "";
    const { speedChosen } = this.means.set();
    const others = OF_SETTINGS.has(code) ? to.set : undefined;
    if (others) from.set = this.#setOf(code);
    this.#leaving = way;
    try {
      if (code === "alpha") this.leave(); // the pictures stay
      pictures.restore(to);
      if (others) this.means.adopt(code === "opened" ? others : { ...others, speedChosen });
      this.#here = to;
      this.#history.move(way);
      keeping.follow(from, to);
    } catch (error) {
      this.means.tellMemory(error);
    } finally {
      this.#leaving = "";
      this.#resume(this.#here);
    }
  }
}
