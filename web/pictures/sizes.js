// The sizes a set of pictures can be shown at: 32, 64 and 128 px, but pictures of .h5 files no larger than they came.

import { MAX_PX } from "../core/limits.js";

/** Seeds of drawn sets, from 1 on. */
export const DRAWN_SEEDS = 1e5;
/** Side of the master that is kept of an own picture. */
export const MASTER_PX = MAX_PX;

const SIZES = [32, 64, 128];

/** @param {Iterable<{h5?: boolean, px: number}>} pictures @returns {number[]} ascending */
export function allowedSizes(pictures) {
  let limit = MASTER_PX;
  for (const { h5, px } of pictures) if (h5 && px < limit) limit = px;
  const sizes = SIZES.filter((n) => n <= limit);
  return sizes.includes(limit) ? sizes : [...sizes, limit];
}

/** The allowed size nearest to the one wished for. @param {number[]} sizes @param {number} wish */
export const nearestSize = (sizes, wish) =>
  sizes.reduce((best, n) => (Math.abs(n - wish) < Math.abs(best - wish) ? n : best), sizes[0]);
