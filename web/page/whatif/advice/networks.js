// One training of a network on some of the pictures, in short calls.

import { CoreError } from "../../../core/errors.js";
import { createLearner, engineFor } from "../../../training/engine.js";
import { thinned } from "../run.js";

const CALL_MS = 8;

/** The pictures of a plan, those alone. @param {import('../../../core/core.js').Core} core @param {any} set
 *  @param {import('../plan.js').Plan} plan */
function datasetOf(core, { n_px, rgb, pictures }, { train, test }) {
  const dataset = core.createDataset(n_px);
  const each = 3 * n_px * n_px;
  const add = (/** @type {number[]} */ places, /** @type {string} */ part) =>
    places.forEach((i) => dataset.add(rgb.subarray(i * each, (i + 1) * each), pictures.y[i], part, i));
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
 * @param {import('../../../core/core.js').Core} core
 * @param {{n_px: number, rgb: Uint8Array, pictures: {y: ArrayLike<number>}}} set @param {import('../plan.js').Plan} plan
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
    const settings = /** @type {import('../../../training/settings.js').Settings} */ (
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
    return { cost, testCost, ...accuracies, tested, ...curve };
  } catch (error) {
    if (!(error instanceof CoreError && error.code === "diverged")) throw error;
    return { cost: NaN, testCost: NaN, accuracy: NaN, testAccuracy: NaN, tested };
  } finally {
    learner?.free();
    dataset.free();
  }
}

/** @param {any} learner @param {number} iterations */
function curvesOf(learner, iterations) {
  const { costs: testCosts, every } = thinned(learner.testCosts(0, iterations + 1));
  return { testCosts, every };
}
