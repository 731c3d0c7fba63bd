// What came out of many trials, in numbers.

/** @typedef {import('./run.js').Found} Found */

/** Mean, standard deviation, least and most of the test accuracies; those that diverged are counted apart.
 *  @param {Found[]} list */
export function spread(list) {
  const there = list.filter(({ testAccuracy }) => Number.isFinite(testAccuracy));
  const n = there.length;
  const of = there.map(({ testAccuracy }) => testAccuracy);
  const mean = of.reduce((sum, a) => sum + a, 0) / n;
  const sd = Math.sqrt(of.reduce((sum, a) => sum + (a - mean) ** 2, 0) / (n - 1));
  const right = there.reduce((sum, { testAccuracy, tested }) => sum + Math.round(testAccuracy * tested), 0);
  const tested = there.reduce((sum, found) => sum + found.tested, 0);
  return {
    n,
    mean,
    sd,
    low: Math.min(...of),
    high: Math.max(...of),
    right,
    tested,
    diverged: list.length - n,
  };
}

/** What the number of pictures alone makes of an accuracy, as standard deviation. @param {number} p @param {number} n */
export const luck = (p, n) => Math.sqrt((p * (1 - p)) / n);

const ROUNDING = 1e-12; // of J: a smaller effect is none

/**
 * What each picture does to J on the test set: `without` minus `all`, so above 0 it helps. Suspect: J is better without it,
 * and what was trained without it gives it the other class.
 * @param {Found[]} list of the plan `without` @param {ArrayLike<number>} y by place
 */
export function influences(list, y) {
  const all = list.find(({ index }) => index === 0);
  if (!all || !Number.isFinite(all.testCost)) return [];
  return list.flatMap(({ index, out, outZ, testCost, testAccuracy }) => {
    if (index === 0 || !Number.isFinite(testCost)) return [];
    const [place] = out; // the picture; its copies go with it
    const change = testCost - all.testCost;
    const effect = Math.abs(change) > ROUNDING * Math.max(1, all.testCost) ? change : 0;
    const wrong = outZ[0] > 0 !== (y[place] === 1);
    return [
      {
        place,
        effect,
        accuracy: testAccuracy - all.testAccuracy,
        z: outZ[0],
        wrong,
        suspect: wrong && effect < 0,
      },
    ];
  });
}

/** Whether answers about pictures that were left out are right more often than always the larger class, by more than chance: two
 *  standard deviations. @param {ReturnType<typeof influences>} list @param {ArrayLike<number>} y by place */
export function isSkilled(list, y) {
  const ones = list.filter(({ place }) => y[place] === 1).length / list.length;
  const base = Math.max(ones, 1 - ones);
  const right = list.filter(({ wrong }) => !wrong).length / list.length;
  return right - base > 2 * luck(base, list.length);
}

/** Those that harm, suspects first, and those that help; the most in front. @param {ReturnType<typeof influences>} list */
export function sorted(list) {
  const up = [...list].sort((p, q) => p.effect - q.effect || p.place - q.place);
  const harm = up.filter(({ effect }) => effect < 0);
  return {
    harm: [...harm.filter(({ suspect }) => suspect), ...harm.filter(({ suspect }) => !suspect)],
    help: up.filter(({ effect }) => effect > 0).reverse(),
  };
}
