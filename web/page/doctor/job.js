/* One search in the worker, on the page's pictures: begun, heard of, stopped. */
import { GRAM_MAX } from "../../core/limits.js";
import { openWorker } from "../../ui/worker.js";
import { inWorker, pixelsOf } from "../whatif/away.js";

/** Where the pictures are that somebody else would have too: not the mirrored copies that were made here. */
function originals({ of }) {
  const seen = new Set();
  return Array.from(of.keys()).filter((i) => {
    const isNew = !seen.has(of[i]);
    seen.add(of[i]);
    return isNew;
  });
}

/** Why nothing can be found: a code, or null. @param {any} state */
export function obstacle({ data }) {
  if (!data) return "missing";
  if (data.source === "drawn") return "drawn";
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
    const places = originals(data);
    const { id, n_px } = data;
    const rgb = await pixelsOf(app, places.map((i) => id[i]), n_px, wanted); // prettier-ignore
    if (!rgb || keyOf(app.state.data) !== key) return null;
    const [y, test] = [data.y, data.test].map((list) => places.map((i) => list[i]));
    return { job: { n_px, rgb, y, test, text, alpha: settings.alpha }, transfer: [rgb.buffer] };
  };
  return inWorker(() => openWorker(new URL("./worker.js", import.meta.url).href), make, {
    heard: (event) => event.type === "progress" && progress(event.share),
    over: ({ report }) => over(report),
    failed,
  });
}
