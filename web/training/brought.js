// A model that came in a picture: it is asked about the picture under test, and the page hears of it in 'brought' events. Fetched
// with the first of them, or where one is stored.

import { drawnBytes } from "../pictures/drawn.js";
import { answerOf, countOf } from "../saved/picture/model.js";

/** @typedef {import('../saved/picture/model.js').Model} Model */

const SHOWN = 16; // neurons of a network
const MOST_MADDS = 3e8; // half a second

export class Brought {
  /** @param {Uint8Array} bytes of the picture, which is stored and saved as it came @param {Model} model that is in it
   *  @param {{emit: (event: any) => void, pictures: import('../pictures/pictures.js').Pictures}} means */
  constructor(bytes, model, { emit, pictures }) {
    this.bytes = bytes;
    this.model = model;
    this.emit = emit;
    this.pictures = pictures;
    /** What it says of itself. */
    this.about = { ...model, layers: undefined };
  }

  /** That, and the weights that are shown. */
  get shown() {
    const w = Float32Array.from(this.model.layers[0].W.subarray(0, 3 * this.about.n_px ** 2 * SHOWN));
    return { ...this.about, w };
  }

  /** What it says of a picture, or that there is none. @param {{rgb: Uint8Array, px: number} | null} probe */
  ask(probe) {
    const x = probe && this.pictures.atSize(probe.rgb, probe.px, this.model.n_px);
    this.emit({ type: "brought", answer: x && answerOf(this.model, x) });
  }

  /** How many of the pictures that are here it is right about; null: it would take too long to ask. */
  judge() {
    const { model, pictures } = this;
    const { n_px } = model;
    const all = pictures.all();
    if (all.length * countOf(model) > MOST_MADDS) return this.emit({ type: "brought", here: null });
    const bytes = (/** @type {import('../pictures/pictures.js').Picture} */ picture) => {
      if (n_px === pictures.n_px) return pictures.bytes(picture);
      if (picture.rgb) return pictures.atSize(picture.rgb, picture.px, n_px);
      return drawnBytes(pictures.core, /** @type {number} */ (picture.drawn), n_px);
    };
    const right = all.filter((picture) => answerOf(model, bytes(picture)).a > 0.5 === (picture.y === 1));
    this.emit({ type: "brought", here: { n: all.length, right: right.length } });
  }
}
