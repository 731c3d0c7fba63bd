// The figure m examples: the pseudo-code, line by line.
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { asNumber, textOf, textsOf } from "../shared/figure.js";
import { assertAlive } from "../shared/long-tasks.js";
import { browserTests } from "../shared/visitor.js";

const folder = process.env.COURSE_DATA;
const STUDENTS = [[35, 78, 0], [61, 86, 1], [45, 56, 0], [79, 75, 1], [52, 60, 0], [84, 43, 1], [33, 44, 0], [69, 66, 1], [75, 31, 0], [58, 71, 1]]; // prettier-ignore

const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "m-examples", options);
  const value = async (name) => asNumber(await opened.figure.locator(`.value-${name}`).textContent());
  return { ...opened, value };
}

/** Standardised columns and one pass of the course's loop, in plain JavaScript. */
function onePass(rows, w1, w2, b) {
  const columns = [0, 1].map((k) => rows.map((row) => row[k]));
  const [x1, x2] = columns.map((column) => {
    const mu = column.reduce((s, v) => s + v, 0) / column.length;
    const sigma = Math.sqrt(column.reduce((s, v) => s + (v - mu) ** 2, 0) / column.length);
    return column.map((v) => (v - mu) / sigma);
  });
  const sums = { J: 0, dw1: 0, dw2: 0, db: 0 };
  rows.forEach(([, , y], i) => {
    const a = 1 / (1 + Math.exp(-(w1 * x1[i] + w2 * x2[i] + b)));
    sums.J += -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
    sums.dw1 += x1[i] * (a - y);
    sums.dw2 += x2[i] * (a - y);
    sums.db += a - y;
  });
  return sums;
}

test("the sums after every example, the means and the update are those of a plain loop", async (t) => {
  const { figure, value } = await open(t);
  for (let k = 1; k <= 10; k++) {
    await figure.getByRole("button", { name: "One example" }).click();
    const { J, db } = onePass(STUDENTS, 0, 0, 0);
    if (k === 10) {
      assert.ok(Math.abs((await value("J")) - J) < 1e-4);
      assert.ok(Math.abs((await value("db")) - db) < 1e-4);
    }
  }
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  const { J, dw1, dw2, db } = onePass(STUDENTS, 0, 0, 0);
  assert.ok(Math.abs((await value("J")) - J / 10) < 1e-4);
  assert.ok(Math.abs((await value("dw1")) - dw1 / 10) < 1e-4);
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  assert.ok(Math.abs((await value("w1")) + (0.5 * dw1) / 10) < 1e-4);
  assert.ok(Math.abs((await value("w2")) + (0.5 * dw2) / 10) < 1e-4);
  assert.ok(Math.abs((await value("b")) + (0.5 * db) / 10) < 1e-4);
});

test("each step marks the line that ran", async (t) => {
  const { figure } = await open(t);
  const lines = [];
  for (let k = 0; k < 4; k++) {
    await figure.getByRole("button", { name: "Step", exact: true }).click();
    lines.push(await figure.locator("[aria-current=step]").textContent());
  }
  assert.match(lines[0], /^J = 0/);
  assert.match(lines[1], /^for i/);
  assert.match(lines[3], /σ/);
});

test("the ledger has what a line is computed from: by hand, dw₁ of seven lines is x₁ (a − y)", async (t) => {
  const { figure, value } = await open(t);
  const says = figure.locator(".says");
  assert.match(
    await textOf(says),
    /Ten students: their points in two exams.*x₁ = \(value − 59\.1\) \/ 16\.98/,
  );
  for (let k = 0; k < 7; k++) await figure.getByRole("button", { name: "Step", exact: true }).click();
  assert.match(await textOf(says), /Example 1 of 10: 35 and 78 before standardising, y = 0/);
  const [x1, a, y] = [await value("x1"), await value("a"), await value("y")];
  assert.ok(Math.abs(x1 - (35 - 59.1) / 16.98) < 1e-3);
  assert.ok(Math.abs((await value("dw1")) - x1 * (a - y)) < 1e-4);
});

test("100 000 rows: an iteration gives what a plain loop gives, rows with a gap are left out and shown", async (t) => {
  const { figure, page, value } = await open(t);
  const rows = Array.from({ length: 100000 }, (_, i) => [i % 97, i % 89, Number((i * 7) % 97 > 40)]);
  const lines = ["first,second,admitted", ...rows.map((row) => row.join(","))];
  lines.splice(3, 1, "17,,1");
  const file = { name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
  await assertAlive(page, async () => {
    await figure.locator("input[type=file]").setInputFiles(file);
    await figure.getByText("/ 99999").waitFor({ timeout: 30000 });
    await figure.getByRole("button", { name: "One iteration" }).click();
  });
  await figure.getByText("1 of 100,000 rows, the first in line 4: “17,,1”").waitFor();
  await figure.getByText("x₁: first, standardised").waitFor();
  const left = rows.filter((_, i) => i !== 2);
  const { dw1, J } = onePass(left, 0, 0, 0);
  assert.ok(Math.abs((await value("w1")) + (0.5 * dw1) / left.length) < 1e-4);
  assert.ok(Math.abs((await value("J")) - J / left.length) < 1e-4);
});

test("labels other than 0 and 1 are refused in one sentence, in Chinese too", async (t) => {
  const { figure } = await open(t, { lang: "zh-CN" });
  const buffer = Buffer.from("1,2,0\n3,4,5\n");
  await figure.locator("input[type=file]").setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer });
  await figure.getByRole("alert").filter({ hasText: "第 2 行：第三列必须是 0 或 1，不能是 5" }).waitFor();
  assert.match(await textOf(figure.locator(".value-i")), /\/ 10$/);
});

test("the course's table gives the reference's gradient", async (t) => {
  if (!folder) return t.skip("COURSE_DATA is not set");
  const { figure } = await open(t);
  await figure.locator("input[type=file]").setInputFiles(join(folder, "tables/ex2data1.txt"));
  await figure.getByText("/ 100").waitFor();
  for (let k = 0; k < 101; k++) await figure.getByRole("button", { name: "One iteration" }).click();
  const rows = (await textsOf(figure)).map((row) => row.join(""));
  assert.equal(rows[0], "00.693147");
  assert.equal(rows.at(-1), "1000.224076"); // iteration 100, alpha 0.5: tables/reference.json
});
