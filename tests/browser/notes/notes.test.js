// The notes as a whole: every figure loads and stays quiet, in both languages and themes, on a narrow screen as well.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { assertAccessible } from "../shared/axe.js";
import { browserTests } from "../shared/visitor.js";

const { newPage } = browserTests();

/** Scrolls through the whole page, so that every figure loads. */
async function readAll(page) {
  const ids = await page.locator("section[data-figure]").evaluateAll((list) => list.map(({ id }) => id));
  for (const id of ids) {
    await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
    await page.waitForSelector(`#${id}[data-ready], #${id}[data-failed]`, { state: "attached" });
  }
  return ids;
}

test("all figures load, each linked from the contents, without an error or a foreign request", async (t) => {
  const { page } = await newPage(t);
  await page.goto("/notes.html");
  const ids = await readAll(page);
  assert.deepEqual(
    ids,
    FIGURES.map(({ name }) => name),
  );
  const failed = await page
    .locator("[data-failed]")
    .evaluateAll((list) => list.map((section) => section.dataset.failed));
  assert.deepEqual(failed, []);
  const links = await page
    .locator(".contents a")
    .evaluateAll((list) => list.map((a) => a.getAttribute("href")));
  assert.deepEqual(
    links,
    ids.map((id) => `#${id}`),
  );
});

test("figures wait until they come near", async (t) => {
  const { page } = await newPage(t, { height: 700 });
  await page.goto("/notes.html");
  await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
  assert.equal(await page.locator("#broadcasting[data-ready]").count(), 0);
});

test("axe finds nothing on the whole page, in both languages and themes", async (t) => {
  const { page } = await newPage(t, { still: true });
  await page.goto("/notes.html");
  await readAll(page);
  await assertAccessible(page);
});

for (const lang of ["en-US", "zh-CN"]) {
  test(`nothing is wider than a screen of 320 px, ${lang}`, async (t) => {
    const { page } = await newPage(t, { width: 320, height: 700, lang, still: true });
    await page.goto("/notes.html");
    await readAll(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
}

test("the language switch changes prose, headings and figures together", async (t) => {
  const { page } = await newPage(t, { lang: "zh-CN" });
  await page.goto("/notes.html#derivatives");
  await page.waitForSelector("#derivatives[data-ready]");
  const visible = () => page.locator("#derivatives").innerText();
  assert.match(await visible(), /微小增量[^]*物极必反/);
  assert.doesNotMatch(await visible(), /nudge|Derivatives/);
  await page.getByRole("button", { name: "EN" }).click();
  await page.waitForFunction(() => document.querySelector("#derivatives").innerText.includes("nudge"));
  assert.doesNotMatch(await visible(), /\p{Script=Han}/u);
});
