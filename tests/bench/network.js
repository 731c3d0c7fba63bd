// The network of 16 hidden neurons on the homework's pictures, full batch, by the engine named on the command line, called
// the way the page calls it. Timed: everything from the bytes on, so K, W0 X and the start are in.

import { Network } from "../../web/core/network.js";
import { open } from "../unit/shared/open.js";
import { ALPHA, measure, task } from "./homework.js";
import { fill, renew, train } from "./ours.js";

export const HIDDEN = [16];
export const SEED = 1;

if (process.argv[1] === import.meta.filename) {
  const { data, what, iterations, runs } = await task();
  const dataset = fill(await open(), data);
  const homework = () => {
    while (what === "gram" && dataset.gramStep(1) > 0);
    const nn = Network.onPictures(dataset, { hidden: HIDDEN, engine: what, seed: SEED });
    train(nn, iterations, ALPHA);
    const costs = nn.costs(0, iterations);
    nn.free();
    return costs;
  };
  await measure(runs, iterations, homework, () => renew(dataset, data));
}
