// The rows of the table: which program runs the homework, in which form, for how many iterations, and why a row is absent.
// Slow peers run fewer iterations than 2000 and are scaled.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Row
 * @property {string} id @property {string} name
 * @property {string[]} command and its first arguments
 * @property {boolean} [network] of the table of the network with 16 hidden neurons
 * @property {string} what the last argument but two @property {number} iterations @property {number} runs in one process
 * @typedef {{rows: Row[], about: string[], absent: string[]}} Some
 */

const HERE = fileURLToPath(new URL(".", import.meta.url));
const node = (script) => [process.execPath, join(HERE, script)];

/** @returns {Some} */
function ours() {
  const command = node("ours.js");
  const network = { command: node("network.js"), network: true };
  return {
    rows: [
      {
        id: "gram",
        name: "**gram**, Gram matrix included",
        command,
        what: "gram",
        iterations: 2000,
        runs: 5,
      },
      { id: "vectorized", name: "**vectorized**", command, what: "vectorized", iterations: 2000, runs: 3 },
      { id: "loop", name: "**loop**", command, what: "loop", iterations: 300, runs: 2 },
      { ...network, id: "nn-gram", name: "**gram**, K included", what: "gram", iterations: 2000, runs: 3 },
      {
        ...network,
        id: "nn-vectorized",
        name: "**vectorized**",
        what: "vectorized",
        iterations: 200,
        runs: 2,
      },
    ],
    about: [],
    absent: [],
  };
}

/** The same C by the machine's compiler. @param {string} folder for the program @returns {Some} */
function native(folder) {
  const program = join(folder, "native");
  const compiler = process.env.CC || "cc";
  const brew = existsSync("/opt/homebrew/include") ? ["-I/opt/homebrew/include"] : [];
  const folders = ["c", "c/learn", "c/learn/neuron"].map((path) => `../../${path}`);
  const includes = [...folders.map((path) => `-I${path}`), ...brew].join(" ");
  const sources = folders.map((path) => `${path}/*.c`).join(" ");
  const build = `${compiler} -O3 -march=native -std=c11 -ffp-contract=off ${includes} -o '${program}' native.c ${sources} -lm`;
  const { status } = spawnSync("sh", ["-c", build], { cwd: HERE, stdio: "ignore" });
  if (status !== 0) {
    const absent = [
      `the same C natively: needs ${compiler} and SIMDe (Debian: apt-get install gcc libsimde-dev)`,
    ];
    return { rows: [], about: [], absent };
  }
  const row = { command: [program] };
  return {
    rows: [
      { ...row, id: "native-gram", name: "gram, native C", what: "gram", iterations: 2000, runs: 5 },
      {
        ...row,
        id: "native-vectorized",
        name: "vectorized, native C",
        what: "vectorized",
        iterations: 2000,
        runs: 3,
      },
      { ...row, id: "native-loop", name: "loop, native C", what: "loop", iterations: 300, runs: 2 },
    ],
    about: [
      `${execFileSync(compiler, ["--version"], { encoding: "utf8" }).split("\n")[0]} (-O3 -march=native)`,
    ],
    absent: [],
  };
}

/** @returns {Some} */
function loops() {
  const row = { command: node("loops.js"), iterations: 150, runs: 2 };
  return {
    rows: [
      { ...row, id: "arrays", name: "JavaScript, arrays of arrays", what: "arrays" },
      { ...row, id: "typed", name: "JavaScript, Float64Array", what: "typed" },
    ],
    about: [],
    absent: [],
  };
}

/** @returns {Some} */
function tensorflow() {
  const { resolve } = createRequire(import.meta.url);
  let version;
  try {
    resolve("@tensorflow/tfjs-backend-wasm");
    version = createRequire(import.meta.url)(join(resolve("@tensorflow/tfjs"), "../../package.json")).version;
  } catch {
    const install = "npm install --no-save @tensorflow/tfjs@4 @tensorflow/tfjs-backend-wasm@4";
    return { rows: [], about: [], absent: [`tf.js: ${install}`] };
  }
  const row = { command: node("tensorflow.js"), runs: 2 };
  const network = { command: node("tensorflow-network.js"), runs: 2, network: true };
  return {
    rows: [
      { ...row, id: "tf-ops", name: "tf.js wasm, operations", what: "ops", iterations: 101 },
      { ...row, id: "tf-fit", name: "tf.js wasm, model.fit", what: "fit", iterations: 12 },
      { ...network, id: "nn-tf-ops", name: "tf.js wasm, operations", what: "ops", iterations: 51 },
      { ...network, id: "nn-tf-fit", name: "tf.js wasm, model.fit", what: "fit", iterations: 12 },
    ],
    about: [`tf.js ${version}`],
    absent: [],
  };
}

/** @returns {Some} */
function numpy() {
  const script = join(HERE, "with-numpy.py");
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(python, [script, "about"], { encoding: "utf8" });
    if (status !== 0) continue;
    const row = { command: [python, script], runs: 2 };
    return {
      rows: [
        { ...row, id: "numpy64", name: "numpy float64", what: "float64", iterations: 500 },
        { ...row, id: "numpy32", name: "numpy float32", what: "float32", iterations: 1000 },
      ],
      about: [stdout.trim()],
      absent: stdout.includes("plain")
        ? ["a fast BLAS for numpy, so its rows are slower than they need be: apt-get install libopenblas0"]
        : [],
    };
  }
  return { rows: [], about: [], absent: ["numpy: apt-get install python3-numpy libopenblas0"] };
}

/** Every row that this machine can run. @param {string} folder for what has to be compiled @returns {Some} */
export function everything(folder) {
  const all = [ours(), native(folder), loops(), tensorflow(), numpy()];
  return {
    rows: all.flatMap(({ rows }) => rows),
    about: all.flatMap(({ about }) => about),
    absent: all.flatMap(({ absent }) => absent),
  };
}
