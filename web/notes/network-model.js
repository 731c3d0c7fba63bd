/* The network of figure 2 on its table: built, trained, looked into; all arithmetic is the core's. A cell may change
   while it learns: the weights stay. */
import { Network } from "../core/network.js";
import { scaleOf, standardised } from "./network-houses.js";

const SINGLE_ITERATIONS = 3000;
const SINGLE_ALPHA = 0.1;
const MOST_COSTS = 20000;

export class Model {
  /** @type {Network | null} */
  #nn = null;
  /** J of every iteration since the start, whatever was edited meanwhile. @type {number[]} */
  costs = [];
  /** Iterations before the last edit. */
  #before = 0;

  /** @param {import('../core.js').Core} core */
  constructor(core) {
    this.core = core;
  }

  /** Everything anew. @param {number[][]} rows the last column is y
   *  @param {{hidden: number[], activation: string, seed: number}} how */
  start(rows, how) {
    this.rows = rows.map((row) => [...row]);
    this.how = how;
    this.scale = scaleOf(this.core, this.rows);
    this.costs = [];
    this.#before = 0;
    this.#build();
    // The output starts at the mean price: at 0 its ReLU might be flat for all houses, and never learn.
    this.nn.setLayer(this.nn.layers, this.nn.W(this.nn.layers), [1]);
    this.nn.evaluate();
    this.single = this.#single();
  }

  free() {
    this.#nn?.free();
    this.#nn = null;
  }

  #table() {
    const { rows, scale } = this;
    return {
      x: Float64Array.from(rows.flatMap((row) => [...standardised(row, scale)])),
      y: Float64Array.from(rows, (row) => row[scale.n_x] / scale.unit),
      m: rows.length,
      n_x: scale.n_x,
      activation: this.how.activation,
    };
  }

  #build() {
    const next = Network.onTable(this.core, {
      ...this.#table(),
      hidden: this.how.hidden,
      seed: this.how.seed,
    });
    this.free();
    this.#nn = next;
    this.#nn.evaluate();
  }

  /** The least J that one neuron alone finds on this table. */
  #single() {
    const one = Network.onTable(this.core, { ...this.#table(), hidden: [], seed: 1 });
    try {
      one.setLayer(1, new Float64Array(this.scale.n_x), [1]); // off the flat side of a ReLU
      while (one.iteration < SINGLE_ITERATIONS)
        one.train(SINGLE_ALPHA, SINGLE_ITERATIONS - one.iteration, 1e6);
      one.evaluate();
      return Math.min(...one.costs(0, SINGLE_ITERATIONS + 1));
    } catch {
      return NaN; // this table leads descent out of range
    } finally {
      one.free();
    }
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

  /** @param {number} alpha @param {number} iterations @returns {boolean} false: the numbers left their range */
  step(alpha, iterations) {
    const t = this.nn.iteration;
    const wanted = Math.min(iterations, MOST_COSTS - this.costs.length);
    if (wanted <= 0) return true;
    let good = true;
    try {
      while (this.nn.iteration < t + wanted) this.nn.train(alpha, t + wanted - this.nn.iteration, 1e6);
    } catch (error) {
      if (/** @type {any} */ (error).code !== "diverged") throw error;
      good = false;
    }
    this.nn.evaluate();
    this.costs.push(...this.nn.costs(t, this.nn.iteration));
    return good;
  }

  get finished() {
    return this.costs.length >= MOST_COSTS;
  }

  /** Another number in the table; the weights and the scale stay, J is that of the new table.
   *  @param {number} i @param {number} k column @param {number} value */
  edit(i, k, value) {
    this.rows[i][k] = value;
    const { nn } = this;
    const layers = Array.from({ length: nn.layers }, (_, l) => [nn.W(l + 1), nn.B(l + 1)]);
    const out = this.removed();
    this.#before += nn.iteration;
    this.#build();
    layers.forEach(([W, B], l) => this.nn.setLayer(l + 1, W, B));
    for (const [layer, unit] of out) this.nn.remove(layer, unit);
    this.nn.evaluate();
    this.single = this.#single();
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
    return { before, after: this.cost };
  }

  /** What the network makes of house i; prices in the table's unit. @param {number} i */
  look(i) {
    const row = this.rows[i];
    const x = standardised(row, this.scale);
    const look = this.nn.look(x, row[this.scale.n_x] / this.scale.unit);
    return { ...look, x, price: look.a * this.scale.unit };
  }

  /** The houses that excite each neuron of a layer most, a > 0, at most `most`.
   *  @param {number} layer @param {number} [most] @returns {{i: number, a: number}[][]} by neuron */
  favourites(layer, most = 3) {
    const lists = Array.from(
      { length: this.nn.n[layer] },
      () => /** @type {{i: number, a: number}[]} */ ([]),
    );
    this.rows.slice(0, 1000).forEach((_, i) => {
      const { a } = this.look(i).layers[layer - 1];
      a.forEach((value, u) => value > 0 && lists[u].push({ i, a: value }));
    });
    return lists.map((list) => list.sort((p, q) => q.a - p.a).slice(0, most));
  }
}
