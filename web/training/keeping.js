// What is found again after a reload: which pictures are stored, the names, the settings. Drawn pictures are made
// anew, so they are not stored.

import { CAPACITY } from "../core/core.js";
import { keptAt, without } from "../pictures/history.js";
import { className } from "./settings.js";

/** @typedef {import('../pictures/pictures.js').Moment} Moment */

/** The pictures that are stored, no more than there is room for, and what is said about them. @param {any} store see store.js
 *  @returns {Promise<{meta: any, list: any[] | null, names: (string | null)[]}>} list null: no pictures to restore */
export async function storedSet(store) {
  const { pictures, meta } = await store.loadAll();
  const named = (/** @type {any} */ name) => (typeof name === "string" ? className(name) : null);
  const names = [0, 1].map((y) => named(meta?.names?.[y]));
  if (pictures.length === 0 || !["own", "h5"].includes(meta?.source)) return { meta, list: null, names };
  const h5 = meta.source === "h5";
  const list = pictures
    .slice(0, CAPACITY)
    .map((/** @type {any} */ picture) => ({ ...picture, h5: h5 && picture.test !== null }));
  return { meta, list, names };
}

export class Keeping {
  /** The settings that are stored, as text. */
  #kept = "";

  /** @param {any} store see store.js @param {import('../pictures/pictures.js').Pictures} pictures
   *  @param {() => object} settings what else to keep: {settings, speedChosen} */
  constructor(store, pictures, settings) {
    this.store = store;
    this.pictures = pictures;
    this.settings = settings;
  }

  /** @returns {Promise<{meta: any, list: any[] | null, names: (string | null)[], learned: any, runs: any, brought: any}>}
   *  list null: no pictures to restore; learned, runs, brought: see learned.js, runs/ and brought.js, anything or null */
  async load() {
    const { store } = this;
    const [set, learned, runs, brought] = await Promise.all([
      storedSet(store),
      store.loadLearned(),
      store.loadRuns(),
      store.loadBrought(),
    ]);
    this.#kept = "";
    this.pictures.reserve(Number(set.meta?.next) || 1);
    return { ...set, learned: set.list && learned, runs, brought };
  }

  /**
   * Writes these pictures, or 'all' and nothing else. At no time is less stored than was there before and is there
   * now, and what says what the pictures are goes first: the page may be closed at any moment.
   * @param {import('../pictures/pictures.js').Picture[] | 'all'} which
   * @returns {Promise<import('../pictures/pictures.js').Picture[]>} those that are not stored, because another tab writes now
   */
  async keep(which) {
    const list = (which === "all" ? this.pictures.kept() : which).filter(({ rgb }) => rgb);
    if (which === "all") this.store.retainPictures(list.map(({ id }) => id));
    this.keepSet();
    return list.length > 0 ? this.store.savePictures(list) : [];
  }

  /** What was stored at one moment becomes what is there at another, in the same order.
   *  @param {Moment} before @param {Moment} now */
  follow(before, now) {
    const gone = without(keptAt(before), keptAt(now)).filter(({ rgb }) => rgb);
    if (gone.length > 0) this.store.removePictures(gone.map(({ id }) => id));
    this.keepSet();
    const there = new Set(keptAt(before)); // moved to the other class, or at rest, a picture is another object
    const others = keptAt(now).filter((picture) => picture.rgb && !there.has(picture));
    if (others.length > 0) this.store.savePictures(others);
  }

  /** What the pictures are. */
  keepSet() {
    const { source, names, nextId } = this.pictures;
    this.store.saveSet({ source, names, next: nextId });
    this.keepSettings(); // the size and the share follow the pictures
  }

  /** Writes the settings where they are others than those that are stored. */
  keepSettings() {
    const settings = this.settings();
    const text = JSON.stringify(settings);
    if (text === this.#kept) return;
    this.#kept = text;
    this.store.saveSettings(settings);
  }

  clear() {
    this.#kept = "";
    return this.store.clear();
  }
}
