// The settings of a session: what they are at first, and what values they may take.

import { CAPACITY, ENGINES, FITS, MAX_ITERATIONS, MAX_PX, MIN_PX, validHidden } from "../core/limits.js";
import { DRAWN_SEEDS } from "../pictures/sizes.js";

/** speed: iterations a second, or "watch", all of them in a few seconds (see pace.js); n_px: side of the pictures; share kept for testing. Of a
 *  network: neurons of each hidden layer (none: one neuron), the seed of its start, examples an update (0: all). Of the drawn
 *  set: how many pictures to train on (a quarter as many to test on), and its seed. */
export const DEFAULTS = {
  alpha: 0.005,
  iterations: 2000,
  speed: /** @type {import('./pace.js').Speed} */ (60),
  engine: "auto",
  n_px: 64,
  fit: "crop",
  share: /** @type {number | 'own'} */ ("own"),
  hidden: /** @type {number[]} */ ([]),
  seed: 1,
  batch: 0,
  drawn_m: 200,
  drawn_seed: 1,
};

/** @typedef {typeof DEFAULTS} Settings */

/** @type {Record<string, (value: any) => boolean>} */
const VALID = {
  alpha: (v) => Number.isFinite(v) && v > 0,
  iterations: (v) => Number.isInteger(v) && v >= 1 && v <= MAX_ITERATIONS,
  speed: (v) => v === "watch" || (typeof v === "number" && v > 0),
  engine: (v) => v === "auto" || ENGINES.includes(v),
  n_px: (v) => Number.isInteger(v) && v >= MIN_PX && v <= MAX_PX,
  fit: (v) => FITS.includes(v),
  hidden: validHidden,
  seed: (v) => Number.isInteger(v) && v >= 1 && v < 2 ** 31,
  batch: (v) => Number.isInteger(v) && v >= 0 && v <= CAPACITY,
  drawn_m: (v) => Number.isInteger(v) && v >= 8 && v <= (4 * CAPACITY) / 5,
  drawn_seed: (v) => Number.isInteger(v) && v >= 1 && v <= DRAWN_SEEDS,
  share: (v) => v === "own" || (typeof v === "number" && v >= 0 && v <= 0.9),
};

/** The settings that a learner is made with: after a change of one, training begins anew, and what is kept of it says with
 *  which it was learned. @param {Settings} settings @returns {(keyof Settings)[]} */
export const madeWith = ({ hidden }) =>
  hidden.length > 0 ? ["engine", "hidden", "seed", "batch"] : ["engine"];

/** Their values, to be compared. @param {Settings} settings */
export const howMade = (settings) => JSON.stringify(madeWith(settings).map((name) => settings[name]));

/** A name of a class as it is kept: of bearable length; null, the page's own word, if it is empty. @param {string} name */
export const className = (name) => name.trim().slice(0, 60) || null;

/** Those of `settings` that exist and make sense. @param {Record<string, any>} settings */
export function validSettings(settings) {
  return Object.fromEntries(
    Object.entries(settings).filter(([name, v]) => Object.hasOwn(VALID, name) && VALID[name](v)),
  );
}
