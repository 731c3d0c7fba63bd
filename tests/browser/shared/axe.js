// What axe finds on a page or in a part of it, whatever the language and the theme.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { LANGUAGES } from "../../../web/i18n/languages.js";
import { until } from "./wait.js";

/** @typedef {import('playwright-core').Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every language in every theme; the last is what visitors of the tests begin with. For a page as a whole. */
export const ALL_LOOKS = LANGUAGES.flatMap(({ tag }) => [`${tag} light`, `${tag} dark`]).reverse();
/** Every language and every theme once: words change with the one, contrast with the other. */
const LOOKS = ["zh-Hans dark", "en light"];

/** The violations now, each as "rule: elements". @param {Page} page @param {string} [within] a selector; else everything
 *  @returns {Promise<string[]>} */
export async function violations(page, within) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (within) => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const axe = /** @type {any} */ (window).axe;
    const { violations } = await axe.run(within ?? document, { resultTypes: ["violations"] });
    return violations.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes.map((/** @type {any} */ { target }) => target.join(" ")).join(", ")}`,
    );
  }, within);
}

/** Changes to a language and a theme, whatever lies over the buttons. @param {Page} page @param {string} look as "en dark" */
async function wear(page, look) {
  const [language, theme] = look.split(" ");
  const press = (/** @type {string} */ selector) =>
    page.locator(selector).evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await press(`[data-language="${language}"]`);
  await until(page, (language) => document.documentElement.lang === language, language); // its words are fetched once
  const worn = () => page.locator("html").getAttribute("data-theme");
  if ((await worn()) !== theme) await press("#theme");
  assert.equal(await worn(), theme);
}

/**
 * axe finds nothing, in these languages and themes.
 * @param {Page} page @param {{within?: string, where?: string, looks?: string[]}} [what] within: a selector, else the whole
 *   page; where: what the page is doing, for the message
 */
export async function assertAccessible(page, { within, where = within ?? "", looks = LOOKS } = {}) {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const look of looks) {
    await wear(page, look);
    const list = await violations(page, within);
    if (list.length) found[`${where}, ${look}`] = list;
  }
  assert.deepEqual(found, {});
}
