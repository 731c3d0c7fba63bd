/* How fast it goes: while running, iterations and multiply-adds a second; at rest, what all so far have taken. */
import { t } from "../../i18n/i18n.js";
import { setText } from "../../ui/elements.js";
import { count, duration, large } from "../../ui/format.js";

const RATE_MS = 250; // the worker measures twice a second

/** Writes the line: the engine, which explains itself, and its figures. */
export function mountRate(line, app) {
  const [engine, figures] = line.children;
  const draw = () => {
    const { train } = app.state;
    engine.hidden = !train?.engine;
    setText(engine, train?.engine ? t(`engine.${train.engine}`) : "");
    setText(figures, train?.engine ? ` · ${rateOf(train)}` : "");
  };
  app.draw(line, draw, { every: RATE_MS });
}

function rateOf({ running, rate, madds, end, spentMs, shownMs }) {
  if (running) return t("rate.line", { rate: large(rate), madds: large(rate * madds) });
  if (end === 0) return t("rate.idle", { madds: large(madds) });
  const words = { n: count(end), time: duration(spentMs), madds: large(end * madds) };
  const slower = shownMs > 2 * spentMs && shownMs > 500;
  return t(slower ? "rate.shown" : "rate.done", { ...words, shown: duration(shownMs) });
}
