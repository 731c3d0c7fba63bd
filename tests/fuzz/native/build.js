// Builds the targets of this folder: the C core, natively and with the sanitizers as in tests/native, with libFuzzer, and with
// its allocations in the hands of fuzz.c.

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HERE = "tests/fuzz/native";
const INCLUDES = [
  "c",
  "c/doctor",
  "c/drawn",
  "c/learn",
  "c/learn/neuron",
  "c/learn/network",
  "c/notes",
  "c/trial",
  "c/why",
  HERE,
];
const FLAGS = [
  ...["-std=c11", "-g", "-O2", "-Wall", "-Wextra", "-Werror", "-ffp-contract=off", "-fno-omit-frame-pointer"],
  ...["-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
  ...INCLUDES.map((folder) => `-I${folder}`),
];
/** Coverage leads the way; a history in small blocks is made thousands of times a second. */
const WATCHED = ["-fsanitize=fuzzer-no-link", "-DBLOCK_BYTES=4096"];
const ALLOCATIONS = ["malloc", "calloc", "realloc"].map((name) => `-D${name}=fuzz_${name}`);
export const TARGETS = readdirSync(join(ROOT, HERE))
  .map((name) => /^target_(\w+)\.c$/.exec(name)?.[1] ?? "")
  .filter(Boolean);

/** As the sanitizers and libFuzzer want it. */
const ENVIRONMENT = {
  ...process.env,
  ASAN_OPTIONS: "allocator_may_return_null=1:quarantine_size_mb=16",
  UBSAN_OPTIONS: "print_stacktrace=1",
};

/** Runs a program to its end. @param {string} command @param {string[]} args
 *  @returns {Promise<{code: number | null, output: string}>} */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env: ENVIRONMENT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** @param {string[]} args */
async function clang(args) {
  const { code, output } = await run("clang", [...FLAGS, ...args]);
  if (code !== 0) throw new Error(`clang ${args.join(" ")}\n${output}`);
}

/** Every job, as many at a time as there are processors. @param {string[][]} jobs */
async function all(jobs) {
  const left = [...jobs];
  const worker = async () => {
    for (let args; (args = left.pop());) await clang(args);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** @param {string} folder @returns {string[]} */
const sourcesOf = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".c"))
    .map((name) => `${folder}/${name}`);

/**
 * Builds these targets. @param {string[]} [names]
 * @returns {Promise<{program: (name: string) => string, remove: () => void}>}
 */
export async function build(names = TARGETS) {
  const folder = mkdtempSync(join(tmpdir(), "one-neuron-fuzz-build-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const object = (/** @type {string} */ source) => join(folder, `${basename(source)}.o`);
  const program = (/** @type {string} */ name) => join(folder, name);
  const core = sourcesOf("c");
  const own = sourcesOf(HERE).filter((source) => !basename(source).startsWith("target_"));
  const targets = names.map((name) => `${HERE}/target_${name}.c`);
  await all([
    ...core.map((source) => [...WATCHED, ...ALLOCATIONS, "-c", source, "-o", object(source)]),
    ...own.map((source) => ["-c", source, "-o", object(source)]),
    ...targets.map((source) => [...WATCHED, "-c", source, "-o", object(source)]),
  ]);
  const common = [...core, ...own].map(object);
  await all(
    names.map((name, k) => ["-fsanitize=fuzzer", object(targets[k]), ...common, "-lm", "-o", program(name)]),
  );
  return { program, remove };
}
