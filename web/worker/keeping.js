// What is found again after a reload: which pictures are stored, the names, the settings. Drawn pictures are made
// anew, so they are not stored.

import { CAPACITY } from "../core.js";

export class Keeping {
  /** @param {any} store see store.js @param {import('./pictures.js').Pictures} pictures
   *  @param {() => object} settings what else to keep: {settings, speedChosen} */
  constructor(store, pictures, settings) {
    this.store = store;
    this.pictures = pictures;
    this.settings = settings;
  }

  /** @returns {Promise<{meta: any, list: any[] | null, names: (string | null)[] | undefined}>} list null: nothing
   *  to restore */
  async load() {
    const { pictures, meta } = await this.store.loadAll();
    if (pictures.length === 0 || !["own", "h5"].includes(meta?.source))
      return { meta, list: null, names: undefined };
    const h5 = meta.source === "h5";
    const list = pictures
      .slice(0, CAPACITY)
      .map((/** @type {any} */ picture) => ({ ...picture, h5: h5 && picture.test !== null }));
    const named = (/** @type {any} */ name) => (name === null ? null : String(name));
    return { meta, list, names: Array.isArray(meta.names) ? meta.names.map(named) : undefined };
  }

  /** Writes these pictures, or 'all' anew. @param {import('./pictures.js').Picture[] | 'all'} which */
  keep(which) {
    if (which === "all") this.store.clear();
    const list = which === "all" ? this.pictures.all() : which;
    if (this.pictures.source !== "drawn") this.store.savePictures(list.filter(({ rgb }) => rgb));
    this.keepSettings();
  }

  /** @param {import('./pictures.js').Picture[]} list */
  remove(list) {
    this.store.removePictures(list.map(({ id }) => id));
    this.keepSettings();
  }

  keepSettings() {
    const { source, names } = this.pictures;
    this.store.saveMeta({ source, names, ...this.settings() });
  }

  clear() {
    return this.store.clear();
  }
}
