// A target in its thread, and the clock beside it.

import { Worker } from "node:worker_threads";

export const READERS = [
  "sniff",
  "whole",
  "colours",
  "upright",
  "h5",
  "npy",
  "npz",
  "zip",
  "png",
  "saved",
  "model",
  "model-words",
  "sheet",
  "sheet-words",
  "csv",
  "printout",
];
const MOST_MS = 2000; // for one file
const SHARED_BYTES = 2 ** 17;

/**
 * @typedef {object} Found
 * @property {number} [executions] @property {number} [kinds] of answers
 * @property {string} [kind] of the only file's @property {string} [error] @property {Uint8Array} file the last one
 */

/**
 * @param {{target: string, seed?: number, seconds?: number, only?: Uint8Array}} how only: this file, once
 * @returns {Promise<Found>}
 */
export function fuzzReader(how) {
  const shared = new SharedArrayBuffer(SHARED_BYTES);
  const [count, length] = [new Int32Array(shared, 0, 1), new Int32Array(shared, 4, 1)];
  const file = () => new Uint8Array(shared, 8, length[0]).slice();
  const worker = new Worker(new URL("worker.js", import.meta.url), { workerData: { ...how, shared } });
  return new Promise((resolve) => {
    let [before, since] = [0, performance.now()];
    const clock = setInterval(() => {
      const now = Atomics.load(count, 0);
      if (now !== before) [before, since] = [now, performance.now()];
      else if (now > 0 && performance.now() - since > MOST_MS)
        end({ error: `takes more than ${MOST_MS} ms` });
    }, 100);
    const end = (/** @type {any} */ found) => {
      clearInterval(clock);
      void worker.terminate();
      resolve({ ...found, file: file() });
    };
    worker.once("message", end);
    worker.once("error", (error) => end({ error: String(error.stack) }));
  });
}
