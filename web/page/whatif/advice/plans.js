// Which pictures a candidate trains on in a split, and which it is measured on: the same ones for all candidates.

import { parted } from "../plan.js";

/** The share of each class, at least one. @param {number[][]} families in the order of chance @param {number} share */
const part = (families, share) => families.slice(0, Math.max(1, Math.round(share * families.length)));

/**
 * The plan of a candidate in a split. Copies stand behind all pictures, in their order.
 * @param {{test: number[][][], train: number[][][]}} split @param {{mirrored: boolean, share: number}} how
 * @param {number} n pictures @returns {import('../plan.js').Plan}
 */
export function planIn({ test, train }, { mirrored, share }, n) {
  const families = train.flatMap((list) => part(list, share));
  const copies = mirrored ? families.map(([first]) => n + first) : [];
  return { train: [...families.flat(), ...copies], test: test.flat().map(([first]) => first), out: [] };
}

/** As many splits, always the same. @param {import('../plan.js').Pictures} pictures @param {number} count
 *  @param {number} [seed] */
export const splitsOf = (pictures, count, seed) => [...parted(pictures, count, seed)];
