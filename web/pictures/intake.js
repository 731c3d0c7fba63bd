// How pictures come in: files of many kinds, one after the other, a few of them bad. What can be kept is kept;
// what cannot is named with a code. The drawn set makes way for the first own picture, a set from .h5 files
// replaces what is there. Fetched with the first of them.

import { CAPACITY, CoreError } from "../core/core.js";
import { refusal } from "./refusal.js";
import { twice } from "./twice.js";
import { className } from "../training/settings.js";

const BATCH = 25; // files between two looks at the page
const DATA_MS = 250; // the page hears of new pictures at most this often while many come
const OWN_SHARE = 0.2; // kept for testing until the visitor chooses

/** @typedef {import('./refusal.js').Refused} Refused */
/** @typedef {import('./pictures.js').NewPicture} NewPicture */
/**
 * @typedef {object} Came
 * @property {number} own pictures that came by themselves @property {number} sets and in sets
 * @property {boolean} stopped by the visitor @property {ReturnType<typeof twice>} twice
 */
/** @typedef {import('./pictures.js').Picture} Picture */

export class Intake {
  /** The visitor wants no more of what is coming in. */
  #stopped = false;

  /**
   * @param {object} means
   * @param {import('./pictures.js').Pictures} means.pictures
   * @param {(file: any) => Promise<{rgb: Uint8Array, px: number}>} means.decode
   * @param {(file: any) => Promise<boolean>} means.isH5
   * @param {(file: any, limits: {room: number, capacity: number, progress: (done: number, total: number) => void}) =>
   *   Promise<{parts: any[], names: any}>} means.readH5
   * @param {(added: Picture[] | 'all') => void} means.kept called when pictures have been added
   * @param {() => void} means.look the page should see what is there by now
   * @param {(event: any) => void} means.emit
   */
  constructor({ pictures, decode, isH5, readH5, kept, look, emit }) {
    this.pictures = pictures;
    this.decode = decode;
    this.isH5 = isH5;
    this.readH5 = readH5;
    this.kept = kept;
    this.look = look;
    this.emit = emit;
  }

  /** Files to class y; .h5 files bring whole sets and need no class (y null).
   *  @param {any[]} files @param {0 | 1 | null} y @param {Refused[]} refused
   *  @returns {Promise<Came>} */
  async addFiles(files, y, refused) {
    this.#stopped = false;
    const before = new Set(this.pictures.all());
    const { own, sets } = await this.#addKinds(files, y, refused);
    const came = own > 0 ? this.pictures.all().filter((picture) => !before.has(picture)) : [];
    return { own, sets, stopped: this.#stopped, twice: twice(this.pictures.all(), came) };
  }

  /** What has come in stays; the rest is left where it is. */
  stop() {
    this.#stopped = true;
  }

  /** @param {any[]} files @param {0 | 1 | null} y @param {Refused[]} refused */
  async #addKinds(files, y, refused) {
    const kinds = await Promise.all(files.map((file) => this.#isSet(file, refused)));
    const h5 = files.filter((_, i) => kinds[i] === true);
    const own = files.filter((_, i) => kinds[i] === false);
    const sets = h5.length > 0 ? await this.addH5(h5, refused) : 0;
    if (y !== null) return { sets, own: await this.addOwn(own, y, refused) };
    refused.push(...own.map(({ name }) => ({ name, code: "no-class" })));
    return { sets, own: 0 };
  }

  /** null: what tells .h5 files from pictures could not be loaded. @param {any} file @param {Refused[]} refused */
  async #isSet(file, refused) {
    try {
      return await this.isH5(file);
    } catch (error) {
      refused.push(refusal(file.name, error));
      return null;
    }
  }

  /** Picture files, to class y. @param {any[]} files @param {0 | 1} y @param {Refused[]} refused
   *  @returns {Promise<number>} how many were added */
  async addOwn(files, y, refused) {
    let added = 0;
    let looked = performance.now();
    /** @type {NewPicture[]} */
    let batch = [];
    const flush = () => {
      added += this.keep(batch, refused);
      batch = [];
      if (performance.now() - looked < DATA_MS) return;
      looked = performance.now();
      this.look();
    };
    for (const [i, file] of files.entries()) {
      if (this.#stopped) break;
      if (batch.length >= this.#room) flush();
      if (this.#room <= 0) {
        refused.push(...files.slice(i).map((late) => this.#full(late.name)));
        break;
      }
      try {
        const { rgb, px } = await this.decode(file);
        batch.push({ y, test: null, name: String(file.name ?? ""), px, rgb });
      } catch (error) {
        refused.push(refusal(file.name, error));
      }
      if (batch.length >= BATCH) flush();
      if (files.length > 1) this.emit({ type: "adding", done: i + 1, total: files.length });
    }
    flush();
    return added;
  }

  /** Room for own pictures: the drawn set makes way. */
  get #room() {
    return this.pictures.source === "drawn" ? CAPACITY : this.pictures.room;
  }

  /** @param {string} name @returns {Refused} */
  #full(name) {
    return { name, code: "capacity", capacity: CAPACITY };
  }

  /** Adds own pictures. @param {NewPicture[]} list @param {Refused[]} refused @returns {number} how many */
  keep(list, refused) {
    if (list.length === 0) return 0;
    if (this.pictures.source === "drawn") this.pictures.replace("own", [], { share: OWN_SHARE });
    const before = this.pictures.count;
    if (before === 0) this.pictures.source = "own";
    try {
      this.kept(this.pictures.add(list));
      return list.length;
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      const added = this.pictures.count - before;
      const late = list.slice(added);
      refused.push(
        ...late.map(({ name }) => (error.code === "full" ? this.#full(name) : refusal(name, error))),
      );
      this.kept(this.pictures.all().slice(before)); // in the order they came
      return added;
    }
  }

  /** Whole sets: each replaces the part it brings; what is not of an .h5 file makes way.
   *  @param {any[]} files @param {Refused[]} refused @returns {Promise<number>} how many were added */
  async addH5(files, refused) {
    const { parts, names } = await this.#readAll(files, refused);
    if (parts.length === 0) return 0;
    const brought = new Set(parts.map(({ test }) => test));
    const stays =
      this.pictures.source === "h5"
        ? this.pictures.all().filter(({ h5, test }) => h5 && !brought.has(test))
        : [];
    const list = parts.flatMap(picturesOf);
    if (stays.length + list.length > CAPACITY) {
      refused.push(...files.map(({ name }) => this.#full(name)));
      return 0;
    }
    const n_px = Math.min(...[...stays, ...list].map(({ px }) => px));
    try {
      this.pictures.replace("h5", [...stays, ...list], { names: names ?? undefined, share: "own", n_px });
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      refused.push(...files.map(({ name }) => refusal(name, error)));
      return 0;
    }
    this.kept("all");
    return list.length;
  }

  /** @param {any[]} files @param {Refused[]} refused */
  async #readAll(files, refused) {
    /** @type {any[]} */
    const parts = [];
    let names = null;
    let room = CAPACITY;
    const progress = (/** @type {number} */ done, /** @type {number} */ total) => {
      if (this.#stopped) throw new Error("stopped by the visitor");
      this.emit({ type: "adding", done, total });
    };
    for (const file of files) {
      if (this.#stopped) return { parts: [], names };
      try {
        const set = await this.readH5(file, { room, capacity: CAPACITY, progress });
        for (const part of set.parts) {
          parts.push({ ...part, name: file.name });
          room -= part.m;
        }
        names ??= set.names?.map(className);
      } catch (error) {
        if (this.#stopped) return { parts: [], names };
        refused.push(refusal(file.name, error));
      }
    }
    return { parts, names };
  }
}

/** The pictures of one part of an .h5 file. @param {any} part @returns {NewPicture[]} */
function picturesOf({ test, rgb, m, n_px, y, name }) {
  const each = 3 * n_px * n_px;
  return Array.from({ length: m }, (_, i) => ({
    y: y[i],
    test,
    name: `${name} [${i}]`,
    px: n_px,
    rgb: rgb.slice(i * each, (i + 1) * each),
    h5: true,
  }));
}
