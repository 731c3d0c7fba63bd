/* The run that was replaced: its curves, pale, behind those that are there. */
import { decimate } from "./costs.js";

/** @typedef {ReturnType<typeof decimate>} Points */

/** What there is of it between the ends of the axis. @param {any} view @param {any} range @returns {Points} */
export function replacedIn({ state: { replaced } }, range) {
  return replaced
    ? decimate(replaced, { ...range, last: Math.min(range.last, replaced.length - 1) })
    : [[], [], []];
}

/** @param {any} view @param {Points} points */
export function drawReplaced({ plot, look }, [xs, trained, test]) {
  plot.ctx.globalAlpha = 0.3;
  plot.curve(xs, test, look.quiet, 1);
  plot.curve(xs, trained, look.ink, 1.5);
  plot.ctx.globalAlpha = 1;
}
