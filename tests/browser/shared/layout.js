// Where things are on a page, and whether their text has the room it needs.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** The box of an element that is shown. @param {Locator} locator */
export async function boxOf(locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not shown: ${locator}`);
  return box;
}
