// What the page may ask of the worker, one method each (see `start` for the order), and the events it hears:
// 'data', 'train', 'evaluation', 'adding', 'brought', 'notice'. No Worker API and no DOM here, so that Node can test it:
// decoding, .h5 reading and storage are handed in.

import { CAPACITY, CoreError } from "../core/core.js";
import { DataCommands } from "./data-commands.js";
import { Chosen } from "./chosen.js";
import { Found } from "./found.js";
import { Keeping } from "./keeping.js";
import { Learned } from "./learned.js";
import { Looking } from "./looking.js";
import { Pictures } from "../pictures/pictures.js";
import { once } from "../ui/once.js";
import { refusal } from "../pictures/refusal.js";
import { madeWith, validSettings } from "./settings.js";
import { Training } from "./training.js";
import { Unread } from "./unread.js";

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
 * @property {(file: any, limits: any) => Promise<import('../pictures/sets/read.js').Read>} readH5 see pictures/h5/h5.js
 * @property {() => Promise<Whole>} openWhole fetches it once
 * @property {() => Promise<import('../core/core.js').Core>} openWhy opens why.wasm
 * @property {Pick<LockManager, "request">} [locks] the browser's, unless another is given
 *
 * @typedef {{core: import('../core/core.js').Core, NetworkReport: typeof import('./network.js').NetworkReport}} Whole core.wasm,
 *   which takes the place of the first core with the first network or engine other than gram
 */

export class Session {
  #chosen;
  #commands;
  #live = once(() => import("./live.js"));
  #keeping;
  #found;
  #looking;
  #explainer;
  #openRuns;
  /** The list of runs, once there is something for it. @type {import('./runs/runs.js').Runs | null} */
  #runs = null;
  #unread;

  /** @param {Means} means */
  constructor({ core, emit, store, decode, decodeFrame, kindOf, readH5, openWhole, openWhy, locks }) {
    this.emit = emit;
    this.store = store;
    this.decode = decode;
    this.decodeFrame = decodeFrame;
    this.kindOf = kindOf;
    this.pictures = new Pictures(core, () => this.#commands.steps.leave());
    this.training = new Training(this.pictures, emit);
    this.training.openWhole = openWhole;
    this.training.shrink = (hidden) => this.change({ hidden }).then(() => this.#tellData());
    const chosen = (this.#chosen = new Chosen(this.pictures, this.training));
    const looking = (this.#looking = new Looking(this.pictures, this.training, emit));
    this.#keeping = new Keeping(store, this.pictures, () => chosen.set);
    const learned = (this.training.learned = new Learned(store, this.pictures, () => chosen.settings));
    const unread = (this.#unread = new Unread(() => emit({ type: "notice", code: "not-fetched" })));
    const bring = (/** @type {import('./brought.js').Brought | null} */ brought) => {
      unread.take("brought");
      looking.bring(brought);
      store.saveBrought(brought && brought.bytes);
    };
    this.#commands = new DataCommands({
      pictures: this.pictures,
      training: this.training,
      keeping: this.#keeping,
      files: { decode: (file) => this.#decode(file), kindOf: (file) => this.kindOf(file), readH5 },
      set: () => ({
        ...chosen.set,
        ...(!unread.has("runs") && { runs: this.#runs?.all ?? [] }),
        ...(!unread.has("brought") && { brought: looking.brought }),
      }),
      adopt: ({ settings, speedChosen, runs, brought }) => {
        chosen.take(settings);
        chosen.speedChosen = speedChosen;
        if (runs && (this.#runs || runs.length > 0)) this.#withRuns((all) => all.put(runs));
        if (brought !== undefined) bring(brought);
      },
      bring,
      takeOver: () => this.#found.takeOver(),
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
      const runs = new Runs({
        ...{ training: this.training, pictures: this.pictures, store, emit },
        settings: () => chosen.settings,
        adopt: (settings) => {
          chosen.take(settings);
          this.#keeping.keepSettings();
        },
        look: () => this.#tellData(),
      });
      const stored = unread.take("runs");
      if (stored) runs.load(stored); // before anything else is written in its place
      return (this.#runs = runs);
    });
    this.training.keepRun = (taken, over) => {
      if (taken || this.#runs) this.#withRuns((all) => all.take(taken, over));
    };
    this.#found = new Found({
      ...{ store, locks, learned, chosen, emit, pictures: this.pictures, training: this.training },
      ...{ keeping: this.#keeping, commands: this.#commands },
      runs: (stored) => {
        if (this.#runs) this.#runs.load(stored);
        else unread.read("runs", stored, this.#openRuns);
      },
      brought: (stored) => {
        looking.bring(null);
        return unread.read("brought", stored, async () => {
          looking.bring(await this.#commands.broughtIn(stored));
          looking.brought?.judge();
        });
      },
      tellMemory: (error) => this.#tellMemory(error),
    });
  }

  /** What was stored, else the drawn set; the drawn set as well while another tab keeps what is stored. Call first: what
   *  else is asked meanwhile waits for it.
   *  @param {Record<string, any> | null} [linked] the settings of a link, the whole of them: what it does not name is as at
   *  first. They come before the stored ones. Pictures that are stored stay and are shown; what was learned from them with
   *  other settings stays stored until something else is learned. */
  async start(linked = null) {
    const link = linked && validSettings(linked);
    const restored = await this.#commands.run(() => this.#found.open(link));
    return { settings: this.#chosen.told, restored, capacity: CAPACITY };
  }

  /** What is stored is kept by this tab from now on, and shown. */
  takeOver() {
    return this.#commands.own(async () => {});
  }

  /** Adds files to class y; whole sets and two folders bring their classes (y null).
   *  @param {any[]} files @param {0 | 1 | null} y @param {string[]} [paths] of files that came in folders, else "" */
  addFiles(files, y, paths) {
    return this.#commands.addFiles(files, y, paths);
  }

  /** A file of what is here, in the reader's language. @param {import('../saved/save.js').Texts} texts
   *  @param {import('./one-file.js').Kind} [kind] @param {MessagePort[]} [packers] that help, see saved/packed.js */
  async save(texts, kind, packers) {
    await this.#unread.again(); // it belongs to everything
    return this.#commands.save(texts, kind, packers);
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

  /** The built-in set instead of what is there; in memory only while another tab keeps what is stored, which this one need
   *  not have seen. */
  loadDrawn() {
    return this.#commands.change("drawn", () => this.#found.draw());
  }

  /** @param {number[]} ids */
  remove(ids) {
    return this.#commands.change("removed", () => this.pictures.remove(ids));
  }

  /** Takes all pictures of class y out; none that only another tab has shown. @param {0 | 1} y */
  empty(y) {
    const ids = this.pictures.kept().flatMap((picture) => (picture.y === y ? picture.id : []));
    return this.#commands.change("emptied", () => this.pictures.remove(ids));
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
  async mirror() {
    const explainer = await this.#explainer();
    return this.#commands.change("mirrored", () => this.pictures.mirror((rgb) => explainer.mirrored(rgb)));
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
    const valid = this.#chosen.choose(settings);
    if ("n_px" in settings || "share" in settings) {
      await this.#commands.resize(settings);
    }
    if (("drawn_m" in valid || "drawn_seed" in valid) && this.pictures.source === "drawn") {
      const { names, share } = this.pictures;
      await this.#commands.change("drawn", () => this.#found.draw(names, share));
    }
    if ("hidden" in valid || madeWith(this.#chosen.settings).some((name) => name in valid))
      this.training.drop();
    this.#keeping.keepSettings();
    this.training.wake();
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

  /** What training, or what is stored, could not fetch is asked for again. */
  async goOn() {
    this.training.wake();
    await this.#unread.again();
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
    if (!keep || alpha === undefined || alpha === this.#chosen.settings.alpha)
      return void this.training.endLive(false);
    await this.#commands.retrain(() => {
      this.#chosen.take({ alpha });
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
    this.#looking.select(id);
    this.training.wake();
  }

  /** The picture under test. @param {{rgb: Uint8Array, px: number} | null} picture */
  async probe(picture) {
    const seen = this.#looking.probe(picture);
    this.training.wake();
    return seen;
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
  dismiss() {
    return this.#commands.dismiss();
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
      for (const name of /** @type {const} */ (["runs", "brought"])) this.#unread.take(name);
      this.#runs?.clear();
      await this.#keeping.clear();
      this.#looking.bring(null);
      this.#found.draw();
      this.#commands.steps.forget();
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
    this.#chosen.follow();
    this.#looking.again();
    this.#tellData();
    this.#looking.brought?.judge();
    this.training.wake();
  }

  #tellData() {
    const train = this.training.gone(); // with the data: no numbers of before stand beside them
    this.emit({
      ...this.pictures.describe(),
      ...this.#commands.next,
      settings: this.#chosen.told,
      ...(train && { train }),
    });
    this.#runs?.tell();
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
    return { fit: /** @type {'crop' | 'fit'} */ (this.#chosen.settings.fit), resize };
  }
}
