// What this figure asks, judged from what it tells.
import { countOf, shapeText } from "./shape.js";

const same = (/** @type {number[] | undefined} */ a, /** @type {number[]} */ b) =>
  shapeText(a ?? [0]) === shapeText(b);

/** How many numbers a and b have, the fewer first. @param {any} state */
const counts = ({ a, b }) => [countOf(a), countOf(b)].sort((p, q) => p - q).join();

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "outer",
    guess: "shape",
    tried: ({ a, b }) => (same(a, [4]) && same(b, [4, 1])) || (same(a, [4, 1]) && same(b, [4])),
    truth: ({ shape }) => shape,
  },
  {
    id: "stretch",
    met: ({ a, b, shape }) =>
      same(shape, [2, 3, 4]) && counts({ a, b }) === "2,12" && { a: shapeText(a), b: shapeText(b) },
  },
  {
    id: "unfit",
    met: ({ a, b, shape, axis }) =>
      !shape && countOf(a) === 12 && countOf(b) === 12 && { a: shapeText(a), b: shapeText(b), axis: -axis },
  },
  {
    id: "nan",
    met: ({ percent, sums }) =>
      percent.some(Number.isNaN) && { sum: sums.find((/** @type {number} */ v) => v === 0) ?? 0 },
  },
];
