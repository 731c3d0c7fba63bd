// The measurements of this figure: ways to do the same sum, round after round, each way once a round, so that whatever
// else the machine does falls on all of them. Runs in a worker; Node tests it. Times are in milliseconds.

import { Vectors } from "../../core/loops.js";

/** Clocks of browsers tick as slowly as once a millisecond: what is quicker is repeated until this has passed. */
const LEAST_MS = 20;
const WARM_MS = 80;
/** Multiply-adds of one call into C: a long-running call would never be swapped for its optimised form. */
const CALL_MADDS = 4e6;
const TRIAL_MS = 250;
/** What one engine may take a round; what would take longer is scaled up from fewer iterations. */
export const BUDGET_MS = { loop: 600, vectorized: 3000, gram: 3000 };
const LEAST_ITERATIONS = 10;

export const DOT_WAYS = ["array", "typed", "loop", "simd64", "simd32"];
export const ENGINES = /** @type {const} */ (["loop", "vectorized", "gram"]);

// Two functions of the same body: one that had seen both kinds of array would be compiled for both, and be slower.

/** @param {number[]} x @param {number[]} y */
function dotArray(x, y) {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j] * y[j];
  return sum;
}

/** @param {Float64Array} x @param {Float64Array} y */
function dotTyped(x, y) {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j] * y[j];
  return sum;
}

/**
 * x . y of n numbers, five ways. Calls told after every round with what each way took and gave.
 * @param {import('../../core/core.js').Core} core
 * @param {{n: number, rounds: number, told: (news: any) => unknown, now?: () => number}} race
 */
export async function dotRace(core, { n, rounds, told, now = () => performance.now() }) {
  const vectors = new Vectors(core, n);
  const { x, y } = vectors.views();
  const [px, py] = [Array.from(x), Array.from(y)];
  /** @type {Record<string, () => number>} */
  const ways = {
    array: () => dotArray(px, py),
    typed: () => dotTyped(x, y),
    loop: () => vectors.loop(),
    simd64: () => vectors.simd64(),
    simd32: () => vectors.simd32(),
  };
  try {
    const repeats = Object.fromEntries(DOT_WAYS.map((way) => [way, warm(ways[way], now)]));
    for (let round = 1; round <= rounds; round++) {
      const took = [];
      for (const way of DOT_WAYS) took.push([way, timed(ways[way], repeats[way], now)]);
      await told({ type: "round", round, rounds, n, took: Object.fromEntries(took) });
    }
  } finally {
    vectors.free();
  }
}

/** Runs it until it is compiled well. @returns {number} how often it fits into LEAST_MS */
function warm(run, now) {
  const start = now();
  let times = 0;
  while (times < 20 || now() - start < WARM_MS) {
    run();
    times++;
  }
  return Math.max(1, Math.ceil((LEAST_MS * times) / (now() - start)));
}

function timed(run, repeats, now) {
  let result = 0;
  const start = now();
  for (let k = 0; k < repeats; k++) result = run();
  return { ms: (now() - start) / repeats, result };
}

/**
 * The same training by every engine, from w = 0. Calls told after every engine's turn.
 * @param {import('../../core/core.js').Core} core
 * @param {{examples: {rgb: Uint8Array, y: number}[], n_px: number, alpha: number, iterations: number, rounds: number,
 *   told: (news: any) => unknown, now?: () => number, budget?: Record<string, number>}} race
 */
export async function trainingRace(core, race) {
  const { iterations, rounds, told, now = () => performance.now(), budget = BUDGET_MS } = race;
  const run = (engine, limits) => trainOnce(core, race, engine, { now, ...limits });
  /** @type {Record<string, number>} */
  const planned = {};
  for (const engine of ENGINES) {
    const { training, done } = run(engine, { most: iterations, ms: Math.min(TRIAL_MS, budget[engine]) });
    const fits = Math.floor((done * budget[engine]) / Math.max(training, 0.01));
    planned[engine] = Math.min(iterations, Math.max(LEAST_ITERATIONS, fits));
    await told({ type: "warm", engine });
  }
  for (let round = 1; round <= rounds; round++) {
    for (const engine of ENGINES) {
      const { preparing, training, madds, costs } = run(engine, { most: planned[engine] });
      const took = { preparing, training, iterations: planned[engine], madds };
      // Every round computes the same numbers: once is enough.
      await told({ type: "turn", round, rounds, engine, took, costs: round === 1 ? costs : null });
    }
  }
}

/** One training: what making K (or the rows) took, what the iterations took, and the costs. */
function trainOnce(core, { examples, n_px, alpha }, engine, { now, most, ms = Infinity }) {
  const dataset = core.createDataset(n_px);
  /** @type {ReturnType<typeof dataset.createLogreg> | null} */
  let logreg = null;
  try {
    examples.forEach(({ rgb, y }, k) => dataset.add(rgb, y, "train", k));
    const start = now();
    if (engine === "gram") while (dataset.gramStep(1) > 0);
    logreg = dataset.createLogreg(engine);
    const ready = now();
    let done = 0;
    while (done < most && now() - ready < ms) done += logreg.train(alpha, most - done, CALL_MADDS);
    const end = now();
    while (!logreg.evaluate(CALL_MADDS));
    const { madds } = logreg;
    return { preparing: ready - start, training: end - ready, done, madds, costs: logreg.costs(0, done + 1) };
  } finally {
    logreg?.free();
    dataset.free();
  }
}
