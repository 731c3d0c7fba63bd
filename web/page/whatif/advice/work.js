// Tries candidates, one after the other, each over the same splits. No Worker API here: Node tests it.

import { MAX_ITERATIONS } from "../../../core/limits.js";
import { variantOf } from "../../../core/variants.js";
import { prepare, run } from "../run.js";
import { PILOT } from "./candidates.js";
import { trainNetwork } from "../networks.js";
import { planIn, splitsOf } from "./plans.js";

const PILOT_SEED = 2; // others than those that are measured: t is not chosen on what it is judged by
const EARLY = 0.7; // J on the test set was lowest before this share of the iterations

/**
 * @typedef {import('./candidates.js').Candidate} Candidate
 * @typedef {import('../plan.js').Pictures} Pictures
 * @typedef {object} Job
 * @property {{n_px: number, rgb: Uint8Array}[]} sets the pictures at each size that is tried
 * @property {Pictures} pictures @property {Candidate[]} candidates the page's own first
 * @property {number} batch @property {number} seed of networks
 *
 * @typedef {{plan: import('../plan.js').Plan, tag: Record<string, any>}} Tagged what is tried, and what is told with its result
 * @typedef {object} Means
 * @property {() => Promise<import('../../../core/core.js').Core>} openTrials @property {() => Promise<import('../../../core/core.js').Core>} openCore
 * @property {(found: any) => void} tell @property {() => Promise<void>} breathe
 */

/** The pictures, and behind them a mirrored copy of each. @param {import('../../../core/core.js').Core} tools trials.wasm
 *  @param {{n_px: number, rgb: Uint8Array}} set @param {Pictures} pictures */
function withCopies(tools, { n_px, rgb }, { y, group }) {
  const each = 3 * n_px * n_px;
  const n = y.length;
  const all = new Uint8Array(2 * rgb.length);
  all.set(rgb);
  for (let i = 0; i < n; i++)
    all.set(variantOf(tools, rgb.subarray(i * each, (i + 1) * each), "mirrored"), (n + i) * each);
  const twice = (/** @type {ArrayLike<number>} */ list) => [...Array.from(list), ...Array.from(list)];
  return { n_px, rgb: all, pictures: { y: twice(y), group: twice(group), test: new Uint8Array(2 * n) } };
}

/** The job's pictures at a size, all of them there to be trained on. @param {Job} job @param {Candidate} how
 *  @param {Means["openTrials"]} openTrials */
async function setOf({ sets, pictures }, how, openTrials) {
  const set = sets.find(({ n_px }) => n_px === how.n_px) ?? sets[0];
  if (how.mirrored) return withCopies(await openTrials(), set, pictures);
  return { ...set, pictures: { ...pictures, test: new Uint8Array(pictures.y.length) } };
}

/** Where the mean of these curves is lowest, after iteration 0: an index. @param {ArrayLike<number>[]} curves */
export function lowestOf(curves) {
  let [best, least] = [0, Infinity];
  for (let k = 1; k < (curves[0]?.length ?? 0); k++) {
    const mean = curves.reduce((sum, curve) => sum + curve[k], 0) / curves.length;
    if (mean < least) [best, least] = [k, mean];
  }
  return best;
}

/** How many iterations to try: those after which J on the test set was lowest, two digits of them; where it goes on falling
 *  twice as many, where it never fell a tenth. @param {number} lowest @param {number} iterations */
export function untilOf(lowest, iterations) {
  if (lowest < 2) return Math.max(1, Math.round(iterations / 10));
  if (lowest >= EARLY * iterations) return Math.min(MAX_ITERATIONS, 2 * iterations);
  return Number(lowest.toPrecision(2));
}

/** @param {Job} job @param {Means} means */
export async function tryAll(job, means) {
  const { candidates, pictures } = job;
  const splits = splitsOf(pictures, Math.max(...candidates.map((each) => each.splits)));
  let iterations = 0;
  if (candidates.some((each) => each.kind === "until")) iterations = await pilot(job, means);
  const list = candidates.map((each) => ({ ...each, iterations: each.iterations || iterations }));
  // Candidates that share their pictures and their size share K, and side by side they keep all lanes busy.
  for (const some of grouped(list)) {
    const tagged = some.flatMap((how) =>
      splits.slice(0, how.splits).map((split, k) => {
        const plan = {
          ...planIn(split, how, pictures.y.length),
          alpha: how.alpha,
          iterations: how.iterations,
        };
        const { what, iterations: t } = how;
        const originals = split.train.flat().length;
        return { plan, tag: { what, split: k, trained: plan.train.length, originals, iterations: t } };
      }),
    );
    await trials(job, some[0], tagged, means);
  }
}

/** Neighbours that are trained the same way on the same set. @param {Candidate[]} list */
function grouped(list) {
  const key = (/** @type {Candidate} */ { n_px, mirrored: m, hidden }) => `${n_px} ${m} ${hidden}`;
  /** @type {Map<string, Candidate[]>} */
  const groups = new Map();
  for (const each of list) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()];
}

/** How many iterations would be enough, by the curves of other splits. @param {Job} job @param {Means} means */
async function pilot(job, { tell, ...means }) {
  const [now] = job.candidates;
  /** @type {any[]} */
  const curves = [];
  const tagged = splitsOf(job.pictures, PILOT, PILOT_SEED).map((split) => ({
    plan: {
      ...planIn(split, now, job.pictures.y.length),
      iterations: now.iterations,
      alpha: now.alpha,
      curve: true,
    },
    tag: { what: "pilot" },
  }));
  const heard = (/** @type {any} */ { testCosts, every, ...found }) => {
    if (testCosts) curves.push({ testCosts, every });
    tell({ ...found, costs: undefined });
  };
  await trials(job, now, tagged, { ...means, tell: heard });
  const lowest = lowestOf(curves.map(({ testCosts }) => testCosts)) * (curves[0]?.every ?? 1);
  return untilOf(lowest, now.iterations);
}

/** @param {Job} job @param {Candidate} how @param {Tagged[]} tagged @param {Means} means */
async function trials(job, how, tagged, { openTrials, openCore, tell, breathe }) {
  const set = await setOf(job, how, openTrials);
  if (how.hidden.length > 0) {
    const core = await openCore();
    for (const { plan, tag } of tagged) {
      const found = await trainNetwork(
        core,
        set,
        plan,
        { ...how, ...plan, batch: job.batch, seed: job.seed },
        breathe,
      );
      tell({ ...found, ...tag });
    }
    return;
  }
  const { alpha, iterations } = how;
  const one = { ...set, alpha, iterations };
  const dataset = await prepare(await openTrials(), one, breathe);
  const told = (/** @type {any} */ found) => tell({ ...found, ...tagged[found.index].tag });
  try {
    await run(dataset, one, tagged.map(({ plan }) => plan).values(), told, breathe);
  } finally {
    dataset.free();
  }
}
