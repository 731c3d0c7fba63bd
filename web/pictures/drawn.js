// The built-in set: pictures that are drawn by the core, each by its number.

import { CAPACITY } from "../core/core.js";
import { MASTER_PX } from "./sizes.js";

/** @typedef {import('../core/core.js').Core} Core */
/** @typedef {{m: number, seed: number}} DrawnSet m of them to train on, and a quarter as many to test on */

/** Ids from here on are never stored: away from those that are. */
export const DRAWN_IDS = 2 ** 31;

/** The bytes of a drawn picture. @param {Core} core @param {number} drawn its number, CAPACITY for each seed
 *  @param {number} n_px */
export const drawnBytes = (core, drawn, n_px) =>
  core.drawn(1 + Math.floor(drawn / CAPACITY), drawn % CAPACITY, n_px).rgb;

/** @param {Core} core @param {DrawnSet} set @returns {import('./pictures.js').NewPicture[]} */
export const drawnPictures = (core, { m, seed }) =>
  Array.from({ length: m + Math.round(m / 4) }, (_, index) => ({
    y: core.drawnClass(seed, index),
    test: index >= m,
    name: String(index + 1).padStart(3, "0"),
    px: MASTER_PX,
    rgb: null,
    drawn: (seed - 1) * CAPACITY + index,
  }));
