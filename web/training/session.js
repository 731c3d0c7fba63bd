// What the page may ask of the worker, one method each (see `start` for the order), and the events it hears:
// 'data', 'train', 'evaluation', 'adding', 'brought', 'notice'. No Worker API and no DOM here, so that Node can test it:
// decoding, .h5 reading and storage are handed in.

import { CAPACITY, CoreError } from "../core/core.js";
import { DataCommands } from "./data-commands.js";
import { Keeper } from "./keeper.js";
import { Keeping } from "./keeping.js";
import { Learned } from "./learned.js";
import { Pictures } from "../pictures/pictures.js";
import { once } from "../ui/once.js";
import { UNDER_TEST } from "../pictures/names.js";
import { refusal } from "../pictures/refusal.js";
import { DEFAULTS, madeWith, validSettings } from "./settings.js";
import { Training } from "./training.js";

/**
 * @typedef {object} Means what the session works with
 * @property {import('../core/core.js').Core} core
 * @property {(event: any, transfer?: Transferable[]) => void} emit
 * @property {any} store see pictures/store.js
 * @property {(file: any, options: {fit: 'crop' | 'fit', resize: (picture: any) => Uint8Array}) =>
 *   Promise<{rgb: Uint8Array, px: number}>} decode
 * @property {(frame: ImageBitmap, options: {fit: 'crop' | 'fit', resize: (picture: any) => Uint8Array}) =>
 *   Promise<{rgb: Uint8Array, px: number}>} [decodeFrame] closes it
 * @property {(file: any) => Promise<import('../pictures/sniff.js').Kind>} kindOf
 * @property {(file: any, limits: any) => Promise<{parts: any[], names: any}>} readH5 see pictures/h5/h5.js
 * @property {() => Promise<import('../core/core.js').Core>} openWhy opens why.wasm
 * @property {Pick<LockManager, "request">} [locks] the browser's, unless another is given
 */

export class Session {
  #settings = { ...DEFAULTS };
  /** The picture under test, as it came. @type {{rgb: Uint8Array, px: number} | null} */
  #probe = null;
  /** A model that came in a picture. @type {import('./brought.js').Brought | null} */
  #brought = null;
  /** @type {number | null} */
  #selectedId = null;
  /** The drawn set is shown iteration by iteration, a whole training on own pictures in a few seconds, unless the visitor
   *  chose. */
  #speedChosen = false;
  #commands;
  #live = once(() => import("./live.js"));
  #keeping;
  #learned;
  #explainer;
  #keeper;
  #openRuns;
  /** The list of runs, once there is something for it. @type {import('./runs/runs.js').Runs | null} */
  #runs = null;

  /** @param {Means} means */
  constructor({ core, emit, store, decode, decodeFrame, kindOf, readH5, openWhy, locks }) {
    this.emit = emit;
    this.store = store;
    this.decode = decode;
    this.decodeFrame = decodeFrame;
    this.kindOf = kindOf;
    this.pictures = new Pictures(core, () => this.#commands.leave());
    this.training = new Training(this.pictures, emit);
    this.training.shrink = (hidden) => this.change({ hidden }).then(() => this.#tellData());
    const set = () => ({ settings: this.#told(), speedChosen: this.#speedChosen });
    this.#keeping = new Keeping(store, this.pictures, set);
    this.#learned = new Learned(store, this.pictures, () => this.#settings);
    this.training.learned = this.#learned;
    this.#commands = new DataCommands({
      pictures: this.pictures,
      training: this.training,
      keeping: this.#keeping,
      files: { decode: (file) => this.#decode(file), kindOf: (file) => this.kindOf(file), readH5 },
      set: () => ({ ...set(), runs: this.#runs?.all ?? [] }),
      adopt: ({ settings, speedChosen, runs }) => {
        this.#take(settings);
        this.#speedChosen = speedChosen;
        if (runs && (this.#runs || runs.length > 0)) this.#withRuns((all) => all.put(runs));
      },
      bring: (brought) => {
        this.#brought = brought;
        brought.ask(this.#probe);
        brought.judge();
      },
      takeOver: () => this.#takeOver(),
      changed: () => this.#changed(),
      look: () => this.#tellData(),
      tellMemory: (error) => this.#tellMemory(error),
      emit,
    });
    this.#explainer = once(async () => {
      const [{ Explainer }, tools] = await Promise.all([import("./why.js"), openWhy()]);
      return new Explainer(this.training, this.pictures, tools);
    });
    this.#openRuns = once(async () => {
      const { Runs } = await import("./runs/runs.js");
      return (this.#runs = new Runs({
        ...{ training: this.training, pictures: this.pictures, store, emit },
        settings: () => this.#settings,
        adopt: (settings) => {
          this.#take(settings);
          this.#keeping.keepSettings();
        },
        look: () => this.#tellData(),
      }));
    });
    this.training.keepRun = (taken, over) => {
      if (taken || this.#runs) this.#withRuns((all) => all.take(taken, over));
    };
    this.#keeper = new Keeper({
      settle: () => this.#settle(),
      lost: () => this.#yield(),
      locks: locks ?? (store.available ? globalThis.navigator?.locks : undefined),
    });
    store.onYield = () => this.#keeper.leave();
  }

  /** What was stored, else the drawn set; the drawn set as well while another tab keeps what is stored. Call first: what
   *  else is asked meanwhile waits for it.
   *  @param {Record<string, any> | null} [linked] the settings of a link, the whole of them: what it does not name is as at
   *  first. They come before the stored ones. Pictures that are stored stay and are shown; what was learned from them with
   *  other settings stays stored until something else is learned. */
  async start(linked = null) {
    const link = linked && validSettings(linked);
    const restored = await this.#commands.run(async () => {
      if (await this.#keeper.take()) return this.#load(link);
      if (link) this.#takeLink(link);
      this.#showDrawn(undefined, this.#settings.share);
      this.emit({ type: "keeper", elsewhere: true });
      return false;
    });
    return { settings: this.#told(), restored, capacity: CAPACITY };
  }

  /** What is stored is kept by this tab from now on, and shown. */
  takeOver() {
    return this.#commands.own(async () => {});
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
    this.#commands.stopAdding();
    await this.#commands.settled();
    await this.store.settled();
  }

  /** Another tab keeps what is stored. What is here stays, in memory. */
  #yield() {
    this.store.yield();
    this.emit({ type: "keeper", elsewhere: true });
  }

  /** @param {Record<string, any>} link */
  #takeLink(link) {
    this.#take({ ...DEFAULTS, ...link });
    this.#speedChosen = "speed" in link;
  }

  /** @param {Record<string, any> | null} [link] @returns {Promise<boolean>} whether there was anything */
  async #load(link = null) {
    await this.store.claim();
    const { meta, list, names, learned, runs } = await this.#keeping.load();
    if (runs || this.#runs) this.#withRuns((all) => all.load(runs));
    this.#take(meta?.settings ?? {});
    this.#speedChosen = meta?.speedChosen === true;
    if (link) this.#takeLink(link);
    const { share, n_px } = this.#settings;
    if (list) this.#restore(meta.source, Learned.inOrder(list, learned), { names, share, n_px });
    else this.#showDrawn(meta?.source === "drawn" ? names : undefined, link ? share : "own");
    this.#commands.forget();
    const stored = this.#learned.take(learned, link !== null);
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

  /** @param {(string | null)[]} [names] @param {number | 'own'} [share] */
  #showDrawn(names = [null, null], share = "own") {
    const { drawn_m, drawn_seed, n_px } = this.#settings;
    this.pictures.draw({ m: drawn_m, seed: drawn_seed }, { names, share, n_px });
  }

  /** Adds files to class y; whole sets and two folders bring their classes (y null).
   *  @param {any[]} files @param {0 | 1 | null} y @param {string[]} [paths] of files that came in folders, else "" */
  addFiles(files, y, paths) {
    return this.#commands.addFiles(files, y, paths);
  }

  /** A file of what is here, in the reader's language. @param {import('../saved/save.js').Texts} texts
   *  @param {import('./one-file.js').Kind} [kind] */
  save(texts, kind) {
    return this.#commands.save(texts, kind);
  }

  /** No more of the files that are being added, or of the one that is being made. */
  async stopAdding() {
    this.#commands.stopAdding();
  }

  /** One picture from the drawing pad. @param {Uint8Array} rgb @param {number} px @param {0 | 1} y @param {string} name */
  addPixels(rgb, px, y, name) {
    return this.#commands.addPictures([{ rgb, px, name }], y);
  }

  /** Pictures that are pixels already, as one change, with the names of the classes if they have new ones.
   *  @param {{rgb: Uint8Array, px: number, name: string}[]} list @param {0 | 1} y @param {(string | undefined)[]} [names] */
  addPictures(list, y, names) {
    return this.#commands.addPictures(list, y, names);
  }

  /** A frame of the camera: its master, and what the neuron would see of it. @param {ImageBitmap} bitmap */
  async frame(bitmap) {
    const { rgb, px } = await this.#decodeFrame(bitmap);
    return { rgb, px, n_px: this.pictures.n_px, seen: this.pictures.atSize(rgb, px) };
  }

  /** A frame of the camera is the picture under test. @param {ImageBitmap} bitmap */
  async probeFrame(bitmap) {
    const master = await this.#decodeFrame(bitmap);
    return { ...(await this.probe(master)), master };
  }

  /** The built-in set instead of what is there. */
  loadDrawn() {
    return this.#commands.change("drawn", () => this.#showDrawn());
  }

  /** @param {number[]} ids */
  remove(ids) {
    return this.#commands.change("removed", () => this.pictures.remove(ids));
  }

  /** Takes all pictures of class y out. @param {0 | 1} y */
  empty(y) {
    return this.#commands.change("emptied", () =>
      this.pictures.remove(this.pictures.kept().flatMap((picture) => (picture.y === y ? picture.id : []))),
    );
  }

  /** Leaves pictures out: they rest. @param {number[]} ids */
  rest(ids) {
    return this.#commands.change("rested", () => this.pictures.rest(ids));
  }

  /** Takes pictures that rest in again. @param {number[]} ids */
  wake(ids) {
    return this.#commands.change("woken", () => this.pictures.wake(ids));
  }

  /** Moves pictures to class y. @param {number[]} ids @param {0 | 1} y */
  relabel(ids, y) {
    return this.#commands.change("relabelled", () => this.pictures.relabel(ids, y));
  }

  /** Mirrored copies of the training pictures are trained on as well. */
  mirror() {
    return this.#commands.change("mirrored", () => this.pictures.mirror());
  }

  /** The last change of the pictures, and after that the one before it. */
  undo() {
    return this.#commands.travel("undo");
  }

  /** The change that was undone last. */
  redo() {
    return this.#commands.travel("redo");
  }

  /** @param {(string | undefined)[]} names of class 0 and class 1; empty: the page's own word; undefined: as it is */
  setNames(names) {
    return this.#commands.change("named", () => this.pictures.rename(names));
  }

  /** @param {Record<string, any>} settings some of those of DEFAULTS in settings.js */
  async change(settings) {
    const valid = validSettings(settings);
    const bad = Object.keys(settings).find((name) => !(name in valid));
    if (bad) throw new RangeError(`${bad}: ${settings[bad]}`);
    this.#take(valid);
    if ("speed" in settings) this.#speedChosen = true;
    if ("n_px" in settings || "share" in settings) {
      await this.#commands.resize(settings);
    }
    if (("drawn_m" in valid || "drawn_seed" in valid) && this.pictures.source === "drawn") {
      const { names, share } = this.pictures;
      await this.#commands.change("drawn", () => this.#showDrawn(names, share));
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

  /** The bytes the neuron sees, one picture after the other; or would see at another size. @param {number[]} ids
   *  @param {number} [n_px] */
  async pixels(ids, n_px = this.pictures.n_px) {
    const each = 3 * n_px * n_px;
    const rgb = new Uint8Array(ids.length * each);
    ids.forEach((id, i) => {
      const picture = this.pictures.get(id);
      if (picture) rgb.set(this.pictures.bytes(picture, n_px), i * each);
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

  /** To iteration t, the last of the run. @param {number} t */
  async goTo(t) {
    this.training.goTo(t);
  }

  /** The whole training with this rate, told as soon as it is there: while a hand moves it. @param {number} alpha */
  async tryAlpha(alpha) {
    if (!validSettings({ alpha }).alpha) throw new RangeError(`alpha: ${alpha}`);
    this.training.tryAlpha(alpha, (await this.#live()).Live);
  }

  /** The hand lets go. @param {boolean} keep what it tried last becomes the training, a step that can be undone; else
   *  everything is as before */
  async endTrying(keep) {
    await this.#live();
    const alpha = this.training.live?.wanted;
    if (!keep || alpha === undefined || alpha === this.#settings.alpha)
      return void this.training.endLive(false);
    await this.#commands.retrain(() => {
      this.#take({ alpha });
      return this.training.endLive(true);
    });
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

  /** The picture whose numbers are shown. @param {number | null} id UNDER_TEST: the one under test */
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
    this.#brought?.ask(picture);
    this.training.wake();
    return rgb && { n_px: this.pictures.n_px, rgb };
  }

  /** @param {any} file */
  async probeFile(file) {
    try {
      if (await this.#commands.bring(file)) return { brought: true };
      return await this.probe(await this.#decode(file));
    } catch (error) {
      return { refused: refusal(file.name, error) };
    }
  }

  /** The model that was brought goes. */
  async dismiss() {
    if (!this.#brought) return;
    this.#brought = null;
    this.emit({ type: "brought", about: null });
  }

  /** Why the selected picture gets its answer, or how many test pictures are right in a variant of theirs: a method of
   *  Explainer in why.js. @param {"answer" | "tested" | "stop"} what @param {any[]} how */
  async why(what, ...how) {
    return /** @type {any} */ (await this.#explainer())[what](...how);
  }

  /** A method of Runs in runs/runs.js. @param {"rename" | "remove" | "putBack" | "again" | "make" | "stop"} what
   *  @param {any[]} how */
  async runs(what, ...how) {
    return /** @type {any} */ (await this.#openRuns())[what](...how);
  }

  /** Deletes everything stored here. */
  forget() {
    return this.#commands.own(async () => {
      this.#runs?.clear();
      await this.#keeping.clear();
      this.dismiss();
      this.#showDrawn();
      this.#commands.forget();
    });
  }

  // --- inside --------------------------------------------------------------------------------

  /** Where the list cannot be fetched there is none. @param {(all: import('./runs/runs.js').Runs) => void} work */
  #withRuns(work) {
    this.#openRuns().then(work, (error) => console.warn(error));
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
    const { drawnSet } = this.pictures;
    if (drawnSet) this.#take({ drawn_m: drawnSet.m, drawn_seed: drawnSet.seed });
    this.#select();
    this.#tellData();
    this.#brought?.judge();
    this.training.wake();
  }

  #told() {
    return { ...this.#settings, share: this.pictures.share, n_px: this.pictures.n_px };
  }

  #tellData() {
    const train = this.training.gone(); // with the data: no numbers of before stand beside them
    this.emit({
      ...this.pictures.describe(),
      ...this.#commands.next,
      settings: this.#told(),
      ...(train && { train }),
    });
    this.#runs?.tell();
  }

  /** Hands the selected picture and the probe to the training, at the current size. */
  #select() {
    const id = this.#selectedId;
    const picture = id == null ? null : this.pictures.get(id);
    const probe = this.#probe && { x: this.pictures.atSize(this.#probe.rgb, this.#probe.px) };
    this.training.probe = probe;
    this.training.selected =
      id === UNDER_TEST
        ? probe && { id, y: null, ...probe }
        : picture && { id: picture.id, y: picture.y, x: this.pictures.bytes(picture) };
  }

  /** @param {any} file */
  #decode(file) {
    return this.decode(file, this.#small);
  }

  /** @param {ImageBitmap} frame */
  #decodeFrame(frame) {
    if (!this.decodeFrame) throw new RangeError("no camera here");
    return this.decodeFrame(frame, this.#small);
  }

  /** How pictures are made small. */
  get #small() {
    const resize = (/** @type {any} */ picture) => this.pictures.core.resize(picture);
    return { fit: /** @type {'crop' | 'fit'} */ (this.#settings.fit), resize };
  }
}
