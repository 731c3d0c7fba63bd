// The notes as a whole: every figure loads and stays quiet, in both languages and themes, on a narrow screen as well.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { roomSheet, withProse } from "../../../.config/prose.js";
import { FIGURES } from "../../../web/notes/figures.js";
import { openBrowser } from "../shared/browser.js";
import { violations } from "../shared/figure.js";

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

/** Scrolls through the whole page, so that every figure loads. */
async function readAll(page) {
  const ids = await page.locator("section[data-figure]").evaluateAll((list) => list.map(({ id }) => id));
  for (const id of ids) {
    await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
    await page.waitForSelector(`#${id}[data-ready], #${id}[data-failed]`, { state: "attached" });
  }
  return ids;
}

test("all figures load, each linked from the contents, without an error or a foreign request", async () => {
  const { page, errors, foreign, close } = await browser.newPage({});
  await page.goto(`${browser.url}notes.html`);
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
  assert.deepEqual([errors, foreign], [[], []]);
  await close();
});

test("figures wait until they come near", async () => {
  const { page, close } = await browser.newPage({ height: 700 });
  await page.goto(`${browser.url}notes.html`);
  await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
  assert.equal(await page.locator("#broadcasting[data-ready]").count(), 0);
  await close();
});

test("axe finds nothing on the whole page, in both languages and themes", async () => {
  const { page, close } = await browser.newPage({ still: true });
  await page.goto(`${browser.url}notes.html`);
  await readAll(page);
  await page.evaluate(() => (document.documentElement.id = "page"));
  assert.deepEqual(await violations(page, "page"), []);
  await close();
});

for (const lang of ["en-US", "zh-CN"]) {
  test(`nothing is wider than a screen of 320 px, ${lang}`, async () => {
    const { page, close } = await browser.newPage({ width: 320, height: 700, lang, still: true });
    await page.goto(`${browser.url}notes.html`);
    await readAll(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await close();
  });
}

test("the language switch changes prose, headings and figures together", async () => {
  const { page, close } = await browser.newPage({ lang: "zh-CN" });
  await page.goto(`${browser.url}notes.html#derivatives`);
  await page.waitForSelector("#derivatives[data-ready]");
  const visible = () => page.locator("#derivatives").innerText();
  assert.match(await visible(), /微小增量[^]*物极必反/);
  assert.doesNotMatch(await visible(), /nudge|Derivatives/);
  await page.getByRole("button", { name: "EN" }).click();
  await page.waitForFunction(() => document.querySelector("#derivatives").innerText.includes("nudge"));
  assert.doesNotMatch(await visible(), /\p{Script=Han}/u);
  await close();
});

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
  test(`the built page shows the prose of the reader's language, ${lang}`, async () => {
    const { page, errors, close } = await openSlowly("built.html", { width: 820, lang });
    await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
    const heading = await page.locator("#neuron h2").innerText();
    assert.match(heading, lang === "zh-CN" ? /房子/ : /house/);
    assert.equal(await page.locator("#neuron .prose").isVisible(), true);
    await assertStill(page, lang);
    assert.deepEqual(errors, []);
    await close();
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
