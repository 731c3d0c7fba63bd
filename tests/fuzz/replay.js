// What was found, once more:
//
//   node tests/fuzz/replay.js learner /tmp/one-neuron-fuzz-x/learner-crash-y
//   node tests/fuzz/replay.js whole /tmp/one-neuron-fuzz-x/whole-123

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { TARGETS, build, run } from "./native/build.js";
import { READERS, fuzzReader } from "./readers/readers.js";

const [target, path] = process.argv.slice(2);
if (READERS.includes(target)) {
  const { kind, error } = await fuzzReader({ target, only: new Uint8Array(readFileSync(path)) });
  console.log(error ?? `nothing wrong: ${kind}`);
  process.exitCode = error ? 1 : 0;
} else if (TARGETS.includes(target)) {
  const { program } = await build([target]);
  const { code, output } = await run(program(target), [resolve(path)]);
  console.log(output);
  process.exitCode = code ?? 1;
} else {
  console.error(`the targets are ${[...TARGETS, ...READERS].join(", ")}`);
  process.exitCode = 2;
}
