// @ts-nocheck -- many functions here run in the page
// axe finds nothing, in both languages and both themes, whatever the page is doing.
import { readFile } from "node:fs/promises";
import test from "node:test";
import { ALL_LOOKS, assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { card, choose, counts, pause, press, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const { visit } = browserTests();

/** @param {import('playwright-core').Download} download */
const asPicture = async (download) => ({
  ...{ name: download.suggestedFilename(), mimeType: "image/png" },
  buffer: await readFile(await download.path()),
});

test("running, with everything open", async (t) => {
  const { page } = await visit(t, { still: true, goes: true });
  await until(page, () => window.heard.evaluation && window.heard.train.iteration > 30);
  await assertAccessible(page, { where: "running", looks: ALL_LOOKS });
  await pause(page);
  await press(page, "More settings");
  await page.locator("#cost-table summary").press("Enter"); // the settings may lie over it
  await page.locator("#weights-canvas").focus();
  await page.locator("#test .confusion-cell").first().click();
  await assertAccessible(page, { where: "all open" });
  await page
    .locator("#data")
    .getByRole("button", { name: says("data.save"), exact: true })
    .click();
  const entry = page.getByRole("dialog").getByRole("button", { name: says("save.model-png") });
  const [model] = await Promise.all([page.waitForEvent("download"), entry.click()]);
  await page.locator("#test input[type=file]").setInputFiles(await asPicture(model));
  await page.locator(".brought canvas").waitFor();
  await assertAccessible(page, { where: "a model was brought" });
  await card(page, 1).getByRole("button", { name: "Draw", exact: true }).click();
  await page.getByRole("dialog").waitFor();
  await assertAccessible(page, { where: "drawing" });
});

test("empty, and with errors", async (t) => {
  const { page } = await visit(t, { still: true });
  for (const y of [0, 1]) await card(page, y).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 0, 0);
  await assertAccessible(page, { where: "empty", looks: ALL_LOOKS });

  const bad = { name: "bad.png", mimeType: "image/png", buffer: Buffer.from("nothing at all") };
  await choose(page, 1, [...pictures(3, 1), bad]);
  await choose(page, 0, [...pictures(3, 0), ...pictures(2, 1), bad]); // which no neuron can tell apart
  await counts(page, 5, 3);
  const alpha = page.getByRole("textbox", { name: "learning rate α" });
  await alpha.fill("1e300");
  await alpha.press("Enter");
  await press(page, "Train");
  await page.getByRole("alert").filter({ visible: true }).waitFor();
  await assertAccessible(page, { where: "errors", looks: ALL_LOOKS });
});
