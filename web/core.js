// The C core: the only file that sees WebAssembly memory. It copies in what C reads, copies out what C
// wrote (a view may be detached by any call that allocates), turns error codes into CoreError, and frees.
// The same file serves the worker and Node.

const ENGINES = ["loop", "vectorized", "gram"];
const FITS = ["crop", "fit"];
const PARTS = ["train", "test"];
const BAND_BYTES = 1 << 20; // of a decoded picture, copied into C at a time

export const CAPACITY = 10000; // examples, DATASET_CAPACITY in c/dataset.h
export const GRAM_MAX = 4096; // examples, GRAM_MAX_SLOTS in c/gram.h
export const MAX_ITERATIONS = 1000000; // LOGREG_MAX_ITERATIONS in c/logreg.h

/** An error of the core. `code`: 'argument' | 'memory' | 'full' | 'diverged' | 'end'. */
export class CoreError extends Error {
  /** @param {string} code @param {string} what */
  constructor(code, what) {
    super(`core: ${what}: ${code}`);
    this.code = code;
  }
}

/** @type {Record<number, string>} */
const DATASET_ERRORS = { [-1]: "argument", [-2]: "memory", [-3]: "full" };
/** @type {Record<number, string>} */
const LOGREG_ERRORS = { [-1]: "argument", [-2]: "memory", [-3]: "diverged", [-4]: "end" };

/** @param {number} code @param {Record<number, string>} errors @param {string} what */
function check(code, errors, what) {
  if (code < 0) throw new CoreError(errors[code] ?? String(code), what);
  return code;
}

/**
 * Instantiates core.wasm.
 * @param {BufferSource | Response | Promise<Response>} source the module's bytes, or its response
 * @returns {Promise<Core>}
 */
export async function openCore(source) {
  const imports = { env: { emscripten_notify_memory_growth() {} } };
  const bytes =
    source instanceof Promise || (typeof Response !== "undefined" && source instanceof Response)
      ? await (await source).arrayBuffer()
      : /** @type {BufferSource} */ (source);
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  return new Core(instance.exports);
}

export class Core {
  /** @param {any} exports of the instance */
  constructor(exports) {
    /** Raw exports, for tests and benchmarks. */
    this.exports = exports;
    exports._initialize?.();
  }

  /** Memory of the core, zeroed or not; free it. @param {number} bytes @returns {number} address */
  alloc(bytes) {
    const address = this.exports.malloc(Math.max(bytes, 1)) >>> 0;
    if (address === 0) throw new CoreError("memory", `${bytes} bytes`);
    return address;
  }

  /** @param {number} address */
  free(address) {
    this.exports.free(address);
  }

  /** Views; do not keep them across calls into C. @param {number} address @param {number} n */
  u8(address, n) {
    return new Uint8Array(this.exports.memory.buffer, address, n);
  }

  /** @param {number} address @param {number} n */
  i32(address, n) {
    return new Int32Array(this.exports.memory.buffer, address, n);
  }

  /** @param {number} address @param {number} n */
  f32(address, n) {
    return new Float32Array(this.exports.memory.buffer, address, n);
  }

  /** @param {number} address @param {number} n */
  f64(address, n) {
    return new Float64Array(this.exports.memory.buffer, address, n);
  }

  /**
   * Calls fn with scratch memory that is freed afterwards.
   * @template T @param {number} bytes @param {(address: number) => T} fn @returns {T}
   */
  scratch(bytes, fn) {
    const address = this.alloc(bytes);
    try {
      return fn(address);
    } finally {
      this.free(address);
    }
  }

  /**
   * Any picture -> n_px x n_px RGB bytes by integer area average, alpha flattened on white.
   * @param {{rgba?: ArrayLike<number>, rgb?: ArrayLike<number>, width: number, height: number,
   *   n_px: number, fit?: string}} picture rgba (or rgb) row by row; fit 'crop' (centre square) or 'fit'
   * @returns {Uint8Array} 3 n_px^2 bytes
   */
  resize({ rgba, rgb, width, height, n_px, fit = "crop" }) {
    const source = /** @type {Uint8Array} */ (rgba ?? rgb);
    const rowBytes = width * (rgba ? 4 : 3);
    if (source.length !== rowBytes * height) throw new CoreError("argument", "resize: length of the pixels");
    const { exports } = this;
    const p = exports.pixels_create(width, height, rgba ? 4 : 3, n_px, FITS.indexOf(fit));
    if (p === 0) throw new CoreError("argument", `resize ${width} x ${height} to ${n_px}`);
    const rows = Math.max(1, Math.floor(BAND_BYTES / rowBytes));
    try {
      return this.scratch(Math.max(rows * rowBytes, 3 * n_px * n_px), (band) => {
        for (let y = 0; y < height; y += rows) {
          const some = source.subarray(y * rowBytes, Math.min(y + rows, height) * rowBytes);
          this.u8(band, some.length).set(some);
          check(exports.pixels_feed(p, band, some.length / rowBytes), DATASET_ERRORS, "resize");
        }
        check(exports.pixels_read(p, band), DATASET_ERRORS, "resize");
        return this.u8(band, 3 * n_px * n_px).slice();
      });
    } finally {
      exports.pixels_free(p);
    }
  }

  /**
   * Picture `index` of the built-in set `seed`.
   * @param {number} seed @param {number} index @param {number} n_px 8..128
   * @returns {{rgb: Uint8Array, y: number}}
   */
  drawn(seed, index, n_px) {
    return this.scratch(3 * n_px * n_px, (rgb) => {
      const y = check(this.exports.drawn_picture(rgb, n_px, seed, index), DATASET_ERRORS, "drawn picture");
      return { rgb: this.u8(rgb, 3 * n_px * n_px).slice(), y };
    });
  }

  /** @param {number} n_px side of the pictures */
  createDataset(n_px) {
    return new Dataset(this, n_px);
  }
}

/** The examples, kept as bytes in C (c/dataset.h), with their Gram matrix (c/gram.h). */
export class Dataset {
  /** @param {Core} core @param {number} n_px */
  constructor(core, n_px) {
    this.core = core;
    this.n_px = n_px;
    this.n_x = 3 * n_px * n_px;
    this.address = core.exports.dataset_create(n_px);
    if (this.address === 0) throw new CoreError("memory", `a dataset of ${n_px} px pictures`);
  }

  free() {
    this.core.exports.dataset_free(this.address);
    this.address = 0;
  }

  /**
   * Adds an example. @param {Uint8Array} rgb n_x bytes @param {number} y @param {string} part
   * @param {number} key the picture's own number; it decides the split @returns {number} slot
   */
  add(rgb, y, part, key) {
    if (rgb.length !== this.n_x) throw new CoreError("argument", "add: length of the picture");
    const { core } = this;
    return core.scratch(this.n_x, (scratch) => {
      core.u8(scratch, this.n_x).set(rgb);
      const slot = core.exports.dataset_add(this.address, scratch, y, PARTS.indexOf(part), key);
      return check(slot, DATASET_ERRORS, "add");
    });
  }

  /** @param {number} slot */
  remove(slot) {
    check(this.core.exports.dataset_remove(this.address, slot), DATASET_ERRORS, "remove");
  }

  /** @param {number} slot @param {number} y */
  setY(slot, y) {
    check(this.core.exports.dataset_set_y(this.address, slot, y), DATASET_ERRORS, "relabel");
  }

  /** @param {number} slot @param {string} part */
  setPart(slot, part) {
    check(
      this.core.exports.dataset_set_part(this.address, slot, PARTS.indexOf(part)),
      DATASET_ERRORS,
      "set part",
    );
  }

  /** Splits each class by `share` (0..1) for testing; the same seed and keys give the same split.
   *  @param {number} share @param {number} seed */
  split(share, seed) {
    check(this.core.exports.dataset_split(this.address, share, seed), DATASET_ERRORS, "split");
  }

  /** @param {number} slot @returns {string | null} 'train', 'test' or null */
  part(slot) {
    return PARTS[this.core.exports.dataset_part(this.address, slot)] ?? null;
  }

  /** A copy of an example's bytes. @param {number} slot */
  x(slot) {
    const address = this.core.exports.dataset_x(this.address, slot);
    if (address === 0) throw new CoreError("argument", `no example in slot ${slot}`);
    return this.core.u8(address, this.n_x).slice();
  }

  /** Examples of a part and class. @param {string} part @param {number} y @returns {number} */
  count(part, y) {
    return this.core.exports.dataset_count(this.address, PARTS.indexOf(part), y);
  }

  /** Whether there are several examples and all have the same bytes. */
  allSame() {
    return this.core.exports.dataset_all_same(this.address) === 1;
  }

  /** Makes more of the Gram matrix. @param {number} tiles of 32 x 32 products
   *  @returns {number} rows still missing */
  gramStep(tiles) {
    return check(this.core.exports.gram_step(this.address, tiles), DATASET_ERRORS, "Gram matrix");
  }

  gramMissing() {
    return this.core.exports.gram_missing(this.address);
  }

  /** K[i][j] of two slots, exact. @param {number} i @param {number} j @returns {number} */
  gramAt(i, j) {
    return this.core.exports.gram_at(this.address, i, j) >>> 0;
  }

  /** Bytes a training with this engine would take. @param {string} engine @returns {number} */
  trainingBytes(engine) {
    return this.core.exports.logreg_bytes(this.address, ENGINES.indexOf(engine));
  }

  /** A training from w = 0. Free it before the dataset changes. @param {string} engine */
  createLogreg(engine) {
    return new Logreg(this, engine);
  }
}

/** Logistic regression on a dataset (c/logreg.h). Calls are short: repeat them. */
export class Logreg {
  /** @param {Dataset} dataset @param {string} engine 'loop', 'vectorized' or 'gram' */
  constructor(dataset, engine) {
    this.core = dataset.core;
    this.dataset = dataset;
    this.engine = engine;
    this.address = this.core.exports.logreg_create(dataset.address, ENGINES.indexOf(engine));
    if (this.address === 0) throw new CoreError("memory", `training by ${engine}`);
    this.m = this.core.exports.logreg_m(this.address);
    this.m_test = this.core.exports.logreg_m_test(this.address);
  }

  free() {
    this.core.exports.logreg_free(this.address);
    this.address = 0;
  }

  /** Up to `iterations` iterations or about maxMadds multiply-adds. @param {number} alpha
   *  @param {number} iterations @param {number} [maxMadds] @returns {number} iterations completed */
  train(alpha, iterations, maxMadds = Infinity) {
    const done = this.core.exports.logreg_train(this.address, alpha, iterations, maxMadds);
    return check(done, LOGREG_ERRORS, "train");
  }

  /** Completes a, z, losses and J of the current state. @param {number} [maxMadds]
   *  @returns {boolean} false: call again */
  evaluate(maxMadds = Infinity) {
    return check(this.core.exports.logreg_evaluate(this.address, maxMadds), LOGREG_ERRORS, "evaluate") === 1;
  }

  /** To state t, 0 <= t <= end. @param {number} t */
  seek(t) {
    check(this.core.exports.logreg_seek(this.address, t), LOGREG_ERRORS, "seek");
  }

  reset() {
    this.core.exports.logreg_reset(this.address);
  }

  /** t of the current state. */
  get iteration() {
    return this.core.exports.logreg_iteration(this.address);
  }

  /** The furthest state reached. */
  get end() {
    return this.core.exports.logreg_end(this.address);
  }

  /** J of states from .. to-1. @param {number} from @param {number} to */
  costs(from, to) {
    return this.#copy("logreg_costs", from, to);
  }

  /** The same on the test set, NaN without one. @param {number} from @param {number} to */
  testCosts(from, to) {
    return this.#copy("logreg_test_costs", from, to);
  }

  /** Slots of the examples in the order of z, a and losses: training first. @returns {Int32Array} */
  slots() {
    const address = this.core.exports.logreg_slots(this.address);
    return this.core.i32(address, this.m + this.m_test).slice();
  }

  z() {
    return this.#copy("logreg_z", 0, this.m + this.m_test);
  }

  a() {
    return this.#copy("logreg_a", 0, this.m + this.m_test);
  }

  losses() {
    return this.#copy("logreg_losses", 0, this.m + this.m_test);
  }

  /** Share of right answers in a part, NaN for an empty one. @param {string} part @returns {number} */
  accuracy(part) {
    return this.core.exports.logreg_accuracy(this.address, PARTS.indexOf(part));
  }

  /** w (n_x) of the current state. */
  w() {
    return this.#copy("logreg_w", 0, this.dataset.n_x);
  }

  /** w as float32, the way the page draws it. */
  w32() {
    const address = this.core.exports.logreg_w(this.address);
    return Float32Array.from(this.core.f64(address, this.dataset.n_x));
  }

  get b() {
    return this.core.exports.logreg_b(this.address);
  }

  /**
   * What the current state says of any picture of n_x bytes.
   * @param {Uint8Array} x @param {number} [y] its label, for the loss
   * @returns {{wx: number, b: number, z: number, a: number, loss: number}} wx = w.x
   */
  predict(x, y = 0) {
    const { core, dataset } = this;
    if (x.length !== dataset.n_x) throw new CoreError("argument", "predict: length of the picture");
    return core.scratch(32 + dataset.n_x, (out) => {
      core.u8(out + 32, dataset.n_x).set(x);
      core.exports.logreg_predict(this.address, out + 32, y, out);
      const [wx, z, a, loss] = core.f64(out, 4);
      return { wx, b: this.b, z, a, loss };
    });
  }

  /** alpha_hat and b of `gram`: the whole state, m + 1 numbers. Null for other engines. */
  alphaHat() {
    return this.engine === "gram" ? this.#copy("logreg_state", 0, this.m + 1) : null;
  }

  /** Multiply-adds of one iteration. @returns {number} */
  get madds() {
    return this.core.exports.logreg_madds(this.address);
  }

  /** @param {string} getter @param {number} from @param {number} to */
  #copy(getter, from, to) {
    const address = this.core.exports[getter](this.address);
    return this.core.f64(address, to).slice(from);
  }
}
