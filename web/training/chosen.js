// The settings that are in force, and what the visitor chose of them.

import { DEFAULTS, validSettings } from "./settings.js";

export class Chosen {
  settings = { ...DEFAULTS };
  /** The drawn set is shown iteration by iteration, a whole training on own pictures in a few seconds, unless the visitor
   *  chose. */
  speedChosen = false;

  /** @param {import('../pictures/pictures.js').Pictures} pictures
   *  @param {import('./training.js').Training} training has them too */
  constructor(pictures, training) {
    this.pictures = pictures;
    this.training = training;
  }

  /** Keeps those that make sense. @param {Record<string, any>} settings */
  take(settings) {
    Object.assign(this.settings, validSettings(settings));
    Object.assign(this.training.settings, this.settings);
  }

  /** The whole of them: what a link does not name is as at first. @param {Record<string, any>} link */
  takeLink(link) {
    this.take({ ...DEFAULTS, ...link });
    this.speedChosen = "speed" in link;
  }

  /** Some of them, by hand. Throws RangeError, and changes nothing, where one makes no sense.
   *  @param {Record<string, any>} settings @returns {Record<string, any>} */
  choose(settings) {
    const valid = validSettings(settings);
    const bad = Object.keys(settings).find((name) => !(name in valid));
    if (bad) throw new RangeError(`${bad}: ${settings[bad]}`);
    this.take(valid);
    if ("speed" in settings) this.speedChosen = true;
    return valid;
  }

  /** Those that the pictures decide are theirs. */
  follow() {
    const { source, share, n_px, drawnSet } = this.pictures;
    if (!this.speedChosen) this.take({ speed: source === "drawn" ? DEFAULTS.speed : "watch" });
    this.settings.share = share;
    this.settings.n_px = n_px;
    if (drawnSet) this.take({ drawn_m: drawnSet.m, drawn_seed: drawnSet.seed });
  }

  /** What the page is told. */
  get told() {
    return { ...this.settings, share: this.pictures.share, n_px: this.pictures.n_px };
  }

  /** What is stored, and saved. */
  get set() {
    return { settings: this.told, speedChosen: this.speedChosen };
  }
}
