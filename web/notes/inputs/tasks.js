// What this figure asks, judged from what it tells.

const HERTZ = 3000;
const NEAR = 100;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "green",
    guess: "number",
    tried: ({ kind, pixel }) => kind === "picture" && pixel.row === 10 && pixel.column === 20,
    truth: ({ pixel }) => pixel.green,
  },
  {
    id: "long",
    guess: "number",
    tried: ({ kind }) => kind === "sound",
    truth: ({ samples }) => samples,
  },
  {
    id: "hertz",
    met: ({ kind, hertz, moment }) => {
      const found = kind === "sound" ? hertz() : null;
      return found !== null && Math.abs(found - HERTZ) <= NEAR && { hertz: Math.round(found), time: moment };
    },
  },
];
