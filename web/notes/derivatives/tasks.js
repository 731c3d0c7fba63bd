// What this figure asks, judged from what it tells.

/** As near to a slope as a finger gets on a phone. */
const NEAR = 0.1;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "epsilon",
    guess: "power",
    unless: ({ name }) => name === "3a", // which has no bend
    truth: ({ best }) => best(),
    within: 1,
  },
  {
    id: "steepest",
    met: ({ name, a, exact, steepest }) => name === "sigma" && exact >= 0.999 * steepest() && { a, exact },
  },
  {
    id: "two",
    met: ({ name, a, exact }) => name === "ln" && Math.abs(exact - 2) < NEAR && { a, exact },
  },
];
