// Waiting for what can be seen, and never for an amount of time: what happens a little later (until, soon, nextFrame), and
// what must not happen at all (stays).
import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";

/** @typedef {import('playwright-core').Page} Page */

/**
 * Asks the page `look(arg)` again and again until the answer is true, and gives that answer back. The asking is done in the
 * page: each question from outside would cost the processor 4 ms. (Playwright's own waitForFunction needs eval, which the
 * page's policy forbids.)
 * @param {Page} page @param {(arg: any) => any} look runs in the page @param {any} [arg] @param {{ms?: number}} [limit]
 */
export async function until(page, look, arg, { ms = 40_000 } = {}) {
  const end = Date.now() + ms;
  for (;;) {
    const left = Math.max(0, end - Date.now());
    const answer = await page.evaluate(asking(look), { arg, left }).catch(goneElsewhere);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${look} ${JSON.stringify(arg ?? "")}`);
    await delay(25);
  }
}

/** A function for the page that calls `look` until its answer is true or the time is over. Made as text, for the page knows
 *  no functions of ours. @param {(arg: any) => any} look @returns {(how: {arg: any, left: number}) => Promise<any>} */
function asking(look) {
  const text = `async ({ arg, left }) => {
    const end = performance.now() + left;
    for (let pause = 5; ; pause = Math.min(50, 2 * pause)) {
      const answer = await (${look})(arg);
      if (answer || performance.now() > end) return answer;
      await new Promise((done) => setTimeout(done, pause));
    }
  }`;
  return Object.assign(() => Promise.reject(new Error("for the page")), { toString: () => text });
}

/** The page was left for another, or loaded again, while it was asked: asked again there. @param {Error} error */
function goneElsewhere(error) {
  if (!/context was destroyed/.test(error.message)) throw error;
}

/**
 * Makes an assertion again and again until it holds: what the page draws comes a little after what it knows.
 * @template T @param {() => Promise<T>} check @param {{ms?: number}} [limit] @returns {Promise<T>}
 */
export async function soon(check, { ms = 20_000 } = {}) {
  const end = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(50);
    }
  }
}

/**
 * Nothing happens: `look` gives the same answer for this long. The one place where a test lets time pass.
 * @template T @param {() => Promise<T>} look @param {number} ms @returns {Promise<T>} the answer
 */
export async function stays(look, ms) {
  const [first, end] = [await look(), Date.now() + ms];
  while (Date.now() < end) {
    await delay(50);
    assert.deepEqual(await look(), first, "what should have stayed as it was");
  }
  return first;
}

/** Plots draw with the next frame: waits until that has been. @param {Page} page */
export const nextFrame = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
