/* A part of a page as SVG: what is seen of it on white paper, with real text, nothing that would have to be fetched and
   nothing that only browsers show. Elements are walked in their order; CSS boxes become rectangles and lines. */
import { boxOf } from "./boxes.js";
import { onPaper } from "./copy.js";
import { painting, paintOf } from "./colours.js";
import { canvasOf, Clips, drawingOf } from "./drawings.js";
import { baseline, fontOf, textOf } from "./lines.js";
import { WIDTH_MM } from "./size.js";
import { escaped, short, tag } from "./xml.js";

const MARGIN = 16;

/** @typedef {{svg: string, width: number, height: number}} Picture in pixels of the page */

class Walk {
  clips = new Clips();

  /** @param {{view: any, original: Map<Element, Element>}} copy @param {{x: number, y: number}} origin @param {any} around style */
  constructor({ view, original }, origin, around) {
    this.view = view;
    this.original = original;
    this.origin = origin;
    this.around = around;
  }

  /** Where it is in the picture. @param {Element} node */
  #box(node) {
    const { left, top, width, height } = node.getBoundingClientRect();
    return { x: left - this.origin.x, y: top - this.origin.y, width, height };
  }

  /** @param {any} node an element @param {{underlined: boolean, right: number}} from @returns {string} */
  element(node, from) {
    const style = this.view.getComputedStyle(node);
    if (style.display === "none" || style.clipPath.startsWith("inset(50%")) return "";
    const box = this.#box(node);
    const seen = style.visibility !== "hidden";
    const own = seen ? boxOf(style, box) : "";
    const inside = this.#clipped(node, style, box, this.#inside(node, style, { box, seen, ...from }));
    if (!own && !inside) return "";
    return style.opacity === "1" ? own + inside : tag("g", { opacity: Number(style.opacity) }, own, inside);
  }

  /** @param {any} node @param {any} style @param {any} how */
  #inside(node, style, { box, seen, underlined, right }) {
    if (node.localName === "svg" && node.ownerSVGElement === null)
      return seen ? drawingOf(node, this.origin, this) : "";
    if (node.localName === "canvas")
      return seen ? canvasOf(/** @type {any} */ (this.original.get(node)), box, style) : "";
    if (node.localName === "input" || node.localName === "select")
      return seen ? this.#field(node, style) : "";
    const from = {
      underlined: underlined || style.textDecorationLine.includes("underline"),
      right: style.textOverflow === "ellipsis" ? node.getBoundingClientRect().right : right,
    };
    const parts = [...node.childNodes].map((child) => {
      if (child.nodeType === Node.ELEMENT_NODE) return this.element(child, from);
      return child.nodeType === Node.TEXT_NODE && seen
        ? textOf(child, style, this.origin, { around: this.around, ...from })
        : "";
    });
    if (node.localName === "mfrac") parts.push(this.#fraction(node, style));
    if (node.localName === "li" && seen) parts.push(this.#number(node));
    return parts.join("");
  }

  /** What does not fit into its box is cut there. @param {any} node @param {any} style @param {any} box @param {string} inside */
  #clipped(node, style, box, inside) {
    const fits = node.scrollWidth <= node.clientWidth + 1 && node.scrollHeight <= node.clientHeight + 1;
    const open = style.overflowX === "visible" && style.overflowY === "visible";
    if (!inside || open || fits || style.textOverflow === "ellipsis" || node.localName === "svg")
      return inside;
    const { x, y, width, height } = box;
    return tag("g", { "clip-path": this.clips.add(tag("rect", { x, y, width, height })) }, inside);
  }

  /** What a field holds, as text. @param {any} node @param {any} style */
  #field(node, style) {
    const { left, top, width, height } = node.getBoundingClientRect();
    if (node.type === "checkbox" || node.type === "radio") return this.#tick(node);
    const text = node.localName === "select" ? (node.selectedOptions[0]?.text ?? "") : node.value;
    if (node.type === "range" || node.type === "file" || !text) return "";
    const side = (/** @type {string} */ name) =>
      parseFloat(style[`padding${name}`]) + parseFloat(style[`border${name}Width`]);
    const toEnd = style.textAlign === "end" || style.textAlign === "right";
    const x = toEnd ? left + width - side("Right") : left + side("Left");
    const place = { x: x - this.origin.x, y: baseline(style, { top, height }) - this.origin.y };
    const look = { "text-anchor": toEnd ? "end" : null, ...fontOf(style, this.around) };
    return tag("text", { ...place, ...look, ...painting("fill", paintOf(style.color)) }, escaped(text));
  }

  /** A box, with its tick if it has one. @param {any} node */
  #tick(node) {
    const { x, y, width, height } = this.#box(node);
    const stroke = { fill: "none", stroke: "#575a60", "stroke-width": 1.25 };
    const square = tag("rect", {
      x: x + 1,
      y: y + 1,
      width: width - 2,
      height: height - 2,
      rx: 2,
      ...stroke,
    });
    if (!node.checked) return square;
    const [dx, dy] = [width / 16, height / 16];
    const d = `M${short(x + 4 * dx)} ${short(y + 8 * dy)}l${short(3 * dx)} ${short(3 * dy)}l${short(5 * dx)} ${short(-6 * dy)}`;
    return square + tag("path", { d, ...stroke, "stroke-width": 1.75 });
  }

  /** The bar of a fraction. @param {any} node @param {any} style */
  #fraction(node, style) {
    const [over, under] = [...node.children].map((child) => child.getBoundingClientRect());
    if (!over || !under) return "";
    const { x, width } = this.#box(node);
    const y = (over.bottom + under.top) / 2 - this.origin.y;
    const paint = painting("stroke", paintOf(style.color));
    return tag("path", {
      d: `M${short(x + 1)} ${short(y)}h${short(width - 2)}`,
      ...paint,
      "stroke-width": 1,
    });
  }

  /** The number before a line of a listing, which only a style sheet knows. @param {any} node */
  #number(node) {
    const style = this.view.getComputedStyle(node, "::before");
    if (!style.content.includes("counter(")) return "";
    const number = [...node.parentElement.children].indexOf(node) + 1;
    const code = node.querySelector("code") ?? node;
    const { top, height } = code.getBoundingClientRect();
    const own = this.view.getComputedStyle(node);
    const left = parseFloat(own.paddingLeft) + parseFloat(own.borderLeftWidth);
    const toEnd = style.textAlign === "end";
    const x = node.getBoundingClientRect().left + left + (toEnd ? parseFloat(style.width) - parseFloat(style.paddingRight) : 0); // prettier-ignore
    const place = { x: x - this.origin.x, y: baseline(own, { top, height }) - this.origin.y };
    const look = { "text-anchor": toEnd ? "end" : null, ...fontOf(style, this.around) };
    return tag("text", { ...place, ...look, ...painting("fill", paintOf(style.color)) }, String(number));
  }
}

/**
 * @param {HTMLElement} node @param {string} title
 * @returns {Picture}
 */
export function pictureOf(node, title) {
  return onPaper(node, (copy) => {
    const { left, top, width, height } = copy.node.getBoundingClientRect();
    const around = copy.view.getComputedStyle(copy.view.document.body);
    const walk = new Walk(copy, { x: left - MARGIN, y: top - MARGIN }, around);
    const inside = walk.element(copy.node, { underlined: false, right: Infinity });
    const [w, h] = [width, height].map((v) => Math.ceil(v) + 2 * MARGIN);
    const attributes = {
      xmlns: "http://www.w3.org/2000/svg",
      "xmlns:xlink": "http://www.w3.org/1999/xlink",
      "xml:lang": document.documentElement.lang,
      ...{ width: `${WIDTH_MM}mm`, height: `${short((WIDTH_MM * h) / w)}mm`, viewBox: `0 0 ${w} ${h}` },
      ...fontOf(around),
    };
    const paper = tag("rect", { width: w, height: h, fill: "#ffffff" });
    const clips = walk.clips.list.length > 0 ? tag("defs", {}, ...walk.clips.list) : "";
    const svg = tag("svg", attributes, tag("title", {}, escaped(title)), clips, paper, inside);
    return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width: w, height: h };
  });
}
