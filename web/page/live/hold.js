/* What a hand on the sliders below the chart does. α: the whole training is done again with every value it passes, and when
   it lets go that is the training; Escape, Undo and a button bring back the one before. Iterations: the training goes on to
   their end, or back, and loses nothing. Keys are a hand that lets go when they rest. */
import { addWords, joined, t } from "../../i18n/i18n.js";
import { button, el, setAttribute, setText } from "../../ui/elements.js";
import { count, duration, fixed, percent, plain } from "../../ui/format.js";
import { addLook } from "../../ui/fetched.js";
import { valueAt } from "./live.js";
import { replacedOf } from "./replaced.js";

const REST_MS = 700; // keys that rest so long have let go

/** @typedef {{alpha: number, iteration: number, iterations: number}} Before the run that is replaced */

/** Makes the sliders work. @param {HTMLElement} root @param {any} app */
export async function mountHold(root, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./live.css", import.meta.url).href),
  ]);
  const [alpha, iterations] = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input")]);
  const says = new Says(root, app);
  const rate = new Rate(app, says);
  const length = new Length(app);
  for (const [input, hold] of /** @type {const} */ ([
    [alpha, rate],
    [iterations, length],
  ]))
    followHand(root, input, hold);
  window.addEventListener("pagehide", () => rate.end(true));
}

/** Tells `hold` of values, and when the hand lets go. @param {HTMLElement} root @param {HTMLInputElement} input
 *  @param {{move: (value: number) => void, end: (keep: boolean) => void}} hold */
function followHand(root, input, hold) {
  let byPointer = false;
  let timer = 0;
  const end = (keep = true) => {
    clearTimeout(timer);
    timer = 0;
    delete root.dataset.held;
    hold.end(keep);
  };
  input.addEventListener("input", () => {
    root.dataset.held = input.name;
    const value = valueAt(input.name, Number(input.value));
    setAttribute(input, "aria-valuetext", plain(value)); // spoken at once
    hold.move(value);
    clearTimeout(timer);
    if (!byPointer) timer = window.setTimeout(end, REST_MS);
  });
  input.addEventListener("pointerdown", () => {
    byPointer = true;
    const up = () => {
      byPointer = false;
      for (const type of ["pointerup", "pointercancel"]) window.removeEventListener(type, up);
      setTimeout(end); // the last value comes first
    };
    for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, up);
  });
  input.addEventListener("blur", () => timer && end());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.dataset.held) end(false);
  });
}

/** α. */
class Rate {
  /** @type {Before | null} */
  #before = null;

  /** @param {any} app @param {Says} says */
  constructor(app, says) {
    this.app = app;
    this.says = says;
  }

  /** @param {number} alpha */
  move(alpha) {
    const { app } = this;
    const { settings, train, data } = app.state;
    if (!train?.engine || data?.missing) return void app.change({ alpha });
    if (!this.#before) {
      this.#before = { alpha: settings.alpha, iteration: train.iteration, iterations: train.iterations };
      replacedOf(app).keep();
    }
    this.says.held(this.#before);
    app.session.tryAlpha(alpha);
  }

  /** @param {boolean} keep */
  async end(keep) {
    const { app } = this;
    const before = this.#before;
    if (!before) return;
    this.#before = null;
    const { id } = app.state.data.undo ?? {};
    await app.session.endTrying(keep);
    const { undo } = app.state.data;
    const kept = keep && undo?.id !== id && undo?.code === "alpha";
    if (kept) replacedOf(app).settled();
    else await app.change({ alpha: before.alpha });
    this.says.letGo(kept ? before : null);
  }
}

/** How many iterations. One change is under way at a time; of those asked for meanwhile the last one counts. */
class Length {
  /** @type {number | null} */
  #wanted = null;
  #busy = false;

  constructor(app) {
    this.app = app;
  }

  /** @param {number} iterations */
  async move(iterations) {
    this.#wanted = iterations;
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (; this.#wanted !== null;) {
        const n = this.#wanted;
        this.#wanted = null;
        await this.app.change({ iterations: n });
        if (!this.app.state.data?.missing) await this.app.session.goTo(n);
      }
    } finally {
      this.#busy = false;
    }
  }

  end() {}
}

/** The line below the sliders, and what is spoken when it is over. */
class Says {
  /** @type {Before | null} */
  #before = null;
  #held = false;
  #speak = false;

  /** @param {HTMLElement} root @param {any} app */
  constructor(root, app) {
    this.app = app;
    this.hint = /** @type {HTMLElement} */ (root.querySelector("p"));
    this.words = el("span");
    this.back = button(app, () => this.#wordsOf("back"), () => app.session.undo(), { look: "link small" }); // prettier-ignore
    this.on = button(app, () => this.#wordsOf("on"), () => this.#goOn(), { look: "link small" }); // prettier-ignore
    this.line = el("p", { class: "small live-line", hidden: true }, this.words, this.back, this.on);
    root.append(this.line);
    app.on("replaced", (replaced) => replaced || this.#held || this.letGo(null));
    app.on("train", (train) => this.#heard(train));
    app.draw(null, () => this.#draw());
  }

  /** @param {Before} before */
  held(before) {
    this.#before = before;
    this.#held = true;
  }

  /** @param {Before | null} before null: it was given up, or is over */
  letGo(before) {
    this.#speak = before !== null && this.#held;
    this.#held = false;
    this.#before = before;
    this.#heard(this.app.state.train);
    this.app.redraw();
  }

  /** @param {"back" | "on"} what */
  #wordsOf(what) {
    const before = this.#before;
    return before ? t(`live.${what}`, { alpha: plain(before.alpha), t: count(before.iteration) }) : "";
  }

  async #goOn() {
    const { app } = this;
    const { alpha } = app.state.settings;
    await app.session.undo();
    await app.change({ alpha });
    await app.session.play();
  }

  #heard(train) {
    if (!this.#speak || train.live || train.running) return;
    this.#speak = false;
    this.app.tell(
      "spoken",
      t(this.app.state.data?.m_test ? "live.spoken.test" : "live.spoken", this.#numbers(train)),
    );
  }

  #numbers({ alpha, iteration, cost, accuracy, testAccuracy }) {
    return {
      alpha: plain(alpha),
      n: count(iteration),
      J: fixed(cost),
      train: percent(accuracy),
      test: percent(testAccuracy),
    };
  }

  #draw() {
    const before = this.#before;
    this.line.hidden = !before;
    this.hint.hidden = Boolean(before);
    if (!before) return;
    const { train } = this.app.state;
    const over = !this.#held;
    setText(this.words, this.#sentence(train, before));
    this.back.hidden = !over;
    this.on.hidden = !over || before.iteration === 0 || before.iteration >= before.iterations;
    setText(this.back.lastChild, this.#wordsOf("back"));
    setText(this.on.lastChild, this.#wordsOf("on"));
  }

  /** @param {any} train @param {Before} before */
  #sentence(train, before) {
    const { live, alpha, iteration, iterations } = train;
    const now = { alpha: plain(alpha), n: count(iterations), t: count(iteration) };
    if (live?.diverged) return t("live.diverges", now);
    const { replaced } = this.app.state;
    return joined([
      t("live.now", now),
      live && !live.whole ? t("live.part", { ...now, time: duration((live.ms * iterations) / Math.max(1, iteration)) }) : "", // prettier-ignore
      rises(this.app.costs.train) ? t("live.rises") : "",
      replaced?.length > 1 ? t("live.pale", { alpha: plain(before.alpha) }) : "",
    ]);
  }
}

/** J ends above where it began. @param {Float64Array} costs */
const rises = (costs) => costs.length > 1 && !((costs.at(-1) ?? 0) <= costs[0]);
