/* Does what a row of the advice says, and takes it back: a step of the pictures by undo, a setting by its value before. */

/** From the beginning, so that it is what was measured. */
async function again(app) {
  await app.session.reset();
  await app.session.play();
}

/** @param {any} app @param {import('./candidates.js').Candidate} candidate */
async function doIt(app, { kind, n_px, alpha, hidden }, iterations) {
  if (kind === "mirror") await app.session.mirror();
  if (kind === "size") await app.change({ n_px });
  if (kind === "alpha") await app.change({ alpha });
  if (kind === "hidden") await app.change({ hidden });
  if (kind === "until") await app.change({ iterations });
  const { train } = app.state;
  if (kind === "alpha") return again(app);
  if (kind === "until" && train?.iteration >= iterations) return app.session.seek(iterations);
  await app.session.play();
}

/**
 * @param {any} app @param {import('./candidates.js').Candidate} candidate @param {number} iterations that it was tried with
 * @returns {Promise<() => Promise<void>>} takes it back
 */
export async function take(app, candidate, iterations) {
  const { kind } = candidate;
  const { alpha, hidden, iterations: before } = app.state.settings;
  await doIt(app, candidate, iterations);
  const step = app.state.data.undo?.id;
  if (kind === "mirror" || kind === "size")
    return async () => {
      if (app.state.data.undo?.id === step) await app.session.undo(); // else other steps came after it
    };
  const settings = { alpha: { alpha }, hidden: { hidden }, until: { iterations: before } }[kind];
  return async () => {
    await app.change(settings);
    if (kind === "alpha") await again(app);
    else await app.session.play();
  };
}

/** Whether it can be done by a click. @param {import('./candidates.js').Candidate} candidate */
export const canTake = ({ kind }) => kind !== "part" && kind !== "now";
