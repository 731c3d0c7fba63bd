// What this figure asks, judged from what it tells.

const X = 2.5;
/** How near to the least J is near enough. */
const NEAR = 1.1;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  { id: "price", guess: "number", truth: ({ says }) => says(X), within: 0.02 },
  {
    id: "hand",
    met: ({ taught, asMade, cost, least }) =>
      !taught && asMade && cost <= NEAR * least() && { j: cost, least: least() },
  },
  {
    id: "dead",
    // Dead from the first of these steps on, not by one of them.
    met: ({ dead, iteration, costs, cost, w, b }) =>
      dead && iteration > 0 && costs.every((/** @type {number} */ j) => j === cost) && { n: iteration, w, b },
  },
];
