// @ts-nocheck -- many functions here run in the page
// On a slow computer too, nothing jumps while the page comes up and learns.
import assert from "node:assert/strict";
import test from "node:test";
import { hearWorker } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const { newPage } = browserTests();

const WATCHED_MS = 5000;
const SLOWER = 4; // the processor, so many times

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
  test(`while the page comes up nothing jumps: ${width} px, ${lang}`, async (t) => {
    const { page, context } = await newPage(t, { width, height, lang });
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    for (const init of [hearWorker, hearShifts]) await page.addInitScript(init);
    await page.goto("/");
    await until(page, (ms) => performance.now() > ms && window.heard.train?.iteration > 30, WATCHED_MS);
    const shifts = await page.evaluate(() => window.shifts);
    const sum = shifts.reduce((sum, { value }) => sum + value, 0);
    assert.ok(sum <= 0.02, `${sum}: ${JSON.stringify(shifts, null, 1)}`);
  });
