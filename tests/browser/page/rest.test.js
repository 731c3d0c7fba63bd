// A picture rests: left out and kept, told by a word, taken in again, undone, found after a reload.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { overflowing } from "../shared/layout.js";
import { card, choose, counts, last, press, says, stored } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page */

/** Six pictures a class; the first of class 1 chosen. @param {Page} page */
async function prepare(page) {
  await choose(page, 1, pictures(6, 1));
  await choose(page, 0, pictures(6, 0));
  await counts(page, 6, 6);
  const { id, y } = await last(page, "data");
  await card(page, 1).locator(".thumbs button").first().click();
  return id.find((_, i) => y[i] === 1);
}

/** Waits until so many rest. @param {Page} page @param {number} n */
const rests = (page, n) => until(page, (n) => window.heard.data?.resting.length === n, n);

test("left out by a click, told by a word, taken in again; undone by the keyboard; found after a reload", async (t) => {
  const { page } = await visit(t);
  const id = await prepare(page);
  const row = card(page, 1).locator(".resting");
  await press(page, says("card.rest"));
  await counts(page, 6, 5);
  await rests(page, 1);
  assert.deepEqual((await last(page, "data")).resting, [id]);
  await row.getByText(says("resting.says.one", { n: "1" })).waitFor();
  assert.equal(await row.locator("li").innerText(), says("resting.word"), "not by its look alone");
  await page.getByRole("button", { name: "Undo: 1 picture left out" }).waitFor();
  assert.deepEqual(await overflowing(page, "#data"), []);
  await assertAccessible(page, { within: "#data" });

  await stored(page, 12);
  await page.reload();
  await counts(page, 6, 5);
  const wake = row.getByRole("button", { name: says("resting.wake", { name: "warm 1.png" }) });
  await wake.focus();
  await page.keyboard.press("Enter");
  await counts(page, 6, 6);
  await soon(async () => assert.equal(await row.isVisible(), false));
  assert.ok(
    await page.evaluate(() => document.activeElement?.closest(".class-card")),
    "the focus is in the card",
  );
  await page.keyboard.press("Control+z");
  await counts(page, 6, 5);
  await wake.waitFor();
});

test("from the list of what harms: it rests there too, and is taken in again", async (t) => {
  const { page } = await visit(t);
  await prepare(page);
  await page.locator("#iterations").fill("50");
  await page.locator("#iterations").press("Enter");
  await page.locator("#what-if > summary").click();
  await press(page, says("whatif.without.start"));
  const line = page.locator(".whatif-list li").first();
  await line.getByRole("button", { name: says("whatif.rest"), exact: true }).click();
  await rests(page, 1);
  await line.getByRole("button", { name: says("whatif.wake"), exact: true }).click();
  await rests(page, 0);
  await counts(page, 6, 6);
  await line.getByRole("button", { name: says("whatif.rest"), exact: true }).waitFor();
});
