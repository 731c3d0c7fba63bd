// Runs one target on files made up from its seeds, in a thread of its own: what never comes to an end is ended from
// outside, and the file is there, in memory that both share. Answers of a new kind make a file a seed, too.

import { parentPort, workerData } from "node:worker_threads";
import { mutate, random } from "./mutate.js";

/** Bytes that one file may make a reader ask for at a time: what the largest picture that is taken needs, and room. */
const MOST_MEMORY = 96 * 2 ** 20;
const MOST_BYTES = 64_000;
const MOST_SEEDS = 2000;

/** The largest array made since this was 0. */
let largest = 0;
/** Sees to it that arrays whose length somebody has computed are counted. @param {any} Plain */
const counted = (Plain) =>
  new Proxy(Plain, {
    construct(_, args, target) {
      if (typeof args[0] === "number") largest = Math.max(largest, args[0] * Plain.BYTES_PER_ELEMENT);
      return Reflect.construct(Plain, args, target);
    },
  });
const everywhere = /** @type {any} */ (globalThis);
for (const name of ["Uint8Array", "Uint16Array", "Uint32Array", "Float64Array"])
  everywhere[name] = counted(everywhere[name]);

const { targets } = await import("./targets.js");
const { target: name, seed, seconds, shared, only } = workerData;
/** So that the clock has something to stop, once. @type {import('./targets.js').Target} */
const endless = {
  seeds: [],
  run() {
    for (;;);
  },
};
const { seeds, run, still } = name === "endless" ? endless : targets()[name];
const [count, length] = [new Int32Array(shared, 0, 1), new Int32Array(shared, 4, 1)];
const current = new Uint8Array(shared, 8);

/** @param {Uint8Array} file */
async function tell(file) {
  length[0] = file.length;
  current.set(file);
  Atomics.add(count, 0, 1);
  largest = 0;
  const kind = await run(file);
  if (largest > MOST_MEMORY) throw new Error(`asks for ${Math.round(largest / 2 ** 20)} MB at once`);
  return kind;
}

async function fuzz() {
  const any = random(seed);
  const files = [...seeds];
  const kinds = new Set();
  for (const file of seeds) kinds.add(await tell(file));
  const end = performance.now() + 1000 * seconds;
  for (let n = 0; performance.now() < end; n++) {
    const file = mutate(files[any(files.length)], files[any(files.length)], any, MOST_BYTES);
    const kind = await tell(file);
    if (!kinds.has(kind) && files.length < MOST_SEEDS) files.push(file);
    kinds.add(kind);
    if (n % 64 === 0) await still?.();
  }
  return { executions: Atomics.load(count, 0), kinds: kinds.size };
}

try {
  parentPort?.postMessage(only ? { kind: await tell(only) } : await fuzz());
} catch (error) {
  parentPort?.postMessage({ error: error.stack });
}
