// Figure 2 of the notes: a network on a table of houses.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "./browser.js";
import { asNumber, assertAccessible, assertWords, nextFrame, openFigure, tableOf } from "./figure.js";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

async function open(options) {
  const opened = await openFigure(browser, "network", options);
  const { figure } = opened;
  const click = (name) => figure.getByRole("button", { name, exact: true }).click();
  const says = () => figure.locator(".says").first().innerText();
  const field = (name) => figure.getByRole("textbox", { name, exact: true });
  return { ...opened, click, says, field };
}

test("play lowers J below what one neuron alone reaches, and the sentence says so", async () => {
  const { figure, click, says, page, errors, close } = await open({});
  assert.match(await says(), /not below that yet/);
  for (let k = 0; k < 15; k++) await click("100 steps");
  assert.match(await says(), /After 1,500 iterations J = 0\.00\d+, below the 0\.00\d+/);
  await click("Play");
  await page.waitForTimeout(600);
  await click("Pause");
  assert.ok(asNumber(/After ([\d,]+)/.exec(await says())[1].replace(",", "")) > 1500);
  assert.deepEqual(
    errors.filter((text) => !text.includes("404")),
    [],
  );
  assert.equal(await figure.locator(".net-card").count(), 4);
  await close();
});

test("the numbers of the drawing are those of a plain forward pass with the weights shown", async () => {
  const { figure, click, close } = await open({});
  await click("100 steps");
  const x = (await figure.locator(".net-x").allInnerTexts()).map((text) =>
    asNumber(text.replace("x = ", "")),
  );
  const cards = await figure
    .locator(".net-card")
    .evaluateAll((list) =>
      list.map((card) => [...card.querySelectorAll(".net-bars .num")].map((node) => node.textContent)),
    );
  const a = (await figure.locator(".net-neuron .num").allInnerTexts()).map(asNumber);
  assert.equal(cards.length, 4);
  // b of layer 1 is not shown: all neurons that fire must agree with the table's column of a
  const rows = await tableOf(figure);
  a.forEach((value, u) => assert.ok(Math.abs(rows[0][7 + u] - value) <= 0.011, `a ${u}`));
  cards.forEach((w, u) => {
    const z = w.map(asNumber).reduce((sum, v, k) => sum + v * x[k], 0);
    if (a[u] > 0) assert.ok(Math.abs(z - a[u]) < 1.5, `z of neuron ${u + 1} without its b: ${z}, a ${a[u]}`);
  });
  assert.ok(Math.abs(asNumber(await figure.locator(".net-output strong").innerText()) - rows[0][6]) <= 0.11);
  await close();
});

test("an edited house changes every number on its way, at once, and the weights stay", async () => {
  const { figure, field, click, close } = await open({});
  for (let k = 0; k < 5; k++) await click("100 steps");
  const weights = () => figure.locator(".net-bars .num").allInnerTexts();
  const price = async () => asNumber(await figure.locator(".net-output strong").innerText());
  const [w, before] = [await weights(), await price()];
  await field("size (m²)").fill("165");
  assert.deepEqual(await weights(), w);
  assert.ok((await price()) > before + 10, `${before} -> ${await price()}`);
  await field("house").fill("7");
  assert.match(await figure.locator(".says").first().innerText(), /House 7: the network says/);
  await field("size (m²)").fill("abc");
  await figure.getByText("Not a number that can be used here").waitFor();
  await close();
});

test("a neuron is taken out and put back, and J says what it was worth", async () => {
  const { figure, click, close } = await open({});
  for (let k = 0; k < 10; k++) await click("100 steps");
  const card = figure.locator(".net-card").nth(1);
  await card.getByRole("button", { name: /^Take it out/ }).click();
  const said = await figure.getByRole("status").innerText();
  const [, before, after] = /J ([\d.]+) → ([\d.]*\d)/.exec(said);
  assert.ok(Number(after) >= Number(before), said);
  await card.getByRole("button", { name: /^Put it back/ }).click();
  assert.match(await figure.getByRole("status").innerText(), new RegExp(`J ${after} → ${before}`));
  await close();
});

test("a CSV with a header replaces the houses; a bad one is said so and changes nothing", async () => {
  const { figure, says, click, close } = await open({ lang: "zh-CN" });
  const file = (text) => ({ name: "表.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const input = figure.locator("input[type=file]");
  await input.setInputFiles(file("面积,层,价\n80,1,x\n"));
  await figure.getByRole("alert").filter({ hasText: "第 2 行：“x”不是数" }).waitFor();
  assert.equal(await figure.locator(".net-input").count(), 4);
  const rows = Array.from({ length: 20 }, (_, i) => `${50 + 5 * i},${i % 4},${100 + 9 * i + 30 * (i % 4)}`);
  await input.setInputFiles(file(`面积,楼层,总价\n${rows.join("\n")}\n`));
  await figure.getByText("楼层").first().waitFor();
  assert.equal(await figure.locator(".net-input").count(), 2);
  for (let k = 0; k < 3; k++) await click("100 步");
  assert.match(await says(), /迭代 300 次/);
  await input.setInputFiles(file("a,b\n1e30,2\n3,4\n"));
  await figure.getByRole("alert").filter({ hasText: "一万亿" }).waitFor();
  await close();
});

test("α too large: one sentence, and the last good weights stay", async () => {
  const { figure, says, click, field, close } = await open({});
  await click("straight");
  await field("α").fill("1e200");
  await click("100 steps");
  assert.match(await says(), /left the range/);
  assert.match(await figure.locator(".net-output strong").innerText(), /\d/);
  await close();
});

test("all shapes, all words, axe, 320 px", async () => {
  const { figure, page, click, close } = await open({ width: 320 });
  for (const shape of ["none", "8", "3, 2"]) {
    await click(shape);
    await click("100 steps");
    await nextFrame(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, shape);
  }
  await assertWords(figure, "network");
  await assertAccessible(page, "network");
  await close();
});
