/* The page's side of the worker. Commands go through comlink; events come back as plain messages.
   The worker is a Blob whose one line imports the real one: a worker loaded by its address would
   not inherit the page's Content-Security-Policy, a Blob worker does. */
import { wrap } from "../vendor/comlink.js";

const WORKER = new URL("../training/worker.js", import.meta.url).href;

/** Opens the worker: `session` has the commands (all async), on(type, fn) hears its events. */
export function openTrainer() {
  const line = new Blob([`import ${JSON.stringify(WORKER)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(line);
  const worker = new Worker(url, { type: "module" });
  const listeners = new Map();
  const emit = (event) => {
    for (const fn of listeners.get(event.type) ?? []) fn(event);
  };
  const on = (type, fn) => {
    if (!listeners.has(type)) listeners.set(type, new Set());
    listeners.get(type).add(fn);
    return () => listeners.get(type).delete(fn);
  };

  worker.addEventListener("message", ({ data }) => {
    if (data && listeners.has(data.type)) emit(data);
  });
  worker.addEventListener("error", () => emit({ type: "notice", code: "worker-failed" }));
  return { session: wrap(worker), on };
}
