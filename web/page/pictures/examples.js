// What the page knows about the examples: label, part, and the neuron's last answer for each of
// them, as arrays beside the ids of the last 'data' event; and a cache of their pixels.
// Both columns read it; it draws nothing.
import { number } from "../../i18n/i18n.js";
import { toImageData } from "./bitmap.js";
import { fixed } from "../../ui/format.js";
import { paced } from "../../ui/paced.js";

const MARKS_MS = 250; // marks change at most four times a second
const CACHE_BYTES = 24 << 20;

const shared = new WeakMap();

/** An answer or a loss with a fixed number of decimals: columns of them must not dance. */
export const decimals = (x, digits = 2) =>
  Math.abs(x) < 1e5 ? number(x, { minimumFractionDigits: digits, maximumFractionDigits: digits }) : fixed(x);

const THUMB_PX = 44; // about what a thumbnail measures on the page
const painted = new WeakMap(); // canvas -> the image on it

/** Puts an image on a small canvas: crisp if enlarged, smooth if there are more pixels than room. */
export function paintThumb(canvas, image) {
  if (painted.get(canvas) === image) return;
  painted.set(canvas, image);
  if (canvas.width !== image.width) canvas.width = canvas.height = image.width;
  canvas.classList.toggle("pixels", image.width <= THUMB_PX * devicePixelRatio);
  canvas.getContext("2d").putImageData(image, 0, 0);
}

/** Empties a small canvas. */
export function clearThumb(canvas) {
  painted.delete(canvas);
  canvas.getContext("2d").clearRect(0, 0, canvas.width, canvas.height);
}

/** The one Examples of an app. */
export function examplesOf(app) {
  if (!shared.has(app)) shared.set(app, new Examples(app));
  return shared.get(app);
}

class Examples {
  data = null; // the last 'data' event
  a = new Float32Array(0); // NaN: not evaluated yet
  loss = new Float32Array(0);
  selected = null; // id
  #index = new Map(); // id -> place in the arrays
  #images = new Map(); // id -> ImageData, oldest first
  #marksChanged = paced(MARKS_MS, () => this.#tell("marks"));
  #listeners = { data: new Set(), marks: new Set(), selected: new Set() };

  constructor(app) {
    this.app = app;
    app.on("data", (event) => this.#onData(event));
    app.on("evaluation", (event) => this.#onEvaluation(event));
    app.on("train", () => this.#onSelected(app.state.selected));
  }

  /** Names of class 0 and class 1 in the reader's language. */
  get names() {
    return this.data?.names ?? ["", ""];
  }

  /** Calls `fn` after the examples ('data'), the answers ('marks') or the selection changed. */
  on(what, fn) {
    this.#listeners[what].add(fn);
  }

  /** Everything known about one picture, or null if it is gone. */
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
      right: Number.isNaN(a) ? null : (a > 0.5 ? 1 : 0) === y[i],
    };
  }

  /** Ids of the pictures that pass `test`, in the order added. */
  filter(test) {
    if (!this.data) return [];
    return Array.from(this.data.id).filter((id) => test(this.get(id)));
  }

  /** Largest loss first; what has no loss yet comes last. All of them, or the first `most`. */
  byLoss(ids, most = ids.length) {
    const rank = (id) => {
      const loss = this.loss[this.#index.get(id)];
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

  select(id) {
    this.app.select(id);
    this.#onSelected(id);
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

  #onData(event) {
    const before = this.data;
    const [a, loss, index] = [this.a, this.loss, this.#index];
    this.data = event;
    this.#index = new Map(Array.from(event.id, (id, i) => [id, i]));
    const replaced = before?.n_px !== event.n_px || before?.source !== event.source;
    if (replaced) this.#images.clear();
    // The old answers stand until new ones come, so that the marks do not flicker.
    const kept = (values) =>
      Float32Array.from(event.id, (id) => (index.has(id) ? values[index.get(id)] : NaN));
    this.a = kept(a);
    this.loss = kept(loss);
    if (!this.#index.has(this.selected)) this.#onSelected(null);
    this.#tell("data");
  }

  #onEvaluation({ id, a, loss }) {
    for (let i = 0; i < id.length; i++) {
      const at = this.#index.get(id[i]);
      if (at === undefined) continue;
      this.a[at] = a[i];
      this.loss[at] = loss[i];
    }
    this.#marksChanged();
  }

  #onSelected(id) {
    if (id === this.selected) return;
    this.selected = id;
    this.#tell("selected");
  }

  #tell(what) {
    for (const fn of this.#listeners[what]) fn();
  }
}
