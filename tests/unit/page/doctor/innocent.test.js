// The doctor never accuses a right program: at other rates, on other pictures, however it prints.
import assert from "node:assert/strict";
import test from "node:test";
import * as reference from "../../shared/reference.js";
import { diagnose, held, ids, labelled, set } from "./ask.js";
import { fromZ, right, single } from "./programs.js";

test("at other rates, in 4, 6 and 8 digits, and the rate is told", async () => {
  for (const alpha of [0.004, 0.0123, 0.00071, 0.02345, 0.06])
    for (const digits of [4, 6, 8]) {
      const report = await diagnose(labelled(right(set, alpha, 300).costs, 20, digits));
      assert.deepEqual(ids(report), ["right"], `${alpha} ${digits}`);
      assert.ok(Math.abs(report.found[0].alpha / alpha - 1) < (digits > 4 ? 1e-4 : 1e-2));
    }
});

test("on other pictures: other m, other sizes, none held back", async () => {
  for (const [m, test, n_px, seed] of [
    [2, 0, 4, 11],
    [5, 3, 3, 12],
    [64, 10, 4, 13],
    [90, 30, 2, 14],
  ]) {
    const all = reference.examples(m + test, n_px, seed);
    const [train, kept] = [all.slice(0, m), all.slice(m)];
    for (const [alpha, every, digits] of [
      [0.005, 10, 6],
      [0.013, 10, 8],
      [0.3, 1, 6],
    ]) {
      const report = await diagnose(
        labelled(right(train, alpha, 15 * every).costs, every, digits),
        train,
        kept,
      );
      assert.deepEqual(ids(report), ["right"], `${m} ${n_px} ${alpha}`);
      assert.ok(Math.abs(report.found[0].alpha / alpha - 1) < 0.01, `${report.found[0].alpha}`);
    }
  }
});

test("with w, b and accuracies, each cost or every 100th, whatever the form", async () => {
  const { costs, w, b } = right(set, 0.007, 601);
  const some = costs.filter((_, t) => t % 100 === 0);
  for (const text of [
    costs.slice(0, 200).map((J, t) => `${t}: ${J.toFixed(6)}`).join("\n"), // prettier-ignore
    `[${some.map((J) => J.toFixed(8)).join(", ")}]`,
    `{'costs': [${some.map((J) => `array(${J.toFixed(8)})`).join(", ")}], 'w': array([[${w[0]}],\n [${w[1]}]]), 'b': ${b}}`,
    `${labelled(costs.slice(0, 600), 100, 6)}\ntrain accuracy: 100.0 %\ntest accuracy: 50.0 %\nb = ${b.toFixed(6)}\nw[0] = ${w[0].toFixed(6)}`,
    some.map((J, k) => `第 ${100 * k} 次迭代后的成本：${J.toFixed(6)}`).join("\n"),
    some.map((J) => J.toFixed(7).replace(".", ",")).join("\n"),
    some.map((J) => (Math.floor(J * 1e5) / 1e5).toFixed(5)).join(" "), // cut off, not rounded
  ])
    assert.deepEqual(ids(await diagnose(text)), ["right"], text.slice(0, 200));
});

test("held-back pictures change nothing", async () => {
  const text = labelled(right(set, 0.006, 300).costs, 20, 6);
  for (const kept of [held, []]) assert.deepEqual(ids(await diagnose(text, set, kept)), ["right"]);
});

test("at rates that take z far beyond what a can show, with J from a and from z", async () => {
  for (const alpha of [0.3, 0.7])
    for (const otherwise of [{}, { lossOf: fromZ }]) {
      const report = await diagnose(labelled(right(set, alpha, 60, otherwise).costs, 1, 6));
      assert.deepEqual([...ids(report), report.found[0].alpha], ["right", alpha]);
    }
});

test("with a command, times and headings around a list", async () => {
  const list = right(set, 0.007, 300).costs.filter((_, t) => t % 10 === 0).map((J) => J.toFixed(6)); // prettier-ignore
  for (const text of [
    `$ python3 program.py --lr 0.007 --n 300\nread in 0.42 s\n[${list.join(", ")}]\nWall time: 12.3 s`,
    `x of [17 31 56 22 33]\n[${list.map((J) => `np.float64(${J})`).join(", ")}]\nb = 0.5 now`,
  ])
    assert.deepEqual(ids(await diagnose(text)), ["right"], text.slice(0, 80));
});

test("where J falls by less than a last digit in many iterations", async () => {
  const text = labelled(right(set, 0.00023, 400).costs, 1, 4);
  assert.deepEqual(ids(await diagnose(text)), ["right"]);
});

test("in float32 at another rate", async () => {
  const report = await diagnose(labelled(single(set, 0.0033, 200), 10, 8));
  assert.deepEqual([...ids(report), report.found[0].alpha], ["float32", 0.0033]);
});

/** Pictures on which J jumps at a large rate, with labels that are hard to learn. */
const hard = reference.examples(60, 8, 5).map(({ x }, i) => ({ x, y: Number((7 * i) % 11 < 4) }));

test("in float32 where J jumps so that its rounding shows, and comes to rest again", async () => {
  for (const [every, digits] of [
    [1, 4],
    [20, 6],
    [10, 8],
  ]) {
    const { found } = await diagnose(labelled(single(hard, 0.5, 200), every, digits), hard);
    assert.equal(found.length, 1);
    assert.ok(["right", "float32"].includes(found[0].id), found[0].id);
    assert.equal(found[0].alpha, 0.5);
  }
});

test("what agrees until J jumps and not where it has come to rest is not the right training", async () => {
  const rateAt = (/** @type {number} */ t) => 0.5 * 0.95 ** Math.floor(t / 50);
  const { costs } = right(hard, 0.5, 200, { rateAt });
  for (const digits of [6, 8]) {
    const report = await diagnose(labelled(costs, 10, digits), hard);
    assert.deepEqual(ids(report), []);
  }
  const text = labelled(right(hard, 0.5, 200).costs, 10, 8);
  assert.deepEqual(ids(await diagnose(text, hard)), ["right"]);
});

test("mirrored copies are taken away, and where the program had them, they are not", async () => {
  const copies = set.slice(0, 4).map(({ x, y }) => ({ x: x.map((v) => 255 - v), y }));
  for (const [which, train] of Object.entries({ without: set, with: [...set, ...copies] })) {
    const report = await diagnose(labelled(right(train, 0.005, 200).costs, 10, 6), set, held, copies);
    assert.deepEqual([...ids(report), report.copies, report.m], ["right", which, train.length]);
  }
});
