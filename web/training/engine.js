// Which engine trains, and what that was predicted to take: the one place where this is decided, for a neuron and for a
// network, here and in the notes. The page prints what it is told.

import { CoreError, GRAM_MAX } from "../core/core.js";

/** Multiply-adds a second of each kind of work, as measured in one wasm thread. They need only be right relative to each
 *  other: products of bytes make the Gram matrix, what is beside layer 1 is float64 always. */
const RATES = {
  products: 12e9,
  neuron: { gram: 3e9, vectorized: 8e9 },
  network: { gram: 10e9, vectorized: 16e9 },
  float64: 10e9,
};

const GRAM_BYTES = 512 * 2 ** 20;
const MOST_BYTES = 1.5e9; // of the 2 GB that wasm memory may grow to; the pictures need some as well

/**
 * @typedef {object} Job
 * @property {number} m training examples @property {number} count all examples @property {number} n_x
 * @property {number[]} hidden none: one neuron @property {number} batch examples an update, 0: all
 * @property {number} iterations planned @property {number} missing rows of the Gram matrix not yet made
 *
 * @typedef {{madds: number, seconds: number}} Work multiply-adds, and the time predicted for them
 * @typedef {{gram: Work, vectorized: Work}} Works
 * @typedef {'asked' | 'gram-too-large' | 'gram-faster' | 'vectorized-faster'} Why
 * @typedef {{engine: string, why: Why, iterations: number, work: Works | null}} Choice work: of both, when they were
 *   compared
 *
 * @typedef {import('../core/dataset.js').Dataset} Dataset
 * @typedef {import('./settings.js').Settings} Settings
 */

/** What a training takes by either engine, test set and Gram matrix included. @param {Job} job @returns {Works} */
export function predict({ m, count, n_x, hidden, batch, iterations, missing }) {
  const rates = hidden.length > 0 ? RATES.network : RATES.neuron;
  const [n = 1, ...deeper] = hidden;
  // Mini-batches: J of the state takes a pass of its own.
  const own = batch > 0 && batch < m ? m : 0;
  const rest = hidden.reduce((sum, size, l) => sum + size * (deeper[l] ?? 1), 0);
  const beside = iterations * rest * (2 * m + count + own);
  const products = missing * (count - (missing - 1) / 2) * n_x;
  const start = hidden.length > 0 ? n * count * n_x : 0; // W0 X
  const byGram = start + iterations * n * m * (count + own);
  const byRows = iterations * n * n_x * (m + count + own);
  return {
    gram: {
      madds: products + byGram + beside,
      seconds: products / RATES.products + byGram / rates.gram + beside / RATES.float64,
    },
    vectorized: {
      madds: byRows + beside,
      seconds: byRows / rates.vectorized + beside / RATES.float64,
    },
  };
}

/** The one that will be done first. @param {Works} works @returns {'gram' | 'vectorized'} */
export const sooner = ({ gram, vectorized }) => (gram.seconds <= vectorized.seconds ? "gram" : "vectorized");

/**
 * The engine asked for, or the one predicted to be done first among those that fit into memory.
 * @param {Job & {engine: string, slots: number, gramBytes: number}} job slots of the dataset: those of removed examples may
 *   be free; gramBytes: what training by gram would take @returns {Choice}
 */
export function chooseEngine(job) {
  const { engine, hidden, iterations, slots, gramBytes } = job;
  const asked = engine === "vectorized" || engine === "gram" || (engine === "loop" && hidden.length === 0);
  const tooLarge = slots > GRAM_MAX || !(gramBytes <= GRAM_BYTES);
  if (tooLarge && (engine === "gram" || !asked))
    return { engine: "vectorized", why: "gram-too-large", iterations, work: null };
  if (asked) return { engine, why: "asked", iterations, work: null };
  const work = predict(job);
  const taken = sooner(work);
  return { engine: taken, why: `${taken}-faster`, iterations, work };
}

/** The same for these pictures. @param {Dataset} dataset @param {number} count all examples
 *  @param {Settings} settings @param {boolean} tooLarge the Gram matrix did not fit into memory */
export function engineFor(dataset, count, settings, tooLarge) {
  const m = dataset.count("train", 0) + dataset.count("train", 1);
  const gramBytes = tooLarge ? Infinity : bytesOf(dataset, settings.hidden, "gram");
  const { n_x, slots } = dataset;
  return chooseEngine({ ...settings, m, count, n_x, slots, gramBytes, missing: dataset.gramMissing() });
}

/** What makes networks on these pictures: their core must be the whole one then (core/whole.js). @param {Dataset} dataset */
const networksOf = ({ core: { Network } }) => {
  if (!Network) throw new CoreError("argument", "a network on half a core");
  return Network;
};

/** @param {Dataset} dataset @param {number[]} hidden @param {string} engine */
const bytesOf = (dataset, hidden, engine) =>
  hidden.length > 0 ? networksOf(dataset).bytes(dataset, hidden, engine) : dataset.trainingBytes(engine);

/** A neuron or a network. Throws CoreError 'memory', of a network before any is taken when it would not suffice.
 *  @param {Dataset} dataset @param {string} engine @param {Settings} settings */
export function createLearner(dataset, engine, { hidden, batch, seed }) {
  if (hidden.length === 0) return dataset.createLogreg(engine);
  const bytes = bytesOf(dataset, hidden, engine);
  if (!(bytes <= MOST_BYTES)) throw new CoreError("memory", `${bytes} bytes for a network`);
  return networksOf(dataset).onPictures(dataset, { hidden, engine, batch, seed });
}
