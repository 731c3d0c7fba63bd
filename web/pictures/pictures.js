// The pictures of this page: what they are, which class and part they belong to, and the way back to what they were. Their
// small bytes live in a C dataset; what they were made from (the master of an own picture, the bytes of an
// .h5 file, or the number of a drawn one) stays here, so that the size can change at any time.

import { CAPACITY } from "../core/core.js";
import { KEY_APART } from "../core/limits.js";
import { className } from "../training/settings.js";
import { copiesOf, withCopies } from "./mirror.js";
import { DRAWN_IDS, drawnBytes, drawnPictures } from "./drawn.js";
import { allowedSizes, nearestSize } from "./sizes.js";
import { arrange, fits } from "./arrange.js";
import { describe } from "./describe.js";

/**
 * @typedef {object} Picture never changed: moved to the other class, it is another object with the same bytes
 * @property {number} id grows with every own picture and is never used again; a drawn one has always the same
 * @property {0 | 1} y
 * @property {boolean | null} test its own split (drawn and .h5 sets); null: the seeded split decides
 * @property {string} name of the file
 * @property {number} px side of the master
 * @property {Uint8Array | null} rgb the master; null for a drawn picture
 * @property {number} [drawn] number of a drawn picture: CAPACITY for each seed, from 0 on
 * @property {number} [of] the id of the picture that this is a mirrored copy of
 * @property {boolean} [h5] came from an .h5 file: never shown larger than px
 * @property {true} [rests] left out: in neither part, and not in the dataset
 * @property {number} [key] decides its part in the seeded split: the id it had where it was saved; else its id
 */
/** @typedef {Omit<Picture, 'id'> & {id?: number}} NewPicture */
/** @typedef {'drawn' | 'own' | 'h5'} Kind */
/** @typedef {import('./drawn.js').DrawnSet} DrawnSet */
/**
 * @typedef {object} Moment everything about the pictures at one time, and what is needed to have it again to the last bit
 * @property {Kind} source @property {(string | null)[]} names @property {number | 'own'} share @property {number} n_px
 * @property {Picture[]} list @property {Int32Array} slots of each of them in the dataset
 * @property {DrawnSet | null} drawnSet @property {Picture[]} resting beside them
 */

export const SPLIT_SEED = 1;
/** What decides about the split; a copy goes where its original is. @param {Picture} picture */
function keyOf({ id, drawn, key, of }) {
  if (of !== undefined) return KEY_APART;
  return drawn === undefined ? (key ?? id) : drawn + 1;
}

/** The same examples in the same places, whatever the classes are called. @param {Moment} p @param {Moment} q */
const isSame = (p, q) =>
  p.source === q.source &&
  p.share === q.share &&
  p.n_px === q.n_px &&
  p.list.length === q.list.length &&
  p.list.every((picture, i) => picture === q.list[i] && p.slots[i] === q.slots[i]) &&
  p.resting.length === q.resting.length &&
  p.resting.every((picture, i) => picture === q.resting[i]);

export class Pictures {
  /** @type {Map<number, Picture>} in the order they came */
  #byId = new Map();
  /** Id -> slot in the dataset. @type {Map<number, number>} */
  #slots = new Map();
  /** Those that rest, by id. @type {Map<number, Picture>} */
  #resting = new Map();
  /** That of the next picture that comes. */
  nextId = 1;

  /** @type {Kind} */
  source = "own";
  /** @type {(string | null)[]} names of class 0 and 1; null: the page's own word */
  names = [null, null];
  n_px = 64;
  /** @type {number | 'own'} share kept for testing */
  share = 0.2;
  /** Which drawn set it was at first; null: none, or not known. @type {DrawnSet | null} */
  drawnSet = null;

  /** @param {import('../core/core.js').Core} core
   *  @param {() => void} changing called before the dataset changes: what was trained on it must go */
  constructor(core, changing = () => {}) {
    this.core = core;
    this.changing = changing;
    this.dataset = core.createDataset(this.n_px);
  }

  get count() {
    return this.#byId.size;
  }

  /** @returns {Picture[]} */
  all() {
    return [...this.#byId.values()];
  }

  /** Those that rest. @returns {Picture[]} */
  get resting() {
    return [...this.#resting.values()];
  }

  /** All of them, those that rest as well. @returns {Picture[]} */
  kept() {
    return [...this.#byId.values(), ...this.#resting.values()];
  }

  /** One that rests too. @param {number} id */
  get(id) {
    return this.#byId.get(id) ?? this.#resting.get(id) ?? null;
  }

  /** Where the dataset has it. @param {Picture} picture @returns {number} */
  slot({ id }) {
    return this.#slots.get(id) ?? -1;
  }

  /** @param {Picture} picture @returns {string | null} "train" or "test" */
  part(picture) {
    return this.dataset.part(this.slot(picture));
  }

  /** The bytes the neuron sees, or would see at another size. @param {Picture} picture @param {number} [n_px] */
  bytes(picture, n_px = this.n_px) {
    const slot = this.slot(picture);
    return n_px === this.n_px && slot >= 0 ? this.dataset.x(slot) : this.#small(picture, n_px);
  }

  /** Room for more. */
  get room() {
    return CAPACITY - this.#byId.size - this.#resting.size;
  }

  /** Any square picture at the current size. @param {Uint8Array} rgb @param {number} px */
  atSize(rgb, px, n_px = this.n_px) {
    return px === n_px ? rgb : this.core.resize({ rgb, width: px, height: px, n_px });
  }

  /** @param {Picture} picture @param {number} n_px */
  #small(picture, n_px) {
    if (picture.rgb) return this.atSize(picture.rgb, picture.px, n_px);
    return drawnBytes(this.core, /** @type {number} */ (picture.drawn), n_px);
  }

  /** Into the dataset, as a training example until the split. @param {Picture} picture @returns {number} slot */
  #place(picture, dataset = this.dataset) {
    return dataset.add(this.#small(picture, dataset.n_px), picture.y, "train", keyOf(picture));
  }

  /** Ids below this one have been used, here or on an earlier visit. @param {number} id */
  reserve(id) {
    if (Number.isSafeInteger(id)) this.nextId = Math.max(this.nextId, id);
  }

  /** One that had an id (a restored one) keeps it. @param {NewPicture} entry @returns {Picture} */
  #numbered(entry) {
    if (entry.drawn !== undefined) return { ...entry, id: DRAWN_IDS + entry.drawn };
    const picture = { ...entry, id: entry.id ?? this.nextId };
    this.reserve(picture.id + 1);
    return picture;
  }

  /**
   * These pictures, at this size, instead of what is there. The new dataset is filled before the old one goes:
   * when memory is short (CoreError) everything is as it was.
   * @param {Picture[]} list @param {number} n_px
   */
  #rebuild(list, n_px) {
    this.changing();
    this.#swap(list, this.#filled(list, n_px));
  }

  /** @param {Picture[]} list @param {number} n_px */
  #filled(list, n_px) {
    const dataset = this.core.createDataset(n_px);
    try {
      return { dataset, slots: list.map((picture) => this.#place(picture, dataset)) };
    } catch (error) {
      dataset.free();
      throw error;
    }
  }

  /** @param {Picture[]} list @param {{dataset: import('../core/dataset.js').Dataset, slots: ArrayLike<number>}} filled
   *  with them */
  #swap(list, { dataset, slots }) {
    if (dataset !== this.dataset) this.dataset.free();
    this.#slots = new Map(list.map(({ id }, i) => [id, slots[i]]));
    this.#byId = new Map(list.map((picture) => [picture.id, picture]));
    Object.assign(this, { dataset, n_px: dataset.n_px });
  }

  /** What is there now. @returns {Moment} */
  snapshot() {
    const { source, names, share, n_px, drawnSet, resting } = this;
    const list = this.all();
    const slots = Int32Array.from(list, (each) => this.slot(each));
    return { source, names, share, n_px, drawnSet, list, slots, resting };
  }

  /** Everything as it was, every picture in its slot again. Where there is no memory for it (CoreError) nothing changes.
   *  @param {Moment} moment */
  restore(moment) {
    if (isSame(this.snapshot(), moment)) {
      this.names = moment.names; // nothing that was learned depends on them
      return;
    }
    this.changing();
    const { source, names, share, n_px, drawnSet, list, slots } = moment;
    const place = (/** @type {Picture} */ picture) => this.#place(picture, dataset);
    let { dataset } = this;
    // Those that stay keep their part of the Gram matrix.
    if (n_px === this.n_px && fits(this.snapshot(), moment)) arrange(dataset, this.snapshot(), moment, place);
    else {
      dataset = this.core.createDataset(n_px);
      try {
        arrange(dataset, null, moment, place);
      } catch (error) {
        dataset.free();
        throw error;
      }
    }
    this.#swap(list, { dataset, slots });
    this.#rest(moment.resting);
    Object.assign(this, { source, names, share, drawnSet });
    this.#sortAndSplit();
  }

  /** These rest, and no others. @param {Picture[]} list */
  #rest(list) {
    this.#resting = new Map(list.sort((p, q) => p.id - q.id).map((picture) => [picture.id, picture]));
  }

  /** Pictures are left out, their copies with them: neither trained on nor tested, but kept. @param {number[]} ids */
  rest(ids) {
    const list = withCopies(this.all(), ids);
    if (list.length === 0) return;
    this.#take(list);
    this.#rest([...this.resting, ...list.map((each) => ({ ...each, rests: /** @type {const} */ (true) }))]);
  }

  /** Pictures that rest are taken in again. @param {number[]} ids */
  wake(ids) {
    const list = withCopies(this.resting, ids);
    if (list.length === 0) return;
    const added = this.add(list.map(({ rests: _, ...awake }) => awake));
    for (const { id } of added) this.#resting.delete(id);
  }

  /**
   * Adds pictures at the end; those that had an id (restored ones) keep it and their place.
   * Throws CoreError 'full' or 'memory' at the first that does not fit; those before it stay.
   * @param {NewPicture[]} list @returns {Picture[]}
   */
  add(list) {
    const added = [];
    try {
      for (const entry of list) {
        const picture = this.#numbered(entry);
        this.changing();
        this.#slots.set(picture.id, this.#place(picture));
        this.#byId.set(picture.id, picture);
        added.push(picture);
      }
    } finally {
      this.#sortAndSplit();
    }
    return added;
  }

  /** Takes pictures out. @param {Picture[]} list */
  #take(list) {
    this.changing();
    for (const picture of list) {
      this.dataset.remove(this.slot(picture));
      this.#byId.delete(picture.id);
      this.#slots.delete(picture.id);
    }
    this.#sortAndSplit();
  }

  #sortAndSplit() {
    const sorted = this.all().sort((a, b) => a.id - b.id);
    this.#byId = new Map(sorted.map((picture) => [picture.id, picture]));
    if (this.share === "own" && !this.hasOwnSplit) this.share = 0.2;
    if (this.share !== "own") this.dataset.split(this.share, SPLIT_SEED);
    else
      for (const picture of sorted) this.dataset.setPart(this.slot(picture), picture.test ? "test" : "train");
    for (const picture of sorted) {
      const original = picture.of === undefined ? null : this.get(picture.of);
      if (original)
        this.dataset.setPart(this.slot(picture), this.part(original) === "test" ? "test" : "train");
    }
  }

  get hasOwnSplit() {
    return this.all().some(({ test }) => test !== null);
  }

  /** Sizes these pictures can be shown at: those of .h5 files are not enlarged. */
  get sizes() {
    return allowedSizes(this.kept());
  }

  /** @param {number | 'own'} share */
  setShare(share) {
    if (share === this.share) return;
    this.changing();
    this.share = share;
    this.#sortAndSplit();
  }

  /** The same pictures in another core, each in its slot, with what there is of the Gram matrix. Where there is no memory for
   *  them (CoreError) they stay where they are. Free what is trained on them first. @param {import('../core/core.js').Core} core */
  moveTo(core) {
    const moment = this.snapshot();
    const dataset = core.createDataset(this.n_px);
    const place = (/** @type {Picture} */ picture) =>
      dataset.add(this.bytes(picture), picture.y, /** @type {string} */ (this.part(picture)), keyOf(picture));
    try {
      arrange(dataset, null, moment, place);
      dataset.takeGram(this.dataset);
    } catch (error) {
      dataset.free();
      throw error;
    }
    this.#swap(moment.list, { dataset, slots: moment.slots });
    this.core = core;
  }

  /** Changes the size of all pictures; the Gram matrix starts anew. @param {number} n_px */
  setSize(n_px) {
    const size = nearestSize(this.sizes, n_px);
    if (size === this.n_px) return;
    this.#rebuild(this.all(), size);
    this.#sortAndSplit();
  }

  /** Takes pictures out. @param {number[]} ids */
  remove(ids) {
    const list = withCopies(this.all(), ids);
    if (list.length > 0) this.#take(list);
    for (const { id } of withCopies(this.resting, ids)) this.#resting.delete(id);
  }

  /** Mirrored copies of the training pictures, as many as there is room for.
   *  @param {(rgb: Uint8Array) => Uint8Array} mirrored the picture as in a mirror @returns {Picture[]} those added */
  mirror(mirrored) {
    const copied = new Set(this.resting.map(({ of }) => of)); // with a copy that rests
    const list = this.all().filter((picture) => this.part(picture) === "train" && !copied.has(picture.id));
    return this.add(copiesOf(list, mirrored).slice(0, this.room));
  }

  /** Moves pictures to class y. @param {number[]} ids @param {0 | 1} y */
  relabel(ids, y) {
    const list = withCopies(this.all(), ids).filter((picture) => picture.y !== y);
    if (list.length === 0) return;
    this.changing();
    for (const picture of list) {
      this.dataset.setY(this.slot(picture), y);
      this.#byId.set(picture.id, { ...picture, y });
    }
    this.#sortAndSplit();
  }

  /**
   * A whole new set instead of what is there.
   * @param {Kind} source @param {NewPicture[]} list
   * @param {{names?: (string | null)[], share?: number | 'own', n_px?: number}} how
   */
  replace(source, list, { names = this.names, share = this.share, n_px = this.n_px } = {}) {
    const numbered = list.map((entry) => this.#numbered(entry));
    const awake = numbered.filter(({ rests }) => !rests);
    this.#rebuild(awake, nearestSize(allowedSizes(list), n_px));
    this.#rest(numbered.filter(({ rests }) => rests));
    Object.assign(this, { source, names, share, drawnSet: null });
    this.#sortAndSplit();
  }

  /** A built-in set instead of what is there. @param {DrawnSet} set @param {Parameters<Pictures["replace"]>[2]} how */
  draw(set, how) {
    this.replace("drawn", drawnPictures(this.core, set), how);
    this.drawnSet = set;
  }

  /** Why training cannot start yet: a code, or null. */
  get missing() {
    const [zeros, ones] = [0, 1].map((y) => this.dataset.count("train", y) + this.dataset.count("test", y));
    if (zeros + ones === 0) return "both-empty";
    if (zeros === 0) return "class0-empty";
    if (ones === 0) return "class1-empty";
    if (this.dataset.count("train", 0) === 0) return "train-class0-empty";
    if (this.dataset.count("train", 1) === 0) return "train-class1-empty";
    return null;
  }

  /** @param {(string | undefined)[]} names of class 0 and class 1; empty: the page's own word; undefined: as it is */
  rename(names) {
    this.names = this.names.map((before, y) => (names[y] === undefined ? before : className(names[y])));
  }

  /** What the page draws: the 'data' event. */
  describe() {
    return describe(this);
  }
}
