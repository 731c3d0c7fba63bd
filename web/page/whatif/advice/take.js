/* Does what a row of the advice says, and takes it back: what is a step by undo, other settings by their values before. */
import { replacedOf } from "../../live/replaced.js";

/** @param {any} app @param {import('./candidates.js').Candidate} candidate */
async function doIt(app, { kind, n_px, alpha, hidden }, iterations) {
  if (kind === "alpha") return replacedOf(app).retrain(alpha);
  if (kind === "until") return go(app, iterations);
  if (kind === "mirror") await app.session.mirror();
  if (kind === "size") await app.change({ n_px });
  if (kind === "hidden") await app.change({ hidden });
  await app.session.play();
}

/** On to that iteration, or back to it. @param {any} app @param {number} iterations */
async function go(app, iterations) {
  await app.change({ iterations });
  const { train } = app.state;
  if (train?.iteration >= iterations) await app.session.seek(iterations);
  else await app.session.play();
}

/**
 * @param {any} app @param {import('./candidates.js').Candidate} candidate @param {number} iterations that it was tried with
 * @returns {Promise<() => Promise<void>>} takes it back
 */
export async function take(app, candidate, iterations) {
  const { hidden, iterations: before, alpha } = app.state.settings;
  const last = () => app.state.data.undo?.id;
  const first = last();
  await doIt(app, candidate, iterations);
  const step = last();
  if (step !== first)
    return async () => {
      if (last() === step) await app.session.undo(); // else other steps came after it
    };
  return async () => {
    if (candidate.kind === "until") return go(app, before);
    await app.change(candidate.kind === "alpha" ? { alpha } : { hidden });
    await app.session.play();
  };
}

/** Whether it can be done by a click. @param {import('./candidates.js').Candidate} candidate */
export const canTake = ({ kind }) => kind !== "part" && kind !== "now";
