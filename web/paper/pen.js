/* Draws as on a canvas, but writes SVG: as much of a canvas's context as the charts of the page use. */
import { painting, paintOf } from "./colours.js";
import { escaped, short, tag } from "./xml.js";

const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };

export class Pen {
  font = "12px sans-serif";
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  lineJoin = "miter";
  globalAlpha = 1;
  /** @type {keyof typeof ANCHORS} */
  textAlign = "start";
  /** @type {"alphabetic" | "middle" | "top"} */
  textBaseline = "alphabetic";
  #path = "";
  #dashes = "";
  /** What is drawn, and inside it what is clipped. @type {{clip: string, parts: string[]}[]} */
  #open = [{ clip: "", parts: [] }];
  #clips = 0;
  /** @type {CanvasRenderingContext2D | null} */
  #ruler = null;

  /** All that was drawn, as SVG. */
  text() {
    while (this.#open.length > 1) this.restore();
    return this.#open[0].parts.join("");
  }

  save() {
    this.#open.push({ clip: "", parts: [] });
  }

  restore() {
    if (this.#open.length === 1) return;
    const { clip, parts } = /** @type {any} */ (this.#open.pop());
    const inside = parts.join("");
    const id = `pen-clip-${++this.#clips}`;
    if (clip) this.#put(tag("clipPath", { id }, clip), tag("g", { "clip-path": `url(#${id})` }, inside));
    else this.#put(inside);
  }

  beginPath() {
    this.#path = "";
  }
  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#path += `M${short(x)} ${short(y)}`;
  }
  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#path += `L${short(x)} ${short(y)}`;
  }
  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.#path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  }
  /** A whole circle. @param {number} x @param {number} y @param {number} r */
  arc(x, y, r) {
    const half = `a${short(r)} ${short(r)} 0 0 1`;
    this.#path += `M${short(x - r)} ${short(y)}${half} ${short(2 * r)} 0${half} ${short(-2 * r)} 0z`;
  }

  /** @param {number[]} lengths */
  setLineDash(lengths) {
    this.#dashes = lengths.join(" ");
  }

  clip() {
    /** @type {any} */ (this.#open.at(-1)).clip = tag("path", { d: this.#path });
  }
  stroke() {
    const look = {
      fill: "none",
      "stroke-width": this.lineWidth,
      "stroke-dasharray": this.#dashes || null,
      ...this.#colour("stroke", this.strokeStyle),
    };
    const join = this.lineJoin === "miter" ? null : this.lineJoin;
    if (this.#path) this.#put(tag("path", { d: this.#path, ...look, "stroke-linejoin": join }));
  }
  fill() {
    if (this.#path) this.#put(tag("path", { d: this.#path, ...this.#colour("fill", this.fillStyle) }));
  }

  /** @param {string} words @param {number} x @param {number} y */
  fillText(words, x, y) {
    const [, size, family] = /** @type {any} */ (/([\d.]+)px (.*)$/.exec(this.font));
    const down = { alphabetic: 0, middle: 0.35, top: 0.8 }[this.textBaseline] * Number(size);
    const look = { "font-size": `${size}px`, "font-family": family, "text-anchor": ANCHORS[this.textAlign] };
    this.#put(
      tag("text", { x, y: y + down, ...look, ...this.#colour("fill", this.fillStyle) }, escaped(words)),
    );
  }

  /** @param {string} words */
  measureText(words) {
    this.#ruler ??= document.createElement("canvas").getContext("2d");
    const ruler = /** @type {CanvasRenderingContext2D} */ (this.#ruler);
    ruler.font = this.font;
    return ruler.measureText(words);
  }

  // The paper is white and as large as it is.
  setTransform() {}
  clearRect() {}

  /** @param {"fill" | "stroke"} what @param {string} colour */
  #colour(what, colour) {
    const paint = colour.startsWith("#") ? { hex: colour, alpha: 1 } : paintOf(colour);
    return painting(what, paint && { ...paint, alpha: paint.alpha * this.globalAlpha });
  }

  /** @param {...string} parts */
  #put(...parts) {
    /** @type {any} */ (this.#open.at(-1)).parts.push(...parts);
  }
}
