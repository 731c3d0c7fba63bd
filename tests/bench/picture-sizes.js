// One iteration of gram at 32, 64 and 128 px pictures, in turn in one process. It works on the Gram matrix,
// so the size of the pictures should not show.

import { open } from "../unit/shared/open.js";
import { ALPHA, seeded } from "./homework.js";
import { fill, train } from "./ours.js";

const ROUNDS = 15;
const ITERATIONS = 1000;

const core = await open();
const sizes = [32, 64, 128].map((n_px) => {
  const dataset = fill(core, seeded(209, 3 * n_px * n_px));
  while (dataset.gramStep(1) > 0);
  // More pixels, longer gradients: the same course of the cost with a smaller step.
  return {
    n_px,
    alpha: ALPHA * (64 / n_px) ** 2,
    lr: dataset.createLogreg("gram"),
    seconds: /** @type {number[]} */ ([]),
  };
});
for (let round = 0; round < ROUNDS; round++) {
  for (const { alpha, lr, seconds } of sizes) {
    lr.reset();
    const start = performance.now();
    train(lr, ITERATIONS, alpha);
    if (round > 2) seconds.push((performance.now() - start) / 1000 / ITERATIONS);
  }
}
console.log(JSON.stringify(sizes.map(({ n_px, seconds }) => ({ n_px, seconds }))));
