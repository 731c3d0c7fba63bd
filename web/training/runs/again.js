// A run trained anew from its start: the same numbers, to the last bit. In short calls, beside what is there.

import { CoreError } from "../../core/core.js";
import { createLearner } from "../engine.js";
import { breathe } from "../pace.js";

const CALL_MS = 8;

/** @typedef {Pick<import('./run.js').Run, "engine" | "alphas" | "removals" | "end"> & {made: any}} Path */

/** Work in pieces that take about CALL_MS. @param {() => number} now */
function paced(now) {
  let madds = 2e6;
  return (/** @type {(madds: number) => void} */ work) => {
    const started = now();
    work(madds);
    madds = Math.min(1e10, Math.max(1e5, madds * (now() - started > CALL_MS ? 0.7 : 1.4)));
    return breathe();
  };
}

/**
 * @param {import('../../core/dataset.js').Dataset} dataset @param {Path} path
 * @param {{wanted: () => boolean, progress: (done: number, total: number) => void, now?: () => number}} how
 * @returns {Promise<import('../learned.js').Learner | null>} evaluated, to be freed; null: no longer wanted. One that ran
 * away is where that happened.
 */
export async function trainedAnew(dataset, path, { wanted, progress, now = () => performance.now() }) {
  const { engine, made, alphas, removals, end } = path;
  const piece = paced(now);
  if (engine === "gram")
    while (dataset.gramMissing() > 0) {
      await piece(() => void dataset.gramStep(4));
      if (!wanted()) return null;
    }
  const lr = createLearner(dataset, engine, made);
  let done = false;
  try {
    const evaluated = async () => {
      for (let is = false; !is;) {
        await piece((madds) => void (is = lr.evaluate(madds)));
        if (!wanted()) return false;
      }
      return true;
    };
    const out = [...removals];
    /** Takes out what was taken out at t. */
    const removed = async () => {
      while (out.length > 0 && out[0][0] === lr.iteration) {
        if (!(await evaluated())) return false;
        const [[, layer, unit, is]] = out.splice(0, 1);
        /** @type {any} */ (lr).remove(layer, unit, is);
      }
      return true;
    };
    for (const { to, alpha } of alphas)
      while (lr.iteration < to) {
        if (!(await removed())) return null;
        const until = Math.min(to, out[0]?.[0] ?? to);
        const before = lr.iteration;
        await piece((madds) => void lr.train(alpha, until - before, madds));
        if (!wanted()) return null;
        progress(lr.iteration, end);
      }
    done = (await removed()) && (await evaluated());
  } catch (error) {
    if (!(error instanceof CoreError && error.code === "diverged")) throw error;
    done = lr.evaluate();
  } finally {
    if (!done) lr.free();
  }
  return done ? lr : null;
}
