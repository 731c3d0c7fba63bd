// Large steps make a training so wild that after some iterations rounding in the last bit decides what J is: two programs that do
// the same, in another order of sums, print other numbers from there on. Further on the valley draws them together again. How far
// apart they may be at each state is measured: by trainings that begin a hair beside.

import { CUT, ROUNDED, agrees, significant } from "./states.js";

const BESIDE = 1e-12; // of alpha: more than rounding changes, and soon as much
const ENOUGH = 4; // digits behind the start that must agree before that, beside those of alpha

const AROUND = 10; // states: J jumps, and how far apart two are crosses 0
const TIMES = 8; // as far as those beside go: where they are all over the place, nobody goes just as far

/** @typedef {{unit: number, v: number}} Value */
/** @typedef {{J: ArrayLike<number>, others: ArrayLike<number>[], least: number}} Bundle */

/** J of states 0 .. last, and of the same training a hair beside.
 *  @param {import('./trainer.js').Trainer} trainer @param {import('./mistakes.js').Program} program @param {number} alpha
 *  @param {number} last @param {import('./trainer.js').Otherwise} [more] @param {number} [beside] of alpha @returns {Promise<Bundle>} */
export async function bundle(trainer, program, alpha, last, more, beside = BESIDE) {
  const states = Array.from({ length: last + 1 }, (_, t) => t);
  const J = await trainer.costs(program, alpha, states, more);
  const others = [];
  for (const rate of [alpha * (1 + beside), alpha * (1 - beside)])
    others.push(await trainer.costs(program, rate, states, more));
  return { J, others, least: 0 };
}

/** How far rounding may take J of this state: Infinity where it decides even whether J is finite. @param {Bundle} bundle @param {number} t */
export function stray({ J, others, least }, t) {
  let most = least * Math.max(1, Math.abs(J[t]) || 0);
  for (let s = Math.max(0, t - AROUND); s <= Math.min(J.length - 1, t + AROUND); s++)
    for (const other of others) {
      if (Number.isFinite(J[s]) !== Number.isFinite(other[s])) return Infinity;
      if (Number.isFinite(J[s])) most = Math.max(most, TIMES * Math.abs(other[s] - J[s]));
    }
  return most;
}

/** In which ways a training that rounds otherwise may print J of this state as this number, as agrees() tells them. @param {Bundle} bundle
 *  @param {number} t @param {Value} value */
export function mayPrint(bundle, t, value) {
  const off = stray(bundle, t);
  return off === Infinity ? ROUNDED | CUT : agrees(value, bundle.J[t], off);
}

/** In which ways it may print all of these numbers, each as far as rounding does not decide it: 0 as well where they say too little
 *  together. @param {Bundle} bundle @param {number[]} states @param {Value[]} costs @param {number[]} at @param {number} alpha */
export function mayPrintAll(bundle, states, costs, at, alpha) {
  let ways = ROUNDED | CUT;
  for (const [k, value] of costs.entries()) ways &= mayPrint(bundle, states[k], value);
  const blurred = costs.map(({ v, unit }, k) => ({ v, unit: Math.max(unit, 2 * stray(bundle, states[k])) }));
  return isEnough(blurred, at, costs.length, alpha) ? ways : 0;
}

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
