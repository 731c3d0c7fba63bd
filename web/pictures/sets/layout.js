// Which axis of an array is what, so that pictures can be taken out of it in any of the usual orders.

import { Refusal } from "../refusal.js";
import { describe } from "./numbers.js";

/** @typedef {import('./numbers.js').Named} Named */
/** @typedef {{m: number, n_px: number, colours: number, order: string}} Layout order of the axes: m pictures, h rows,
 *    w columns, c colours; the last runs fastest */
/** @template {Named} N @typedef {N & Layout} Pictures */

const MIN_PX = 8;
const MAX_PX = 128;
const COLOURS = [1, 3, 4];
const USUAL = ["mhwc", "mchw", "mhw"];
const OTHER = ["hwcm", "chwm", "hwm"]; // as MATLAB has them

const possible = (/** @type {number} */ n) => n >= MIN_PX && n <= MAX_PX;

/** @param {number[]} shape @param {string} order @returns {Layout | null} */
function inOrder(shape, order) {
  if (shape.length !== order.length) return null;
  const [m, h, w, colours] = ["m", "h", "w", "c"].map((axis) => shape[order.indexOf(axis)] ?? 1);
  return h === w && COLOURS.includes(colours) ? { m, n_px: h, colours, order } : null;
}

/** How pictures lie in an array; null: there are none. @param {Named} named @returns {Layout | null} */
export function layoutOf({ kind, shape, fortran }) {
  if (kind === "" || kind === "text") return null;
  const found = (/** @type {string[]} */ orders) =>
    orders.map((order) => inOrder(shape, order)).filter((layout) => layout !== null);
  const usual = found(USUAL);
  // n × n × 3 is more likely one picture than three grey ones.
  const other = found(OTHER).filter((each) => each.order !== "hwm" || !COLOURS.includes(each.m));
  const layout = [...usual, ...other].find(({ n_px }) => possible(n_px)) ?? usual[0] ?? null;
  return layout && fortran ? { ...layout, order: [...layout.order].reverse().join("") } : layout;
}

/** What makes pictures of it, or a Refusal that names what is wrong.
 *  @template {Named} N @param {N} named @returns {Pictures<N>} */
export function asPictures(named) {
  const { key } = named;
  const layout = layoutOf(named);
  if (layout === null) throw new Refusal("set-shape", { key, shape: describe(named) });
  if (!(layout.m > 0)) throw new Refusal("set-none", { key });
  if (!possible(layout.n_px))
    throw new Refusal("set-size", { key, n: layout.n_px, least: MIN_PX, most: MAX_PX });
  return { ...named, ...layout };
}

/** How far it is from one to the next along each axis, in a piece of `count` pictures. @param {Layout} layout
 *  @param {number} count */
function stepsOf({ n_px, colours, order }, count) {
  /** @type {Record<string, number>} */
  const sides = { m: count, h: n_px, w: n_px, c: colours };
  /** @type {Record<string, number>} */
  const steps = { c: 0 };
  let step = 1;
  for (const axis of [...order].reverse()) {
    steps[axis] = step;
    step *= sides[axis];
  }
  return steps;
}

/** Puts pictures as rows of RGB to their place; gives how many. Of four colours the last must be opaque throughout: else
 *  nobody knows what is behind, or whether it is a colour at all.
 *  @param {Uint8Array} rgb @param {number} from @param {Uint8Array} values @param {Pictures<Named>} x */
export function place(rgb, from, values, x) {
  const { n_px, colours, order, key } = x;
  const count = values.length / (n_px * n_px * colours);
  let out = 3 * n_px * n_px * from;
  if (order === "mhwc" && colours === 3) rgb.set(values, out);
  else {
    const { m, h, w, c } = stepsOf(x, count);
    const colour = colours === 1 ? 0 : c;
    for (let i = 0; i < count; i++)
      for (let row = 0; row < n_px; row++)
        for (let column = 0; column < n_px; column++) {
          const at = i * m + row * h + column * w;
          if (colours === 4 && values[at + 3 * c] !== 255) throw new Refusal("set-alpha", { key });
          for (let k = 0; k < 3; k++) rgb[out++] = values[at + k * colour];
        }
  }
  return count;
}

/** Of an array whose last axis counts the pictures, `count` of them. @param {Uint8Array} bytes @param {number} m
 *  @param {number} size bytes of one number @param {number} start @param {number} count */
export function picturesAt(bytes, m, size, start, count) {
  const rows = bytes.length / (m * size);
  const out = new Uint8Array(rows * count * size);
  for (let row = 0; row < rows; row++) {
    const at = (row * m + start) * size;
    out.set(bytes.subarray(at, at + count * size), row * count * size);
  }
  return out;
}
