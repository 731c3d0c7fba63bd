/* One search in the worker, on the page's pictures: begun, heard of, stopped. */
import { GRAM_MAX } from "../../core/limits.js";
import { openWorker } from "../../ui/worker.js";
import { inWorker, pixelsOf } from "../whatif/away.js";

/** Of each picture, 1 where it is a mirrored copy that was made here: a program has those only from a file saved here. */
function copiesOf({ of }) {
  const seen = new Set();
  return Array.from(of, (id) => {
    const isCopy = seen.has(id);
    seen.add(id);
    return Number(isCopy);
  });
}

/** Why nothing can be found: a code, or null. @param {any} state */
export function obstacle({ data }) {
  if (!data) return "missing";
  if (data.m === 0) return "missing";
  return data.id.length > GRAM_MAX ? "many" : null;
}

/** What the outcome is about: while it is the same, the outcome holds. */
export const keyOf = ({ id, y, test, n_px }) => `${id.join()} ${y.join("")} ${test.join("")} ${n_px}`;

/**
 * @param {any} app @param {string} text
 * @param {{progress: (share: number) => void, over: (report: any) => void, failed: (code: string) => void}} hear
 * @returns {() => void} stops it
 */
export function startSearch(app, text, { progress, over, failed }) {
  const { data, settings } = app.state;
  const key = keyOf(data);
  const make = async (/** @type {() => boolean} */ wanted) => {
    const { n_px } = data;
    const rgb = await pixelsOf(app, Array.from(data.id), n_px, wanted);
    if (!rgb || keyOf(app.state.data) !== key) return null;
    const [y, test] = [Array.from(data.y), Array.from(data.test)];
    return {
      job: { n_px, rgb, y, test, copy: copiesOf(data), text, alpha: settings.alpha },
      transfer: [rgb.buffer],
    };
  };
  return inWorker(() => openWorker(new URL("./worker.js", import.meta.url).href), make, {
    heard: (event) => event.type === "progress" && progress(event.share),
    over: ({ report }) => over(report),
    failed,
  });
}
