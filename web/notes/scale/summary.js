/* What the points of this figure say: mean and spread of each, and in one sentence what was seen, whether or not it is what
   the slogan says. Two points differ when not one of their runs overlaps: the worst of one is above the best of the
   other; with one run each nothing is claimed. */
import { MODELS } from "./plan.js";

/** Nearly all pictures right: nothing could be better than this. */
const ALL = 0.995;

/** @typedef {{model: number, m: number, seed: number, accuracy: number, seconds: number}} Point */

/** @param {number[]} values */
export function spread(values) {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { n: values.length, mean, min: Math.min(...values), max: Math.max(...values) };
}

/** All points of a model and an m as one. @param {Point[]} points @returns {any[][]} [model][index of m], null where none is */
export function gather(points, sizes) {
  return MODELS.map((_, model) =>
    sizes.map((m) => {
      const list = points.filter((p) => p.model === model && p.m === m);
      if (list.length === 0) return null;
      const seconds = list.reduce((sum, p) => sum + p.seconds, 0) / list.length;
      return { ...spread(list.map((p) => p.accuracy)), seconds };
    }),
  );
}

/** 1: a is above b, -1: below, 0: no difference that the spread allows to be claimed. */
export function compare(a, b) {
  if (!a || !b || a.n < 2 || b.n < 2) return 0;
  return a.min > b.max ? 1 : a.max < b.min ? -1 : 0;
}

/**
 * What was seen: facts with their numbers, to be put into words.
 * @param {any[][]} table of gather @param {number[]} sizes
 * @returns {{enough: boolean, verdict?: 'slogan' | 'no-room' | 'no-slogan', facts: {key: string, [name: string]: any}[]}}
 */
export function seen(table, sizes) {
  const known = sizes.map((_, k) => table.every((row) => row[k] && row[k].n >= 2));
  const [first, last] = [known.indexOf(true), known.lastIndexOf(true)];
  if (first < 0 || first === last) return { enough: false, facts: [] };
  const large = table.length - 1;
  const at = { small: sizes[first], large: sizes[last] };
  const end = (model) => ({ from: table[model][first].mean, to: table[model][last].mean });
  const rise = compare(table[large][last], table[large][first]);
  const wins = compare(table[large][last], table[0][last]);
  const wonEarly = compare(table[large][first], table[0][first]);
  const facts = [
    { key: `data.${rise}`, ...at, ...end(large) },
    { key: `size.${wins}`, m: at.large, a: table[large][last].mean, b: table[0][last].mean },
    { key: `early.${wonEarly}`, m: at.small, a: table[large][first].mean, b: table[0][first].mean },
  ];
  const full = [0, large].every((model) => table[model][last].mean > ALL);
  return {
    enough: true,
    verdict: rise === 1 && wins === 1 ? "slogan" : full ? "no-room" : "no-slogan",
    facts,
  };
}

/** The table as CSV. @param {any[][]} table @param {number[]} sizes */
export function csvOf(table, sizes) {
  const lines = ["m,model,hidden,runs,accuracy_mean,accuracy_min,accuracy_max,seconds"];
  sizes.forEach((m, k) =>
    MODELS.forEach(({ id, hidden }, model) => {
      const cell = table[model][k];
      if (!cell) return;
      const { n, mean, min, max, seconds } = cell;
      const shares = [mean, min, max].map((share) => Number(share.toFixed(6)));
      lines.push([m, id, hidden.join(" "), n, ...shares, seconds.toFixed(3)].join(","));
    }),
  );
  return `${lines.join("\n")}\n`;
}
