// The doctor: what is read in a paste, and that every mistake, written in plain loops by doctor-programs.js, is found in its own
// printout, while a right program is never accused.
import assert from "node:assert/strict";
import test from "node:test";
import { KNOWN, MISTAKES } from "../../../web/page/doctor/mistakes.js";
import { randn } from "../../../web/page/doctor/random.js";
import { read } from "../../../web/page/doctor/read.js";
import { run } from "../../../web/page/doctor/run.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { PROGRAMS, from, single, swapped } from "./doctor-programs.js";

const M = 21; // not 20: 20 times the course's rate is another of its rates
const all = reference.examples(30, 8, 3);
const [set, held] = [all.slice(0, M), all.slice(M)];
const JOB = {
  n_px: 8,
  rgb: new Uint8Array(Buffer.concat(all.map(({ x }) => x))),
  y: all.map(({ y }) => y),
  test: all.map((_, i) => Number(i >= M)),
  alpha: 0.005,
};
const breathe = async () => {};

/** @param {string} text @returns {Promise<any>} */
const diagnose = async (text) => run(await open("doctor"), { ...JOB, text }, () => {}, breathe);

/** As Python prints it. @param {number} J @param {number} digits */
const printed = (J, digits) =>
  Number.isFinite(J) ? J.toFixed(digits) : String(J).toLowerCase().replace("infinity", "inf");

/** @param {number[]} costs @param {number} every @param {number} digits */
const labelled = (costs, every, digits) =>
  costs.flatMap((J, t) => (t % every ? [] : `Cost after iteration ${t}: ${printed(J, digits)}`)).join("\n");

const ids = (/** @type {any} */ report) => report.found.map((/** @type {any} */ { id }) => id);

test("there is a program in plain loops for every mistake that is run", () => {
  const known = new Set(["right", ...MISTAKES.map(({ id }) => id)]);
  assert.deepEqual([...known].sort(), Object.keys(PROGRAMS).sort());
  assert.ok(KNOWN >= 24);
});

for (const [digits, every] of [
  [4, 10],
  [6, 1],
  [6, 10],
  [8, 100],
])
  test(`every mistake is found in what it prints, ${digits} digits, each ${every}.`, async () => {
    for (const id of Object.keys(PROGRAMS)) {
      const costs = PROGRAMS[id](set, 0.005, 12 * every, held);
      const text = labelled(costs, every, digits);
      const found = (await diagnose(text)).found;
      assert.ok(found.length > 0, `${id}: nothing found`);
      if (found.some((/** @type {any} */ each) => each.id === id && each.alpha === 0.005)) continue;
      // Then the first one found prints the very same text.
      const [{ id: other, alpha }] = found;
      assert.equal(
        labelled(PROGRAMS[other](set, alpha, 12 * every, held), every, digits),
        text,
        `${id}: ${other}`,
      );
    }
  });

test("a list without iterations is enough", async () => {
  for (const id of ["right", "log10", "squared", "scrambled"]) {
    const costs = PROGRAMS[id](set, 0.005, 1200, held).filter((_, t) => t % 100 === 0);
    const [first] = (await diagnose(`[${costs.map((J) => J.toFixed(8)).join(", ")}]`)).found;
    assert.deepEqual([first.id, first.alpha, first.step], [id, 0.005, 100]);
  }
});

test("right programs at other rates are not accused, and their rate is told", async () => {
  for (const alpha of [0.004, 0.0123, 0.00071, 0.02345, 0.06])
    for (const digits of [4, 6, 8]) {
      const report = await diagnose(labelled(PROGRAMS.right(set, alpha, 300, held), 20, digits));
      assert.deepEqual(ids(report), ["right"], `${alpha} ${digits}`);
      assert.ok(Math.abs(report.found[0].alpha / alpha - 1) < (digits > 4 ? 1e-4 : 1e-2));
    }
});

test("mistakes at another rate are found with it", async () => {
  for (const id of ["log2", "no-m-w", "squared-cost", "standard"]) {
    const report = await diagnose(labelled(PROGRAMS[id](set, 0.0033, 300, held), 20, 6));
    assert.equal(report.found[0].id, id);
    assert.ok(Math.abs(report.found[0].alpha - 0.0033) < 1e-6);
  }
});

test("what no costs can tell, b tells: swapped labels; w at random by its seed, or by kind; float32", async () => {
  const { costs, b } = swapped(set, 0.005, 200);
  assert.deepEqual(ids(await diagnose(labelled(costs, 20, 6))), ["right"]);
  assert.deepEqual(ids(await diagnose(`${labelled(costs, 20, 6)}\nb = ${b}`)), ["swapped"]);

  const w0 = (/** @type {number} */ seed) => randn(seed, 192).map((v) => 0.01 * v);
  const seeded = await diagnose(labelled(from(set, 0.005, 200, w0(1)), 20, 6));
  assert.deepEqual([seeded.found[0].id, seeded.found[0].start], ["random", { seed: 1, scale: 0.01 }]);
  assert.ok(!seeded.found[0].kind);
  const unknown = await diagnose(labelled(from(set, 0.005, 200, w0(987)), 20, 6));
  assert.deepEqual([unknown.found[0].id, unknown.found[0].kind], ["random", true]);

  const rounded = await diagnose(single(set, 0.005, 100).map((J) => J.toFixed(10)).join(" ")); // prettier-ignore
  assert.deepEqual(ids(rounded), ["float32"]);
});

test("two that print the same are both named", async () => {
  const report = await diagnose(labelled(PROGRAMS.sign(set, 0.005, 100, held), 10, 6));
  assert.deepEqual(ids(report).sort(), ["exponent", "sign"]);
});

test("what is none of them is said to be none", async () => {
  const report = await diagnose("0.69 0.65 0.66 0.61 0.64 0.58 0.6 0.55");
  assert.deepEqual(report.found, []);
  assert.equal(report.known, KNOWN);
});

test("garbage, nothing, one number, very many, and hostile text: one clear answer", async () => {
  assert.deepEqual(read(" \n "), { trouble: "empty" });
  assert.deepEqual(read("<script>alert('hello')</script>"), { trouble: "none" });
  assert.deepEqual(read("0.5\n".repeat(100_001)), { trouble: "many" });
  assert.deepEqual(read("x".repeat(4e6 + 1)), { trouble: "long" });
  const began = performance.now();
  for (const text of [`${"1".repeat(1e6)}x`, "[".repeat(1e6), "1.".repeat(1e5), "cost:".repeat(1e5)])
    read(text);
  assert.ok(performance.now() - began < 10_000);
  const one = await diagnose("Cost after iteration 100: 0.123456");
  assert.deepEqual([one.found, one.few], [[], true]);
  assert.deepEqual((await diagnose("0.4321 ".repeat(100_000))).found, []);
});

test("costs are read in every form", () => {
  const values = (/** @type {string} */ text) => {
    const found = read(text);
    return "trouble" in found ? found.trouble : [found.labels, found.costs.map(({ v }) => v)];
  };
  const two = [0.69, 0.58];
  for (const text of [
    "Cost after iteration 0: 0.69\nCost after iteration 100: 0.58\ntrain accuracy: 99.0 %",
    "Epoch [0/2000], loss: 0.69, acc: 0.5\nEpoch [100/2000], loss: 0.58, acc: 0.6",
    "iteration,cost\n0,0.69\n100,0.58\n",
    "第 0 次迭代的代价：0.69\n第 100 次迭代的代价：0.58",
  ])
    assert.deepEqual(values(text), [[0, 100], two], text);
  for (const text of [
    "[0.69 0.58]",
    "[np.float64(0.69), np.float64(0.58)]",
    "array([0.69, 0.58], dtype=float32)",
    "{'costs': [array(0.69), array(0.58)], 'w': array([[1.], [2.]]), 'b': -0.01, 'learning_rate': 0.005}",
    "RuntimeWarning: divide by zero in line 55\n0.69\n0.58",
  ])
    assert.deepEqual(values(text), [null, two], text);
  assert.deepEqual(values("nan -inf ∞"), [null, [NaN, -Infinity, Infinity]]);
});
