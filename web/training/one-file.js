// The commands for the one file that everything goes into and comes back from. Fetched with the first of them.

import { CoreError } from "../core/core.js";
import { Network } from "../core/network.js";
import { MOST_BYTES } from "../pictures/carried/look.js";
import { Refusal, refusal } from "../pictures/refusal.js";
import { readUpTo } from "../saved/files.js";
import { BROUGHT } from "../saved/format.js";
import { notMade } from "../saved/not-made.js";
import { arrived } from "../saved/runs.js";
import { createLearner } from "./engine.js";

/** @typedef {import('../saved/files.js').Saved} Saved @typedef {import('../pictures/refusal.js').Refused} Refused */
/** @typedef {{name: string, error: any}} Bad one that cannot be what it says */
/** @typedef {import('../saved/save.js').Given} Given */
/** @typedef {import('../pictures/carried/look.js').Found} Carried */

/** What can be saved: its name in the list of the page, and what makes the file, fetched when first asked for. */
const KINDS = {
  all: async () => (await import("../saved/save.js")).savedAll,
  npz: async () => (await import("../saved/model-npz.js")).modelNpz,
  onnx: async () => (await import("../saved/onnx/model-onnx.js")).modelOnnx,
  "onnx-test": async () => (await import("../saved/onnx/tested.js")).testedOnnx,
  "model-png": async () => (await import("../saved/picture/save.js")).modelPicture,
  sheet: async () => (await import("../saved/picture/save.js")).allOnSheet,
};
/** @typedef {keyof typeof KINDS} Kind */

const STOPPED = new Error("stopped by the visitor");
const PROGRESS_MS = 100;
const NOTHING = { added: 0, own: 0, sets: 0, which: 0, classes: null, step: null, first: false };

export class OneFile {
  /** What is being saved or opened. */
  #way = { stopped: false };

  /** @param {import('./data-commands.js').DataCommands} commands */
  constructor(commands) {
    this.commands = commands;
    this.means = commands.means;
  }

  /** No more of what is being saved or opened. */
  stop() {
    this.#way.stopped = true;
  }

  /** Tells how far it is, and ends it where that is asked for. @param {"adding" | "saving"} type */
  #progress(type) {
    const way = (this.#way = { stopped: false });
    let told = -Infinity;
    return (/** @type {number} */ done, /** @type {number} */ total) => {
      if (way.stopped) throw STOPPED;
      if (done < total && performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      this.means.emit({ type, done, total });
    };
  }

  /** What was saved, among these files; null: they are something else. @param {any[]} files @param {string[]} paths
   *  @param {boolean[]} zips which of them are archives; none: they lie in a folder @returns {Promise<Saved | Bad | null>} */
  async among(files, paths, zips) {
    const { savedFolder, savedZip } = await import("../saved/files.js");
    if (zips.length === 0)
      return savedFolder(files, paths).catch((error) => {
        if (error.code !== "saved-damaged") return null; // who reads it for something else will say it
        return { name: paths[0].split("/")[0], error };
      });
    for (const [i, file] of files.entries()) {
      if (!zips[i]) continue;
      try {
        const saved = await savedZip(file);
        if (saved && files.length > 1) throw new Refusal("saved-alone");
        if (saved) return saved;
      } catch (error) {
        if (files.length === 1 || /** @type {any} */ (error).code === "saved-alone")
          return { name: file.name, error };
      }
    }
    return null;
  }

  /** What was saved, in the place of everything: one step. Inside a command. @param {Saved | Bad | Carried} saved
   *  @returns {Promise<any>} */
  async open(saved) {
    const { emit, files } = this.means;
    try {
      if ("error" in saved) throw saved.error;
      if ("bytes" in saved) return await this.#openPicture(saved);
      const progress = this.#progress("adding");
      const { opened } = await part(import("../saved/open.js"));
      const what = await opened(saved, { decode: files.decode, progress });
      const brought = await this.#broughtBeside(saved, what);
      const { step } = await this.commands.steps.as("opened", async () => this.#put(what, brought));
      return { ...NOTHING, refused: [], step, opened: told(saved, what) };
    } catch (error) {
      emit({ type: "adding", done: 1, total: 1 }); // no more is coming
      if (error === STOPPED) return { ...NOTHING, refused: [], stopped: true };
      if (!isKnown(error)) console.warn(error);
      return { ...NOTHING, refused: [refusal(saved.name, error)] };
    }
  }

  /** The model that stood beside what was saved; undefined: there was none. @param {Saved} saved */
  async #broughtBeside(saved, /** @type {import('../saved/open.js').Opened} */ { notes }) {
    const inside = saved.at(BROUGHT);
    if (!inside) return undefined;
    try {
      return await this.broughtIn(await readUpTo(inside, MOST_BYTES, BROUGHT));
    } catch (error) {
      const { code } = /** @type {any} */ (error);
      if (code === "carried-newer") return void notes.set("brought", 1);
      throw code === "reader" ? error : new Refusal("saved-damaged", { inside: BROUGHT });
    }
  }

  /** A model beside what is here, or a set in the place of it. @param {Carried} carried */
  async #openPicture({ name, kind, bytes, alone }) {
    if (!alone) throw new Refusal("saved-alone");
    if (kind === "model") {
      const { about, step } = await this.bring(bytes);
      return { ...NOTHING, refused: [], step, opened: { name, brought: about } };
    }
    const { sheetIn } = await part(import("../saved/picture/sheet-read.js"));
    const { set, changed, ...what } = await sheetIn(bytes, this.#progress("adding"));
    if (what.list.length === 0) throw new Refusal("no-pictures");
    /** @type {Map<any, number>} */
    const notes = new Map(changed > 0 ? [["changed", changed]] : []);
    if (what.reduced > 0) notes.set("reduced", what.reduced);
    const here = this.means.set();
    const settings = { ...here.settings, ...set };
    const parts = what.list.map(() => null);
    const { step } = await this.commands.steps.as("opened", async () =>
      this.#put({ ...what, ...here, settings, parts, trained: null, iteration: null, notes, runs: null }),
    );
    const told = [...notes].map(([code, n]) => ({ code, n }));
    return {
      ...NOTHING,
      refused: [],
      step,
      opened: { name, n: what.list.length, iteration: null, notes: told },
    };
  }

  /** The model in a picture is asked about what is tested from now on: one step. Inside a command. @param {Uint8Array} bytes
   *  @returns {Promise<{about: object, step: number | null}>} about: what it says of itself */
  async bring(bytes) {
    const brought = await this.broughtIn(bytes);
    const { step } = await this.commands.steps.as("brought", async () => this.means.bring(brought));
    return { about: brought.about, step };
  }

  /** The model in a picture, to be asked. @param {Uint8Array} bytes */
  async broughtIn(bytes) {
    const { modelIn } = await part(import("../saved/picture/model.js"));
    const { Brought } = await part(import("./brought.js"));
    return new Brought(bytes, await modelIn(bytes), this.means);
  }

  /** @param {import('../saved/open.js').Opened} what @param {import('./brought.js').Brought} [brought] none: the one that is
   *  here stays */
  #put({ source, list, names, shown, parts, settings, speedChosen, trained, notes, runs }, brought) {
    const { pictures, adopt, training } = this.means;
    const { share, n_px } = settings;
    // Never an id that another picture had: what is known of that would be said of this.
    const { nextId } = pictures;
    const numbered = list.map((each, i) => {
      const of = each.of === undefined ? {} : { of: nextId + each.of };
      return source === "drawn" ? each : { ...each, ...of, id: nextId + shown[i] };
    });
    pictures.replace(source, numbered, { names, share, n_px });
    const there = pictures.all().sort((p, q) => pictures.slot(p) - pictures.slot(q));
    const said = parts.filter((_, i) => !list[i].rests);
    const same = there.every((picture, i) => said[i] === null || said[i] === pictures.part(picture));
    adopt({
      ...{ settings: { ...settings, share: pictures.share, n_px: pictures.n_px }, speedChosen },
      ...(runs && { runs: arrived(runs, nextId) }),
      ...(brought && { brought }),
    });
    if (trained && same && pictures.n_px === n_px) training.resume({ ...trained, opened: true });
    else if (trained) notes.set("state", 1);
  }

  /** A file of what is here; blob null: it was stopped, or refused. @param {import('../saved/save.js').Texts} texts
   *  @param {Kind} kind @param {MessagePort[]} packers @returns {Promise<{blob: Blob | null, refused?: Refused, px?: number, exact?: boolean}>} */
  save(texts, kind = "all", packers = []) {
    const { pictures, training, set } = this.means;
    return this.commands.run(async () => {
      /** @type {import('./learned.js').Learner | null} */
      let start = null;
      try {
        const progress = this.#progress("saving");
        const way = this.#way;
        progress(0, pictures.count);
        /** @type {(given: Given) => Promise<Blob | {blob: Blob}>} */
        const make = await part(/** @type {Promise<any>} */ (KINDS[kind]()));
        const lr = kind === "sheet" ? null : await training.ready(() => !way.stopped);
        const { settings, speedChosen, runs = [], brought = null } = set();
        if (kind === "all" && lr instanceof Network)
          start = createLearner(pictures.dataset, lr.engine, settings);
        const trained = kind === "all" ? training.keep() : null;
        const beside = { start, trained, runs, brought, texts, packers, progress };
        const given = { pictures, settings, speedChosen, lr, ...beside };
        const made = await make(given);
        return made instanceof Blob ? { blob: made } : made;
      } catch (error) {
        if (error === STOPPED) return { blob: null };
        if (!isKnown(error)) console.warn(error);
        return { blob: null, refused: refusal("", notMade(error)) };
      } finally {
        start?.free();
      }
    });
  }
}

/** @param {any} error */
const isKnown = (error) =>
  error instanceof Refusal || error instanceof CoreError || error?.name === "Refusal";

/** @template T @param {Promise<T>} module @returns {Promise<T>} */
const part = (module) =>
  module.catch(() => {
    throw new Refusal("reader");
  });

/** What the page says of it. @param {Saved} saved @param {import('../saved/open.js').Opened} what */
const told = (saved, { list, iteration, notes }) => ({
  name: saved.name,
  n: list.length,
  iteration: notes.has("state") ? null : iteration,
  notes: [...notes].map(([code, n]) => ({ code, n })),
});
