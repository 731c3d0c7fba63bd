// The list of runs: what each came to, returned to by training it anew, kept over a reload. The page is told of it from the
// second run on.

import { CoreError } from "../../core/core.js";
import { sourceOf, stateOf } from "../learned.js";
import { takenOf } from "../taken.js";
import { trainedAnew } from "./again.js";
import { MOST, plainOf, runName, runsIn } from "./kept.js";
import { differences, goesOn, isSame, runOf, sameSource } from "./run.js";

const PROGRESS_MS = 60;

/** @typedef {{stopped: boolean, wanted: () => boolean, id: number | null}} Way what is being trained anew */
/** @typedef {import('./run.js').Run} Run @typedef {import('../taken.js').Taken} Taken */
/**
 * @typedef {object} Means
 * @property {import('../training.js').Training} training @property {import('../../pictures/pictures.js').Pictures} pictures
 * @property {any} store @property {() => import('../settings.js').Settings} settings
 * @property {(settings: Partial<import('../settings.js').Settings>) => void} adopt takes settings, while nothing is trained
 * @property {() => void} look the page should see them @property {(event: any) => void} emit
 */

export class Runs {
  /** Oldest first; each change makes another list. @type {readonly Run[]} */
  all = [];
  /** Of the run that is being trained, or rests. @type {number | null} */
  current = null;
  /** The one that was deleted last, and where it stood. @type {{run: Run, at: number} | null} */
  #removed = null;
  #lastId = 0;
  /** What the page knows. */
  #told = "";
  /** @type {Way | null} */
  #way = null;

  /** @param {Means} means */
  constructor(means) {
    this.means = means;
  }

  /** Those that were stored; what cannot be read is left aside. @param {any} plain */
  load(plain) {
    try {
      this.put(runsIn(plain));
    } catch {
      this.put([]);
    }
  }

  /** Others in the place of all. @param {readonly Run[]} list */
  put(list) {
    this.#lastId = list.reduce((last, { id }) => Math.max(last, id), this.#lastId);
    this.#removed = null;
    this.#set(list, null);
  }

  /** What training has come to, or nothing new; over: another run begins. @param {Taken | null} taken @param {boolean} over */
  take(taken, over) {
    const id = taken && this.#add(taken, this.current);
    if (id || (over && this.current !== null)) this.#set(this.all, over ? null : id);
  }

  /** @param {Taken} taken @param {number | null} before the run that it may go on with @returns {number} its id */
  #add(taken, before) {
    const run = runOf(taken, 0);
    const known = this.all.find(({ source }) => sameSource(source, run.source));
    if (known) run.source = known.source; // once in memory
    const last = this.all.find(({ id }) => id === before);
    const goes = last !== undefined && goesOn(last, run);
    const same = this.all.find((each) => each !== last && isSame(each, run));
    if (same && goes) this.all = this.all.filter((each) => each !== last || each.name !== null);
    const old = same ?? (goes ? last : undefined);
    const id = old?.id ?? ++this.#lastId;
    const now = { ...run, id, name: old?.name ?? null };
    this.all = old ? this.all.map((each) => (each === old ? now : each)) : [...this.all, now];
    while (this.all.length > MOST) {
      const least = this.all.find((each) => each.name === null && each !== now && each.id !== before);
      const gone = least ?? this.all[0];
      this.all = this.all.filter((each) => each !== gone);
    }
    return id;
  }

  /** @param {readonly Run[]} list @param {number | null} current */
  #set(list, current) {
    this.all = list;
    this.current = current;
    this.means.store.saveRuns(plainOf(list));
    this.tell(true);
  }

  /** Nothing is kept any more. */
  clear() {
    this.all = [];
    this.current = this.#removed = null;
    this.tell(true);
  }

  /** Tells the page what there is, if it may be something else than it knows. @param {boolean} [changed] */
  tell(changed = false) {
    const { pictures, settings, emit } = this.means;
    if (this.all.length < 2 && !this.#told) return;
    const now = sourceOf(pictures, settings());
    /** @type {Map<Run["source"], string[]>} */
    const known = new Map();
    const differ = (/** @type {Run["source"]} */ source) => {
      if (!known.has(source)) known.set(source, differences(source, now));
      return known.get(source);
    };
    const list = this.all.map(({ source, choice: _, ...run }) => ({
      ...run,
      n_px: source.n_px,
      differs: differ(source),
    }));
    const key = `${this.current} ${list.map(({ id, differs }) => `${id} ${differs}`)}`;
    if (!changed && key === this.#told) return;
    this.#told = key;
    emit({ type: "runs", list, current: this.current });
  }

  /** @param {number} id @param {string} name */
  rename(id, name) {
    this.#set(
      this.all.map((run) => (run.id === id ? { ...run, name: runName(name) } : run)),
      this.current,
    );
  }

  /** @param {number} id */
  remove(id) {
    const at = this.all.findIndex((run) => run.id === id);
    if (at < 0) return;
    this.#removed = { run: this.all[at], at };
    this.#set(this.all.toSpliced(at, 1), this.current === id ? null : this.current);
  }

  /** The one that was deleted last is there again. */
  putBack() {
    if (!this.#removed) return;
    const { run, at } = this.#removed;
    this.#removed = null;
    if (this.all.some((each) => isSame(each, run))) return;
    this.#set(this.all.toSpliced(at, 0, run), this.current);
  }

  /** No more of what is being trained anew. */
  stop() {
    if (this.#way) this.#way.stopped = true;
  }

  /** Trains a run anew, from the same start, and goes on with it. exact: with the same numbers.
   *  @param {number} id @returns {Promise<{exact: boolean} | {code: string}>} */
  again(id) {
    const run = this.all.find((each) => each.id === id);
    if (!run) return Promise.resolve({ code: "changed" });
    return this.#anew(
      id,
      async (way) => {
        if (differences(run.source, sourceOf(this.means.pictures, this.means.settings())).length > 0)
          return null;
        const started = performance.now();
        const found = await this.#trained({ ...run, made: { ...this.means.settings(), ...run.made } }, way);
        if (!found) return null;
        const { taken, state } = found;
        const { engine, iterations, made } = run;
        const choice = run.choice ?? { engine, why: /** @type {const} */ ("asked"), iterations, work: null };
        const { training, adopt } = this.means;
        training.pause();
        training.drop();
        const alpha = /** @type {import('./run.js').Stretch} */ (run.alphas.at(-1)).alpha;
        adopt({ ...made, alpha, iterations });
        training.resume({ choice, state, spentMs: performance.now() - started });
        const now = runOf(taken, 0);
        const keys = /** @type {const} */ (["cost", "testCost", "accuracy", "testAccuracy"]);
        return { exact: keys.every((key) => Object.is(now[key], run[key])) };
      },
      run,
    );
  }

  /** The same training as the page's own at other settings, each as a run. @param {{alpha: number}[]} list
   *  @returns {Promise<{ids: number[]} | {code: string}>} */
  make(list) {
    return this.#anew(null, async (way) => {
      const { training, settings } = this.means;
      const { made, engine } = training;
      const { iterations } = settings();
      const ids = [];
      for (const { alpha } of list) {
        const alphas = [{ from: 0, to: iterations, alpha }];
        const found = await this.#trained(
          { engine, made, alphas, removals: [], end: iterations },
          way,
          false,
        );
        if (!found) return null;
        ids.push(this.#add(found.taken, this.current));
      }
      this.#set(this.all, this.current);
      return { ids };
    });
  }

  /** @template T @param {number | null} id @param {(way: Way) => Promise<T | null>} work while
   *  training waits @param {Run | null} [run] that is done again @returns {Promise<T | {code: string}>} */
  async #anew(id, work, run = null) {
    const { training, look, emit } = this.means;
    this.stop();
    /** @type {Way} */
    const way = { stopped: false, wanted: () => !way.stopped, id };
    this.#way = way;
    try {
      if (run && !(await training.suits(run))) return { code: "failed" };
      const result = await training.quiet(async (_, still) => {
        way.wanted = () => !way.stopped && still();
        return work(way);
      });
      return result ?? { code: way.stopped ? "stopped" : "changed" };
    } catch (error) {
      if (error instanceof CoreError) return { code: error.code === "memory" ? "memory" : "failed" };
      throw error;
    } finally {
      emit({ type: "runs", busy: null });
      look();
    }
  }

  /** @param {import('./again.js').Path & {iterations?: number}} path @param {Way} way
   *  @param {boolean} [goOn] its state is wanted */
  async #trained(path, { wanted, id }, goOn = true) {
    const { pictures, emit } = this.means;
    let told = performance.now();
    const progress = (/** @type {number} */ done, /** @type {number} */ total) => {
      if (performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      emit({ type: "runs", busy: { id, done, total } });
    };
    const lr = await trainedAnew(pictures.dataset, path, { wanted, progress });
    if (!lr) return null;
    try {
      const { made, end } = path;
      const taken = takenOf(lr, pictures, { made, choice: null, iterations: path.iterations ?? end });
      const state = goOn ? stateOf(lr) : new Uint8Array();
      if (!state) throw new CoreError("memory", "the state of a run");
      return { taken, state };
    } finally {
      lr.free();
    }
  }
}
