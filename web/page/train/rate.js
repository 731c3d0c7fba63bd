/* How fast it goes: while running, iterations and multiply-adds a second; at rest, what all so far have taken. */
import { t } from "../../i18n/i18n.js";
import { setText } from "../../ui/elements.js";
import { count, duration, large } from "../../ui/format.js";

const RATE_MS = 250; // the worker measures twice a second

/** Writes the line. */
export function mountRate(line, app) {
  app.draw(line, () => setText(line, app.state.train?.engine ? rateOf(app.state.train) : ""), {
    every: RATE_MS,
  });
}

function rateOf({ engine: name, running, rate, madds, end, spentMs, shownMs }) {
  const engine = t(`engine.${name}`);
  if (running) return t("rate.line", { engine, rate: large(rate), madds: large(rate * madds) });
  if (end === 0) return t("rate.idle", { engine, madds: large(madds) });
  const words = { engine, n: count(end), time: duration(spentMs), madds: large(end * madds) };
  const slower = shownMs > 2 * spentMs && shownMs > 500;
  return t(slower ? "rate.shown" : "rate.done", { ...words, shown: duration(shownMs) });
}
