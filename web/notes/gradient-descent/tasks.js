// What this figure asks, judged from what it tells.

/** How far above the border α may be: where J rises for ever, but only just. */
const NEAR = 1.02;
/** What one step may leave of the slope. */
const LEFT = 0.05;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "rise",
    met: ({ two }) =>
      two.rises && two.alpha <= NEAR * two.border() && { alpha: two.alpha, border: two.border() },
  },
  {
    id: "leap",
    met: ({ one }) =>
      one.steps === 1 &&
      one.before !== 0 &&
      Math.abs(one.dw / one.before) <= LEFT && { alpha: one.alpha, w: one.w },
  },
  {
    id: "steps",
    guess: "power",
    tried: ({ two }) => two.ended === "arrived" && two.alpha === 0.3,
    truth: ({ two }) => Math.round(Math.log10(two.steps)),
  },
];
