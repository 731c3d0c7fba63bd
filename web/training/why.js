// Why the selected picture gets its answer: what the page is told when somebody asks. Fetched then.

import { VARIANTS, variantOf } from "../core/variants.js";
import { Why } from "../core/why.js";
import { breathe } from "./pace.js";

const GRID = 8; // blocks across a picture
const EXAMPLES = 6; // training pictures that pull up, and down
const CALL_MS = 8; // without a pause

/** @typedef {import('./learned.js').Learner} Learner */
/** @typedef {import('../core/why.js').Ledger} Ledger */
/** @typedef {{id: number, share: number}} Pull */
/** @typedef {() => boolean} Still nothing has changed meanwhile */
/**
 * @typedef {object} Answer
 * @property {number} id of the picture @property {number} iteration @property {number} n_px @property {number} grid
 * @property {number} z @property {number} a @property {number} b of a network over all paths that fire
 * @property {[number, number] | null} fires of a network: how many of how many hidden neurons do
 * @property {Ledger} raw @property {Ledger} compared with the mean training picture
 * @property {{up: Pull[], down: Pull[], others: number, rest: number, start: number} | null} examples others: how many are not
 *   named, rest: what they add; start: the weights a network started with; null: the engine has no coefficients of them
 * @property {{variant: string, rgb: Uint8Array, a: number}[] | null} variants
 */

export class Explainer {
  /** Grows with every test that is begun or stopped: an older one ends. */
  #testing = 0;

  /** @param {import('./training.js').Training} training @param {import('../pictures/pictures.js').Pictures} pictures
   *  @param {import('../core/core.js').Core} tools why.wasm @param {() => number} [now] milliseconds */
  constructor(training, pictures, tools, now = () => performance.now()) {
    this.training = training;
    this.pictures = pictures;
    this.tools = tools;
    this.why = new Why(tools);
    this.now = now;
  }

  /** z of the selected picture taken apart, and its answer in variants if `by` is given, shifted by so many pixels. Null
   *  where there is none, or it has changed meanwhile. @param {number | null} by @returns {Promise<Answer | null>} */
  answer(by) {
    return this.training.quiet(async (lr, still) => {
      const { selected } = this.training;
      if (!selected) return null;
      const answer = this.#apart(lr, selected);
      const variants = by === null ? null : await this.#variants(lr, selected.x, by, still);
      return by === null || variants ? { ...answer, variants } : null;
    });
  }

  /** @param {Learner} lr @param {import('./report.js').Selected} selected */
  #apart(lr, { id, x }) {
    const { why } = this;
    const { z, a } = lr.predict(x);
    const around = why.around(lr, x);
    const { n_px } = this.pictures;
    const grid = Math.min(GRID, n_px);
    return {
      ...{ id, iteration: lr.iteration, n_px, grid, z, a, b: around.b, fires: around.fires },
      raw: why.ledger(around.w, x, { base: null, grid }),
      compared: why.ledger(around.w, x, { base: why.mean(lr), grid }),
      examples: this.#examples(lr, why.examples(lr, x, around)),
    };
  }

  /** @param {Learner} lr @param {ReturnType<Why["examples"]>} found */
  #examples(lr, found) {
    if (!found) return null;
    const bySlot = new Map(this.pictures.all().map((picture) => [this.pictures.slot(picture), picture.id]));
    const slots = lr.slots();
    const order = Array.from(found.shares, (share, i) => ({
      id: /** @type {number} */ (bySlot.get(slots[i])),
      share,
    }));
    order.sort((p, q) => q.share - p.share);
    const up = order.filter(({ share }) => share > 0).slice(0, EXAMPLES);
    const down = order.filter(({ share }) => share < 0).slice(-EXAMPLES).reverse(); // prettier-ignore
    const named = new Set([...up, ...down]);
    const others = order.filter((each) => !named.has(each));
    const rest = others.reduce((sum, { share }) => sum + share, 0);
    return { up, down, others: others.length, rest, start: found.start };
  }

  /** @param {Learner} lr @param {Uint8Array} x @param {number} by @param {Still} still */
  async #variants(lr, x, by, still) {
    const list = [];
    const paced = this.#pause();
    for (const variant of VARIANTS) {
      await paced();
      if (!still()) return null;
      const rgb = this.#variant(lr, x, variant, by);
      list.push({ variant, rgb, a: lr.predict(rgb).a });
    }
    return list;
  }

  /** @param {Learner} lr @param {Uint8Array} x @param {string} variant @param {number} by */
  #variant(lr, x, variant, by) {
    const n_px = Math.sqrt(x.length / 3);
    const paint = Uint8Array.from(this.why.mean(lr), Math.round);
    const radius = Math.max(1, Math.round(n_px / 32));
    return variantOf(this.tools, x, variant, {
      paint,
      by: Math.min(variant === "blurred" ? radius : by, n_px - 1),
    });
  }

  /** Of the test pictures in this variant, how many are answered right; null where that changed meanwhile.
   *  @param {string} variant @param {number} by
   *  @returns {Promise<{iteration: number, right: number, count: number} | null>} */
  tested(variant, by) {
    const testing = ++this.#testing;
    return this.training.quiet(async (lr, still) => {
      const { dataset } = this.pictures;
      const slots = lr.slots().slice(lr.m);
      const paced = this.#pause();
      let right = 0;
      for (const slot of slots) {
        await paced();
        if (!still() || testing !== this.#testing) return null;
        const { a } = lr.predict(this.#variant(lr, dataset.x(slot), variant, by));
        if (a > 0.5 === (dataset.y(slot) === 1)) right++;
      }
      return { iteration: lr.iteration, right, count: slots.length };
    });
  }

  /** The picture as in a mirror. @param {Uint8Array} rgb */
  mirrored(rgb) {
    return variantOf(this.tools, rgb, "mirrored");
  }

  /** No more of the test that is under way. */
  stop() {
    this.#testing++;
  }

  /** What lets others have a turn when it is time. */
  #pause() {
    let since = this.now();
    return async () => {
      if (this.now() - since > CALL_MS) {
        await breathe();
        since = this.now();
      }
    };
  }
}
