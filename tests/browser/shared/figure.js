// What a reader sees in a figure of the notes: its numbers, the table beside a plot, its words.
import assert from "node:assert/strict";
import { nextFrame, soon } from "./wait.js";

/** @typedef {import('playwright-core').Locator} Locator */

/** The number in a text of the page, which writes − for minus. @param {string | null} text */
export const asNumber = (text) => Number((text ?? "").replaceAll("−", "-").replace(/[()]/g, ""));

/** All text of an element, also what is not shown. @param {Locator} locator */
export const textOf = async (locator) => (await locator.textContent()) ?? "";

/** What the groups of a pattern find in a text; it has to be there. @param {string | null} text @param {RegExp} pattern */
export function groupsOf(text, pattern) {
  assert.match(text ?? "", pattern);
  return [.../** @type {RegExpExecArray} */ (pattern.exec(text ?? ""))].slice(1);
}

/** The numbers of the table of a part, row by row; opens it. @param {Locator} part */
export async function tableOf(part) {
  const rows = await textsOf(part);
  return rows.map((row) => row.map(asNumber));
}

/**
 * The texts of the table of a part, row by row; opens it, and waits until it shows the numbers of now: an open table is
 * filled twice a second.
 * @param {Locator} part @returns {Promise<string[][]>}
 */
export async function textsOf(part) {
  const details = part.locator("details.datatable");
  if (!(await details.evaluate((node) => /** @type {HTMLDetailsElement} */ (node).open)))
    await details.locator("summary").click();
  await nextFrame(part.page()); // what the figure draws with the next frame is told to its table then
  const filled = () =>
    details.evaluate((node) => !("stale" in node.dataset) && node.querySelector("tbody") !== null);
  await soon(async () => assert.ok(await filled(), "the table is filled"));
  return details
    .locator("tbody tr")
    .evaluateAll((list) =>
      list.map((row) => [.../** @type {HTMLTableRowElement} */ (row).cells].map((cell) => cell.textContent)),
    );
}

/** The live number of this name in a part's formulas. @param {Locator} part @param {string} name */
export const liveOf = async (part, name) =>
  asNumber(await part.locator(`.live-${name}`).first().textContent());

/** No key of the dictionaries and no empty label is left on the figure. @param {Locator} figure @param {string} id */
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
