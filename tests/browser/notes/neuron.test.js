// The figure neuron: houses, one neuron, descent.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { liveOf, tableOf, textOf } from "../shared/figure.js";
import { drop, onDisk } from "../shared/files.js";
import { boxOf } from "../shared/layout.js";
import { assertAlive } from "../shared/long-tasks.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon } from "../shared/wait.js";

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

/** Files as programs write them, and the rows in them, as the figure shows them. */
const wide = (text, mark = "\ufeff") => Buffer.from(mark + text, "utf16le");
/** @type {Record<string, {buffer: Buffer, rows: string, said?: RegExp}>} */
const FILES = {
  "Excel’s Unicode text": { buffer: wide("size\tprice\r\n1\t2\r\n3\t4\r\n"), rows: "1 2 3 4" },
  "UTF-16, big end first": { buffer: wide("1\t2\r\n3\t4\r\n").swap16(), rows: "1 2 3 4" },
  "UTF-8 with a mark": { buffer: Buffer.from("\ufeffsize,price\n1,2\n3,4\n"), rows: "1 2 3 4" },
  "Windows-1252": { buffer: Buffer.from("Gr\xf6\xdfe;Preis\n1;2 \x80\n3;4 \x80\n", "latin1"), rows: "1 2 3 4", said: /略去.*€/ },
  "GB 18030": { buffer: Buffer.from([0xc3, 0xe6, 0xbb, 0xfd, 0x2c, 0xbc, 0xdb, 0x0a, ...Buffer.from("1,2\n3,4\n")]), rows: "1 2 3 4" },
  "decimal commas": { buffer: Buffer.from("x;y\n1,5;2,25\n3,5;4\n"), rows: "1.5 2.25 3.5 4" },
  "thousands, dollars, comments": { buffer: Buffer.from('# 2024\nx,y\n1,"$2"\n3,"$1,234"\n'), rows: "1 0.002 3 1.234", said: /略去.*\$/ },
  "per cent and a true minus": { buffer: Buffer.from("x\ty\n\u22121\t12 %\n3\t14 %\n"), rows: "-1 12 3 14", said: /略去.*%/ },
  "old Macintosh": { buffer: Buffer.from("x,y\r1,2\r3,4\r"), rows: "1 2 3 4" },
  "gaps": { buffer: Buffer.from("x,y\n1,2\n5,NA\n,7\n3,4\n"), rows: "1 2 3 4", said: /共 4 行，其中 2 行缺数.*第 3 行：“5,NA”/ },
  "two readings": { buffer: Buffer.from("x;y\n1,200;2\n3;4\n"), rows: "1.2 2 0.003 4", said: /“1,200”有两种读法，这里读作 1200/ },
}; // prettier-ignore

test("a file of each kind, dropped, is read to the right numbers, and what was decided is said", async (t) => {
  const { figure, page } = await open(t, { lang: "zh-CN" });
  const kinds = Object.entries(FILES);
  const paths = await onDisk(t, kinds.map(([, { buffer }], i) => ({ name: `${i}.csv`, buffer }))); // prettier-ignore
  const notice = figure.locator(".csv-input [role=status]");
  for (const [i, [kind, { rows, said }]] of kinds.entries()) {
    await figure.getByRole("button", { name: "换回那十套房子" }).click();
    await drop(page, figure.locator(".figure-part").first(), [paths[i]]);
    await soon(async () => assert.equal((await tableOf(figure)).length, 2, kind));
    const shown = (await tableOf(figure)).map(([x, y]) => `${x} ${y}`).join(" ");
    assert.equal(shown, rows, kind);
    if (said) await soon(async () => assert.match(await textOf(notice), said, kind));
    else assert.equal(await notice.isVisible(), false, `${kind}: ${await textOf(notice)}`);
  }
});

test("a name that runs from right to left turns nothing else, and what is said follows the language", async (t) => {
  const { figure, page } = await open(t);
  const name = "\u202egpj.csv";
  const file = { name, mimeType: "text/csv", buffer: Buffer.from("1,2\n3,0x10\n") };
  await figure.locator("input[type=file]").setInputFiles(file);
  const alert = figure.getByRole("alert").filter({ hasText: "Line 2: “0x10” is not a number." });
  await alert.waitFor();
  assert.equal(await alert.locator("bdi").textContent(), name);
  await page.getByRole("button", { name: "中文" }).click();
  await figure.getByRole("alert").filter({ hasText: "第 2 行：“0x10”不是数。" }).waitFor();
});

test("100 000 rows are read while the page moves: all are computed with, a sample is drawn, and it is said", async (t) => {
  const { figure, page } = await open(t);
  const m = 100000;
  const text = Array.from({ length: m }, (_, i) => `${(i % 1000) / 500},${(i % 1000) / 250}`).join("\n");
  await assertAlive(page, async () => {
    const file = { name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(`x,y\n${text}`) };
    await figure.locator("input[type=file]").setInputFiles(file);
    await figure.getByText("2,000 of the 100,000 points are drawn; all of them are computed with.").waitFor({ timeout: 30000 });
    await figure.getByRole("button", { name: "100 steps" }).click();
    await figure.getByText(/After 100 iterations on 100,000 rows/).waitFor({ timeout: 60000 });
  }); // prettier-ignore
  assert.equal(await figure.locator(".dots.filled circle").count(), 2000);
  const w = await liveOf(figure, "w");
  const sign = (await textOf(figure.locator(".live-sign").first())) === "−" ? -1 : 1;
  const b = sign * (await liveOf(figure, "b"));
  let sum = 0;
  for (let i = 0; i < 1000; i++) sum += (Math.max(0, (w * i) / 500 + b) - i / 250) ** 2 / 2 / 1000;
  assert.ok(Math.abs((await shownCost(figure)) - sum) < 0.01, `${sum}`);
});

test("the house of the formula is marked; focusing another chooses that one", async (t) => {
  const { figure, page } = await open(t);
  assert.equal(await figure.locator(".dots.ring circle").count(), 1);
  assert.equal(await liveOf(figure, "x"), 1);
  await figure.getByRole("slider", { name: "House 8" }).focus();
  await nextFrame(page);
  assert.equal(await liveOf(figure, "x"), 1.6);
  const [ring, house] = await Promise.all([figure.locator(".dots.ring circle"), figure.getByRole("slider", { name: "House 8" })].map(boxOf)); // prettier-ignore
  assert.ok(Math.abs(ring.x + ring.width / 2 - house.x - house.width / 2) < 2);
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
