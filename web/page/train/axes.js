/* Where the axes of the cost chart end and where they are marked. Pure arithmetic. */

/** The cost before anything has been learnt. */
export const LOG2 = Math.log(2);

/** The smallest of 1, 2, 5, 10, 20, ... that is not below x. */
function roundUp(x) {
  const power = 10 ** Math.floor(Math.log10(x));
  return power * ([1, 2, 5].find((k) => k * power >= x * (1 - 1e-9)) ?? 10);
}

/** Where the x axis ends: it grows in few, round steps towards the number of iterations asked for. */
export function lastIteration({ end, iterations }) {
  if (end >= iterations) return Math.max(end, 1);
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

/** Between marks of the y axis; uPlot's own end at 5e15, and a cost may not. */
export const Y_STEPS = Array.from({ length: 320 }, (_, k) =>
  [1, 2, 2.5, 5].map((v) => Number(`${v}e${k - 12}`)),
).flat();

/** The y axis: from 0 and never flatter than log 2, or as much of a log axis as the data need. */
export function yRange(low, high, log) {
  if (!log) return [0, Math.max(0.8, high > 1 ? roundUp(high * 1.02) : Math.ceil(high * 5.1) / 5)];
  if (!(low > 0)) return [0.1, 1];
  return [low * 0.9, Math.max(high, LOG2) * 1.1];
}
