// Keys that work anywhere on the page, and nowhere where they mean something of their own.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { card, choose, counts, last } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { stays, until } from "../shared/wait.js";

const { visit } = browserTests();

test("Space plays and pauses, → steps, R goes back to 0, Ctrl+Z undoes, ? lists them", async (t) => {
  const { page } = await visit(t, { goes: true });
  await page.keyboard.press("Space");
  await until(page, () => !window.heard.train.running);
  const { iteration } = await last(page, "train");
  await page.keyboard.press("ArrowRight");
  await until(page, (t) => window.heard.train.iteration === t, iteration + 1);
  await page.keyboard.press("Space");
  await until(page, (t) => window.heard.train.running && window.heard.train.iteration > t, iteration + 1);
  await page.keyboard.press("r");
  await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
  await choose(page, 1, pictures(2, 1));
  await counts(page, 0, 2);
  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await until(page, () => window.heard.data.source === "drawn");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  await assertAccessible(page);
  await page.keyboard.press("Space"); // on the button of the dialog
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
});

test("not in a field, and not in the place of what a control does", async (t) => {
  const { page } = await visit(t, { goes: true });
  await page.keyboard.press("Space");
  await until(page, () => !window.heard.train.running);
  const { iteration } = await last(page, "train");
  const name = card(page, 1).getByRole("textbox");
  await name.fill("");
  await name.pressSequentially("R r?");
  assert.equal(await name.inputValue(), "R r?");
  await name.press("ArrowRight");
  await page.getByRole("textbox", { name: "iterations" }).press("Space");
  const speed = page.getByRole("slider", { name: /^speed/ });
  await speed.press("ArrowRight");
  for (const slider of [speed, page.locator("#live input").first()])
    for (const key of ["Space", "r", "?"]) await slider.press(key);
  await page.evaluate(() => {
    const note = Object.assign(document.createElement("div"), { contentEditable: "true", id: "note" });
    document.querySelector("main").append(note);
  });
  for (const key of ["r", "?", "Space", "ArrowRight", "Control+z"]) await page.locator("#note").press(key);
  for (const key of ["r", "?"]) await page.getByRole("combobox", { name: /hidden/ }).press(key);
  await page.getByRole("button", { name: "Larger α" }).press("Space");
  await until(page, () => window.heard.train.alpha === 0.01);
  const state = () => page.evaluate(() => [window.heard.train.iteration, window.heard.train.running]);
  assert.deepEqual(await stays(state, 500), [iteration, false]);
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("after the scrubber or the weights had the pointer, Space plays and ? lists all the same", async (t) => {
  const { page } = await visit(t, { goes: true });
  await page.keyboard.press("Space");
  await until(page, () => !window.heard.train.running);
  for (const id of ["scrubber", "weights-canvas", "log-y"]) {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    if (id === "log-y") continue; // Space ticks it
    await page.locator(`#${id}`).focus();
    await page.keyboard.press("Space");
    await until(page, () => window.heard.train.running);
    await page.keyboard.press("Space");
    await until(page, () => !window.heard.train.running);
  }
});
