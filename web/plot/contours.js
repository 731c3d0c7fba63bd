// Lines of equal height through a grid of numbers, by marching squares with linear interpolation.

/** For each of the 16 patterns of corners above the level: pairs of edges a line runs between. Corners are bits
 *  1 (x, y), 2 (x+1, y), 4 (x+1, y+1), 8 (x, y+1); edges 0 bottom, 1 right, 2 top, 3 left. */
const LINES = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/**
 * The line where a grid has the value `level`, as short pieces.
 * @param {ArrayLike<number>} values (ys.length, xs.length) row by row
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys positions of columns and rows
 * @param {number} level
 * @returns {[number, number][]} two points a piece, then [NaN, NaN]: what plot.curve draws with gaps
 */
export function contour(values, xs, ys, level) {
  /** @type {[number, number][]} */
  const line = [];
  for (let r = 0; r + 1 < ys.length; r++) {
    for (let c = 0; c + 1 < xs.length; c++) {
      const at = (/** @type {number} */ dc, /** @type {number} */ dr) =>
        values[(r + dr) * xs.length + c + dc];
      const corners = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
      if (!corners.every(Number.isFinite)) continue;
      const pattern = corners.reduce((bits, v, k) => bits | (v > level ? 1 << k : 0), 0);
      const between = (/** @type {number} */ i, /** @type {number} */ j) =>
        (level - corners[i]) / (corners[j] - corners[i]);
      const edge = [
        () => [xs[c] + between(0, 1) * (xs[c + 1] - xs[c]), ys[r]],
        () => [xs[c + 1], ys[r] + between(1, 2) * (ys[r + 1] - ys[r])],
        () => [xs[c] + between(3, 2) * (xs[c + 1] - xs[c]), ys[r + 1]],
        () => [xs[c], ys[r] + between(0, 3) * (ys[r + 1] - ys[r])],
      ];
      for (const [from, to] of LINES[pattern]) {
        line.push(/** @type {any} */ (edge[from]()), /** @type {any} */ (edge[to]()), [NaN, NaN]);
      }
    }
  }
  return line;
}
