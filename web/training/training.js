// The training loop of the worker: makes what training needs (Gram matrix, learner), runs it in short calls at the speed
// asked for, and has the page told where it stands. C does the mathematics; this file only drives it.

import { Network } from "../core/core.js";
import { createLearner, engineFor } from "./engine.js";
import { Pace, breathe, rest } from "./pace.js";
import { RateSearch } from "./rate.js";
import { stateOf } from "./learned.js";
import { DEFAULTS, howMade } from "./settings.js";
import { takenOf } from "./taken.js";
import { Telling } from "./telling.js";

const CALL_MS = 4; // a call into C: short, so that pause and speed take effect at once
const LAST_MADDS = 1e9; // for the numbers of the last state of a run that another one takes the place of

/** @typedef {import('./learned.js').Learner} Learner */
/** @typedef {import('./engine.js').Choice} Choice */
/** @typedef {{how: string, choice: Choice, state: Uint8Array, spentMs: number, shownMs: number, opened?: boolean}} Trained how:
 *  see howMade in settings.js; opened: it comes from a file */

export class Training {
  settings = { ...DEFAULTS };
  running = false;
  /** Above 0 while pictures are being added: nothing is prepared in between. */
  held = 0;
  /** @type {import('./report.js').Selected | null} */
  selected = null;
  /** The picture under test. @type {{x: Uint8Array} | null} */
  probe = null;

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

  /** The settings that the learner was made with. */
  made = DEFAULTS;
  /** @type {Learner | null} */
  #lr = null;
  /** Hidden layers of the last learner that there was memory for. @type {number[]} */
  #worked = [];
  /** Made once for these data and settings. @type {Choice | null} */
  #choice = null;
  /** Stored, to be gone on with. @type {{state: Uint8Array, opened?: boolean} | null} */
  #stored = null;
  /** For this dataset there was no memory for the Gram matrix. @type {any} */
  #tooLarge = null;
  #looping = false;
  #again = false;
  #madds = 2e6; // of one call; grows and shrinks towards CALL_MS
  #steps = 0; // single iterations asked for
  #hurried = false; // to the end of this run at full speed
  #shownMs = 0; // of running, as the clock has it
  #runningSince = 0;
  /** Hidden neurons to be taken out or put back. @type {[number, number, boolean][]} */
  #removals = [];
  #spentMs = 0;
  #revision = 0; // grows with every change of the state
  #taken = -1; // the last one that the list of runs has
  #telling;
  #rates;

  /**
   * @param {import('../pictures/pictures.js').Pictures} pictures
   * @param {(event: any, transfer?: Transferable[]) => void} emit
   * @param {() => number} [now] milliseconds
   */
  constructor(pictures, emit, now = () => performance.now()) {
    this.pictures = pictures;
    this.emit = emit;
    this.now = now;
    this.pace = new Pace(now);
    this.#telling = new Telling(pictures, emit, now);
    this.#rates = new RateSearch(now);
  }

  /** The data or the engine change: what was trained is gone. Call before changing the dataset. */
  drop() {
    this.#takeRun(true);
    this.#rates.stop();
    this.live = null;
    this.#taken = -1;
    this.#lr?.free();
    this.#lr = null;
    this.#choice = null;
    this.#stored = null;
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
    const how = howMade(this.settings);
    const choice = this.#choice;
    const state = this.#lr ? this.#lr.end > 0 && stateOf(this.#lr) : this.#stored?.state;
    if (!state || !choice) return null;
    return { how, choice, state, spentMs: this.#spentMs, shownMs: this.#shown };
  }

  /** The learner of these pictures and settings, with what is stored, evaluated; null: there is nothing to train, or it is no
   *  longer wanted. While nothing else works on it. @param {() => boolean} wanted @returns {Promise<Learner | null>} */
  async ready(wanted) {
    for (; !this.pictures.missing && wanted(); await breathe()) {
      const lr = this.#lr ?? this.#prepare();
      if (lr && this.#remove(lr) && this.#timed(() => lr.evaluate(this.#madds))) return lr;
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

  /** By which it trains. */
  get engine() {
    return this.#lr?.engine ?? this.#choose().engine;
  }

  /** What was trained goes into the list of runs. @param {boolean} over another one begins */
  #takeRun(over) {
    const lr = this.#lr;
    if (!lr || lr.end === 0) return;
    const isNew =
      lr.iteration === lr.end && this.#taken !== this.#revision && this.#timed(() => lr.evaluate(LAST_MADDS));
    if (isNew) this.#taken = this.#revision;
    if (!isNew && !over) return;
    const { made } = this;
    const how = { made, choice: this.#choice, iterations: this.settings.iterations };
    this.keepRun(isNew ? takenOf(lr, this.pictures, how) : null, over);
  }

  /** Milliseconds of running, as the clock has it. */
  get #shown() {
    return this.#shownMs + (this.running ? this.now() - this.#runningSince : 0);
  }

  /** The data are about to change: what was trained is gone, and what comes waits to be started. What never rested is no run
   *  unless it is to be kept. @param {boolean} [kept] */
  stop(kept = false) {
    this.running = false;
    if (!kept) this.#taken = this.#revision;
    this.drop();
  }

  /** Goes on, at rest, with what was learned before a reload or a change that was undone. Call when the data are there.
   *  @param {Pick<Trained, "choice" | "state" | "spentMs"> & Partial<Trained>} stored */
  resume(stored) {
    this.#stored = stored;
    this.#choice = stored.choice;
    this.#spentMs = stored.spentMs;
    this.#shownMs = stored.shownMs ?? 0;
  }

  #startAnew() {
    this.#telling.costsAgain(0);
    this.#spentMs = this.#shownMs = 0;
    this.#steps = 0;
    this.#removals = [];
  }

  play() {
    if (!this.running) this.#runningSince = this.now();
    this.running = true;
    this.#startClock();
    this.wake();
  }

  /** What is left of the run, as fast as it goes. */
  toEnd() {
    this.#hurried = true;
    this.play();
  }

  /** To that iteration, wherever it is. @param {number} t the last of the run */
  goTo(t) {
    if (this.#lr && t <= this.#lr.end) this.seek(t);
    else this.toEnd();
  }

  pause() {
    this.#halt();
    this.wake();
  }

  step() {
    this.running = false;
    this.#steps++;
    this.wake();
  }

  /** The whole training with another rate, until endLive. @param {number} alpha
   *  @param {typeof import('./live.js').Live} Live */
  tryAlpha(alpha, Live) {
    if (this.pictures.missing) return;
    if (!this.live) {
      const before = { trained: this.keep(), running: this.running };
      this.#rates.stop();
      this.#halt();
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
    const had = keep ? { spentMs: live.spentMs, shownMs: live.spentMs } : trained;
    this.#startAnew();
    this.#spentMs = had?.spentMs ?? 0;
    this.#shownMs = had?.shownMs ?? 0;
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
    const choice = this.#choice ?? this.#choose();
    this.#otherState();
    this.#telling.costsAgain(0);
    this.#telling.state(lr, present, { choice, spentMs, shownMs: spentMs, atRest: told.still, live: told });
  }

  reset() {
    this.endLive(false);
    this.#halt();
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
    this.#halt();
    this.#takeRun(false);
    this.#lr.seek(Math.min(Math.max(0, Math.round(t)), this.#lr.end));
    this.#otherState();
    this.wake();
  }

  #otherState() {
    this.#revision++;
    this.#telling.network.renew();
  }

  /** Neurons of layer 1 whose weights are to be told. @param {number[]} units */
  showUnits(units) {
    this.#telling.network.show(units);
    this.wake();
  }

  /** Takes a hidden neuron out of the state asked for, once it is reached, or puts it back.
   *  @param {number} layer @param {number} unit @param {boolean} removed */
  removeNeuron(layer, unit, removed) {
    if (!(this.#lr instanceof Network)) return;
    this.#removals.push([layer, unit, removed]);
    this.wake();
  }

  /** @param {Learner} lr @returns {boolean} false: call again */
  #remove(lr) {
    if (this.#removals.length === 0 || !(lr instanceof Network)) return true;
    if (!this.#timed(() => lr.evaluate(this.#madds))) return false;
    for (const [layer, unit, removed] of this.#removals) lr.remove(layer, unit, removed);
    this.#removals = [];
    this.#revision++;
    this.#telling.costsAgain(lr.iteration);
    return true;
  }

  #halt() {
    this.#shownMs = this.#shown;
    this.running = this.#hurried = false;
    this.#steps = 0;
  }

  get #speed() {
    return this.#hurried ? Infinity : this.settings.speed;
  }

  /** There is work, or something changed that the page should see at once. */
  wake() {
    this.#telling.hurry();
    this.#again = true;
    if (!this.#looping) this.#loop();
  }

  async #loop() {
    this.#looping = true;
    let trouble = null;
    try {
      while (this.#again) {
        this.#again = false;
        while (await this.#work()) await breathe();
      }
    } catch (error) {
      this.running = false;
      this.#taken = this.#revision; // nothing more is asked of what has failed
      this.drop();
      trouble = error;
    } finally {
      this.#looping = false;
    }
    if (trouble) this.#tellTrouble(trouble); // which may find another way, and wake it
    if (this.#again && !this.#looping) this.#loop();
  }

  /** @param {any} error */
  #tellTrouble(error) {
    const memory = error.code === "memory";
    const { hidden } = this.settings;
    const tooLarge = memory && hidden.length > 0 && String(hidden) !== String(this.#worked);
    const code = tooLarge ? "network-memory" : memory ? "memory" : "core-failed";
    this.emit({ type: "notice", code, detail: String(error) });
    if (tooLarge) this.shrink(this.#worked);
  }

  /** A short piece of work. @returns {Promise<boolean>} whether there is more */
  async #work() {
    if (this.held > 0) return false;
    if (this.pictures.missing) {
      this.#halt();
      this.#telling.empty(this, null);
      return false;
    }
    const lr = this.#lr ?? this.#prepare();
    if (!lr || !this.#remove(lr)) return true;
    if (this.live) return this.live.work(lr, this.settings.iterations);
    const worked = this.#advance(lr);
    const active = this.running || this.#steps > 0;
    if (!active || this.#telling.isDue) {
      if (!this.#timed(() => lr.evaluate(this.#madds))) return true;
      this.#tell(lr, !active);
    }
    if (active && !worked) await rest(this.pace.wait(this.#speed));
    return active;
  }

  /** Some more of the Gram matrix, or the learner. @returns {Learner | null} null: call again */
  #prepare() {
    const { dataset } = this.pictures;
    try {
      return this.#make();
    } catch (error) {
      const memory = /** @type {any} */ (error).code === "memory";
      if (!memory || this.#tooLarge === dataset || this.#choose().engine !== "gram") throw error;
      this.#tooLarge = dataset;
      this.#choice = this.#stored = null;
      return null;
    }
  }

  /** @returns {Learner | null} */
  #make() {
    const { dataset, count } = this.pictures;
    const choice = this.#choose();
    if (choice.engine === "gram" && dataset.gramMissing() > 0) {
      const started = this.now();
      const left = this.#timed(() => {
        let rows = dataset.gramStep(1);
        while (rows > 0 && this.now() - started < CALL_MS) rows = dataset.gramStep(1);
        return rows;
      });
      this.#telling.empty(this, { done: count - left, total: count });
      return null;
    }
    const lr = this.#timed(() => createLearner(dataset, choice.engine, this.settings));
    this.#lr = lr;
    this.made = { ...this.settings };
    this.#worked = this.settings.hidden;
    this.#telling.hurry();
    this.#startClock();
    return this.#goOn(lr) ? lr : null;
  }

  /** With what is stored, if anything is. @param {Learner} lr
   *  @returns {boolean} false: it does not fit, and training begins anew with an engine of its own choice */
  #goOn(lr) {
    const stored = this.#stored;
    this.#stored = null;
    try {
      if (stored) lr.setState(stored.state);
      return true;
    } catch {
      this.drop();
      if (stored?.opened) this.emit({ type: "notice", code: "saved-state" });
      return false;
    }
  }

  /** Once for these data and settings: what was predicted then is what is told. @returns {Choice} */
  #choose() {
    const { dataset, count } = this.pictures;
    const choice = this.#choice;
    if (choice && (this.#stored || choice.iterations === this.settings.iterations)) return choice;
    return (this.#choice = engineFor(dataset, count, this.settings, this.#tooLarge === dataset));
  }

  #startClock() {
    this.pace.start();
    this.#telling.startClock();
  }

  /** @template T @param {() => T} work counted as time spent on training @returns {T} */
  #timed(work) {
    const started = this.now();
    const result = work();
    this.#spentMs += this.now() - started;
    return result;
  }

  /** Iterations that may be run now. @param {Learner} lr */
  #allowed(lr) {
    if (this.#steps > 0) return this.#steps;
    if (!this.running) return 0;
    const left = Math.max(0, this.settings.iterations - lr.iteration);
    if (left === 0) this.#halt();
    return Math.min(
      left,
      this.pace.allowed(this.#speed, { iteration: lr.iteration, iterations: lr.iteration + left }),
    );
  }

  /** Runs iterations for about CALL_MS. @param {Learner} lr @returns {boolean} whether there was any work */
  #advance(lr) {
    const allowed = this.#allowed(lr);
    if (allowed === 0) return false;
    if (lr.iteration < lr.end) this.#telling.costsAgain(lr.iteration + 1);
    const before = this.#spentMs;
    let done = 0;
    try {
      done = this.#timed(() => lr.train(this.settings.alpha, allowed, this.#madds));
    } catch (error) {
      this.#failed(lr, error);
    }
    const ms = this.#spentMs - before;
    // A call that ran all it was allowed says nothing about how much more would have fitted in.
    const factor = ms > CALL_MS ? 0.7 : ms < CALL_MS / 2 && done < allowed ? 1.5 : 1;
    this.#madds = Math.min(1e10, Math.max(1e5, this.#madds * factor));
    if (this.#steps > 0) this.#steps -= done;
    else this.pace.spend(done);
    this.#telling.ran(done);
    this.#revision++;
    return true;
  }

  /** @param {Learner} lr @param {any} error */
  #failed(lr, error) {
    this.#halt();
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
    const make = () => createLearner(this.pictures.dataset, lr.engine, this.settings);
    const suggested = await this.#rates.find({ make, lr, t: back, alpha });
    const same = this.#lr === lr && this.settings.alpha === alpha && lr.iteration === notice.iteration;
    if (suggested !== null && same && !this.running) this.emit({ ...notice, suggested });
  }

  /** @param {Learner} lr evaluated @param {boolean} atRest */
  #tell(lr, atRest) {
    const choice = this.#choice ?? this.#choose();
    const more = { choice, spentMs: this.#spentMs, atRest };
    this.#telling.state(lr, this, { ...more, shownMs: this.#shownMs });
    this.learned?.offer(lr, { ...more, revision: this.#revision });
    if (atRest) this.#takeRun(false);
  }
}
