// The notes while they come: nothing jumps, the prose is that of the reader's language, and what does not come is said.
// Both as the files are and as the site is built, with the prose in the page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { roomSheet, withProse } from "../../../.config/prose.js";
import { FIGURES } from "../../../web/notes/figures.js";
import { assertStill, hearShifts, shiftsOf, slowConnection } from "../shared/slow.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const file = (/** @type {string} */ name) =>
  readFile(new URL(`../../../web/${name}`, import.meta.url), "utf8");
/** The page as the site is built: with its prose in it. */
const built = withProse(await file("notes.html"), await file("notes/prose.en.html"), "en").replace(
  "</head>",
  '<link rel="stylesheet" href="rooms.css" /></head>',
);

const { newPage } = browserTests({ pages: { "/built.html": built } });

/** Opens a page of the notes over a slow connection. @param {import("node:test").TestContext} t @param {string} path
 *  @param {{width: number, lang?: string}} how */
async function openSlowly(t, path, how) {
  const opened = await newPage(t, {
    height: how.width < 500 ? 844 : 900,
    ...how,
    async prepare(visitor) {
      const sheet = { contentType: "text/css", body: roomSheet() };
      await visitor.context.route("**/rooms.css", (route) => route.fulfill(sheet));
      await visitor.page.addInitScript(hearShifts);
      await slowConnection(visitor);
    },
  });
  await opened.page.goto(`/${path}`);
  return opened;
}

/** Nothing has moved for a second. @param {import("playwright-core").Page} page */
const settled = (page) => soon(() => stays(() => shiftsOf(page), 1000));

for (const width of [390, 820, 1440])
  for (const path of ["notes.html", "built.html"])
    test(`${path}, ${width} px: nothing jumps while it loads, at the top and at a figure`, async (t) => {
      for (const [hash, id] of [
        ["", "neuron"],
        ["#broadcasting", "broadcasting"],
      ]) {
        // prettier-ignore
        const { page } = await openSlowly(t, path + hash, { width });
        await page.waitForSelector(`#${id}[data-ready]`, { state: "attached" });
        await settled(page); // what comes late
        await assertStill(page, path + hash);
        if (hash)
          assert.ok(
            Math.abs(await page.locator(hash).evaluate((node) => node.getBoundingClientRect().top)) < 40,
          );
      }
    });

for (const width of [390, 1440])
  test(`${width} px: nothing jumps while the page is read to its end, and nothing grows without end`, async (t) => {
    const { page } = await openSlowly(t, "notes.html", { width });
    await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
    const heights = () =>
      page.locator(".stage").evaluateAll((list) => list.map((stage) => Math.round(stage.clientHeight)));
    const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    while (!(await page.evaluate(atEnd))) {
      const from = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, 500);
      await until(
        page,
        (from) => scrollY > from || scrollY + innerHeight >= document.body.scrollHeight,
        from,
      );
    }
    for (const { name } of FIGURES) await page.waitForSelector(`#${name}[data-ready]`, { state: "attached" });
    await settled(page);
    await assertStill(page, "read to the end");
    await stays(heights, 2000);
  });

for (const lang of ["zh-CN", "en-US"])
  test(`the built page shows the prose of the reader's language, ${lang}`, async (t) => {
    const { page } = await openSlowly(t, "built.html", { width: 820, lang });
    await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
    const heading = await page.locator("#neuron h2").innerText();
    assert.match(heading, lang === "zh-CN" ? /房子/ : /house/);
    assert.equal(await page.locator("#neuron .prose").isVisible(), true);
    await assertStill(page, lang);
  });

test("where the prose of a language does not come: English, a sentence, and a button that gets it", async (t) => {
  for (const path of ["notes.html", "built.html"]) {
    const { page, context } = await newPage(t, { lang: "zh-CN", clean: false });
    let blocked = true;
    await context.route("**/prose.zh.html", (route) => (blocked ? route.abort() : route.continue()));
    await page.goto(`/${path}`);
    await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
    assert.match(await page.locator("#neuron h2").innerText(), /house/);
    assert.equal(await page.locator("#neuron .prose").isVisible(), true);
    assert.equal(await page.locator("#neuron .prose").getAttribute("lang"), "en");
    blocked = false;
    await page.getByRole("alert").getByRole("button", { name: "再试一次" }).click();
    await page.locator("#neuron h2", { hasText: "房子" }).waitFor();
    assert.equal(await page.getByRole("alert").filter({ visible: true }).count(), 0);
    assert.equal(await page.locator("#neuron .prose").getAttribute("lang"), null);
  }
});

test("the language changes around the figures: what was done in them stays, and so does the place", async (t) => {
  const { page } = await newPage(t);
  await page.goto("/notes.html#derivatives");
  await page.waitForSelector("#derivatives[data-ready]");
  await page.locator("#derivatives .segment").nth(2).click();
  const top = () =>
    page.locator("#derivatives .stage").evaluate((stage) => stage.getBoundingClientRect().top);
  const before = await top();
  await page.evaluate(() => {
    window.heard = document.querySelector("#derivatives svg");
    document.querySelector("[data-language='zh-Hans']").click();
  });
  await page.locator("#derivatives h2", { hasText: "导数" }).waitFor();
  await soon(() => stays(top, 300));
  assert.ok(Math.abs((await top()) - before) < 40, `${before} ${await top()}`);
  assert.equal(await page.locator("#derivatives .segment").nth(2).getAttribute("aria-pressed"), "true");
  assert.ok(await page.evaluate(() => window.heard.isConnected));
});

test("a figure that does not come says so, and its button starts the page again at it", async (t) => {
  const { page, context } = await newPage(t, { clean: false });
  let blocked = true;
  await context.route("**/derivatives/figure.js", (route) => (blocked ? route.abort() : route.continue()));
  await page.goto("/notes.html#derivatives");
  await page.locator("#derivatives[data-failed]").waitFor({ state: "attached" });
  blocked = false;
  await page.locator("#derivatives").getByRole("button", { name: "Try again" }).click();
  await page.locator("#derivatives[data-ready]").waitFor({ state: "attached" });
});
