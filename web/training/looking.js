// What is looked at: the picture whose numbers are shown, the one under test, and a model that was brought, which is asked
// about that one as well.

import { UNDER_TEST } from "../pictures/names.js";

export class Looking {
  /** The picture under test, as it came. @type {{rgb: Uint8Array, px: number} | null} */
  #probe = null;
  /** A model that is asked beside the one that is trained here. @type {import('./brought.js').Brought | null} */
  brought = null;
  /** @type {number | null} */
  #id = null;

  /** @param {import('../pictures/pictures.js').Pictures} pictures
   *  @param {import('./training.js').Training} training tells what the state says of them
   *  @param {(event: any) => void} emit */
  constructor(pictures, training, emit) {
    this.pictures = pictures;
    this.training = training;
    this.emit = emit;
  }

  /** The picture whose numbers are shown. @param {number | null} id UNDER_TEST: the one under test */
  select(id) {
    this.#id = id;
    this.again();
  }

  /** The picture under test. @param {{rgb: Uint8Array, px: number} | null} picture */
  probe(picture) {
    if (picture && picture.rgb.length !== 3 * picture.px ** 2)
      throw new RangeError(`probe: ${picture.px} px`);
    const rgb = picture && this.pictures.atSize(picture.rgb, picture.px); // throws before anything changes
    this.#probe = picture;
    this.again();
    this.brought?.ask(picture);
    return rgb && { n_px: this.pictures.n_px, rgb };
  }

  /** Both, at the current size. */
  again() {
    const id = this.#id;
    const picture = id == null ? null : this.pictures.get(id);
    const probe = this.#probe && { x: this.pictures.atSize(this.#probe.rgb, this.#probe.px) };
    this.training.probe = probe;
    this.training.selected =
      id === UNDER_TEST
        ? probe && { id, y: null, ...probe }
        : picture && { id: picture.id, y: picture.y, x: this.pictures.bytes(picture) };
  }

  /** Another model instead of the one that was brought; null: none. It judges the pictures at the end of the command.
   *  @param {import('./brought.js').Brought | null} brought */
  bring(brought) {
    if (brought === this.brought) return;
    this.brought = brought;
    this.emit({ type: "brought", about: brought && brought.shown });
    brought?.ask(this.#probe);
  }
}
