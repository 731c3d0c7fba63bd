// The doctor never accuses a right program: at other rates, on other pictures, however it prints.
import assert from "node:assert/strict";
import test from "node:test";
import * as reference from "../../shared/reference.js";
import { diagnose, held, ids, labelled, set } from "./ask.js";
import { right } from "./programs.js";

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
