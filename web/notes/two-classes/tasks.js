// What this figure asks, judged from what it tells.

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  { id: "entry", guess: "number", truth: ({ entryOf }) => entryOf({ sheet: 2, row: 9, column: 19 }) },
  {
    id: "shape",
    guess: "shape",
    tried: ({ m, test }) => m === 16 && test === 0,
    truth: ({ n_x, train }) => [n_x, train],
  },
  { id: "split", met: ({ m, test }) => test > 0 && m === 5 * test && { m, train: m - test, test } },
];
