// Computing power: how many multiply-adds trainings take, and how many this machine does in a second.
import { Vectors } from "../../core/loops.js";
import { MODELS, passesFor, planOf, ladder, POOL, PX, RECIPE } from "./plan.js";

const N = 4096; // numbers of a vector: two of them fit into the nearest cache
const SLICES = 15;
const SLICE_MS = 8; // shorter than a frame

/** Multiply-adds of one look at one example: w·x forward, x·dz backward; between two layers also what the error of the one
 *  before is made of. @param {number} n_x @param {number[]} hidden */
export function maddsOfExample(n_x, hidden) {
  const sizes = [n_x, ...hidden, 1];
  return sizes.slice(1).reduce((sum, n, l) => sum + (l === 0 ? 2 : 3) * sizes[l] * n, 0);
}

/** The course's homework, the largest network of this figure, and all that this figure trains.
 *  @param {number} seeds runs per point @returns {[string, number][]} */
export function trainings(seeds) {
  const n_x = 3 * PX ** 2;
  const looks = (/** @type {number} */ m) => m * passesFor(m);
  const large = MODELS[MODELS.length - 1].hidden;
  const runs = planOf({ sizes: ladder(POOL), seeds });
  const all = runs.reduce(
    (sum, { model, m }) => sum + looks(m) * maddsOfExample(n_x, MODELS[model].hidden),
    0,
  );
  return [
    ["homework", 2000 * 209 * maddsOfExample(12288, [])],
    ["largest", RECIPE.updates * RECIPE.batch * maddsOfExample(n_x, large)],
    ["all", all],
  ];
}

/** Multiply-adds a second by SIMD in float64, one core: the median of several slices.
 *  @param {import('../../core/core.js').Core} core
 *  @param {{breathe: () => Promise<unknown>, now?: () => number}} how breathe: between two slices */
export async function madds(core, { breathe, now = () => performance.now() }) {
  const vectors = new Vectors(core, N);
  const rates = [];
  try {
    for (let slice = 0; slice < SLICES; slice++) {
      const start = now();
      let [calls, ms] = [0, 0];
      for (; ms < SLICE_MS; calls++) {
        vectors.simd64();
        ms = now() - start;
      }
      rates.push((1000 * calls * N) / ms);
      await breathe();
    }
  } finally {
    vectors.free();
  }
  return rates.sort((a, b) => a - b)[Math.floor(SLICES / 2)];
}
