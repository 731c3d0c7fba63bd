// When the page is told of a training, and how much: the costs it does not have yet, weights as often as there is time for
// them, every example's answer now and then. What an event says is in report.js and network.js.

import { Logreg } from "../core/core.js";
import { emptyReport, evaluationReport, stateReport } from "./report.js";

const FRAME_MS = 16;
const PREPARING_MS = 60;
const EVALUATION_MS = 250;
const WEIGHTS_SHARE = 0.2; // of the time, at most, for making w while running
const RATE_MS = 500; // iterations a second are measured over this long

/** @typedef {import('./learned.js').Learner} Learner */

/**
 * @typedef {object} Present of a training
 * @property {boolean} running @property {import('./settings.js').Settings} settings
 * @property {import('./report.js').Selected | null} selected @property {{x: Uint8Array} | null} probe
 */

export class Telling {
  #sent = 0; // costs of states 0 .. #sent - 1 are with the page
  #last = { frame: 0, evaluation: 0, weights: 0, weightsMs: 0 };
  #rate = { since: 0, done: 0, value: 0 };
  #told = false; // the page has numbers of this training
  #gone = false; // the page has numbers of one that was dropped
  /** There before the first network is. @type {import('./network.js').NetworkReport | null} */
  network = null;

  /** @param {import('../pictures/pictures.js').Pictures} pictures
   *  @param {(event: any, transfer?: Transferable[]) => void} emit @param {() => number} now milliseconds */
  constructor(pictures, emit, now) {
    this.pictures = pictures;
    this.emit = emit;
    this.now = now;
  }

  /** Whether a frame has gone by. */
  get isDue() {
    return this.now() - this.#last.frame >= FRAME_MS;
  }

  /** Something changed that the page should see at once. */
  hurry() {
    this.#last.frame = -Infinity;
  }

  /** The training is dropped. */
  drop() {
    this.#gone ||= this.#told;
    this.#told = false;
    this.costsAgain(0);
  }

  /** What goes to the page with new data while it still has numbers of a training that was dropped; else null.
   *  @param {Present} present */
  gone({ running, settings }) {
    if (!this.#gone) return null;
    this.#gone = false;
    return emptyReport({ running, preparing: null, n_px: this.pictures.n_px, settings });
  }

  #tells() {
    this.#told = true;
    this.#gone = false;
  }

  /** The costs of states from t on are others now, or about to be. @param {number} t */
  costsAgain(t) {
    this.#sent = Math.min(this.#sent, t);
  }

  /** Training starts, or goes on after a pause. */
  startClock() {
    this.#rate = { since: this.now(), done: 0, value: 0 };
  }

  /** @param {number} iterations that were run */
  ran(iterations) {
    this.#rate.done += iterations;
  }

  /** There is nothing to train, for now. @param {Present} present @param {{done: number, total: number} | null} preparing
   *  rows of the Gram matrix: told now and then only */
  empty({ running, settings }, preparing) {
    if (preparing && this.now() - this.#last.frame < PREPARING_MS) return;
    this.#tells();
    this.emit(emptyReport({ running, preparing, n_px: this.pictures.n_px, settings }));
    if (preparing) this.#last.frame = this.now();
  }

  /** The state of lr, which has been evaluated. @param {Learner} lr @param {Present} present
   *  @param {{choice: import('./engine.js').Choice, spentMs: number, shownMs: number, atRest: boolean,
   *  live?: import('./live.js').Told}} more live: it is only tried, under a hand */
  state(lr, present, { choice, spentMs, shownMs, atRest, live }) {
    const report = stateReport(lr, { ...present, from: this.#sent });
    // After a rewind nothing new is sent: what lay ahead stays on the chart until training goes on.
    this.#sent += report.costs.length;
    const w = this.#weights(lr, atRest);
    this.#last.frame = this.now();
    const { running, settings, selected } = present;
    const network =
      lr instanceof Logreg ? null : (this.network?.of(lr, { settings, selected, atRest }) ?? null);
    const transfer = [report.costs, report.testCosts, ...(w ? [w] : [])].map(({ buffer }) => buffer);
    for (const { w } of network?.units ?? []) transfer.push(w.buffer);
    const about = { running, rate: this.#measureRate(), spentMs, shownMs, choice, ...(live && { live }) };
    this.#tells();
    this.emit({ ...report, ...about, w, network }, transfer);
    if (!atRest && this.now() - this.#last.evaluation < EVALUATION_MS) return;
    this.#last.evaluation = this.now();
    const evaluation = evaluationReport(lr, this.pictures);
    this.emit(evaluation, [evaluation.id.buffer, evaluation.a.buffer, evaluation.loss.buffer]);
  }

  /** w, or null while running when making it would take too much of the time.
   *  @param {Learner} lr @param {boolean} atRest */
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
