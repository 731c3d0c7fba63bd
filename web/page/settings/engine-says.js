/* What is said of the engine that was taken by itself: the worker chose it (training/engine.js), this only prints why. */
import { t } from "../../i18n/i18n.js";
import { count, duration, large } from "../../ui/format.js";

/** One sentence. @param {import('../../training/engine.js').Choice} choice */
export function whyTaken({ engine, why, iterations, work }) {
  if (why === "gram-too-large") return t("engine.auto.too-large");
  if (!work) return "";
  const [taken, other] = engine === "gram" ? [work.gram, work.vectorized] : [work.vectorized, work.gram];
  return t("engine.auto.took", {
    engine: t(`engine.${engine}`),
    n: count(iterations),
    madds: large(taken.madds),
    time: duration(1000 * taken.seconds),
    other: t(`engine.${engine === "gram" ? "vectorized" : "gram"}`),
    otherMadds: large(other.madds),
    otherTime: duration(1000 * other.seconds),
  });
}
