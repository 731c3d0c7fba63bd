// Trials a second: trainings of 2000 iterations, each without one of m pictures, with all of K there already; ours in wasm,
// called as the page calls it, and numpy's float64 by K in two forms, one trial after the other and all side by side. Rounds
// in turn, each in a process of its own for numpy; seconds are those of the processor. Prints Markdown.
//
//   node tests/bench/trials.js        (npm run bench has it as well)

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Trials } from "../../web/core/trials.js";
import { LANES } from "../../web/core/limits.js";
import { open } from "../unit/shared/open.js";
import { ALPHA, ITERATIONS, seeded } from "./homework.js";
import { fill } from "./ours.js";
import { median } from "./table.js";

const N_X = 3 * 32 * 32;
const HERE = fileURLToPath(new URL(".", import.meta.url));
/** m, trials of a round, and iterations of each: fewer where they would take long, and scaled. */
const SIZES = [
  { m: 50, count: 48, iterations: 2000 },
  { m: 209, count: 64, iterations: 500 },
  { m: 1000, count: 64, iterations: 40 },
];

/** @typedef {{seconds: number, cost: number}} Run */

/** `count` trials, trial k without picture k. @param {Trials} trials @param {Uint8Array} y
 *  @param {(typeof SIZES)[number]} size @returns {Run} */
function ours(trials, y, { m, count, iterations }) {
  const start = process.cpuUsage();
  let cost = NaN;
  for (let from = 0; from < count; from += LANES) {
    for (let lane = 0; lane < LANES; lane++) {
      const rows = Array.from({ length: m }, (_, i) => i).filter((i) => i !== from + lane);
      trials.choose(lane, "train", { rows, y: rows.map((i) => y[i]) });
      trials.begin(lane, { alpha: ALPHA, iterations });
    }
    while (trials.run(2e7) > 0);
    if (from === 0) cost = trials.result(0)?.cost ?? NaN;
  }
  const { user, system } = process.cpuUsage(start); // other work on the machine says nothing
  return { seconds: (user + system) / 1e6, cost };
}

/** @param {string} file @param {string} form @param {(typeof SIZES)[number]} size @returns {Run | null} */
function numpy(file, form, { m, count, iterations }) {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const args = [join(HERE, "trials.py"), file, form, m, N_X, count, iterations].map(String);
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(python, args, { encoding: "utf8", env });
    if (status === 0) return JSON.parse(stdout);
  }
  return null;
}

/** The table. @param {number} rounds */
export async function trialsTable(rounds) {
  const core = await open("trials");
  const folder = mkdtempSync(join(tmpdir(), "one-neuron-trials-"));
  const lines = [
    "| m | trials a second | numpy, one by one | numpy, side by side | ours / best numpy | J differs by |",
  ];
  lines.push("| --: | --: | --: | --: | --: | --: |");
  try {
    for (const size of SIZES) {
      const data = seeded(size.m, N_X);
      const file = join(folder, "bytes");
      writeFileSync(file, Buffer.concat([data.x, data.y]));
      const dataset = fill(core, data);
      while (dataset.gramStep(50) > 0);
      const trials = new Trials(
        dataset,
        Array.from(data.y, (_, i) => i),
      );
      ours(trials, data.y, { ...size, count: LANES, iterations: 20 }); // what is compiled once
      const all = Array.from({ length: rounds }, () => [
        ours(trials, data.y, size),
        numpy(file, "one", size),
        numpy(file, "all", size),
      ]);
      trials.free();
      dataset.free();
      const rate = (/** @type {number} */ which) => {
        const runs = all.flatMap((round) => round[which] ?? []);
        const scaled = (size.count * size.iterations) / ITERATIONS;
        return runs.length ? median(runs.map(({ seconds }) => scaled / seconds)) : NaN;
      };
      const [own, one, side] = [0, 1, 2].map(rate);
      const [first] = all;
      const off = Math.max(
        ...first.slice(1).map((run) => Math.abs((run?.cost ?? NaN) - (first[0]?.cost ?? NaN))),
      );
      const cells = [own, one, side, own / Math.max(one, side)].map((v) => v.toPrecision(3));
      lines.push(`| ${[size.m, ...cells, off.toExponential(0)].join(" | ")} |`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return lines.join("\n");
}

if (process.argv[1] === import.meta.filename) console.log(await trialsTable(Number(process.env.ROUNDS) || 3));
