// The course's homework, on the course's own data: 209 pictures of cats and of other things, 2000 iterations. Every
// number against the reference that float64 NumPy made.
import assert from "node:assert/strict";
import test from "node:test";
import { load, skip, truth } from "../shared/course.js";
import { open } from "../shared/open.js";

const core = await open();
const dataset = await load(core);

/** Indices of the wrong answers. */
const wrong = (a, y) => [...a.keys()].filter((i) => a[i] > 0.5 !== (y[i] === 1));

// What float32 can hold to of ||w|| and the answers: z is a sum of 12288 products, 2000 times over.
const WITHIN = {
  gram: { costs: 1e-12, rest: 1e-11 },
  loop: { costs: 1e-12, rest: 1e-11 },
  vectorized: { costs: 1e-6, rest: 2e-5 },
};

for (const [engine, within] of Object.entries(WITHIN)) {
  test(
    `the homework by ${engine}: all 2000 costs within ${within.costs}, the same pictures wrong`,
    { skip },
    (t) => {
      if (engine === "gram") while (dataset.gramStep(20) > 0);
      const lr = dataset.createLogreg(engine);
      assert.deepEqual([lr.m, lr.m_test], [209, 50]);
      while (lr.iteration < 2000) lr.train(0.005, 2000 - lr.iteration, 2e8);
      lr.evaluate();

      const near = (value, expected, tolerance, what) =>
        assert.ok(Math.abs(value - expected) <= tolerance, `${what}: ${value} is not ${expected}`);
      const costs = lr.costs(0, 2001);
      const off = truth.costs_all.map((cost, i) => Math.abs(cost - costs[i]));
      t.diagnostic(`largest error of a cost: ${Math.max(...off)}`);
      assert.equal(off.length, 2000);
      off.forEach((value, i) => assert.ok(value <= within.costs, `J of iteration ${i} is off by ${value}`));
      near(costs[2000], truth.cost_after_2000_updates, within.costs, "the last J");

      near(lr.b, truth.b, within.rest, "b");
      const w = lr.w();
      near(Math.sqrt(w.reduce((sum, v) => sum + v * v, 0)), truth.w_norm, within.rest, "||w||");
      const a = lr.a();
      a.subarray(209).forEach((value, i) =>
        near(value, truth.a_test[i], within.rest, `y-hat of test picture ${i}`),
      );

      const y = [...lr.slots()].map((slot) => core.exports.dataset_y(dataset.address, slot));
      assert.deepEqual(wrong(a.subarray(0, 209), y.slice(0, 209)), truth.train_wrong);
      assert.deepEqual(wrong(a.subarray(209), y.slice(209)), truth.test_wrong);
      near(100 * lr.accuracy("train"), truth.train_accuracy, 1e-9, "accuracy");
      near(100 * lr.accuracy("test"), truth.test_accuracy, 1e-9, "accuracy on the test set");
      lr.free();
    },
  );
}

test("at α = 0.01 J zigzags, engines part on the way and meet again", { skip }, (t) => {
  while (dataset.gramStep(20) > 0);
  const [gram, vectorized] = ["gram", "vectorized"].map((engine) => {
    const lr = dataset.createLogreg(engine);
    while (lr.iteration < 2000) lr.train(0.01, 2000 - lr.iteration, 2e8);
    lr.evaluate();
    const found = { costs: lr.costs(0, 2001), right: Array.from(lr.a(), (a) => a > 0.5) };
    lr.free();
    return found;
  });
  const off = gram.costs.map((J, i) => Math.abs(J - vectorized.costs[i]));
  t.diagnostic(`${Math.max(...off)} on the way, ${off[2000]} at the end`);
  assert.ok(off[2000] <= 1e-5);
  assert.deepEqual(vectorized.right, gram.right);
});

test("the homework's cost rises now and then, and that is no error", { skip }, () => {
  while (dataset.gramStep(20) > 0);
  const lr = dataset.createLogreg("gram");
  assert.equal(lr.train(0.005, 306), 306);
  const costs = lr.costs(0, 306);
  assert.equal(costs.filter((cost, t) => t > 0 && cost > costs[t - 1]).length, 154); // of the first 305 updates
  lr.free();
});
