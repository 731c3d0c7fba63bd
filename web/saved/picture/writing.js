// Lines of writing for pictures that are made in the worker, as their bytes.

/** @typedef {{rgb: Uint8Array, width: number, height: number}} Strip */

// As --font in style/tokens.css.
const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** A line, smaller where it would not fit; white where nothing can write (Node).
 *  @param {string} words @param {{width: number, height: number, size?: number, ink?: string, bold?: boolean}} how
 *  @returns {Strip} */
export function line(words, { width, height, size = 17, ink = "#1c1e22", bold = false }) {
  const strip = { rgb: new Uint8Array(3 * width * height).fill(255), width, height };
  const context = globalThis.OffscreenCanvas && new OffscreenCanvas(width, height).getContext("2d");
  if (!context) return strip;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = ink;
  context.textBaseline = "middle";
  const font = (/** @type {number} */ px) => `${bold ? "bold " : ""}${px}px ${FONT}`;
  context.font = font(size);
  const needed = context.measureText(words).width;
  if (needed > width) context.font = font((size * width) / needed);
  context.fillText(words, 0, height / 2, width);
  const { data } = context.getImageData(0, 0, width, height);
  for (let i = 0, o = 0; i < data.length; i += 4) for (let c = 0; c < 3; c++) strip.rgb[o++] = data[i + c];
  return strip;
}

/** {name} in it is replaced by params.name. @param {string} words @param {Record<string, unknown>} params */
export const filled = (words, params) =>
  words.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));

/** A part of a picture that is as wide as its rows, put where it belongs. @param {Strip} into @param {Strip} what
 *  @param {number} x @param {number} y */
export function put(into, { rgb, width, height }, x, y) {
  for (let row = 0; row < height; row++)
    into.rgb.set(rgb.subarray(3 * width * row, 3 * width * (row + 1)), 3 * ((y + row) * into.width + x));
}
