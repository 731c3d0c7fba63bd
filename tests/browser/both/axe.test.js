// @ts-nocheck -- many functions here run in the page
// axe finds nothing, in both languages and both themes, whatever the page is doing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test, { after, before } from "node:test";
import { openBrowser } from "../shared/browser.js";
import { assertClean, card, choose, counts, pictures, press, until, visit } from "../shared/steps.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** The violations now, each as "rule: elements". */
async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  });
}

const ALL = ["zh-Hans dark", "zh-Hans light", "en dark", "en light"];
const TWO = ["zh-Hans dark", "en light"]; // where the parts are the same and only more of them are open

/** In these languages and themes; the last is English and light, as at the beginning. */
async function assertNothingFound(page, where, looks = ALL) {
  const found = {};
  for (const look of looks) {
    const [language, theme] = look.split(" ");
    await page.locator(`[data-language="${language}"]`).evaluate((button) => button.click());
    const html = page.locator("html");
    await until(page, (language) => document.documentElement.lang === language, language); // its words are fetched once
    if ((await html.getAttribute("data-theme")) !== theme)
      await page.locator("#theme").evaluate((button) => button.click());
    assert.equal(await html.getAttribute("data-theme"), theme);
    const list = await violations(page);
    if (list.length) found[`${where}, ${look}`] = list;
  }
  assert.deepEqual(found, {});
}

test("running, with everything open", async () => {
  const visitor = await visit(browser, { still: true });
  const { page } = visitor;
  await until(page, () => window.heard.evaluation && window.heard.train.iteration > 30);
  await assertNothingFound(page, "running");
  await press(page, "More settings");
  await page.locator("#cost-table summary").click();
  await page.locator("#weights-canvas").focus();
  await page.locator("#test .confusion-cell").first().click();
  await assertNothingFound(page, "all open", TWO);
  await card(page, 1).getByRole("button", { name: "Draw", exact: true }).click();
  await page.getByRole("dialog").waitFor();
  await assertNothingFound(page, "drawing", TWO);
  assertClean(visitor);
  await visitor.close();
});

test("empty, and with errors", async () => {
  const visitor = await visit(browser, { still: true });
  const { page } = visitor;
  for (const y of [0, 1]) await card(page, y).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 0, 0);
  await assertNothingFound(page, "empty");

  const bad = { name: "bad.png", mimeType: "image/png", buffer: Buffer.from("nothing at all") };
  await choose(page, 1, [...pictures(3, 1), bad]);
  await choose(page, 0, [...pictures(3, 0), ...pictures(2, 1), bad]); // which no neuron can tell apart
  await counts(page, 5, 3);
  const alpha = page.getByRole("textbox", { name: "learning rate α" });
  await alpha.fill("1e300");
  await alpha.press("Enter");
  await press(page, "Train");
  await page.getByRole("alert").filter({ visible: true }).waitFor();
  await assertNothingFound(page, "errors");
  assertClean(visitor);
  await visitor.close();
});
