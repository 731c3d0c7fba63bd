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
    tried: ({ kind, made }) => kind === "sound" && made !== "",
    truth: ({ samples }) => samples,
  },
  {
    id: "hertz",
    met: ({ kind, made, hertz, moment }) => {
      const found = kind === "sound" && made === "chirp" ? hertz() : null;
      return found !== null && Math.abs(found - HERTZ) <= NEAR && { hertz: Math.round(found), time: moment };
    },
  },
];
