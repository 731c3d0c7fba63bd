// Nothing jumps while the notes load, over a slow connection, and while they are read to their end: as they are published,
// with the prose in the page, and as the sources are, where a script brings it.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { SOURCES } from "../shared/browser.js";
import { assertStill, hearShifts, shiftsOf, slowConnection } from "../shared/slow.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

/** At the top, and far from it. */
const FIRST = FIGURES[0].name;
const LAST = FIGURES[FIGURES.length - 1].name;

const { newPage } = browserTests({ whole: true, folders: { "/sources/": SOURCES } });

/** Opens a page of the notes over a slow connection. @param {import("node:test").TestContext} t @param {string} path
 *  @param {{width: number, lang?: string}} how */
async function openSlowly(t, path, how) {
  const { page } = await newPage(t, {
    height: how.width < 500 ? 844 : 900,
    ...how,
    async prepare(visitor) {
      await visitor.page.addInitScript(hearShifts);
      await slowConnection(visitor);
    },
  });
  await page.goto(path);
  return page;
}

/** Nothing has moved for a second. @param {import("playwright-core").Page} page */
const settled = (page) => soon(() => stays(() => shiftsOf(page), 1000));

for (const width of [390, 820, 1440])
  for (const path of ["/notes.html", "/sources/notes.html"])
    test(`${path}, ${width} px: nothing jumps while it loads, at the top and at a figure`, async (t) => {
      const loads = async (/** @type {string} */ id) => {
        const atTop = id === FIRST;
        const page = await openSlowly(t, atTop ? path : `${path}#${id}`, { width });
        await page.waitForSelector(`#${id}[data-ready]`, { state: "attached" });
        await settled(page); // what comes late
        await assertStill(page, `${path}#${id}`);
        const top = await page.locator(`#${id}`).evaluate((node) => node.getBoundingClientRect().top);
        assert.ok(atTop || Math.abs(top) < 40, `${top}`);
      };
      await Promise.all([FIRST, LAST].map(loads)); // the connection is what takes long
    });

for (const lang of ["zh-CN", "en-US"])
  test(`nothing jumps in ${lang}`, async (t) => {
    const page = await openSlowly(t, "/notes.html", { width: 820, lang });
    await page.waitForSelector(`#${FIRST}[data-ready]`, { state: "attached" });
    await assertStill(page, lang);
  });

/** @param {import("node:test").TestContext} t @param {number} width */
async function readToTheEnd(t, width) {
  const page = await openSlowly(t, "/notes.html", { width });
  await page.waitForSelector(`#${FIRST}[data-ready]`, { state: "attached" });
  const heights = () =>
    page.locator(".stage").evaluateAll((list) => list.map((stage) => Math.round(stage.clientHeight)));
  const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  while (!(await page.evaluate(atEnd))) {
    const from = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 1200);
    await until(page, (from) => scrollY > from || scrollY + innerHeight >= document.body.scrollHeight, from);
  }
  for (const { name } of FIGURES) await page.waitForSelector(`#${name}[data-ready]`, { state: "attached" });
  await settled(page);
  await assertStill(page, `${width} px, read to the end`);
  await stays(heights, 2000);
}

test("nothing jumps while the page is read to its end, and nothing grows without end", async (t) => {
  await Promise.all([390, 1440].map((width) => readToTheEnd(t, width)));
});
