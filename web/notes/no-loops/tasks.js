// What this figure asks, judged from what it tells.

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "product",
    guess: "shape",
    tried: ({ m, n_x }) => m === 5 && n_x === 3,
    truth: ({ shapes }) => shapes("dw"),
  },
];
