// @ts-nocheck -- many functions here run in the page
// On a slow computer too, nothing jumps while the page comes up and learns.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openBrowser } from "../shared/browser.js";
import { assertClean, until, visit } from "../shared/steps.js";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const WATCHED_MS = 5000;

const SLOWER = 4;

/** A browser whose pages have a processor so many times slower. */
const slow = {
  get url() {
    return browser.url;
  },
  async newPage(how) {
    const visitor = await browser.newPage(how);
    const devtools = await visitor.context.newCDPSession(visitor.page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    return visitor;
  },
};

/** In the page, before it starts: every shift, with what moved. */
function hearShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { startTime, value, hadRecentInput, sources } of list.getEntries()) {
      const moved = sources.map(({ node, previousRect, currentRect }) => {
        const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
        return `${element?.id || element?.className}: ${previousRect.y} -> ${currentRect.y}`;
      });
      if (!hadRecentInput) window.shifts.push({ at: Math.round(startTime), value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

for (const [width, height, lang] of [
  [390, 844, "en-US"],
  [390, 844, "zh-CN"],
  [820, 1180, "en-US"],
  [1440, 900, "en-US"],
  [1440, 900, "zh-CN"],
])
  test(`while the page comes up nothing jumps: ${width} px, ${lang}`, async () => {
    const visitor = await visit(slow, { init: hearShifts, width, height, lang, ready: false });
    const { page } = visitor;
    await until(page, (ms) => performance.now() > ms && window.heard.train?.iteration > 30, WATCHED_MS);
    const shifts = await page.evaluate(() => window.shifts);
    const sum = shifts.reduce((sum, { value }) => sum + value, 0);
    assert.ok(sum <= 0.02, `${sum}: ${JSON.stringify(shifts, null, 1)}`);
    assertClean(visitor);
    await visitor.close();
  });
