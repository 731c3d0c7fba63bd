// The doctor: every mistake, written in plain loops, is found in its own printout, and a right program is never accused.
import assert from "node:assert/strict";
import test from "node:test";
import { KNOWN, MISTAKES, RIGHTS } from "../../../../web/page/doctor/mistakes.js";
import { rand, randn } from "../../../../web/page/doctor/random.js";
import { diagnose, held, ids, labelled, set } from "./ask.js";
import { PAIRS, PROGRAMS, from, guarded, single, swapped } from "./programs.js";

const ALPHA = 0.005;
const COUNT = 10; // numbers

test("there is a program in plain loops for every mistake that is run, in each of its forms", () => {
  /** @type {Record<string, number>} */
  const forms = {};
  for (const { id } of [...RIGHTS, ...MISTAKES]) forms[id] = (forms[id] ?? 0) + 1;
  const written = Object.fromEntries(Object.entries(PROGRAMS).map(([id, list]) => [id, list.length]));
  assert.deepEqual(written, forms);
  assert.ok(KNOWN >= 60);
});

for (const [digits, every] of [
  [4, 10],
  [6, 1],
  [8, 20],
])
  test(`every mistake is found in what it prints, ${digits} digits, each ${every}.`, async () => {
    const print = (/** @type {import('./programs.js').Write} */ write, /** @type {number} */ alpha) =>
      labelled(write(set, alpha, COUNT * every, held), every, digits);
    for (const [id, forms] of Object.entries(PROGRAMS))
      for (const [k, write] of forms.entries()) {
        const text = print(write, ALPHA);
        const { found } = await diagnose(text);
        assert.ok(found.length > 0, `${id} ${k}: nothing found`);
        if (found.some((/** @type {any} */ each) => each.id === id && each.alpha === ALPHA)) continue;
        // Then the first one found prints the very same text.
        const [{ id: other, alpha }] = found;
        const same = PROGRAMS[other].some((each) => print(each, alpha) === text);
        assert.ok(same, `${id} ${k}: ${other}, ${alpha}`);
      }
  });

test("a list without iterations is enough", async () => {
  for (const id of ["right", "log10", "squared", "scrambled"]) {
    const costs = PROGRAMS[id][0](set, ALPHA, 1200, held).filter((_, t) => t % 100 === 0);
    const [first] = (await diagnose(`[${costs.map((J) => J.toFixed(8)).join(", ")}]`)).found;
    assert.deepEqual([first.id, first.alpha, first.step], [id, ALPHA, 100]);
  }
});

test("mistakes at another rate are found with it", async () => {
  for (const id of ["log2", "no-m-w", "squared-cost", "standard", "b-outside", "centred"]) {
    const [report] = [await diagnose(labelled(PROGRAMS[id][0](set, 0.0033, 300, held), 20, 6))];
    assert.equal(report.found[0].id, id);
    assert.ok(Math.abs(report.found[0].alpha - 0.0033) < 1e-6);
  }
});

test("two mistakes at once are both named, where one only makes J so many times as large", async () => {
  for (const { ids: both, write } of PAIRS) {
    const [first] = (await diagnose(labelled(write(set, ALPHA, 300, held), 20, 6))).found;
    assert.deepEqual([first.id, first.also.id], both);
    assert.ok(first.also.wrong.length > 0);
  }
});

test("what no costs can tell, b tells: swapped labels", async () => {
  const { costs, b } = swapped(set, ALPHA, 200);
  assert.deepEqual(ids(await diagnose(labelled(costs, 20, 6))), ["right"]);
  assert.deepEqual(ids(await diagnose(`${labelled(costs, 20, 6)}\nb = ${b}`)), ["swapped"]);
});

test("w at random is known by its seed, or by kind", async () => {
  const w0 = (/** @type {number} */ seed) => randn(seed, 192).map((v) => 0.01 * v);
  const seeded = await diagnose(labelled(from(set, ALPHA, 200, w0(1)), 20, 6));
  assert.deepEqual(
    [seeded.found[0].id, seeded.found[0].start],
    ["random", { seed: 1, scale: 0.01, draw: "randn" }],
  );
  assert.ok(!seeded.found[0].kind);
  const even = await diagnose(labelled(from(set, ALPHA, 200, rand(3, 192).map((v) => 0.1 * v)), 20, 6)); // prettier-ignore
  assert.deepEqual(even.found[0].start, { seed: 3, scale: 0.1, draw: "rand" });
  for (const alpha of [0.0015, 0.0042]) {
    const other = await diagnose(labelled(from(set, alpha, 200, w0(7)), 20, 6));
    assert.deepEqual(
      [other.found[0].id, other.found[0].alpha, other.found[0].start.seed],
      ["random", alpha, 7],
    );
  }
  const root = randn(1, 192).map((v) => v * Math.sqrt(2 / 192));
  const he = await diagnose(labelled(from(set, ALPHA, 200, root), 20, 6));
  assert.deepEqual(he.found[0].start, { seed: 1, scale: 0.1021, draw: "randn" });
  for (const alpha of [ALPHA, 0.0015]) {
    const unknown = await diagnose(labelled(from(set, alpha, 200, w0(987)), 20, 6));
    assert.deepEqual([unknown.found[0].id, unknown.found[0].kind], ["random", true]);
  }
});

test("what is no mistake is named as such: float32, a small number in the logarithms", async () => {
  const rounded = await diagnose(single(set, ALPHA, 100).map((J) => J.toFixed(10)).join(" ")); // prettier-ignore
  assert.deepEqual(ids(rounded), ["float32"]);
  assert.deepEqual(ids(await diagnose(labelled(guarded(set, ALPHA, 100, 1e-5), 10, 8))), ["epsilon"]);
});

test("two that print the same are both named", async () => {
  const report = await diagnose(labelled(PROGRAMS.sign[0](set, ALPHA, 100, held), 10, 6));
  assert.deepEqual(ids(report).sort(), ["exponent", "sign"]);
});

test("what is none of them is said to be none", async () => {
  const report = await diagnose("0.69 0.65 0.66 0.61 0.64 0.58 0.6 0.55");
  assert.deepEqual(report.found, []);
  assert.equal(report.known, KNOWN);
  const one = await diagnose("Cost after iteration 100: 0.123456");
  assert.deepEqual([one.found, one.few], [[], true]);
  assert.deepEqual((await diagnose("0.4321 ".repeat(100_000))).found, []);
});

test("numbers that are not finite behind the first accuse nobody", async () => {
  const report = await diagnose("[0.693147, nan, nan, nan, nan]");
  assert.deepEqual([report.found[0].id, report.vague], ["bytes", true]);
  const at = await diagnose(labelled(PROGRAMS.misprint[0](set, ALPHA, 30, held), 1, 6));
  assert.deepEqual([at.found[0].id, at.vague], ["misprint", false]);
});

test("w and b beside a table of answers: what has no such w is named all the same", async () => {
  const text = `${labelled(PROGRAMS.column[1](set, ALPHA, 100, held), 10, 6)}\nb = -0.1\nw = [[0.25]]`;
  assert.equal((await diagnose(text)).found[0].id, "column");
});

test("a first number that is 0, where both classes are as many, is a number", async () => {
  const even = set.filter(({ y }, i) => set.slice(0, i).filter((each) => each.y === y).length < 8);
  const text = labelled(PROGRAMS["sign-term"][0](even, ALPHA, 100, held), 10, 6);
  assert.equal((await diagnose(text, even)).found[0].id, "sign-term");
});
