// How long a page was busy at a stretch.
import assert from "node:assert/strict";

/** Freezes longer than this are felt; the machine that tests may be three times as slow as a reader's. */
const LIMIT_MS = 900;

/** Runs `act` and checks that the page never stood still for long meanwhile.
 *  @param {import('playwright-core').Page} page @param {() => Promise<void>} act @returns {Promise<number>} the longest, in ms */
export async function longestTask(page, act) {
  await page.evaluate(() => {
    const record = Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) record.longest = Math.max(record.longest, duration);
    }).observe({ type: "longtask" });
  });
  await act();
  const longest = await page.evaluate(() => /** @type {any} */ (window).longest);
  assert.ok(longest < LIMIT_MS, `${longest} ms`);
  return longest;
}
