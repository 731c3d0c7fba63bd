// Drawing examples: the pad in a dialog that stays open from one picture to the next.
import { t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, counted, el, say, setText } from "../../ui/elements.js";
import { count } from "../../ui/format.js";
import { Pad } from "../pictures/pad.js";

export class DrawDialog {
  #y = 1;
  #drawn = 0;

  /**
   * @param {Element} root
   * @param {any} app
   * @param {(rgb: Uint8Array, px: number, y: number) => void} onAdd
   */
  constructor(root, app, onAdd) {
    this.app = app;
    this.onAdd = onAdd;
    this.pad = new Pad(app, () => this.#words());
    this.tally = el("p", { class: "small muted num", role: "status" });
    this.add = el("button", { type: "button", class: "primary", onclick: () => this.#take() });
    const done = button(app, "draw.done", () => this.dialog.close());
    this.dialog = new Dialog(root, app, () => t("draw.title", { name: this.#name }), {
      look: "draw",
      closable: true,
      body: [
        this.pad.element,
        (this.first = say(app, el("p", { class: "small muted draw-first" }), "data.first")),
        el("p", { class: "small muted draw-help" }, say(app, el("span"), "pad.keys.seen")),
      ],
      foot: [this.tally, done, this.add],
    });
    app.onLanguage(() => this.#words());
    app.on("data", () => this.#words());
  }

  open(y) {
    this.#y = y;
    this.#drawn = 0;
    this.dialog.element.dataset.y = String(y);
    this.#words();
    this.dialog.open();
    this.pad.surface.focus({ focusVisible: false });
  }

  get #name() {
    return this.app.names[this.#y];
  }

  #words() {
    this.dialog.name();
    setText(this.add, t("draw.add", { name: this.#name }));
    this.first.classList.toggle("idle", this.app.state.data?.source !== "drawn");
    this.add.disabled = this.pad.bitmap.blank;
    setText(this.tally, this.#drawn ? t(counted("draw.added", this.#drawn), { n: count(this.#drawn) }) : "");
  }

  #take() {
    this.onAdd(this.pad.bitmap.rgb.slice(), this.pad.bitmap.px, this.#y);
    this.#drawn += 1;
    this.pad.reset();
    this.#words();
    this.pad.surface.focus({ focusVisible: false });
  }
}
