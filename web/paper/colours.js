/* Colours as every program that reads SVG knows them: six hexadecimal digits, and the opacity apart. */

/** @typedef {{hex: string, alpha: number}} Paint */

/** @type {Map<string, Paint | null>} */
const known = new Map();
/** @type {CanvasRenderingContext2D | null} */
let pixel = null;

/** @param {number[]} rgb 0 to 255 */
const hexOf = (rgb) => `#${rgb.map((v) => Math.round(v).toString(16).padStart(2, "0")).join("")}`;

/** rgb(…) and rgba(…) as browsers compute them. @param {string} css @returns {Paint | null} */
export function fromRgb(css) {
  const found = /^rgba?\(\s*([\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)(?:[ ,/]+([\d.]+%?))?\s*\)$/.exec(css);
  if (!found) return null;
  const [, r, g, b, a = "1"] = found;
  return { hex: hexOf([r, g, b].map(Number)), alpha: a.endsWith("%") ? parseFloat(a) / 100 : Number(a) };
}

/** Any other, such as what color-mix() gives: one pixel is painted with it. @param {string} css @returns {Paint} */
function painted(css) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  pixel ??= canvas.getContext("2d", { willReadFrequently: true });
  const context = /** @type {CanvasRenderingContext2D} */ (pixel);
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  return { hex: hexOf([r, g, b]), alpha: a / 255 };
}

/** A computed colour; null where nothing is painted. @param {string} css */
export function paintOf(css) {
  if (!css || css === "none" || css === "transparent" || css.startsWith("url")) return null;
  if (!known.has(css)) {
    const paint = fromRgb(css) ?? painted(css);
    known.set(css, paint.alpha > 0 ? paint : null);
  }
  return known.get(css) ?? null;
}

/** Attributes of an element painted with it. @param {"fill" | "stroke"} what @param {Paint | null} paint */
export const painting = (what, paint) => ({
  [what]: paint ? paint.hex : "none",
  [`${what}-opacity`]: paint && paint.alpha < 1 ? paint.alpha : null,
});
