// What has been done to the pictures, step by step, and what can be done again: the moments between the steps. Pictures
// never change, so that the bytes of each are here once, however many moments have it.

const DEPTH = 50;
const BYTES = 512 * 2 ** 20; // of pictures that are here for the sake of undoing; the last step can always be undone
const TRAINED = 8; // moments that keep what was learned
const TRAINED_BYTES = 64 * 2 ** 20; // in all; the last one can be larger

/** @typedef {{settings: any, speedChosen: boolean, runs?: readonly import('../training/runs/run.js').Run[],
 *    brought?: import('../training/brought.js').Brought | null}} Setting of the training, its runs, and the model that was
 *    brought, kept at both ends of a step that changed them; undefined: they stay */
/** @typedef {import('./pictures.js').Moment & {trained?: import('../training/training.js').Trained | null, set?: Setting}} Moment */
/** @typedef {import('./pictures.js').Picture} Picture */
/**
 * @typedef {object} Says what a step did
 * @property {string} code @property {number} count of pictures @property {0 | 1 | null} y the class it is about, if one
 * @property {{given: string | null, drawn: boolean} | null} name of that class @property {number | 'own'} value of a
 *   setting
 *
 * @typedef {Says & {id: number}} Told id grows from step to step
 * @typedef {{told: Told, before: Moment, after: Moment, bytes: number}} Step bytes: of pictures that it took away
 */

/** @param {Picture[]} p @param {Picture[]} q */
const sameList = (p, q) =>
  p.length === q.length && p.every(({ id, y, rgb }, i) => q[i].id === id && q[i].y === y && q[i].rgb === rgb);

/** Whether nothing is different. @param {Moment} p @param {Moment} q */
export const sameMoment = (p, q) =>
  p.source === q.source &&
  p.share === q.share &&
  p.n_px === q.n_px &&
  p.names.every((name, y) => name === q.names[y]) &&
  sameList(p.list, q.list) &&
  sameList(p.resting, q.resting);

/** All that is kept at a moment, those that rest too. @param {Moment} moment */
export const keptAt = ({ list, resting }) => (resting.length > 0 ? [...list, ...resting] : list);

/** Pictures of `list` that are not in `others`. @param {Picture[]} list @param {Picture[]} others */
export function without(list, others) {
  const there = new Set(others.map(({ id }) => id));
  return list.filter(({ id }) => !there.has(id));
}

const bytesOf = (/** @type {Picture[]} */ list) => list.reduce((sum, { rgb }) => sum + (rgb?.length ?? 0), 0);

export class History {
  /** @type {Step[]} */
  #past = [];
  /** Undone, the next to be done again last. @type {Step[]} */
  #future = [];
  #lastId = 0;
  /** Moments that keep what was learned, the last one left at the end. @type {Moment[]} */
  #trained = [];

  /** @param {Says} says @param {Moment} before @param {Moment} after @returns {number} its id */
  push(says, before, after) {
    const id = ++this.#lastId;
    this.#future = [];
    this.#past.push({
      told: { ...says, id },
      before,
      after,
      bytes: bytesOf(without(keptAt(before), keptAt(after))),
    });
    const bytes = () => this.#past.reduce((sum, step) => sum + step.bytes, 0);
    while (this.#past.length > DEPTH || (this.#past.length > 1 && bytes() > BYTES)) this.#past.shift();
    this.#trained = this.#trained.filter((moment) => this.#has(moment));
    return id;
  }

  /** @param {Moment} moment */
  #has(moment) {
    return [...this.#past, ...this.#future].some(
      ({ before, after }) => before === moment || after === moment,
    );
  }

  /** What an undo would undo, and a redo do again. @returns {{undo: Told | null, redo: Told | null}} */
  get next() {
    return { undo: this.#past.at(-1)?.told ?? null, redo: this.#future.at(-1)?.told ?? null };
  }

  /** What there would be after it. @param {"undo" | "redo"} way @returns {Moment | null} */
  to(way) {
    return (way === "undo" ? this.#past.at(-1)?.before : this.#future.at(-1)?.after) ?? null;
  }

  /** It is done. @param {"undo" | "redo"} way */
  move(way) {
    const [from, to] = way === "undo" ? [this.#past, this.#future] : [this.#future, this.#past];
    const step = from.pop();
    if (step) to.push(step);
  }

  /** What was learned at a moment that is being left: the last few are kept.
   *  @param {Moment} moment @param {Moment["trained"]} trained */
  keep(moment, trained) {
    moment.trained = trained;
    this.#trained = [...this.#trained.filter((each) => each !== moment), ...(trained ? [moment] : [])];
    const bytes = () => this.#trained.reduce((sum, each) => sum + (each.trained?.state.length ?? 0), 0);
    while (this.#trained.length > TRAINED || (this.#trained.length > 1 && bytes() > TRAINED_BYTES)) {
      const [oldest] = this.#trained.splice(0, 1);
      oldest.trained = null;
    }
  }

  forget() {
    this.#past = [];
    this.#future = [];
    this.#trained = [];
  }
}
