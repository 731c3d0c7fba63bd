/* Drawings of the page as part of a picture: SVG with its look written into it, canvases as pictures of their pixels. */
import { inLight } from "../ui/theme.js";
import { painting, paintOf } from "./colours.js";
import { fontOf } from "./lines.js";
import { Pen } from "./pen.js";
import { escaped, short, tag } from "./xml.js";

const SHAPES = new Set(["path", "line", "rect", "circle", "ellipse", "polyline", "polygon"]);
const GROUPS = new Set(["g", "svg", "a"]);
/** What says where a shape is. */
const PLACES = "d x y x1 y1 x2 y2 cx cy r rx ry width height points dx dy transform".split(" ");
const PRINTED_PX = 512; // a side of what is enlarged, at least

/** @param {any} node a shape or a text */
function placeOf(node) {
  /** @type {Record<string, string>} */
  const place = {};
  for (const name of PLACES) {
    const value = node.getAttribute(name);
    if (value === null || value === "") continue;
    const length = node[name]?.baseVal;
    place[name] = value.endsWith("%") && length?.value !== undefined ? short(length.value) : value;
  }
  return place;
}

/** @param {import("./colours.js").Paint | null} paint @param {string} opacity */
const thinned = (paint, opacity) => paint && { ...paint, alpha: paint.alpha * Number(opacity) };

/** @param {any} style */
function strokeOf(style) {
  const paint = paintOf(style.stroke);
  if (!paint || parseFloat(style.strokeWidth) === 0) return {};
  const but = (/** @type {string} */ value, /** @type {string} */ usual) => (value === usual ? null : value);
  return {
    ...painting("stroke", thinned(paint, style.strokeOpacity)),
    "stroke-width": parseFloat(style.strokeWidth),
    "stroke-dasharray": but(style.strokeDasharray, "none")?.replaceAll("px", ""),
    "stroke-linecap": but(style.strokeLinecap, "butt"),
    "stroke-linejoin": but(style.strokeLinejoin, "miter"),
  };
}

/** @param {any} style */
const throughOf = (style) => ({ opacity: style.opacity === "1" ? null : Number(style.opacity) });

/** The number of a clip in this picture; ids are unique in it only. */
export class Clips {
  #count = 0;
  /** @type {Map<Element, string>} */
  #named = new Map();
  /** @type {string[]} */
  list = [];

  /** @param {string} inside what is seen @returns {string} its reference */
  add(inside) {
    const id = `clip-${++this.#count}`;
    this.list.push(tag("clipPath", { id }, inside));
    return `url(#${id})`;
  }

  /** The one that a drawing has. @param {Element} node clipPath */
  of(node) {
    const known = this.#named.get(node);
    if (known) return known;
    const inside = [...node.children].map((one) => tag(one.localName, placeOf(one))).join("");
    const made = this.add(inside);
    this.#named.set(node, made);
    return made;
  }
}

/** @param {any} node @param {{view: any, clips: Clips, around: any}} how @returns {string} */
function drawn(node, how) {
  const { view, clips, around } = how;
  const name = node.localName;
  const style = view.getComputedStyle(node);
  if (style.display === "none") return "";
  const clipped = /url\("?#([^")]+)"?\)/.exec(style.clipPath);
  const clip = clipped && node.ownerSVGElement?.querySelector(`#${view.CSS.escape(clipped[1])}`);
  const clipPath = clip ? clips.of(clip) : null;
  if (GROUPS.has(name)) {
    const inside = [...node.children].map((child) => drawn(child, how)).join("");
    const transform = node.getAttribute("transform");
    const look = { transform, "clip-path": clipPath, ...throughOf(style) };
    return inside && Object.values(look).some(Boolean) ? tag("g", look, inside) : inside;
  }
  if (style.visibility === "hidden") return "";
  const fill = thinned(paintOf(style.fill), style.fillOpacity);
  const look = { ...painting("fill", fill), ...strokeOf(style), ...throughOf(style), "clip-path": clipPath };
  if (SHAPES.has(name)) return fill || "stroke" in look ? tag(name, { ...placeOf(node), ...look }) : "";
  if (name !== "text" && name !== "tspan") return "";
  const inside = [...node.childNodes].map((child) =>
    child.nodeType === Node.TEXT_NODE ? escaped(child.data) : drawn(child, how),
  );
  const anchor = style.textAnchor === "start" ? null : style.textAnchor;
  const middle = style.dominantBaseline === "auto" ? null : style.dominantBaseline;
  const words = { "text-anchor": anchor, "dominant-baseline": middle, ...fontOf(style, around) };
  return tag(name, { ...placeOf(node), ...words, ...look }, ...inside);
}

/** An SVG of the page. @param {any} root @param {{x: number, y: number}} origin of the picture
 *  @param {{view: any, clips: Clips, around: any}} how */
export function drawingOf(root, origin, how) {
  const inside = [...root.children].map((child) => drawn(child, how)).join("");
  if (!inside) return "";
  const { a, b, c, d, e, f } = root.getScreenCTM();
  const transform = `matrix(${[a, b, c, d].map((v) => Math.round(v * 1e6) / 1e6).join(" ")} ${short(e - origin.x)} ${short(f - origin.y)})`;
  const moved = tag("g", { transform }, inside);
  if (how.view.getComputedStyle(root).overflow === "visible") return moved;
  const { left, top, width, height } = root.getBoundingClientRect();
  const seen = tag("rect", { x: left - origin.x, y: top - origin.y, width, height });
  return tag("g", { "clip-path": how.clips.add(seen) }, moved);
}

/** Its pixels, enlarged where they are meant to be seen: some programs would blur them.
 *  @param {HTMLCanvasElement} canvas @param {boolean} pixelated */
function addressOf(canvas, pixelated) {
  const { width, height } = canvas;
  const by = pixelated ? Math.max(1, Math.ceil(PRINTED_PX / Math.max(width, height))) : 1;
  const large = Object.assign(document.createElement("canvas"), { width: by * width, height: by * height });
  const context = /** @type {CanvasRenderingContext2D} */ (large.getContext("2d"));
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, large.width, large.height);
  return large.toDataURL("image/png");
}

/**
 * A canvas of the page. Where its colours are those of the theme it hears "as-picture" and draws itself once more: on the
 * canvas of the event's detail, or with its pen, which makes lines and text, and says so by `vector`.
 * @param {HTMLCanvasElement} canvas @param {{x: number, y: number, width: number, height: number}} box @param {any} style
 */
export function canvasOf(canvas, box, style) {
  if (canvas.width === 0 || canvas.height === 0) return "";
  const copy = Object.assign(document.createElement("canvas"), {
    width: canvas.width,
    height: canvas.height,
  });
  /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d")).drawImage(canvas, 0, 0);
  const detail = { canvas: copy, pen: new Pen(), vector: false };
  inLight(() => canvas.dispatchEvent(new CustomEvent("as-picture", { detail })));
  if (detail.vector) {
    const transform = `translate(${short(box.x)} ${short(box.y)})`;
    return tag("g", { transform }, detail.pen.text());
  }
  const href = addressOf(copy, style.imageRendering === "pixelated");
  const { x, y, width, height } = box;
  return tag("image", { x, y, width, height, preserveAspectRatio: "none", "xlink:href": href });
}
