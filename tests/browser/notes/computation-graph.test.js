// The figure computation graph: forward, backward and the update, against derivatives written out here.
import assert from "node:assert/strict";
import test from "node:test";
import { textOf, textsOf } from "../shared/figure.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";

const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "computation-graph", { still: true, ...options });
  const { figure } = opened;
  const button = (name) => figure.getByRole("button", { name, exact: true });
  const step = async (count) => {
    for (let k = 0; k < count; k++) await button(/** @type {any} */ (options.lang) ? "单步" : "Step").click();
  };
  const field = (name) => figure.getByRole("textbox", { name, exact: true });
  const value = (node) => figure.locator(`.node-${node} .value`).textContent();
  const derivative = (node) => figure.locator(`.node-${node} .derivative`).textContent();
  const says = () => textOf(figure.locator(".graph-says"));
  return { ...opened, button, step, field, value, derivative, says };
}

/** As the page writes numbers. */
const short = (x) => String(Number(x.toFixed(4))).replace("-", "−");
/** The last number of a formula in the list, as text. */
const result = (figure, line) =>
  figure
    .locator(`.graph-lines:not(.graph-now *) .graph-line`)
    .nth(line)
    .locator(".live")
    .last()
    .textContent();

/** Logistic regression of one example in plain JavaScript. */
function logistic({ x1, x2, w1, w2, b, y }) {
  const z = w1 * x1 + w2 * x2 + b;
  const a = 1 / (1 + Math.exp(-z));
  const loss = -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
  const da = -y / a + (1 - y) / (1 - a);
  const dz = da * a * (1 - a);
  return { z, a, loss, da, dz, dw1: dz * x1, dw2: dz * x2, db: dz };
}

test("J = 3(a + bc): values forward, derivatives backward, one click at a time", async (t) => {
  const { figure, step, field, value, derivative, button } = await open(t);
  await field("a").fill("-4");
  await field("b").fill("2,5"); // a decimal comma
  await field("c").fill("7");
  assert.equal(await value("u"), "·");
  await step(1);
  assert.equal(await value("u"), "17.5");
  assert.equal(await value("v"), "·");
  await step(2);
  assert.deepEqual([await value("v"), await value("J")], ["13.5", "40.5"]);
  assert.equal(await derivative("v"), "");
  await step(1);
  assert.equal(await derivative("v"), "dv = 3");
  await step(4);
  const found = await Promise.all(["a", "u", "b", "c"].map(derivative));
  assert.deepEqual(found, ["da = 3", "du = 3", "db = 21", "dc = 7.5"]);
  await button("Back").click();
  assert.equal(await derivative("c"), "");
  assert.equal(await derivative("b"), "db = 21");
  await button("Reset").click();
  assert.equal(await field("a").inputValue(), "5");
  assert.equal(await value("u"), "·");
  assert.equal(await figure.locator(".graph-line.done").count(), 1); // the line above the graph
});

test("logistic regression: every number, the chain rule and the update", async (t) => {
  const { figure, step, field, value, derivative, button, says } = await open(t);
  await button("logistic regression").click();
  const inputs = { x1: 2, x2: -1.5, w1: -0.7, w2: 0.25, b: 0.9, y: 0 };
  const letters = { x1: "x₁", x2: "x₂", w1: "w₁", w2: "w₂", b: "b", y: "y" };
  for (const [name, x] of Object.entries(inputs)) await field(letters[name]).fill(String(x));
  const alpha = 1.5;
  await field("α").fill(String(alpha));
  const is = logistic(inputs);
  await step(3);
  assert.deepEqual([await value("z"), await value("a"), await value("L")], [is.z, is.a, is.loss].map(short));
  await step(5);
  assert.equal(await derivative("a"), `da = ${short(is.da)}`);
  assert.equal(await derivative("z"), `dz = ${short(is.dz)}`);
  assert.equal(await derivative("w1"), `dw₁ = ${short(is.dw1)}`);
  assert.equal(await derivative("w2"), `dw₂ = ${short(is.dw2)}`);
  assert.equal(await derivative("b"), `db = ${short(is.db)}`);
  assert.ok(Math.abs(is.dz - (is.a - inputs.y)) < 1e-12);
  assert.equal(await result(figure, 4), short(is.dz));
  await step(1);
  const next = { ...inputs };
  for (const name of ["w1", "w2", "b"]) next[name] -= alpha * is[`d${name}`];
  assert.equal(await result(figure, 8), short(next.w1));
  assert.equal(await result(figure, 9), short(next.w2));
  assert.equal(await result(figure, 10), short(next.b));
  assert.equal(await result(figure, 11), short(logistic(next).loss));
  assert.ok((await says()).includes(short(logistic(next).loss)));
  await step(1);
  assert.match(await says(), /Iteration 2/);
  assert.ok(Math.abs(Number(await field("w₁").inputValue()) - next.w1) < 6e-4);
  await step(3);
  assert.equal(await value("L"), short(logistic(next).loss));
  for (let k = 0; k < 4; k++) await button("Back").click();
  assert.equal(await field("w₁").inputValue(), "-0.7");
});

test("nudging agrees with every derivative, and the table says by how much", async (t) => {
  const { figure, button } = await open(t);
  await button("logistic regression").click();
  await button("Check each derivative by nudging").click();
  assert.match(await textOf(figure.locator(".graph-verdict")), /8 values nudged.*×10⁻/);
  const rows = await textsOf(figure);
  assert.equal(rows.length, 9);
  const is = logistic({ x1: 1.5, x2: -0.5, w1: 0.4, w2: 0.8, b: -0.3, y: 1 });
  const of = Object.fromEntries(rows.map((row) => [row[0], row]));
  for (const [name, d] of Object.entries({ "w₁": is.dw1, "w₂": is.dw2, b: is.db, z: is.dz, a: is.da })) {
    assert.equal(of[name][2], short(d), name);
    assert.equal(of[name][3], short(d), name);
    assert.match(of[name][4], /^0|×10⁻([⁸⁹]|¹.)$/);
  }
});

test("bad numbers change nothing; a rounded a says what happens to da", async (t) => {
  const { figure, step, field, button, value, derivative, says } = await open(t, { lang: "zh-CN" });
  await button("logistic 回归").click();
  await step(3);
  const before = await value("L");
  for (const [name, bad] of [
    ["w₁", "很多"],
    ["w₁", "1e9"],
    ["y", "0.5"],
    ["b", ""],
  ]) {
    await field(name).fill(bad);
    assert.equal(await figure.locator(".graph .complaint:not([hidden])").count(), 1);
    assert.equal(await value("L"), before);
    await field(name).blur();
  }
  await field("w₁").fill("100");
  await field("y").fill("0");
  await step(1);
  assert.match(await says(), /舍入/);
  await step(1);
  assert.equal(await derivative("z"), "dz = 1");
  await button("用微小增量检验每个导数").click();
  assert.match(await textOf(figure.locator(".graph-verdict")), /7 个值.*da 无法检验/);
});

test("the keyboard goes through it, and Play stops at the end", async (t) => {
  const { figure, page, button, derivative } = await open(t);
  await button("Step").focus();
  for (let k = 0; k < 7; k++) await page.keyboard.press("Enter");
  assert.equal(await derivative("b"), "db = 6");
  await button("Play").click();
  await figure.getByText("dc = 9", { exact: true }).waitFor();
  await button("Play").waitFor();
});

test("on a phone the graph runs from top to bottom", async (t) => {
  const { figure } = await open(t, { width: 320, height: 720 });
  const box = (/** @type {string} */ name) => boxOf(figure.locator(`.node-${name}`));
  const [b, u, v, J] = await Promise.all(["b", "u", "v", "J"].map(box));
  assert.ok(b.y < u.y && u.y < v.y && v.y < J.y);
  assert.ok(J.x >= 0 && b.x + b.width <= 320);
});

for (const [width, text] of /** @type {const} */ ([
  [390, ""],
  [1024, ""],
  [1440, "&text=large"],
]))
  // prettier-ignore
  test(`after updates every number is whole in its field, ${width} px${text && ", large"}`, async (t) => {
    const { page, figure } = await openFigure(t, "computation-graph", { width, still: true });
    await page.goto(`/notes.html?lang=en${text}#computation-graph`);
    await page.locator("#computation-graph[data-ready]").waitFor({ state: "attached" });
    await figure.getByRole("button", { name: "logistic regression" }).click();
    for (let k = 0; k < 24; k++) await figure.getByRole("button", { name: "Step", exact: true }).click();
    const cut = await figure
      .locator(".graph input")
      .evaluateAll((list) =>
        list.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => /** @type {HTMLInputElement} */ (one).value),
      );
    assert.deepEqual(cut, []);
  });
