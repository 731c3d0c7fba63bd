// npm test: see tests/run. Reads the arguments, builds, runs the parts one after the other and sums up.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTests } from "./node-tests.js";

const PARTS = ["lint", "unit", "native", "fuzz", "browser", "engines", "soak"];
/** One part that mostly waits beside the next. */
const BESIDE = /** @type {Record<string, string>} */ ({ engines: "soak" });
/** Files that measure how fast something is: by themselves. */
const ALONE = /\/(scale|vectorization|capacity|saved|transport|watch|camera)\.test/;

/** @typedef {import("./node-tests.js").Group} Group */
/** @typedef {import("./node-tests.js").Summary} Summary */
/** @typedef {{part: string, files: string[]}[]} Plan */

/** @param {string} message @returns {never} */
function refuse(message) {
  console.error(`tests/run: ${message}`);
  process.exit(2);
}

/** The test files of a part, those with one of these pieces in their path if any are given.
 *  @param {string} part @param {string[]} pieces */
function filesOf(part, pieces) {
  if (part === "lint") return [];
  const files = readdirSync(`tests/${part}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.js"))
    .map((file) => `tests/${part}/${file}`);
  return files.filter((file) => pieces.length === 0 || pieces.some((piece) => file.includes(piece))).sort();
}

/** @param {string[]} words @returns {Plan} */
function readArguments(words) {
  const pieces = words.filter((word) => !PARTS.includes(word));
  const named = words.filter((word) => PARTS.includes(word));
  const parts = named.length > 0 ? named : PARTS.filter((part) => pieces.length === 0 || part !== "lint");
  for (const piece of pieces)
    if (parts.every((part) => filesOf(part, [piece]).length === 0))
      refuse(`no part and no test file is called ${piece}; the parts are ${PARTS.join(", ")}`);
  const plan = parts.map((part) => ({ part, files: filesOf(part, pieces) }));
  return sideBySide(plan.filter(({ part, files }) => part === "lint" || files.length > 0));
}

/** @param {Plan} plan @returns {Plan} */
function sideBySide([first, second, ...rest]) {
  if (!first) return [];
  if (!second || BESIDE[first.part] !== second.part)
    return [first, ...sideBySide(second ? [second, ...rest] : [])];
  const both = { part: `${first.part} ${second.part}`, files: [...first.files, ...second.files] };
  return [both, ...sideBySide(rest)];
}

/** @param {string} command @param {string[]} words */
const runs = (command, ...words) => spawnSync(command, words, { stdio: "inherit" }).status === 0;

/** Builds, the site too where browsers will open it, and tells the tests where things are. @param {string[]} parts */
function prepare(parts) {
  if (!runs("bash", "build.sh", "--test-tools")) process.exit(1);
  const opened = parts.some((part) => /browser|engines|soak/.test(part));
  if (opened && !runs(process.execPath, ".config/site/site.js")) process.exit(1);
  if (process.env.COURSE_DATA) process.env.COURSE_DATA = realpathSync(process.env.COURSE_DATA);
}

/** Three at a time, for many wait; one at a time what measures. @param {string[]} files @returns {Group[]} */
const browserGroups = (files) => [
  { name: "three", files: files.filter((file) => !ALONE.test(file)), concurrency: 3, together: 4 },
  { name: "one", files: files.filter((file) => ALONE.test(file)), concurrency: 1 },
];

/** @param {string} part @param {string[]} files @param {string} logs @returns {Summary | boolean} lint: whether it is content */
function runPart(part, files, logs) {
  if (part === "lint") return runs("bash", "tests/lint");
  const groups = part === "browser" ? browserGroups(files) : [{ name: "", files, concurrency: 2 }];
  return runTests(groups, { logs, part: part.replace(" ", "-"), again: /browser|engines/.test(part) });
}

/** @param {Summary} summary */
const counts = ({ passed, failed, flaky, skipped }) =>
  `${passed} passed, ${failed.length} failed, ${flaky.length} flaky, ${skipped} skipped`;

/** @param {Summary[]} list @returns {Summary} */
const sum = (list) => ({
  passed: list.reduce((n, { passed }) => n + passed, 0),
  failed: list.flatMap(({ failed }) => failed),
  flaky: list.flatMap(({ flaky }) => flaky),
  skipped: list.reduce((n, { skipped }) => n + skipped, 0),
  logs: list.flatMap(({ logs }) => logs),
});

function main() {
  const plan = readArguments(process.argv.slice(2));
  prepare(plan.map(({ part }) => part));
  const logs = mkdtempSync(join(tmpdir(), "one-neuron-tests-"));
  const lines = [];
  /** @type {Summary[]} */
  const summaries = [];
  let failed = false;
  for (const { part, files } of plan) {
    console.log(`\n== ${part}`);
    const start = performance.now();
    const result = runPart(part, files, logs);
    const ok = typeof result === "boolean" ? result : result.failed.length === 0;
    if (typeof result !== "boolean") summaries.push(result);
    failed ||= !ok;
    const seconds = String(Math.round((performance.now() - start) / 1000)).padStart(4);
    const told = typeof result === "boolean" ? "" : `   ${counts(result)}`;
    lines.push(`${part.padEnd(12)} ${(ok ? "ok" : "FAILED").padEnd(7)} ${seconds} s${told}`);
  }

  const all = sum(summaries);
  console.log(`\n== summary\n${lines.join("\n")}`);
  for (const name of all.failed) console.log(`failed: ${name}`);
  for (const name of all.flaky) console.log(`flaky: ${name}`);
  if (!process.env.COURSE_DATA)
    console.log("COURSE_DATA is not set: tests on the course's own data were skipped");
  if (all.failed.length + all.flaky.length > 0) console.log(`every run: ${all.logs.join(" ")}`);
  else rmSync(logs, { recursive: true });
  console.log(failed ? "FAILED" : "all passed");
  if (summaries.length > 0) console.log(counts(all));
  process.exitCode = failed ? 1 : 0;
}

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
main();
