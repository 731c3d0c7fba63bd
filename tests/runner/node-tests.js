// The one way tests are run here: node --test, its own report on the terminal and in a log, and what became of every test.
// A real browser on a machine that is busy with something else can miss a moment, so files with a failure may be run
// once more: what passes then is flaky, which is said by name; what fails twice has failed.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { bundle } from "./bundles.js";

const TIMEOUT_MS = 900_000; // of a file
const REPORTER = new URL("reporter.js", import.meta.url).href;

/** @typedef {"passed" | "failed" | "skipped"} Outcome */
/** @typedef {Map<string, {file: string, outcome: Outcome, whole: boolean}>} Results by file and name; whole: of the file itself */
/** @typedef {{name: string, files: string[], concurrency?: number, together?: number}} Group files that are run side by side;
 *  together: so many of them in a process */
/** @typedef {{passed: number, failed: string[], flaky: string[], skipped: number, logs: string[]}} Summary */

/**
 * @param {Group} group @param {string} log @param {boolean} quiet nothing on the terminal @returns {Results}
 */
function runOnce({ files, concurrency, together = 1 }, log, quiet) {
  const lines = `${log}.json`;
  const bundles = bundle(files, together, log);
  const reporters = [
    ["spec", log],
    [REPORTER, lines],
  ].concat(quiet ? [] : [["spec", "stdout"]]);
  const options = reporters.flatMap(([reporter, destination]) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${destination}`,
  ]);
  if (concurrency) options.push(`--test-concurrency=${concurrency}`);
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT; // a test of this very function is no part of the tests it runs
  const { status } = spawnSync(
    process.execPath,
    ["--test", `--test-timeout=${TIMEOUT_MS * together}`, ...options, ...bundles.keys()],
    { stdio: quiet ? "ignore" : "inherit", env },
  );
  const results = read(lines, bundles);
  const told = [...results.values()].some(({ outcome }) => outcome === "failed");
  if (status !== 0 && !told) add(results, "", `node --test ended with ${status}`, "failed", true);
  return results;
}

/** @param {string} path @param {Map<string, string[]>} bundles @returns {Results} */
function read(path, bundles) {
  /** @type {Results} */
  const results = new Map();
  const files = new Set([...bundles.values()].flat());
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  for (const line of lines) {
    const { file, name, outcome } = JSON.parse(line);
    // What goes wrong outside of all tests is reported under the name of the file, or of what was run: then it may be any
    // of the files in it.
    const own = resolve(name);
    const members = files.has(own) ? [own] : bundles.get(own);
    for (const member of members ?? []) add(results, member, "outside of its tests", outcome, true);
    if (!members) add(results, file ?? "", name, outcome, false);
  }
  return results;
}

/** @param {Results} results @param {string} file @param {string} name @param {Outcome} outcome @param {boolean} whole */
function add(results, file, name, outcome, whole) {
  const path = file && relative(process.cwd(), file);
  let key = `${path}: ${name}`;
  for (let n = 2; results.has(key); n++) key = `${path}: ${name} (${n})`; // tests of one name in one file
  results.set(key, { file: path, outcome, whole });
}

/** @param {Results} results */
const failures = (results) => [...results].filter(([, { outcome }]) => outcome === "failed");

/**
 * @param {Group[]} groups one after the other @param {object} how
 * @param {string} how.logs the folder for what node reports @param {string} how.part the logs' name begins with it
 * @param {boolean} [how.again] run files with a failure once more @param {boolean} [how.quiet] nothing on the terminal
 * @returns {Summary}
 */
export function runTests(groups, { logs, part, again = false, quiet = false }) {
  const written = /** @type {string[]} */ ([]);
  const run = (/** @type {Group} */ group) => {
    const log = join(logs, [part, group.name].filter(Boolean).join("-") + ".log");
    const results = runOnce(group, log, quiet);
    if (existsSync(log)) written.push(log);
    return results;
  };
  /** @type {Results} */
  const first = new Map(groups.filter(({ files }) => files.length > 0).flatMap((group) => [...run(group)]));
  const failed = failures(first);
  if (!again || failed.length === 0) return { ...summary(first, new Map()), logs: written };

  const all = groups.flatMap(({ files }) => files);
  const wanted = new Set(failed.map(([, { file }]) => file));
  const known = all.filter((file) => wanted.has(relative(process.cwd(), resolve(file))));
  const files = known.length > 0 ? known : all; // a failure that names no file
  if (!quiet) console.log(`\n== ${part}: failed, once more\n${files.join("\n")}\n`);
  const second = run({ name: "again", files, concurrency: 1 });
  return { ...summary(first, second), logs: written };
}

/**
 * The numbers of the whole run. A test with one failure and one success is flaky, whichever came first.
 * @param {Results} first @param {Results} second of some files only
 */
function summary(first, second) {
  const files = new Set([...second.values()].map(({ file }) => file));
  const outcomes = (/** @type {string} */ key) => {
    const [before, after] = [first.get(key), second.get(key)];
    // Outside of its tests a file is only mentioned when something goes wrong there.
    const wentWell = before?.whole && !after && files.has(before.file);
    return new Set([before?.outcome, wentWell ? "passed" : after?.outcome].filter(Boolean));
  };
  const found = {
    passed: 0,
    failed: /** @type {string[]} */ ([]),
    flaky: /** @type {string[]} */ ([]),
    skipped: 0,
  };
  for (const key of new Set([...first.keys(), ...second.keys()])) {
    const seen = outcomes(key);
    if (seen.has("failed")) (seen.has("passed") ? found.flaky : found.failed).push(key);
    else if (seen.has("passed")) found.passed += 1;
    else found.skipped += 1;
  }
  return found;
}
