// A network of neurons on pictures or on a table (c/learn/network/network.h).

import { CoreError, LEARNER_ERRORS, check, placeIn, whole } from "./errors.js";
import { Learner, assertLearnable } from "./learner.js";
import { ACTIVATIONS, ENGINES, MAX_TABLE, validHidden } from "./limits.js";

/**
 * @typedef {object} Look what the network makes of one example
 * @property {{z: Float64Array, a: Float64Array, adds: Float64Array | null}[]} layers layer 1 first, the output last;
 *   adds: what each hidden neuron adds to the output's z
 * @property {number} wx z - b of the output neuron @property {number} b @property {number} z @property {number} a
 * @property {number} loss
 */

/** Calls fn with the address of these ints. @template T @param {import('./core.js').Core} core
 *  @param {number[]} ints @param {(address: number) => T} fn @returns {T} */
const withInts = (core, ints, fn) =>
  core.scratch(4 * ints.length, (p) => {
    core.i32(p, ints.length).set(ints);
    return fn(p);
  });

/** @param {number} batch @param {number} seed */
const batchAndSeed = (batch, seed) => [whole("batch", batch), whole("seed", seed, 0, 2 ** 32 - 1)];

export class Network extends Learner {
  /** Use onPictures or onTable. @param {import('./core.js').Core} core @param {number} address @param {number} n_x */
  constructor(core, address, n_x) {
    super(core, address, n_x);
    /** L: hidden layers + 1. @type {number} */
    this.layers = this.#call("layers");
    /** n[0] = n_x, n[1], ..., n[L] = 1. @type {number[]} */
    this.n = Array.from({ length: this.layers + 1 }, (_, l) => this.#call("n", l));
    /** @type {import('./dataset.js').Dataset | null} */
    this.dataset = null;
    this.engine = "vectorized";
  }

  /** Bytes that training would take, known before any is taken; NaN for sizes out of range.
   *  @param {import('./dataset.js').Dataset} dataset @param {number[]} hidden @param {string} engine @returns {number} */
  static bytes(dataset, hidden, engine) {
    const { core } = dataset;
    return withInts(core, hidden, (p) =>
      core.exports.network_bytes(dataset.address, p, hidden.length, placeIn("engine", ENGINES, engine)),
    );
  }

  /**
   * On the pictures of a dataset. Free it before the dataset changes.
   * @param {import('./dataset.js').Dataset} dataset
   * @param {{hidden: number[], engine: string, batch?: number, seed?: number}} how engine 'vectorized' or 'gram' (K must be
   *   complete); batch 0: all examples an update
   */
  static onPictures(dataset, { hidden, engine, batch = 0, seed = 1 }) {
    const { core } = dataset;
    if (!validHidden(hidden)) throw new CoreError("argument", `hidden layers ${hidden}`);
    if (engine !== "vectorized" && engine !== "gram")
      throw new CoreError("argument", `a network by ${engine}`);
    assertLearnable(dataset, engine);
    const numbers = [hidden.length, ENGINES.indexOf(engine), ...batchAndSeed(batch, seed)];
    const address = withInts(core, hidden, (p) =>
      core.exports.network_create(dataset.address, p, ...numbers),
    );
    if (address === 0) throw new CoreError("memory", `a network ${hidden} by ${engine}`);
    return Object.assign(new Network(core, address, dataset.n_x), { dataset, engine });
  }

  /**
   * On a table of numbers. L is cross-entropy with 'sigmoid', else (a - y)^2 / 2.
   * @param {import('./core.js').Core} core
   * @param {{x: ArrayLike<number>, y: ArrayLike<number>, m: number, n_x: number, hidden: number[], activation: string,
   *   batch?: number, seed?: number}} table x (m, n_x) row by row; activation of the output: 'linear', 'relu' or 'sigmoid'
   */
  static onTable(core, { x, y, m, n_x, hidden, activation, batch = 0, seed = 1 }) {
    const fits = x.length === m * n_x && y.length === m && m * n_x <= MAX_TABLE && validHidden(hidden);
    if (!fits) throw new CoreError("argument", `x, y do not fit m = ${m}, n_x = ${n_x}, hidden ${hidden}`);
    const sizes = [whole("m", m, 1), whole("n_x", n_x, 1)];
    const output = placeIn("activation", ACTIVATIONS, activation);
    const address = core.scratch(8 * (x.length + m), (p) => {
      core.f64(p, x.length).set(x);
      core.f64(p + 8 * x.length, m).set(y);
      return withInts(core, hidden, (q) =>
        core.exports.network_create_table(
          p,
          p + 8 * x.length,
          ...sizes,
          q,
          hidden.length,
          output,
          ...batchAndSeed(batch, seed),
        ),
      );
    });
    if (address === 0) throw new CoreError("memory", `a network ${hidden} on a table`);
    return new Network(core, address, n_x);
  }

  /** The C function of this name, on this network. @param {string} name @param {any[]} args @returns {any} */
  #call(name, ...args) {
    return this.core.exports[`network_${name}`](this.address, ...args);
  }

  get hidden() {
    return this.n.slice(1, -1);
  }

  /** W[l] (n[l-1], n[l]) row by row: entry k * n[l] + u goes from neuron k to neuron u. Null for layer 1 of pictures.
   *  @param {number} layer 1 .. L */
  W(layer) {
    return this.#parameters("w", layer, this.n[layer - 1] * this.n[layer]);
  }

  /** b[l] (n[l]). @param {number} layer @returns {Float64Array} */
  B(layer) {
    return this.copy(this.#call("b", this.#layer(layer)), 0, this.n[layer]);
  }

  /** dW[l] of the state evaluated, as W. @param {number} layer */
  dW(layer) {
    return this.#parameters("dw", layer, this.n[layer - 1] * this.n[layer]);
  }

  /** db[l]. @param {number} layer */
  dB(layer) {
    return this.#parameters("db", layer, this.n[layer]);
  }

  /** @param {number} layer 1 .. L @param {number} [most] */
  #layer(layer, most = this.layers) {
    return whole("layer", layer, 1, most);
  }

  /** @param {string} name @param {number} layer @param {number} n @returns {Float64Array | null} */
  #parameters(name, layer, n) {
    const address = this.#call(name, this.#layer(layer));
    return address === 0 ? null : this.core.f64(address, n).slice();
  }

  /** w (n_x) of one neuron of layer 1, as float32. @param {number} unit from 0 */
  unitW(unit) {
    return Float32Array.from(this.unitW64(unit));
  }

  /** The same in all its digits. @param {number} unit */
  unitW64(unit) {
    return this.#unit("unit_w", unit);
  }

  /** The same at the start that the seed gives. @param {number} unit */
  unitStart(unit) {
    return Float32Array.from(this.#unit("unit_start", unit));
  }

  /** @param {string} name @param {number} unit */
  #unit(name, unit) {
    return this.core.scratch(8 * this.n_x, (p) => {
      check(this.#call(name, whole("neuron", unit), p), LEARNER_ERRORS, "weights of a neuron");
      return this.core.f64(p, this.n_x).slice();
    });
  }

  /** Other parameters for a layer of a table's network; everything begins anew. @param {number} layer
   *  @param {ArrayLike<number>} W @param {ArrayLike<number>} B */
  setLayer(layer, W, B) {
    const [n, k] = [this.n[this.#layer(layer)], this.n[layer - 1]];
    if (W.length !== n * k || B.length !== n) throw new CoreError("argument", `layer ${layer}`);
    this.core.scratch(8 * (n * k + n), (p) => {
      this.core.f64(p, n * k).set(W);
      this.core.f64(p + 8 * n * k, n).set(B);
      check(this.#call("set_layer", layer, p, p + 8 * n * k), LEARNER_ERRORS, "set layer");
    });
  }

  /** For how many of the m training examples each neuron of a hidden layer has a > 0, in the state evaluated (n[l]).
   *  @param {number} layer 1 .. L-1 @returns {Int32Array} */
  fires(layer) {
    const address = this.#call("fires", this.#layer(layer, this.layers - 1));
    return this.core.i32(address, this.n[layer]).slice();
  }

  /** Takes a hidden neuron out, or puts it back; evaluate() then gives J without it (or with it).
   *  @param {number} layer 1 .. L-1 @param {number} unit from 0 @param {boolean} [removed] */
  remove(layer, unit, removed = true) {
    const numbers = [whole("layer", layer), whole("neuron", unit), removed ? 1 : 0];
    check(this.#call("remove", ...numbers), LEARNER_ERRORS, "remove a neuron");
  }

  /** Every neuron taken out or put back so far, from which state on. @returns {[number, number, number, boolean][]} t, layer,
   *  unit, removed */
  removals() {
    const count = check(this.#call("removal_count"), LEARNER_ERRORS, "removals");
    if (count === 0) return [];
    const numbers = this.core.i32(this.#call("removals"), 4 * count);
    return Array.from({ length: count }, (_, k) => {
      const [t, layer, unit, removed] = numbers.subarray(4 * k, 4 * k + 4);
      return [t, layer, unit, removed === 1];
    });
  }

  /** @param {number} layer @param {number} unit @returns {boolean} */
  removed(layer, unit) {
    const numbers = [whole("layer", layer), whole("neuron", unit)];
    return check(this.#call("removed", ...numbers), LEARNER_ERRORS, "a neuron") === 1;
  }

  /** Everything on the way from one example to the answer. @param {Uint8Array | Float64Array} x a picture's bytes, or a
   *  row of a table @param {number} [y] @returns {Look} */
  look(x, y = 0) {
    const answer = x instanceof Uint8Array ? this.predict(x, y) : this.predictRow(x, y);
    const layers = this.n.slice(1).map((n, i) => ({
      z: this.copy(this.#call("look_z", i + 1), 0, n),
      a: this.copy(this.#call("look_a", i + 1), 0, n),
      adds: i + 1 < this.layers ? this.copy(this.#call("look_adds", i + 1), 0, n) : null,
    }));
    return { ...answer, layers };
  }

  /** As predict, of a row of a table. @param {ArrayLike<number>} x (n_x) @param {number} [y] */
  predictRow(x, y = 0) {
    const { core, n_x } = this;
    if (x.length !== n_x) throw new CoreError("argument", "predict: length of the row");
    return core.scratch(32 + 8 * n_x, (out) => {
      core.f64(out + 32, n_x).set(x);
      check(this.#call("predict_row", out + 32, y, out), LEARNER_ERRORS, "predict");
      return this.answer(out);
    });
  }
}
