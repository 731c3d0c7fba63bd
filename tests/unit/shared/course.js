// The course's homework, on the course's own data: 209 pictures of cats and of other things, and 50 to test. COURSE_DATA
// names the folder; see README.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readH5 } from "../../../web/pictures/h5/h5.js";

const folder = process.env.COURSE_DATA;
const path = (/** @type {string} */ name) => join(/** @type {string} */ (folder), "cat", name);

/** For node:test: why there is nothing to test. */
export const skip = folder ? false : "COURSE_DATA is not set";

/** What float64 NumPy made of it by logistic regression; null without the data. */
export const truth = folder ? JSON.parse(readFileSync(path("reference.json"), "utf8")) : null;

const N_PX = 64;
const N_X = 3 * N_PX ** 2;

/** Its pictures; none without the data. @returns {Promise<Record<"train" | "test", {x: Uint8Array, y: number}[]>>} */
export async function pictures() {
  const found = { train: /** @type {any[]} */ ([]), test: /** @type {any[]} */ ([]) };
  if (!folder) return found;
  for (const name of ["train_catvnoncat.h5", "test_catvnoncat.h5"]) {
    const { parts } = await readH5(new Uint8Array(readFileSync(path(name))));
    for (const { test: isTest, m, rgb, y } of parts)
      for (let i = 0; i < m; i++)
        found[isTest ? "test" : "train"].push({ x: rgb.subarray(i * N_X, (i + 1) * N_X), y: y?.[i] ?? 0 });
  }
  return found;
}

/** A dataset with its pictures; empty without the data. @param {import("../../../web/core/core.js").Core} core */
export async function load(core) {
  const dataset = core.createDataset(N_PX);
  const found = await pictures();
  for (const part of /** @type {const} */ (["train", "test"]))
    for (const [i, { x, y }] of found[part].entries()) dataset.add(x, y, part, i);
  return dataset;
}
