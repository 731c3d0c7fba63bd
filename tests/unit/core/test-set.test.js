// Nothing is ever learned from the test set: whatever its labels, w and b are the same bits. Also where there are so many
// pictures that the vectorized engine keeps them as bytes.
import assert from "node:assert/strict";
import test from "node:test";
import { Network } from "../../../web/core/network.js";
import { open } from "../shared/open.js";
import { examples, random } from "../shared/reference.js";
import { datasetOf } from "../shared/steps.js";

const core = await open();

for (const engine of ["loop", "vectorized", "gram"])
  test(`${engine}: other labels in the test set, other J of the test set, the same bits of w and b`, () => {
    for (const [m, m_test] of [
      [1, 1],
      [5, 3],
      [8, 8],
      [9, 2],
    ]) {
      // prettier-ignore
      const learned = [0, 1].map((flip) => {
        const tested = examples(m_test, 3, 2).map(({ x, y }) => ({ x, y: flip ? 1 - y : y }));
        const dataset = datasetOf(core, examples(m, 3, 1), tested);
        /** @type {import("../../../web/core/learner.js").Learner[]} */
        const all = [dataset.createLogreg(engine)];
        if (engine !== "loop") all.push(Network.onPictures(dataset, { hidden: [3], engine, batch: 2 }));
        const found = all.map((l) => {
          l.train(0.1, 30);
          l.evaluate();
          const answers = [...l.z()];
          const [J] = l.testCosts(30, 31);
          l.free();
          return { answers, J };
        });
        dataset.free();
        return found;
      });
      learned[0].forEach(({ answers, J }, k) => {
        assert.deepEqual(learned[1][k].answers, answers);
        assert.notEqual(learned[1][k].J, J);
      });
    }
  });

test("1366 pictures of 128 px, too many to keep as floats, of which 600 are for testing", () => {
  const n_px = 128;
  const [m, m_test] = [766, 600];
  const next = random(5);
  const noise = Uint8Array.from({ length: 3 * n_px * n_px + 5000 }, () => next(256));
  const dataset = core.createDataset(n_px);
  // The test set says the contrary of the training set.
  for (let i = 0; i < m + m_test; i++) {
    const from = i % 2 ? 2500 : 0;
    const x = noise.slice(from + (i >> 1), from + (i >> 1) + 3 * n_px * n_px);
    dataset.add(x, i < m ? i % 2 : 1 - (i % 2), i < m ? "train" : "test", i);
  }
  assert.ok((m + m_test) * 3 * n_px * n_px * 4 > 256 * 2 ** 20);
  assert.ok(dataset.trainingBytes("vectorized") < 2 ** 21, "they are kept as bytes");
  const [loop, vectorized] = ["loop", "vectorized"].map((engine) => {
    const lr = dataset.createLogreg(engine);
    lr.train(1e-4, 3);
    lr.evaluate();
    const found = { w: lr.w(), b: lr.b, costs: [...lr.costs(0, 4), ...lr.testCosts(0, 4)] };
    lr.free();
    return found;
  });
  const norm = Math.sqrt(loop.w.reduce((sum, v) => sum + v * v, 0));
  const off = Math.sqrt(loop.w.reduce((sum, v, j) => sum + (v - vectorized.w[j]) ** 2, 0));
  assert.ok(norm > 0 && off < 1e-4 * norm, `w is off by ${off} of ${norm}`);
  assert.ok(Math.abs(loop.b - vectorized.b) < 1e-6);
  loop.costs.forEach((J, t) => assert.ok(Math.abs(J - vectorized.costs[t]) < 1e-5, `J ${t}`));
  assert.notEqual(loop.costs[3], loop.costs[7]);
  dataset.free();
});
