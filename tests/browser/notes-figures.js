// @ts-nocheck -- many functions here run in the page
// What tests of single figures share: open one, run axe on it alone, in every language and theme.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { until } from "./steps.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The notes at one figure, ready. @param {Awaited<ReturnType<import("./browser.js").openBrowser>>} browser */
export async function openFigure(browser, id, { permissions = [], ...how } = {}) {
  const opened = await browser.newPage(how);
  const { page, context } = opened;
  await context.grantPermissions(permissions, { origin: browser.url });
  await page.goto(`${browser.url}notes.html#${id}`);
  await until(page, (name) => document.getElementById(name).dataset.ready !== undefined, id);
  return { ...opened, figure: page.locator(`#${id}`) };
}

/** axe finds nothing in this figure, in both languages and both themes; ends as it began. */
export async function assertAccessible(page, id) {
  const found = {};
  await page.evaluate(AXE);
  for (const language of ["zh-Hans", "en"]) {
    await page.locator(`[data-language="${language}"]`).evaluate((button) => button.click());
    for (const theme of ["dark", "light"]) {
      await page.locator("#theme").evaluate((button) => button.click());
      const list = await page.evaluate(async (name) => {
        await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
        const { violations } = await window.axe.run(document.getElementById(name), {
          resultTypes: ["violations"],
        });
        return violations.map((v) => `${v.id}: ${v.nodes.map(({ target }) => target.join(" ")).join(", ")}`);
      }, id);
      if (list.length) found[`${language}, ${theme}`] = list;
    }
  }
  assert.deepEqual(found, {});
}

/** No key of the dictionaries and no empty label is left on the figure. */
export async function assertWords(figure, id) {
  const text = await figure.evaluate((section) => {
    const labels = [...section.querySelectorAll("[aria-label]")].map((node) =>
      node.getAttribute("aria-label"),
    );
    return [section.textContent, ...labels].join("\n");
  });
  assert.ok(!text.includes(`${id}.`), text.match(new RegExp(`.*${id}\\..*`))?.[0]);
  assert.doesNotMatch(text, /\{\w+\}|undefined|\[object/);
}
