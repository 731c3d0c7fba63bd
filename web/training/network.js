// What the training loop needs of networks: which engine to take, the network itself, and what the page is told of it.
// Fetched, with the C that has hidden layers, when they are first asked for.

import { CoreError, GRAM_MAX } from "../core/core.js";
import { Network } from "../core/network.js";

/** Multiply-adds a second of each kind of work, as measured in one wasm thread; right relative to each other. */
const RATE = { bytes: 12e9, float64: 10e9, float32: 16e9 };

const GRAM_BYTES = 512 * 2 ** 20;
const MOST_BYTES = 1.5e9; // of the 2 GB that wasm memory may grow to; the pictures need some as well
const LOOK_MS = 60;
const UNITS_SHARE = 0.2; // of the time, at most, for making the weights of neurons while running
const UNITS_CREDIT_MS = 30;
const DRAWN_WEIGHTS = 4096; // W of a layer with more is not told

/** @typedef {import('../core/dataset.js').Dataset} Dataset */

export class Networks {
  /** Neurons of layer 1 whose weights the page shows. @type {number[]} */
  shown = [];
  /** Those told already, of which network and state. */
  #told = { lr: /** @type {any} */ (null), iteration: -1, units: new Set(), starts: new Set() };
  #next = 0; // index in `shown`
  #last = { units: 0, look: -Infinity };
  #credit = 0;

  /** @param {() => number} [now] milliseconds */
  constructor(now = () => performance.now()) {
    this.now = now;
  }

  /** The pictures move to the core with hidden layers; training, which that stops, goes on there if it ran. Throws
   *  CoreError 'memory', and then everything is as it was.
   *  @param {import('../core/core.js').Core} core
   *  @param {{pictures: import('../pictures/pictures.js').Pictures, training: import('./training.js').Training}} session */
  moveIn(core, { pictures, training }) {
    const { running } = training;
    pictures.moveTo(core);
    training.running = running;
    training.networks = this;
  }

  /**
   * The engine for layer 1: the one asked for, or the one predicted to be done first among those that fit into memory.
   * @param {{dataset: Dataset, count: number, missing: number, tooLarge: boolean, engine: string, iterations: number,
   *   hidden: number[]}} job missing: rows of the Gram matrix not yet made; tooLarge: it did not fit into memory
   */
  choose({ dataset, count, missing, tooLarge, engine, iterations, hidden }) {
    const noGram =
      tooLarge || dataset.slots > GRAM_MAX || Network.bytes(dataset, hidden, "gram") > GRAM_BYTES;
    if (engine === "vectorized") return { engine, why: "asked" };
    if (noGram) return { engine: "vectorized", why: "gram-too-large" };
    if (engine === "gram") return { engine, why: "asked" };
    const { n_x } = dataset;
    const [n] = hidden;
    const m = dataset.count("train", 0) + dataset.count("train", 1);
    const rowsToMake = missing * (count - missing / 2) * n_x;
    const once = rowsToMake / RATE.bytes + (n * count * n_x) / RATE.float64;
    const gram = once + (iterations * n * m * count) / RATE.float64;
    const direct = (iterations * n * n_x * (m + count)) / RATE.float32;
    return gram <= direct
      ? { engine: "gram", why: "gram-faster" }
      : { engine: "vectorized", why: "vectorized-faster" };
  }

  /** Throws CoreError 'memory' before any is taken when it would not suffice.
   *  @param {Dataset} dataset @param {string} engine @param {{hidden: number[], batch: number, seed: number}} settings */
  create(dataset, engine, { hidden, batch, seed }) {
    const bytes = Network.bytes(dataset, hidden, engine);
    if (!(bytes <= MOST_BYTES)) throw new CoreError("memory", `${bytes} bytes for a network`);
    return Network.onPictures(dataset, { hidden, engine, batch, seed });
  }

  /** @param {any} lr a Network @param {number} layer @param {number} unit @param {boolean} removed */
  remove(lr, layer, unit, removed) {
    lr.remove(layer, unit, removed);
  }

  /** @param {number[]} units of layer 1 */
  show(units) {
    this.shown = units.filter((unit) => Number.isInteger(unit) && unit >= 0);
    this.#next = 0;
    Object.assign(this.#told, { iteration: -1, starts: new Set() });
  }

  /** The state may be another one, also where its iteration has the same number: weights are told again. */
  renew() {
    this.#told.iteration = -1;
  }

  /**
   * The network of the current state, which has been evaluated.
   * @param {any} lr a Network
   * @param {{settings: any, selected: import('./report.js').Selected | null, atRest: boolean}} what
   */
  report(lr, { settings, selected, atRest }) {
    const { n } = lr;
    return {
      n,
      hidden: lr.hidden,
      seed: settings.seed,
      batch: settings.batch,
      removed: removedOf(lr),
      m: lr.m,
      fires: lr.hidden.map((/** @type {number} */ _, /** @type {number} */ i) => lr.fires(i + 1)),
      look: this.#look(lr, selected, atRest),
      W: n.map((/** @type {number} */ size, /** @type {number} */ l) =>
        l >= 2 && size * n[l - 1] <= DRAWN_WEIGHTS ? Float32Array.from(lr.W(l)) : null,
      ),
      units: this.#units(lr, atRest),
    };
  }

  /** What each neuron makes of the selected picture, now and then while running. */
  #look(lr, selected, atRest) {
    const now = this.now();
    if (!selected || (!atRest && now - this.#last.look < LOOK_MS)) return null;
    this.#last.look = now;
    return { layers: lr.look(selected.x, selected.y).layers };
  }

  /** Weights of the neurons shown: all of them at rest, while running as many as there is time for. `start`: those that
   *  the seed gave, with the first time. */
  #units(lr, atRest) {
    const { iteration } = lr;
    if (this.#told.lr !== lr) this.#told = { lr, iteration, units: new Set(), starts: new Set() };
    if (this.#told.iteration !== iteration) Object.assign(this.#told, { iteration, units: new Set() });
    const started = this.now();
    this.#credit = Math.min(UNITS_CREDIT_MS, this.#credit + (started - this.#last.units) * UNITS_SHARE);
    this.#last.units = started;
    const list = [];
    for (let k = 0; k < this.shown.length && (atRest || this.#credit > 0); k++) {
      const unit = this.shown[this.#next++ % this.shown.length];
      if (unit >= lr.n[1] || this.#told.units.has(unit)) continue;
      const begun = this.now();
      const start = this.#told.starts.has(unit) ? null : lr.unitStart(unit);
      this.#told.starts.add(unit);
      list.push({ unit, w: lr.unitW(unit), start });
      this.#told.units.add(unit);
      this.#credit -= this.now() - begun;
    }
    return list;
  }
}

/** Neurons that are out, as [layer, unit]. */
function removedOf(lr) {
  const list = [];
  for (let l = 1; l < lr.layers; l++)
    for (let u = 0; u < lr.n[l]; u++) if (lr.removed(l, u)) list.push([l, u]);
  return list;
}
