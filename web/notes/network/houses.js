/* The houses of this figure, made from a rule that the network is not told, and their numbers as it gets them. */
import { standardise } from "../../core/unit.js";
import { random } from "../shared/random.js";

/** Of the houses that the page makes: size in m², bedrooms, km to the centre (1 to 12), wealth of the
 *  neighbourhood from 0 to 10. The price is in 10 000. */
export const FEATURES = ["size", "bedrooms", "distance", "wealth"];
const NOISE = 12;

/** The rule: rooms count only if the size bears them, the centre only where one can walk to it, wealth only above the
 *  middle, through its schools. @param {number[]} house @returns {number} price in 10 000 */
export const rule = ([size, bedrooms, distance, wealth]) =>
  30 +
  1.2 * size +
  24 * Math.min(bedrooms, size / 28) +
  22 * Math.max(0, 6 - distance) +
  20 * Math.max(0, wealth - 5);

/** @param {number} seed @param {number} [m] @returns {number[][]} rows of four features and a price */
export function makeHouses(seed, m = 60) {
  const next = random(seed);
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  return Array.from({ length: m }, () => {
    const size = whole(32, 170);
    const bedrooms = Math.max(1, Math.min(6, Math.round(size / 32 + 2 * next() - 1)));
    const house = [size, bedrooms, whole(1, 12), Math.round(100 * next()) / 10];
    const noise = (next() + next() + next() - 1.5) * 2 * NOISE;
    return [...house, Math.max(5, Math.round(rule(house) + noise))];
  });
}

/**
 * How a table becomes what the network gets: features standardised, the target divided by its mean size.
 * @param {import('../../core/core.js').Core} core @param {number[][]} rows the last column is y
 */
export function scaleOf(core, rows) {
  const n_x = rows[0].length - 1;
  const x = Float64Array.from({ length: rows.length * n_x }, (_, at) => rows[Math.floor(at / n_x)][at % n_x]);
  const { mu, sigma } = standardise(core, x, rows.length, n_x);
  const size = rows.reduce((sum, row) => sum + Math.abs(row[n_x]), 0) / rows.length;
  return { n_x, mu, sigma, unit: size > 0 ? size : 1 };
}

/** One row as the network gets it. @param {number[]} row @param {ReturnType<typeof scaleOf>} scale */
export const standardised = (row, { n_x, mu, sigma }) => {
  const x = new Float64Array(n_x);
  for (let k = 0; k < n_x; k++) x[k] = (row[k] - mu[k]) / sigma[k];
  return x;
};
