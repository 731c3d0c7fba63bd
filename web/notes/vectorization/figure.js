/* Vectorization: on the reader's own machine, the same dot product five ways, then the same training by three
   engines. Everything is measured in a worker, in rounds; this file starts it, stops it, and shows what it tells. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { openWorker } from "../../ui/worker.js";
import { fillPart } from "../frame.js";
import { dotPart } from "./dot.js";
import { trainingPart } from "./training.js";

export { tasks } from "./tasks.js";

const WORKER = new URL("./worker.js", import.meta.url).href;

/** @param {HTMLElement} stage */
export function mount(stage) {
  /** One race at a time: two would slow each other down. @type {(() => void) | null} */
  let end = null;

  /**
   * @param {object} job what the worker is told
   * @param {(news: any) => void} told every message of it; {type: "stopped"} when the reader stops it
   */
  function race(job, told) {
    const { worker, close } = openWorker(WORKER);
    const finish = (/** @type {any} */ news) => {
      worker.terminate();
      close();
      end = null;
      for (const part of parts) part.blocked(false);
      told(news);
    };
    worker.addEventListener("message", ({ data }) => {
      if (data.type === "end" || data.type === "failed") finish(data);
      else told(data);
    });
    worker.addEventListener("error", () => finish({ type: "failed", code: "worker" }));
    end = () => finish({ type: "stopped" });
    for (const part of parts) part.blocked(true);
    worker.postMessage(job);
  }

  const means = { race, stop: () => end?.() };
  const parts = [dotPart(means), trainingPart(means)];
  const [dot, training] = parts;
  fillPart(stage, "dot", heading("vectorization.dot"), ...dot.nodes);
  fillPart(stage, "training", heading("vectorization.training"), ...training.nodes);
  return {};
}

const heading = (/** @type {string} */ key) => say({ t, onLanguage }, el("h3"), key);
