// A model that was brought stays: over a reload, and from tab to tab; sent away it comes back with Undo.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { finish, fullSpeed, hearWorker, last, press, says, storedModel } from "../shared/training-page.js";
import { drop, onDisk, png } from "../shared/files.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page */

const TESTED = { name: "mine.png", mimeType: "image/png", buffer: png(90, 60, (x, y) => [2 * x, 3 * y, 40]) };

/** The drawn pictures learned, and the model saved as a picture: where it is on the disk. @param {import('node:test').TestContext} t
 *  @param {Page} page */
async function carried(t, page) {
  await page.locator("#iterations").fill("30");
  await page.locator("#iterations").press("Enter");
  await fullSpeed(page);
  await finish(page);
  await press(page, says("data.save"));
  const words = await allWords("en", ofTraining);
  const entry = page.getByRole("dialog").getByRole("button", { name: words["save.model-png"] });
  const [download] = await Promise.all([page.waitForEvent("download"), entry.click()]);
  const [path] = await onDisk(t, [{ name: "model.png", buffer: await readFile(await download.path()) }]);
  return path;
}

/** What the one that was brought says of TESTED, as it is shown. @param {Page} page */
async function answered(page) {
  await until(page, () => window.heard.counts.answers > 0); // of an example
  const before = await page.evaluate(() => window.heard.counts.answers);
  await page.locator("#test input[type=file]").setInputFiles(TESTED);
  await until(page, (before) => window.heard.counts.answers > before, before);
  const value = page.locator(".brought-answer .num");
  await soon(async () => {
    const { answer } = await last(page, "brought");
    assert.equal(await value.innerText(), answer.a.toFixed(2));
  });
  return (await last(page, "brought")).answer.a;
}

/** @param {Page} page @param {boolean} there */
const stands = (page, there) => page.locator(".brought").waitFor({ state: there ? "visible" : "hidden" });

/** It says that another tab keeps what is stored. @param {Page} page */
const elsewhere = (page) =>
  page
    .getByRole("alert")
    .filter({ hasText: says("notice.elsewhere") })
    .waitFor();

const sendAway = async (/** @type {Page} */ page) =>
  page
    .locator(".brought")
    .getByRole("button", { name: (await allWords("en", ofTraining))["brought.dismiss"] });

test("dropped, it stands there after a reload with the same digits; sent away it comes back with Undo, and stays", async (t) => {
  const { page } = await visit(t, { goes: true });
  const path = await carried(t, page);
  await drop(page, page.locator("#cost"), [path]);
  await stands(page, true);
  const a = await answered(page);
  await page.reload();
  await stands(page, true);
  assert.equal(await answered(page), a);
  await (await sendAway(page)).click();
  await storedModel(page, false);
  await press(page, says("undo.step", { step: says("step.dismissed") }));
  await stands(page, true);
  await storedModel(page, true);
  await page.reload();
  await stands(page, true);
  assert.equal(await answered(page), a);
  await (await sendAway(page)).click();
  await storedModel(page, false);
  await page.reload();
  await until(page, () => window.heard.counts.train > 0);
  await stands(page, false);
});

test("of two tabs the one that keeps what is stored has it, and takes it along", async (t) => {
  const { page, context } = await visit(t, { goes: true });
  const path = await carried(t, page);
  const other = await context.newPage();
  await other.addInitScript(hearWorker);
  await other.goto("/");
  await elsewhere(other);
  // Brought in the tab that keeps nothing, it makes that one the keeper.
  await other.locator("#test input[type=file]").setInputFiles(path);
  await stands(other, true);
  const a = await answered(other);
  await elsewhere(page);
  await stands(page, false);
  await press(page, says("notice.here"));
  await stands(page, true);
  assert.equal(await answered(page), a);
  await (await sendAway(page)).click();
  await stands(page, false);
  // The other tab still shows it; asked to send it away, it finds that it has gone.
  await stands(other, true);
  await (await sendAway(other)).click();
  await stands(other, false);
  await other.reload();
  await until(other, () => window.heard.counts.train > 0);
  await stands(other, false);
});
