/* Where the axes of the cost chart end and where they are marked. Pure arithmetic. */

/** The cost before anything has been learnt. */
export const LOG2 = Math.log(2);

/** Over so many iterations the axis grows with the run: at its full length nothing would be seen of the first minute. */
const LONG = 20_000;

const STEPS = [1, 2, 5];
const TOPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]; // finer: a curve should not lie in the lower half of its chart

/** The smallest of these, times a power of ten, that is not below x. @param {number} x @param {number[]} [numbers] */
function roundUp(x, numbers = STEPS) {
  const power = 10 ** Math.floor(Math.log10(x));
  return power * (numbers.find((k) => k * power >= x * (1 - 1e-9)) ?? 10);
}

/** Where the x axis ends: with the iterations asked for, so that nothing rescales; only towards very many of them it grows,
 *  in few, round steps. */
export function lastIteration({ end, iterations }) {
  if (end >= iterations) return Math.max(end, 1);
  if (iterations <= LONG) return iterations;
  return Math.min(iterations, roundUp(Math.max(20, end * 1.02)));
}

/** 1, 2, 5, 10, ... (or, over many decades, powers of ten only) within [min, max]. */
export function logSplits(min, max) {
  const decades = Math.log10(max / min);
  const result = [];
  for (let power = 10 ** Math.floor(Math.log10(min)); power <= max; power *= 10) {
    for (const k of decades > 3 ? [1] : decades > 0.7 ? [1, 2, 5] : [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const v = Number((k * power).toPrecision(6));
      if (v >= min * 0.999 && v <= max * 1.001) result.push(v);
    }
  }
  return result;
}

/** Multiples of 1, 2 or 5 times a power of ten within [min, max], about `count` of them at most.
 *  @param {number} min @param {number} max @param {number} count @param {boolean} [whole] no steps below 1 */
export function linearSplits(min, max, count, whole = false) {
  const step = Math.max(whole ? 1 : 0, roundUp((max - min) / Math.max(1, count)));
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) =>
    Number(((first + k) * step).toPrecision(12)),
  );
}

/**
 * How far up the y axis must reach for what matters, and whether something is cut there: a spike of the first iterations
 * does not press everything else flat.
 * @param {(number | null)[]} values of the curve, as drawn @returns {{high: number, cut: boolean}}
 */
export function reach(values) {
  const sorted = values.filter((v) => v !== null).sort((p, q) => p - q);
  const most = sorted.at(-1) ?? 0;
  const usual = Math.max(LOG2, sorted[Math.floor(0.6 * (sorted.length - 1))] ?? 0);
  const cut = sorted.length >= 20 && most > 4 * usual;
  return { high: cut ? 2 * usual : most, cut };
}

/** The y axis: from 0 and never flatter than log 2, or as much of a log axis as the data need. */
export function yRange(low, high, log) {
  if (!log) return [0, Math.max(0.8, high > 1 ? roundUp(high * 1.02, TOPS) : Math.ceil(high * 5.1) / 5)];
  if (!(low > 0 && low < Infinity)) return [0.1, 1];
  return [low * 0.9, Math.max(high, LOG2) * 1.1];
}
