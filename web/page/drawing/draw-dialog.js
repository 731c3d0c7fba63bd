// Drawing examples: the pad in a dialog that stays open from one picture to the next, for either class.
import { addWords, t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, counted, el, say, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count } from "../../ui/format.js";
import { ClassChoice, fetchChoice } from "../classes/choice.js";
import { Pad } from "../pictures/pad.js";

/** @typedef {(picture: {rgb: Uint8Array, px: number, name: string}, y: 0 | 1, names: (string | undefined)[]) => void} Add */

/** Makes the dialog, with its words and its look. @param {Element} root @param {any} app @param {Add} onAdd */
export async function makeDrawDialog(root, app, onAdd) {
  await Promise.all([
    fetchChoice(),
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./drawing.css", import.meta.url).href),
  ]);
  return new DrawDialog(root, app, onAdd);
}

class DrawDialog {
  #added = 0; // since it was opened
  #drawings = 0;

  /** @param {Element} root @param {any} app @param {Add} onAdd */
  constructor(root, app, onAdd) {
    this.app = app;
    this.onAdd = onAdd;
    this.pad = new Pad(app, () => this.#words());
    this.classes = new ClassChoice(app, "draw", {
      chosen: () => this.#words(),
      words: () => this.#words(),
      named: () => this.#toPad(),
    });
    this.tally = el("p", { class: "small muted num", role: "status" });
    this.add = el("button", { type: "button", class: "primary", onclick: () => this.#take() });
    const done = button(app, "draw.done", () => this.dialog.close());
    this.dialog = new Dialog(root, app, () => t("draw.title", { name: this.#name }), {
      look: "draw",
      closable: true,
      body: [
        this.classes.element,
        this.pad.element,
        (this.first = say(app, el("p", { class: "small muted draw-first" }), "data.first")),
        el("p", { class: "small muted draw-help" }, say(app, el("span"), "pad.keys.seen")),
      ],
      foot: [this.tally, done, this.add],
    });
    app.onLanguage(() => this.#words());
    app.on("data", () => this.#words());
  }

  /** @param {0 | 1} y */
  open(y) {
    this.#added = 0;
    this.classes.choose(y);
    this.dialog.open();
    this.#toPad();
  }

  #toPad() {
    this.pad.surface.focus({ focusVisible: false });
  }

  get #name() {
    return this.classes.nameOf(this.classes.y);
  }

  #words() {
    this.dialog.element.dataset.y = String(this.classes.y);
    this.dialog.name();
    this.classes.draw();
    setText(this.add, t("draw.add", { name: this.#name }));
    this.first.classList.toggle("idle", this.app.state.data?.source !== "drawn");
    this.add.disabled = this.pad.bitmap.blank;
    setText(this.tally, this.#added ? t(counted("draw.added", this.#added), { n: count(this.#added) }) : "");
  }

  #take() {
    const { rgb, px } = this.pad.bitmap;
    const name = t("draw.name", { n: ++this.#drawings });
    this.onAdd({ rgb: rgb.slice(), px, name }, this.classes.y, this.classes.takeNames());
    this.#added += 1;
    this.pad.reset();
    this.#words();
    this.#toPad();
  }
}
