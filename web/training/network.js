// What the page is told of a network beside what it is told of every training: its layers, what each neuron makes of the
// selected picture, and the weights of the neurons shown, as far as there is time for them.

const LOOK_MS = 60;
const UNITS_SHARE = 0.2; // of the time, at most, for making the weights of neurons while running
const UNITS_CREDIT_MS = 30;
const DRAWN_WEIGHTS = 4096; // W of a layer with more is not told

/** @typedef {import('../core/network.js').Network} Network */
/** @typedef {import('./report.js').Selected} Selected */

export class NetworkReport {
  /** Neurons of layer 1 whose weights the page shows. @type {number[]} */
  shown = [];
  /** Those told already, of which network and state. @type {{nn: Network | null, iteration: number, units: Set<number>,
   *  starts: Set<number>}} */
  #told = { nn: null, iteration: -1, units: new Set(), starts: new Set() };
  #next = 0; // index in `shown`
  #last = { units: 0, look: -Infinity };
  #credit = 0;

  /** @param {() => number} [now] milliseconds */
  constructor(now = () => performance.now()) {
    this.now = now;
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
   * @param {Network} nn
   * @param {{settings: import('./settings.js').Settings, selected: Selected | null, atRest: boolean}} what
   */
  of(nn, { settings, selected, atRest }) {
    const { n } = nn;
    return {
      n,
      hidden: nn.hidden,
      seed: settings.seed,
      batch: settings.batch,
      removed: removedOf(nn),
      m: nn.m,
      fires: nn.hidden.map((_, i) => nn.fires(i + 1)),
      look: this.#look(nn, selected, atRest),
      W: n.map((size, l) =>
        l >= 2 && size * n[l - 1] <= DRAWN_WEIGHTS ? Float32Array.from(nn.W(l) ?? []) : null,
      ),
      units: this.#units(nn, atRest),
    };
  }

  /** What each neuron makes of the selected picture, now and then while running. @param {Network} nn
   *  @param {Selected | null} selected @param {boolean} atRest */
  #look(nn, selected, atRest) {
    const now = this.now();
    if (!selected || (!atRest && now - this.#last.look < LOOK_MS)) return null;
    this.#last.look = now;
    return { layers: nn.look(selected.x, selected.y ?? 0).layers };
  }

  /** Weights of the neurons shown: all of them at rest, while running as many as there is time for. `start`: those that
   *  the seed gave, with the first time. @param {Network} nn @param {boolean} atRest */
  #units(nn, atRest) {
    const { iteration } = nn;
    if (this.#told.nn !== nn) this.#told = { nn, iteration, units: new Set(), starts: new Set() };
    if (this.#told.iteration !== iteration) Object.assign(this.#told, { iteration, units: new Set() });
    const started = this.now();
    this.#credit = Math.min(UNITS_CREDIT_MS, this.#credit + (started - this.#last.units) * UNITS_SHARE);
    this.#last.units = started;
    const list = [];
    for (let k = 0; k < this.shown.length && (atRest || this.#credit > 0); k++) {
      const unit = this.shown[this.#next++ % this.shown.length];
      if (unit >= nn.n[1] || this.#told.units.has(unit)) continue;
      const begun = this.now();
      const start = this.#told.starts.has(unit) ? null : nn.unitStart(unit);
      this.#told.starts.add(unit);
      list.push({ unit, w: nn.unitW(unit), start });
      this.#told.units.add(unit);
      this.#credit -= this.now() - begun;
    }
    return list;
  }
}

/** Neurons that are out, as [layer, unit]. @param {Network} nn */
function removedOf(nn) {
  const list = [];
  for (let l = 1; l < nn.layers; l++)
    for (let u = 0; u < nn.n[l]; u++) if (nn.removed(l, u)) list.push([l, u]);
  return list;
}
