/* What is computed in a worker of its own, on the page's pictures, while the page goes on: begun, heard of, stopped. */

const AT_ONCE = 128; // pictures asked of the worker that trains: it goes on in between

/** The bytes the neuron sees of these pictures, at this size, some of them at a time; null: they changed meanwhile.
 *  @param {any} app @param {number[]} ids @param {number} n_px @param {() => boolean} wanted
 *  @returns {Promise<Uint8Array | null>} (m, n_px, n_px, 3) */
export async function pixelsOf(app, ids, n_px, wanted) {
  const each = 3 * n_px * n_px;
  const all = new Uint8Array(ids.length * each);
  for (let i = 0; i < ids.length && wanted(); i += AT_ONCE) {
    const some = await app.session.pixels(ids.slice(i, i + AT_ONCE), n_px);
    if (some.n_px !== n_px) return null;
    all.set(some.rgb, i * each);
  }
  return all;
}

/**
 * @param {() => ReturnType<typeof import('../../ui/worker.js').openWorker>} open
 * @param {(wanted: () => boolean) => Promise<{job: any, transfer: Transferable[]} | null>} make null: what it is about has
 *   changed meanwhile
 * @param {{heard: (event: any) => void, over: (event: any) => void, failed: (code: string) => void}} hear heard: events that
 *   come before it is over
 * @returns {() => void} stops it
 */
export function inWorker(open, make, { heard, over, failed }) {
  /** @type {ReturnType<typeof open> | null} */
  let opened = null;
  let wanted = true;
  const stop = () => {
    wanted = false;
    opened?.worker.terminate();
    opened?.close();
    opened = null;
  };
  const end = (/** @type {() => void} */ tell) => {
    if (!wanted) return;
    stop();
    tell();
  };
  const start = async () => {
    const made = await make(() => wanted);
    if (!wanted) return;
    if (!made) return end(() => failed("changed"));
    opened = open();
    opened.worker.addEventListener("message", ({ data: event }) => {
      if (event.type === "over") end(() => over(event));
      else if (event.type === "failed") end(() => failed(event.code));
      else heard(event);
    });
    opened.worker.addEventListener("error", () => end(() => failed("")));
    opened.worker.postMessage(made.job, made.transfer);
  };
  start().catch(() => end(() => failed("")));
  return stop;
}
