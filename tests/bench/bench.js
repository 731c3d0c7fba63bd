// npm run bench: how long the course's homework takes by each of our engines and by others, in one run, so that
// the ratios mean something whatever else the machine is doing. Each row is a process of its own; rounds go
// through all rows in turn. Prints Markdown. Not a test: it ends well whatever the figures are.
//
//   ROUNDS=9 npm run bench            more rounds (5 else)
//   COURSE_DATA=folder npm run bench  the course's own pictures instead of seeded bytes
//   npm run bench -- gram numpy       only rows whose names contain one of these words
//   npm run bench -- trials           only trials a second: trainings without one picture each
//   npm run bench -- live             only how often the chart is drawn while α is dragged (needs COURSE_DATA)
//   npm run bench -- camera           only how often the live camera is answered while training runs
//   npm run bench -- saved            only how long 500 pictures, a network and runs take to be saved and opened
//   npm run bench -- page             what both pages cost a visitor, instead (page.js)

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cameraTable } from "./camera.js";
import { firstLoad } from "./first-load.js";
import { ITERATIONS, homework } from "./homework.js";
import { everything } from "./rows.js";
import { savedTable } from "./saved.js";
import { NOTES, goalsTable, rowsTable } from "./table.js";
import { liveTable } from "./live.js";
import { adviceTable } from "./advice.js";
import { trialsTable } from "./trials.js";

const ONE_THREAD = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/** Runs a program and reads the JSON on its last line; null when it fails. @param {string[]} command */
function run([program, ...args]) {
  const env = { ...process.env, ...ONE_THREAD };
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env, maxBuffer: 2 ** 28 });
  if (status === 0) return JSON.parse(stdout.slice(stdout.trimEnd().lastIndexOf("\n") + 1));
  console.error(`${program} ${args.join(" ")} failed:\n${stderr}`);
  return null;
}

const script = (name) => [process.execPath, fileURLToPath(new URL(name, import.meta.url))];

/**
 * One process: how long all 2000 iterations would take, the first time and again.
 * @param {import("./homework.js").Run[]} runs
 */
function scaled(runs, key) {
  const again = runs.slice(1).map((r) => r[key]);
  const left = ITERATIONS / runs[0].iterations - 1;
  const usual = again.reduce((sum, s) => sum + s, 0) / again.length;
  return { first: runs[0][key] + left * usual, again: again.map((s) => (1 + left) * s) };
}

function main() {
  const folder = mkdtempSync(join(tmpdir(), "one-neuron-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return measureAll(folder);
}

async function measureAll(folder) {
  const rounds = Math.max(1, Number(process.env.ROUNDS) || 5);
  const words = process.argv.slice(2);
  const data = await homework();
  const file = join(folder, "homework.bin");
  writeFileSync(file, Buffer.concat([data.x, data.y]));

  const { rows, about, absent } = everything(folder);
  const chosen = rows.filter(
    ({ id, name }) => !words.length || words.some((w) => `${id} ${name}`.includes(w)),
  );
  /** @type {import("./table.js").Result[]} */
  const results = chosen.map((row) => ({ row, rounds: [] }));
  for (let round = 1; round <= rounds; round++) {
    for (const { row, rounds: done } of results) {
      console.error(`round ${round} of ${rounds}: ${row.id}`);
      const args = [file, data.m, data.n_x, row.what, row.iterations, row.runs].map(String);
      const runs = run([...row.command, ...args]);
      if (runs) {
        done.push({ seconds: scaled(runs, "seconds"), cpu: scaled(runs, "cpu"), costs: runs[0].costs });
      }
    }
  }
  const trials = !words.length || words.includes("trials") ? await trialsTable(rounds) : "";
  const advice = trials && (await adviceTable());
  const sizes = words.length ? null : run(script("picture-sizes.js"));
  const load = words.length ? null : await firstLoad("index.html");

  const { model } = cpus()[0];
  const versions = [`Node ${process.versions.node} (V8 ${process.versions.v8})`, ...about].join("; ");
  const busy = loadavg()[0].toFixed(1);
  console.log(`
${data.m} × ${data.n_x}, ${ITERATIONS} iterations, ${data.source}. ${model}, one thread of ${cpus().length}, load ${busy}; ${versions}.
`);
  const measured = results.filter((r) => r.rounds.length > 0);
  const neuron = measured.filter(({ row }) => !row.network);
  const network = measured.filter(({ row }) => row.network);
  if (neuron.length) console.log(`One neuron:\n\n${rowsTable(neuron, { unit: "gram", truth: "loop" })}\n`);
  const ids = { unit: "nn-gram", truth: "nn-gram" };
  if (network.length) console.log(`A network with 16 hidden neurons:\n\n${rowsTable(network, ids)}\n`);
  if (trials) console.log(`Trials of ${ITERATIONS} iterations a second, K there already:\n\n${trials}\n`);
  if (advice) console.log(`What would help?, pictures of 32 px:\n\n${advice}\n`);
  if (measured.length) console.log(NOTES);
  if (absent.length) console.log(`\nNot measured here, and how it would be:\n\n- ${absent.join("\n- ")}`);
  console.log(`\n${goalsTable(results, sizes, load)}`);
}

if (process.argv[2] === "live") console.log((await liveTable()) ?? "COURSE_DATA is not set");
else if (process.argv[2] === "camera") console.log(await cameraTable());
else if (process.argv[2] === "saved") console.log(await savedTable());
else if (process.argv[2] === "page") await import("./page.js");
else await main();
