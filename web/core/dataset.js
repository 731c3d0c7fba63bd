import { CoreError, DATASET_ERRORS, check, placeIn, whole } from "./errors.js";
import { Handle } from "./handle.js";
import { ENGINES, MAX_PX, PARTS } from "./limits.js";
import { Logreg } from "./logreg.js";

/** The examples, kept as bytes in C (c/dataset.h), with their Gram matrix (c/gram.h). */
export class Dataset extends Handle {
  /** @param {import('./core.js').Core} core @param {number} n_px */
  constructor(core, n_px) {
    const address = core.exports.dataset_create(whole("side", n_px, 1, MAX_PX));
    if (address === 0) throw new CoreError("memory", `a dataset of ${n_px} px pictures`);
    super(core, address, "dataset");
    this.n_px = n_px;
    this.n_x = 3 * n_px * n_px;
  }

  /**
   * Adds an example. @param {Uint8Array} rgb n_x bytes @param {number} y @param {string} part
   * @param {number} key the picture's own whole number, modulo 2^32; it decides the split @returns {number} slot
   */
  add(rgb, y, part, key) {
    if (rgb.length !== this.n_x) throw new CoreError("argument", "add: length of the picture");
    const { core } = this;
    const numbers = [whole("y", y, 0, 1), placeIn("part", PARTS, part), whole("key", key, 0, 2 ** 53 - 1)];
    return core.scratch(this.n_x, (scratch) => {
      core.u8(scratch, this.n_x).set(rgb);
      const slot = core.exports.dataset_add(this.address, scratch, ...numbers);
      return check(slot, DATASET_ERRORS, "add");
    });
  }

  /** @param {number} slot */
  remove(slot) {
    check(this.core.exports.dataset_remove(this.address, whole("slot", slot)), DATASET_ERRORS, "remove");
  }

  /** @param {number} slot @param {number} y */
  setY(slot, y) {
    const numbers = [whole("slot", slot), whole("y", y, 0, 1)];
    check(this.core.exports.dataset_set_y(this.address, ...numbers), DATASET_ERRORS, "relabel");
  }

  /** @param {number} slot @param {string} part */
  setPart(slot, part) {
    const numbers = [whole("slot", slot), placeIn("part", PARTS, part)];
    check(this.core.exports.dataset_set_part(this.address, ...numbers), DATASET_ERRORS, "set part");
  }

  /** Splits each class by `share` (0..1) for testing; the same seed and keys give the same split.
   *  @param {number} share @param {number} seed */
  split(share, seed) {
    const number = whole("seed", seed, 0, 2 ** 32 - 1);
    check(this.core.exports.dataset_split(this.address, share, number), DATASET_ERRORS, "split");
  }

  /** @param {number} slot @returns {string | null} 'train', 'test' or null */
  part(slot) {
    return PARTS[this.core.exports.dataset_part(this.address, whole("slot", slot))] ?? null;
  }

  /** A copy of an example's bytes. @param {number} slot */
  x(slot) {
    const address = this.core.exports.dataset_x(this.address, whole("slot", slot));
    if (address === 0) throw new CoreError("argument", `no example in slot ${slot}`);
    return this.core.u8(address, this.n_x).slice();
  }

  /** @param {number} slot @returns {number} */
  y(slot) {
    return this.core.exports.dataset_y(this.address, whole("slot", slot));
  }

  /** Examples of a part and class. @param {string} part @param {number} y @returns {number} */
  count(part, y) {
    return this.core.exports.dataset_count(this.address, placeIn("part", PARTS, part), whole("y", y, 0, 1));
  }

  /** Slots are 0 .. this - 1; some may be free. @returns {number} */
  get slots() {
    return this.core.exports.dataset_slots(this.address);
  }

  /** Whether there are several examples and all have the same bytes. */
  allSame() {
    return this.core.exports.dataset_all_same(this.address) === 1;
  }

  /** Makes more of the Gram matrix. @param {number} tiles of 32 x 32 products
   *  @returns {number} rows still missing */
  gramStep(tiles) {
    return check(
      this.core.exports.gram_step(this.address, whole("tiles", tiles)),
      DATASET_ERRORS,
      "Gram matrix",
    );
  }

  gramMissing() {
    return this.core.exports.gram_missing(this.address);
  }

  /** K[i][j] of two slots, exact. @param {number} i @param {number} j @returns {number} */
  gramAt(i, j) {
    return this.core.exports.gram_at(this.address, whole("slot", i), whole("slot", j)) >>> 0;
  }

  /** What is made of another one's Gram matrix, which has the same examples in the same slots. @param {Dataset} other */
  takeGram(other) {
    for (let slot = 0; slot < this.slots; slot++) {
      const at = other.core.exports.gram_row(other.address, slot);
      if (at === 0) continue;
      const row = other.core.u8(at, 4 * (slot + 1));
      this.core.scratch(row.length, (p) => {
        this.core.u8(p, row.length).set(row);
        check(this.core.exports.gram_put(this.address, slot, p), DATASET_ERRORS, "Gram matrix");
      });
    }
  }

  /** Bytes a training with this engine would take. @param {string} engine @returns {number} */
  trainingBytes(engine) {
    return this.core.exports.logreg_bytes(this.address, placeIn("engine", ENGINES, engine));
  }

  /** A training from w = 0. Free it before the dataset changes. @param {string} engine */
  createLogreg(engine) {
    return new Logreg(this, engine);
  }
}
