/* The page's side of the worker. Commands go through comlink; events come back as plain messages. */
import { wrap } from "../vendor/comlink.js";
import { openWorker } from "../ui/worker.js";

/**
 * Opens the worker.
 * @param {(event: any) => void} hear takes its events, {type, ...}
 * @returns {any} its commands, all of them async
 */
export function openTrainer(hear) {
  const { worker } = openWorker(new URL("../training/worker.js", import.meta.url).href);
  let keeps = true; // what is stored; the lock that says so is the worker's
  worker.addEventListener("message", ({ data }) => {
    if (!(data?.type in EVENTS)) return;
    if (data.type === "keeper") keeps = !data.elsewhere;
    if (data.type === "notice" && data.code.startsWith("storage-")) keeps = false;
    hear(data);
  });
  worker.addEventListener("error", () => hear({ type: "notice", code: "worker-failed" }));
  // A page that is only put aside (WebKit) would hold the lock, and the next one could not store. Everything is stored: it
  // begins anew if one comes back to it.
  addEventListener("pagehide", ({ persisted }) => persisted && keeps && worker.terminate());
  addEventListener("pageshow", ({ persisted }) => persisted && keeps && window.location.reload());
  return wrap(worker);
}

/** What the worker tells; other messages are comlink's answers. */
const EVENTS = {
  data: 1,
  train: 1,
  evaluation: 1,
  adding: 1,
  saving: 1,
  notice: 1,
  keeper: 1,
  brought: 1,
  runs: 1,
};
