// What a first visit costs to load.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { openBrowser } from "../shared/browser.js";

const BUDGET = 120_000; // bytes, gzip, everything; the smallest page with tf.js takes 215 000
const REQUESTS = 12;

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test("the first load of the training page, everything, is at most 120 KB gzip in 12 requests", async () => {
  const { page, context, close } = await browser.newPage({});
  const sizes = new Map();
  context.on("response", async (response) => {
    if (response.url().startsWith("blob:")) return;
    sizes.set(response.url(), gzipSync(await response.body(), { level: 9 }).length);
  });
  await page.goto(browser.url);
  await page.waitForFunction(() => Number(document.querySelector("#iteration").textContent) > 3);
  await page.waitForLoadState("networkidle");
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  assert.ok(sizes.size > 6 && sizes.size <= REQUESTS, `${sizes.size} files`);
  assert.ok(total <= BUDGET, `${total} bytes in ${sizes.size} files`);
  await close();
});
