// The notes while they come: nothing jumps, the prose is that of the reader's language, and what does not come is said.
// Both as the files are and as the site is built, with the prose in the page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { roomSheet, withProse } from "../../../.config/prose.js";
import { FIGURES } from "../../../web/notes/figures.js";
import { openBrowser } from "../shared/browser.js";

const file = (/** @type {string} */ name) =>
  readFile(new URL(`../../../web/${name}`, import.meta.url), "utf8");
/** The page as the site is built: with its prose in it. */
const built = withProse(await file("notes.html"), await file("notes/prose.en.html"), "en").replace(
  "</head>",
  '<link rel="stylesheet" href="rooms.css" /></head>',
);

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => {
  browser = await openBrowser({ pages: { "/built.html": built } });
});
after(() => browser.close());

/** Opens a page of the notes over a slow connection and notes every shift of the layout that no reader caused.
 *  @param {string} path @param {{width: number, [option: string]: any}} options */
async function openSlowly(path, options) {
  const opened = await browser.newPage({ height: options.width < 500 ? 844 : 900, ...options });
  const { page, context } = opened;
  await context.route("**/rooms.css", (route) =>
    route.fulfill({ contentType: "text/css", body: roomSheet() }),
  );
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
  await devtools.send("Network.emulateNetworkConditions", slow);
  await page.addInitScript(() => {
    window.heard = [];
    const name = (/** @type {any} */ node) =>
      `${node?.closest?.("[id]")?.id} ${node?.nodeName}.${node?.className}`;
    new PerformanceObserver((list) => {
      for (const shift of /** @type {any[]} */ (list.getEntries()))
        if (!shift.hadRecentInput)
          window.heard.push({
            value: shift.value,
            what: shift.sources.map((/** @type {any} */ s) => name(s.node)),
          });
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(browser.url + path);
  return opened;
}

/** @param {import("playwright-core").Page} page @param {string} where */
async function assertStill(page, where) {
  const shifts = await page.evaluate(() => window.heard);
  const sum = shifts.reduce(
    (/** @type {number} */ s, /** @type {{value: number}} */ { value }) => s + value,
    0,
  );
  assert.ok(sum <= 0.02, `${where}: ${sum} ${JSON.stringify(shifts.slice(0, 8))}`);
}

for (const width of [390, 820, 1440])
  for (const path of ["notes.html", "built.html"])
    test(`${path}, ${width} px: nothing jumps while it loads, at the top and at a figure`, async () => {
      for (const [hash, id] of [
        ["", "neuron"],
        ["#broadcasting", "broadcasting"],
      ]) {
        // prettier-ignore
        const { page, close } = await openSlowly(path + hash, { width });
        await page.waitForSelector(`#${id}[data-ready]`, { state: "attached" });
        await page.waitForTimeout(1000); // what comes late
        await assertStill(page, path + hash);
        if (hash)
          assert.ok(
            Math.abs(await page.locator(hash).evaluate((node) => node.getBoundingClientRect().top)) < 40,
          );
        await close();
      }
    });

for (const width of [390, 1440])
  test(`${width} px: nothing jumps while the page is read to its end, and nothing grows without end`, async () => {
    const { page, close } = await openSlowly("notes.html", { width });
    await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
    const heights = () =>
      page.locator(".stage").evaluateAll((list) => list.map((stage) => Math.round(stage.clientHeight)));
    let end = false;
    while (!end) {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(60);
      end = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
    }
    for (const { name } of FIGURES) await page.waitForSelector(`#${name}[data-ready]`, { state: "attached" });
    await page.waitForTimeout(1000);
    await assertStill(page, "read to the end");
    const before = await heights();
    await page.waitForTimeout(2000);
    assert.deepEqual(await heights(), before);
    await close();
  });

for (const lang of ["zh-CN", "en-US"])
  test(`the built page shows the prose of the reader's language, and nothing jumps for it, ${lang}`, async () => {
    for (const [width, hash, id] of /** @type {const} */ ([
      [390, "", "neuron"],
      [1440, "", "neuron"],
      [390, "#broadcasting", "broadcasting"],
      [1440, "#broadcasting", "broadcasting"],
    ])) {
      // prettier-ignore
      const { page, errors, close } = await openSlowly(`built.html${hash}`, { width, lang });
      await page.waitForSelector(`#${id}[data-ready]`, { state: "attached" });
      await page.waitForTimeout(500); // what comes late
      const heading = await page.locator("#neuron h2").innerText();
      assert.match(heading, lang === "zh-CN" ? /房子/ : /house/);
      assert.equal(await page.locator("#neuron .prose").isVisible(), true);
      await assertStill(page, `${lang}, ${width} px ${hash}`);
      const top = await page.locator(`#${id}`).evaluate((node) => node.getBoundingClientRect().top);
      if (hash) assert.ok(Math.abs(top) < 40, `${width} px: the figure is at ${top}`);
      assert.deepEqual(errors, []);
      await close();
    }
  });

test("where the prose of a language does not come: English, a sentence, and a button that gets it", async () => {
  for (const path of ["notes.html", "built.html"]) {
    const { page, context, close } = await browser.newPage({ lang: "zh-CN" });
    let blocked = true;
    await context.route("**/prose.zh.html", (route) => (blocked ? route.abort() : route.continue()));
    await page.goto(browser.url + path);
    await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
    assert.match(await page.locator("#neuron h2").innerText(), /house/);
    assert.equal(await page.locator("#neuron .prose").isVisible(), true);
    assert.equal(await page.locator("#neuron .prose").getAttribute("lang"), "en");
    blocked = false;
    await page.getByRole("alert").getByRole("button", { name: "再试一次" }).click();
    await page.locator("#neuron h2", { hasText: "房子" }).waitFor();
    assert.equal(await page.getByRole("alert").filter({ visible: true }).count(), 0);
    assert.equal(await page.locator("#neuron .prose").getAttribute("lang"), null);
    await close();
  }
});

test("the language changes around the figures: what was done in them stays, and so does the place", async () => {
  const { page, close } = await browser.newPage({});
  await page.goto(`${browser.url}notes.html#derivatives`);
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
  await page.waitForTimeout(300);
  assert.ok(Math.abs((await top()) - before) < 40, `${before} ${await top()}`);
  assert.equal(await page.locator("#derivatives .segment").nth(2).getAttribute("aria-pressed"), "true");
  assert.ok(await page.evaluate(() => window.heard.isConnected));
  await close();
});

test("a figure that does not come says so, and its button starts the page again at it", async () => {
  const { page, context, close } = await browser.newPage({});
  let blocked = true;
  await context.route("**/derivatives/figure.js", (route) => (blocked ? route.abort() : route.continue()));
  await page.goto(`${browser.url}notes.html#derivatives`);
  await page.locator("#derivatives[data-failed]").waitFor({ state: "attached" });
  blocked = false;
  await page.locator("#derivatives").getByRole("button", { name: "Try again" }).click();
  await page.locator("#derivatives[data-ready]").waitFor({ state: "attached" });
  await close();
});
