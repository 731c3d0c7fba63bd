// Runs a plan of trials in short calls, as many side by side as there are lanes. No Worker API here: Node tests it.

import { LANES } from "../../core/limits.js";
import { Trials } from "../../core/trials.js";
import { cheapest } from "./plan.js";

const CALL_MS = 8;
const MOST_COSTS = 2500;

/**
 * @typedef {object} Job
 * @property {number} n_px @property {Uint8Array} rgb one picture after the other @property {import('./plan.js').Pictures} pictures
 * @property {number} alpha @property {number} iterations
 *
 * @typedef {object} Found of one trial
 * @property {number} index of the plan @property {number} tested how many it was measured on
 * @property {number} cost @property {number} accuracy @property {number} testCost @property {number} testAccuracy
 * @property {number} [alpha] @property {Float64Array} [costs] of a plan with a curve: J of iterations 0, every, 2 every, …
 * @property {Float64Array} [testCosts] the same on the test set @property {number} [every]
 * @property {number[]} out what was left out @property {number[]} outZ z of that
 */

/** Every so many, so that they can be drawn. @param {ArrayLike<number>} costs */
export function thinned(costs) {
  const every = Math.ceil(costs.length / MOST_COSTS);
  return {
    every,
    costs: Float64Array.from({ length: Math.ceil(costs.length / every) }, (_, k) => costs[k * every]),
  };
}

/** A dataset of the job's pictures, with all of K. @param {import('../../core/core.js').Core} core @param {Job} job
 *  @param {() => Promise<void>} breathe lets messages in */
export async function prepare(core, { n_px, rgb, pictures }, breathe) {
  const dataset = core.createDataset(n_px);
  const each = 3 * n_px * n_px;
  for (let i = 0; i < pictures.y.length; i++)
    dataset.add(rgb.subarray(i * each, (i + 1) * each), pictures.y[i], "train", i);
  while (dataset.gramStep(4) > 0) await breathe();
  return dataset;
}

/** @param {import('../../core/dataset.js').Dataset} dataset in the order of the job @param {Job} job
 *  @param {Iterator<import('./plan.js').Plan>} plans @param {(found: Found) => void} tell @param {() => Promise<void>} breathe */
export async function run(dataset, job, plans, tell, breathe, now = () => performance.now()) {
  const { pictures, alpha, iterations } = job;
  const order = cheapest(pictures);
  const rowOf = new Int32Array(order.length);
  order.forEach((place, row) => (rowOf[place] = row));
  const chosen = (/** @type {number[]} */ list) => ({
    rows: list.map((i) => rowOf[i]),
    y: list.map((i) => pictures.y[i]),
  });
  const trials = new Trials(dataset, order);
  /** @type {({index: number, plan: import('./plan.js').Plan} | null)[]} */
  const lanes = Array.from({ length: LANES }, () => null);
  let index = 0;
  const begin = (/** @type {number} */ lane) => {
    const { value: plan, done } = plans.next();
    lanes[lane] = done ? null : { index: index++, plan };
    if (done) return;
    trials.choose(lane, "train", chosen(plan.train));
    trials.choose(lane, "test", chosen(plan.test));
    trials.begin(lane, { alpha, iterations, ...plan });
  };
  const curveOf = (/** @type {number} */ lane, /** @type {import('./plan.js').Plan} */ plan) => {
    const costs = trials.costs(lane, plan.iterations ?? iterations);
    if (!costs) return {};
    const { costs: testCosts } = thinned(costs.test);
    return { alpha: plan.alpha ?? alpha, ...thinned(costs.train), testCosts };
  };
  const end = (/** @type {number} */ lane) => {
    const of = lanes[lane];
    const result = of && trials.result(lane);
    if (!of || !result) return;
    const { out, test } = of.plan;
    const curve = of.plan.curve ? curveOf(lane, of.plan) : {};
    const z = out.length ? trials.z(lane) : null;
    tell({
      ...result,
      ...curve,
      index: of.index,
      tested: test.length,
      out,
      outZ: out.map((i) => z?.[rowOf[i]] ?? NaN),
    });
    begin(lane);
  };
  try {
    lanes.forEach((_, lane) => begin(lane));
    let madds = 1e6;
    while (lanes.some(Boolean)) {
      const started = now();
      trials.run(madds);
      const ms = now() - started;
      madds = Math.min(1e10, Math.max(1e5, madds * (ms > CALL_MS ? 0.7 : 1.4)));
      lanes.forEach((_, lane) => end(lane));
      await breathe();
    }
  } finally {
    trials.free();
  }
}
