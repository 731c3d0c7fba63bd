// @ts-nocheck -- many functions here run in the page
// Printing the notes: all of them, light, nothing cut, and afterwards the page is as it was.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, until } from "../shared/wait.js";

const { newPage } = browserTests();

/** A4 without its margins, and with them, at 96 dpi. */
const [PAPER, PAGE] = [680, 794];

/** Opens the notes; window.print notes that it was asked. @param {any} t @param {any} how */
async function open(t, how) {
  const visitor = await newPage(t, how);
  await visitor.page.addInitScript(() => {
    window.heard = 0;
    window.print = () => window.heard++;
  });
  await visitor.page.goto("/notes.html");
  await visitor.page.waitForSelector("#neuron[data-ready]", { state: "attached" });
  return visitor;
}

/** In the page: what is not as it was, or not as it will be on paper. */
const state = () => ({
  ready: document.querySelectorAll("section[data-ready]").length,
  theme: document.documentElement.dataset.theme,
  open: document.querySelectorAll("main details[open]").length,
  closed: document.querySelectorAll("main details:not([open])").length,
  filled: [...document.querySelectorAll(".datatable")].filter((one) => one.querySelector("th")).length,
  paper: document.documentElement.className,
});

/** In the page: what reaches beyond the paper, or has to be scrolled. */
const cut = () => {
  const edge = document.querySelector("main").getBoundingClientRect().right + 1;
  return [...document.querySelectorAll("main *")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".visually-hidden"))
    .filter((node) => {
      const { width, right } = node.getBoundingClientRect();
      const { overflowX, textOverflow } = getComputedStyle(node);
      const scrolled =
        /auto|scroll/.test(overflowX) && node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1;
      return (width > 1 && right > edge) || (scrolled && textOverflow !== "ellipsis");
    })
    .map((node) => `${node.closest("section")?.id} ${node.outerHTML.slice(0, 80)}`);
};

for (const [lang, width] of [
  ["en-US", 1280],
  ["zh-CN", 390],
])
  test(`the button prints all figures, opened, light and uncut, ${lang} from ${width} px`, async (t) => {
    const { page } = await open(t, { lang, width, theme: "dark" });
    const before = await page.evaluate(state);
    assert.ok(before.ready < FIGURES.length);
    await page.locator(".contents-print button").click();
    await until(page, () => window.heard > 0);
    const now = await page.evaluate(state);
    assert.equal(now.ready, FIGURES.length);
    assert.deepEqual([now.theme, now.closed], ["light", 0]);
    assert.ok(now.filled > 12, `${now.filled} tables`);
    const pdf = await page.pdf({ preferCSSPageSize: true }); // and tells the page that it was printed
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages >= FIGURES.length && pages < 70, `${pages} pages`);
    const after = await page.evaluate(state);
    assert.deepEqual([after.theme, after.open, after.paper], ["dark", 0, ""]);
  });

test("on paper nothing is cut, scrolled or for hands", async (t) => {
  const { page } = await open(t, { width: 1440 });
  await page.keyboard.press("Control+p");
  await until(page, () => window.heard > 0);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: PAGE, height: 1123 });
  await page.evaluate((px) => (document.body.style.width = `${px}px`), PAPER);
  await nextFrame(page);
  await nextFrame(page);
  assert.deepEqual(await page.evaluate(cut), []);
  const room = await page.locator(".inputs-picture").evaluate((node) => {
    const numbers = [...node.querySelectorAll(".channel > *")].map(
      (one) => one.getBoundingClientRect().right,
    );
    return node.querySelector(".vector").getBoundingClientRect().left - Math.max(...numbers);
  });
  assert.ok(room > 0, `the numbers of a pixel reach ${-room} px into the column`);
  const bare = page.locator(".datatable:not(:has(td))"); // nothing was measured
  assert.ok((await bare.count()) > 2);
  assert.equal(await bare.filter({ visible: true }).count(), 0);
  const hands =
    "input[type=range], .player, .save-picture, .contents, .masthead button, .own, input[type=file]";
  assert.deepEqual(
    await page
      .locator(hands)
      .filter({ visible: true })
      .evaluateAll((all) => all.map((one) => one.outerHTML)),
    [],
  );
  assert.equal(await page.locator("main > section > h2").filter({ visible: true }).count(), FIGURES.length);
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(background, "rgb(255, 255, 255)");
});

test("printed by the browser's own menu: what can be done at once, and what is missing is said", async (t) => {
  const { page } = await open(t, { theme: "dark" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const now = await page.evaluate(state);
  assert.deepEqual([now.theme, now.closed], ["light", 0]);
  assert.ok(now.filled > 0);
  const said = await page.locator("#broadcasting .stage").innerText();
  assert.match(said, /had not been loaded/);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator(".not-there").count(), 0);
  assert.equal((await page.evaluate(state)).theme, "dark");
  await until(page, (n) => document.querySelectorAll("section[data-ready]").length === n, FIGURES.length);
});
