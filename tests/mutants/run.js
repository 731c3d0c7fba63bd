// npm run mutants: does the suite notice when one thing is changed? Each change of list.js is made alone in a copy of the
// tree, what it needs is built, and the tests that should notice are run. By hand: it takes about a quarter of an hour.
//
//   npm run mutants              all of them
//   npm run mutants -- history   those with this in their name or file

import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MUTANTS } from "./list.js";
import { changed } from "./changed.js";

/** @typedef {import("./list.js").Mutant} Mutant */
/** @typedef {"caught" | "NOT CAUGHT" | "does not build"} Outcome */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MADE = [
  "web/neuron.wasm",
  "web/core.wasm",
  "web/notes.wasm",
  "web/why.wasm",
  "web/trials.wasm",
  "web/doctor.wasm",
  "web/vendor",
];
const TIMEOUT_MS = 300_000; // of a test file: a mutant may never end

/** The files of git as they are now, and what is built, in a folder of its own. @returns {string} */
function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), "one-neuron-mutants-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", list, { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of [...files, ...MADE]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file), { recursive: true, preserveTimestamps: true });
  }
  // Links to each package, so that whatever happens in the copy, those here stay.
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(ROOT, "node_modules")))
    symlinkSync(join(ROOT, "node_modules", name), join(copy, "node_modules", name));
  utimesSync(join(copy, "package-lock.json"), 0, 0); // what is installed is not older: build.sh installs nothing
  return copy;
}

/** @param {string} copy @param {string} command @param {string[]} words @returns {boolean} whether all went well */
function runs(copy, command, ...words) {
  const env = { ...process.env, COURSE_DATA: process.env.COURSE_DATA ?? "" };
  const { status } = spawnSync(command, words, { cwd: copy, stdio: "ignore", env, timeout: TIMEOUT_MS });
  return status === 0;
}

/** @param {string} copy @param {string} file */
const passes = (copy, file) => runs(copy, process.execPath, "--test", `tests/${file}`);

const inBrowser = (/** @type {string} */ file) => file.startsWith("browser/");
const inNative = (/** @type {string} */ file) => file.startsWith("native/");

/** Builds what these tests run. @param {string} copy @param {boolean} inC @param {string[]} tests */
function build(copy, inC, tests) {
  if (inC && !tests.every(inNative) && !runs(copy, "bash", "build.sh", "--force")) return false;
  return !tests.some(inBrowser) || runs(copy, process.execPath, ".config/site/site.js");
}

/** @param {string} copy @param {Mutant} mutant @returns {{outcome: Outcome, by: string}} */
function judge(copy, { file, find, replace, tests }) {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  writeFileSync(path, changed(source, find, replace));
  try {
    if (!build(copy, file.startsWith("c/"), tests)) return { outcome: "does not build", by: "" };
    const by = tests.find((name) => !passes(copy, name));
    return { outcome: by ? "caught" : "NOT CAUGHT", by: by ?? tests.join(", ") };
  } finally {
    writeFileSync(path, source);
    if (file.startsWith("c/"))
      for (const made of MADE)
        cpSync(join(ROOT, made), join(copy, made), { recursive: true, preserveTimestamps: true });
  }
}

function main() {
  const pieces = process.argv.slice(2);
  const wanted = MUTANTS.filter(
    ({ name, file }) => pieces.length === 0 || pieces.some((piece) => `${name} ${file}`.includes(piece)),
  );
  const copy = copyOfTree();
  const tests = [...new Set(wanted.flatMap((mutant) => mutant.tests))].sort();
  console.log(`${wanted.length} changes, ${tests.length} files of tests; first without any change`);
  if (!build(copy, true, tests)) throw new Error("does not build as it is");
  const failing = tests.filter((name) => !passes(copy, name));
  if (failing.length > 0) throw new Error(`fails as it is: ${failing.join(", ")}`);

  const counts = { caught: 0, "NOT CAUGHT": 0, "does not build": 0 };
  for (const mutant of wanted) {
    const { outcome, by } = judge(copy, mutant);
    counts[outcome]++;
    console.log(`${outcome.padEnd(14)}  ${mutant.file}: ${mutant.name}${by ? `  [${by}]` : ""}`);
  }
  console.log(Object.entries(counts).map(([outcome, n]) => `${n} ${outcome}`).join(", ")); // prettier-ignore
  process.exitCode = counts.caught === wanted.length ? 0 : 1;
}

main();
