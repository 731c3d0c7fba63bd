// Large steps make a training so wild that after some iterations rounding in the last bit decides what J is: two programs that do
// the same, in another order of sums, print other numbers from there on. Up to there they are compared.

const BESIDE = 1e-12; // of alpha: more than rounding changes, and soon as much
const ENOUGH = 4; // digits behind the start that must agree before that, beside those of alpha

import { significant } from "./states.js";

/** @typedef {{unit: number, v: number}} Value */

/** How many digits of the first n numbers say something. @param {Value[]} costs @param {number[]} at their states @param {number} n */
const digitsOf = (costs, at, n) =>
  costs
    .slice(0, n)
    .filter(({ v, unit }, k) => at[k] > 0 && Number.isFinite(v) && unit > 0)
    .reduce((sum, { v, unit }) => sum + Math.max(0, Math.log10(Math.abs(v) / unit)), 0);

/** Whether the first n numbers say enough for a rate: one that nobody writes is easily made to meet one of them.
 *  @param {Value[]} costs @param {number[]} at @param {number} n @param {number} alpha */
export const isEnough = (costs, at, n, alpha) => digitsOf(costs, at, n) >= ENOUGH + significant(alpha);

const [SAYS, STARTS] = [6.5, 3]; // digits that no other training meets by chance, all of those that are tried; a first J by itself

/** Whether numbers that a mistake prints as well are enough to name it. @param {Value[]} costs @param {number[]} at their states */
export function isEvidence(costs, at) {
  const behind = digitsOf(costs, at, costs.length);
  const [{ v, unit }] = costs;
  return at[0] > 0
    ? behind >= SAYS
    : !(unit > 0) || Math.max(0, Math.log10(Math.abs(v) / unit)) + behind >= STARTS;
}

/** How many of the numbers belong to states before rounding takes over.
 *  @param {import('./trainer.js').Trainer} trainer @param {Value[]} costs @param {number[]} states
 *  @param {import('./mistakes.js').Program} program @param {number} alpha @param {import('./trainer.js').Otherwise} [more] */
export async function comparable(trainer, costs, states, program, alpha, more) {
  const J = await trainer.costs(program, alpha, states, more);
  const beside = await trainer.costs(program, alpha * (1 + BESIDE), states, more);
  const isOff = (/** @type {number} */ k) =>
    Number.isFinite(J[k]) !== Number.isFinite(beside[k]) ||
    Math.abs(J[k] - beside[k]) > Math.max(costs[k].unit / 2, 1e-9 * Math.max(1, Math.abs(J[k])));
  const first = states.findIndex((_, k) => isOff(k));
  return first < 0 ? costs.length : first;
}
