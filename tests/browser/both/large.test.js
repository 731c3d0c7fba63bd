// @ts-nocheck -- many functions here run in the page
// Large text for a projector: by the address and by a key, on both pages, in what is drawn as well.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { assertAccessible } from "../shared/axe.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon } from "../shared/wait.js";

const { newPage, openFigure, visit } = browserTests();

/** How large the numbers at an axis are, in px. */
const tickSize = (figure) =>
  figure.locator(".tick-x").first().evaluate((node) => parseFloat(getComputedStyle(node).fontSize)); // prettier-ignore
const isLarge = (page) => page.evaluate(() => document.documentElement.dataset.text === "large");
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/** In the page: numbers and labels of plots that lie on each other or outside. */
const crowded = () =>
  [...document.querySelectorAll("svg.plot")].flatMap((plot) => {
    const all = plot.getBoundingClientRect();
    const texts = [...plot.querySelectorAll(".axes text")].filter((text) => text.getBBox().width > 0);
    const boxes = texts.map((text) => ({ text: text.textContent, ...text.getBoundingClientRect().toJSON() }));
    const meets = (p, q) =>
      p.left < q.right && q.left < p.right && p.top + 4 < q.bottom && q.top + 4 < p.bottom;
    return boxes
      .filter((p, i) => p.left < all.left - 1 || boxes.slice(i + 1).some((q) => meets(p, q)))
      .map(({ text }) => `${plot.closest("section").id}: ${text}`);
  });

test("the key P: prose and plots of the notes become large and usual again, and the address says so", async (t) => {
  const { page, figure } = await openFigure(t, "derivatives", { width: 1440 });
  assert.equal(await tickSize(figure), 13);
  const top = await figure.locator(".plot .frame").first().getAttribute("d");
  await page.keyboard.press("p");
  assert.equal(await isLarge(page), true);
  assert.match(page.url(), /\?text=large#derivatives$/);
  assert.ok((await tickSize(figure)) > 17);
  await soon(async () =>
    assert.notEqual(await figure.locator(".plot .frame").first().getAttribute("d"), top, "drawn again"),
  );
  const button = page.getByRole("button", { name: "Large text" });
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  await button.click();
  assert.equal(await isLarge(page), false);
  assert.doesNotMatch(page.url(), /text=/);
  assert.equal(await tickSize(figure), 13);
  await figure.locator("input").first().focus();
  await page.keyboard.press("Control+Shift+P");
  await page.locator("#neuron").evaluate((section) => section.scrollIntoView());
  const field = page.locator("#neuron .field-number").first();
  await field.waitFor();
  await field.focus();
  await page.keyboard.press("p");
  assert.equal(await isLarge(page), false, "in a field it is a letter");
});

for (const [lang, width] of [
  ["en-US", 1024],
  ["zh-CN", 1440],
])
  test(`by the address, ${lang}, ${width} px: nothing is too wide, no number on another; links take it along`, async (t) => {
    const { page } = await newPage(t, { lang, width, height: 768, still: true });
    await page.goto("/notes.html?text=large");
    assert.equal(await isLarge(page), true);
    for (const { name } of FIGURES) {
      await page.locator(`#${name}`).evaluate((section) => section.scrollIntoView());
      await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
    }
    await nextFrame(page);
    await nextFrame(page);
    assert.equal(await wide(page), width);
    assert.deepEqual(await page.evaluate(crowded), []);
    const link = page.locator(".pages a").first();
    await link.hover();
    assert.match(await link.getAttribute("href"), /^index\.html\?text=large$/);
    if (width === 1440) await assertAccessible(page);
  });

test("the training page: the key is in the list of keys, the chart makes room, nothing is too wide", async (t) => {
  const { page } = await visit(t, { width: 1280, path: "/?text=huge" });
  assert.equal(await isLarge(page), false, "no other value counts");
  const room = () => page.locator("#plot .plot-over").evaluate((node) => node.clientHeight); // prettier-ignore
  const before = await room();
  await page.keyboard.press("p");
  assert.equal(await isLarge(page), true);
  assert.match(page.url(), /text=large/);
  await soon(async () => assert.ok((await room()) < before, `${before}, ${await room()}`));
  for (const width of [1600, 1280, 1024, 720]) {
    await page.setViewportSize({ width, height: 768 });
    await soon(async () => assert.equal(await wide(page), width));
  }
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Large text").waitFor();
});

test("on a phone there is no room for it", async (t) => {
  const { page } = await newPage(t, { width: 390, height: 844 });
  await page.goto("/notes.html?text=large");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "16px");
});
