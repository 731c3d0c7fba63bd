/* The text of a page as lines of SVG text: each as wide as it was, whatever fonts the reader's computer has. */
import { painting, paintOf } from "./colours.js";
import { escaped, tag } from "./xml.js";

/** @type {Map<string, {up: number, down: number}>} */
const fonts = new Map();
/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/** How far letters of this font go above and below their line. @param {any} style computed */
function reachOf(style) {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  if (!fonts.has(font)) {
    ruler ??= document.createElement("canvas").getContext("2d");
    const context = /** @type {CanvasRenderingContext2D} */ (ruler);
    context.font = font;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText("x");
    fonts.set(font, { up, down });
  }
  return /** @type {{up: number, down: number}} */ (fonts.get(font));
}

/** Where letters stand that fill a box from top to bottom. @param {any} style @param {{top: number, height: number}} box */
export function baseline(style, { top, height }) {
  const { up, down } = reachOf(style);
  return top + (height - up - down) / 2 + up;
}

/** The font of an element, as far as it is another than around it. @param {any} style @param {any} [around]
 *  @returns {Record<string, string>} */
export function fontOf(style, around) {
  const all = {
    "font-family": style.fontFamily,
    "font-size": style.fontSize,
    "font-weight": style.fontWeight,
    "font-style": style.fontStyle,
    "font-variant-numeric": style.fontVariantNumeric,
    "letter-spacing": style.letterSpacing,
  };
  const usual = around ? fontOf(around) : {};
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== usual[key]));
}

/** A single letter in a formula is slanted. @param {any} style @param {string} text */
const isVariable = (style, text) => style.textTransform === "math-auto" && [...text].length === 1;

/** @param {any} style @param {string} text */
function written(style, text) {
  const words = style.whiteSpace.startsWith("pre") ? text.replace(/ /g, "\u00a0") : text.replace(/\s+/g, " ");
  if (style.textTransform === "uppercase") return words.toUpperCase();
  return style.textTransform === "lowercase" ? words.toLowerCase() : words;
}

/** The pieces of a text node that stand on one line each: [start, end, where]. @param {Text} node */
function pieces(node) {
  const range = /** @type {Document} */ (node.ownerDocument).createRange();
  const over = (/** @type {number} */ start, /** @type {number} */ end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  const { data } = node;
  const start = data.search(/\S/);
  const end = data.trimEnd().length;
  if (start < 0) return [];
  const whole = over(start, end);
  if (whole.length === 0) return [];
  if (whole.length === 1) return [{ start, end, box: whole[0] }];
  /** @type {{start: number, end: number}[]} */
  const lines = [];
  let top = NaN;
  for (let i = start; i < end; i++) {
    const [rect] = over(i, i + 1);
    if (!rect || /\s/.test(data[i])) continue;
    const line = lines.at(-1);
    if (line && Math.abs(rect.top - top) < rect.height / 2) line.end = i + 1;
    else lines.push({ start: i, end: i + 1 });
    top = rect.top;
  }
  return lines.flatMap((line) => {
    const boxes = over(line.start, line.end);
    const [left, right] = [
      Math.min(...boxes.map((box) => box.left)),
      Math.max(...boxes.map((box) => box.right)),
    ];
    const [{ top: at, height }] = boxes;
    return [{ ...line, box: { left, width: right - left, top: at, height } }];
  });
}

/** So much of a text as ends before `right`, and the three points. @param {Text} node @param {number} right */
function shortened(node, right) {
  const range = /** @type {Document} */ (node.ownerDocument).createRange();
  range.setStart(node, 0);
  for (let end = node.length; end > 0; end--) {
    range.setEnd(node, end);
    const { width, left } = range.getBoundingClientRect();
    if (left + width <= right - 10) return { text: `${node.data.slice(0, end).trim()}…`, width: width + 10 };
  }
  return { text: "…", width: 10 };
}

/**
 * @param {Text} node @param {any} style of its element @param {{x: number, y: number}} origin
 * @param {{around: any, underlined: boolean, right: number}} how around: the font of the whole; right: where it is cut
 */
export function textOf(node, style, origin, { around, underlined, right }) {
  const paint = paintOf(style.color);
  return pieces(node)
    .map(({ start, end, box }) => {
      let text = written(style, node.data.slice(start, end));
      let { width } = box;
      if (box.left + width > right + 1) ({ text, width } = shortened(node, right));
      const font = fontOf(style, around);
      const variable = isVariable(style, text); // of another font than the one it was measured in
      if (variable) font["font-style"] = "italic";
      const x = box.left - origin.x + (variable ? width / 2 : 0);
      const attributes = {
        ...{ x, y: baseline(style, box) - origin.y, "text-anchor": variable ? "middle" : null },
        textLength: [...text].length > 1 ? width : null,
        lengthAdjust: [...text].length > 1 ? "spacingAndGlyphs" : null,
        "text-decoration": underlined ? "underline" : null,
        ...font,
        ...painting("fill", paint),
      };
      return tag("text", attributes, escaped(text));
    })
    .join("");
}
