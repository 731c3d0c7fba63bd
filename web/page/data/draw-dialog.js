// Drawing examples: the pad in a dialog that stays open from one picture to the next.
import { button, counted, el, iconButton, say } from "../../ui/elements.js";
import { examplesOf } from "../pictures/examples.js";
import { Pad } from "../pictures/pad.js";
import { count } from "../../ui/format.js";

export class DrawDialog {
  #y = 1;
  #drawn = 0;

  /** @param {(rgb: Uint8Array, px: number, y: number) => void} onAdd */
  constructor(app, onAdd) {
    this.app = app;
    this.onAdd = onAdd;
    this.pad = new Pad(app, () => this.#words());
    this.title = el("h2");
    this.tally = el("p", { class: "small muted num", role: "status" });
    this.add = el("button", { type: "button", class: "primary", onclick: () => this.#take() });
    const done = button(app, "draw.done", () => this.element.close());
    const close = iconButton(app, "close", "close", () => this.element.close());
    this.element = el(
      "dialog",
      { class: "sheet draw" },
      el("header", { class: "sheet-head" }, this.title, close),
      this.pad.element,
      el("p", { class: "small muted draw-help" }, say(app, el("span"), "pad.keys.seen")),
      el("footer", { class: "sheet-foot" }, this.tally, done, this.add),
    );
    say(app, this.element, () => this.#title(), "aria-label");
    app.onLanguage(() => this.#words());
  }

  open(y) {
    this.#y = y;
    this.#drawn = 0;
    this.element.dataset.y = String(y);
    this.#words();
    this.element.showModal();
    this.pad.surface.focus({ focusVisible: false });
  }

  get #name() {
    return examplesOf(this.app).names[this.#y];
  }

  #title() {
    return this.app.t("draw.title", { name: this.#name });
  }

  #words() {
    this.title.textContent = this.#title();
    this.element.setAttribute("aria-label", this.#title());
    this.add.textContent = this.app.t("draw.add", { name: this.#name });
    this.add.disabled = this.pad.bitmap.blank;
    this.tally.textContent = this.#drawn
      ? this.app.t(counted("draw.added", this.#drawn), { n: count(this.#drawn) })
      : "";
  }

  #take() {
    this.onAdd(this.pad.bitmap.rgb.slice(), this.pad.bitmap.px, this.#y);
    this.#drawn += 1;
    this.pad.reset();
    this.#words();
    this.pad.surface.focus({ focusVisible: false });
  }
}
