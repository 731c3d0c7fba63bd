/* One search in the worker, on the page's pictures: begun, heard of, stopped. */
import { GRAM_MAX } from "../../core/limits.js";
import { openWorker } from "../../ui/worker.js";

const AT_ONCE = 128; // pictures asked of the worker that trains: it goes on in between

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

async function bytesOf(app, { id, n_px }, places, wanted) {
  const each = 3 * n_px * n_px;
  const all = new Uint8Array(places.length * each);
  for (let i = 0; i < places.length && wanted(); i += AT_ONCE) {
    const some = await app.session.pixels(places.slice(i, i + AT_ONCE).map((k) => id[k]));
    if (some.n_px !== n_px) return null;
    all.set(some.rgb, i * each);
  }
  return all;
}

/**
 * @param {any} app @param {string} text
 * @param {{progress: (share: number) => void, over: (report: any) => void, failed: (code: string) => void}} hear
 * @returns {() => void} stops it
 */
export function startSearch(app, text, { progress, over, failed }) {
  const { data, settings } = app.state;
  const key = keyOf(data);
  /** @type {ReturnType<typeof openWorker> | null} */
  let open = null;
  let wanted = true;
  const stop = () => {
    wanted = false;
    open?.worker.terminate();
    open?.close();
    open = null;
  };
  const end = (/** @type {() => void} */ tell) => {
    if (!wanted) return;
    stop();
    tell();
  };
  const hear = (/** @type {MessageEvent} */ { data: event }) => {
    if (event.type === "progress") progress(event.share);
    if (event.type === "over") end(() => over(event.report));
    if (event.type === "failed") end(() => failed(event.code));
  };
  const start = async () => {
    const places = originals(data);
    const rgb = await bytesOf(app, data, places, () => wanted);
    if (!wanted) return;
    if (!rgb || keyOf(app.state.data) !== key) return end(() => failed("changed"));
    open = openWorker(new URL("./worker.js", import.meta.url).href);
    open.worker.addEventListener("message", hear);
    open.worker.addEventListener("error", () => end(() => failed("")));
    const [y, test] = [data.y, data.test].map((list) => places.map((i) => list[i]));
    const job = { n_px: data.n_px, rgb, y, test, text, alpha: settings.alpha };
    open.worker.postMessage(job, [rgb.buffer]);
  };
  start().catch(() => end(() => failed("")));
  return stop;
}
