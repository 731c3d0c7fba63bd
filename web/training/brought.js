// A model that came in a picture: it is asked about the picture under test, and the page hears of it in 'brought' events. Fetched
// with the first of them.

import { answerOf } from "../saved/picture/model.js";

/** @typedef {import('../saved/picture/model.js').Model} Model */

const SHOWN = 16; // neurons of a network

export class Brought {
  /** @param {Model} model
   *  @param {{emit: (event: any) => void, pictures: import('../pictures/pictures.js').Pictures}} means */
  constructor(model, { emit, pictures }) {
    this.model = model;
    this.emit = emit;
    this.pictures = pictures;
    const { layers, ...about } = model;
    /** What it says of itself. */
    this.about = about;
    const w = Float32Array.from(layers[0].W.subarray(0, 3 * about.n_px ** 2 * SHOWN));
    emit({ type: "brought", about: { ...about, w } });
  }

  /** What it says of a picture, or that there is none. @param {{rgb: Uint8Array, px: number} | null} probe */
  ask(probe) {
    const x = probe && this.pictures.atSize(probe.rgb, probe.px, this.model.n_px);
    this.emit({ type: "brought", answer: x && answerOf(this.model, x) });
  }
}
