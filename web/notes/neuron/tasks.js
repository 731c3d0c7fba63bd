// What this figure asks, judged from what it tells.

const X = 2.5;
/** How near to the least J is near enough. */
const NEAR = 1.1;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  { id: "price", guess: "number", truth: ({ says }) => says(X), within: 0.02 },
  {
    id: "hand",
    met: ({ taught, brought, cost, least }) =>
      !taught && !brought && cost <= NEAR * least() && { j: cost, least: least() },
  },
  {
    id: "dead",
    met: ({ dead, iteration, w, b }) => dead && iteration > 0 && { n: iteration, w, b },
  },
];
