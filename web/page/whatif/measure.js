// How fast trials are on this machine at this moment: a short piece of real ones is timed. No Worker API here: Node tests it.

import { LANES } from "../../core/limits.js";
import { Trials } from "../../core/trials.js";

/** Multiply-adds a second of trials, on the machine that What if's forecasts were made on. */
export const MADDS_A_SECOND = 5e9;

const N = 192; // of which K no longer lies next to the arithmetic
const N_PX = 2;
const [WARM, TIMED] = [150, 600]; // iterations
const CALL_MADDS = 1e7;

/** Times as long as on that machine. @param {import('../../core/core.js').Core} core trials.wasm
 *  @param {() => Promise<void>} breathe @returns {Promise<number>} */
export async function measureSlowness(core, breathe, now = () => performance.now()) {
  const dataset = core.createDataset(N_PX);
  const rows = Array.from({ length: N }, (_, i) => i);
  for (const i of rows) dataset.add(Uint8Array.from({ length: dataset.n_x }, (_, j) => (37 * i * (j + 1)) % 256), i % 2, "train", i); // prettier-ignore
  while (dataset.gramStep(4) > 0) await breathe();
  const trials = new Trials(dataset, rows);
  const timed = async (/** @type {number} */ iterations) => {
    for (let lane = 0; lane < LANES; lane++) {
      trials.choose(lane, "train", { rows, y: rows.map((i) => i % 2) });
      trials.begin(lane, { alpha: 1e-3, iterations });
    }
    const madds = iterations * trials.madds;
    const started = now();
    while (trials.run(CALL_MADDS) > 0) await breathe();
    return ((now() - started) / 1000) * (MADDS_A_SECOND / madds);
  };
  try {
    await timed(WARM); // until it runs in its optimised form
    return await timed(TIMED);
  } finally {
    trials.free();
    dataset.free();
  }
}
