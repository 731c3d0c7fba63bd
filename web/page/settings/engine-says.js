/* What is said of the engine that was taken by itself: the worker chose it (training/engine.js), this only prints why. */
import { t } from "../../i18n/i18n.js";
import { count, large } from "../../ui/format.js";
import { howLong } from "../../ui/how-long.js";

/** One sentence. @param {import('../../training/engine.js').Choice} choice
 *  @param {(key: string, params?: Record<string, any>) => string} [say] */
export function whyTaken({ engine, why, iterations, work }, say = t) {
  if (why === "gram-too-large") return say("engine.auto.too-large");
  if (!work) return "";
  const [taken, other] = engine === "gram" ? [work.gram, work.vectorized] : [work.vectorized, work.gram];
  return say("engine.auto.took", {
    engine: say(`engine.${engine}`),
    n: count(iterations),
    madds: large(taken.madds),
    time: howLong(1000 * taken.seconds),
    other: say(`engine.${engine === "gram" ? "vectorized" : "gram"}`),
    otherMadds: large(other.madds),
    otherTime: howLong(1000 * other.seconds),
  });
}
