// The figure neuron: houses, one neuron, descent.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { liveOf, tableOf, textOf } from "../shared/figure.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame } from "../shared/wait.js";

const folder = process.env.COURSE_DATA;
const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "neuron", options);
  const field = (name) => opened.figure.getByRole("textbox", { name, exact: true });
  return { ...opened, field, value: async (name) => Number(await field(name).inputValue()) };
}

/** The cost shown by the formula. */
const shownCost = (figure) => liveOf(figure, "cost");

test("the neuron starts on the houses, and 100 steps find a better w and b", async (t) => {
  const { figure, value } = await open(t);
  const before = await shownCost(figure);
  await figure.getByRole("button", { name: "100 steps" }).click();
  const after = await shownCost(figure);
  assert.ok(after < before / 5, `${before} -> ${after}`);
  assert.ok((await value("w")) > 1.5);
});

test("w and b set by hand give the answer and the cost that a plain loop gives", async (t) => {
  const { figure, field } = await open(t);
  await field("w").fill("2.5");
  await field("b").fill("-1");
  const rows = await tableOf(figure);
  assert.equal(rows.length, 10);
  let sum = 0;
  for (const [x, y, a, loss] of rows) {
    const expected = Math.max(0, 2.5 * x - 1);
    assert.ok(Math.abs(a - expected) < 0.002 && Math.abs(loss - (a - y) ** 2 / 2) < 0.01);
    sum += (expected - y) ** 2 / 2;
  }
  assert.ok(Math.abs((await shownCost(figure)) - sum / rows.length) < 0.001);
});

test("a neuron whose every z is below zero says that it cannot learn", async (t) => {
  const { figure, field, value } = await open(t);
  await field("w").fill("-1");
  await field("b").fill("-1");
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  assert.match(await textOf(figure.locator(".says")), /slope is 0/);
  assert.equal(await value("w"), -1);
});

test("a house moves by arrow keys, leaves by Delete, and comes by a click", async (t) => {
  const { figure, page } = await open(t);
  const house = figure.getByRole("slider", { name: "House 5" });
  const was = await house.getAttribute("aria-valuetext");
  await house.focus();
  await page.keyboard.press("ArrowUp");
  await nextFrame(page);
  assert.notEqual(await house.getAttribute("aria-valuetext"), was);
  await page.keyboard.press("Delete");
  await figure.getByRole("slider", { name: "House 10" }).waitFor({ state: "detached" });
  const plot = figure.locator(".plot.tappable");
  const box = await boxOf(plot);
  await plot.click({ position: { x: box.width * 0.5, y: box.height * 0.25 } });
  await figure.getByRole("slider", { name: "House 10" }).waitFor();
});

test("a table that cannot be used is said so, in the reader's language, and the houses stay", async (t) => {
  const { figure } = await open(t, { lang: "zh-CN" });
  await figure
    .locator("input[type=file]")
    .setInputFiles({ name: "坏.csv", mimeType: "text/csv", buffer: Buffer.from("面积,价格\n80,abc\n") });
  await figure.getByRole("alert").filter({ hasText: "第 2 行：“abc”不是数" }).waitFor();
  assert.equal(await figure.locator(".handle").count(), 10);
});

test("the course's table ends where the reference does", async (t) => {
  if (!folder) return t.skip("COURSE_DATA is not set");
  const { figure, field, value } = await open(t);
  const { ex1data1 } = JSON.parse(await readFile(join(folder, "tables/reference.json"), "utf8"));
  await figure.getByRole("button", { name: "a straight line" }).click();
  await figure.locator("input[type=file]").setInputFiles(join(folder, "tables/ex1data1.txt"));
  await field("α").fill("0.01");
  for (let k = 0; k < 15; k++) await figure.getByRole("button", { name: "100 steps" }).click();
  const [b, w] = ex1data1.gd_theta;
  assert.ok(Math.abs((await value("w")) - w) < 1e-5 && Math.abs((await value("b")) - b) < 1e-5);
  assert.ok(Math.abs((await shownCost(figure)) - ex1data1.gd_cost_after) < 1e-4);
});
