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
  worker.addEventListener("message", ({ data }) => data?.type in EVENTS && hear(data));
  worker.addEventListener("error", () => hear({ type: "notice", code: "worker-failed" }));
  return wrap(worker);
}

/** What the worker tells; other messages are comlink's answers. */
const EVENTS = { data: 1, train: 1, evaluation: 1, adding: 1, saving: 1, notice: 1, keeper: 1, brought: 1 };
