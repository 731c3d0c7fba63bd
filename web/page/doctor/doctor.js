/* My own program prints other costs: paste them, and the training that prints the same is found. */
import { t } from "../../i18n/i18n.js";
import { button, el, say, setText } from "../../ui/elements.js";
import { count } from "../../ui/format.js";
import { Curves } from "./curves.js";
import { verdictOf } from "./verdict.js";
import { keyOf, obstacle, startSearch } from "./job.js";
import { KNOWN } from "./mistakes.js";

const PLACE = "Cost after iteration 0: 0.693147\nCost after iteration 100: …";

export class DoctorPanel {
  #stop = () => {};
  #running = false;
  #share = 0;
  #trouble = "";
  #key = "";
  /** @type {any} */
  #report = null;

  constructor(app) {
    this.app = app;
    this.text = el("textarea", {
      class: "num",
      rows: 6,
      spellcheck: "false",
      autocomplete: "off",
      id: "doctor-text",
      placeholder: PLACE,
    });
    this.startButton = button(app, "doctor.start", () => this.#start());
    this.stopButton = button(app, "doctor.stop", () => this.#over(), { glyph: "close" });
    this.progress = say(app, el("progress", { max: 1 }), "doctor.progress", "aria-label");
    this.note = el("p", { class: "small muted", role: "status" });
    this.stale = el("p", { class: "whatif-stale small" });
    this.verdict = el("div", { class: "doctor-verdict", role: "status" });
    this.curves = new Curves(app);
    this.shown = el("div", { class: "doctor-shown", hidden: true }, this.verdict, this.curves.element);
    this.element = el(
      "div",
      { class: "doctor-body" },
      say(app, el("p", { class: "small muted" }), () => t("doctor.about", { n: count(KNOWN) })),
      el("label", { for: "doctor-text" }, say(app, el("span"), "doctor.label")),
      this.text,
      el("div", { class: "whatif-buttons" }, this.startButton, this.progress, this.stopButton),
      this.note,
      this.stale,
      this.shown,
    );
    app.onLanguage(() => this.#show());
    app.draw(this.element, () => this.#showState());
    this.#show();
  }

  #start() {
    this.#stop();
    this.#running = true;
    this.#share = 0;
    this.#trouble = "";
    this.#report = null;
    this.#key = keyOf(this.app.state.data);
    const had = this.startButton === document.activeElement;
    this.#stop = startSearch(this.app, this.text.value, {
      progress: (share) => {
        this.#share = share;
        this.#showState();
      },
      over: (report) => {
        if ("trouble" in report) this.#trouble = report.trouble;
        else this.#report = report;
        this.#over();
      },
      failed: (code) => {
        this.#trouble = ["changed", "memory"].includes(code) ? code : "failed";
        this.#over();
      },
    });
    this.#show();
    if (had) this.stopButton.focus();
  }

  #over() {
    this.#stop();
    const had = this.stopButton === document.activeElement;
    this.#running = false;
    this.#show();
    if (had) this.startButton.focus();
  }

  /** What changes with the pictures, and while it is running. */
  #showState() {
    const why = obstacle(this.app.state);
    this.startButton.hidden = this.#running;
    this.startButton.disabled = why !== null;
    this.stopButton.hidden = this.progress.hidden = !this.#running;
    this.progress.value = this.#share;
    setText(this.note, this.#noteOf(why));
    const isStale = this.#report && (why !== null || keyOf(this.app.state.data) !== this.#key);
    setText(this.stale, isStale ? t("doctor.stale") : "");
  }

  /** @param {string | null} why */
  #noteOf(why) {
    if (this.#running) return t("doctor.running");
    if (this.#trouble) return t(`doctor.trouble.${this.#trouble}`);
    if (why) return t(`doctor.cannot.${why}`);
    if (this.#report) return "";
    const { m, n_px, source } = this.app.state.data;
    return t(source === "drawn" ? "doctor.with.drawn" : "doctor.with", { m: count(m), px: count(n_px) });
  }

  #show() {
    this.#showState();
    this.shown.hidden = !this.#report;
    this.verdict.replaceChildren();
    if (!this.#report) return;
    this.verdict.append(...verdictOf(this.#report));
    this.curves.show(this.#report);
  }
}
