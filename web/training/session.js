// What the page may ask of the worker, one method each (see `start` for the order), and the events it hears:
// 'data', 'train', 'evaluation', 'adding', 'notice'. No Worker API and no DOM here, so that Node can test it:
// decoding, .h5 reading and storage are handed in.

import { CAPACITY, CoreError } from "../core/core.js";
import { Keeper } from "./keeper.js";
import { Keeping } from "./keeping.js";
import { Learned } from "./learned.js";
import { Pictures } from "../pictures/pictures.js";
import { Refusal, refusal } from "../pictures/refusal.js";
import { DEFAULTS, className, madeWith, validSettings } from "./settings.js";
import { Training } from "./training.js";

/** @typedef {import('../pictures/refusal.js').Refused} Refused */

/**
 * @typedef {object} Means what the session works with
 * @property {import('../core/core.js').Core} core
 * @property {(event: any, transfer?: Transferable[]) => void} emit
 * @property {any} store see pictures/store.js
 * @property {(file: any, options: {fit: 'crop' | 'fit', resize: (picture: any) => Uint8Array}) =>
 *   Promise<{rgb: Uint8Array, px: number}>} decode
 * @property {(file: any) => Promise<import('../pictures/sniff.js').Kind>} kindOf
 * @property {(file: any, limits: any) => Promise<{parts: any[], names: any}>} readH5 see pictures/h5/h5.js
 * @property {Pick<LockManager, "request">} [locks] the browser's, unless another is given
 */

export class Session {
  #settings = { ...DEFAULTS };
  /** The picture under test, as it came. @type {{rgb: Uint8Array, px: number} | null} */
  #probe = null;
  /** Commands that change the data run one after the other. @type {Promise<any>} */
  #last = Promise.resolve();
  /** @type {number | null} */
  #selectedId = null;
  /** The drawn set is shown iteration by iteration, a whole training on own pictures in a few seconds, unless the visitor
   *  chose. */
  #speedChosen = false;
  /** @type {import('../pictures/intake.js').Intake | null} */
  #intake = null;
  #keeping;
  #learned;
  #keeper;

  /** @param {Means} means */
  constructor({ core, emit, store, decode, kindOf, readH5, locks }) {
    this.emit = emit;
    this.store = store;
    this.decode = decode;
    this.kindOf = kindOf;
    this.pictures = new Pictures(core, () => this.training.stop());
    this.training = new Training(this.pictures, emit);
    this.training.shrink = (hidden) => this.change({ hidden }).then(() => this.#tellData());
    this.#keeping = new Keeping(store, this.pictures, () => ({
      settings: this.#told(),
      speedChosen: this.#speedChosen,
    }));
    this.#learned = new Learned(store, this.pictures, () => this.#settings);
    this.training.learned = this.#learned;
    this.readH5 = readH5;
    this.#keeper = new Keeper({
      settle: () => this.#settle(),
      lost: () => this.#yield(),
      locks: locks ?? (store.available ? globalThis.navigator?.locks : undefined),
    });
    store.onYield = () => this.#keeper.leave();
  }

  /** What was stored, else the drawn set; the drawn set as well while another tab keeps what is stored. Call first: what
   *  else is asked meanwhile waits for it. */
  async start() {
    const restored = await this.#dataCommand(async () => {
      if (await this.#keeper.take()) return this.#load();
      this.#showDrawn();
      this.emit({ type: "keeper", elsewhere: true });
      return false;
    });
    return { settings: this.#told(), restored, capacity: CAPACITY };
  }

  /** What is stored is kept by this tab from now on, and shown. */
  takeOver() {
    return this.#ownCommand(async () => {});
  }

  /** Before a command that changes what is stored: this tab becomes the one that keeps it, and what is stored takes the
   *  place of what it showed. */
  async #takeOver() {
    if (this.#keeper.held) return;
    await this.#keeper.takeOver();
    await this.#load();
    this.emit({ type: "keeper", elsewhere: false });
  }

  /** Another tab is to keep what is stored: what is on its way there is stored first. */
  async #settle() {
    this.#intake?.stop();
    await this.#last;
    await this.store.settled();
  }

  /** Another tab keeps what is stored. What is here stays, in memory. */
  #yield() {
    this.store.yield();
    this.emit({ type: "keeper", elsewhere: true });
  }

  /** @returns {Promise<boolean>} whether there was anything */
  async #load() {
    await this.store.claim();
    const { meta, list, names, learned } = await this.#keeping.load();
    this.#take(meta?.settings ?? {});
    this.#speedChosen = meta?.speedChosen === true;
    const { share, n_px } = this.#settings;
    if (list) this.#restore(meta.source, Learned.inOrder(list, learned), { names, share, n_px });
    else this.#showDrawn(meta?.source === "drawn" ? names : undefined);
    this.pictures.history.forget();
    const stored = this.#learned.take(learned);
    if (stored) this.training.resume(stored);
    return list !== null;
  }

  /** What was stored; where memory is short, small. @param {'own' | 'h5'} source @param {any[]} list @param {any} how */
  #restore(source, list, how) {
    try {
      this.pictures.replace(source, list, how);
    } catch (error) {
      this.#tellMemory(error);
      this.pictures.replace(source, list, { ...how, n_px: 0 });
    }
  }

  /** @param {(string | null)[]} [names] */
  #showDrawn(names = [null, null]) {
    this.pictures.replace("drawn", this.pictures.drawnSet(), {
      names,
      share: "own",
      n_px: this.#settings.n_px,
    });
  }

  /** Adds files to class y; whole sets and two folders bring their classes (y null).
   *  @param {any[]} files @param {0 | 1 | null} y @param {string[]} [paths] of files that came in folders, else ""
   *  @returns {Promise<{added: number, refused: Refused[]} & Partial<import('../pictures/intake.js').Came>>} */
  addFiles(files, y, paths) {
    return this.#ownCommand(async () => {
      /** @type {Refused[]} */
      const refused = [];
      const intake = await this.#openIntake(files, refused);
      const came = await intake?.addFiles(files, y, refused, paths);
      return { ...came, added: came ? came.own + came.sets : 0, refused };
    });
  }

  /** No more of the files that are being added. */
  async stopAdding() {
    this.#intake?.stop();
  }

  /** One picture from the drawing pad. @param {Uint8Array} rgb @param {number} px @param {0 | 1} y @param {string} name */
  addPixels(rgb, px, y, name) {
    return this.#ownCommand(async () => {
      /** @type {Refused[]} */
      const refused = [];
      const intake = await this.#openIntake([{ name }], refused);
      const added = intake?.keep([{ y, test: null, name, px, rgb }], refused) ?? 0;
      return { added, refused };
    });
  }

  /** The built-in set instead of what is there. */
  loadDrawn() {
    return this.#keptCommand(async () => {
      try {
        this.#showDrawn();
        this.#keeping.keep("all");
      } catch (error) {
        this.#tellMemory(error);
      }
    });
  }

  /** @param {number[]} ids */
  remove(ids) {
    return this.#keptCommand(async () => {
      this.#keeping.remove(this.pictures.remove(ids));
    });
  }

  /** Takes all pictures of class y out. @param {0 | 1} y */
  empty(y) {
    return this.#keptCommand(async () => {
      const ids = this.pictures.all().flatMap((picture) => (picture.y === y ? picture.id : []));
      this.#keeping.remove(this.pictures.remove(ids, "emptied"));
    });
  }

  /** Moves pictures to class y. @param {number[]} ids @param {0 | 1} y */
  relabel(ids, y) {
    return this.#keptCommand(async () => {
      this.#keeping.keep(this.pictures.relabel(ids, y));
    });
  }

  undo() {
    return this.#keptCommand(async () => {
      try {
        this.#keeping.keep(this.pictures.history.undo());
      } catch (error) {
        this.#tellMemory(error);
        this.#keeping.keep("all"); // some may be back
      }
    });
  }

  /** @param {(string | undefined)[]} names of class 0 and class 1; empty: the page's own word; undefined: as it is */
  setNames(names) {
    return this.#keptCommand(async () => {
      const before = this.pictures.names; // of what is stored: another tab may have named the other class
      this.pictures.names = names.map((name, y) => (name === undefined ? before[y] : className(name)));
      this.#keeping.keepSet();
    });
  }

  /** @param {Record<string, any>} settings some of those of DEFAULTS in settings.js */
  async change(settings) {
    const valid = validSettings(settings);
    const bad = Object.keys(settings).find((name) => !(name in valid));
    if (bad) throw new RangeError(`${bad}: ${settings[bad]}`);
    this.#take(valid);
    if ("speed" in settings) this.#speedChosen = true;
    if ("n_px" in settings || "share" in settings) {
      await this.#dataCommand(async () => {
        try {
          if ("n_px" in settings) this.pictures.setSize(settings.n_px);
        } catch (error) {
          this.#tellMemory(error);
        }
        if ("share" in settings) this.pictures.setShare(settings.share);
      });
    }
    if ("hidden" in valid || madeWith(this.#settings).some((name) => name in valid)) this.training.drop();
    this.#keeping.keepSettings();
    this.training.wake();
  }

  /** Keeps those settings that make sense. @param {Record<string, any>} settings */
  #take(settings) {
    Object.assign(this.#settings, validSettings(settings));
    Object.assign(this.training.settings, this.#settings);
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

  /** What is left of the run, as fast as it goes. */
  async toEnd() {
    this.training.toEnd();
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

  /** Neurons of layer 1 whose weights are to be told. @param {number[]} units */
  async showUnits(units) {
    this.training.showUnits(units);
  }

  /** Takes a hidden neuron out, or puts it back. @param {number} layer @param {number} unit @param {boolean} removed */
  async removeNeuron(layer, unit, removed) {
    this.training.removeNeuron(layer, unit, removed);
  }

  /** The picture whose numbers are shown. @param {number | null} id */
  async select(id) {
    this.#selectedId = id;
    this.#select();
    this.training.wake();
  }

  /** The picture under test. @param {{rgb: Uint8Array, px: number} | null} picture */
  async probe(picture) {
    if (picture && picture.rgb.length !== 3 * picture.px ** 2)
      throw new RangeError(`probe: ${picture.px} px`);
    const rgb = picture && this.pictures.atSize(picture.rgb, picture.px); // throws before anything changes
    this.#probe = picture;
    this.#select();
    this.training.wake();
    return rgb && { n_px: this.pictures.n_px, rgb };
  }

  /** @param {any} file */
  async probeFile(file) {
    try {
      return await this.probe(await this.#decode(file));
    } catch (error) {
      return { refused: refusal(file.name, error) };
    }
  }

  /** Deletes everything stored here. */
  forget() {
    return this.#ownCommand(async () => {
      await this.#keeping.clear();
      this.#showDrawn();
      this.pictures.history.forget();
    });
  }

  // --- inside --------------------------------------------------------------------------------

  /** What takes pictures in; null, and all of them refused, where it cannot be fetched.
   *  @param {{name: string}[]} files @param {Refused[]} refused */
  async #openIntake(files, refused) {
    try {
      const { Intake } = await import("../pictures/intake.js");
      this.#intake ??= new Intake({
        pictures: this.pictures,
        decode: (file) => this.#decode(file),
        kindOf: (file) => this.kindOf(file),
        readH5: this.readH5,
        kept: (added) => this.#keeping.keep(added),
        look: () => this.#tellData(),
        emit: this.emit,
      });
    } catch {
      refused.push(...files.map(({ name }) => refusal(name, new Refusal("reader"))));
    }
    return this.#intake;
  }

  /** Runs a command that may change the data: after the one before, while training waits. Only when something
   *  does change is it dropped: a file that could not be read costs nobody their training.
   *  @template T @param {() => Promise<T>} command @returns {Promise<T>} */
  #dataCommand(command) {
    const run = async () => {
      this.training.held++;
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

  /** A command that changes what is stored. @template T @param {() => Promise<T>} command @returns {Promise<T>} */
  #ownCommand(command) {
    return this.#dataCommand(async () => {
      await this.#takeOver();
      return command();
    });
  }

  /** A command on the pictures that are shown: while another tab keeps what is stored, the drawn ones are changed in
   *  memory only. @template T @param {() => Promise<T>} command @returns {Promise<T>} */
  #keptCommand(command) {
    return this.#dataCommand(async () => {
      if (this.pictures.source !== "drawn") await this.#takeOver();
      return command();
    });
  }

  /** Says that memory is short: what was asked for is not done, what is there stays. @param {unknown} error */
  #tellMemory(error) {
    if (!(error instanceof CoreError && error.code === "memory")) throw error;
    this.emit({ type: "notice", code: "memory" });
  }

  #changed() {
    if (!this.#speedChosen) {
      this.#take({ speed: this.pictures.source === "drawn" ? DEFAULTS.speed : "watch" });
    }
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
    const resize = (/** @type {any} */ picture) => this.pictures.core.resize(picture);
    return this.decode(file, { fit: /** @type {'crop' | 'fit'} */ (this.#settings.fit), resize });
  }
}
