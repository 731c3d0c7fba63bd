// How long a page was busy at a stretch, in the processor's time: what else runs on the machine does not count.
import assert from "node:assert/strict";

/** Freezes a third as long are felt; the machine that tests may be three times as slow as a reader's. */
const LIMIT_MS = 600;
/** As Chromium calls them in its traces. */
const [PAGES, TASK] = ["CrRendererMain", "ThreadControllerImpl::RunTask"];

/** Runs `act` and gives the longest task of the page's own thread meanwhile, in ms.
 *  @param {import('playwright-core').Page} page @param {() => Promise<void>} act */
export async function longestTask(page, act) {
  const browser = page.context().browser();
  assert.ok(browser);
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  return longestIn(traceEvents);
}

/** The page never stood still for long while `act` ran. @param {import('playwright-core').Page} page @param {() => Promise<void>} act */
export async function assertAlive(page, act) {
  const longest = await longestTask(page, act);
  assert.ok(longest < LIMIT_MS, `${longest} ms`);
}

/** @param {{name: string, pid: number, tid: number, tdur?: number, args: {name?: string}}[]} events */
function longestIn(events) {
  const threads = events.filter(({ name, args }) => name === "thread_name" && args.name === PAGES);
  const pages = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name === TASK && pages.has(`${pid} ${tid}`));
  assert.ok(tasks.length > 20, "tasks were recorded");
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}
