/* The hidden status line: tells screen readers of starts and stops, now and then of progress but never of every
   iteration, and what another part asks to be said. */
import { t } from "../../i18n/i18n.js";
import { fixed, percent } from "../../ui/format.js";

const PROGRESS_MS = 15000;

/** @param {{running: boolean, finished: boolean, cost: number}} train @param {boolean} before it was running
 *  @param {boolean} missing a class has no pictures */
function stateOf({ running, finished, cost }, before, missing) {
  if (running) return before ? "progress" : "started";
  if (missing) return "empty";
  if (!Number.isFinite(cost)) return "stopped"; // the notice says why
  return finished ? "finished" : "paused";
}

/** Feeds the line from train events, and with sentences told as "spoken". */
export function mountStatus(line, app) {
  let running = false;
  let last = 0;
  app.on("spoken", (sentence) => {
    line.textContent = sentence;
  });
  app.on("train", (train) => {
    if (train.live) return; // what is tried is told by what tries it
    const now = performance.now();
    if (train.running === running && !(running && now - last > PROGRESS_MS)) return;
    const words = { t: train.iteration, cost: fixed(train.cost, 3), accuracy: percent(train.accuracy) };
    last = now;
    line.textContent = t(`status.${stateOf(train, running, Boolean(app.state.data?.missing))}`, words);
    running = train.running;
  });
}
