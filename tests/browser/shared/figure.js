// What the tests of the notes' figures share: open one, read its numbers, ask axe.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The number in a text of the page, which writes − for minus. @param {string | null} text */
export const asNumber = (text) => Number((text ?? "").replaceAll("−", "-").replace(/[()]/g, ""));

/**
 * Opens the notes at one figure, ready.
 * @param {Awaited<ReturnType<typeof import("./browser.js").openBrowser>>} browser
 * @param {string} id @param {{permissions?: string[], [option: string]: any}} [options] the others are newPage's
 */
export async function openFigure(browser, id, { permissions = [], ...options } = {}) {
  const opened = await browser.newPage(options);
  const { page, context } = opened;
  await context.grantPermissions(permissions, { origin: browser.url });
  await page.goto(`${browser.url}notes.html#${id}`);
  await page.waitForSelector(`#${id}[data-ready]`, { state: "attached" });
  const part = (/** @type {string} */ name) => page.locator(`#${id} [data-part="${name}"]`);
  return { ...opened, part, figure: page.locator(`#${id}`) };
}

/** The numbers of the table of a part, row by row; opens it. @param {import('playwright-core').Locator} part */
export async function tableOf(part) {
  const details = part.locator("details.datatable");
  if (!(await details.evaluate((node) => /** @type {HTMLDetailsElement} */ (node).open)))
    await details.locator("summary").click();
  await part.page().waitForTimeout(600); // an open table is filled twice a second
  const rows = await details
    .locator("tbody tr")
    .evaluateAll((list) =>
      list.map((row) => [.../** @type {any} */ (row).cells].map((cell) => cell.textContent)),
    );
  return rows.map((row) => row.map(asNumber));
}

/** The live number of this name in a part's formulas. @param {import('playwright-core').Locator} part @param {string} name */
export const liveOf = async (part, name) =>
  asNumber(await part.locator(`.live-${name}`).first().textContent());

/** Plots draw with the next frame: waits until that has been. @param {import('playwright-core').Page} page */
export const nextFrame = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** What axe finds in a figure, in both languages and themes. @param {import('playwright-core').Page} page @param {string} id */
export async function violations(page, id) {
  /** @type {string[]} */
  const found = [];
  await page.evaluate(AXE);
  for (const language of ["zh-Hans", "en"]) {
    await page.locator(`[data-language="${language}"]`).click();
    for (let k = 0; k < 2; k++) {
      await page.locator("#theme").click();
      const list = await page.evaluate(async (id) => {
        await Promise.all(document.getAnimations().map((move) => move.finished.catch(() => {})));
        const axe = /** @type {any} */ (window).axe;
        const { violations } = await axe.run(`#${id}`, { resultTypes: ["violations"] });
        return violations.map(
          (/** @type {any} */ { id, nodes }) =>
            `${id}: ${nodes.map((/** @type {any} */ { target }) => target.join(" ")).join(", ")}`,
        );
      }, id);
      found.push(...list.map((/** @type {string} */ text) => `${language}: ${text}`));
    }
  }
  return found;
}

/** axe finds nothing in a figure, in both languages and themes. @param {import('playwright-core').Page} page
 *  @param {string} id */
export async function assertAccessible(page, id) {
  assert.deepEqual(await violations(page, id), []);
}

/** No key of the dictionaries and no empty label is left on the figure.
 *  @param {import('playwright-core').Locator} figure @param {string} id */
export async function assertWords(figure, id) {
  const text = await figure.evaluate((section) => {
    const labels = [...section.querySelectorAll("[aria-label]")].map((node) =>
      node.getAttribute("aria-label"),
    );
    return [section.textContent, ...labels].join("\n");
  });
  assert.doesNotMatch(text, new RegExp(`\\b${id}\\.[a-z]`)); // the end of a sentence may be the figure's name
  assert.doesNotMatch(text, /\{\w+\}|undefined|\[object/);
}
