// The C core: the files of this folder are the only ones that see WebAssembly memory. They copy in what C reads, copy out
// what C wrote (a view may be detached by any call that allocates), turn error codes into CoreError, and free. The same
// files serve the workers, the notes and Node.

import { Dataset } from "./dataset.js";
import { CoreError, DATASET_ERRORS, check, placeIn, whole } from "./errors.js";
import { FITS, MAX_PX, MAX_SIDE } from "./limits.js";

export { CoreError } from "./errors.js";
export * from "./limits.js";
export { Logreg } from "./logreg.js";

const BAND_BYTES = 1 << 20; // of a decoded picture, copied into C at a time

/**
 * Instantiates a module: neuron.wasm, or notes.wasm, which has more. core.wasm is opened by whole.js.
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

/** @param {number} seed @param {number} index */
const drawnNumbers = (seed, index) => [seed, index].map((n) => whole("number", n, 0, 2 ** 32 - 1));

export class Core {
  /** Makes networks, where the module has their C; then it has all engines too. See whole.js.
   *  @type {typeof import('./network.js').Network | null} */
  Network = null;

  /** @param {any} exports of the instance */
  constructor(exports) {
    /** Raw exports, for tests and benchmarks. */
    this.exports = exports;
    exports._initialize?.();
  }

  /** Memory of the core, zeroed or not; free it. @param {number} bytes @returns {number} address */
  alloc(bytes) {
    // C counts in 32 bits: 4 GB and 16 bytes would be 16 bytes there.
    const address = bytes >= 0 && bytes < 2 ** 31 ? this.exports.malloc(Math.max(bytes, 1)) >>> 0 : 0;
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
    const sizes = [whole("width", width, 1, MAX_SIDE), whole("height", height, 1, MAX_SIDE)];
    const how = [rgba ? 4 : 3, whole("side", n_px, 1, MAX_PX), placeIn("fit", FITS, fit)];
    const p = exports.pixels_create(...sizes, ...how);
    if (p === 0) throw new CoreError("memory", `resize ${width} x ${height} to ${n_px}`);
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
    const numbers = [whole("side", n_px), ...drawnNumbers(seed, index)];
    return this.scratch(3 * n_px * n_px, (rgb) => {
      const y = check(this.exports.drawn_picture(rgb, ...numbers), DATASET_ERRORS, "drawn picture");
      return { rgb: this.u8(rgb, 3 * n_px * n_px).slice(), y };
    });
  }

  /** The class of that picture, without drawing it. @param {number} seed @param {number} index @returns {0 | 1} */
  drawnClass(seed, index) {
    return this.exports.drawn_class(...drawnNumbers(seed, index));
  }

  /** @param {number} n_px side of the pictures */
  createDataset(n_px) {
    return new Dataset(this, n_px);
  }
}
