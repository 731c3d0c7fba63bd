/* The hidden status line: tells screen readers of starts and stops, now and then of progress but never of every
   iteration, and what another part asks to be said. */
import { t } from "../../i18n/i18n.js";
import { fixed, percent } from "../../ui/format.js";

const PROGRESS_MS = 15000;

/** Feeds the line from train events, and with sentences told as "spoken". */
export function mountStatus(line, app) {
  let running = false;
  let last = 0;
  app.on("spoken", (sentence) => {
    line.textContent = sentence;
  });
  app.on("train", (train) => {
    const now = performance.now();
    if (train.running === running && !(running && now - last > PROGRESS_MS)) return;
    const words = { t: train.iteration, cost: fixed(train.cost, 3), accuracy: percent(train.accuracy) };
    const key = running ? "progress" : "started";
    last = now;
    line.textContent = t(
      train.running ? `status.${key}` : train.finished ? "status.finished" : "status.paused",
      words,
    );
    running = train.running;
  });
}
