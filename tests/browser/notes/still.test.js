// Nothing jumps while the notes load, over a slow connection, and while they are read to their end.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { SOURCES } from "../shared/browser.js";
import { browserTests } from "../shared/visitor.js";
import { stays } from "../shared/wait.js";

const { newPage } = browserTests({ folders: { "/sources/": SOURCES } });

/** In the page, before it starts: every shift of the layout that no reader caused. */
function hearShifts() {
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
}

/** Opens a page of the notes over a slow connection. @param {import("node:test").TestContext} t @param {string} path
 *  @param {{width: number, lang?: string}} options */
async function openSlowly(t, path, options) {
  const { page, context } = await newPage(t, { height: options.width < 500 ? 844 : 900, ...options });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
  await devtools.send("Network.emulateNetworkConditions", slow);
  await page.addInitScript(hearShifts);
  await page.goto(path);
  return page;
}

/** It has not jumped, and does not within the next second. @param {import("playwright-core").Page} page @param {string} where */
async function assertStill(page, where) {
  const jumps = async () => {
    const shifts = /** @type {{value: number}[]} */ (await page.evaluate(() => window.heard));
    return shifts.reduce((s, { value }) => s + value, 0) > 0.02 ? JSON.stringify(shifts.slice(0, 8)) : "";
  };
  assert.equal(await stays(jumps, 1000), "", where);
}

for (const width of [390, 820, 1440])
  for (const path of ["/notes.html", "/sources/notes.html"])
    test(`${path}, ${width} px: nothing jumps while it loads, at the top and at a figure`, async (t) => {
      for (const hash of ["#neuron", "#broadcasting"]) {
        const page = await openSlowly(t, path + (hash === "#neuron" ? "" : hash), { width });
        await page.waitForSelector(`${hash}[data-ready]`, { state: "attached" });
        await assertStill(page, path + hash);
        if (hash === "#neuron") continue;
        const top = await page.locator(hash).evaluate((node) => node.getBoundingClientRect().top);
        assert.ok(Math.abs(top) < 40, `${top}`);
      }
    });

for (const lang of ["zh-CN", "en-US"])
  test(`nothing jumps in ${lang}`, async (t) => {
    const page = await openSlowly(t, "/notes.html", { width: 820, lang });
    await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
    await assertStill(page, lang);
  });

for (const width of [390, 1440])
  test(`${width} px: nothing jumps while the page is read to its end, and nothing grows without end`, async (t) => {
    const page = await openSlowly(t, "/notes.html", { width });
    await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
    for (let end = false; !end;) {
      await page.mouse.wheel(0, 500);
      end = await page.evaluate(
        () =>
          new Promise((done) => {
            const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
            setTimeout(() => done(atEnd()), 60); // the pace of a reader in a hurry
          }),
      );
    }
    for (const { name } of FIGURES) await page.waitForSelector(`#${name}[data-ready]`, { state: "attached" });
    await assertStill(page, "read to the end");
    const heights = () =>
      page
        .locator(".stage")
        .evaluateAll((list) => list.map((stage) => Math.round(stage.clientHeight)).join());
    await stays(heights, 2000);
  });
