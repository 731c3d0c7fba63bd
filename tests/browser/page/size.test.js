// What a first visit costs to load.
import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { browserTests } from "../shared/visitor.js";

const BUDGET = 101_600; // bytes, gzip, everything; the smallest page with tf.js takes 215 000
const REQUESTS = 12;

const { newPage } = browserTests();

test("the first load of the training page, everything, is at most 101.6 KB gzip in 12 requests", async (t) => {
  const { page, context } = await newPage(t);
  const sizes = new Map();
  context.on("response", async (response) => {
    if (response.url().startsWith("blob:")) return;
    sizes.set(response.url(), gzipSync(await response.body(), { level: 9 }).length);
  });
  await page.goto("/");
  await page.waitForFunction(() => Number(document.querySelector("#iteration").textContent) > 3);
  await page.waitForLoadState("networkidle");
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  assert.ok(sizes.size > 6 && sizes.size <= REQUESTS, `${sizes.size} files`);
  assert.ok(total <= BUDGET, `${total} bytes in ${sizes.size} files`);
});
