/* The network of this figure on its table: built, trained, looked into; all arithmetic is the core's. A cell may change
   while it learns: the weights stay. */
import { Network } from "../../core/network.js";
import { spread } from "../../plot/sample.js";
import { scaleOf, standardised } from "./houses.js";

const SINGLE_ITERATIONS = 3000;
const SINGLE_ALPHA = 0.1;
const SINGLE_SPAN = 100; // iterations between looks at J
const SINGLE_PIECE = 10; // and at the clock
const QUICK = 2000; // numbers of a table on which all of that takes some milliseconds
const MOST_COSTS = 20000;
/** Houses that are looked into, neuron by neuron, for those that excite it most. */
export const LOOKED_AT = 1000;
const CALL_MADDS = 1e6;
/** He's start is for a ReLU that is fed by many. Smaller weights into the output leave all prices near their mean at
 *  first: where its ReLU is flat already, a house teaches nothing. */
const OUTPUT_START = 0.3;

/** W[l]; of a network on a table it is always there. @param {Network} nn @param {number} layer */
const weightsOf = (nn, layer) => /** @type {Float64Array} */ (nn.W(layer));

/** Looks a hundred iterations back: whether it is worth going on. @param {Network} one */
function stillFalls(one) {
  const t = one.iteration;
  one.evaluate();
  const costs = one.costs(t - SINGLE_SPAN, t + 1);
  return t < SINGLE_ITERATIONS && 1 - costs[costs.length - 1] / costs[0] > 1e-5;
}

export class Model {
  /** @type {Network | null} */
  #nn = null;
  /** The last column is y. @type {number[][]} */
  rows = [];
  how = /** @type {{hidden: number[], activation: string, seed: number, begin?: string}} */ ({ hidden: [], activation: "relu", seed: 1 }); // prettier-ignore
  /** @type {ReturnType<typeof scaleOf>} */
  scale = { n_x: 0, mu: new Float64Array(0), sigma: new Float64Array(0), unit: 1 };
  /** Columns that are the same in all rows. @type {number[]} */
  constant = [];
  /** The least J that one neuron alone finds; NaN while it is looked for, and where there is none. */
  single = NaN;
  /** @type {Network | null} */
  #one = null;
  #until = 0; // the iteration at which its J is looked at next
  /** J of every iteration since the start, whatever was edited meanwhile. @type {number[]} */
  costs = [];
  /** Iterations before the last edit, and since then before a neuron was last taken out or put back. */
  #before = 0;
  #since = 0;

  /** @param {import('../../core/core.js').Core} core */
  constructor(core) {
    this.core = core;
  }

  /** Everything anew. @param {number[][]} rows the last column is y
   *  @param {{hidden: number[], activation: string, seed: number, begin?: string}} how begin: 'random', 'alike' or 'zero' */
  start(rows, how) {
    this.rows = rows.map((row) => row.slice());
    this.how = how;
    this.scale = scaleOf(this.core, this.rows);
    this.constant = rows[0].flatMap((v, k) => (rows.every((row) => row[k] === v) ? [k] : []));
    this.costs = [];
    this.#before = 0;
    this.#build();
    const { nn } = this;
    const W = weightsOf(nn, nn.layers).map((w) => OUTPUT_START * w);
    nn.setLayer(nn.layers, W, [1]);
    this.#level();
    nn.evaluate();
    this.#seek();
  }

  /** Where the start is not random: all neurons get the first weight that each of their inputs has, or zero. The last b, which
   *  keeps the output's ReLU off its flat side, stays. */
  #level() {
    const { nn } = this;
    const { begin = "random" } = this.how;
    if (begin === "random") return;
    const factor = begin === "zero" ? 0 : 1;
    for (let l = 1; l <= nn.layers; l++) {
      const [W, n] = [weightsOf(nn, l), nn.n[l]];
      const inputs = l === 1; // those of a later layer are alike themselves
      const first = W.map((_, k) => factor * W[inputs ? k - (k % n) : 0]);
      nn.setLayer(l, first, nn.B(l));
    }
  }

  /** How far the weights of hidden neurons of one layer are apart, at most; and the largest of all weights. */
  apart() {
    const { nn } = this;
    let [most, largest] = [0, 0];
    for (let l = 1; l <= nn.layers; l++) {
      const [W, n] = [weightsOf(nn, l), nn.n[l]];
      W.forEach((w, k) => {
        most = Math.max(most, Math.abs(w - W[k - (k % n)]));
        largest = Math.max(largest, Math.abs(w));
      });
    }
    return { most, largest };
  }

  free() {
    this.#endSearch();
    this.#freeNetwork();
  }

  #freeNetwork() {
    this.#nn?.free();
    this.#nn = null;
  }

  #table() {
    const { rows, scale } = this;
    const { n_x } = scale;
    const x = new Float64Array(rows.length * n_x);
    rows.forEach((row, i) => x.set(standardised(row, scale), i * n_x));
    const y = Float64Array.from(rows, (row) => row[n_x] / scale.unit);
    return { x, y, m: rows.length, n_x, activation: this.how.activation };
  }

  #build() {
    const { hidden, seed } = this.how;
    const next = Network.onTable(this.core, { ...this.#table(), hidden, seed });
    this.#freeNetwork();
    this.#nn = next;
    this.#since = 0;
    next.evaluate();
  }

  /** One neuron alone learns this table too: at once if that is quick, else in pieces, by search(). */
  #seek() {
    this.#endSearch();
    this.single = NaN;
    const one = Network.onTable(this.core, { ...this.#table(), hidden: [], seed: 1 });
    one.setLayer(1, new Float64Array(this.scale.n_x), [1]); // off the flat side of a ReLU
    this.#one = one;
    this.#until = SINGLE_SPAN;
    if (this.rows.length * this.scale.n_x <= QUICK) this.search(Infinity);
  }

  /** Whether the least J of one neuron alone is still being looked for. */
  get searching() {
    return this.#one !== null;
  }

  /** Looks for it for some time; `single` is there when it is no longer searching. @param {number} ms */
  search(ms) {
    const end = performance.now() + ms;
    const one = this.#one;
    if (!one) return;
    try {
      let more = true;
      while (more && performance.now() < end) {
        one.train(SINGLE_ALPHA, Math.min(SINGLE_PIECE, this.#until - one.iteration), CALL_MADDS);
        if (one.iteration < this.#until) continue;
        more = stillFalls(one);
        this.#until += SINGLE_SPAN;
      }
      if (more) return;
      this.single = Math.min(...one.costs(0, one.iteration + 1));
    } catch (error) {
      if (/** @type {any} */ (error).code !== "diverged") throw error; // this table leads descent out of range
    }
    this.#endSearch();
  }

  #endSearch() {
    this.#one?.free();
    this.#one = null;
  }

  get nn() {
    return /** @type {Network} */ (this.#nn);
  }

  get iteration() {
    return this.#before + this.nn.iteration;
  }

  get cost() {
    const t = this.nn.iteration;
    return this.nn.costs(t, t + 1)[0];
  }

  get finished() {
    return this.costs.length >= MOST_COSTS;
  }

  /** Whether the ReLU of the output is flat for all rows, so that nothing can learn. */
  get flat() {
    return this.how.activation === "relu" && this.nn.a().every((a) => a === 0);
  }

  /** @param {number} alpha @param {number} iterations
   *  @returns {null | {at: number, to: number}} where the numbers left their range, and to which iteration it went back */
  step(alpha, iterations) {
    const { nn } = this;
    const t = nn.iteration;
    const end = t + Math.min(iterations, MOST_COSTS - this.costs.length);
    let good = true;
    try {
      while (nn.iteration < end) nn.train(alpha, end - nn.iteration, CALL_MADDS);
    } catch (error) {
      if (/** @type {any} */ (error).code !== "diverged") throw error;
      good = false;
    }
    nn.evaluate();
    this.costs.push(...nn.costs(t, nn.iteration));
    return good ? null : this.#back();
  }

  /** To the least J: the last states before an overflow are finite, but of no use to anybody. */
  #back() {
    const { nn } = this;
    const at = this.iteration;
    const costs = nn.costs(this.#since, nn.iteration + 1);
    let best = 0;
    costs.forEach((J, k) => {
      if (J < costs[best]) best = k;
    });
    nn.seek(this.#since + best);
    nn.evaluate();
    this.costs.length = this.iteration;
    return { at, to: this.iteration };
  }

  /** Another number in the table; the weights and the scale stay, J is that of the new table.
   *  @param {number} i @param {number} k column @param {number} value */
  edit(i, k, value) {
    this.rows[i][k] = value;
    const { nn } = this;
    const layers = Array.from({ length: nn.layers }, (_, l) => [weightsOf(nn, l + 1), nn.B(l + 1)]);
    const out = this.removed();
    this.#before += nn.iteration;
    this.#build();
    layers.forEach(([W, B], l) => this.nn.setLayer(l + 1, W, B));
    for (const [layer, unit] of out) this.nn.remove(layer, unit);
    this.nn.evaluate();
    this.#seek();
  }

  /** Neurons that are out, as [layer, unit]. */
  removed() {
    const list = [];
    for (let l = 1; l < this.nn.layers; l++)
      for (let u = 0; u < this.nn.n[l]; u++) if (this.nn.removed(l, u)) list.push([l, u]);
    return list;
  }

  /** Out, or back. @param {number} layer @param {number} unit @returns {{before: number, after: number}} J */
  toggle(layer, unit) {
    const before = this.cost;
    this.nn.remove(layer, unit, !this.nn.removed(layer, unit));
    this.nn.evaluate();
    this.#since = this.nn.iteration;
    return { before, after: this.cost };
  }

  /** What the network makes of house i; prices in the table's unit. @param {number} i */
  look(i) {
    const row = this.rows[i];
    const x = standardised(row, this.scale);
    const look = this.nn.look(x, row[this.scale.n_x] / this.scale.unit);
    return { ...look, x, price: look.a * this.scale.unit };
  }

  /** For each hidden layer and neuron: for how many houses a > 0, and the houses that excite it most, of a long table
   *  those among LOOKED_AT evenly spread. @param {number} [most] @returns {{fires: number, top: {i: number, a: number}[]}[][]} */
  excited(most = 3) {
    const all = this.nn.hidden.map((n) =>
      Array.from({ length: n }, () => /** @type {{i: number, a: number}[]} */ ([])),
    );
    for (const i of spread(this.rows.length, LOOKED_AT)) {
      const { layers } = this.look(i);
      all.forEach((lists, l) =>
        lists.forEach((list, u) => layers[l].a[u] > 0 && list.push({ i, a: layers[l].a[u] })),
      );
    }
    return all.map((lists, l) => {
      const fires = this.nn.fires(l + 1);
      return lists.map((list, u) => ({
        fires: fires[u],
        top: list.sort((p, q) => q.a - p.a).slice(0, most),
      }));
    });
  }
}
