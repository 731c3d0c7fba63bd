/* What CSS paints of an element's box, as SVG: background, border, outline, a ring of shadow. */
import { painting, paintOf } from "./colours.js";
import { tag } from "./xml.js";

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const SIDES = /** @type {const} */ (["Top", "Right", "Bottom", "Left"]);

/** Its dashes, as browsers draw them. @param {string} style @param {number} width */
const dashes = (style, width) =>
  style === "dashed" ? `${2 * width + 1} ${width + 1.5}` : style === "dotted" ? `${width} ${width}` : null;

/** A rectangle's outline `by` outside of the box. @param {Box} box @param {number} by @param {any} attributes @param {number} [radius] */
function ring({ x, y, width, height }, by, attributes, radius = 0) {
  if (width + 2 * by <= 0 || height + 2 * by <= 0) return "";
  const rx = radius > 0 ? Math.max(0, Math.min(radius, width / 2, height / 2) + by) : null;
  const at = { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
  return tag("rect", { ...at, rx, fill: "none", ...attributes });
}

/** @param {any} style @param {Box} box @param {number} radius */
function background(style, box, radius) {
  const paint = paintOf(style.backgroundColor);
  if (!paint) return "";
  return ring(box, 0, painting("fill", paint), radius);
}

/** Pieces of one colour that are written as gradients: brackets, bars. @param {any} style @param {Box} box */
function pieces(style, box) {
  if (!style.backgroundImage.includes("linear-gradient")) return "";
  const images = style.backgroundImage.split(/,\s*(?=linear-gradient)/);
  const [sizes, places] = [style.backgroundSize, style.backgroundPosition].map((list) => list.split(/,\s*/));
  return images
    .map((/** @type {string} */ image, /** @type {number} */ i) => {
      const colours = image.match(/(?:rgba?|color)\([^)]*\)/g) ?? [];
      const paint = paintOf(colours[0] ?? "");
      if (!paint || new Set(colours).size > 1) return "";
      const size = sizes[i % sizes.length].split(" ");
      const place = places[i % places.length].split(" ");
      const along = (/** @type {number} */ k, /** @type {number} */ whole) => {
        const [length, at] = [size[k] ?? "auto", place[k] ?? "0%"];
        const share = (/** @type {string} */ v, /** @type {number} */ of) =>
          v.endsWith("%") ? (parseFloat(v) / 100) * of : parseFloat(v);
        const wide = length === "auto" ? whole : share(length, whole);
        return [share(at, whole - wide), wide];
      };
      const [[dx, width], [dy, height]] = [along(0, box.width), along(1, box.height)];
      if (width <= 0 || height <= 0) return "";
      return tag("rect", { x: box.x + dx, y: box.y + dy, width, height, ...painting("fill", paint) });
    })
    .join("");
}

/** @param {any} style @param {Box} box @param {number} radius */
function border(style, box, radius) {
  const sides = SIDES.map((side) => {
    const kind = style[`border${side}Style`];
    const width = kind === "none" || kind === "hidden" ? 0 : parseFloat(style[`border${side}Width`]);
    return { side, width, kind, paint: width > 0 ? paintOf(style[`border${side}Color`]) : null };
  });
  if (sides.every(({ paint }) => !paint)) return "";
  const collapsed = style.borderCollapse === "collapse" && style.display.startsWith("table");
  const look = (/** @type {typeof sides[number]} */ { width, kind, paint }) => ({
    ...painting("stroke", paint),
    "stroke-width": width,
    "stroke-dasharray": dashes(kind, width),
  });
  const key = (/** @type {typeof sides[number]} */ { width, kind, paint }) =>
    JSON.stringify([width, kind, paint]);
  const by = collapsed ? 0 : -sides[0].width / 2;
  if (sides.every((side) => key(side) === key(sides[0]))) return ring(box, by, look(sides[0]), radius);
  return sides
    .map((one) => {
      if (!one.paint) return "";
      const inset = collapsed ? 0 : one.width / 2;
      const [right, bottom] = [box.x + box.width, box.y + box.height];
      const d = {
        Top: `M${box.x} ${box.y + inset}H${right}`,
        Bottom: `M${box.x} ${bottom - inset}H${right}`,
        Left: `M${box.x + inset} ${box.y}V${bottom}`,
        Right: `M${right - inset} ${box.y}V${bottom}`,
      }[one.side];
      return tag("path", { d, ...look(one) });
    })
    .join("");
}

/** @param {any} style @param {Box} box @param {number} radius */
function outline(style, box, radius) {
  const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  const paint = width > 0 ? paintOf(style.outlineColor) : null;
  if (!paint) return "";
  const look = { "stroke-width": width, "stroke-dasharray": dashes(style.outlineStyle, width) };
  return ring(
    box,
    (parseFloat(style.outlineOffset) || 0) + width / 2,
    { ...painting("stroke", paint), ...look },
    radius,
  );
}

/** A shadow that does not blur is a ring. @param {any} style @param {Box} box @param {number} radius */
function shadow(style, box, radius) {
  const found = /^((?:rgba?|color)\([^)]*\)) 0px 0px 0px ([\d.]+)px( inset)?$/.exec(style.boxShadow);
  if (!found) return "";
  const [width, paint] = [parseFloat(found[2]), paintOf(found[1])];
  if (!paint || width === 0) return "";
  const by = (found[3] ? -1 : 1) * (width / 2);
  return ring(box, by, { ...painting("stroke", paint), "stroke-width": width }, radius);
}

/** @param {any} style computed @param {Box} box */
export function boxOf(style, box) {
  if (box.width <= 0 || box.height <= 0) return "";
  const radius = style.borderTopLeftRadius.endsWith("%")
    ? Math.max(box.width, box.height)
    : parseFloat(style.borderTopLeftRadius) || 0;
  const parts = [shadow, background, pieces, border, outline];
  return parts.map((part) => part(style, box, radius)).join("");
}
