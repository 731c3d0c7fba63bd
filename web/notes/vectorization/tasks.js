// What this figure asks, judged from what it tells.

/** A time within this of another is the same to somebody who guesses. */
const TWICE = 2;
const TENTH = 0.1;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "times",
    guess: "number",
    tried: ({ dot }) => dot.stage === "end",
    truth: ({ dot }) => dot.median("array") / dot.median("simd32"),
    right: (guess, truth) => guess > 0 && Math.max(guess / truth, truth / guess) <= TWICE,
  },
  {
    id: "same",
    guess: "number",
    tried: ({ dot }) => dot.stage === "end",
    truth: ({ dot }) =>
      dot.others.filter((/** @type {string} */ way) => dot.result(way) === dot.result("array")).length,
  },
  {
    id: "fewer",
    guess: "number",
    tried: ({ training }) => training.stage === "end",
    truth: ({ training }) => training.madds("vectorized") / training.madds("gram"),
    right: (guess, truth) => Math.abs(guess / truth - 1) <= TENTH,
  },
];
