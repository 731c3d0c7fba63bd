// What a training has come to when it rests, or when another begins. The list of runs, which is fetched then, makes a run of it.

import { sourceOf } from "./learned.js";

/** @typedef {ReturnType<typeof takenOf>} Taken */

/** @param {import('./learned.js').Learner} lr evaluated, in its last state
 *  @param {import('../pictures/pictures.js').Pictures} pictures
 *  @param {{made: import('./settings.js').Settings, choice: import('./engine.js').Choice | null, iterations: number}} how made: the
 *  settings that lr was made with */
export const takenOf = (lr, pictures, how) => ({
  ...how,
  source: sourceOf(pictures, how.made),
  share: pictures.share,
  engine: lr.engine,
  m: lr.m,
  m_test: lr.m_test,
  alphas: lr.alphas(),
  costs: lr.costs(0, lr.end + 1),
  testCosts: lr.testCosts(0, lr.end + 1),
  accuracy: lr.accuracy("train"),
  testAccuracy: lr.accuracy("test"),
  removals: "removals" in lr ? lr.removals() : [],
});
