// What the page may ask of the worker, one method each (see `start` for the order), and the events it hears:
// 'data', 'train', 'evaluation', 'adding', 'notice'. No Worker API and no DOM here, so that Node can test it:
// decoding, .h5 reading and storage are handed in.

import { CAPACITY, CoreError } from "../core.js";
import { Pictures } from "./pictures.js";
import { Training } from "./training.js";

const BATCH = 25; // files between two looks at the page
const DATA_MS = 250; // the page hears of new pictures at most this often while many come

/** @typedef {{name: string, code: string, [key: string]: any}} Refused */
/** @typedef {import('./pictures.js').Picture} Picture */

/**
 * @typedef {object} Means what the session works with
 * @property {import('../core.js').Core} core
 * @property {(event: any, transfer?: Transferable[]) => void} emit
 * @property {any} store savePictures, removePictures, saveMeta, loadAll, clear
 * @property {(file: any, options: {fit: 'crop' | 'fit', resize: (picture: any) => Uint8Array}) =>
 *   Promise<{rgb: Uint8Array, px: number}>} decode
 * @property {(file: any) => Promise<boolean>} isH5
 * @property {(file: any, limits: {room: number, capacity: number}) => Promise<{parts: any[], names: any}>} readH5
 */

export class Session {
  #settings = {
    alpha: 0.005,
    iterations: 2000,
    speed: 60,
    engine: "auto",
    n_px: 64,
    fit: "crop",
    share: "own",
  };
  /** Pictures whose master the probe was made from. @type {{rgb: Uint8Array, px: number} | null} */
  #probe = null;
  /** Commands that change the data run one after the other. @type {Promise<any>} */
  #last = Promise.resolve();
  /** @type {number | null} */
  #selectedId = null;
  /** The drawn set is for watching, slowly; own pictures are trained at full speed unless the visitor chose. */
  #speedChosen = false;

  /** @param {Means} means */
  constructor({ core, emit, store, decode, isH5, readH5 }) {
    this.core = core;
    this.emit = emit;
    this.store = store;
    this.decode = decode;
    this.isH5 = isH5;
    this.readH5 = readH5;
    this.pictures = new Pictures(core);
    this.training = new Training(this.pictures, emit);
    for (const [name, value] of Object.entries(this.#settings)) this.#take(name, value);
  }

  /** What was stored, else the drawn set. Call first. */
  async start() {
    const { pictures, meta } = await this.store.loadAll();
    const settings = meta?.settings ?? {};
    for (const [name, value] of Object.entries(settings)) if (name in this.#settings) this.#take(name, value);
    const restored = pictures.length > 0 && ["own", "h5"].includes(meta?.source);
    this.training.held++;
    if (restored) this.#restore(pictures.slice(0, CAPACITY), meta);
    else this.#showDrawn();
    this.pictures.forgetUndo();
    this.training.held--;
    this.#changed();
    return { settings: this.#told(), restored, capacity: CAPACITY };
  }

  /** @param {any[]} stored @param {any} meta */
  #restore(stored, meta) {
    const h5 = meta.source === "h5";
    const list = stored.map((picture) => ({ ...picture, h5: h5 && picture.test !== null }));
    const names = Array.isArray(meta.names)
      ? meta.names.map((/** @type {any} */ n) => (n === null ? null : String(n)))
      : undefined;
    this.pictures.replace(meta.source, list, {
      names,
      share: this.#settings.share,
      n_px: this.#settings.n_px,
    });
  }

  #showDrawn() {
    this.pictures.replace("drawn", this.pictures.drawnSet(), {
      names: [null, null],
      share: "own",
      n_px: this.#settings.n_px,
    });
  }

  /** Adds files to class y; .h5 files bring whole sets and need no class (y null).
   *  @param {any[]} files @param {0 | 1 | null} y @returns {Promise<{added: number, refused: Refused[]}>} */
  addFiles(files, y) {
    return this.#dataCommand(async () => {
      /** @type {Refused[]} */
      const refused = [];
      const kinds = await Promise.all(files.map((file) => this.isH5(file)));
      const h5 = files.filter((_, i) => kinds[i]);
      const own = files.filter((_, i) => !kinds[i]);
      let added = h5.length > 0 ? await this.#addH5(h5, refused) : 0;
      if (y === null) refused.push(...own.map(({ name }) => ({ name, code: "no-class" })));
      else added += await this.#addOwn(own, y, refused);
      return { added, refused };
    });
  }

  /** One picture from the drawing pad. @param {Uint8Array} rgb @param {number} px @param {0 | 1} y @param {string} name */
  addPixels(rgb, px, y, name) {
    return this.#dataCommand(async () => {
      /** @type {Refused[]} */
      const refused = [];
      const added = this.#keep([{ y, test: null, name, px, rgb }], refused);
      return { added, refused };
    });
  }

  /** The built-in set instead of what is there. */
  loadDrawn() {
    return this.#dataCommand(async () => {
      this.#showDrawn();
      this.#store("all");
    });
  }

  /** @param {number[]} ids */
  remove(ids) {
    return this.#dataCommand(async () => {
      this.#removed(this.pictures.remove(ids));
    });
  }

  /** Takes all pictures of class y out. @param {0 | 1} y */
  empty(y) {
    return this.#dataCommand(async () => {
      const ids = this.pictures.all().flatMap((picture) => (picture.y === y ? picture.id : []));
      this.#removed(this.pictures.remove(ids, "emptied"));
    });
  }

  /** Moves pictures to class y. @param {number[]} ids @param {0 | 1} y */
  relabel(ids, y) {
    return this.#dataCommand(async () => {
      this.#store(this.pictures.relabel(ids, y));
    });
  }

  undo() {
    return this.#dataCommand(async () => {
      this.pictures.undo();
      this.#store("all");
    });
  }

  /** @param {[string, string]} names of class 0 and class 1; empty: the page's own word */
  async setNames(names) {
    this.pictures.names = names.map((name) => name.trim().slice(0, 60) || null);
    this.#saveMeta();
    this.#tellData();
  }

  /** @param {Record<string, any>} settings some of alpha, iterations, speed, engine, n_px, fit, share */
  async change(settings) {
    const entries = Object.entries(settings).filter(([name]) => name in this.#settings);
    for (const [name, value] of entries)
      if (!this.#take(name, value)) throw new RangeError(`${name}: ${value}`);
    if ("speed" in settings) this.#speedChosen = true;
    if ("n_px" in settings || "share" in settings) {
      await this.#dataCommand(async () => {
        if ("n_px" in settings) this.pictures.setSize(settings.n_px);
        if ("share" in settings) this.pictures.setShare(settings.share);
      });
    }
    if ("engine" in settings) this.training.drop();
    this.#saveMeta();
    this.training.wake();
  }

  /** Checks and keeps one setting. @param {string} name @param {any} value @returns {boolean} */
  #take(name, value) {
    /** @type {Record<string, (v: any) => boolean>} */
    const valid = {
      alpha: (v) => v > 0 && Number.isFinite(v),
      iterations: (v) => Number.isInteger(v) && v >= 1 && v <= 1e6,
      speed: (v) => v > 0,
      engine: (v) => ["auto", "loop", "vectorized", "gram"].includes(v),
      n_px: (v) => Number.isInteger(v) && v >= 8 && v <= 128,
      fit: (v) => v === "crop" || v === "fit",
      share: (v) => v === "own" || (v >= 0 && v <= 0.9),
    };
    if (!valid[name](value)) return false;
    Object.assign(this.#settings, { [name]: value });
    if (name in this.training.settings) Object.assign(this.training.settings, { [name]: value });
    return true;
  }

  /** The bytes the neuron sees, one picture after the other. @param {number[]} ids */
  async pixels(ids) {
    const { n_px } = this.pictures;
    const each = 3 * n_px * n_px;
    const rgb = new Uint8Array(ids.length * each);
    ids.forEach((id, i) => {
      const picture = this.pictures.get(id);
      if (picture) rgb.set(this.pictures.bytes(picture), i * each);
    });
    return { n_px, rgb };
  }

  /** File names. @param {number[]} ids */
  async names(ids) {
    return ids.map((id) => this.pictures.get(id)?.name ?? "");
  }

  async play() {
    this.training.play();
  }

  async pause() {
    this.training.pause();
  }

  async step() {
    this.training.step();
  }

  async reset() {
    this.training.reset();
  }

  /** To the state after t iterations. @param {number} t */
  async seek(t) {
    this.training.seek(t);
  }

  /** The picture whose numbers are shown. @param {number | null} id */
  async select(id) {
    this.#selectedId = id;
    this.#select();
    this.training.wake();
  }

  /** The picture under test. @param {{rgb: Uint8Array, px: number} | null} picture */
  async probe(picture) {
    this.#probe = picture;
    this.#select();
    this.training.wake();
    return picture && { n_px: this.pictures.n_px, rgb: this.pictures.atSize(picture.rgb, picture.px) };
  }

  /** @param {any} file */
  async probeFile(file) {
    try {
      return await this.probe(await this.#decode(file));
    } catch (error) {
      return { refused: this.#refusal(file.name, error) };
    }
  }

  /** Deletes everything stored here. */
  forget() {
    return this.#dataCommand(async () => {
      await this.store.clear();
      this.#showDrawn();
      this.pictures.forgetUndo();
    });
  }

  // --- inside --------------------------------------------------------------------------------

  /** Runs a command that changes the data: after the one before, with training dropped.
   *  @template T @param {() => Promise<T>} command @returns {Promise<T>} */
  #dataCommand(command) {
    const run = async () => {
      this.training.held++;
      this.training.pause();
      this.training.drop();
      try {
        return await command();
      } finally {
        this.training.held--;
        this.#changed();
      }
    };
    const next = this.#last.then(run);
    this.#last = next.catch(() => {});
    return next;
  }

  #changed() {
    if (this.pictures.source !== "drawn" && !this.#speedChosen) this.#take("speed", Infinity);
    this.#settings.share = this.pictures.share;
    this.#settings.n_px = this.pictures.n_px;
    this.#select();
    this.#tellData();
    this.training.wake();
  }

  #told() {
    return { ...this.#settings, share: this.pictures.share, n_px: this.pictures.n_px };
  }

  #tellData() {
    this.emit({ ...this.pictures.describe(), settings: this.#told() });
  }

  /** Hands the selected picture and the probe to the training, at the current size. */
  #select() {
    const picture = this.#selectedId == null ? null : this.pictures.get(this.#selectedId);
    this.training.selected = picture && { id: picture.id, y: picture.y, x: this.pictures.bytes(picture) };
    this.training.probe = this.#probe && { x: this.pictures.atSize(this.#probe.rgb, this.#probe.px) };
  }

  /** @param {any} file */
  #decode(file) {
    const resize = (/** @type {any} */ picture) => this.core.resize(picture);
    return this.decode(file, { fit: /** @type {'crop' | 'fit'} */ (this.#settings.fit), resize });
  }

  /** @param {any[]} files @param {0 | 1} y @param {Refused[]} refused */
  async #addOwn(files, y, refused) {
    let added = 0;
    let told = performance.now();
    /** @type {import('./pictures.js').NewPicture[]} */
    let batch = [];
    const flush = () => {
      added += this.#keep(batch, refused);
      batch = [];
      if (performance.now() - told < DATA_MS) return;
      told = performance.now();
      this.#tellData();
    };
    for (const [i, file] of files.entries()) {
      if (batch.length >= this.#room()) {
        flush();
        if (this.#room() <= 0) {
          refused.push(...files.slice(i).map(({ name }) => ({ name, code: "capacity", capacity: CAPACITY })));
          break;
        }
      }
      try {
        const { rgb, px } = await this.#decode(file);
        batch.push({ y, test: null, name: String(file.name ?? ""), px, rgb });
      } catch (error) {
        refused.push(this.#refusal(file.name, error));
      }
      if (batch.length >= BATCH) flush();
      if (files.length > 1) this.emit({ type: "adding", done: i + 1, total: files.length });
    }
    flush();
    return added;
  }

  /** Room for own pictures: the drawn set makes way for the first. */
  #room() {
    return this.pictures.source === "drawn" ? CAPACITY : this.pictures.room;
  }

  /** Adds own pictures and stores them. @param {import('./pictures.js').NewPicture[]} list @param {Refused[]} refused */
  #keep(list, refused) {
    if (list.length === 0) return 0;
    const before = this.pictures.count;
    if (this.pictures.source === "drawn") {
      this.pictures.replace("own", [], { share: 0.2 });
      return this.#keep(list, refused);
    }
    if (before === 0) this.pictures.source = "own";
    try {
      this.#store(this.pictures.add(list));
      return list.length;
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      const added = this.pictures.count - before;
      const code = error.code === "full" ? "capacity" : "memory";
      refused.push(...list.slice(added).map(({ name }) => ({ name, code, capacity: CAPACITY })));
      this.#store("all");
      return added;
    }
  }

  /** Whole sets: each replaces the part it brings; anything that is not of an .h5 file makes way.
   *  @param {any[]} files @param {Refused[]} refused */
  async #addH5(files, refused) {
    /** @type {any[]} */
    const parts = [];
    let names = null;
    let room = CAPACITY;
    for (const file of files) {
      try {
        const set = await this.readH5(file, { room, capacity: CAPACITY });
        for (const part of set.parts) {
          parts.push({ ...part, name: file.name });
          room -= part.m;
        }
        names ??= set.names;
      } catch (error) {
        refused.push(this.#refusal(file.name, error));
      }
    }
    if (parts.length === 0) return 0;
    const brought = new Set(parts.map(({ test }) => test));
    const stays =
      this.pictures.source === "h5"
        ? this.pictures.all().filter(({ h5, test }) => h5 && !brought.has(test))
        : [];
    if (stays.length > room) {
      refused.push(...files.map(({ name }) => ({ name, code: "capacity", capacity: CAPACITY })));
      return 0;
    }
    const list = parts.flatMap(picturesOf);
    const n_px = Math.min(...[...stays, ...list].map(({ px }) => px));
    this.pictures.replace("h5", [...stays, ...list], { names: names ?? undefined, share: "own", n_px });
    this.#store("all");
    return list.length;
  }

  /** @param {string} name @param {any} error @returns {Refused} */
  #refusal(name, error) {
    if (error?.name === "Refusal") return { ...error.params, name, code: error.code };
    if (error instanceof CoreError && error.code === "memory") return { name, code: "memory" };
    return { name, code: "truncated" };
  }

  /** Writes pictures to the storage: these, or 'all' anew. Drawn ones are made, not stored.
   *  @param {Picture[] | 'all'} which */
  #store(which) {
    if (which === "all") this.store.clear();
    const list = which === "all" ? this.pictures.all() : which;
    if (this.pictures.source !== "drawn") this.store.savePictures(list.filter(({ rgb }) => rgb));
    this.#saveMeta();
  }

  /** @param {Picture[]} list */
  #removed(list) {
    this.store.removePictures(list.map(({ id }) => id));
    this.#saveMeta();
  }

  #saveMeta() {
    const { source, names } = this.pictures;
    this.store.saveMeta({ source, names, settings: this.#told() });
  }
}

/** The pictures of one part of an .h5 file. @param {any} part @returns {import('./pictures.js').NewPicture[]} */
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
