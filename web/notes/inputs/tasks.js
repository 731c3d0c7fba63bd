// What this figure asks, judged from what it tells.

const HERTZ = 3000;
const NEAR = 100;
/** The pixel that is asked for, and how near to it a finger gets on a phone, where a picture is small. */
const PIXEL = { row: 10, column: 20 };
const FINGER = 1;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "green",
    guess: "number",
    tried: ({ kind, pixel }) =>
      kind === "picture" &&
      Math.abs(pixel.row - PIXEL.row) <= FINGER &&
      Math.abs(pixel.column - PIXEL.column) <= FINGER,
    truth: ({ greenOf }) => greenOf(PIXEL),
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
