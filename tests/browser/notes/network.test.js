// The figure network: a network on a table of houses.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { asNumber, assertWords, groupsOf, tableOf } from "../shared/figure.js";
import { assertAlive } from "../shared/long-tasks.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon } from "../shared/wait.js";

const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "network", options);
  const { figure } = opened;
  const click = (name) => figure.getByRole("button", { name, exact: true }).click();
  const says = () => figure.locator(".says").first().innerText();
  const field = (name) => figure.getByRole("textbox", { name, exact: true });
  const iterations = async () => Number(groupsOf(await says(), /[Aa]fter ([\d,]+)/)[0].replace(",", ""));
  const hundred = async () => {
    const before = await iterations();
    await click("100 steps"); // in pieces, where the machine is busy
    await soon(async () => assert.equal(await iterations(), before + 100));
  };
  return { ...opened, click, says, field, iterations, hundred };
}

/** What the drawing and the cards show of the chosen house. */
async function shown(figure) {
  const numbers = async (selector) => (await figure.locator(selector).allTextContents()).map(asNumber);
  const weights = await figure
    .locator(".net-card")
    .evaluateAll((cards) =>
      cards.map((card) => [...card.querySelectorAll(".net-bars .num")].map((node) => node.textContent)),
    );
  const texts = (await figure.locator(".net-term > span").allTextContents()).map(asNumber);
  const signs = await figure
    .locator(".net-sum")
    .evaluate((node) =>
      [...node.childNodes].filter((n) => /^ [+−] $/.test(n.textContent)).map((n) => n.textContent),
    );
  return {
    x: await numbers(".net-x"),
    weights: weights.map((list) => list.map(asNumber)),
    a: await numbers(".net-a .num"),
    z: (await figure.locator(".net-z").allTextContents()).map((text) => asNumber(text.replace("z = ", ""))),
    terms: texts.map((v, k) => (k > 0 && signs[k - 1] === " − " ? -v : v)),
    price: asNumber(await figure.locator(".net-output strong").textContent()),
  };
}

test("play lowers J below what one neuron alone reaches, and the sentence says so", async (t) => {
  const { figure, click, says, iterations, hundred } = await open(t);
  assert.match(await says(), /After 0 iterations .* the network is not below that/);
  for (let k = 0; k < 15; k++) await hundred();
  const found =
    /After 1,500 iterations J = ([\d.]+): prices are off by ([\d.]+) × 10,000 yuan .* lower than J = ([\d.]+), off by ([\d.]+) × 10,000 yuan;/;
  const [J, off, single, singleOff] = groupsOf(await says(), found).map(Number);
  assert.ok(J < single && off < singleOff, `${J} ${off} ${single} ${singleOff}`);
  await click("Play");
  await soon(async () => assert.ok((await iterations()) > 1500));
  await click("Pause");
  assert.equal(await figure.locator(".net-card").count(), 4);
});

test("the numbers of the drawing are those of a plain forward pass with the weights shown", async (t) => {
  const { figure, click, hundred } = await open(t);
  for (let k = 0; k < 5; k++) await hundred();
  const HALF = 0.005; // of the last digit of a weight, x, z or a
  const PRICE = 0.0501; // the same of a price
  /** For each neuron, the weights into the output that the houses so far allow: [least, most]. */
  const allowed = Array.from({ length: 4 }, () => [-Infinity, Infinity]);
  for (let i = 0; i < 8; i++) {
    const { x, weights, a, z, terms, price } = await shown(figure);
    assert.equal(weights.length, 4);
    weights.forEach((w, u) => {
      const sum = x.reduce((sum, v, k) => sum + w[k] * v, w[4]);
      const slack = x.reduce(
        (most, v, k) => most + HALF * (Math.abs(v) + Math.abs(w[k]) + HALF),
        2.01 * HALF,
      );
      assert.ok(Math.abs(sum - z[u]) <= slack, `house ${i + 1}, z of neuron ${u + 1}: ${sum} ${z[u]}`);
      assert.equal(a[u], Math.max(0, z[u]));
      if (a[u] < 0.1) return;
      const ends = [terms[u + 1] - PRICE, terms[u + 1] + PRICE].flatMap((v) => [
        v / (a[u] - HALF),
        v / (a[u] + HALF),
      ]);
      allowed[u] = [Math.max(allowed[u][0], Math.min(...ends)), Math.min(allowed[u][1], Math.max(...ends))];
    });
    const sum = terms.reduce((p, q) => p + q, 0);
    assert.ok(Math.abs(Math.max(0, sum) - price) <= 6 * PRICE, `house ${i + 1}: ${sum} ${price}`);
    await click("Next house");
  }
  for (const [least, most] of allowed)
    assert.ok(least <= most, `one weight for all houses: ${least} ${most}`);
  assert.ok(allowed.some(([least, most]) => most - least < 0.2 * Math.abs(most)));
});

test("an edited house changes every number on its way, at once, the weights stay, and it can come back", async (t) => {
  const { figure, field, click, says, hundred } = await open(t);
  for (let k = 0; k < 5; k++) await hundred();
  const before = await shown(figure);
  await field("size (m²)").fill("165");
  const after = await shown(figure);
  assert.deepEqual(after.weights, before.weights);
  assert.ok(after.x[0] > before.x[0] + 0.5 && after.price > before.price + 10);
  after.z.forEach((z, u) => {
    const change = before.weights[u][0] * (after.x[0] - before.x[0]);
    assert.ok(Math.abs(z - before.z[u] - change) < 0.05, `z of neuron ${u + 1}`);
  });
  await figure.getByRole("slider", { name: "bedrooms" }).press("ArrowRight");
  assert.notDeepEqual((await shown(figure)).x[1], before.x[1]);
  await click("As it was");
  assert.deepEqual(await shown(figure), before);
  await field("house").fill("7");
  assert.match(await says(), /House 7: the network says/);
  await field("size (m²)").fill("1e9");
  const over = await figure
    .locator(".net-node")
    .evaluateAll((nodes) =>
      nodes.filter((node) => node.scrollWidth > node.clientWidth).map((n) => n.textContent),
    );
  assert.deepEqual(over, [], "numbers wider than their boxes");
  await field("size (m²)").fill("abc");
  await figure.getByText("Not a number that can be used here").waitFor();
});

test("a click on a neuron takes it out, another puts it back, and J says what it was worth", async (t) => {
  const { figure, hundred } = await open(t);
  for (let k = 0; k < 10; k++) await hundred();
  const neuron = figure.locator(".net-neuron").nth(1);
  const effect = () => figure.locator(".net-effect").innerText();
  const J = /J ([\d.]+) → ([\d.]*\d)/;
  await neuron.click();
  const [before, after] = groupsOf(await effect(), J);
  assert.ok(Number(after) > Number(before), await effect());
  assert.match(await neuron.innerText(), /Put it back/);
  const { terms } = await shown(figure);
  assert.equal(terms[2], 0);
  const card = figure.locator(".net-card").nth(1);
  await card.getByRole("button", { name: /^Put it back/ }).click();
  assert.deepEqual(groupsOf(await effect(), J), [after, before]);
});

test("a house is chosen from the table, and from those that excite a neuron", async (t) => {
  const { figure, says, hundred } = await open(t);
  for (let k = 0; k < 3; k++) await hundred();
  const link = figure.locator(".net-top button").first();
  const i = await link.innerText();
  await link.click();
  assert.match(await says(), new RegExp(`House ${i}: `));
  const rows = await tableOf(figure);
  assert.equal(rows.length, 60);
  const { price, a } = await shown(figure);
  assert.deepEqual(rows[Number(i) - 1].slice(6), [price, ...a]);
  await figure.locator("tbody").getByRole("button", { name: "house 5", exact: true }).click();
  assert.match(await says(), /House 5: /);
  assert.equal(await figure.getByRole("slider", { name: "size (m²)" }).inputValue(), String(rows[4][1]));
  await soon(async () => assert.match(await figure.locator("tr[aria-current]").innerText(), /^5\s/));
});

test("a CSV with a header replaces the houses; a bad one is said so and changes nothing", async (t) => {
  const { figure, says, click } = await open(t, { lang: "zh-CN" });
  const file = (text) => ({ name: "表.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const input = figure.locator("input[type=file]");
  await input.setInputFiles(file("面积,层,价\n80,1,x\n"));
  await figure.getByRole("alert").filter({ hasText: "第 2 行：“x”不是数" }).waitFor();
  assert.equal(await figure.locator(".net-input").count(), 4);
  const rows = Array.from({ length: 20 }, (_, i) => `${50 + 5 * i},${i % 4},7,${100 + 9 * i + 30 * (i % 4)}`);
  await input.setInputFiles(file(`面积,楼层,城市,总价\n${rows.join("\n")}\n`));
  await figure.getByText("楼层").first().waitFor();
  assert.equal(await figure.locator(".net-input").count(), 3);
  for (let k = 0; k < 3; k++) await click("100 步");
  const learned = /迭代 300 次.*均方根误差为 [\d.]+（单位同 总价）.*学不到东西：城市。/;
  await soon(async () => assert.match(await says(), learned));
  await input.setInputFiles(file("a,b\n1e30,2\n3,4\n"));
  await figure.getByRole("alert").filter({ hasText: "一万亿" }).waitFor();
  await input.setInputFiles(file("a,b\n1,2\n"));
  await figure.getByRole("alert").filter({ hasText: "至少需要两行" }).waitFor();
  assert.match(await says(), /迭代 300 次/);
});

test("100 000 rows: a sample is looked into, the best of one neuron comes later, the page stays alive", async (t) => {
  const { figure, page, says, click } = await open(t);
  const row = (i) => `${30 + (i % 140)},${1 + (i % 5)},${1 + (i % 12)},${100 + 2 * (i % 140) + 9 * (i % 5)}`;
  const text = ["size,rooms,km,price", ...Array.from({ length: 100000 }, (_, i) => row(i))].join("\n");
  await assertAlive(page, async () => {
    const file = { name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await figure.locator("input[type=file]").setInputFiles(file);
    await figure.getByText("rooms").first().waitFor({ timeout: 30000 });
    await soon(async () => assert.match(await says(), /One neuron alone reaches/), { ms: 60000 });
  });
  await figure
    .getByText(/Fires for [\d,]+ of 100,000 houses; of 1,000 of them looked at/)
    .first()
    .waitFor();
  await click("100 steps");
  await soon(async () => assert.match(await says(), /After 100 iterations/), { ms: 60000 });
});

test("α too large: one sentence, and back to the least J", async (t) => {
  const { figure, says, click, field, hundred } = await open(t);
  await click("linear");
  await hundred();
  const { price } = await shown(figure);
  await field("α").fill("1e200");
  await click("100 steps");
  await soon(async () =>
    assert.match(await says(), /left the range .* The network is back at iteration 100/),
  );
  assert.equal((await shown(figure)).price, price);
  await field("α").fill("0.1");
  await click("100 steps");
  await soon(async () => assert.match(await says(), /After 200 iterations/));
});

test("neurons that begin alike or at zero: the sentence says what became of them, as the cards show it", async (t) => {
  const { figure } = await openFigure(t, "network", { still: true });
  const press = (name) => figure.getByRole("button", { name, exact: true }).click();
  const cards = () => figure.locator(".net-card .net-bars").allInnerTexts();
  assert.ok(new Set(await cards()).size > 1, "a random start");
  await press("all alike");
  await press("100 steps");
  await figure.locator(".says", { hasText: "after 100 iterations the largest difference between their weights is 0." }).waitFor(); // prettier-ignore
  const alike = await cards();
  assert.equal(alike.length, 4);
  assert.equal(new Set(alike).size, 1);
  assert.doesNotMatch(alike[0], /^[^1-9]*$/, "they are not zero");
  await press("all zero");
  await press("100 steps");
  await figure.locator(".says", { hasText: "after 100 iterations the largest of them is 0." }).waitFor();
  assert.match((await cards())[0], /^[^1-9]*$/);
  await press("random");
  assert.doesNotMatch(await figure.locator(".says").innerText(), /began/);
});

test("the rule is not shown before it is asked for", async (t) => {
  const { figure } = await open(t);
  const rule = figure.getByText("size / 28");
  assert.equal(await rule.isVisible(), false);
  await figure.getByText("Reveal the hidden rule").click();
  assert.equal(await rule.isVisible(), true);
});

test("all shapes, all words, axe, 320 px", async (t) => {
  const { figure, page, click, hundred } = await open(t, { width: 320 });
  for (const shape of ["none", "8", "3, 2"]) {
    await click(shape);
    await hundred();
    await nextFrame(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, shape);
  }
  await figure.locator(".net-neuron").first().click();
  await figure.getByText("All houses as a table").click();
  await assertWords(figure, "network");
  await assertAccessible(page, { within: "#network" });
});
