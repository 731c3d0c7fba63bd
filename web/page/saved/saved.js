// What is here becomes a file: everything, or the model alone; what is said of that, and of one that was opened.
import { transfer } from "../../vendor/comlink.js";
import { addWords, t } from "../../i18n/i18n.js";
import { count, fixed, percent } from "../../ui/format.js";
import { later } from "../../ui/later.js";
import { saveBlob } from "../../ui/save.js";
import { openPackers } from "./packers.js";

const COMMENTS = [
  "head",
  "x",
  "y",
  "cost",
  "start",
  "updates",
  "last",
  "print",
  "differs",
  "batches",
  "mix",
  "out",
];

/** Lines that are written on pictures: the worker fills in their numbers. */
const LINES = [
  "title",
  "weights",
  "neurons",
  "numbers",
  "accuracy",
  "drop",
  "heading",
  "heading-rest",
  "sheet",
];

/** What a file is called, and what is said of it; others are called, and said to be, a model.
 *  @type {Record<string, string>} */
const FILES = { all: "saved.file", sheet: "saved.file.sheet" };
/** @type {Record<string, string>} */
const DONE = { all: "saved.done", sheet: "saved.done.sheet", "model-png": "saved.done.model-png" };

/** @param {Element} root what the dialog is put into @param {any} app
 *  @param {import("../data/report.js").Report} report where it is said */
export async function openSaved(root, app, report) {
  await addWords((ending) => import(`./words.${ending}.js`));
  return new Saved(root, app, report);
}

export class Saved {
  #busy = false;

  /** @param {Element} root @param {any} app @param {import("../data/report.js").Report} report */
  constructor(root, app, report) {
    this.app = app;
    this.report = report;
    this.dialog = later(app, async () => (await import("./save-dialog.js")).makeSaveDialog(root, app, this));
    app.on("saving", ({ done, total }) => this.#working(done, total));
  }

  #working(done, total) {
    const words = t("saved.making", { share: percent(done / Math.max(1, total)) });
    this.report.working(words, t("saved.making.label"), { done, total });
  }

  /** Asks which file it is to be. */
  choose() {
    this.dialog((dialog) => dialog.open());
  }

  /** Makes the file in the worker and hands it over. @param {import("../../training/one-file.js").Kind} kind
   *  @param {string} [ending] */
  async save(kind, ending = "zip") {
    if (this.#busy) return;
    this.#busy = true;
    const { app, report } = this;
    const { id = [], resting = [] } = app.state.data ?? {};
    const n = id.length + resting.length;
    const packers = openPackers(kind === "all" ? n : 0);
    try {
      const date = today();
      const file = `${t(FILES[kind] ?? "saved.file.model", { date })}.${ending}`;
      const { blob, refused, px, exact } = await app.session.save(
        this.#texts(date),
        kind,
        transfer(packers.ports, packers.ports),
      );
      if (!blob && refused)
        return report.tell("saved.failed", {}, null, { refused: [{ ...refused, name: file }] });
      if (!blob) return report.tell("saved.stopped");
      saveBlob(blob, file);
      const megabytes = fixed(Math.max(0.1, blob.size / 2 ** 20), 1);
      const done = exact === false ? "saved.done.sheet-reduced" : (DONE[kind] ?? "saved.done.model");
      report.tell(done, { file, n: count(n), megabytes, px });
    } finally {
      packers.end();
      this.#busy = false;
    }
  }

  /** What is written in the file, in the reader's language. @param {string} date */
  #texts(date) {
    const { names, state } = this.app;
    const pixels = t(`saved.pixels.${state.settings?.fit === "fit" ? "fit" : "crop"}`);
    const [zero, one] = names;
    const n_px = state.data?.n_px;
    const use = t(`saved.use.${state.settings?.hidden.length > 0 ? "network" : "neuron"}`, { one, n_px });
    return {
      names: [...names],
      use,
      pixels,
      check: t("saved.check"),
      readme: t("saved.readme", { date, zero, one, use, pixels: pixels.replace(/([;；])\s*/g, "$1\n") }),
      lines: Object.fromEntries(LINES.map((key) => [key, t(`saved.line.${key}`, { zero, one })])),
      py: Object.fromEntries(COMMENTS.map((key) => [key, t(`saved.py.${key}`)])),
    };
  }

  /** Says what was opened, and what of it was not taken. @param {any} result what the worker told */
  opened({ opened: { name, n, iteration, notes, brought }, step }) {
    if (brought) return this.#brought(name, brought, step);
    const about = { file: name, n: count(n), iteration: count(iteration ?? 0) };
    const made = notes.map(({ code, n }) => ({ code: `opened.${code}`, params: { n: count(n) } }));
    this.report.tell(iteration === null ? "opened.done" : "opened.trained", about, step, { made });
  }

  /** Says which model came. */
  #brought(file, { names, n_px, hidden }, step) {
    const [zero, one] = names.map((name, y) => name ?? t(`class${y}.own`));
    const code = hidden.length > 0 ? "opened.network" : "opened.neuron";
    this.report.tell(code, { file, n_px, zero, one }, step);
  }
}

/** As in the name of a file. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
