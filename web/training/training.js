// Training in the worker: runs what preparing.js made in short calls at the speed asked for, and has the page told where it
// stands. C does the mathematics; this file only drives it.

import { Logreg } from "../core/core.js";
import { Advance } from "./advance.js";
import { createLearner } from "./engine.js";
import { Loop } from "./loop.js";
import { breathe } from "./pace.js";
import { Preparing } from "./preparing.js";
import { DEFAULTS, howMade } from "./settings.js";
import { Stopwatch } from "./stopwatch.js";
import { takenOf } from "./taken.js";
import { Telling } from "./telling.js";

const LAST_MADDS = 1e9; // for the numbers of the last state of a run that another one takes the place of

/** @typedef {import('./learned.js').Learner} Learner */
/** @typedef {import('./engine.js').Choice} Choice */
/** @typedef {{how: string, choice: Choice, state: Uint8Array, spentMs: number, shownMs: number, opened?: boolean}} Trained how:
 *  see howMade in settings.js; opened: it comes from a file */

export class Training {
  settings = { ...DEFAULTS };
  /** Above 0 while pictures are being added: nothing is prepared in between. */
  held = 0;
  /** @type {import('./report.js').Selected | null} */
  selected = null;
  /** The picture under test. @type {{x: Uint8Array} | null} */
  probe = null;

  /** Fetches what networks, and engines other than gram, need. @type {import('./session.js').Means["openWhole"]} */
  openWhole = () => Promise.reject(new Error("no whole core"));
  /** It did not come, until something is asked for again. */
  #unfetched = false;

  /** Called when there is no memory for the network asked for, with the last one that there was memory for.
   *  @param {number[]} _hidden */
  shrink(_hidden) {}

  /** The learning rate is under a hand; see live.js. @type {import('./live.js').Live | null} */
  live = null;
  /** Keeps what was learned; see learned.js. @type {import('./learned.js').Learned | null} */
  learned = null;

  /** Told what each run has come to, if that is news, and whether it is over; see runs/.
   *  @param {import('./taken.js').Taken | null} _taken @param {boolean} _over */
  keepRun(_taken, _over) {}

  /** Hidden neurons to be taken out or put back. @type {[number, number, boolean][]} */
  #removals = [];
  /** Neurons of layer 1 whose weights are told. @type {number[]} */
  #shown = [];
  #revision = 0; // grows with every change of the state
  #taken = -1; // the last one that the list of runs has
  #watch;
  #advance;
  #preparing;
  #telling;
  /** Once a training has diverged. @type {import('./rate.js').RateSearch | null} */
  #rates = null;
  #loop;

  /**
   * @param {import('../pictures/pictures.js').Pictures} pictures
   * @param {(event: any, transfer?: Transferable[]) => void} emit
   * @param {() => number} [now] milliseconds
   */
  constructor(pictures, emit, now = () => performance.now()) {
    this.pictures = pictures;
    this.emit = emit;
    this.now = now;
    this.#telling = new Telling(pictures, emit, now);
    this.#watch = new Stopwatch(now);
    this.#advance = new Advance(this.settings, this.#watch);
    this.#preparing = new Preparing(pictures, this.settings, this.#watch, {
      rows: (rows) => this.#telling.empty(this, rows),
      made: () => this.#begun(),
      unfit: (opened) => this.#unfit(opened),
    });
    this.#loop = new Loop(
      () => this.#work(),
      (error) => this.#stopped(error),
    );
  }

  get running() {
    return this.#watch.running;
  }

  /** The settings that the learner was made with. */
  get made() {
    return this.#preparing.made;
  }

  get #lr() {
    return this.#preparing.lr;
  }

  /** The data or the engine change: what was trained is gone. Call before changing the dataset. */
  drop() {
    this.#takeRun(true);
    this.#rates?.stop();
    this.live = null;
    this.#taken = -1;
    this.#preparing.drop();
    this.learned?.drop();
    this.#telling.drop();
    this.#startAnew();
  }

  /** What goes to the page with new data, so that they never stand beside numbers of a training that was dropped; null:
   *  there are none. */
  gone() {
    return this.#telling.gone(this);
  }

  /** What was learned, to be gone on with when data and settings are these again; null: nothing.
   *  @returns {Trained | null} */
  keep() {
    if (this.live) return this.live.before.trained;
    const { spentMs, shownMs } = this.#watch;
    const kept = this.#preparing.keep();
    return kept && { how: howMade(this.settings), ...kept, spentMs, shownMs };
  }

  /** The learner of these pictures and settings, with what is stored, evaluated; null: there is nothing to train, or it is no
   *  longer wanted. While nothing else works on it. @param {() => boolean} wanted @returns {Promise<Learner | null>} */
  async ready(wanted) {
    this.#unfetched = false;
    for (; !this.pictures.missing && wanted() && !this.#unfetched; await breathe()) {
      const lr = this.#lr ?? (await this.#made(wanted));
      if (lr && this.#remove(lr) && this.#watch.timed(() => lr.evaluate(this.#advance.madds))) return lr;
    }
    return null;
  }

  /** fn with that learner while nothing else works on it, and with what tells whether it is in the same state still. Null
   *  where there is none, or the pictures are being changed. @template T
   *  @param {(lr: Learner, still: () => boolean) => Promise<T>} fn @returns {Promise<T | null>} */
  async quiet(fn) {
    if (this.held > 0) return null;
    this.held++;
    const alone = () => this.held === 1;
    try {
      const lr = await this.ready(alone);
      const revision = this.#revision;
      return lr && (await fn(lr, () => alone() && this.#lr === lr && this.#revision === revision));
    } finally {
      this.held--;
      this.wake();
    }
  }

  /** Makes sure that the core can train this too. @param {{engine: string, made: {hidden: number[]}}} what
   *  @returns {Promise<boolean>} false: what it needs could not be fetched, or the pictures are being changed */
  async suits({ engine, made }) {
    if (this.pictures.core.Network || (engine === "gram" && made.hidden.length === 0)) return true;
    const whole = await this.openWhole().catch(() => null);
    if (!whole || this.held > 0) return false;
    this.#goTo(whole);
    return true;
  }

  /** The pictures, and what was learned, are in the whole core from now on. @param {import('./session.js').Whole} whole */
  #goTo({ core, NetworkReport }) {
    if (!this.#telling.network) {
      this.#telling.network = new NetworkReport(this.now);
      this.#telling.network.show(this.#shown);
    }
    if (this.pictures.core === core) return;
    this.#preparing.leave();
    this.pictures.moveTo(core);
  }

  /** The learner, or some more of what it needs. @param {() => boolean} wanted nothing else works on the pictures
   *  @returns {Promise<Learner | null>} null: call again, or it could not be fetched */
  async #made(wanted) {
    if (this.#preparing.possible) return this.#preparing.step();
    const whole = await this.openWhole().catch(() => null);
    if (whole && wanted()) this.#goTo(whole);
    if (!whole) this.#failedToFetch();
    return null;
  }

  /** It rests, and goes on when somebody asks for anything. */
  #failedToFetch() {
    this.#unfetched = true;
    this.#advance.halt();
    this.#telling.empty(this, null);
    this.emit({ type: "notice", code: "not-fetched" });
  }

  /** By which it trains. */
  get engine() {
    return this.#lr?.engine ?? this.#preparing.choice.engine;
  }

  /** What was trained goes into the list of runs. @param {boolean} over another one begins */
  #takeRun(over) {
    const lr = this.#lr;
    if (!lr || lr.end === 0) return;
    const isNew =
      lr.iteration === lr.end &&
      this.#taken !== this.#revision &&
      this.#watch.timed(() => lr.evaluate(LAST_MADDS));
    if (isNew) this.#taken = this.#revision;
    if (!isNew && !over) return;
    const how = { made: this.made, choice: this.#preparing.chosen, iterations: this.settings.iterations };
    this.keepRun(isNew ? takenOf(lr, this.pictures, how) : null, over);
  }

  /** The data are about to change: what was trained is gone, and what comes waits to be started. What never rested is no run
   *  unless it is to be kept. @param {boolean} [kept] */
  stop(kept = false) {
    this.#watch.stop();
    if (!kept) this.#taken = this.#revision;
    this.drop();
  }

  /** Goes on, at rest, with what was learned before a reload or a change that was undone. Call when the data are there.
   *  @param {Pick<Trained, "choice" | "state" | "spentMs"> & Partial<Trained>} stored */
  resume(stored) {
    this.#preparing.resume(stored);
    this.#watch.set(stored);
  }

  #startAnew() {
    this.#telling.costsAgain(0);
    this.#watch.set({});
    this.#advance.forgetSteps();
    this.#removals = [];
  }

  play() {
    this.#watch.start();
    this.#startClock();
    this.wake();
  }

  /** What is left of the run, as fast as it goes. */
  toEnd() {
    this.#advance.hurry();
    this.play();
  }

  /** To that iteration, wherever it is. @param {number} t the last of the run */
  goTo(t) {
    if (this.#lr && t <= this.#lr.end) this.seek(t);
    else this.toEnd();
  }

  pause() {
    this.#advance.halt();
    this.wake();
  }

  step() {
    this.#advance.step();
    this.wake();
  }

  /** The whole training with another rate, until endLive. @param {number} alpha
   *  @param {typeof import('./live.js').Live} Live */
  tryAlpha(alpha, Live) {
    if (this.pictures.missing) return;
    if (!this.live) {
      const before = { trained: this.keep(), running: this.running };
      this.#rates?.stop();
      this.#advance.halt();
      this.#takeRun(true);
      this.live = new Live(before, (lr, live, told) => this.#tellLive(lr, live, told), this.now);
    }
    this.live.wanted = alpha;
    this.wake();
  }

  /** What was tried last is the training from now on, with the rate of the settings, and is brought to its end; or what was
   *  there before is there again. @param {boolean} keep @returns {Trained | null} what was there before */
  endLive(keep) {
    const { live } = this;
    if (!live) return null;
    this.live = null;
    const { trained, running } = live.before;
    const lr = this.#lr;
    if (keep && live.alpha !== this.settings.alpha) lr?.reset();
    if (!keep && trained) lr?.setState(trained.state);
    if (!keep && !trained) lr?.reset();
    this.#startAnew();
    this.#watch.set(keep ? { spentMs: live.spentMs, shownMs: live.spentMs } : (trained ?? {}));
    this.#otherState();
    if (keep && lr && live.error && live.alpha === this.settings.alpha) this.#failed(lr, live.error);
    else if (keep) this.toEnd();
    else if (running) this.play();
    this.wake();
    return trained;
  }

  /** @param {Learner} lr evaluated @param {import('./live.js').Live} live @param {import('./live.js').Told} told */
  #tellLive(lr, { alpha, spentMs }, told) {
    const { running, selected, probe } = this;
    const present = { running, selected, probe, settings: { ...this.settings, alpha } };
    this.#otherState();
    this.#telling.costsAgain(0);
    const choice = this.#preparing.chosen;
    this.#telling.state(lr, present, { choice, spentMs, shownMs: spentMs, atRest: told.still, live: told });
  }

  reset() {
    this.endLive(false);
    this.#advance.halt();
    this.#takeRun(true);
    this.#lr?.reset();
    this.#startAnew();
    this.#otherState();
    this.wake();
  }

  /** @param {number} t */
  seek(t) {
    if (!this.#lr) return;
    this.endLive(false);
    this.#advance.halt();
    this.#takeRun(false);
    this.#lr.seek(Math.min(Math.max(0, Math.round(t)), this.#lr.end));
    this.#otherState();
    this.wake();
  }

  #otherState() {
    this.#revision++;
    this.#telling.network?.renew();
  }

  /** Neurons of layer 1 whose weights are to be told. @param {number[]} units */
  showUnits(units) {
    this.#shown = units;
    this.#telling.network?.show(units);
    this.wake();
  }

  /** Takes a hidden neuron out of the state asked for, once it is reached, or puts it back.
   *  @param {number} layer @param {number} unit @param {boolean} removed */
  removeNeuron(layer, unit, removed) {
    if (!this.#lr || this.#lr instanceof Logreg) return;
    this.#removals.push([layer, unit, removed]);
    this.wake();
  }

  /** @param {Learner} lr @returns {boolean} false: call again */
  #remove(lr) {
    if (this.#removals.length === 0 || lr instanceof Logreg) return true;
    if (!this.#watch.timed(() => lr.evaluate(this.#advance.madds))) return false;
    for (const [layer, unit, removed] of this.#removals) lr.remove(layer, unit, removed);
    this.#removals = [];
    this.#revision++;
    this.#telling.costsAgain(lr.iteration);
    return true;
  }

  /** There is work, or something changed that the page should see at once. */
  wake() {
    this.#unfetched = false;
    this.#telling.hurry();
    this.#loop.wake();
  }

  /** What could not go on is gone. @param {unknown} error */
  #stopped(error) {
    this.#watch.stop();
    this.#taken = this.#revision; // nothing more is asked of what has failed
    this.drop();
    return () => this.#tellTrouble(error); // which may find another way
  }

  /** @param {any} error */
  #tellTrouble(error) {
    const memory = error.code === "memory";
    const { hidden } = this.settings;
    const { worked } = this.#preparing;
    const tooLarge = memory && hidden.length > 0 && String(hidden) !== String(worked);
    const code = tooLarge ? "network-memory" : memory ? "memory" : "core-failed";
    this.emit({ type: "notice", code, detail: String(error) });
    if (tooLarge) this.shrink(worked);
  }

  /** A short piece of work. @returns {Promise<boolean>} whether there is more */
  async #work() {
    if (this.held > 0) return false;
    if (this.pictures.missing) {
      this.#advance.halt();
      this.#telling.empty(this, null);
      return false;
    }
    const lr = this.#lr ?? (await this.#made(() => this.held === 0));
    if (!lr || !this.#remove(lr)) return !this.#unfetched;
    if (this.live) return this.live.work(lr, this.settings.iterations);
    const worked = this.#goOn(lr);
    const { active } = this.#advance;
    if (!active || this.#telling.isDue) {
      if (!this.#watch.timed(() => lr.evaluate(this.#advance.madds))) return true;
      this.#tell(lr, !active);
    }
    if (active && !worked) await this.#advance.rest();
    return active;
  }

  #begun() {
    this.#telling.hurry();
    this.#startClock();
  }

  /** @param {boolean} opened */
  #unfit(opened) {
    this.drop();
    if (opened) this.emit({ type: "notice", code: "saved-state" });
  }

  #startClock() {
    this.#advance.startClock();
    this.#telling.startClock();
  }

  /** @param {Learner} lr @returns {boolean} whether there was any work */
  #goOn(lr) {
    const allowed = this.#advance.allowed(lr);
    if (allowed === 0) return false;
    if (lr.iteration < lr.end) this.#telling.costsAgain(lr.iteration + 1);
    const { done, error } = this.#advance.run(lr, allowed);
    if (error) this.#failed(lr, error);
    this.#telling.ran(done);
    this.#revision++;
    return true;
  }

  /** @param {Learner} lr @param {any} error */
  #failed(lr, error) {
    this.#advance.halt();
    if (error.code === "end") return;
    if (error.code !== "diverged") throw error;
    const costs = lr.costs(0, lr.iteration);
    const back = costs.reduce((best, cost, t) => (cost < costs[best] ? t : best), 0);
    this.#advise(lr, back);
  }

  /** Says that it diverged, and when one has been found, with which rate it goes on well from state `back`.
   *  @param {Learner} lr @param {number} back */
  async #advise(lr, back) {
    const { alpha } = this.settings;
    const notice = { type: "notice", code: "diverged", iteration: lr.iteration, alpha, back };
    this.emit({ ...notice, suggested: null });
    const same = () =>
      this.#lr === lr && this.settings.alpha === alpha && lr.iteration === notice.iteration && !this.running;
    const module = await import("./rate.js").catch(() => null); // without it nothing is suggested
    if (!module || !same()) return;
    const make = () => createLearner(this.pictures.dataset, lr.engine, this.settings);
    this.#rates ??= new module.RateSearch(this.now);
    const suggested = await this.#rates.find({ make, lr, t: back, alpha });
    if (suggested !== null && same()) this.emit({ ...notice, suggested });
  }

  /** @param {Learner} lr evaluated @param {boolean} atRest */
  #tell(lr, atRest) {
    const { spentMs, shownMs } = this.#watch;
    const more = { choice: this.#preparing.chosen, spentMs, atRest };
    this.#telling.state(lr, this, { ...more, shownMs });
    this.learned?.offer(lr, { ...more, revision: this.#revision });
    if (atRest) this.#takeRun(false);
  }
}
