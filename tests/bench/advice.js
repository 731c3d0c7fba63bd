// What would help?, as the page's worker tries it, on seeded pictures: how many trainings, how long they take, and how long the
// page foretells beforehand, by the short piece that it measures. Prints Markdown.
//
//   node tests/bench/advice.js        (npm run bench -- trials has it as well)

import { candidatesOf } from "../../web/page/whatif/advice/candidates.js";
import { tryAll } from "../../web/page/whatif/advice/work.js";
import { measured, secondsOf } from "../../web/page/whatif/forecast.js";
import { candidateWorks } from "../../web/page/whatif/job.js";
import { measureSlowness } from "../../web/page/whatif/measure.js";
import { breathe } from "../../web/training/pace.js";
import { DEFAULTS } from "../../web/training/settings.js";
import { open } from "../unit/shared/open.js";
import { seeded } from "./homework.js";

const SIZES = [16, 32, 64];
const SHARE = 0.2; // kept for testing

/** What the page would know of n seeded pictures. @param {number} n @param {number} iterations @param {ArrayLike<number>} y */
function stateOf(n, iterations, y) {
  const id = Uint32Array.from({ length: n }, (_, i) => i + 1);
  const test = id.map((i) => Number(i > (1 - SHARE) * n));
  const data = { id, of: id, y, test, n_px: SIZES[1], sizes: SIZES, source: "own", mirrored: false };
  return { data, settings: { ...DEFAULTS, iterations } };
}

/** @param {number} n pictures @param {number} iterations */
async function row(n, iterations) {
  const [trials, whole] = [await open("trials"), await open()];
  const sets = SIZES.map((n_px) => ({ n_px, ...seeded(n, 3 * n_px * n_px) }));
  const { y } = sets[1];
  const state = stateOf(n, iterations, y);
  const { now: candidates } = candidatesOf(state);
  measured(await measureSlowness(trials, breathe));
  const foretold = secondsOf(candidateWorks(candidates));
  const job = {
    sets: sets.map(({ n_px, x }) => ({ n_px, rgb: x })),
    pictures: { y, test: state.data.test, group: state.data.of },
    ...{ candidates, batch: 0, seed: 1 },
  };
  const means = { openTrials: async () => trials, openCore: async () => whole, breathe };
  let count = 0;
  const started = performance.now();
  await tryAll(job, { ...means, tell: () => count++ });
  const seconds = (performance.now() - started) / 1000;
  const cells = [n, iterations, candidates.length, count, ...[seconds, foretold, seconds / foretold].map((v) => v.toPrecision(2))]; // prettier-ignore
  return `| ${cells.join(" | ")} |`;
}

/** The table. */
export async function adviceTable() {
  return [
    "| pictures | iterations | ways | trainings | seconds | foretold | seconds / foretold |",
    "| --: | --: | --: | --: | --: | --: | --: |",
    await row(60, 500),
    await row(209, 500),
    await row(209, 2000),
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) console.log(await adviceTable());
