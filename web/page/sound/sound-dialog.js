// Recording sounds for a class: what the microphone hears, a button to hold, and the last sound as the picture it became.
import { t } from "../../i18n/i18n.js";
import { SoundError } from "../../ui/audio.js";
import { Dialog } from "../../ui/dialog.js";
import { button, counted, el, say, setText } from "../../ui/elements.js";
import { count } from "../../ui/format.js";
import { hold } from "../../ui/hold.js";
import { refusalReason } from "../../ui/refusals.js";
import { ClassChoice } from "../classes/choice.js";
import { toImageData } from "../pictures/bitmap.js";
import { Microphone } from "./record.js";
import { FLOOR_DB, PX } from "./spectrogram.js";

const UNDOABLE = 50; // sounds

/** @typedef {{samples: Float32Array, rgb: Uint8Array}} Sound */

export class SoundDialog {
  #tests = false; // what is recorded, instead of adding it
  /** The class that was chosen when recording began. @type {0 | 1} */
  #y = 1;
  /** The last ones recorded since it was opened, newest last; without an id while it is on its way in. @type {(Sound & {id?: number | null})[]} */
  #sounds = [];
  /** What is said, and whether it is about a microphone that is not there. @type {() => string} */
  #says = () => "";
  #added = 0;
  #level = 0;
  #progress = 0;
  #drawing = false;

  /**
   * @param {Element} root
   * @param {any} app
   * @param {{picture, add, test, remove, play}} means picture(samples, rate): the sound with its picture, null when silent;
   *   add(sound, y, names): {id, refused}; test(sound); remove(id); play(samples)
   */
  constructor(root, app, means) {
    this.app = app;
    this.means = means;
    this.microphone = new Microphone({
      level: (peak) => this.#show({ level: Math.max(peak, this.#level * 0.9) }),
      progress: (share) => this.#show({ progress: share }),
      second: (samples, rate) => this.#take(samples, rate),
      gone: (code) => this.#off(code),
    });
    this.classes = new ClassChoice(app, "sound", {
      chosen: () => this.#chosen(),
      words: () => this.#words(),
      named: () => this.record.focus(),
    });
    this.tally = el("p", { class: "small muted num", role: "status" });
    this.dialog = new Dialog(root, app, () => this.#title(), {
      look: "sound",
      closable: true,
      body: [this.classes.element, this.#recorder(), this.#last(), this.#help()],
      foot: [this.tally, button(app, "sound.done", () => this.dialog.close())],
    });
    this.dialog.element.addEventListener("close", () => this.#close());
    document.addEventListener(
      "visibilitychange",
      () => document.hidden && this.dialog.element.open && this.#off("hidden"),
    );
    app.onLanguage(() => this.#words());
    app.on("data", () => this.#words());
  }

  #title() {
    if (this.#tests) return t("sound.title.test");
    return t("sound.title", { name: this.classes.nameOf(this.classes.y) });
  }

  /** For class y; null: to be tested. @param {0 | 1 | null} y */
  open(y) {
    this.#tests = y === null;
    this.#sounds = [];
    this.#added = 0;
    this.undo.hidden = this.classes.element.hidden = this.#tests;
    this.classes.choose(y ?? 1);
    this.dialog.open();
    return this.#listen();
  }

  #chosen() {
    this.holding?.end();
    this.dialog.element.dataset.y = this.#tests ? "" : String(this.classes.y);
    this.#words();
  }

  #recorder() {
    const { app } = this;
    this.said = el("p", { class: "sound-said", role: "status" });
    this.again = button(app, "again", () => this.#listen());
    this.record = button(app, "sound.hold", () => {}, { look: "primary sound-hold" });
    this.holding = hold(this.record, {
      start: () => {
        this.#y = this.classes.y;
        this.microphone.press();
      },
      stop: () => this.microphone.release(),
    });
    this.meter = el("div", { class: "sound-level", "aria-hidden": "true" }, el("span"));
    return el("div", { class: "sound-recorder" }, this.said, this.again, this.record, this.meter);
  }

  #last() {
    const { app } = this;
    this.canvas = el("canvas", { width: PX, height: PX, role: "img" });
    this.play = button(app, "sound.play", () => this.means.play(this.#sounds.at(-1)?.samples));
    this.undo = button(app, "sound.undo", () => this.#undo(), { glyph: "undo" });
    const axes = ["sound.pitch", "sound.time"].map((key) =>
      say(app, el("span", { class: "small muted", "aria-hidden": "true" }), key),
    );
    const acts = el("div", { class: "sound-acts" }, ...axes, this.play, this.undo);
    return el("div", { class: "sound-last" }, this.canvas, acts);
  }

  #help() {
    this.made = el("p", { class: "small muted" });
    return el(
      "div",
      { class: "sound-help" },
      say(this.app, el("p", { class: "small" }), "sound.help"),
      this.made,
    );
  }

  /** Asks for the microphone; whatever becomes of it is said. */
  async #listen() {
    this.#tell(() => t("sound.asking"));
    try {
      if (!(await this.microphone.open())) return;
      if (!this.dialog.element.open || document.hidden) return this.#off("hidden");
      this.#tell(() => "");
      this.record.focus({ focusVisible: false });
    } catch (error) {
      if (!(error instanceof SoundError)) throw error;
      this.#off(error.code);
    }
  }

  /** No microphone any more, and why. */
  #off(code) {
    this.holding?.end();
    this.microphone.close();
    this.#show({ level: 0 });
    this.#tell(() => t(`sound.${code}`), true);
  }

  #close() {
    this.holding?.end();
    this.microphone.close();
    this.#show({ level: 0 });
    this.#tell(() => "");
  }

  #tell(says, again = false) {
    this.#says = says;
    this.again.hidden = !again;
    this.#words();
  }

  /** A second is over. */
  async #take(samples, rate) {
    const y = this.#y;
    const sound = await this.means.picture(samples, rate);
    if (!sound) return this.#tell(() => t("sound.silent"));
    if (this.#tests) {
      this.dialog.close();
      return this.means.test(sound);
    }
    /** @type {Sound & {id?: number | null}} */
    const kept = { ...sound };
    this.#sounds.push(kept);
    if (this.#sounds.length > UNDOABLE) this.#sounds.shift();
    this.#tell(() => "");
    const { id, refused } = await this.means.add(sound, y, this.classes.takeNames());
    kept.id = id;
    if (!refused.length) this.#added += 1;
    if (refused.length) {
      this.#sounds = this.#sounds.filter((each) => each !== kept);
      this.#tell(() => refusalReason(t, refused[0]));
    }
    this.#words();
  }

  async #undo() {
    const last = this.#sounds.at(-1);
    if (!last || last.id == null) return;
    this.#sounds.pop();
    this.#added -= 1;
    this.#words();
    if (this.undo.disabled) this.record.focus();
    await this.means.remove(last.id);
  }

  #words() {
    const n = this.#added;
    const last = this.#sounds.at(-1);
    this.dialog.name(); // the drawn classes have made way for the visitor's
    this.classes.draw();
    setText(this.said, this.#says());
    this.said.hidden = this.#says() === "";
    this.record.disabled = !this.microphone.on;
    this.play.disabled = !last;
    this.undo.disabled = last?.id == null;
    setText(this.tally, n ? t(counted("sound.added", n), { n: count(n) }) : "");
    setText(this.made, t("sound.made", { px: this.app.state.data?.n_px ?? PX, floor: -FLOOR_DB }));
    this.canvas.setAttribute("aria-label", t(last ? "sound.last" : "sound.nothing"));
    const context = this.canvas.getContext("2d");
    if (last) context.putImageData(toImageData(last.rgb, PX), 0, 0);
    else context.clearRect(0, 0, PX, PX);
  }

  /** Level and progress, with the next frame. */
  #show({ level = this.#level, progress = this.#progress }) {
    [this.#level, this.#progress] = [level, progress];
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      const decibels = 1 - (20 * Math.log10(Math.max(this.#level, 1e-9))) / FLOOR_DB;
      this.meter.style.setProperty("--level", Math.min(1, Math.max(0, decibels)).toFixed(3));
      this.record.style.setProperty("--progress", this.#progress.toFixed(3));
      this.record.classList.toggle("recording", this.#progress > 0);
    });
  }
}
