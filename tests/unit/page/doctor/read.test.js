// What is read in a paste: numbers, and what each is said to be.
import assert from "node:assert/strict";
import test from "node:test";
import { read } from "../../../../web/page/doctor/read.js";
import { agrees } from "../../../../web/page/doctor/states.js";

test("garbage, nothing, very many, and hostile text: one clear answer, soon", () => {
  assert.deepEqual(read(" \n "), { trouble: "empty" });
  assert.deepEqual(read("<script>alert('hello')</script>"), { trouble: "none" });
  assert.deepEqual(read("0.5\n".repeat(100_001)), { trouble: "many" });
  assert.deepEqual(read("x".repeat(4e6 + 1)), { trouble: "long" });
  const began = performance.now();
  for (const text of [`${"1".repeat(1e6)}x`, "[".repeat(1e6), "1.".repeat(1e5), "cost:".repeat(1e5)])
    read(text);
  assert.ok(performance.now() - began < 10_000);
});

const values = (/** @type {string} */ text) => {
  const found = read(text);
  return "trouble" in found ? found.trouble : [found.labels, found.costs.map(({ v }) => v)];
};
const two = [0.69, 0.58];

test("costs with their iterations are read in every form", () => {
  for (const text of [
    "Cost after iteration 0: 0.69\nCost after iteration 100: 0.58\ntrain accuracy: 99.0 %",
    "Epoch [0/2000], loss: 0.69, acc: 0.5\nEpoch [100/2000], loss: 0.58, acc: 0.6",
    "iteration,cost\n0,0.69\n100,0.58\n",
    "第 0 次迭代的代价：0.69\n第 100 次迭代的代价：0.58",
    "Kosten nach Iteration 0: 0,69\nKosten nach Iteration 100: 0,58",
  ])
    assert.deepEqual(values(text), [[0, 100], two], text);
});

test("an iteration with a comma between its thousands is one number", () => {
  const text = "Cost after iteration 0: 0.69\nCost after iteration 1,000: 0.58";
  assert.deepEqual(values(text), [[0, 1000], two]);
});

test("lists of costs are read in every form", () => {
  for (const text of [
    "[0.69 0.58]",
    "[np.float64(0.69), np.float64(0.58)]",
    "array([0.69, 0.58], dtype=float32)",
    "{'costs': [array(0.69), array(0.58)], 'w': array([[1.], [2.]]), 'b': -0.01, 'learning_rate': 0.005}",
    "0,69 0,58",
    "[0,69, 0,58]",
    "RuntimeWarning: divide by zero in line 55\n0.69\n0.58",
  ])
    assert.deepEqual(values(text), [null, two], text);
  assert.deepEqual(values("nan -inf ∞"), [null, [NaN, -Infinity, Infinity]]);
});

test("a list is told from what stands around it", () => {
  const list = "[np.float64(0.69), np.float64(0.58), np.float64(0.5)]";
  for (const text of [
    `$ python3 program.py --lr 0.005\nread in 0.4 of 2\n${list}`,
    `sanity check: [17 31]\n${list}`,
    `m_train = 209\n0.69\n0.58\n0.5`,
  ])
    assert.deepEqual(values(text), [null, [0.69, 0.58, 0.5]], text);
  assert.deepEqual(values("[[0.69]]\n[[0.58]]"), [null, two]);
});

test("numbers beyond those of float64 have a last digit that is a number", () => {
  for (const text of ["1e-999 0.5", "0E467 0.5", "1e999 0.5"]) {
    const found = read(text);
    assert.ok(!("trouble" in found));
    for (const { v, unit } of found.costs)
      assert.ok(Number.isFinite(v) ? unit > 0 && unit < Infinity : unit === 0);
  }
});

test("a finite number is never the printout of an infinite J, nor the other way round", () => {
  const value = (/** @type {number} */ v) => ({ v, unit: Number.isFinite(v) ? 1e-6 : 0 });
  for (const J of [Infinity, -Infinity, NaN]) {
    assert.equal(agrees(value(0.123456), J), 0);
    assert.equal(agrees(value(J), 0.123456), 0);
    assert.notEqual(agrees(value(J), J), 0);
  }
});
