// What this figure asks, judged from what it tells.

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  { id: "epsilon", guess: "power", truth: ({ best }) => best(), within: 1 },
  {
    id: "steepest",
    met: ({ name, a, exact, steepest }) => name === "sigma" && exact >= 0.999 * steepest() && { a, exact },
  },
  {
    id: "two",
    met: ({ name, a, exact }) => name === "ln" && Math.abs(exact - 2) < 0.05 && { a, exact },
  },
];
