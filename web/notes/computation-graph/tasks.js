// What this figure asks, judged from what it tells.
import { SCENES } from "./scenes.js";

/** The loss to aim at, and how near. */
const [AIM, NEAR] = [0.1, 0.01];
const given = Object.entries(SCENES.logistic.inputs);

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "dc",
    guess: "number",
    tried: ({ scene, step, steps }) => scene === "product" && step === steps,
    truth: ({ d }) => d("c"),
    within: 1e-6,
  },
  {
    id: "deaf",
    met: ({ scene, d, v }) => scene === "product" && d("b") === 0 && { c: v("c"), j: v("J") },
  },
  {
    id: "aim",
    met: ({ scene, past, alpha, v }) =>
      scene === "logistic" &&
      past.length === 1 &&
      given.every(([name, value]) => past[0][name] === value) &&
      Math.abs(v("L") - AIM) <= NEAR && { alpha, l: v("L"), a: v("a") },
  },
];
