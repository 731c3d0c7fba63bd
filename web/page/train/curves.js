/* The drawing of the cost chart on a canvas: axes with marks, two curves, and where a value is on the screen. What is drawn
   and how far the axes go is said by chart.js; the arithmetic of marks is in axes.js. */
import { linearSplits, logSplits } from "./axes.js";

const PAD = { top: 14, right: 24, bottom: 48 }; // bottom: for text of the usual size
const X_SPACE = 56; // pixels between marks, at least
const Y_SPACE = 32;

/**
 * @typedef {object} Axis
 * @property {number} min @property {number} max @property {boolean} log
 * @property {(value: number) => string} write a mark
 *
 * @typedef {object} Look
 * @property {string} font family @property {string} ink @property {string} quiet of words @property {string} grid
 * @property {string} faint of the test set, and of the marks @property {number} scale of its text, 1 being usual
 *
 * @typedef {(number | null)[]} Values null where there is nothing to draw
 */

/** Where v lies between the ends of the axis: 0 to 1. @param {Axis} axis @param {number} v */
function share({ min, max, log }, v) {
  if (log) return Math.log(v / min) / Math.log(max / min);
  return (v - min) / (max - min);
}

export class Curves {
  /** The part between the axes, in pixels of the page. */
  area = { left: 52, top: PAD.top, width: 0, height: 0 };
  #size = { width: 0, height: 0 };
  #bottom = PAD.bottom;
  #scale = 1;
  /** @type {Axis} */
  #x = { min: 0, max: 1, log: false, write: String };
  /** @type {Axis} */
  #y = { min: 0, max: 1, log: false, write: String };

  /** @param {HTMLElement} box */
  constructor(box) {
    this.canvas = document.createElement("canvas");
    /** Lies over the area, for what is not drawn. */
    this.over = document.createElement("div");
    this.over.className = "plot-over";
    box.replaceChildren(this.canvas, this.over);
    this.ctx = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
  }

  /** @param {{width: number, height: number}} size of the whole, in pixels of the page */
  resize(size) {
    this.#size = size;
  }

  /** Draws on another context meanwhile. @param {any} pen @param {() => void} draw */
  onto(pen, draw) {
    const { ctx } = this;
    this.ctx = pen;
    try {
      draw();
    } finally {
      this.ctx = ctx;
    }
  }

  /** Pixels from the left end of the area. @param {number} iteration */
  x(iteration) {
    return this.area.width * share(this.#x, iteration);
  }

  /** Pixels from the top of the area. @param {number} cost */
  y(cost) {
    return this.area.height * (1 - share(this.#y, cost));
  }

  /** The iteration, not rounded, so many pixels from the left end of the area. @param {number} pixels */
  iterationAt(pixels) {
    const { min, max, log } = this.#x;
    const part = pixels / this.area.width;
    return log ? min * (max / min) ** part : min + part * (max - min);
  }

  /** Empties the canvas and draws the axes. @param {Axis} x @param {Axis} y @param {string} label of the x axis @param {Look} look */
  axes(x, y, label, look) {
    this.#x = x;
    this.#y = y;
    const { ctx } = this;
    this.#clear();
    const k = (this.#scale = look.scale);
    this.#bottom = PAD.bottom * k;
    ctx.font = `${12 * k}px ${look.font}`;
    ctx.fillStyle = look.quiet;
    const marks = this.#yMarks().map((v) => ({ v, text: y.write(v) }));
    const left = Math.max(
      52,
      12 + Math.ceil(Math.max(0, ...marks.map(({ text }) => ctx.measureText(text).width))),
    );
    const { width, height } = this.#size;
    this.area = {
      left,
      top: PAD.top,
      width: width - left - PAD.right,
      height: height - PAD.top - this.#bottom,
    };
    this.#place();
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    for (const { v, text } of marks) {
      const at = this.area.top + this.y(v);
      ctx.fillText(text, left - 8, at);
      this.#line([left, at, left + this.area.width, at], look.grid, 1);
    }
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    const bottom = this.area.top + this.area.height;
    for (const v of this.#xMarks()) {
      const at = left + this.x(v);
      this.#line([at, bottom, at, bottom + 4], look.faint, 1);
      ctx.fillText(x.write(v), at, bottom + 8 * k);
    }
    ctx.fillText(label, left + this.area.width / 2, bottom + 29 * k);
  }

  /** Draws inside the area only. @param {() => void} draw */
  inside(draw) {
    const { ctx, area } = this;
    ctx.save();
    ctx.beginPath();
    ctx.rect(area.left, 0, area.width + PAD.right, area.top + area.height);
    ctx.clip();
    draw();
    ctx.restore();
  }

  /** A curve through what is there. @param {number[]} xs @param {Values} values @param {string} colour @param {number} width */
  curve(xs, values, colour, width) {
    const { ctx, area } = this;
    ctx.beginPath();
    let pen = false;
    for (let i = 0; i < xs.length; i++) {
      const value = values[i];
      if (value === null) pen = false;
      else {
        const [x, y] = [area.left + this.x(xs[i]), area.top + Math.max(-1e4, Math.min(1e4, this.y(value)))];
        if (pen) ctx.lineTo(x, y);
        else ctx.moveTo(x, y);
        pen = true;
      }
    }
    Object.assign(ctx, { strokeStyle: colour, lineWidth: width, lineJoin: "round" });
    ctx.stroke();
  }

  /** A line from top to bottom. @param {number} iteration @param {string} colour @param {number} width */
  hairline(iteration, colour, width) {
    const at = this.area.left + this.x(iteration);
    this.#line([at, this.area.top, at, this.area.top + this.area.height], colour, width);
  }

  /** @param {number} iteration @param {number} cost @param {number} radius @param {string} colour */
  point(iteration, cost, radius, colour) {
    const [x, y] = [this.area.left + this.x(iteration), this.area.top + this.y(cost)];
    if (!Number.isFinite(x + y)) return;
    this.ctx.beginPath();
    this.ctx.arc(x, y, radius, 0, 2 * Math.PI);
    this.ctx.fillStyle = colour;
    this.ctx.fill();
  }

  #clear() {
    const printed = document.documentElement.classList.contains("on-paper"); // which has more dots than a screen
    const ratio = Math.max(devicePixelRatio || 1, printed ? 3 : 0);
    const [width, height] = [this.#size.width, this.#size.height].map((v) => Math.round(v * ratio));
    if (this.canvas.width !== width || this.canvas.height !== height)
      Object.assign(this.canvas, { width, height });
    this.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.ctx.clearRect(0, 0, this.#size.width, this.#size.height);
  }

  #place() {
    const { left, top, width, height } = this.area;
    const place = { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
    for (const [name, value] of Object.entries(place))
      if (this.over.style[/** @type {"left"} */ (name)] !== value)
        this.over.style[/** @type {"left"} */ (name)] = value;
  }

  #xMarks() {
    const { min, max, log } = this.#x;
    return log
      ? logSplits(min, max)
      : linearSplits(min, max, this.area.width / (X_SPACE * this.#scale), true);
  }

  #yMarks() {
    const { min, max, log } = this.#y;
    const room = (this.#size.height - PAD.top - this.#bottom) / (Y_SPACE * this.#scale);
    return log ? logSplits(min, max) : linearSplits(min, max, room);
  }

  /** On whole pixels, so that it is as thin as it says. @param {number[]} ends @param {string} colour @param {number} width */
  #line(ends, colour, width) {
    const [x1, y1, x2, y2] = ends.map((v) => Math.round(v) + 0.5);
    const { ctx } = this;
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    Object.assign(ctx, { strokeStyle: colour, lineWidth: width });
    ctx.stroke();
  }
}
