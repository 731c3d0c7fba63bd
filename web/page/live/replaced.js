/* The run that was replaced last: its curve stays behind the new one, pale, until something else is changed. */
import { Costs } from "../train/costs.js";

const OTHERS = ["alpha", "engine", "hidden", "seed", "batch"];

export class Replaced {
  /** The step that replaced it, by its id; null: it is under way. @type {number | null} */
  #step = null;
  #changing = 0;

  constructor(app) {
    this.app = app;
    app.on("data", () => this.#step !== null && this.#step !== this.#last && this.forget());
    app.on("settings", (settings) => OTHERS.some((name) => name in settings) && this.forget());
  }

  get #last() {
    return this.app.state.data?.undo?.id ?? 0;
  }

  /** Keeps the curve that is there. */
  keep() {
    const { app } = this;
    const { costs } = app;
    const kept = new Costs();
    kept.add({ from: 0, costs: costs.train, testCosts: costs.test });
    this.#step = null;
    app.set({ replaced: kept });
  }

  /** What replaces it is there. */
  settled() {
    this.#step = this.#last;
  }

  forget() {
    this.#step = null;
    if (this.app.state.replaced) this.app.set({ replaced: null });
  }

  /** The whole training with another rate instead: a step that can be undone. Before there is one, a setting.
   *  @param {number} alpha */
  async retrain(alpha) {
    const { app } = this;
    const { train, data } = app.state;
    if (!train?.engine || data?.missing) return app.change({ alpha });
    this.keep();
    await app.session.tryAlpha(alpha);
    await app.session.endTrying(true);
    this.settled();
  }

  /** Settings that make other numbers of the pictures: what was trained is trained again on them, at once and whole.
   *  @param {Record<string, any>} settings */
  async change(settings) {
    const { app } = this;
    const { train } = app.state;
    const first = this.#changing === 0; // else a hand goes on before what it asked for has begun
    if (first && !train?.running && !(train?.end > 0)) return app.change(settings);
    if (first) this.keep();
    this.#changing++;
    try {
      await app.change(settings);
      if (app.state.train?.end === 0) await app.session.toEnd();
    } finally {
      this.#changing--;
    }
    if (this.#changing === 0) this.settled();
  }
}

/** @type {WeakMap<any, Replaced>} */
const known = new WeakMap();

/** The one of the page. */
export function replacedOf(app) {
  let one = known.get(app);
  if (!one) known.set(app, (one = new Replaced(app)));
  return one;
}
