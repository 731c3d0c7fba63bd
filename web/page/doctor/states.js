// Of which states the printed costs may be, and whether a training printed them.

/** Every so many iterations, likelier first. */
const STEPS = [100, 1, 10, 50, 20, 25, 5, 2];
const RARE = [1000, 500, 200, 250];
const ENOUGH_NAN = 3;
const SLACK = 1e-9; // of sums in another order, beside one

/**
 * @typedef {object} Guess
 * @property {number[]} at the state of each number
 * @property {number} step @property {number} first
 */

/** @param {import('./read.js').Printed} printed @param {number} most iterations @param {boolean} [rare] those that are less
 *  likely instead @returns {Guess[]} */
export function guesses({ costs, labels }, most, rare = false) {
  const n = costs.length;
  if (labels) {
    const step = n > 1 ? labels[1] - labels[0] : 100;
    const said = { at: labels, step, first: labels[0] };
    const counted = { at: labels.map((t) => t - 1), step, first: labels[0] - 1 }; // from 1 on
    return rare ? [] : labels[0] > 0 ? [said, counted] : [said];
  }
  const every = (/** @type {number} */ step, /** @type {number} */ first) => ({
    at: costs.map((_, k) => first + k * step),
    step,
    first,
  });
  const usual = n > 60 ? [1, ...STEPS.filter((step) => step !== 1)] : STEPS;
  const steps = rare ? RARE : usual;
  return steps
    .flatMap((step) => [every(step, 0), ...(step > 1 ? [every(step, step), every(step, step - 1)] : [])])
    .filter(({ at }) => at[n - 1] <= most);
}

/** How many finite numbers there are of states behind the first: what tells trainings apart. @param {import('./read.js').Printed}
 *  printed */
export const informative = ({ costs, labels }) =>
  costs.filter(({ v }, k) => Number.isFinite(v) && (labels ? labels[k] > 0 : k > 0)).length;

/** How many numbers say something: where J is not finite any more, a few of those. @param {import('./read.js').Printed}
 *  printed */
export const comparedOf = ({ costs }) => {
  const last = costs.findLastIndex(({ v }) => Number.isFinite(v));
  return Math.min(costs.length, last + 1 + ENOUGH_NAN);
};

export const [ROUNDED, CUT] = [1, 2];

/** In which ways J is printed as this number, of both: 0 in neither. @param {import('./read.js').Value} value @param {number} J
 *  @param {number} [off] as far beside as J may be */
export function agrees({ v, unit }, J, off = 0) {
  if (!Number.isFinite(v)) return Number.isFinite(J) ? 0 : ROUNDED | CUT;
  if (!Number.isFinite(J)) return 0;
  const slack = SLACK * Math.max(1, Math.abs(J)) + off;
  const cut = v * J >= 0 ? Math.abs(J) - Math.abs(v) : NaN;
  return (
    (Math.abs(v - J) <= unit / 2 + slack ? ROUNDED : 0) | (cut >= -slack && cut <= unit + slack ? CUT : 0)
  );
}

/** What the course and its notebook train with, and what learners try next. */
export const RATES = [
  0.005, 0.01, 0.001, 0.0001, 0.1, 0.002, 0.003, 0.05, 0.5, 1, 0.02, 0.0005, 0.009, 0.0075, 0.03, 0.3,
];

/** Rates between which others are sought. @param {number[]} mantissas @param {number} from power of ten @param {number} to */
const grid = (mantissas, from, to) =>
  Array.from({ length: to - from + 1 }, (_, k) => mantissas.map((v) => Number(`${v}e${from + k}`))).flat();

export const GRID = grid([1, 1.5, 2, 3, 5, 7], -5, 0);

/** For the right training, which at a large rate is not even: every rate of two digits. */
export const FINE = [
  ...grid([1, 1.5, 2, 3, 5, 7], -6, -4),
  ...grid(
    Array.from({ length: 90 }, (_, k) => 1 + k / 10).map((v) => Number(v.toFixed(1))),
    -3,
    -1,
  ),
  ...grid([1, 1.5, 2, 3, 5, 7], 0, 0),
];

/** Digits of a rate. @param {number} alpha */
export const significant = (alpha) => digitsOf(alpha).length;

const digitsOf = (/** @type {number} */ alpha) =>
  Number(alpha.toPrecision(9))
    .toExponential()
    .replace(/e.*|\D/g, "");

/** Digits, of which the two of a quarter are one. @param {number} alpha */
const oddDigits = (alpha) => digitsOf(alpha).replace(/(25|75)$/, "5").length;

/** How odd it would be to choose this rate and print so: 0 for the course's own, 3 for a number nobody writes. @param {number} alpha
 *  @param {{step: number}} guess */
export function oddity(alpha, { step }) {
  const rate = alpha === RATES[0] ? 0 : RATES.includes(alpha) ? 0.5 : Math.min(3, oddDigits(alpha));
  return rate + ([1, 10, 100].includes(step) ? 0 : 0.75);
}
