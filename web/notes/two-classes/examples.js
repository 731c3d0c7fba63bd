// The examples of the figure: pictures with their y, kept in a dataset of the core, which also decides which of them
// are kept for testing.

/** As many columns as can still be told apart. */
export const MOST = 40;
export const N_PX = 64;
export const N_X = 3 * N_PX * N_PX;
const SEED = 22; // of the drawn pictures
const SPLIT_SEED = 1;

/** @typedef {{key: number, slot: number, rgb: Uint8Array, y: number, name: string, test: boolean}} Example */

export class Examples {
  #core;
  #dataset;
  #drawn = 0;
  #key = 0;
  #share = 0;
  /** @type {Example[]} in the order of their coming: example i is list[i - 1] */
  list = [];

  /** @param {import('../../core/core.js').Core} core */
  constructor(core) {
    this.#core = core;
    this.#dataset = core.createDataset(N_PX);
  }

  get m() {
    return this.list.length;
  }

  get full() {
    return this.m >= MOST;
  }

  /** Examples of one part, in order. @param {boolean} test */
  part(test) {
    return this.list.filter((example) => example.test === test);
  }

  /** @param {Uint8Array} rgb @param {number} y @param {string} [name] file name of a picture of the reader's */
  add(rgb, y, name = "") {
    const key = this.#key++;
    const slot = this.#dataset.add(rgb, y, "train", key);
    const example = { key, slot, rgb, y, name, test: false };
    this.list.push(example);
    this.split(this.#share);
    return example;
  }

  /** The next picture of the built-in set. */
  addDrawn() {
    const { rgb, y } = this.#core.drawn(SEED, this.#drawn++, N_PX);
    return this.add(rgb, y);
  }

  /** @param {Example} example */
  remove(example) {
    this.#dataset.remove(example.slot);
    this.list.splice(this.list.indexOf(example), 1);
    this.split(this.#share);
  }

  /** Keeps this share of each class for testing. @param {number} share 0 … 0.5 */
  split(share) {
    this.#share = share;
    this.#dataset.split(share, SPLIT_SEED);
    for (const example of this.list) example.test = this.#dataset.part(example.slot) === "test";
  }
}
