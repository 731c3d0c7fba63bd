/* Points for the convexity lab, each with the stretch of w to look at and two starts worth racing. */

/** [x, y] -> {x, y} @param {number[][]} pairs */
const points = (pairs) => pairs.map(([x, y]) => ({ x, y }));

/** @type {Record<string, {points: {x: number, y: number}[], range: [number, number], starts: [number, number]}>} */
export const PRESETS = {
  overlapping: {
    points: points([[-2.5, 0], [-1.2, 0], [-0.5, 1], [0.6, 0], [1.4, 1], [2.6, 1]]), // prettier-ignore
    range: [-6, 6],
    starts: [-5, 4.5],
  },
  separable: {
    points: points([[-2.5, 0], [-1.8, 0], [-0.8, 0], [0.8, 1], [1.6, 1], [2.8, 1]]), // prettier-ignore
    range: [-6, 6],
    starts: [-5, -1],
  },
  // One 0 far out among the 1s: squared error finds a valley that gives it up, cross-entropy never does.
  stray: {
    points: points([[-2, 0], [-1, 0], [1, 1], [1.5, 1], [2, 1], [5.5, 0]]), // prettier-ignore
    range: [-3, 4],
    starts: [-2, 2.5],
  },
  // Two true minima are rare: found by searching tens of thousands of random sets of four points.
  "two-minima": {
    points: points([[-0.5, 1], [0.2, 1], [-5, 0], [-0.5, 1]]), // prettier-ignore
    range: [-6, 3],
    starts: [-5, 2],
  },
};
