/* What this figure will measure: which networks, on how many pictures, how often, in which order, and how long that takes. */
import { predict, sooner } from "../../training/engine.js";

/** Side of the pictures, pictures to train on and to test with, of the drawn set. */
export const PX = 32;
export const POOL = 5000;
export const TESTS = 400;

/** One recipe for all: every training makes the same number of updates, whatever m. The last quarter of them is made with
 *  a tenth of alpha: else the answer hangs on which mini-batch happened to come last. */
export const RECIPE = { updates: 2000, batch: 32, alpha: 0.02, calm: { share: 0.25, alpha: 0.002 } };

/** From none to large: hidden neurons of each layer. */
export const MODELS = [
  { id: "logistic", hidden: [] },
  { id: "small", hidden: [4] },
  { id: "medium", hidden: [16] },
  { id: "large", hidden: [64, 16] },
];

/** Fewest pictures that a curve can be measured on, and fewest to test with. */
export const LEAST = { train: 40, test: 10 };

const SMALLEST = 40;

/** What an update costs beside its multiply-adds: only for the guess before anything is measured. */
const UPDATE_SECONDS = 40e-6;

/** @typedef {{model: number, m: number, seed: number}} Run model: index in MODELS */

/** m from small to all there are: each the double of the one before. @param {number} most @returns {number[]} */
export function ladder(most) {
  const sizes = [];
  for (let m = SMALLEST; m < 0.75 * most; m *= 2) sizes.push(m);
  return [...sizes, most];
}

/** All runs: a whole curve with every seed, small m first. @param {{sizes: number[], seeds: number}} how @returns {Run[]} */
export function planOf({ sizes, seeds }) {
  const runs = [];
  for (let seed = 1; seed <= seeds; seed++)
    for (const m of sizes) for (let model = 0; model < MODELS.length; model++) runs.push({ model, m, seed });
  return runs;
}

/** Neurons in the first layers of all models together. */
const FIRST = MODELS.reduce((sum, { hidden: [n = 1] }) => sum + n, 0);

/** By either engine: the Gram matrix, which is there once for all models, is left to `missing`.
 *  @param {number} m @param {number} n_x @param {number[]} hidden @param {number} missing */
const workOf = (m, n_x, hidden, missing) =>
  predict({ m, count: m, n_x, hidden, batch: RECIPE.batch, iterations: passesFor(m), missing });

/** The engine with which all models will be done first. @param {number} m @param {number} n_x */
export const engineFor = (m, n_x) => sooner(workOf(m, n_x, [FIRST], m));

/** Passes over m pictures that come nearest to the updates of the recipe. @param {number} m */
export const passesFor = (m) => Math.max(1, Math.round(RECIPE.updates / Math.ceil(m / RECIPE.batch)));

/** Predicted seconds of a run. @param {Run} run @param {number} n_x */
export function secondsOf({ model, m }, n_x) {
  const { hidden } = MODELS[model];
  const work = workOf(m, n_x, hidden.length > 0 ? hidden : [1], 0);
  return work[engineFor(m, n_x)].seconds + RECIPE.updates * UPDATE_SECONDS;
}

/**
 * Seconds left: what is predicted for the runs to come, corrected by how the runs done compare with theirs.
 * @param {{runs: Run[], done: number, spent: number, n_x: number}} progress spent: seconds of the runs done
 */
export function secondsLeft({ runs, done, spent, n_x }) {
  const predicted = (list) => list.reduce((sum, run) => sum + secondsOf(run, n_x), 0);
  const before = predicted(runs.slice(0, done));
  const correction = before > 0 && spent > 0 ? spent / before : 1;
  return predicted(runs.slice(done)) * correction;
}
