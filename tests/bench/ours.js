// Our engine named on the command line, in wasm, called the way the page calls it (web/training/training.js): in calls of
// about 4 ms. Timed: everything from the bytes on, so the Gram matrix is in, and the widening to float.

import { open } from "../unit/shared/open.js";
import { ALPHA, measure, task } from "./homework.js";

const CALL_MS = 4;

/** Trains in short calls. @param {import("../../web/core/learner.js").Learner} lr @param {number} iterations */
export function train(lr, iterations, alpha = ALPHA) {
  let madds = 2e6;
  while (lr.iteration < iterations) {
    const start = performance.now();
    lr.train(alpha, iterations - lr.iteration, madds);
    const ms = performance.now() - start;
    madds = Math.min(1e10, Math.max(1e5, madds * (ms < CALL_MS / 2 ? 1.5 : ms > CALL_MS ? 0.7 : 1)));
  }
}

/** @param {import("../../web/core/core.js").Core} core @param {import("./homework.js").Homework} data */
export function fill(core, { m, n_x, x, y }) {
  const dataset = core.createDataset(Math.sqrt(n_x / 3));
  for (let i = 0; i < m; i++) dataset.add(x.subarray(i * n_x, (i + 1) * n_x), y[i], "train", i);
  return dataset;
}

/** A picture that leaves takes its row of K along: with all of them anew, the next run makes all of K.
 *  @param {import("../../web/core/dataset.js").Dataset} dataset @param {import("./homework.js").Homework} data */
export function renew(dataset, { m, n_x, x, y }) {
  for (let i = 0; i < m; i++) {
    dataset.remove(i);
    dataset.add(x.subarray(i * n_x, (i + 1) * n_x), y[i], "train", i);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { data, what, iterations, runs } = await task();
  const dataset = fill(await open(), data);
  const homework = () => {
    while (what === "gram" && dataset.gramStep(1) > 0);
    const lr = dataset.createLogreg(what);
    train(lr, iterations);
    const costs = lr.costs(0, iterations);
    lr.free();
    return costs;
  };
  await measure(runs, iterations, homework, () => renew(dataset, data));
}
