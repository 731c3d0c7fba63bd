// What this figure asks, judged from what it tells.
import { MODELS } from "./plan.js";
import { compare, gather } from "./summary.js";

const LARGE = MODELS.length - 1;
const FEW = 40;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "few",
    guess: "number",
    tried: ({ points, sizes }) => Boolean(gather(points, sizes)[LARGE][sizes.indexOf(FEW)]),
    truth: ({ points, sizes }) => 100 * gather(points, sizes)[LARGE][sizes.indexOf(FEW)].mean,
    within: 5,
  },
  {
    id: "wins",
    guess: "number",
    tried: ({ stage, points }) => stage === "ended" && points.length > 0,
    truth({ points, sizes }) {
      const table = gather(points, sizes);
      const k = sizes.findIndex(
        (/** @type {number} */ _, /** @type {number} */ i) => compare(table[LARGE][i], table[0][i]) === 1,
      );
      return sizes[k] ?? 0;
    },
    right: (guess, truth) => (truth === 0 ? guess === 0 : guess >= truth / 2 && guess <= 2 * truth),
  },
  {
    id: "speed",
    guess: "power",
    tried: ({ rate }) => rate > 0,
    truth: ({ rate }) => Math.round(Math.log10(rate)),
  },
];
