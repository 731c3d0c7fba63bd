// The course's homework as the bench runs it: 209 pictures of 64 px, 2000 iterations, alpha 0.005. The real pictures
// where COURSE_DATA names their folder, else bytes of the same shape. Also what every child process
// needs: the data back from a file, a clock, and one line of JSON for the parent.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { random } from "../../web/notes/shared/random.js";

export const ALPHA = 0.005;
export const ITERATIONS = 2000;

/** @typedef {{m: number, n_x: number, x: Uint8Array, y: Uint8Array}} Homework x by examples, n_x bytes each */
/** @typedef {{seconds: number, cpu: number, iterations: number, costs: ArrayLike<number>}} Run */

/**
 * Seeded bytes, labelled by which side of its median a random linear function falls. floor(256 u^3) is dark, as
 * pictures are (mean 0.25): with uniform bytes alpha 0.005 lies beyond where descent is stable.
 * @param {number} m @param {number} n_x @returns {Homework}
 */
export function seeded(m, n_x) {
  const next = random(1);
  const x = Uint8Array.from({ length: m * n_x }, () => Math.floor(256 * next() ** 3));
  const teacher = Float64Array.from({ length: n_x }, () => next() - 0.5);
  const score = Array.from({ length: m }, (_, i) =>
    teacher.reduce((sum, w, j) => sum + w * x[i * n_x + j], 0),
  );
  const median = [...score].sort((a, b) => a - b)[m >> 1];
  return { m, n_x, x, y: Uint8Array.from(score, (s) => Number(s > median)) };
}

/** @returns {Promise<Homework & {source: string}>} */
export async function homework() {
  const folder = process.env.COURSE_DATA;
  if (!folder) return { ...seeded(209, 12288), source: "seeded bytes of the homework's shape" };
  const { readH5 } = await import("../../web/pictures/h5/h5.js");
  const file = await readFile(join(folder, "cat", "train_catvnoncat.h5"));
  const { m, n_px, rgb, y } = (await readH5(new Uint8Array(file))).parts[0];
  return { m, n_x: 3 * n_px * n_px, x: rgb, y: y ?? new Uint8Array(0), source: "the course's own pictures" };
}

/** In a child: `<file> <m> <n_x> <what> <iterations> <runs>`, and the data of the file (x, then y). */
export async function task() {
  const [file, m, n_x, what, iterations, runs] = process.argv.slice(2);
  const bytes = new Uint8Array(await readFile(file));
  const size = Number(m) * Number(n_x);
  const data = { m: Number(m), n_x: Number(n_x), x: bytes.subarray(0, size), y: bytes.subarray(size) };
  return { data, what, iterations: Number(iterations), runs: Number(runs) };
}

/**
 * In a child: runs `train` again and again and reports each time; the first is the one of a fresh process.
 * @param {number} runs @param {number} iterations
 * @param {() => ArrayLike<number> | Promise<ArrayLike<number>>} train from w = 0; the costs
 * @param {() => void} [before] each further run, not timed
 */
export async function measure(runs, iterations, train, before = () => {}) {
  /** @type {Run[]} */
  const all = [];
  for (let run = 0; run < runs; run++) {
    if (run > 0) before();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const costs = await train();
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    all.push({ seconds, cpu: (user + system) / 1e6, iterations, costs: run === 0 ? Array.from(costs) : [] });
  }
  console.log(JSON.stringify(all));
}
