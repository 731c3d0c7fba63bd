// What this figure asks, judged from what it tells.

const HOUSE = 7;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "seven",
    guess: "number",
    unless: ({ brought }) => brought,
    truth: ({ ruled }) => ruled(HOUSE - 1),
    within: 0.5,
  },
  {
    id: "half",
    met: ({ hidden, cost, single, iteration }) =>
      hidden.length > 0 && cost < single / 2 && { n: iteration, j: cost, single },
  },
  {
    id: "two",
    met: ({ hidden, cost, single, iteration }) =>
      hidden.join() === "2" && cost < single && { n: iteration, j: cost, single },
  },
];
