// @ts-nocheck -- many functions here run in the page
// The figure no loops: the two listings, their matrices, and both runs against a plain loop.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { asNumber, assertWords } from "../shared/figure.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

const X = [[-1.4, 1, 0.7, 0.3], [0.1, 1.5, 0.2, -0.6], [-0.8, -0.3, -1.3, 0.9], [1.2, 0.8, 0.6, 1.5], [-0.4, -0.1, 1, -0.8], [1.5, -1.1, -0.5, 0.2]]; // prettier-ignore
const Y = [0, 1, 0, 1, 0, 1];

const { openFigure } = browserTests();

/** The state after so many iterations from zero, in plain JavaScript. */
function descend(x, y, alpha, iterations) {
  const n_x = x[0].length;
  let [w, b] = [new Array(n_x).fill(0), 0];
  for (let t = 0; ; t++) {
    const dw = new Array(n_x).fill(0);
    let [db, J] = [0, 0];
    x.forEach((row, i) => {
      const z = row.reduce((sum, v, j) => sum + v * w[j], b);
      const a = 1 / (1 + Math.exp(-z));
      J -= Math.log(y[i] ? a : 1 - a) / x.length;
      row.forEach((v, j) => (dw[j] += (v * (a - y[i])) / x.length));
      db += (a - y[i]) / x.length;
    });
    if (t === iterations) return { J, dw, db, w, b };
    w = w.map((v, j) => v - alpha * dw[j]);
    b -= alpha * db;
  }
}

/** Rows of the ledger: {J: [loop, vector, difference], dw1: …}. */
const ledgerOf = async (figure) =>
  Object.fromEntries(
    (
      await figure
        .locator(".run-ledger tbody tr")
        .evaluateAll((rows) =>
          rows.map((row) => [row.dataset.number, [...row.cells].slice(1).map((cell) => cell.textContent)]),
        )
    ).map(([name, cells]) => [name, cells]),
  );

async function assertLedger(figure, { J, dw, db, w, b }) {
  const ledger = await ledgerOf(figure);
  const right = { J, db, b };
  dw.forEach((v, j) => (right[`dw${j + 1}`] = v));
  w.forEach((v, j) => (right[`w${j + 1}`] = v));
  assert.deepEqual(Object.keys(ledger).sort(), Object.keys(right).sort());
  for (const [name, value] of Object.entries(right)) {
    for (const text of ledger[name].slice(0, 2))
      assert.ok(Math.abs(asNumber(text) - value) < 1e-8, `${name}: ${text}, not ${value}`);
  }
}

const pick = (figure, group, n) =>
  figure
    .getByRole("group", { name: group })
    .getByRole("button", { name: String(n), exact: true })
    .click();

test("both runs are those of a plain loop, for the reader's m, n_x, numbers, classes and α", async (t) => {
  const { figure } = await openFigure(t, "no-loops");
  const start = X.slice(0, 4).map((row) => row.slice(0, 3));
  await assertLedger(figure, descend(start, Y.slice(0, 4), 0.5, 0));
  const step = figure.getByRole("button", { name: "Step", exact: true });
  for (let k = 0; k < 3; k++) await step.click();
  await assertLedger(figure, descend(start, Y.slice(0, 4), 0.5, 3));

  await pick(figure, "m, how many examples", 6);
  await pick(figure, "n_x, how many features", 2);
  await figure.getByRole("textbox", { name: "x2 of example 5" }).fill("2,5");
  await figure.getByRole("button", { name: /y of example 6/ }).click();
  await figure.getByRole("textbox", { name: "α" }).fill("0.2");
  for (let k = 0; k < 4; k++) await step.click();
  const x = X.map((row) => row.slice(0, 2));
  x[4][1] = 2.5;
  await assertLedger(figure, descend(x, [0, 1, 0, 1, 0, 0], 0.2, 4));
  assert.match(await figure.locator(".same").textContent(), /After 4 iterations/);
  for (const [, , off] of Object.values(await ledgerOf(figure)))
    assert.ok(off === "0" || /×10⁻¹[5-9]$/.test(off), off);

  await figure.getByRole("textbox", { name: "x2 of example 5" }).fill("two");
  await figure.getByRole("alert").filter({ hasText: "last good one stays" }).waitFor();
  await assertLedger(figure, descend(x, [0, 1, 0, 1, 0, 0], 0.2, 4));
});

test("a line is chosen by click, by arrow keys, by Next; the loops' lines that fold into it are lit", async (t) => {
  const { page, figure } = await openFigure(t, "no-loops");
  const lit = () =>
    figure
      .locator(".code-loops li")
      .evaluateAll((lines) => lines.flatMap((line, k) => (line.matches(".lit") ? k + 1 : [])));
  const chosen = () => figure.locator("[role=radio][aria-checked=true] code").textContent();
  assert.deepEqual(await lit(), [3, 4, 5, 6]);
  await figure.getByRole("button", { name: "Next line" }).click();
  assert.equal(await chosen(), "A = 1 / (1 + np.exp(-Z))");
  assert.deepEqual(await lit(), [3, 7]);
  await figure.locator('[data-line="A"]').focus();
  for (let k = 0; k < 4; k++) await page.keyboard.press("ArrowDown");
  assert.equal(await chosen(), "dw = X @ dZ.T / m");
  assert.deepEqual(await lit(), [2, 3, 11, 12, 15, 16]);
  assert.match(await figure.locator(".says").first().textContent(), /lines 2–3, 11–12, 15–16/);
  await figure.locator(".code-loops li").nth(16).hover();
  assert.deepEqual(await lit(), [17]);
  assert.equal(await figure.locator(".code-vector .lit code").textContent(), "w = w - alpha * dw");
  await figure.locator(".code-loops li").nth(16).click();
  assert.equal(await chosen(), "w = w - alpha * dw");
});

test("the matrices have the reader's shapes and numbers, and column i is marked", async (t) => {
  const { figure } = await openFigure(t, "no-loops");
  await pick(figure, "m, how many examples", 5);
  await pick(figure, "n_x, how many features", 4);
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  await figure.getByRole("button", { name: "Mark example 3" }).click();
  await figure.locator('[data-line="dw"]').click();
  const matrices = figure.locator(".matrices .matrix");
  assert.deepEqual(await matrices.locator(".matrix-shape").allTextContents(), ["(4, 1)", "(4, 5)", "(5, 1)"]);
  const numbers = async (k) => (await matrices.nth(k).locator("td").allTextContents()).map(asNumber);
  const [x, y] = [X.slice(0, 5), Y.slice(0, 5)];
  const { dw, w, b } = descend(x, y, 0.5, 1);
  (await numbers(0)).forEach((v, j) => assert.ok(Math.abs(v - dw[j]) < 0.006));
  assert.deepEqual(
    await numbers(1),
    [0, 1, 2, 3].flatMap((j) => x.map((row) => row[j])),
  );
  const dz = x.map((row, i) => 1 / (1 + Math.exp(-row.reduce((sum, v, j) => sum + v * w[j], b))) - y[i]);
  (await numbers(2)).forEach((v, i) => assert.ok(Math.abs(v - dz[i]) < 0.006));
  assert.deepEqual((await matrices.nth(1).locator(".marked").allTextContents()).map(asNumber), X[2]);
  assert.deepEqual(await figure.locator(".line-shape").allTextContents(), [
    ...["(1, 5)", "(1, 5)", "(1, 5)", "()", "(1, 5)"],
    ...["(4, 1)", "()", "(4, 1)", "()"],
  ]);
});

test("Play runs, Reset goes back, and the link leads to the training page", async (t) => {
  const { page, figure } = await openFigure(t, "no-loops");
  await figure.getByRole("button", { name: "Play" }).click();
  await figure
    .locator(".same")
    .filter({ hasText: /After [2-9]/ })
    .waitFor();
  await figure.getByRole("button", { name: "Reset" }).click();
  await figure.locator(".same").filter({ hasText: "After 0 iterations" }).waitFor();
  await figure.getByRole("link", { name: "This is what Train does" }).click();
  await page.waitForURL(/index\.html$/);
});

test("axe finds nothing, in both languages and themes; words in Chinese", async (t) => {
  const { page, figure } = await openFigure(t, "no-loops", { still: true, lang: "zh-CN" });
  await figure.locator('[data-line="dw"]').click();
  await assertAccessible(page, { within: "#no-loops" });
  await page.locator('[data-language="zh-Hans"]').click();
  await assertWords(figure, "no-loops");
  await soon(async () =>
    assert.match(await figure.locator(".says").first().textContent(), /两重循环合成一次乘积/),
  );
});
