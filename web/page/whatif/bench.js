/* What both questions share: buttons that start a job, how far it is, that it is stopped, and whether what it found still
   holds. */
import { joined, t } from "../../i18n/i18n.js";
import { button, el, say, setText } from "../../ui/elements.js";
import { count, duration, plain } from "../../ui/format.js";
import { paced } from "../../ui/paced.js";
import { expected, networkSeconds, obstacle, startJob, stateKey } from "./job.js";

const DRAW_MS = 120;
const LONG_S = 3; // from here on it is said how long it will take
const OWN_WORDS = { alphas: true, advice: true, networks: true }; // others than whatif.how
const ANY_LEARNER = { advice: true, networks: true }; // not about one neuron

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
      { class: "whatif-bench" },
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
    return this.kind ? expected(this.kind, this.with).trials : 0;
  }

  /** @param {import('./job.js').Kind} kind */
  #start(kind) {
    const { data, settings } = this.app.state;
    this.#stop();
    Object.assign(this, { kind, found: [], running: true, with: { data, settings: { ...settings } } });
    this.#key = stateKey(this.app.state, this.kind);
    this.#trouble = "";
    const had = this.buttons.some((each) => each === document.activeElement);
    this.#stop = startJob(this.app, kind, {
      trial: (found) => {
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
    if (had) this.buttons[this.kinds.indexOf(/** @type {any} */ (this.kind))].focus();
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
    if (this.running) return t("whatif.done", { n: count(this.found.length), total: count(this.total) });
    if (why === "missing") return "";
    if (why) return t(`whatif.cannot.${why}`);
    const { trials, seconds } = expected(this.kinds[0], state);
    const { alpha, iterations, hidden } = state.settings;
    const how = { trials: count(trials), alpha: plain(alpha), n: count(iterations) };
    const [kind] = this.kinds;
    const says = [t(kind in OWN_WORDS ? `whatif.how.${kind}` : "whatif.how", how)];
    if (seconds > LONG_S) says.push(t("whatif.long", { time: duration(1000 * seconds) }));
    if (hidden.length > 0 && !(kind in ANY_LEARNER))
      says.push(t("whatif.network", { time: duration(1000 * networkSeconds(state, trials)) }));
    return joined(says);
  }
}

/** @param {string} code */
const troubleKey = (code) => (["changed", "memory"].includes(code) ? code : "failed");
