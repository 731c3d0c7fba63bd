// What a saved file says of every picture, beside its pixels.

import { drawnBytes } from "../pictures/drawn.js";
import { MASTER_PX } from "../pictures/sizes.js";

/** @typedef {import('../pictures/pictures.js').Pictures} Pictures @typedef {import('../pictures/pictures.js').Picture} Picture */

/** Pictures in the order of their slots, which is that of the examples. @param {Pictures} pictures @returns {Picture[]} */
export const bySlot = (pictures) => pictures.all().sort((p, q) => pictures.slot(p) - pictures.slot(q));

/** The master, of drawn pictures too. @param {Pictures} pictures @param {Picture} picture */
export const masterOf = ({ core }, { rgb, px, drawn }) =>
  rgb ? { rgb, px } : { rgb: drawnBytes(core, /** @type {number} */ (drawn), MASTER_PX), px: MASTER_PX };

/** All pictures that are kept, those that rest among them, as they came. @param {Pictures} pictures @returns {Picture[]} */
export const keptOf = (pictures) => pictures.kept().sort((p, q) => p.id - q.id);

/** Of these pictures, as the page shows them: their class and part, and what it takes to have them again as they are; place:
 *  that in the order of their slots; mirrored: the place in this list of the one that it is a copy of.
 *  @param {Pictures} pictures @param {Picture[]} [shown] */
export function saidOf(pictures, shown = pictures.all()) {
  const index = new Map(shown.map(({ id }, i) => [id, i]));
  const inOrder = [...bySlot(pictures), ...pictures.resting];
  const place = new Map(inOrder.map(({ id }, i) => [id, i]));
  return shown.map((picture) => {
    const { y, test, name, h5, drawn, key, id, of, rests } = picture;
    const original = of === undefined ? undefined : index.get(of);
    return {
      ...{ y, part: pictures.part(picture), name, test, key: key ?? id, place: place.get(id) },
      ...(rests && { rests }),
      ...(h5 && { h5 }),
      ...(drawn !== undefined && { drawn }),
      ...(original !== undefined && { mirrored: original }),
    };
  });
}
