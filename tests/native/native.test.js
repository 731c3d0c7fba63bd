// The C core, natively: SIMDe gives the same SIMD source a meaning outside wasm, so the compiler's
// sanitizers can watch every load, store and allocation of it. See check.h for how to add a test.
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { mkdtemp, readdir } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const flags = [
  ...["-std=c11", "-g", "-O1", "-Wall", "-Wextra", "-Werror", "-ffp-contract=off"],
  "-ftrivial-auto-var-init=pattern", // what is read before it is written is NaN
  ...["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer"],
  ...[
    "-Ic",
    ...readdirSync(join(root, "c"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `-I${join(entry.parentPath, entry.name)}`),
    "-Itests/native",
    "-Itests/native/learn",
    ...(process.platform === "darwin" ? ["-I/opt/homebrew/include"] : []),
  ],
];
/** So that a test can have memory run out: see scarce.h. */
const scarce = ["malloc", "calloc", "realloc"].map((name) => `-D${name}=scarce_${name}`);
// Apple's clang has no LeakSanitizer and refuses to start when asked for it.
const environment = {
  ...process.env,
  ASAN_OPTIONS: `detect_leaks=${process.platform === "darwin" ? 0 : 1}:allocator_may_return_null=1`,
  UBSAN_OPTIONS: "print_stacktrace=1",
};

/** Runs a program to its end. @param {string} command @param {string[]} args
 *  @returns {Promise<{ code: number | null, output: string }>} */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

async function mustRun(command, args) {
  const { code, output } = await run(command, args);
  assert.equal(code, 0, `${command} ${args.join(" ")}\n${output}`);
  return output;
}

async function compile(folder) {
  const sources = [];
  for (const directory of ["c", "tests/native"]) {
    for (const name of await readdir(join(root, directory), { recursive: true })) {
      if (name.endsWith(".c")) sources.push(`${directory}/${name}`);
    }
  }
  const objects = sources.map((source) => join(folder, `${basename(source)}.o`));
  const left = sources.map((source, i) => [
    ...(source.startsWith("c/") ? scarce : []),
    ...["-c", source, "-o", objects[i]],
  ]);
  const worker = async () => {
    for (let args; (args = left.pop());) await mustRun("clang", [...flags, ...args]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const program = join(folder, "tests");
  await mustRun("clang", [...flags, ...objects, "-lm", "-o", program]);
  return program;
}

const folder = await mkdtemp(join(tmpdir(), "one-neuron-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

let program;
await test("the core compiles natively, without a warning", async () => {
  program = await compile(folder);
});

if (program) {
  const names = (await mustRun(program, [])).trim().split("\n").sort();
  for (const name of names) {
    test(name.replaceAll("_", " "), async () => {
      const { code, output } = await run(program, [name]);
      assert.equal(code, 0, output);
    });
  }
}
