/* Curves of other runs in the cost chart, below its own: those that are compared in colours and dashes of their own, the last
   others pale. chart.js asks how far they go, and draws them. */
import { LOG2, reach } from "../train/axes.js";

/** So many can be told apart. */
export const MOST = 6;
const PALE = 8; // so many are drawn while none is compared
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [14, 4]];
const WIDTH = 2;

/** The dashes of a colour. @param {number} slot */
export const dashOf = (slot) => DASHES[slot].join(" ");

/** The values of a curve up to an iteration, null where there is none. @param {any} curve @param {"train" | "test"} part
 *  @param {number} first @param {number} last */
function valuesOf(curve, part, first = 0, last = Infinity) {
  const xs = Array.from(curve.t).filter((at) => at >= first && at <= last);
  const skipped = Array.from(curve.t).findIndex((at) => at >= first);
  const values = xs.map((_, i) => curve[part][skipped + i]);
  return { xs, values: values.map((J) => (Number.isFinite(J) ? J : null)) };
}

/** How far up a curve is of interest: where it begins and where it ends, not its spikes. @param {number[]} list */
const heightOf = (list) => Math.min(reach(list).high, Math.max(2 * LOG2, list.at(-1) ?? 0));

/** The largest value of a curve, where that lies above the axis; null where all of it is seen.
 *  @param {import("../train/curves.js").Curves} plot @param {(number | null)[]} values */
function above(plot, values) {
  const high = values.reduce((most, J) => Math.max(most ?? 0, J ?? 0), 0) ?? 0;
  return plot.y(high) < -1 ? high : null;
}

/** @param {{run: any, slot: number}[]} compared @param {any[]} others newest first @param {"train" | "test"} part
 *  @param {(token: string) => string} color as in theme.js @param {(high: Map<number, number>) => void} [leaves] told with
 *  each drawing which of those that are compared leave the chart at its top, by id, and how far they went */
export function paleCurves(compared, others, part, color, leaves = () => {}) {
  const faint = compared.length > 0 ? [] : others.slice(0, PALE);
  return {
    /** The axis goes so far. */
    last: compared.reduce((last, { run }) => Math.max(last, run.end), 0),
    faint: faint.length,

    /** Least, above 0, and most of those that are compared. @param {number} last @param {boolean} all of a log axis: no spike is cut */
    range(last, all) {
      const lists = compared.map(({ run }) =>
        valuesOf(run.curve, part, 0, last).values.filter((J) => J !== null),
      );
      const most = lists.map((list) => (all ? Math.max(0, ...list) : heightOf(list)));
      return [Math.min(Infinity, ...lists.flat().filter((J) => J > 0)), Math.max(0, ...most)];
    },

    /** @param {import("../train/curves.js").Curves} plot @param {boolean} log its axis of iterations
     *  @param {number} end of that axis */
    draw(plot, log, end) {
      const curve = (run, colour, width) => {
        const { xs, values } = valuesOf(run.curve, part, log ? 1 : 0);
        plot.curve(xs, values, colour, width);
      };
      const cut = compared.flatMap(({ run: { id, curve } }) => {
        const high = above(plot, valuesOf(curve, part, log ? 1 : 0, end).values);
        return high === null ? [] : [/** @type {[number, number]} */ ([id, high])];
      });
      leaves(new Map(cut));
      plot.ctx.globalAlpha = 0.4;
      for (const run of faint) curve(run, color("--line-strong"), 1);
      plot.ctx.globalAlpha = 1;
      for (const { run, slot } of compared) {
        plot.ctx.setLineDash(DASHES[slot]);
        curve(run, color(`--run-${slot}`), WIDTH);
      }
      plot.ctx.setLineDash([]);
    },
  };
}
