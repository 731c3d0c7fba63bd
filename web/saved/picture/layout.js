// Where what is on a sheet of pictures. Writer and reader ask the same functions: a file can only say how large its cells are
// and how many stand in a row.

import { ribbonHeight } from "../../pictures/carried/ribbon.js";

export const [MARGIN, GAP, HEADING] = [16, 2, 48];
const LEAST_WIDTH = 480;
/** Any viewer opens so many pixels; beyond them cells are smaller than the pictures are kept. */
const MOST_PIXELS = 48e6;
const CELLS = [128, 64, 32];

/** @typedef {{px: number, columns: number, counts: number[]}} Plan counts: pictures of class 0 and class 1 */
/** @typedef {{y: 0 | 1, heading: number, cells: number, rows: number}} Block of a class: where its heading and its cells begin,
 *    and rows of cells */

/** @param {Plan} plan class 1 comes first, as on the page
 *  @returns {{width: number, height: number, blocks: Block[], footer: number}} */
export function layout({ px, columns, counts }) {
  const width = 2 * MARGIN + columns * (px + GAP) - GAP;
  let at = MARGIN;
  const blocks = /** @type {(0 | 1)[]} */ ([1, 0]).map((y) => {
    const rows = Math.ceil(counts[y] / columns);
    const block = { y, heading: at, cells: at + HEADING, rows };
    at = block.cells + rows * (px + GAP) + MARGIN;
    return block;
  });
  return { width, height: at + HEADING + ribbonHeight(width), blocks, footer: at };
}

/** @param {number[]} counts @param {number} px @returns {Plan} */
function planOf(counts, px) {
  const [n, side] = [counts[0] + counts[1], px + GAP];
  return { px, counts, columns: Math.max(Math.ceil(LEAST_WIDTH / side), Math.ceil(Math.sqrt(n))) };
}

/** Cells as large as the largest picture, or smaller where there are too many. @param {number[]} counts @param {number} most */
export function planFor(counts, most) {
  const sizes = [most, ...CELLS.filter((px) => px < most)];
  const fits = (/** @type {number} */ px) => {
    const { width, height } = layout(planOf(counts, px));
    return width * height <= MOST_PIXELS;
  };
  return planOf(counts, sizes.find(fits) ?? /** @type {number} */ (sizes.at(-1)));
}

/** Which picture stands where in a block: (row, column) -> the how manieth of its class. @param {Plan} plan
 *  @param {number} row @param {0 | 1} y @returns {number[]} */
export function inRow({ columns, counts }, row, y) {
  const from = row * columns;
  return Array.from({ length: Math.max(0, Math.min(columns, counts[y] - from)) }, (_, k) => from + k);
}
