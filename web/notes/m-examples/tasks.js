// What this figure asks, judged from what it tells.

const MOST = 10; // iterations
const LOW = 0.1; // of J

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "first",
    guess: "number",
    tried: ({ costs }) => costs.length > 0,
    truth: ({ costs }) => costs[0],
    within: 0.005,
  },
  {
    id: "db",
    guess: "number",
    unless: ({ brought }) => brought,
    truth: ({ dbAtZero }) => dbAtZero(),
    within: 1e-9,
  },
  {
    id: "fast",
    unless: ({ brought }) => brought,
    met: ({ costs, alpha }) => {
      const n = costs.slice(0, MOST + 1).findIndex((/** @type {number} */ j) => j < LOW);
      return n > 0 && { n, alpha, j: costs[n] };
    },
  },
];
