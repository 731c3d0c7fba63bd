// A plot with labelled axes, as SVG in CSS pixels: what the figures of the notes draw on. Marks are given in
// the units of the axes and keep their data; the plot draws them again when its size or its ranges change.
//
//   const plot = createPlot(host, { x: { min: 0, max: 10, label: "size" }, y: {...}, name: "price against size" });
//   const line = plot.curve("model");   line.set([[0, 1], [10, 4]]);
//   const houses = plot.dots("house");  houses.set([{ x: 3, y: 2 }]);
//   plot.handle({ name: "...", x: 1, y: 2, move: (x, y) => ... });      // handle.js

import { number } from "../i18n/i18n.js";
import { makeHandle } from "./handle.js";
import { onTextSize, textScale } from "../ui/text-size.js";
import { svg } from "./svg.js";
import { niceTicks } from "./ticks.js";

/** Room around the axes for their numbers and labels. */
const ROOM = [52, 14, 30, 42]; // left, right, top, bottom

/** A tick's number: as many decimals as the step needs. @param {number} v @param {number} step */
const tickText = (v, step) => {
  const digits = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
  return number(v, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
};

/**
 * @typedef {{min: number, max: number, label: string | (() => string), ticks?: number,
 *   marks?: {v: number, text: string}[]}} Axis marks: ticks of one's own instead, those that have room
 * @typedef {object} Mark
 * @property {(data: any) => void} set new data; drawn with the next frame
 * @property {() => void} remove
 */

/**
 * @param {HTMLElement} host gets the SVG as a child and decides its width; height follows `ratio`
 * @param {{x: Axis, y: Axis, name: string | (() => string), ratio?: number, minHeight?: number, equal?: boolean}} options
 *   name: what a screen reader calls it (labels and name may be functions, for two languages); equal: both axes have the
 *   same scale, whatever height that takes
 */
export function createPlot(host, { x, y, name, ratio = 0.6, minHeight = 220, equal = false }) {
  return new Plot(host, { x: { ...x }, y: { ...y }, name, ratio, minHeight, equal });
}

class Plot {
  /** @type {{draw: () => void}[]} */
  #marks = [];
  #waiting = false;

  /** @param {HTMLElement} host
   *  @param {{x: Axis, y: Axis, name: any, ratio: number, minHeight: number, equal: boolean}} options */
  constructor(host, { x, y, name, ratio, minHeight, equal }) {
    this.x = x;
    this.y = y;
    this.name = name;
    this.ratio = ratio;
    this.minHeight = minHeight;
    this.equal = equal;
    this.host = host;
    this.scale = 1; // of its text
    this.box = { left: 52, right: 300, top: 12, bottom: 160 };
    this.root = svg("svg", { class: "plot", role: "group" });
    this.axes = svg("g", { class: "axes", "aria-hidden": "true" });
    this.clip = svg("clipPath", { id: `clip-${Math.random().toString(36).slice(2)}` });
    this.clipBox = svg("rect");
    this.clip.append(this.clipBox);
    this.marks = svg("g", { class: "marks", "clip-path": `url(#${this.clip.id})`, "aria-hidden": "true" });
    this.handles = svg("g", { class: "handles" });
    this.root.append(this.clip, this.axes, this.marks, this.handles);
    host.classList.add("plot-host");
    host.append(this.root);
    new ResizeObserver(() => this.redraw()).observe(host);
    onTextSize(() => this.redraw());
    this.redraw();
  }

  /** Units -> CSS pixels of the SVG, and back. @param {number} v */
  px(v) {
    const { left, right } = this.box;
    return left + ((v - this.x.min) / (this.x.max - this.x.min)) * (right - left);
  }
  /** @param {number} v */
  py(v) {
    const { top, bottom } = this.box;
    return bottom - ((v - this.y.min) / (this.y.max - this.y.min)) * (bottom - top);
  }
  /** @param {number} p */
  ux(p) {
    const { left, right } = this.box;
    return this.x.min + ((p - left) / (right - left)) * (this.x.max - this.x.min);
  }
  /** @param {number} p */
  uy(p) {
    const { top, bottom } = this.box;
    return this.y.min + ((bottom - p) / (bottom - top)) * (this.y.max - this.y.min);
  }

  /** New ranges of the axes. @param {{x?: Partial<Axis>, y?: Partial<Axis>}} ranges */
  range({ x = {}, y = {} }) {
    Object.assign(this.x, x);
    Object.assign(this.y, y);
    this.redraw();
  }

  /** Draws everything again, once, before the next paint. Call it after a change of language. */
  redraw() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      const width = Math.floor(this.host.clientWidth);
      if (width < 40) return;
      this.scale = textScale();
      const height = this.#heightFor(width);
      this.root.setAttribute("viewBox", `0 0 ${width} ${height}`);
      this.root.setAttribute("width", width);
      this.root.setAttribute("height", height);
      this.root.setAttribute("aria-label", textOf(this.name));
      const [left, right, top, bottom] = ROOM.map((room) => room * this.scale);
      this.box = { left, right: width - right, top, bottom: height - bottom };
      this.#drawAxes();
      for (const mark of this.#marks) mark.draw();
    });
  }

  /** @param {number} width */
  #heightFor(width) {
    const { x, y, scale } = this;
    if (!this.equal) return Math.max(Math.round(this.minHeight * scale), Math.round(width * this.ratio));
    const [left, right, top, bottom] = ROOM.map((room) => room * scale);
    return Math.round(((width - left - right) * (y.max - y.min)) / (x.max - x.min) + top + bottom);
  }

  #drawAxes() {
    const { left, right, top, bottom } = this.box;
    const k = this.scale;
    const size = { x: left, y: top, width: right - left, height: bottom - top };
    for (const [key, value] of Object.entries(size)) this.clipBox.setAttribute(key, value);
    this.axes.replaceChildren();
    const add = (/** @type {string} */ tag, /** @type {any} */ attributes, /** @type {string} */ text = "") =>
      this.axes.append(svg(tag, attributes, text));
    const own = this.x.marks && apart(this.x.marks, (v) => this.px(v) / k);
    const xs = niceTicks(
      this.x.min,
      this.x.max,
      this.x.ticks ?? Math.max(2, Math.round((right - left) / (90 * k))),
    );
    const ys = niceTicks(
      this.y.min,
      this.y.max,
      this.y.ticks ?? Math.max(2, Math.round((bottom - top) / (56 * k))),
    );
    for (const v of ys.values) {
      add("path", { class: v === 0 ? "grid zero" : "grid", d: `M${left} ${this.py(v)}H${right}` });
      add("text", { class: "tick-y", x: left - 8, y: this.py(v) + 4 * k }, tickText(v, ys.step));
    }
    for (const { v, text } of own ?? []) {
      add("path", { class: "tick", d: `M${this.px(v)} ${bottom}v5` });
      add("text", { class: "tick-x", x: this.px(v), y: bottom + 18 * k }, text);
    }
    for (const v of own ? [] : xs.values) {
      add("path", {
        class: v === 0 ? "grid zero" : "tick",
        d: v === 0 ? `M${this.px(v)} ${top}V${bottom}` : `M${this.px(v)} ${bottom}v5`,
      });
      add("text", { class: "tick-x", x: this.px(v), y: bottom + 18 * k }, tickText(v, xs.step));
    }
    add("path", { class: "frame", d: `M${left} ${top}V${bottom}H${right}` });
    add("text", { class: "label-x", x: right, y: bottom + 36 * k }, textOf(this.x.label));
    add("text", { class: "label-y", x: 4, y: 14 * k }, textOf(this.y.label));
  }

  /** @param {SVGElement} node @param {() => void} draw @param {SVGElement} [layer] @returns {any} */
  #mark(node, draw, layer = this.marks) {
    const mark = { draw };
    this.#marks.push(mark);
    layer.append(node);
    return {
      node,
      remove: () => {
        this.#marks.splice(this.#marks.indexOf(mark), 1);
        node.remove();
      },
    };
  }

  /** A line through points [[x, y], ...]; a point that is not finite breaks it. @param {string} look CSS class */
  curve(look) {
    /** @type {ArrayLike<number>[]} */
    let points = [];
    const node = svg("path", { class: `curve ${look}` });
    const draw = () => {
      let d = "";
      let pen = false;
      for (const [x, y] of /** @type {any} */ (points)) {
        const known = Number.isFinite(x) && Number.isFinite(y);
        if (known) d += `${pen ? "L" : "M"}${this.px(x).toFixed(1)} ${clampPx(this.py(y)).toFixed(1)}`;
        pen = known;
      }
      node.setAttribute("d", d);
    };
    const mark = this.#mark(node, draw);
    return {
      ...mark,
      set: (/** @type {ArrayLike<number>[]} */ list) => {
        points = list;
        this.redraw();
      },
    };
  }

  /** Points [{x, y, look?}, ...] as circles; `look` adds a CSS class to one. @param {string} look @param {number} [r] */
  dots(look, r = 5) {
    /** @type {{x: number, y: number, look?: string}[]} */
    let points = [];
    const node = svg("g", { class: `dots ${look}` });
    const draw = () => {
      while (node.childNodes.length > points.length) node.lastChild.remove();
      while (node.childNodes.length < points.length) node.append(svg("circle"));
      points.forEach((p, i) => {
        const circle = node.childNodes[i];
        circle.setAttribute("class", p.look ?? "");
        circle.setAttribute("r", r);
        circle.setAttribute("cx", this.px(p.x).toFixed(1));
        circle.setAttribute("cy", clampPx(this.py(p.y)).toFixed(1));
      });
    };
    const mark = this.#mark(node, draw);
    return {
      ...mark,
      set: (/** @type {any[]} */ list) => {
        points = list;
        this.redraw();
      },
    };
  }

  /** Words at a place: set({x, y, text, anchor?, dx?, dy?}). @param {string} look */
  note(look) {
    /** @type {any} */
    let note = null;
    const node = svg("text", { class: `note ${look}` });
    const draw = () => {
      node.textContent = note ? textOf(note.text) : "";
      if (!note) return;
      node.setAttribute("text-anchor", note.anchor ?? "start");
      node.setAttribute("x", this.px(note.x) + (note.dx ?? 0));
      node.setAttribute("y", this.py(note.y) + (note.dy ?? 0));
    };
    const mark = this.#mark(node, draw);
    return {
      ...mark,
      set: (/** @type {any} */ next) => {
        note = next;
        this.redraw();
      },
    };
  }

  /** A picture under the marks that fills the axes' box: paint(canvas) draws it; its pixels are stretched to fit.
   *  @param {(canvas: HTMLCanvasElement) => void} paint @param {string} [look] */
  ground(paint, look = "") {
    const canvas = document.createElement("canvas");
    canvas.className = `ground ${look}`;
    canvas.setAttribute("aria-hidden", "true");
    this.host.prepend(canvas);
    this.#marks.push({
      draw: () => {
        const { left, right, top, bottom } = this.box;
        const { width, height } = this.root.viewBox.baseVal; // shares of it stay right where paper is narrower
        const share = (/** @type {number} */ part, /** @type {number} */ of) => `${(100 * part) / of}%`;
        Object.assign(canvas.style, {
          left: share(left, width),
          top: share(top, height),
          width: share(right - left, width),
          height: share(bottom - top, height),
        });
      },
    });
    canvas.addEventListener("as-picture", (/** @type {any} */ { detail }) => paint(detail.canvas));
    paint(canvas);
    return { node: canvas, paint: () => paint(canvas) };
  }

  /** Something to drag, by pointer and by arrow keys; see handle.js. @param {any} options */
  handle(options) {
    const handle = makeHandle(this, options);
    const mark = this.#mark(handle.node, handle.draw, this.handles);
    return { ...mark, set: handle.set, focus: () => handle.node.focus() };
  }

  /** Calls fn(x, y) in units when empty ground of the plot is clicked. @param {(x: number, y: number) => void} fn */
  onTap(fn) {
    this.root.classList.add("tappable");
    this.root.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      if (/** @type {Element} */ (event.target).closest(".handle")) return;
      const rect = this.root.getBoundingClientRect();
      const [px, py] = [event.clientX - rect.left, event.clientY - rect.top];
      const { left, right, top, bottom } = this.box;
      if (px >= left && px <= right && py >= top && py <= bottom) fn(this.ux(px), this.uy(py));
    });
  }
}

/** Those marks that do not run into the one before. @param {{v: number, text: string}[]} marks @param {(v: number) => number} px */
function apart(marks, px) {
  let last = -Infinity;
  return marks.filter(({ v }) => {
    const room = px(v) - last >= 40;
    if (room) last = px(v);
    return room;
  });
}

/** @param {string | (() => string)} words */
const textOf = (words) => (typeof words === "function" ? words() : words);

/** SVG paths with coordinates of millions of pixels are drawn wrongly. @param {number} p */
const clampPx = (p) => Math.max(-1e4, Math.min(1e4, p));
