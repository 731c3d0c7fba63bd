// The notes as a whole: every figure loads and stays quiet, in both languages and themes, on a narrow screen as well.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { openBrowser } from "../shared/browser.js";
import { violations } from "../shared/figure.js";

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Scrolls through the whole page, so that every figure loads. */
async function readAll(page) {
  const ids = await page.locator("section[data-figure]").evaluateAll((list) => list.map(({ id }) => id));
  for (const id of ids) {
    await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
    await page.waitForSelector(`#${id}[data-ready], #${id}[data-failed]`, { state: "attached" });
  }
  return ids;
}

test("all figures load, each linked from the contents, without an error or a foreign request", async () => {
  const { page, errors, foreign, close } = await browser.newPage({});
  await page.goto(`${browser.url}notes.html`);
  const ids = await readAll(page);
  assert.deepEqual(
    ids,
    FIGURES.map(({ name }) => name),
  );
  const failed = await page
    .locator("[data-failed]")
    .evaluateAll((list) => list.map((section) => section.dataset.failed));
  assert.deepEqual(failed, []);
  const links = await page
    .locator(".contents a")
    .evaluateAll((list) => list.map((a) => a.getAttribute("href")));
  assert.deepEqual(
    links,
    ids.map((id) => `#${id}`),
  );
  assert.deepEqual([errors, foreign], [[], []]);
  await close();
});

test("headings and contents are numbered in the order of the list, also where figures have come", async () => {
  const { page, context, close } = await browser.newPage({});
  await page.goto(`${browser.url}notes.html`);
  await readAll(page);
  const devtools = await context.newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** What is drawn of a node: the number before a title is no part of its name. @returns {string} */
  const drawn = (/** @type {typeof nodes[number] | undefined} */ node) =>
    node?.role?.value === "StaticText"
      ? String(node.name?.value)
      : (node?.childIds ?? []).map((id) => drawn(byId.get(id))).join("");
  const links = nodes.filter(({ role }) => role?.value === "link").map(drawn);
  for (const [i, { name }] of FIGURES.entries()) {
    const title = (await page.locator(`#${name} > h2`).innerText()).trim();
    const found = links.filter((text) => text.replace(/^\d+/, "") === title);
    assert.deepEqual(found, [`${i + 1}${title}`, `${i + 1}${title}`], name);
  }
  await close();
});

test("figures wait until they come near", async () => {
  const { page, close } = await browser.newPage({ height: 700 });
  await page.goto(`${browser.url}notes.html`);
  await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
  assert.equal(await page.locator("#broadcasting[data-ready]").count(), 0);
  await close();
});

test("axe finds nothing on the whole page, in both languages and themes", async () => {
  const { page, close } = await browser.newPage({ still: true });
  await page.goto(`${browser.url}notes.html`);
  await readAll(page);
  await page.evaluate(() => (document.documentElement.id = "page"));
  assert.deepEqual(await violations(page, "page"), []);
  await close();
});

for (const lang of ["en-US", "zh-CN"]) {
  test(`nothing is wider than a screen of 320 px, ${lang}`, async () => {
    const { page, close } = await browser.newPage({ width: 320, height: 700, lang, still: true });
    await page.goto(`${browser.url}notes.html`);
    await readAll(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await close();
  });
}

test("the language switch changes prose, headings and figures together", async () => {
  const { page, close } = await browser.newPage({ lang: "zh-CN" });
  await page.goto(`${browser.url}notes.html#derivatives`);
  await page.waitForSelector("#derivatives[data-ready]");
  const visible = () => page.locator("#derivatives").innerText();
  assert.match(await visible(), /微小增量[^]*物极必反/);
  assert.doesNotMatch(await visible(), /nudge|Derivatives/);
  await page.getByRole("button", { name: "EN" }).click();
  await page.waitForFunction(() => document.querySelector("#derivatives").innerText.includes("nudge"));
  assert.doesNotMatch(await visible(), /\p{Script=Han}/u);
  await close();
});
