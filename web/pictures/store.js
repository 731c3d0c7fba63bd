// What is found again after a reload: own pictures, names, settings and what was learned, in the browser's own storage
// (IndexedDB).
// Every picture has its own entry, so that adding one to ten thousand writes one. Where nothing may be stored, all of
// this does nothing and the page works from memory; the reason is told once.

import { MASTER_PX } from "./sizes.js";
import { createStore, get, getMany, keys, setMany, del, delMany, set, clear } from "../vendor/idb-keyval.js";

/** @typedef {{id: number, y: 0 | 1, test: boolean | null, name: string, px: number, rgb: Uint8Array}} StoredPicture */

const META = "meta"; // pictures have their numeric id as key
const LEARNED = "learned";
const BATCH = 200; // 128 px pictures: 10 MB a transaction
const OPEN_MS = 5000;

/** @param {unknown} error */
function codeOf(error) {
  const name = /** @type {{name?: string} | null} */ (error)?.name;
  return name === "QuotaExceededError" ? "storage-full" : "storage-forbidden";
}

/** Nothing that was stored is believed: another version may have written it. @param {any} p @returns {p is StoredPicture} */
function isPicture(p) {
  return (
    Number.isInteger(p?.id) &&
    (p.y === 0 || p.y === 1) &&
    (p.test === null || typeof p.test === "boolean") &&
    typeof p.name === "string" &&
    Number.isInteger(p.px) &&
    p.px >= 1 &&
    p.px <= MASTER_PX &&
    p.rgb instanceof Uint8Array &&
    p.rgb.length === p.px * p.px * 3
  );
}

/** @param {import('idb-keyval').UseStore} db */
const pictureKeys = async (db) =>
  /** @type {number[]} */ ((await keys(db)).filter((key) => typeof key === "number"));

/** What goes into the database: only known fields, and no bytes beyond the picture's own. @param {StoredPicture} p */
function entry({ id, y, test, name, px, rgb }) {
  // A view of a larger buffer would be stored with all of that buffer.
  const own = rgb.byteLength === rgb.buffer.byteLength ? rgb : rgb.slice();
  return /** @type {[number, StoredPicture]} */ ([id, { id, y, test, name, px, rgb: own }]);
}

/** @template T @param {T[]} list */
function* batches(list) {
  for (let i = 0; i < list.length; i += BATCH) yield list.slice(i, i + BATCH);
}

/** @template T @param {Promise<T>} promise @returns {Promise<T>} */
function inTime(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("storage does not answer")), OPEN_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** One at a time and in order, so that a picture saved and then removed stays removed. */
class Store {
  #db;
  #onTrouble;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** @type {Set<string>} */
  #told = new Set();

  /** True while what is saved is really kept. */
  available = true;

  /** @param {string} name @param {(code: string) => void} onTrouble */
  constructor(name, onTrouble) {
    this.#db = createStore(name, "kept");
    this.#onTrouble = onTrouble;
  }

  /** @param {unknown} error */
  #trouble(error) {
    const code = codeOf(error);
    if (code === "storage-forbidden") this.available = false;
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.#onTrouble(code);
  }

  /** @template T @param {T} instead @param {() => Promise<T>} work @returns {Promise<T>} */
  #queue(instead, work) {
    const run = async () => {
      if (!this.available) return instead;
      try {
        return await work();
      } catch (error) {
        this.#trouble(error);
        return instead;
      }
    };
    const next = this.#last.then(run);
    this.#last = next;
    return next;
  }

  /** Finds out whether anything can be stored here at all. */
  open() {
    return this.#queue(undefined, () => inTime(get(META, this.#db)));
  }

  /**
   * Everything stored, oldest picture first.
   * @returns {Promise<{pictures: StoredPicture[], meta: any}>} meta is null if there is none
   */
  loadAll() {
    return this.#queue({ pictures: [], meta: null }, async () => {
      const ids = (await pictureKeys(this.#db)).sort((a, b) => a - b);
      const pictures = [];
      for (const some of batches(ids)) {
        const found = await getMany(some, this.#db);
        pictures.push(...found.filter((p, i) => isPicture(p) && p.id === some[i]));
      }
      return { pictures, meta: (await get(META, this.#db)) ?? null };
    });
  }

  /** Adds pictures, or writes them anew. @param {StoredPicture[]} list @returns {Promise<void>} */
  savePictures(list) {
    return this.#queue(undefined, async () => {
      for (const some of batches(list)) await setMany(some.map(entry), this.#db);
    });
  }

  /** @param {Iterable<number>} ids @returns {Promise<void>} */
  removePictures(ids) {
    return this.#queue(undefined, async () => {
      for (const some of batches([...ids])) await delMany(some, this.#db);
    });
  }

  /** Removes all pictures but these. @param {Iterable<number>} ids @returns {Promise<void>} */
  retainPictures(ids) {
    return this.#queue(undefined, async () => {
      const wanted = new Set(ids);
      const others = (await pictureKeys(this.#db)).filter((id) => !wanted.has(id));
      for (const some of batches(others)) await delMany(some, this.#db);
    });
  }

  /** Names, settings: one plain object. @param {object} meta @returns {Promise<void>} */
  saveMeta(meta) {
    return this.#queue(undefined, () => set(META, meta, this.#db));
  }

  /** What was learned from the pictures: one plain object, or null. @returns {Promise<any>} */
  loadLearned() {
    return this.#queue(null, async () => (await get(LEARNED, this.#db)) ?? null);
  }

  /** Where there is no room for it the visitor need not know: the pictures are there. @param {object} learned
   *  @returns {Promise<void>} */
  saveLearned(learned) {
    return this.#queue(undefined, async () => {
      try {
        await set(LEARNED, learned, this.#db);
      } catch (error) {
        if (codeOf(error) !== "storage-full") throw error;
      }
    });
  }

  /** @returns {Promise<void>} */
  removeLearned() {
    return this.#queue(undefined, () => del(LEARNED, this.#db));
  }

  /** Forgets everything. @returns {Promise<void>} */
  clear() {
    return this.#queue(undefined, () => clear(this.#db));
  }
}

/**
 * Opens the storage of this page. Never throws and never waits for long; see `available`.
 * @param {object} [options]
 * @param {(code: 'storage-full' | 'storage-forbidden') => void} [options.onTrouble] told once for each reason
 * @param {string} [options.name] of the database
 */
export async function openStore({ onTrouble = () => {}, name = "one-neuron" } = {}) {
  const store = new Store(name, /** @type {(code: string) => void} */ (onTrouble));
  await store.open();
  return store;
}
