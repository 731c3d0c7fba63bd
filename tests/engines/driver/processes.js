// Programs that a driver starts: each in a process group of its own, which is ended as a whole, whatever happens.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

export const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The promise, or an Error that says what did not come. @template T @param {number} ms @param {string} what
 *  @param {Promise<T>} promise @returns {Promise<T>} */
export function within(ms, what, promise) {
  /** @type {any} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing after ${ms} ms`)), ms);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** A port of 127.0.0.1 that nobody uses. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    process.kill(-(/** @type {number} */ (child.pid)), signal);
  } catch {
    // gone already
  }
}

function endAll() {
  for (const child of running) signalGroup(child, "SIGKILL");
}
process.on("exit", endAll);
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"]))
  process.on(signal, () => {
    endAll();
    process.exit(1);
  });

/** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: "ignore", detached: true, ...options });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Ends a program and all that it started. @param {import('node:child_process').ChildProcess} child */
export async function stop(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    signalGroup(child, "SIGTERM");
    const late = setTimeout(() => signalGroup(child, "SIGKILL"), 3000);
    await gone;
    clearTimeout(late);
  }
  signalGroup(child, "SIGKILL"); // what it left behind
}
