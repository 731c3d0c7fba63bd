// Why an answer is what it is (c/why/): the learner's numbers are read from the memory of its core, copied into that of
// why.wasm, and taken apart there.

import { whole } from "./errors.js";
import { Network } from "./network.js";

/**
 * @typedef {import('./logreg.js').Logreg | import('./network.js').Network} Learner of pictures
 * @typedef {{w: Float64Array, b: number, c: Float64Array | null, fires: [number, number] | null}} Around what the learner is
 *   around a picture, z = w.x + b; of a network: how much each neuron of layer 1 counts there, how many of how many hidden
 *   neurons fire
 * @typedef {object} Ledger
 * @property {Float64Array} adds (n_px^2) what each pixel adds to z @property {Float64Array} blocks (grid^2) sums of it
 * @property {number} plus sum of those above 0 @property {number} minus of those below
 * @property {number} base what the picture compared with adds
 */

/** @template T @param {T | null} value that is there @returns {T} */
const given = (value) => /** @type {T} */ (value);

export class Why {
  /** @type {WeakMap<Learner, Float64Array>} */
  #means = new WeakMap();

  /** @param {import('./core.js').Core} tools why.wasm */
  constructor(tools) {
    this.tools = tools;
  }

  /** Calls fn with the addresses of copies of these arrays in the memory of the tools.
   *  @template T @param {(Float64Array | Float32Array | Uint8Array)[]} arrays @param {(...addresses: number[]) => T} fn @returns {T} */
  #with(arrays, fn) {
    const { tools } = this;
    const room = arrays.map(({ byteLength }) => Math.ceil(byteLength / 8) * 8);
    const bytes = room.reduce((sum, each) => sum + each, 0);
    return tools.scratch(bytes, (p) => {
      const addresses = arrays.map((array, i) => {
        const at = p + room.slice(0, i).reduce((sum, each) => sum + each, 0);
        tools.u8(at, array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
        return at;
      });
      return fn(...addresses);
    });
  }

  /** The current state of lr, evaluated, as the affine function that it is around x. @param {Learner} lr
   *  @param {Uint8Array} x @returns {Around} */
  around(lr, x) {
    if (!(lr instanceof Network)) return { w: lr.w(), b: lr.b, c: null, fires: null };
    const { layers } = lr.look(x);
    const { c, b } = this.#paths(lr, layers);
    const hidden = layers.slice(0, -1).flatMap(({ a }) => [...a]);
    const w = lr.engine === "gram" ? this.#gramWeights(lr, c) : this.#rows(lr, c, lr.n_x);
    return { w, b, c, fires: [hidden.filter((a) => a > 0).length, hidden.length] };
  }

  /** c of layer 1, and b over all paths. @param {Network} nn @param {import('./network.js').Look["layers"]} layers */
  #paths(nn, layers) {
    let c = Float64Array.of(1);
    let b = nn.b;
    for (let l = nn.layers; l > 1; l--) {
      const [n, n_in] = [nn.n[l], nn.n[l - 1]];
      const arrays = [/** @type {Float64Array} */ (nn.W(l)), c, layers[l - 2].a, nn.B(l - 1)];
      const out = new Float64Array(n_in + 1);
      this.#with([...arrays, out], (w, above, a, before, to) => {
        this.tools.exports.paths_back(to, w, above, a, n_in, n);
        this.tools.exports.paths_rows_f64(to + 8 * n_in, before, to, 1, n_in);
        out.set(this.tools.f64(to, n_in + 1));
      });
      c = out.slice(0, n_in);
      b += out[n_in];
    }
    return { c, b };
  }

  /** Layer 1's own part of the state, `rows` rows of it, times c. @param {Network} nn @param {Float64Array} c @param {number} rows */
  #rows(nn, c, rows) {
    const { core } = nn;
    const n = c.length;
    const gram = nn.engine === "gram";
    const address = core.exports.network_state(nn.address);
    const own = gram ? core.f64(address, rows * n) : core.f32(address, rows * n);
    return this.#with([own, c, new Float64Array(rows)], (w, at, out) => {
      this.tools.exports[`paths_rows_${gram ? "f64" : "f32"}`](out, w, at, rows, n);
      return this.tools.f64(out, rows).slice();
    });
  }

  /** sum of c W0, the weights it started with. @param {Network} nn @param {Float64Array} c */
  #start(nn, c) {
    const { core, n_x } = nn;
    return core.scratch(16 * n_x, (sum) => {
      core.f64(sum, n_x).fill(0);
      for (let u = 0; u < c.length; u++) {
        if (c[u] === 0) continue;
        core.exports.network_unit_start(nn.address, u, sum + 8 * n_x);
        core.exports.axpy_f64(sum, c[u], sum + 8 * n_x, n_x);
      }
      return core.f64(sum, n_x).slice();
    });
  }

  /** W0 and the training pictures, by their coefficients. @param {Network} nn @param {Float64Array} c */
  #gramWeights(nn, c) {
    const alphaHat = this.#rows(nn, c, nn.m);
    return this.#sumOfPictures(nn, (i) => alphaHat[i] / 255, this.#start(nn, c));
  }

  /** from + sum of weight(i) x_i over the training pictures. @param {Learner} lr @param {(i: number) => number} weight
   *  @param {Float64Array} from */
  #sumOfPictures(lr, weight, from) {
    const { core, n_x, m } = lr;
    const slots = lr.slots();
    return core.scratch(8 * n_x, (sum) => {
      core.f64(sum, n_x).set(from);
      for (let i = 0; i < m; i++) {
        const at = core.exports.dataset_x(given(lr.dataset).address, slots[i]);
        core.exports.axpy_u8_f64(sum, weight(i), at, n_x);
      }
      return core.f64(sum, n_x).slice();
    });
  }

  /** The mean of the training pictures, in bytes. @param {Learner} lr @returns {Float64Array} (n_x) */
  mean(lr) {
    const known = this.#means.get(lr);
    if (known) return known;
    const mean = this.#sumOfPictures(lr, () => 1, new Float64Array(lr.n_x)).map((sum) => sum / lr.m);
    this.#means.set(lr, mean);
    return mean;
  }

  /** What each pixel adds to z, beside what `base` adds. @param {Float64Array} w @param {Uint8Array} x
   *  @param {{base: Float64Array | null, grid: number}} how base: the picture compared with @returns {Ledger} */
  ledger(w, x, { base, grid }) {
    const n_px = Math.sqrt(x.length / 3);
    const { tools } = this;
    const room = new Float64Array(n_px ** 2 + 3 + grid ** 2);
    return this.#with([w, x, base ?? new Float64Array(0), room], (w, x, other, adds) => {
      const sums = adds + 8 * n_px ** 2;
      tools.exports.ledger_pixels(adds, sums, w, x, base ? other : 0, n_px);
      tools.exports.ledger_blocks(sums + 24, adds, n_px, whole("grid", grid, 1, n_px));
      const [plus, minus, all] = tools.f64(sums, 3);
      return {
        ...{ adds: tools.f64(adds, n_px ** 2).slice(), blocks: tools.f64(sums + 24, grid ** 2).slice() },
        ...{ plus, minus, base: all },
      };
    });
  }

  /** What each training picture adds to z, in the order of lr.slots(), and what the weights of the start add; null where the
   *  engine does not train their coefficients. @param {Learner} lr @param {Uint8Array} x @param {Around} around
   *  @returns {{shares: Float64Array, start: number} | null} */
  examples(lr, x, { c }) {
    if (lr.engine !== "gram") return null;
    const { core, n_x, m } = lr;
    const alphaHat = lr instanceof Network ? this.#rows(lr, given(c), m) : given(lr.alphaHat());
    const slots = lr.slots();
    return core.scratch(n_x, (at) => {
      core.u8(at, n_x).set(x);
      const shares = Float64Array.from({ length: m }, (_, i) => {
        const example = core.exports.dataset_x(given(lr.dataset).address, slots[i]);
        return (alphaHat[i] * (core.exports.dot_u8(example, at, n_x) >>> 0)) / 255 ** 2;
      });
      if (!(lr instanceof Network)) return { shares, start: 0 };
      const W0 = this.#start(lr, given(c));
      const start = core.scratch(8 * n_x, (w) => {
        core.f64(w, n_x).set(W0);
        return core.exports.dot_u8_f64(w, at, n_x) / 255;
      });
      return { shares, start };
    });
  }
}
