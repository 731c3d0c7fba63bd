// The course's tables of numbers, for tests that compare with DATA's reference. COURSE_DATA names the folder.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { COURSE_DATA } = process.env;
const folder = COURSE_DATA ? join(COURSE_DATA, "tables") : "";

/** For node:test: what to say when the data is not there. */
export const skip = folder ? false : "COURSE_DATA is not set";

/** reference.json, the numbers to reach. */
export const reference = () => JSON.parse(readFileSync(join(folder, "reference.json"), "utf8"));

/** A table whose last column is y. @param {string} name @returns {{x: number[], y: number[], m: number, n_x: number}} */
export function table(name) {
  const lines = readFileSync(join(folder, name), "utf8").trim().split("\n");
  const rows = lines.map((line) => line.split(",").map(Number));
  return {
    x: rows.flatMap((row) => row.slice(0, -1)),
    y: rows.map((row) => row[row.length - 1]),
    m: rows.length,
    n_x: rows[0].length - 1,
  };
}
