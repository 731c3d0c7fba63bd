// Which engine to take when the visitor leaves the choice to the page: the one predicted to be done first
// among those that fit into memory. Pure; the rates need only be right relative to each other.

import { GRAM_MAX } from "../core/core.js";

/** Multiply-adds a second of each kind of work, as measured in one wasm thread of a laptop of 2023. */
const RATE = { bytes: 12e9, float64: 3e9, float32: 8e9 };

const GRAM_BYTES = 512 * 2 ** 20;

/**
 * @param {object} job
 * @param {number} job.m training examples @param {number} job.count all examples
 * @param {number} job.slots of the dataset; those of removed examples may be free @param {number} job.n_x
 * @param {number} job.iterations planned @param {number} job.missing rows of the Gram matrix not yet made
 * @param {number} job.gramBytes what training by gram would take
 * @returns {{engine: 'gram' | 'vectorized', why: 'gram-faster' | 'gram-too-large' | 'vectorized-faster'}}
 */
export function chooseEngine({ m, count, slots, n_x, iterations, missing, gramBytes }) {
  if (slots > GRAM_MAX || gramBytes > GRAM_BYTES) return { engine: "vectorized", why: "gram-too-large" };
  const rowsToMake = missing * (count - missing / 2) * n_x;
  const gram = rowsToMake / RATE.bytes + (iterations * m * m) / RATE.float64;
  const vectorized = (iterations * 2 * m * n_x) / RATE.float32;
  return gram <= vectorized
    ? { engine: "gram", why: "gram-faster" }
    : { engine: "vectorized", why: "vectorized-faster" };
}
