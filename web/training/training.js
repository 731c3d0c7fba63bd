// The training loop of the worker: makes what training needs (Gram matrix, logreg), runs it in short calls
// at the speed asked for, and tells the page where it stands at most once a frame. C does the mathematics;
// this file only drives it.

import { GRAM_MAX, Logreg } from "../core/core.js";
import { chooseEngine } from "./engine.js";
import { Pace, breathe, rest } from "./pace.js";
import { emptyReport, evaluationReport, stateReport } from "./report.js";
import { DEFAULTS } from "./settings.js";

const CALL_MS = 4; // a call into C: short, so that pause and speed take effect at once
const FRAME_MS = 16;
const PREPARING_MS = 60;
const EVALUATION_MS = 250;
const WEIGHTS_SHARE = 0.2; // of the time, at most, for making w while running
const RATE_MS = 500; // iterations a second are measured over this long

/** @typedef {import('./report.js').Descent} Descent */

export class Training {
  settings = { ...DEFAULTS };
  running = false;
  /** Above 0 while pictures are being added: nothing is prepared in between. */
  held = 0;
  /** @type {import('./report.js').Selected | null} */
  selected = null;
  /** The picture under test. @type {{x: Uint8Array} | null} */
  probe = null;

  /** What is there once hidden layers are asked for. @type {import('./network.js').Networks | null} */
  networks = null;
  /** Called when there is no memory for the network asked for, with the last one that there was memory for.
   *  @param {number[]} _hidden */
  shrink(_hidden) {}

  /** @type {Descent | null} */
  #lr = null;
  /** @type {number[]} */
  #worked = [];
  #why = "";
  /** For this dataset there was no memory for the Gram matrix. @type {any} */
  #tooLarge = null;
  #looping = false;
  #again = false;
  #madds = 2e6; // of one call; grows and shrinks towards CALL_MS
  #sent = 0; // costs of states 0 .. #sent - 1 are with the page
  #steps = 0; // single iterations asked for
  /** Hidden neurons to be taken out or put back. @type {[number, number, boolean][]} */
  #removals = [];
  #spentMs = 0;
  #last = { frame: 0, evaluation: 0, weights: 0, weightsMs: 0 };
  #rate = { since: 0, done: 0, value: 0 };

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
  }

  /** The data or the engine change: what was trained is gone. Call before changing the dataset. */
  drop() {
    this.#lr?.free();
    this.#lr = null;
    this.#sent = 0;
    this.#spentMs = 0;
    this.#steps = 0;
    this.#removals = [];
  }

  /** The data are about to change: what was trained is gone, and what comes waits to be started. */
  stop() {
    this.running = false;
    this.drop();
  }

  play() {
    this.running = true;
    this.#startClock();
    this.wake();
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

  reset() {
    this.#halt();
    this.#lr?.reset();
    this.#removals = [];
    this.networks?.renew();
    this.#sent = 0;
    this.#spentMs = 0;
    this.wake();
  }

  /** @param {number} t */
  seek(t) {
    if (!this.#lr) return;
    this.#halt();
    this.#lr.seek(Math.min(Math.max(0, Math.round(t)), this.#lr.end));
    this.networks?.renew();
    this.wake();
  }

  /** Takes a hidden neuron out of the state asked for, once it is reached, or puts it back.
   *  @param {number} layer @param {number} unit @param {boolean} removed */
  removeNeuron(layer, unit, removed) {
    if (!this.#lr || !this.#isNetwork) return;
    this.#removals.push([layer, unit, removed]);
    this.wake();
  }

  /** @param {Descent} lr @returns {boolean} false: call again */
  #remove(lr) {
    if (this.#removals.length === 0) return true;
    if (!this.#timed(() => lr.evaluate(this.#madds))) return false;
    for (const [layer, unit, removed] of this.#removals) this.networks.remove(lr, layer, unit, removed);
    this.#removals = [];
    this.#sent = Math.min(this.#sent, lr.iteration); // its cost is another one now
    return true;
  }

  get #isNetwork() {
    return this.settings.hidden.length > 0 && this.networks !== null;
  }

  #halt() {
    this.running = false;
    this.#steps = 0;
  }

  /** There is work, or something changed that the page should see at once. */
  wake() {
    this.#last.frame = -Infinity;
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
    const tooLarge = memory && this.#isNetwork && String(this.settings.hidden) !== String(this.#worked);
    const code = tooLarge ? "network-memory" : memory ? "memory" : "core-failed";
    this.emit({ type: "notice", code, detail: String(error) });
    if (tooLarge) this.shrink(this.#worked);
  }

  /** A short piece of work. @returns {Promise<boolean>} whether there is more */
  async #work() {
    if (this.held > 0) return false;
    if (this.pictures.missing) {
      this.running = false;
      this.#steps = 0;
      this.#tellEmpty(null);
      return false;
    }
    const lr = this.#lr ?? this.#prepare();
    if (!lr || !this.#remove(lr)) return true;
    const worked = this.#advance(lr);
    const active = this.running || this.#steps > 0;
    if (!active || this.now() - this.#last.frame >= FRAME_MS) {
      if (!this.#timed(() => lr.evaluate(this.#madds))) return true;
      this.#tell(lr, !active);
    }
    if (active && !worked) await rest(this.pace.wait(this.settings.speed));
    return active;
  }

  /** Some more of the Gram matrix, or the logreg. @returns {Descent | null} null: call again */
  #prepare() {
    const { dataset } = this.pictures;
    try {
      return this.#make();
    } catch (error) {
      const memory = /** @type {any} */ (error).code === "memory";
      if (!memory || this.#tooLarge === dataset || this.#choose(0).engine !== "gram") throw error;
      this.#tooLarge = dataset;
      return null;
    }
  }

  /** @returns {Descent | null} */
  #make() {
    const { dataset, count } = this.pictures;
    const missing = dataset.gramMissing();
    const { engine, why } = this.#choose(missing);
    if (engine === "gram" && missing > 0) {
      const started = this.now();
      const left = this.#timed(() => {
        let rows = dataset.gramStep(1);
        while (rows > 0 && this.now() - started < CALL_MS) rows = dataset.gramStep(1);
        return rows;
      });
      if (this.now() - this.#last.frame >= PREPARING_MS) {
        this.#tellEmpty({ done: count - left, total: count });
        this.#last.frame = this.now();
      }
      return null;
    }
    this.#lr = this.#timed(() => this.#create(engine));
    this.#worked = this.settings.hidden;
    this.#why = why;
    this.#last.frame = -Infinity;
    this.#startClock();
    return this.#lr;
  }

  /** @param {string} engine @returns {Descent} */
  #create(engine) {
    const { dataset } = this.pictures;
    if (this.#isNetwork) return this.networks.create(dataset, engine, this.settings);
    return dataset.createLogreg(engine);
  }

  /** @param {number} missing rows of the Gram matrix */
  #choose(missing) {
    const { engine, iterations } = this.settings;
    const { dataset, count } = this.pictures;
    if (this.#isNetwork)
      return this.networks.choose({
        dataset,
        count,
        missing,
        tooLarge: this.#tooLarge === dataset,
        ...this.settings,
      });
    const { slots } = dataset;
    const tooLarge = slots > GRAM_MAX || this.#tooLarge === dataset;
    if (tooLarge && (engine === "gram" || engine === "auto"))
      return { engine: "vectorized", why: "gram-too-large" };
    if (engine !== "auto") return { engine, why: "asked" };
    const m = dataset.count("train", 0) + dataset.count("train", 1);
    const gramBytes = dataset.trainingBytes("gram");
    return chooseEngine({ m, count, slots, n_x: dataset.n_x, iterations, missing, gramBytes });
  }

  #startClock() {
    this.pace.start();
    this.#rate = { since: this.now(), done: 0, value: 0 };
  }

  /** @template T @param {() => T} work counted as time spent on training @returns {T} */
  #timed(work) {
    const started = this.now();
    const result = work();
    this.#spentMs += this.now() - started;
    return result;
  }

  /** Iterations that may be run now. @param {Descent} lr */
  #allowed(lr) {
    if (this.#steps > 0) return this.#steps;
    if (!this.running) return 0;
    const left = Math.max(0, this.settings.iterations - lr.iteration);
    if (left === 0) this.running = false;
    return Math.min(left, this.pace.allowed(this.settings.speed));
  }

  /** Runs iterations for about CALL_MS. @param {Descent} lr @returns {boolean} whether there was any work */
  #advance(lr) {
    const allowed = this.#allowed(lr);
    if (allowed === 0) return false;
    if (lr.iteration < lr.end) this.#sent = Math.min(this.#sent, lr.iteration + 1);
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
    this.#rate.done += done;
    return true;
  }

  /** @param {Descent} lr @param {any} error */
  #failed(lr, error) {
    this.running = false;
    this.#steps = 0;
    if (error.code === "end") return;
    if (error.code !== "diverged") throw error;
    const costs = lr.costs(0, lr.iteration);
    const back = costs.reduce((best, cost, t) => (cost < costs[best] ? t : best), 0);
    const { alpha } = this.settings;
    this.emit({
      type: "notice",
      code: "diverged",
      iteration: lr.iteration,
      alpha,
      back,
      suggested: alpha / 3,
    });
  }

  /** @param {{done: number, total: number} | null} preparing */
  #tellEmpty(preparing) {
    const { running, settings, pictures } = this;
    this.emit(emptyReport({ running, preparing, n_px: pictures.n_px, settings }));
  }

  /** @param {Descent} lr evaluated @param {boolean} atRest */
  #tell(lr, atRest) {
    const { settings, selected, probe } = this;
    const report = stateReport(lr, { from: this.#sent, settings, selected, probe });
    // After a rewind nothing new is sent: what lay ahead stays on the chart until training goes on.
    this.#sent += report.costs.length;
    const w = this.#weights(lr, atRest);
    this.#last.frame = this.now();
    const pacing = { running: this.running, rate: this.#measureRate(), spentMs: this.#spentMs };
    const transfer = [report.costs.buffer, report.testCosts.buffer, ...(w ? [w.buffer] : [])];
    const network = this.#isNetwork ? this.networks.report(lr, { settings, selected, atRest }) : null;
    for (const { w } of network?.units ?? []) transfer.push(w.buffer);
    this.emit({ ...report, ...pacing, engineWhy: this.#why, w, network }, transfer);
    if (!atRest && this.now() - this.#last.evaluation < EVALUATION_MS) return;
    this.#last.evaluation = this.now();
    const evaluation = evaluationReport(lr, this.pictures.all());
    this.emit(evaluation, [evaluation.id.buffer, evaluation.a.buffer, evaluation.loss.buffer]);
  }

  /** w, or null while running when making it would take too much of the time.
   *  @param {Descent} lr @param {boolean} atRest */
  #weights(lr, atRest) {
    if (!(lr instanceof Logreg)) return null;
    const started = this.now();
    if (!atRest && started - this.#last.weights < this.#last.weightsMs / WEIGHTS_SHARE) return null;
    const w = lr.w32();
    this.#last.weights = this.now();
    this.#last.weightsMs = this.#last.weights - started;
    return w;
  }

  #measureRate() {
    const ms = this.now() - this.#rate.since;
    if (ms >= RATE_MS || this.#rate.value === 0)
      this.#rate.value = ms > 0 ? (this.#rate.done * 1000) / ms : 0;
    if (ms >= RATE_MS) this.#rate = { since: this.now(), done: 0, value: this.#rate.value };
    return this.#rate.value;
  }
}
