// What is said of the training that was found: its curve, how far it agrees, and what its b, w and accuracy say.
import { OTHERS, RIGHT } from "./mistakes.js";
import { RATES, agrees, informative } from "./states.js";

const MOST_POINTS = 1500;
const AFTER = [0, 1]; // iterations that follow the last number, beside a whole step

/**
 * @typedef {object} Found
 * @property {string} id @property {number} alpha @property {boolean} cut @property {boolean} kind
 * @property {{seed: number, scale: number}} [start] @property {string[]} wrong @property {string[]} right
 * @property {{id: string, wrong: string[], right: string[]}} [also] a second mistake
 * @property {{t: number, J: number}[]} curve @property {number} step @property {number} first
 * @property {number} [until] so many numbers agree to the last digit, those behind as far as rounding allows
 * @property {number} [untilAt] the iteration of the first of those
 * @property {{b: number, accuracy: number, iterations: number}} [end] when b or an accuracy was printed
 *
 * @typedef {object} Report
 * @property {Found[]} found none: [] @property {number} known how many mistakes there are @property {number} n numbers
 * @property {boolean} more another run came behind @property {number} decimals of the numbers
 * @property {number} digits that agree with the first found, all of them @property {{t: number, J: number}[]} yours
 * @property {boolean} vague all they say is that J is soon not finite
 * @property {number} m pictures that are trained on @property {"with" | "without"} [copies] mirrored ones
 * @property {{alpha: number, curve: {t: number, J: number}[]}} course the right training, to be compared with
 * @property {{id: string, alpha: number} | null} hint a mistake that trains the same at another alpha, where the right training is found
 * @property {boolean} few there are too few numbers to look for another alpha
 */

/** States 0 .. last, so many of them that they can be drawn. @param {number} last */
function drawn(last) {
  const every = Math.max(1, Math.ceil(last / MOST_POINTS));
  const states = [];
  for (let t = 0; t < last; t += every) states.push(t);
  return [...states, last];
}

/** @param {import('./trainer.js').Trainer} trainer @param {import('./search.js').Hit} hit @param {number} last */
async function curveOf(trainer, { program, alpha, more }, last) {
  const shift = program.shift ?? 0;
  const states = drawn(last);
  const J = await trainer.costs(program, alpha, states.map((t) => t + shift), more); // prettier-ignore
  return states.map((t, k) => ({ t, J: J[k] }));
}

const said = ({ id, wrong, right }) => ({ id, wrong, right });

const unitsOff = ({ v, unit }, x) => Math.abs(v - x) / Math.max(unit, 1e-9 * Math.abs(v));

/** b, w and accuracy after the iterations that suit b best, and whether their signs say that the labels are swapped. */
async function endOf(trainer, { b, w, accuracy }, /** @type {import('./search.js').Hit} */ hit) {
  const { program, alpha, guess, more = {} } = hit;
  if (!b && !accuracy && w.length === 0) return {};
  const last = guess.at[guess.at.length - 1];
  /** @type {{b: number, accuracy: number, iterations: number, w: number[], off: number} | null} */
  let best = null;
  for (const after of [guess.step, ...AFTER]) {
    const { at, doctor } = await trainer.begin(program, alpha, last + after, more);
    at(last + after);
    const off = b ? unitsOff({ ...b, v: Math.abs(b.v) }, Math.abs(doctor.b)) : after;
    const isKnown =
      !program.w0 && ["scaled", "bytes"].includes(program.x ?? "scaled") && program.id !== "column";
    const weights = isKnown ? doctor.w(w.length) : [];
    const now = { b: doctor.b, accuracy: doctor.accuracy, iterations: last + after, w: [...weights], off };
    if (!best || off < best.off) best = now;
  }
  if (!best) return {};
  const swapped = b
    ? unitsOff(b, -best.b) < 2 && unitsOff(b, best.b) >= 2
    : w.length > 0 && best.w.length === w.length && w.every((each, j) => each.v * best.w[j] < 0);
  return { end: { b: best.b, accuracy: best.accuracy, iterations: best.iterations }, swapped };
}

/** How many significant digits of all numbers agree, at most those printed. */
function digitsOf(costs, J) {
  const finite = costs.map(({ v }, k) => Math.abs(v - J[k]) / Math.abs(v)).filter(Number.isFinite);
  return finite.length
    ? Math.floor(Math.min(15, ...finite.map((off) => -Math.log10(Math.max(off, 1e-16)))))
    : 0;
}

/** A step m times as long, or as short, is also another alpha. @param {import('./search.js').Hit} hit @param {number} m */
function hintOf({ id, alpha }, m) {
  if (id !== "right" || m < 2) return null;
  const of = (/** @type {number} */ times) =>
    RATES.find((rate) => Math.abs((rate * times) / alpha - 1) < 1e-3);
  const [longer, shorter] = [of(m), of(1 / m)];
  if (longer) return { id: "no-m", alpha: longer };
  return shorter ? { id: "m-twice-dw", alpha: shorter } : null;
}

/** Whether all that is known is that J is soon not finite, which the right training prints as well where alpha is large enough.
 *  @param {import('./trainer.js').Trainer} trainer @param {import('./read.js').Printed} printed
 *  @param {import('./search.js').Hit[]} hits */
async function isVague(trainer, printed, hits) {
  const { costs } = printed;
  if (costs.length < 2 || informative(printed) > 0 || hits.every(({ id }) => id === "right")) return false;
  if (costs.every(({ v }) => Number.isFinite(v))) return false;
  const [J0] = await trainer.costs(RIGHT, 1, [0]);
  return agrees(costs[0], J0) > 0;
}

/** @param {import('./trainer.js').Trainer} trainer @param {import('./read.js').Printed} printed
 *  @param {import('./search.js').Hit[]} hits @param {number} known @returns {Promise<Report>} */
export async function report(trainer, printed, hits, known) {
  const { costs, labels } = printed;
  const guess = hits[0]?.guess;
  const at = guess?.at ?? labels ?? costs.map((_, k) => k * (costs.length > 60 ? 1 : 100));
  const last = Math.min(at[at.length - 1], 1e5);
  const found = [];
  for (const hit of hits) {
    const { swapped, end } = await endOf(trainer, printed, hit);
    const id = swapped && hit.id === "right" ? "swapped" : hit.id;
    const { wrong, right } = OTHERS[id] ?? hit.program;
    const { alpha, cut, kind = false, start, until } = hit;
    const curve = await curveOf(trainer, hit, last);
    const { step, first } = hit.guess;
    const { also } = hit.program;
    found.push({
      id,
      also: also && said(also),
      alpha,
      cut,
      kind,
      start,
      wrong,
      right,
      curve,
      end,
      step,
      first,
      until,
      untilAt: until === undefined ? undefined : hit.guess.at[until],
    });
  }
  const alpha = hits[0]?.alpha ?? RATES[0];
  const course = await curveOf(trainer, /** @type {any} */ ({ program: RIGHT, alpha, more: {} }), last);
  const [hit] = hits;
  const shift = hit?.program.shift ?? 0;
  const J = hit ? await trainer.costs(hit.program, hit.alpha, hit.guess.at.map((t) => t + shift), hit.more) : []; // prettier-ignore
  const yours = drawn(costs.length - 1).map((k) => ({ t: at[k], J: costs[k].v }));
  const unit = costs.reduce((least, { unit }) => (unit > 0 ? Math.min(least, unit) : least), 1);
  return {
    found,
    known,
    n: hit?.until ?? costs.length,
    m: trainer.sets.train.doctor.m,
    vague: await isVague(trainer, printed, hits),
    more: printed.more,
    decimals: Math.round(-Math.log10(unit)),
    digits: hit ? digitsOf(costs.slice(0, hit.until), J) : 0,
    yours,
    course: { alpha, curve: course },
    hint:
      hit && hits.length === 1 && !RATES.slice(0, 2).includes(hit.alpha)
        ? hintOf(hit, trainer.sets.train.doctor.m)
        : null,
    few: costs.filter(({ v }) => Number.isFinite(v)).length < 3,
  };
}
