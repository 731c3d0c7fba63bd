// What is found again after a reload: own pictures, names, settings and what was learned, in the browser's own storage
// (IndexedDB).
// Every picture has its own entry, so that adding one to ten thousand writes one. Where nothing may be stored, all of
// this does nothing and the page works from memory; the reason is told once.
// One tab at a time writes (training/keeper.js). Each write looks, in the same transaction, whether that is still this one.

import { MASTER_PX } from "./sizes.js";
import { createStore, get, getMany, keys, set } from "../vendor/idb-keyval.js";

/**
 * @typedef {{id: number, y: 0 | 1, test: boolean | null, name: string, px: number, rgb: Uint8Array, key?: number,
 *   of?: number, rests?: true}} StoredPicture key, of, rests: see pictures.js
 */

// Pictures have their numeric id as key.
const SET = "set"; // {source, names, next}: what the pictures are, and the id of the next one
const SETTINGS = "settings"; // {settings, speedChosen}
const META = "meta"; // both of these, as earlier versions wrote them
const LEARNED = "learned";
const RUNS = "runs";
const BROUGHT = "brought";
const KEEPER = "keeper"; // which tab writes
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
    (p.rests === undefined || p.rests === true) &&
    (p.of === undefined || Number.isInteger(p.of)) &&
    Number.isInteger(p.px) &&
    p.px >= 1 &&
    p.px <= MASTER_PX &&
    (p.key === undefined || (Number.isSafeInteger(p.key) && p.key >= 0)) &&
    p.rgb instanceof Uint8Array &&
    p.rgb.length === p.px * p.px * 3
  );
}

/** @param {import('idb-keyval').UseStore} db */
const pictureKeys = async (db) =>
  /** @type {number[]} */ ((await keys(db)).filter((key) => typeof key === "number"));

/** What goes into the database: only known fields, and no bytes beyond the picture's own. @param {StoredPicture} p */
function entry({ id, y, test, name, px, rgb, key, of, rests }) {
  // A view of a larger buffer would be stored with all of that buffer.
  const own = rgb.byteLength === rgb.buffer.byteLength ? rgb : rgb.slice();
  return /** @type {[number, StoredPicture]} */ ([
    id,
    {
      ...{ id, y, test, name, px, rgb: own },
      ...(key !== undefined && { key }),
      ...(of !== undefined && { of }),
      ...(rests && { rests }),
    },
  ]);
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

  /** Whether this tab is the one that writes. */
  #mine = false;
  /** What it has signed with; null: where there was no room, it has not yet. @type {string | null} */
  #token = null;

  /** True while what is saved is really kept. */
  available = true;
  /** Told when another tab turns out to be the one that writes. */
  onYield = () => {};

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

  /** A write, if this tab is still the one that writes. @param {(records: IDBObjectStore) => void} change
   *  @returns {Promise<boolean>} false: it is not */
  #write(change) {
    return this.#queue(true, async () => this.#mine && this.#transaction(change));
  }

  /** @param {(records: IDBObjectStore) => void} change @returns {Promise<boolean>} */
  async #transaction(change) {
    if (this.#token === null) await this.#sign();
    return this.#db("readwrite", (records) => {
      const { transaction } = records;
      return /** @type {Promise<boolean>} */ (
        new Promise((resolve, reject) => {
          let lost = false;
          transaction.oncomplete = () => resolve(true);
          transaction.onabort = () => (lost ? resolve(false) : reject(transaction.error));
          const keeper = records.get(KEEPER);
          keeper.onsuccess = () => {
            lost = keeper.result !== this.#token;
            try {
              if (lost) transaction.abort();
              else change(records);
            } catch (error) {
              transaction.onabort = () => reject(error);
              transaction.abort();
            }
            if (lost) this.yield();
          };
        })
      );
    });
  }

  /** Finds out whether anything can be stored here at all. */
  open() {
    return this.#queue(undefined, () => inTime(get(SET, this.#db)));
  }

  /** From now on this tab writes, and no other. Call it before what is stored is read. @returns {Promise<void>} */
  claim() {
    return this.#queue(undefined, () => {
      this.#mine = true;
      return this.#sign();
    });
  }

  async #sign() {
    const token = crypto.getRandomValues(new Uint32Array(4)).join("-");
    await set(KEEPER, token, this.#db);
    this.#token = token;
  }

  /** Writes no more: another tab does, or will. */
  yield() {
    if (!this.#mine) return;
    this.#mine = false;
    this.#token = null;
    this.onYield();
  }

  /** Resolves when all that was asked for is stored. @returns {Promise<unknown>} */
  settled() {
    return this.#last;
  }

  /**
   * Everything stored, oldest picture first.
   * @returns {Promise<{pictures: StoredPicture[], meta: any}>} meta: source, names, next, settings, speedChosen; null if
   * there is none
   */
  loadAll() {
    return this.#queue({ pictures: [], meta: null }, async () => {
      const ids = (await pictureKeys(this.#db)).sort((a, b) => a - b);
      const pictures = [];
      for (const some of batches(ids)) {
        const found = await getMany(some, this.#db);
        pictures.push(...found.filter((p, i) => isPicture(p) && p.id === some[i]));
      }
      const metas = (await getMany([META, SET, SETTINGS], this.#db)).filter(Boolean);
      return { pictures, meta: metas.length > 0 ? Object.assign({}, ...metas) : null };
    });
  }

  /** Adds pictures, or writes them anew. @template {StoredPicture} T @param {T[]} list
   *  @returns {Promise<T[]>} those that were not written, because another tab is the one that writes */
  async savePictures(list) {
    const put = async (/** @type {T[]} */ some) => {
      const written = await this.#write((records) =>
        some.map(entry).forEach(([id, picture]) => records.put(picture, id)),
      );
      return written ? [] : some;
    };
    return (await Promise.all([...batches(list)].map(put))).flat();
  }

  /** @param {Iterable<number>} ids @returns {Promise<unknown>} */
  removePictures(ids) {
    const list = [...ids];
    return this.#write((records) => list.forEach((id) => records.delete(id)));
  }

  /** Removes all pictures but these. @param {Iterable<number>} ids @returns {Promise<unknown>} */
  retainPictures(ids) {
    const wanted = new Set(ids);
    return this.#write((records) => {
      const all = records.getAllKeys();
      all.onsuccess = () => {
        for (const id of all.result) if (typeof id === "number" && !wanted.has(id)) records.delete(id);
      };
    });
  }

  /** What the pictures are: {source, names, next}. @param {object} what @returns {Promise<unknown>} */
  saveSet(what) {
    return this.#write((records) => records.put(what, SET));
  }

  /** {settings, speedChosen}. @param {object} what @returns {Promise<unknown>} */
  saveSettings(what) {
    return this.#write((records) => records.put(what, SETTINGS));
  }

  /** @param {string} key @returns {Promise<any>} */
  #loadOne(key) {
    return this.#queue(null, async () => (await get(key, this.#db)) ?? null);
  }

  /** Where there is no room for it the visitor need not know: the pictures are there. @param {object} value @param {string} key
   *  @returns {Promise<void>} */
  #saveOne(value, key) {
    return this.#queue(undefined, async () => {
      if (!this.#mine) return;
      try {
        await this.#transaction((records) => records.put(value, key));
      } catch (error) {
        if (codeOf(error) !== "storage-full") throw error;
      }
    });
  }

  /** What was learned from the pictures: one plain object, or null. */
  loadLearned() {
    return this.#loadOne(LEARNED);
  }

  /** @param {object} learned */
  saveLearned(learned) {
    return this.#saveOne(learned, LEARNED);
  }

  /** The list of runs: one plain object, or null. */
  loadRuns() {
    return this.#loadOne(RUNS);
  }

  /** @param {object} runs */
  saveRuns(runs) {
    return this.#saveOne(runs, RUNS);
  }

  /** The picture with the model that was brought: the bytes of its file, or null. */
  loadBrought() {
    return this.#loadOne(BROUGHT);
  }

  /** @param {Uint8Array | null} bytes null: there is none any more @returns {Promise<unknown>} */
  saveBrought(bytes) {
    return this.#write((records) => (bytes ? records.put(bytes, BROUGHT) : records.delete(BROUGHT)));
  }

  /** @returns {Promise<unknown>} */
  removeLearned() {
    return this.#write((records) => records.delete(LEARNED));
  }

  /** Forgets everything but which tab writes. @returns {Promise<unknown>} */
  clear() {
    return this.#write((records) => {
      records.clear();
      records.put(this.#token, KEEPER);
    });
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
