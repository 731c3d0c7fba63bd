// Shapes as the reader writes them: "(3, 4)", "(4,)", "5,1,3", "3 × 4", "()".

import { MAX_AXES, MAX_NUMBERS } from "../../core/broadcast.js";

/**
 * What was typed as a shape. problem: 'text' it is none; 'size' a size is below 1; 'axes', 'large' more axes or
 * numbers than the core takes.
 * @param {string} text @param {number} [most] numbers
 * @returns {{shape: number[], problem?: undefined} | {problem: string, shape?: undefined}}
 */
export function parseShape(text, most = MAX_NUMBERS) {
  const trimmed = text.trim();
  const inside = trimmed.replace(/^[([（]\s*/, "").replace(/\s*[)\]）]$/, "");
  if (inside === "") return /^[([（].*[)\]）]$/.test(trimmed) ? { shape: [] } : { problem: "text" };
  const parts = inside.replace(/\s*[,，]$/, "").split(/\s*[,，×x*]\s*|\s+/);
  if (!parts.every((part) => /^[-−]?\d+$/.test(part))) return { problem: "text" };
  const shape = parts.map((part) => Number(part.replace("−", "-")));
  if (shape.some((size) => size < 1)) return { problem: "size" };
  if (shape.length > MAX_AXES) return { problem: "axes" };
  if (countOf(shape) > most) return { problem: "large" };
  return { shape };
}

/** How many numbers an array of this shape has. @param {ArrayLike<number>} shape */
export const countOf = (shape) => Array.from(shape).reduce((product, size) => product * size, 1);

/** (3, 4), as NumPy writes it; one axis is (4,). @param {ArrayLike<number>} shape */
export const shapeText = (shape) =>
  shape.length === 1 ? `(${shape[0]},)` : `(${Array.from(shape).join(", ")})`;

/**
 * Whether an entry of the result reads a copy of the operand, not the operand itself: somewhere it stands beyond
 * an axis of size 1, or in another row than the first of an axis the operand does not have.
 * @param {ArrayLike<number>} operand its shape @param {ArrayLike<number>} result shape
 * @param {number} flat index of the entry, row by row
 */
export function isCopy(operand, result, flat) {
  for (let k = 1; k <= result.length; k++) {
    const size = result[result.length - k];
    const own = k <= operand.length ? operand[operand.length - k] : 1;
    if (own === 1 && flat % size > 0) return true;
    flat = Math.floor(flat / size);
  }
  return false;
}
