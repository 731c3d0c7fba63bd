// @ts-nocheck -- many functions here run in the page
// From 320 px on nothing scrolls sideways and every text has its room, whatever is open and however long the names are.
import assert from "node:assert/strict";
import test from "node:test";
import { pictures } from "../shared/files.js";
import { beyond, overflowing } from "../shared/layout.js";
import { card, choose, counts, unfoldParts, unfoldSettings } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const { visit } = browserTests();

for (const [width, lang] of [
  [304, "en-US"], // what a scroll bar leaves of 320 px in Firefox and on Windows
  [320, "zh-CN"],
  [390, "en-US"],
  [820, "en-US"],
  [1440, "en-US"],
]) {
  test(`${width} px, ${lang}`, async (t) => {
    const { page } = await visit(t, { width, height: 700, lang, goes: true });
    const assertFits = async (where) => {
      assert.deepEqual(await beyond(page), [], where);
      assert.deepEqual(await overflowing(page), [], where);
    };
    await assertFits("running");
    await unfoldParts(page);
    await unfoldSettings(page);
    await page.locator("#more").click();
    await page.locator("#settings").getByRole("combobox").first().waitFor();
    await assertFits("settings open");
    await page.keyboard.press("Escape"); // they lie over what comes next
    await page.locator("#cost-table summary").click();
    await assertFits("table open");
    await page.locator("#weights-canvas").focus();
    await until(page, () => window.heard.evaluation);
    await page.locator("#test .confusion-cell").first().click();
    await assertFits("pictures of a cell open");
    for (const [i, what] of ["camera", "drawing", "sound"].entries()) {
      await card(page, 1).locator(".class-ways button").nth(i).click();
      await page.getByRole("dialog").waitFor();
      await until(
        page,
        () => !/^(Asking|正在请求)/.test(document.querySelector(".camera-off p")?.innerText ?? ""),
      );
      await assertFits(what);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    const name = `${"a very long name without end ".repeat(4)}${"x".repeat(90)}`;
    const bad = { name: `${name}.png`, mimeType: "image/png", buffer: Buffer.from("nothing at all") };
    await choose(page, 1, [...pictures(3, 1, { name }), bad]);
    await choose(page, 0, [...pictures(3, 0), ...pictures(2, 1)]); // which no neuron can tell apart
    await counts(page, 5, 3);
    for (const y of [0, 1]) {
      await card(page, y).getByRole("textbox").fill("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW");
      await card(page, y).getByRole("textbox").press("Enter");
    }
    await card(page, 1).getByRole("listitem").first().getByRole("button").first().click();
    await page.locator("#alpha").fill("1e300");
    await page.locator("#alpha").press("Enter");
    await page.locator("#play").click();
    await page.getByRole("alert").filter({ visible: true }).waitFor();
    assert.deepEqual(await beyond(page), [], "long names, refused files, a notice");
  });
}
