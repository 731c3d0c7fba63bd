// What if on sets of any kind: every split, fold and picture left out against float64 loops on K of plain products.
import assert from "node:assert/strict";
import test from "node:test";
import { folds, splits, without } from "../../../web/page/whatif/plan.js";
import { prepare, run } from "../../../web/page/whatif/run.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { near } from "../shared/steps.js";

const core = await open("trials");
const breathe = async () => {};

/** n pictures, some for testing, and further copies of the first `copies`. */
function job(n, copies, n_px) {
  const originals = reference.examples(n, n_px, n);
  const set = [...originals, ...originals.slice(0, copies)];
  const group = set.map((_, i) => i % n);
  const rgb = new Uint8Array(Buffer.concat(set.map(({ x }) => x)));
  const pictures = { y: set.map(({ y }) => y), test: group.map((i) => Number(i % 5 === 4)), group };
  return { set, job: { n_px, rgb, pictures, alpha: 0.1, iterations: 30 } };
}

test("sets of any kind, up to m = 1000: splits, folds and without are float64 loops on K of plain products", async () => {
  const next = reference.random(4);
  const pick = (list) => list[next(list.length)];
  for (const n of [7, 9, 26, 40, 60, 1000]) {
    const { set, job: how } = job(n, pick([0, 3]), pick([1, 2, 5]));
    if (n === 26) how.rgb.fill(255);
    if (n === 9) how.pictures.y.fill(0).fill(1, 1, 3); // two of a class
    if (n === 1000) how.iterations = 5;
    const each = set[0].x.length;
    const x = set.map((_, i) => how.rgb.subarray(i * each, (i + 1) * each));
    const K = x.map((p) => x.map((q) => p.reduce((sum, v, k) => sum + v * q[k], 0) / 255 ** 2));
    const anew = ({ train, test: kept }) => {
      const alphaHat = new Float64Array(n + 3);
      let b = 0;
      const z = (i) => train.reduce((sum, j) => sum + K[i][j] * alphaHat[j], b);
      for (let t = 0; t < how.iterations; t++) {
        const dz = train.map((i) => reference.sigmoid(z(i)) - how.pictures.y[i]);
        train.forEach((i, k) => (alphaHat[i] -= (how.alpha / train.length) * dz[k]));
        b -= (how.alpha / train.length) * dz.reduce((sum, d) => sum + d, 0);
      }
      const J = (list) => list.reduce((sum, i) => sum + reference.loss(z(i), how.pictures.y[i]), 0) / list.length; // prettier-ignore
      return [J(train), J(kept)];
    };
    const dataset = await prepare(core, how, breathe);
    for (const plan of [(p) => splits(p, 3), folds, without]) {
      const plans = [...plan(how.pictures)].slice(0, 12);
      const found = [];
      await run(dataset, how, plans.values(), (one) => found.push(one), breathe);
      assert.equal(found.length, plans.length);
      for (const { index, cost, testCost } of found) near([cost, testCost], anew(plans[index]), 1e-12, `J of ${index}, n = ${n}`); // prettier-ignore
    }
    dataset.free();
  }
});
