// A 64×64 pad to draw on, by pointer, pen, finger or keyboard. The bytes of bitmap.js are the
// picture; the canvas only shows them. Used to draw examples and to draw what the neuron is asked.
import { t } from "../../i18n/i18n.js";
import { Bitmap, toImageData } from "./bitmap.js";
import { el, icon, iconButton, say } from "../../ui/elements.js";

const PX = 64;
const WHITE = [255, 255, 255];

// Paint, not decoration: these bytes go into the pictures, the same in both themes.
const COLOURS = {
  black: [26, 26, 26],
  grey: [140, 140, 140],
  brown: [122, 78, 45],
  red: [208, 52, 44],
  orange: [240, 138, 36],
  yellow: [247, 209, 62],
  green: [62, 142, 65],
  sky: [126, 200, 240],
  blue: [43, 92, 178],
  pink: [243, 166, 187],
};

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const hex = (rgb) => `#${rgb.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
const bytes = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));

let pads = 0; // radio groups and descriptions need names of their own

/** A pad with its tools. `onChange()` is called after every change of `bitmap`. */
export class Pad {
  bitmap = new Bitmap(PX);
  #colour = COLOURS.black;
  #size = 3;
  #erasing = false;
  /** @type {any} */
  #last = null; // the pixel the stroke in progress has reached
  /** @type {[number, number]} */
  #cursor = [PX / 2, PX / 2];

  constructor(app, onChange) {
    this.app = app;
    this.onChange = onChange;
    this.id = `pad${++pads}`;
    this.element = el("div", { class: "pad" }, this.#surface(), this.#tools());
    this.show();
  }

  /** Shows a picture as it is; the first stroke goes on top of it. */
  load(rgb, px) {
    this.bitmap.load(rgb, px);
    this.#draw(toImageData(rgb, px)); // at its own size: the pad never claims more than there is
    this.#changedTools();
  }

  /** Back to a white pad with no history. */
  reset() {
    this.bitmap = new Bitmap(PX);
    this.show();
  }

  show() {
    this.#draw(toImageData(this.bitmap.rgb, PX));
    this.#changedTools();
  }

  #surface() {
    this.canvas = el("canvas", { width: PX, height: PX, class: "pixels" });
    this.cursor = el("span", { class: "pad-cursor" });
    const help = say(this.app, el("span", { id: `${this.id}-help`, class: "visually-hidden" }), "pad.keys");
    this.place = el("span", { class: "visually-hidden", "aria-live": "polite" });
    this.surface = el(
      "div",
      {
        class: "pad-surface",
        role: "application",
        tabindex: 0,
        "aria-describedby": help.id,
        onpointerdown: (event) => this.#down(event),
        onpointermove: (event) => this.#move(event),
        onpointerup: () => (this.#last = null),
        onpointercancel: () => (this.#last = null),
        onkeydown: (event) => this.#key(event),
      },
      this.canvas,
      this.cursor,
    );
    say(this.app, this.surface, "pad.label", "aria-label");
    this.#moveCursor(0, 0);
    return el("div", { class: "pad-frame" }, this.surface, help, this.place);
  }

  #tools() {
    const { app } = this;
    this.eraser = iconButton(app, "pad.eraser", "eraser", () => this.#erase(!this.#erasing));
    this.undoButton = iconButton(app, "pad.undo", "undo", () => this.undo());
    this.clearButton = iconButton(app, "pad.clear", "trash", () => this.clear());
    const actions = el("div", { class: "pad-actions" }, this.eraser, this.undoButton, this.clearButton);
    return el(
      "div",
      { class: "pad-tools" },
      this.#colours(),
      el("div", { class: "pad-row" }, this.#brush(), actions),
    );
  }

  #colours() {
    const group = el("fieldset", { class: "pad-colours" });
    group.append(say(this.app, el("legend", { class: "visually-hidden" }), "pad.colours"));
    for (const [name, rgb] of Object.entries(COLOURS)) group.append(this.#swatch(name, rgb));
    this.custom = el("input", { type: "color", value: hex(COLOURS.black), class: "pad-custom" });
    this.custom.addEventListener("input", () => this.#take(bytes(this.custom.value)));
    say(this.app, this.custom, "pad.custom", "aria-label");
    say(this.app, this.custom, "pad.custom", "title");
    this.customBox = el("span", { class: "pad-custom-box" }, icon("add"), this.custom);
    group.append(this.customBox);
    return group;
  }

  #swatch(name, rgb) {
    const input = el("input", { type: "radio", name: `${this.id}-colour`, value: name, class: "pad-colour" });
    input.checked = rgb === this.#colour;
    input.style.backgroundColor = hex(rgb);
    input.addEventListener("change", () => this.#take(rgb));
    input.addEventListener("click", () => this.#erase(false)); // also from the eraser back to the same colour
    say(this.app, input, `pad.colour.${name}`, "aria-label");
    say(this.app, input, `pad.colour.${name}`, "title");
    return input;
  }

  #brush() {
    const range = el("input", { type: "range", min: 1, max: 8, step: 1, value: this.#size });
    const dot = el("span", { class: "pad-dot", "aria-hidden": "true" });
    const set = () => {
      this.#size = Number(range.value);
      dot.style.setProperty("--size", String(this.#size));
      this.#moveCursor(0, 0);
    };
    range.addEventListener("input", set);
    say(this.app, range, "pad.size", "aria-label");
    say(this.app, range, "pad.size", "title");
    set();
    return el("label", { class: "pad-brush" }, el("span", { class: "pad-dot-box" }, dot), range);
  }

  #take(rgb) {
    this.#colour = rgb;
    const known = Object.values(COLOURS).includes(rgb);
    this.customBox.classList.toggle("chosen", !known);
    if (!known) for (const input of this.element.querySelectorAll(".pad-colour")) input.checked = false;
    this.#erase(false);
  }

  #erase(erasing) {
    this.#erasing = erasing;
    this.eraser.setAttribute("aria-pressed", String(erasing));
  }

  undo() {
    if (!this.bitmap.undo()) return;
    this.show();
    this.onChange();
  }

  clear() {
    this.bitmap.clear();
    this.show();
    this.onChange();
  }

  /** @returns {[number, number]} */
  #pixel(event) {
    const box = this.canvas.getBoundingClientRect();
    return [
      Math.floor(((event.clientX - box.left) * PX) / box.width),
      Math.floor(((event.clientY - box.top) * PX) / box.height),
    ];
  }

  #down(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    this.surface.classList.remove("steered");
    this.surface.setPointerCapture(event.pointerId);
    this.bitmap.mark();
    this.#last = this.#pixel(event);
    this.#paint(this.#last);
  }

  #move(event) {
    if (!this.#last || !event.isPrimary) return;
    // A fast pen moves several times a frame; without the moves in between, curves get corners.
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length ? events : [event]) this.#paint(this.#pixel(each));
  }

  #paint([x, y]) {
    this.bitmap.line(...this.#last, x, y, this.#size, this.#erasing ? WHITE : this.#colour);
    this.#last = [x, y];
    this.show();
    this.onChange();
  }

  #key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") this.undo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key in MOVES) this.#steer(MOVES[event.key], event.shiftKey);
    else if (event.key === " " || event.key === "Enter") this.#keyStroke(this.#cursor);
    else if (event.key === "Delete" || event.key === "Backspace") this.clear();
    else return;
    this.surface.classList.add("steered");
    event.preventDefault();
  }

  #steer([dx, dy], drawing) {
    const from = [...this.#cursor];
    this.#moveCursor(dx, dy);
    if (drawing) this.#keyStroke(from);
    this.place.textContent = t("pad.place", { x: this.#cursor[0] + 1, y: this.#cursor[1] + 1 });
  }

  #keyStroke(from) {
    this.bitmap.mark();
    this.#last = from;
    this.#paint(this.#cursor);
    this.#last = null;
  }

  /** The keyboard's cursor: as large as the brush, where the next stamp would go. */
  #moveCursor(dx, dy) {
    const inside = (value) => Math.max(0, Math.min(PX - 1, value));
    this.#cursor = [inside(this.#cursor[0] + dx), inside(this.#cursor[1] + dy)];
    const [x, y] = this.#cursor.map((value) => value - (this.#size >> 1));
    for (const [name, value] of Object.entries({ x, y, size: this.#size }))
      this.cursor.style.setProperty(`--${name}`, String(value));
  }

  #draw(image) {
    if (this.canvas.width !== image.width) this.canvas.width = this.canvas.height = image.width;
    this.canvas.getContext("2d").putImageData(image, 0, 0);
  }

  #changedTools() {
    this.undoButton.disabled = !this.bitmap.canUndo;
  }
}
