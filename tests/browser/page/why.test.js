// @ts-nocheck -- many functions here run in the page
// Why this answer: what stands there adds up to the last digit, is what plain loops make of the weights, follows the selected
// picture and the training, and is read by keys and by screen readers.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { finish, fullSpeed, pause, press, unfoldSettings } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const why = (page) => page.getByRole("region", { name: "Why this answer?" });
const number = (text) => Number(text.replaceAll("\u2212", "-").replaceAll("+", ""));
/** As a whole number of the last digit shown. */
const digits = (text) => Math.round(number(text) * 1e4);
const cell = (page, name) => why(page).locator(`.why-${name} td`).innerText();

/** The iteration that it is of. */
const at = async (page) => {
  const says = await why(page).locator("h3 + p").innerText();
  return Number(/at iteration ([\d,]+)/.exec(says)[1].replace(",", ""));
};

/** Opens it, at rest. */
async function open(page) {
  await fullSpeed(page);
  await finish(page);
  await press(page, "Why?");
  await settled(page);
}

/** Waits until it is of the picture and the iteration that the page shows. */
const settled = (page) =>
  soon(async () => {
    assert.equal(await why(page).getAttribute("aria-busy"), "false");
    const { iteration } = await page.evaluate(() => window.heard.train);
    assert.equal(await at(page), iteration);
    assert.equal(await cell(page, "z"), await page.locator("#eq-z").innerText());
  });

/** In the page: what plain loops make of the weights and the picture that the page shows. */
const plain = () => {
  const { data } = document.querySelector("#subject").getContext("2d").getImageData(0, 0, 64, 64);
  const { w, b } = window.heard.weights;
  const blocks = Array(64).fill(0);
  let [plus, minus] = [0, 0];
  for (let i = 0; i < 4096; i++) {
    const v = [0, 1, 2].reduce((sum, c) => sum + (w[3 * i + c] * data[4 * i + c]) / 255, 0);
    if (v > 0) plus += v;
    else minus += v;
    blocks[(i >> 9) * 8 + ((i & 63) >> 3)] += v;
  }
  return { plus, minus, b, blocks };
};

test("the ledger is that of the weights and adds up to the last digit, raw and against the average", async (t) => {
  const { page } = await visit(t, { goes: true });
  await open(page);
  const { plus, minus, b, blocks } = await page.evaluate(plain);
  const shown = {};
  for (const name of ["plus", "minus", "b", "z", "a"]) shown[name] = await cell(page, name);
  assert.ok(Math.abs(number(shown.plus) - plus) < 2e-4 && Math.abs(number(shown.minus) - minus) < 2e-4);
  assert.ok(Math.abs(number(shown.b) - b) < 1e-4);
  assert.equal(digits(shown.plus) + digits(shown.minus) + digits(shown.b), digits(shown.z));
  assert.equal(shown.a, await page.locator("#eq-a").innerText());

  await why(page).getByText("The same as a table").click();
  const rows = why(page).locator(".why-table tbody tr");
  for (const r of [0, 3, 7]) {
    const cells = (await rows.nth(r).locator("td").allInnerTexts()).map(number);
    cells.forEach((v, c) => assert.ok(Math.abs(v - blocks[8 * r + c]) < 2e-3, `block ${r} ${c}: ${v}`));
  }
  const most = blocks.indexOf(Math.max(...blocks));
  const words = await why(page).locator(".why-strongest").innerText();
  assert.match(
    words,
    new RegExp(`^Most for “cat”: .*row ${Math.floor(most / 8) + 1}, column ${(most % 8) + 1} `),
  );

  await why(page).getByRole("radio", { name: "Against the average" }).check();
  const names = ["plus", "minus", "base", "b", "z"];
  const other = await Promise.all(names.map((name) => cell(page, name)));
  const [z, ...parts] = other.map(digits).reverse();
  assert.equal(parts.reduce((sum, v) => sum + v, 0), z); // prettier-ignore
  assert.equal(other[4], shown.z);
  assert.notEqual(other[0], shown.plus);
});

test("keys read block after block, and a screen reader hears it", async (t) => {
  const { page } = await visit(t, { goes: true });
  await open(page);
  const { blocks } = await page.evaluate(plain);
  const map = why(page).getByRole("application");
  await map.focus();
  const reads = why(page).locator(".why-reads");
  await soon(async () => assert.match(await reads.innerText(), /^block row 5, column 5: /));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  const text = await reads.innerText();
  assert.match(text, /^block row 4, column 4: .* to z$/);
  assert.ok(Math.abs(number(/: (\S+) to z/.exec(text)[1]) - blocks[3 * 8 + 3]) < 2e-3);
  await soon(async () => assert.equal(await page.locator("#status").textContent(), text));
  await page.keyboard.press("Shift+ArrowLeft");
  assert.match(await reads.innerText(), /^block row 4, column 1: /);
  await why(page).getByRole("radio", { name: "Pixels" }).check();
  await map.focus();
  assert.match(await reads.innerText(), /^row 33, column 33: /);
});

test("training pictures pull, their shares close, and one that is pressed is explained next", async (t) => {
  const { page } = await visit(t, { goes: true });
  await open(page);
  const shares = (await why(page).locator(".why-pull span").allInnerTexts()).map(digits);
  assert.ok(
    shares.length === 12 && shares.slice(0, 6).every((v) => v > 0) && shares.slice(6).every((v) => v < 0),
  );
  const sentence = await why(page).locator(".why-sum").innerText();
  const [named, rest, b, z] = /^These 12 together (\S+), the other 188 (\S+), b (\S+): z = (\S+)$/.exec(sentence).slice(1).map(digits); // prettier-ignore
  assert.equal(shares.reduce((sum, v) => sum + v, 0), named); // prettier-ignore
  assert.equal(named + rest + b, z);
  assert.equal(z, digits(await cell(page, "z")));
  const before = await cell(page, "z");
  await why(page).locator(".why-pull").nth(6).click();
  await until(page, () => window.heard.train.selected.y === 0);
  await settled(page);
  assert.notEqual(await cell(page, "z"), before);
});

test("while training runs, it follows; of a network along the neurons that fire; without gram it says why not", async (t) => {
  const { page } = await visit(t, { goes: true });
  await until(page, () => window.heard.train.iteration > 5);
  await press(page, "Why?");
  await soon(async () => assert.ok((await at(page)) > 5));
  const before = await at(page);
  await soon(async () => assert.ok((await at(page)) > before + 10));
  await page.getByRole("combobox", { name: /hidden/i }).selectOption({ label: "4" });
  await page.locator("#network-figure").waitFor(); // which pushes it down: what is off the screen waits
  await why(page).scrollIntoViewIfNeeded();
  await soon(async () =>
    assert.match(await why(page).locator("h3 + p").innerText(), /\d of 4 hidden neurons fire/),
  );
  await pause(page);
  await settled(page);
  const parts = await Promise.all(["plus", "minus", "b"].map((name) => cell(page, name)));
  assert.equal(parts.map(digits).reduce((sum, v) => sum + v, 0), digits(await cell(page, "z"))); // prettier-ignore
  await press(page, "More settings");
  await page.getByRole("combobox", { name: /engine/i }).selectOption("vectorized");
  await soon(async () =>
    assert.ok(await why(page).getByText("The engine in use trains w itself").isVisible()),
  );
});

test("variants: as it is, it is the answer; the test set in each of them, as it is the page's accuracy", async (t) => {
  const { page } = await visit(t, { goes: true });
  await open(page);
  await why(page).getByRole("button", { name: "Try it" }).click();
  const tiles = why(page).locator(".why-variants li");
  await tiles.nth(11).waitFor();
  const first = number(await tiles.first().locator("strong").innerText());
  assert.ok(Math.abs(first - number(await page.locator("#eq-a").innerText())) <= 0.0051);
  await fullSpeed(page);
  await why(page).getByRole("button", { name: "The same with all test pictures" }).click();
  await soon(async () =>
    assert.match(
      await why(page).locator(".why-background [role=status]").innerText(),
      /^Accuracy on the 50 test pictures/,
    ),
  );
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator(".why-background [role=status]", { hasText: /^50 张测试图片/ }).waitFor();
  await page.getByRole("button", { name: "EN", exact: true }).click();
  const { testAccuracy } = await page.evaluate(() => window.heard.evaluation);
  const shares = await why(page).locator(".why-variants .muted").allInnerTexts();
  assert.equal(shares.length, 12);
  assert.equal(shares[0], `test ${(100 * testAccuracy).toFixed(1)}%`);
  const left = () =>
    tiles
      .nth(6)
      .locator("canvas")
      .evaluate((canvas) => canvas.toDataURL());
  const before = await left();
  await why(page).getByRole("slider").press("Home");
  await soon(async () => assert.notEqual(await left(), before));
  assert.deepEqual(new Set(await why(page).locator(".why-variants .muted").allInnerTexts()), new Set([""]));
});

test("the test set in variants is stopped at once, and begun again", async (t) => {
  const { page } = await visit(t, { goes: true });
  await open(page);
  await fullSpeed(page);
  await why(page).getByRole("button", { name: "Try it" }).click();
  await why(page).locator(".why-variants li").nth(11).waitFor();
  const start = why(page).getByRole("button", { name: "The same with all test pictures" });
  // At once after the other, before anything could be over.
  await start.evaluate((button) => {
    button.focus();
    button.click();
    /** @type {HTMLElement} */ (button.nextElementSibling).click();
  });
  const status = why(page).locator(".why-background [role=status]");
  await soon(async () => assert.match(await status.innerText(), /^Stopped/));
  assert.ok(await start.evaluate((button) => button === document.activeElement));
  assert.deepEqual(new Set(await why(page).locator(".why-variants .muted").allInnerTexts()), new Set([""]));
  await page.keyboard.press("Enter");
  await soon(async () => assert.match(await status.innerText(), /^Accuracy on the 50 test pictures/));
});

test("axe finds nothing, and on a phone it fits", async (t) => {
  const { page } = await visit(t, { width: 390, still: true, goes: true });
  await until(page, () => window.heard.train.iteration > 20);
  await unfoldSettings(page);
  await pause(page);
  await press(page, "Why?");
  await why(page).getByRole("button", { name: "Try it" }).click();
  await why(page).locator(".why-variants li").nth(11).waitFor();
  await why(page).getByText("The same as a table").click();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await assertAccessible(page, { where: "why" });
});
