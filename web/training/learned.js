// What was learned, kept with own pictures so that a reload does not forget it. A record says which pictures it was learned
// from, in which order, and with which settings: one that does not fit those that are there is left aside.

import { CoreError, ENGINES } from "../core/core.js";
import { MAX_ITERATIONS } from "../core/limits.js";
import { howMade } from "./settings.js";

const KEEP_MS = 1000; // while running
const BYTES_PER_MS = 2000; // a large state is written less often

/**
 * @typedef {import('../core/logreg.js').Logreg | import('../core/network.js').Network} Learner
 * @typedef {import('./engine.js').Choice} Choice
 *
 * @typedef {object} Source what the numbers of a state belong to
 * @property {Uint32Array} id of the pictures in the order of their slots, which is that of the examples
 * @property {Uint8Array} y @property {Uint8Array} test @property {number} n_px
 * @property {string} how see howMade in settings.js
 *
 * @typedef {object} Record
 * @property {Source} source @property {Choice} choice @property {number} spentMs @property {Uint8Array} state
 */

/** @param {import('../pictures/pictures.js').Pictures} pictures @param {import('./settings.js').Settings} settings
 *  @returns {Source} */
export function sourceOf(pictures, settings) {
  const { n_px } = pictures;
  const list = pictures.all().sort((p, q) => pictures.slot(p) - pictures.slot(q));
  return {
    id: Uint32Array.from(list, ({ id }) => id),
    y: Uint8Array.from(list, ({ y }) => y),
    test: Uint8Array.from(list, (picture) => Number(pictures.part(picture) === "test")),
    n_px,
    how: howMade(settings),
  };
}

/** @param {any} p @param {any} q */
const sameNumbers = (p, q) =>
  p?.constructor === q.constructor &&
  p.length === q.length &&
  q.every((/** @type {number} */ v, /** @type {number} */ i) => v === p[i]);

/** @param {any} p what was stored: anything @param {Source} q */
const sameSource = (p, q) =>
  p?.n_px === q.n_px &&
  p.how === q.how &&
  sameNumbers(p.id, q.id) &&
  sameNumbers(p.y, q.y) &&
  sameNumbers(p.test, q.test);

/** What an engine was taken for, if this is it. @param {any} choice what was stored: anything @returns {Choice | null} */
export function choiceIn(choice) {
  const { engine, why, iterations } = choice ?? {};
  if (!ENGINES.includes(engine) || typeof why !== "string") return null;
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > MAX_ITERATIONS) return null;
  const isWork = (/** @type {any} */ w) => Number.isFinite(w?.madds) && Number.isFinite(w?.seconds);
  const compared = isWork(choice.work?.gram) && isWork(choice.work?.vectorized);
  return { engine, why: /** @type {any} */ (why), iterations, work: compared ? choice.work : null };
}

/** Null where there is no memory for a copy. @param {Learner} lr */
export function stateOf(lr) {
  try {
    return lr.state();
  } catch (error) {
    if (error instanceof CoreError && error.code === "memory") return null;
    throw error;
  }
}

export class Learned {
  /** What is stored, as far as is known. @type {any} */
  #kept = null;
  #keptAt = -Infinity;
  /** The learner and the revision of it that is stored. @type {[unknown, number]} */
  #last = [null, -1];

  /** @param {any} store see pictures/store.js @param {import('../pictures/pictures.js').Pictures} pictures
   *  @param {() => import('./settings.js').Settings} settings @param {() => number} [now] milliseconds */
  constructor(store, pictures, settings, now = () => performance.now()) {
    this.store = store;
    this.pictures = pictures;
    this.settings = settings;
    this.now = now;
  }

  /** These pictures, in the order in which they were when the stored state was learned: what comes first is an example
   *  before the others. As they are when there is no such state.
   *  Those that rest come last.
   *  @template {{id: number, rests?: boolean}} T @param {T[]} list @param {any} record @returns {T[]} */
  static inOrder(list, record) {
    const byId = new Map(list.map((picture) => [picture.id, picture]));
    const ids = record?.source?.id;
    const resting = list.filter(({ rests }) => rests);
    if (!(ids instanceof Uint32Array) || ids.length + resting.length !== list.length) return list;
    const ordered = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
    return ordered.length === ids.length && ordered.every(({ rests }) => !rests)
      ? [...ordered, ...resting]
      : list;
  }

  /** The stored record, when it belongs to the pictures and settings that are there now; else it is dropped.
   *  @param {any} record @param {boolean} [linked] a link's settings are in force: then it stays where it is
   *  @returns {Record | null} */
  take(record, linked = false) {
    if (!record) return null;
    this.#kept = record;
    const { state, spentMs } = record;
    const choice = choiceIn(record.choice);
    const source = sourceOf(this.pictures, this.settings());
    if (choice && state instanceof Uint8Array && sameSource(record.source, source))
      return { source, choice, state, spentMs: Number.isFinite(spentMs) ? spentMs : 0 };
    if (!linked) this.drop();
    return null;
  }

  /** The state of a learner that was just evaluated: kept at rest, and now and then while running.
   *  @param {Learner} lr @param {{choice: Choice, spentMs: number, atRest: boolean, revision: number}} what revision grows
   *  whenever the state may have become another one */
  offer(lr, { choice, spentMs, atRest, revision }) {
    if (this.#last[0] === lr && this.#last[1] === revision) return;
    if (this.pictures.source === "drawn" || !this.store.available) return;
    const { end, iteration } = lr;
    if (end === 0 || !Number.isFinite(lr.costs(iteration, iteration + 1)[0])) {
      if (end === 0) this.drop();
      return;
    }
    const wait = Math.max(KEEP_MS, lr.stateBytes / BYTES_PER_MS);
    if (!atRest && this.now() - this.#keptAt < wait) return;
    this.#keptAt = this.now();
    this.#last = [lr, revision];
    const state = stateOf(lr);
    if (!state) return;
    this.#kept = { source: sourceOf(this.pictures, this.settings()), choice, spentMs, state };
    this.store.saveLearned(this.#kept);
  }

  /** Data, engine or layers are others now. */
  drop() {
    if (this.#kept === null) return;
    this.#kept = null;
    this.#last = [null, -1];
    this.store.removeLearned();
  }
}
