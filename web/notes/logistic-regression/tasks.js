// What this figure asks, judged from what it tells.
import { FAR, separable } from "./line.js";

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "half",
    met: ({ neuron: { w, b, x, a } }) =>
      x === 2 && Math.abs(w) >= 0.5 && Math.abs(a - 0.5) < 0.005 && { w, b, a },
  },
  {
    id: "far",
    guess: "number",
    tried: ({ points }) =>
      points.length === 10 && FAR.every((x) => points.some((/** @type {any} */ p) => p.x === x)),
    truth: ({ right }) => right.line,
  },
  {
    id: "four",
    met: ({ points, right }) =>
      points.length === 4 &&
      points.filter((/** @type {any} */ p) => p.y === 1).length === 2 &&
      !separable(points) &&
      right.sigma < 4 && { right: right.sigma },
  },
];
