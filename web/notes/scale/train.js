/* One point of this figure: a network trained on m of the pictures and tested on those it has not seen. In short calls, so
   that it can be paused. No page here: Node tests it. */
import { Network } from "../../core/network.js";
import { random } from "../shared/random.js";
import { MODELS, RECIPE, engineFor, passesFor } from "./plan.js";

const CALL_MADDS = 3e7;
const TEST_CALL = 50; // pictures asked between two looks at the clock

/** @typedef {{rgb: Uint8Array, y: number}} Example */

/** m of the pictures by chance, other ones for another seed, both kinds among them. @param {Example[]} pool @param {number} m
 *  @param {number} seed @returns {Example[]} */
export function subset(pool, m, seed) {
  const next = random(seed * 7919 + 17);
  const order = pool.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const taken = order.slice(0, m);
  for (const y of [0, 1]) {
    if (taken.some((i) => pool[i].y === y)) continue;
    const other = order.find((i) => pool[i].y === y);
    if (other !== undefined) taken[0] = other;
  }
  return taken.map((i) => pool[i]);
}

/** A dataset of these pictures, with its Gram matrix where that is used. Free it.
 *  @param {import('../../core/core.js').Core} core @param {Example[]} examples @param {number} px @param {() => Promise<void>} breathe */
export async function datasetOf(core, examples, px, breathe) {
  const dataset = core.createDataset(px);
  try {
    for (const [i, { rgb, y }] of examples.entries()) {
      dataset.add(rgb, y, "train", i);
      if (i % 200 === 199) await breathe();
    }
    if (engineFor(examples.length, dataset.n_x) === "gram") while (dataset.gramStep(4) > 0) await breathe();
    return dataset;
  } catch (error) {
    dataset.free();
    throw error;
  }
}

/**
 * Trains by the recipe; gives the share of right answers. Counts only its own time: pauses do not.
 * @param {import('../../core/dataset.js').Dataset} dataset training pictures @param {Example[]} tests
 * @param {{model: number, seed: number}} run
 * @param {{breathe: () => Promise<void>, now: () => number}} means breathe waits while paused
 * @returns {Promise<{accuracy: number, train: number, ms: number}>}
 */
export async function measure(dataset, tests, { model, seed }, { breathe, now }) {
  const m = dataset.count("train", 0) + dataset.count("train", 1);
  const { hidden } = MODELS[model];
  const engine = engineFor(m, dataset.n_x);
  const nn = Network.onPictures(dataset, { hidden, engine, batch: RECIPE.batch, seed });
  let ms = 0;
  const timed = async (/** @type {() => any} */ work) => {
    const start = now();
    const result = work();
    ms += now() - start;
    await breathe();
    return result;
  };
  try {
    const passes = passesFor(m);
    const calm = Math.floor(passes * (1 - RECIPE.calm.share));
    while (nn.iteration < calm) await timed(() => nn.train(RECIPE.alpha, calm - nn.iteration, CALL_MADDS));
    while (nn.iteration < passes)
      await timed(() => nn.train(RECIPE.calm.alpha, passes - nn.iteration, CALL_MADDS));
    while (!(await timed(() => nn.evaluate(CALL_MADDS))));
    let right = 0;
    for (let i = 0; i < tests.length; i += TEST_CALL)
      await timed(() => {
        for (const { rgb, y } of tests.slice(i, i + TEST_CALL))
          right += Number(nn.predict(rgb).a > 0.5 === (y === 1));
      });
    return { accuracy: right / tests.length, train: nn.accuracy("train"), ms };
  } finally {
    nn.free();
  }
}
