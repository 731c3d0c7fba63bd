// What the notes say in words and a number can test: each claim is computed here.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { backward, standardise } from "../../../web/core/unit.js";
import { LANGUAGES } from "../../../web/i18n/languages.js";
import { FIRST, fit, separable } from "../../../web/notes/logistic-regression/line.js";
import { makeHouses, rule } from "../../../web/notes/network/houses.js";
import { SCENES } from "../../../web/notes/computation-graph/scenes.js";
import { X, Y } from "../../../web/notes/no-loops/examples.js";
import { STUDENTS } from "../../../web/notes/shared/students.js";
import { HOUSES, HOUSE_TABLE } from "../../../web/notes/shared/houses.js";
import { open } from "../shared/open.js";
import { dictionaries } from "../shared/words.js";

const core = await open("notes");
const proses = await Promise.all(
  LANGUAGES.map(({ ending }) =>
    readFile(new URL(`../../../web/notes/prose.${ending}.html`, import.meta.url), "utf8"),
  ),
);
const FAR = [...FIRST, { x: 12.4, y: 1 }, { x: 13.2, y: 1 }];
const sigma = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));

/** The w and b of least cross-entropy, by Newton's method. @param {{x: number, y: number}[]} points */
function best(points) {
  let [w, b] = [0, 0];
  for (let k = 0; k < 100; k++) {
    let [gw, gb, ww, wb, bb] = [0, 0, 0, 0, 0];
    for (const { x, y } of points) {
      const a = sigma(w * x + b);
      const s = a * (1 - a);
      [gw, gb, ww, wb, bb] = [gw + (a - y) * x, gb + a - y, ww + s * x * x, wb + s * x, bb + s];
    }
    const det = ww * bb - wb * wb;
    [w, b] = [w - (bb * gw - wb * gb) / det, b - (ww * gb - wb * gw) / det];
  }
  return { w, b };
}

test("σ is at its best on the first points, stays where it is when the clear cases come; the line errs once more", () => {
  for (const points of [FIRST, FAR]) {
    const [found, expected] = [fit(core, points, "sigma"), best(points)];
    assert.ok(Math.abs(found.w - expected.w) < 1e-9 && Math.abs(found.b - expected.b) < 1e-8);
  }
  const [before, after] = [FIRST, FAR].map((points) => fit(core, points, "sigma"));
  assert.ok(Math.abs(after.w / before.w - 1) < 2e-4 && Math.abs(after.b / before.b - 1) < 2e-4);
  const wrong = [FIRST, FAR].map((points) => points.length - fit(core, points, "line").right);
  assert.deepEqual(wrong, [1, 2]);
  assert.ok(
    Math.max(...fit(core, FIRST, "line").answers([0, 14])) > 1.4,
    "an answer of 1.4 is no probability",
  );
});

test("points with a gap between the classes are told from others", () => {
  const of = (/** @type {number[]} */ no, /** @type {number[]} */ yes) =>
    separable([...no.map((x) => ({ x, y: 0 })), ...yes.map((x) => ({ x, y: 1 }))]);
  assert.deepEqual([separable(FIRST), separable(FAR), separable([])], [false, false, false]);
  assert.deepEqual([of([1, 2], [3, 4]), of([3, 4], [1, 2]), of([1], []), of([1, 3], [2, 4])], [true, true, true, false]); // prettier-ignore
  assert.equal(of([1, 2], [2, 3]), false, "one on the other");
});

test("below 1e-8 the two heights agree in more than half of their digits, and the error grows", () => {
  const f = (/** @type {number} */ a) => a * a;
  const slope = (/** @type {number} */ e) => (f(2 + e) - f(2)) / e;
  for (const e of [9e-9, 1e-9, 1e-12]) assert.ok(Math.abs(f(2 + e) / f(2) - 1) < 1e-8, String(e));
  assert.ok(Math.abs(slope(1e-12) - 4) > Math.abs(slope(1e-8) - 4));
});

test("the loss at one half is the natural log of 2, as the prose says", () => {
  const table = { x: [0], y: [1], m: 1, n_x: 1, activation: "sigmoid", loss: "cross-entropy" };
  assert.equal(backward(core, { ...table, w: [0], b: 0 }).cost.toFixed(3), "0.693");
  for (const prose of proses) assert.match(prose, /0\.693/);
});

test("the rule of the houses, as it is said in every language, is the rule; the noise has deviation 12", async () => {
  const found = (await dictionaries()).filter(({ folder }) => folder === "notes/network");
  assert.equal(found.length, LANGUAGES.length);
  for (const { words } of found) {
    const [said] = /(?<=[=] ).*?5\)/.exec(words["network.rule"]) ?? [""];
    const names = [...said.matchAll(/(?:\p{Script=Han}+|\b(?!min\b|max\b)[a-z]{2,})/gu)].map(
      ([name]) => name,
    );
    const [size, bedrooms, distance, wealth] = [...new Set(names)];
    assert.deepEqual(names, [size, bedrooms, size, distance, wealth], said);
    const terms = said.split(" + ").map((term) => term.split(" · "));
    const numbers = terms.map(([first]) => Number(first));
    assert.deepEqual(numbers, [30, 1.2, 24, 22, 20], said);
    assert.match(said, /min\(.*? \/ 28\).*max\(0, 6 − .*max\(0, .* − 5\)$/);
    assert.match(words["network.rule"], /12/);
  }
  for (const [size, bedrooms, km, wealth] of makeHouses(5)) {
    const said = 30 + 1.2 * size + 24 * Math.min(bedrooms, size / 28) + 22 * Math.max(0, 6 - km) + 20 * Math.max(0, wealth - 5); // prettier-ignore
    assert.ok(Math.abs(rule([size, bedrooms, km, wealth]) - said) < 1e-9);
  }
  const noise = makeHouses(7, 20000).map((house) => house[4] - rule(house));
  const deviation = Math.sqrt(noise.reduce((sum, v) => sum + v * v, 0) / noise.length);
  assert.ok(Math.abs(deviation - 12) < 0.2, String(deviation));
});

test("gradient descent: J is half the mean squared error of a line on the ten houses, b at −1.1", () => {
  for (const prose of proses) assert.match(prose, /−1\.1/);
  const J = HOUSES.reduce((sum, { x, y }) => sum + (-x - 1.1 - y) ** 2, 0) / (2 * HOUSES.length);
  const { cost, dw } = backward(core, { ...HOUSE_TABLE, n_x: 1, w: [-1], b: -1.1 });
  assert.ok(Math.abs(cost - J) < 1e-12);
  const slope = HOUSES.reduce((sum, { x, y }) => sum + (-x - 1.1 - y) * x, 0) / HOUSES.length;
  assert.ok(Math.abs(dw[0] - slope) < 1e-12);
});

test("the course is named where the notes begin, and slips are those of the circulating notes", () => {
  const [en, zh] = proses;
  assert.match(en, /Andrew Ng’s\s+<cite>Neural Networks and Deep Learning<\/cite>/);
  assert.match(zh, /吴恩达的《神经网络与深度学习》/);
  assert.equal(en.match(/circulating\s+notes/g)?.length, 4, "explained once, three slips");
  assert.equal(zh.match(/流传的笔记/g)?.length, 4);
});

test("the listing without loops has the first students, standardised; the graph’s one is as the prose describes", () => {
  const { x } = standardise(core, STUDENTS.flatMap(([one, two]) => [one, two]), STUDENTS.length, 2); // prettier-ignore
  for (const [i, row] of X.entries()) {
    assert.ok(
      Math.abs(row[0] - x[2 * i]) <= 0.051 && Math.abs(row[1] - x[2 * i + 1]) <= 0.051,
      `student ${i + 1}`,
    );
    assert.equal(Y[i], STUDENTS[i][2]);
  }
  const { x1, x2, y } = SCENES.logistic.inputs;
  assert.deepEqual([x1, x2, y], [1.5, -0.5, 1], "one and a half above the mean, half below, admitted");
  const [one, two] = [0, 1].map((k) => STUDENTS.map((_, i) => x[2 * i + k]));
  assert.ok(x1 < Math.max(...one) + 0.05 && x2 > Math.min(...two), "such a student could be among them");
});
