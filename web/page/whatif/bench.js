/* What both questions share: buttons that start a job, how far it is, that it is stopped, and whether what it found still
   holds. */
import { joined, t } from "../../i18n/i18n.js";
import { button, el, say, setText } from "../../ui/elements.js";
import { count, plain } from "../../ui/format.js";
import { howLong } from "../../ui/how-long.js";
import { paced } from "../../ui/paced.js";
import { Forecast, secondsOf } from "./forecast.js";
import { obstacle, startJob, stateKey, worksOf } from "./job.js";

const DRAW_MS = 120;
const LONG_S = 3; // from here on it is said how long it will take
const OWN_WORDS = { alphas: true, advice: true, networks: true }; // others than whatif.how

export class Bench {
  /** What was found so far. @type {any[]} */
  found = [];
  /** @type {import('./job.js').Kind | null} */
  kind = null;
  /** The pictures and settings that it was found with. @type {any} */
  with = null;
  running = false;
  #key = "";
  #stop = () => {};
  #trouble = "";
  /** @type {Forecast | null} */
  #forecast = null;
  #redraw;

  /** @param {any} app @param {import('./job.js').Kind[]} kinds @param {() => void} draw shows what was found */
  constructor(app, kinds, draw) {
    this.app = app;
    this.kinds = kinds;
    this.#redraw = paced(DRAW_MS, () => {
      this.#show();
      draw();
    });
    this.buttons = kinds.map((kind) => button(app, `whatif.${kind}.start`, () => this.#start(kind)));
    this.stopButton = button(app, "whatif.stop", () => this.#over(() => this.#stop()), { glyph: "close" });
    this.progress = say(app, el("progress"), "whatif.progress", "aria-label");
    this.note = el("p", { class: "small muted" });
    this.stale = say(app, el("p", { class: "whatif-stale small", role: "status" }), () => "");
    this.element = el(
      "div",
      { class: "whatif-bench", tabindex: -1 },
      el("div", { class: "whatif-buttons" }, ...this.buttons, this.progress, this.stopButton),
      this.note,
      this.stale,
    );
    app.draw(this.element, this.#redraw);
    app.onLanguage(this.#redraw);
    this.#show();
  }

  /** Whether what was found belongs to other pictures or settings than those of now. */
  get isStale() {
    return this.found.length > 0 && this.#key !== stateKey(this.app.state, this.kind);
  }

  /** How many there will be. */
  get total() {
    return this.kind ? countOf(worksOf(this.kind, this.with)) : 0;
  }

  /** @param {import('./job.js').Kind} kind */
  #start(kind) {
    const { data, settings } = this.app.state;
    this.#stop();
    Object.assign(this, { kind, found: [], running: true, with: { data, settings: { ...settings } } });
    this.#key = stateKey(this.app.state, this.kind);
    this.#trouble = "";
    const had = this.buttons.some((each) => each === document.activeElement);
    const forecast = new Forecast(worksOf(kind, this.with), () => performance.now());
    this.#forecast = forecast;
    this.#stop = startJob(this.app, kind, {
      trial: (found) => {
        forecast.heard(found.what ?? "");
        this.found.push(found);
        this.#redraw();
      },
      over: () => this.#over(),
      failed: (code) => this.#over(() => (this.#trouble = code || "failed")),
    });
    this.#show();
    if (had) this.stopButton.focus();
    this.#redraw();
  }

  /** @param {() => void} [why] */
  #over(why) {
    why?.();
    const had = this.stopButton === document.activeElement;
    this.running = false;
    this.#show();
    const start = this.buttons[this.kinds.indexOf(/** @type {any} */ (this.kind))];
    if (had) (start.disabled ? this.element : start).focus(); // the pictures may have gone meanwhile
    this.#redraw();
  }

  #show() {
    const { state } = this.app;
    const why = this.kinds.map((kind) => obstacle(kind, state));
    this.buttons.forEach((each, i) => {
      each.hidden = this.running;
      each.disabled = why[i] !== null;
    });
    this.stopButton.hidden = this.progress.hidden = !this.running;
    this.progress.max = this.total || 1;
    this.progress.value = this.found.length;
    setText(
      this.note,
      this.#trouble ? t(`whatif.trouble.${troubleKey(this.#trouble)}`) : this.#noteOf(why[0]),
    );
    setText(this.stale, this.isStale ? t("whatif.stale") : "");
  }

  /** What stands under the buttons. @param {string | null} why */
  #noteOf(why) {
    const { state } = this.app;
    if (this.running) return this.#progressSaid();
    if (why === "missing") return "";
    if (why) return t(`whatif.cannot.${why}`);
    const [kind] = this.kinds;
    const works = worksOf(kind, state);
    const seconds = secondsOf(works);
    const { alpha, iterations, hidden } = state.settings;
    const how = { trials: count(countOf(works)), alpha: plain(alpha), n: count(iterations) };
    const key =
      kind in OWN_WORDS ? `whatif.how.${kind}` : hidden.length ? "whatif.how.network" : "whatif.how";
    return joined([t(key, how), seconds > LONG_S ? t("whatif.long", { time: about(seconds) }) : ""]);
  }

  #progressSaid() {
    const numbers = { n: count(this.found.length), total: count(this.total) };
    const left = this.#forecast?.left ?? 0;
    return left > LONG_S
      ? t("whatif.done.left", { ...numbers, time: about(left) })
      : t("whatif.done", numbers);
  }
}

/** How many trainings. @param {import('./forecast.js').Work[]} works */
const countOf = (works) => works.reduce((sum, { count: n }) => sum + n, 0);

/** Two digits are more than anybody can foretell. @param {number} seconds */
const about = (seconds) => howLong(1000 * Number(seconds.toPrecision(seconds < 10 ? 1 : 2)));

/** @param {string} code */
const troubleKey = (code) => (["changed", "memory"].includes(code) ? code : "failed");
