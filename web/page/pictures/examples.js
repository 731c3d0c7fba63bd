// The examples as the page sees them: label, part, and the neuron's last answer for each of them, as arrays
// beside the ids of the last 'data' event; and a cache of their pixels. It draws nothing; tells "marks" when
// there are new answers.
import { number } from "../../i18n/i18n.js";
import { toImageData } from "./bitmap.js";
import { UNDER_TEST } from "../../pictures/names.js";
import { fixed } from "../../ui/format.js";

const MARKS_MS = 250; // answers change at most four times a second
const CACHE_BYTES = 24 << 20;

/** An answer or a loss with a fixed number of decimals: columns of them must not dance. */
export const decimals = (x, digits = 2) =>
  Math.abs(x) < 1e5 ? number(x, { minimumFractionDigits: digits, maximumFractionDigits: digits }) : fixed(x);

/** @typedef {{id: number, y: number, test: boolean, a: number, loss: number, right: boolean | null}} Example right: null while there is no answer, or ŷ is one half: undecided */

export class Examples {
  a = new Float32Array(0); // NaN: not evaluated yet
  loss = new Float32Array(0);
  /** Of the training and of the test set, as old as the answers; NaN: nothing is right or wrong yet. */
  accuracy = { train: NaN, test: NaN };
  /** The last 'evaluation' event, until its beat comes. @type {any} */
  #heard = null;
  /** Id -> place in the arrays. @type {Map<number, number>} */
  #index = new Map();
  /** Id -> pixels, oldest first. @type {Map<number, ImageData>} */
  #images = new Map();
  #n_px = 0;
  #source = "";
  #fetching = ""; // the subject that has been asked for
  /** The picture under test as the neuron sees it. @type {ImageData | null} */
  tested = null;

  constructor(app) {
    this.app = app;
    app.on("data", (event) => this.#onData(event));
    app.on("evaluation", (event) => (this.#heard = event));
    app.draw(null, () => app.state.train?.running || this.#takeAnswers());
    app.draw(null, () => this.#takeAnswers(), { every: MARKS_MS });
    app.on("train", ({ engine }) => engine === null && this.#forget());
  }

  /** The last 'data' event. */
  get data() {
    return this.app.state.data;
  }

  /** Names of class 0 and class 1 in the reader's language. */
  get names() {
    return this.app.names;
  }

  /** The selected picture, or null: asked for when it is not there yet, and then the page is drawn again. */
  get subject() {
    const { selected } = this.app.state;
    if (selected === UNDER_TEST) return this.tested;
    if (selected === null || !this.#index.has(selected)) return null;
    const image = this.#images.get(selected) ?? null;
    const key = `${selected} ${this.data.n_px}`;
    if (image || key === this.#fetching) return image;
    this.#fetching = key;
    this.images([selected]).then(() => {
      this.#fetching = "";
      this.app.redraw();
    });
    return null;
  }

  /** Everything known about one picture, or null if it is gone. @returns {Example | null} */
  get(id) {
    const i = this.#index.get(id);
    if (i === undefined) return null;
    const { y, test } = this.data;
    const a = this.a[i];
    return {
      id,
      y: y[i],
      test: test[i] === 1,
      a,
      loss: this.loss[i],
      right: Number.isNaN(a) || a === 0.5 ? null : (a > 0.5 ? 1 : 0) === y[i],
    };
  }

  /** Ids of the pictures that pass `test`, in the order added. */
  filter(test) {
    if (!this.data) return [];
    return Array.from(this.data.id).filter((id) => test(/** @type {Example} */ (this.get(id))));
  }

  /** Largest loss first; what has no loss yet comes last. All of them, or the first `most`. */
  byLoss(ids, most = ids.length) {
    const rank = (id) => {
      const loss = this.loss[this.#index.get(id) ?? -1] ?? NaN;
      return Number.isNaN(loss) ? -1 : loss;
    };
    let ranked = ids.map((id) => ({ id, loss: rank(id) }));
    if (most < ids.length) {
      const bound = Float32Array.from(ranked, ({ loss }) => -loss).sort()[most - 1];
      ranked = ranked.filter(({ loss }) => -loss <= bound);
    }
    ranked.sort((p, q) => q.loss - p.loss);
    return ranked.slice(0, most).map(({ id }) => id);
  }

  /** Pixels as ImageData, by id: only those not seen before are asked for. */
  async images(ids) {
    const missing = ids.filter((id) => !this.#images.has(id));
    if (missing.length) {
      const { n_px, rgb } = await this.app.session.pixels(missing);
      const bytes = n_px * n_px * 3;
      if (n_px === this.data.n_px)
        missing.forEach((id, i) =>
          this.#images.set(id, toImageData(rgb.subarray(i * bytes, (i + 1) * bytes), n_px)),
        );
    }
    const found = new Map(ids.map((id) => [id, this.#images.get(id)]));
    this.#shrink();
    return found;
  }

  #shrink() {
    const most = Math.max(64, Math.floor(CACHE_BYTES / (4 * this.data.n_px ** 2)));
    for (const id of this.#images.keys()) {
      if (this.#images.size <= most) return;
      this.#images.delete(id);
    }
  }

  #onData({ id, n_px, source }) {
    const [a, loss, index] = [this.a, this.loss, this.#index];
    this.#index = new Map(Array.from(id, (each, i) => [each, i]));
    if (n_px !== this.#n_px || source !== this.#source) this.#images.clear();
    [this.#n_px, this.#source] = [n_px, source];
    // The old answers stand until new ones come, so that the marks do not flicker.
    const kept = (values) => Float32Array.from(id, (each) => values[index.get(each) ?? -1] ?? NaN);
    this.a = kept(a);
    this.loss = kept(loss);
    if (this.a.every(Number.isNaN)) this.#forget();
  }

  /** Nothing is trained: a class is empty, or what came in is still being prepared. */
  #forget() {
    this.#heard = null;
    this.accuracy = { train: NaN, test: NaN };
    if (this.a.every(Number.isNaN)) return;
    this.a.fill(NaN);
    this.loss.fill(NaN);
    this.app.tell("marks");
  }

  /** All answers and what is made of them change on one beat: nothing on the page is older than the accuracies. */
  #takeAnswers() {
    if (!this.#heard) return;
    const { id, a, loss, accuracy, testAccuracy } = this.#heard;
    this.#heard = null;
    const decided = a.some((each) => each !== 0.5);
    this.accuracy = decided ? { train: accuracy, test: testAccuracy } : { train: NaN, test: NaN };
    for (let i = 0; i < id.length; i++) {
      const at = this.#index.get(id[i]);
      if (at === undefined) continue;
      this.a[at] = a[i];
      this.loss[at] = loss[i];
    }
    this.app.tell("marks");
  }
}
