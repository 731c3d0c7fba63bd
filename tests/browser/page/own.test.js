// @ts-nocheck -- many functions here run in the page
// From a figure of the notes to the same on one's own pictures: where the link leads is unfolded, on the screen, and works.
import assert from "node:assert/strict";
import test from "node:test";
import { OWN } from "../../../web/notes/own.js";
import { TERMS } from "../../../web/terms/list.js";
import { SOURCES } from "../shared/browser.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

const { visit, newPage } = browserTests({ folders: { "/sources/": SOURCES } });

/** What must have come where a link leads there, beside the part itself. */
const THERE = {
  "what-if": ".what-if[open] button",
  settings: "#settings #engine",
  why: "#why-panel",
  data: "#data .card, #data [class*=card]",
  test: "#test canvas",
  "alpha-label": "#alpha",
  "network-choice": "#network",
};
const places = [...new Set([...Object.values(OWN), ...Object.values(TERMS).flatMap(({ own }) => own ?? [])])];

for (const id of places)
  test(`#${id} on a phone: unfolded and on the screen`, async (t) => {
    const { page } = await visit(t, { path: `/#${id}`, width: 390, height: 844, touch: true });
    await soon(async () => {
      const { y, height } = await boxOf(page.locator(`#${id}`));
      assert.ok(height > 8 && y > -5 && y < 760, `${y} ${height}`);
    });
    if (THERE[id]) await page.locator(THERE[id]).first().waitFor();
  });

test("on a wide screen settings and Why? open too, and α keeps its value", async (t) => {
  for (const id of ["settings", "why"]) {
    const { page } = await visit(t, { path: `/#${id}` });
    await page.locator(THERE[id]).waitFor();
  }
  const { page } = await visit(t, { path: "/#alpha-label" });
  await soon(async () => assert.equal(await page.locator("#alpha").inputValue(), "0.005"));
});

test("every figure has its line, and it leads there, in the reader's language", async (t) => {
  for (const path of ["/notes.html", "/sources/notes.html"]) {
    const { page } = await newPage(t, { lang: "zh-CN" });
    await page.goto(path);
    await page.locator("#scale .own a", { hasText: "你的准确率有多少是运气" }).waitFor();
    const found = await page
      .locator("section .own a")
      .evaluateAll((list) => list.map((a) => [a.closest("section").id, a.getAttribute("href")]));
    assert.deepEqual(
      Object.fromEntries(found),
      Object.fromEntries(Object.entries(OWN).map(([name, id]) => [name, `index.html#${id}`])),
    );
    assert.equal(found.length, Object.keys(OWN).length);
  }
});
