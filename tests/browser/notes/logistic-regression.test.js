// The figure logistic regression: the neuron, the line, the misprint, b as theta_0.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { asNumber, liveOf, tableOf, textOf } from "../shared/figure.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";

const { openFigure } = browserTests();
/** @param {import("node:test").TestContext} t @param {object} [options] */
const open = (t, options = {}) => openFigure(t, "logistic-regression", options);

const sigma = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
const near = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ by) =>
  assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`);

test("z and σ(z) follow w, b and x, typed, by arrow keys and by dragging", async (t) => {
  const { page, part } = await open(t);
  const neuron = part("neuron");
  const field = (/** @type {string} */ name) => neuron.getByRole("textbox", { name, exact: true });
  for (const [name, value] of Object.entries({ w: "1.25", b: "-0.5", x: "2.4" }))
    await field(name).fill(value);
  near(await liveOf(neuron, "z"), 2.5, 1e-9);
  near(await liveOf(neuron, "a"), sigma(2.5), 5e-5);

  await neuron.getByRole("slider", { name: "b: where the line crosses x = 0" }).focus();
  await page.keyboard.press("ArrowUp");
  const b = Number(await field("b").inputValue());
  assert.ok(b > -0.5);
  near(await liveOf(neuron, "z"), 1.25 * 2.4 + b, 0.001);

  const handle = neuron.getByRole("slider", { name: "The point z" });
  const box = await boxOf(handle);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, box.y, { steps: 4 });
  await page.mouse.up();
  const x = Number(await field("x").inputValue());
  assert.ok(x < 2.4 && x > -3);
  near(await liveOf(neuron, "z"), 1.25 * x + b, 0.001);
  near(await liveOf(neuron, "a"), sigma(1.25 * x + b), 5e-5);
});

test("a number that cannot be used is said so and changes nothing", async (t) => {
  const { part } = await open(t, { lang: "zh-CN" });
  const neuron = part("neuron");
  const before = await liveOf(neuron, "z");
  await neuron.getByRole("textbox", { name: "w", exact: true }).fill("seven");
  await neuron.getByText("请输入 -2 到 2 之间的数。").waitFor();
  assert.equal(await liveOf(neuron, "z"), before);
});

test("the line is that of least squares, leaves 0..1, and two far points turn it", async (t) => {
  const { page, part } = await open(t);
  const line = part("line");
  const check = async () => {
    const rows = await tableOf(line);
    const mean = (/** @type {(row: number[]) => number} */ f) =>
      rows.reduce((sum, row) => sum + f(row), 0) / rows.length;
    const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)];
    const w = mean(([x, y]) => (x - mx) * (y - my)) / mean(([x]) => (x - mx) ** 2);
    for (const [x, , a] of rows) near(a, my + w * (x - mx), 0.001);
    return { rows, at: (/** @type {number} */ x) => my + w * (x - mx) };
  };
  const first = await check();
  assert.equal(first.rows.length, 8);
  assert.match(await textOf(line), /7 of 8 points.*At x = 14 it says 2\.\d\d/);

  await line.getByRole("button", { name: "Two clear cases, far out" }).click();
  const second = await check();
  const right = second.rows.filter(([, y, a]) => a >= 0.5 === (y === 1)).length;
  const text = await textOf(line.locator(".logistic-verdicts"));
  assert.equal(right, 8);
  assert.ok(text.includes("8 of 10 points"), text);
  assert.ok(text.includes("9 of 10 points"), text);
  assert.ok(text.includes(`At x = 14 it says ${second.at(14).toFixed(2)}`), text);
  for (const [x, y, , a] of second.rows) assert.ok(a >= 0 && a <= 1 && (a >= 0.5 === (y === 1) || x === 5));
  assert.ok(!text.includes("gap between the classes"), text);

  // A point changes class by an arrow key, one is deleted, one is added by a click.
  await line.getByRole("slider", { name: "Point 1 of 10" }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual((await check()).rows[0].slice(0, 2), [0.9, 1]);
  await page.keyboard.press("Delete");
  assert.equal((await check()).rows.length, 9);
  const plot = line.locator(".plot.tappable");
  const box = await boxOf(plot);
  await plot.click({ position: { x: box.width * 0.7, y: box.height * 0.8 } });
  const { rows } = await check();
  assert.equal(rows.length, 10);
  assert.equal(rows[9][1], 0);
  await line.getByRole("button", { name: "The first points again" }).click();
  assert.equal((await check()).rows.length, 8);
});

test("of points with a gap between the classes it is said that σ has no best w", async (t) => {
  const { page, part } = await open(t);
  const line = part("line");
  await line.getByRole("slider", { name: "Point 4 of 8" }).focus(); // the no among the yeses
  await page.keyboard.press("Delete");
  await line.getByText("its w is only how far 2000 iterations came").waitFor();
});

test("without points the line's part and θ's say so and nothing breaks", async (t) => {
  const { page, part } = await open(t);
  const line = part("line");
  await line.getByRole("slider", { name: "Point 1 of 8" }).focus();
  for (let k = 0; k < 8; k++) await page.keyboard.press("Delete");
  await part("theta").getByText("There is no point to learn from.").waitFor();
  await line.getByRole("button", { name: "Add a point" }).click();
  assert.equal((await tableOf(line)).length, 1);
});

test("the sigmoid and its misprint, as numbers", async (t) => {
  const { page, part } = await open(t);
  const erratum = part("erratum");
  for (const [z, right, wrong] of await tableOf(erratum)) {
    near(right, sigma(z), 5e-6);
    near(wrong, 1 / (z + Math.exp(-z)), 5e-6);
  }
  await erratum.getByRole("slider", { name: "The point z" }).focus();
  await page.keyboard.press("ArrowRight");
  const values = await erratum.locator(".live-a").allTextContents();
  const z = await liveOf(erratum, "z");
  near(z, 2.16, 1e-9);
  near(asNumber(values[0]), sigma(z), 5e-5);
  near(asNumber(values[1]), 1 / (z + Math.exp(-z)), 5e-5);
});

test("b apart and b as θ₀ are trained to what a plain loop gives", async (t) => {
  const { part } = await open(t);
  const theta = part("theta");
  await theta.getByRole("textbox", { name: "iterations" }).fill("100");
  const rows = (await tableOf(part("line"))).map(([x, y]) => ({ x, y }));
  let [w, b, cost] = [0, 0, 0];
  for (let t = 0; t <= 100; t++) {
    const dz = rows.map(({ x, y }) => sigma(w * x + b) - y);
    cost =
      rows.reduce((sum, { x, y }) => sum - Math.log(y ? sigma(w * x + b) : 1 - sigma(w * x + b)), 0) /
      rows.length;
    if (t === 100) break;
    const dw = dz.reduce((sum, d, i) => sum + d * rows[i].x, 0) / rows.length;
    const db = dz.reduce((sum, d) => sum + d, 0) / rows.length;
    [w, b] = [w - 0.05 * dw, b - 0.05 * db];
  }
  for (const way of ["apart", "merged"]) {
    const numbers = (await theta.locator(`[data-way="${way}"] output`).allTextContents()).map(asNumber);
    [w, b, cost].forEach((expected, k) => near(numbers[k], expected, 1e-12));
  }
  assert.match(await textOf(theta), /agree to the last digit/);
});

test("axe finds nothing in either language and theme, and nothing is wider than a phone", async (t) => {
  const { page, figure } = await open(t, { width: 320, height: 700, still: true });
  await assertAccessible(page, { within: "#logistic-regression" });
  const wide = await figure.evaluate((node) => node.scrollWidth);
  assert.ok(wide <= 320, `${wide}`);
});
