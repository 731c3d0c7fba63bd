// Trainings of a network on some of the pictures, one after the other, in short calls.

import { CoreError } from "../../core/errors.js";
import { createLearner, engineFor } from "../../training/engine.js";
import { thinned } from "./run.js";

const CALL_MS = 8;

/** @param {{n_px: number, rgb: Uint8Array}} set @param {number} i */
const pictureOf = ({ n_px, rgb }, i) => rgb.subarray(3 * n_px * n_px * i, 3 * n_px * n_px * (i + 1));

/** The pictures of a plan, those alone. @param {import('../../core/core.js').Core} core @param {any} set
 *  @param {import('./plan.js').Plan} plan */
function datasetOf(core, set, { train, test }) {
  const { n_px, pictures } = set;
  const dataset = core.createDataset(n_px);
  const add = (/** @type {number[]} */ places, /** @type {string} */ part) =>
    places.forEach((i) => dataset.add(pictureOf(set, i), pictures.y[i], part, i));
  add(train, "train");
  add(test, "test");
  return dataset;
}

/** Calls work(madds) until it says that it is done; each call as long as CALL_MS allows.
 *  @param {(madds: number) => boolean} work @param {() => Promise<void>} breathe */
async function inShortCalls(work, breathe) {
  let madds = 1e7;
  for (let done = false; !done; await breathe()) {
    const started = performance.now();
    done = work(madds);
    madds = Math.min(1e10, Math.max(1e6, madds * (performance.now() - started > CALL_MS ? 0.7 : 1.4)));
  }
}

/**
 * What comes of it, as run.js tells it; all NaN where it diverged.
 * @param {import('../../core/core.js').Core} core
 * @param {{n_px: number, rgb: Uint8Array, pictures: {y: ArrayLike<number>}}} set @param {import('./plan.js').Plan} plan
 * @param {{hidden: number[], alpha: number, iterations: number, batch: number, seed: number, curve?: boolean}} how
 * @param {() => Promise<void>} breathe
 */
export async function trainNetwork(core, set, plan, how, breathe) {
  const dataset = datasetOf(core, set, plan);
  /** @type {any} */
  let learner = null;
  const { alpha, iterations } = how;
  const tested = plan.test.length;
  try {
    const settings = /** @type {import('../../training/settings.js').Settings} */ (
      /** @type {any} */ ({ ...how, engine: "auto" })
    );
    const { engine } = engineFor(dataset, plan.train.length + tested, settings, false);
    if (engine === "gram") while (dataset.gramStep(4) > 0) await breathe();
    learner = createLearner(dataset, engine, settings);
    await inShortCalls((madds) => {
      learner.train(alpha, iterations - learner.iteration, madds);
      return learner.iteration >= iterations;
    }, breathe);
    await inShortCalls((madds) => learner.evaluate(madds), breathe);
    const [cost, testCost] = [learner.costs, learner.testCosts].map(
      (costs) => costs.call(learner, iterations, iterations + 1)[0],
    );
    const accuracies = { accuracy: learner.accuracy("train"), testAccuracy: learner.accuracy("test") };
    const curve = how.curve ? curvesOf(learner, iterations) : {};
    const outZ = plan.out.map((i) => learner.predict(pictureOf(set, i)).z);
    return { cost, testCost, ...accuracies, tested, outZ, ...curve };
  } catch (error) {
    if (!(error instanceof CoreError && error.code === "diverged")) throw error;
    const nothing = { cost: NaN, testCost: NaN, accuracy: NaN, testAccuracy: NaN };
    const curve = how.curve ? curvesOf(learner, learner.iteration) : {};
    return { ...nothing, tested, outZ: plan.out.map(() => NaN), ...curve };
  } finally {
    learner?.free();
    dataset.free();
  }
}

/** @param {any} learner @param {number} iterations */
function curvesOf(learner, iterations) {
  const { costs: testCosts } = thinned(learner.testCosts(0, iterations + 1));
  return { ...thinned(learner.costs(0, iterations + 1)), testCosts };
}

/** The plans of a job, one after the other: what run.js does for a neuron.
 *  @param {import('../../core/core.js').Core} core @param {import('./run.js').Job & {hidden: number[], batch: number, seed: number}} job
 *  @param {Iterable<import('./plan.js').Plan>} plans @param {(found: import('./run.js').Found) => void} tell
 *  @param {() => Promise<void>} breathe */
export async function runNetworks(core, job, plans, tell, breathe) {
  let index = 0;
  for (const plan of plans) {
    const how = { ...job, ...plan };
    const found = await trainNetwork(core, job, plan, how, breathe);
    tell({ ...found, ...(plan.curve && { alpha: how.alpha }), index: index++, out: plan.out });
  }
}
