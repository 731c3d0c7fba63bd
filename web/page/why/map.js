/* What every pixel adds to z or takes from it, on top of the picture: orange speaks for class 1, blue for class 0. By blocks
   or pixel by pixel; a cursor, by pointer or arrow keys, reads one of them. */
import { joined, t } from "../../i18n/i18n.js";
import { el, say, setText } from "../../ui/elements.js";
import { decimalsFor, fixed, signed } from "../../ui/format.js";
import { color } from "../../ui/theme.js";
import { largest } from "../train/weights.js";
import { segments } from "./ledger.js";

const SPEAK_MS = 400; // after the last key
const PALE = 0.45; // of the picture's own contrast is left beneath the colours
const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

const rgbOf = (token) => [1, 3, 5].map((i) => parseInt(color(token).slice(i, i + 2), 16));

/** First pixel of block k of a side. */
const from = (k, n, grid) => Math.floor((k * n) / grid);
/** Top, middle or bottom. */
const third = (k, grid) => ((k + 0.5) / grid < 0.375 ? 0 : (k + 0.5) / grid > 0.625 ? 2 : 1);

/** Where a block is, in words: "top left". */
export const placeOf = (index, grid) =>
  t(`why.place.${third(Math.floor(index / grid), grid)}${third(index % grid, grid)}`);

export class PictureMap {
  /** @type {any} */
  #view = null;
  /** @type {any} */
  #shown = null;
  /** Row and column of the block or pixel under the cursor. @type {[number, number] | null} */
  #at = null;
  #speaking = 0;

  constructor(app) {
    this.app = app;
    const { element, inputs } = segments(app, "by", ["blocks", "pixels"], () => this.#change());
    this.pixels = inputs[1];
    this.canvas = el("canvas", { class: "pixels", width: 64, height: 64, tabindex: 0, role: "application" });
    say(app, this.canvas, "why.map", "aria-label");
    this.mark = el("div", { class: "weights-cursor", hidden: true });
    this.ends = [el("span"), el("span")];
    this.legend = [el("span"), el("span")];
    this.says = el("p", { class: "why-strongest" });
    this.reads = el("p", { class: "small muted num why-reads" });
    this.table = el("details", { class: "why-table" }, say(app, el("summary"), "why.table"));
    this.table.addEventListener("toggle", () => this.#fill());
    this.element = el(
      "div",
      { class: "why-map" },
      element,
      el("div", { class: "weights-picture" }, this.canvas, this.mark),
      el(
        "div",
        { class: "scale num small", "aria-hidden": "true" },
        this.ends[0],
        el("span", { class: "scale-bar" }),
        this.ends[1],
      ),
      el("p", { class: "scale-ends" }, ...this.legend),
      this.reads,
    );
    this.#follow();
  }

  #change() {
    this.#put(null);
    if (this.#view) this.draw(this.#view, this.#shown);
  }

  /** How many blocks or pixels stand side by side. */
  get #across() {
    return this.pixels.checked ? this.#view.n_px : this.#view.grid;
  }

  get #values() {
    return this.pixels.checked ? this.#shown.adds : this.#shown.blocks;
  }

  /** @param {any} view the answer @param {any} shown the ledger that was chosen */
  draw(view, shown) {
    this.#view = view;
    this.#shown = shown;
    const top = largest(this.#values);
    this.#paint(top);
    const digits = decimalsFor(top);
    setText(this.ends[0], top ? fixed(-top, digits) : "0");
    setText(this.ends[1], top ? signed(top, digits) : "0");
    for (const [y, end] of this.legend.entries()) setText(end, t("weights.end", { name: view.names[y] }));
    setText(this.says, this.#strongest());
    this.#read();
    this.#fill();
  }

  #paint(top) {
    const { n_px, grid } = this.#view;
    const { subject } = this.app.examples;
    const { canvas } = this;
    const [low, neutral, high] = ["--class0", "--neutral", "--class1"].map(rgbOf);
    if (canvas.width !== n_px) canvas.width = canvas.height = n_px;
    const context = canvas.getContext("2d");
    const image = context.createImageData(n_px, n_px);
    const values = this.#values;
    const block = (k) => Math.floor(((k + 1) * grid - 1) / n_px);
    for (let i = 0; i < n_px ** 2; i++) {
      const [row, column] = [Math.floor(i / n_px), i % n_px];
      const v = this.pixels.checked ? values[i] : values[block(row) * grid + block(column)];
      const share = top > 0 ? Math.sqrt(Math.abs(v) / top) : 0;
      const x = subject?.width === n_px ? subject.data.subarray(4 * i, 4 * i + 3) : neutral;
      const grey = 0.299 * x[0] + 0.587 * x[1] + 0.114 * x[2];
      const end = v < 0 ? low : high;
      for (let c = 0; c < 3; c++) {
        const under = neutral[c] + (grey - neutral[c]) * PALE;
        image.data[4 * i + c] = under + (end[c] - under) * share * 0.85;
      }
      image.data[4 * i + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }

  /** The block that adds most and the one that takes most, by name. */
  #strongest() {
    const { blocks, how } = this.#shown;
    const { grid, names } = this.#view;
    const digits = decimalsFor(largest(blocks)) + 1;
    const [most, least] = [Math.max(...blocks), Math.min(...blocks)];
    const place = (v) => {
      const i = blocks.indexOf(v);
      return {
        place: placeOf(i, grid),
        row: Math.floor(i / grid) + 1,
        column: (i % grid) + 1,
        v: signed(v, digits),
      };
    };
    const sentence = (v, name) => t(`why.strongest.${how}`, { ...place(v), name });
    return joined([most > 0 ? sentence(most, names[1]) : "", least < 0 ? sentence(least, names[0]) : ""]);
  }

  #fill() {
    if (!this.table.open || !this.#view) return;
    const { grid } = this.#view;
    const { blocks } = this.#shown;
    const digits = decimalsFor(largest(blocks)) + 1;
    const line = (/** @type {any[]} */ cells) => el("tr", {}, ...cells);
    const th = (scope, text) => el("th", { scope }, text);
    const numbers = Array.from({ length: grid }, (_, k) => k);
    const head = line([el("td"), ...numbers.map((k) => th("col", String(k + 1)))]);
    const rows = numbers.map((r) =>
      line([
        th("row", String(r + 1)),
        ...numbers.map((c) => el("td", {}, signed(blocks[r * grid + c], digits))),
      ]),
    );
    const caption = el("caption", {}, t("why.table.says"));
    const table = el(
      "table",
      { class: "num small" },
      caption,
      el("thead", {}, head),
      el("tbody", {}, ...rows),
    );
    const box = el(
      "div",
      { class: "why-scroll", tabindex: 0, role: "region", "aria-label": t("why.table.says") },
      table,
    );
    const old = this.table.querySelector(".why-scroll");
    if (old) old.replaceWith(box);
    else this.table.append(box);
  }

  // --- the cursor ----------------------------------------------------------------------------

  #put(at) {
    this.#at = at;
    if (this.#view) this.#read();
  }

  /** What stands under the cursor. */
  #read() {
    const { mark } = this;
    mark.hidden = !this.#at;
    if (!this.#at) return setText(this.reads, t("why.hint"));
    const { n_px, grid } = this.#view;
    const edge = (k) => (100 * (this.pixels.checked ? k : from(k, n_px, grid))) / n_px;
    const [row, column] = this.#at;
    Object.assign(mark.style, {
      left: `${edge(column)}%`,
      top: `${edge(row)}%`,
      width: `${edge(column + 1) - edge(column)}%`,
      height: `${edge(row + 1) - edge(row)}%`,
    });
    setText(this.reads, this.#sentence());
  }

  #sentence() {
    const [row, column] = /** @type {[number, number]} */ (this.#at);
    const values = this.#values;
    const v = values[row * this.#across + column];
    const digits = decimalsFor(largest(values)) + 1;
    const what = this.pixels.checked ? "pixel" : "block";
    return t(`why.reads.${what}`, { row: row + 1, column: column + 1, v: signed(v, digits) });
  }

  #follow() {
    const { canvas } = this;
    const within = (i) => Math.min(this.#across - 1, Math.max(0, i));
    const point = (event) => {
      if (!this.#view) return;
      const box = canvas.getBoundingClientRect();
      const place = (share) => {
        const pixel = Math.min(this.#view.n_px - 1, Math.max(0, Math.floor(share * this.#view.n_px)));
        return this.pixels.checked
          ? pixel
          : Math.floor(((pixel + 1) * this.#view.grid - 1) / this.#view.n_px);
      };
      this.#put([
        place((event.clientY - box.top) / box.height),
        place((event.clientX - box.left) / box.width),
      ]);
    };
    canvas.addEventListener("pointermove", point);
    canvas.addEventListener("pointerdown", point);
    canvas.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && document.activeElement !== canvas) this.#put(null);
    });
    canvas.addEventListener("blur", () => this.#put(null));
    const middle = () => [this.#across >> 1, this.#across >> 1];
    canvas.addEventListener("focus", () => this.#view && !this.#at && this.#put(middle()));
    canvas.addEventListener("keydown", (event) => {
      const move = ARROWS[event.key];
      if (!move || !this.#view) return;
      event.preventDefault();
      const [row, column] = this.#at ?? middle();
      const stride = event.shiftKey ? 8 : 1;
      this.#put([within(row + move[0] * stride), within(column + move[1] * stride)]);
      clearTimeout(this.#speaking);
      this.#speaking = window.setTimeout(
        () => this.#at && this.app.tell("spoken", this.#sentence()),
        SPEAK_MS,
      );
    });
  }
}
