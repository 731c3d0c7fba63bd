// @ts-nocheck -- many functions here run in the page
// Terms explain themselves: by tap, by keyboard, by a mouse that rests on them; and never stand in their own way.
import assert from "node:assert/strict";
import test from "node:test";
import { isListed, saysOf, TERMS } from "../../../web/terms/list.js";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { violations } from "../shared/axe.js";
import { boxOf } from "../shared/layout.js";
import { unfoldParts, unfoldSettings } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const { visit } = browserTests();
const WORDS = { "en-US": await allWords("en", ofTraining), "zh-CN": await allWords("zh", ofTraining) };

const windowOf = (page) => page.locator(".explanation");
const apart = (p, q) =>
  p.x + p.width <= q.x || q.x + q.width <= p.x || p.y + p.height <= q.y || q.y + q.height <= p.y;

/** In the page: every visible term is asked, and asked to be silent again. What was seen meanwhile. */
async function askAll() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const terms = [...document.querySelectorAll(".term")].filter((node) => node.checkVisibility());
  const box = document.querySelector(".explanation");
  const found = [];
  for (const term of terms) {
    term.scrollIntoView({ block: "center" });
    await frame();
    const { x, y, width, height } = term.getBoundingClientRect();
    const met = document.elementFromPoint(x + width / 2, y + height / 2);
    if (!term.contains(met))
      throw new Error(`a finger does not meet ${term.dataset.term}: ${met?.outerHTML}`);
    term.click();
    await frame();
    found.push({
      name: term.dataset.term,
      text: box.querySelector("p").innerText,
      links: [...box.querySelectorAll("a")].filter((a) => !a.hidden).map((a) => a.getAttribute("href")),
      rects: [box, term].map((node) => node.getBoundingClientRect().toJSON()),
      expanded: term.getAttribute("aria-expanded"),
    });
    term.click();
    await frame();
    if (!box.hidden || term.getAttribute("aria-expanded") !== "false")
      throw new Error(`${term.dataset.term} stays`);
  }
  return found;
}

for (const [lang, width] of /** @type {const} */ ([
  ["en-US", 390],
  ["en-US", 360],
  ["zh-CN", 390],
  ["zh-CN", 360],
]))
  test(`every visible term, by tap: its own words, on the screen, beside the term: ${width} px, ${lang}`, async (t) => {
    const { page } = await visit(t, { width, height: 780, lang, touch: true });
    await unfoldSettings(page);
    await unfoldParts(page);
    for (const term of [page.locator(".term:visible").first(), page.locator(".term:visible").last()]) {
      await term.tap();
      await windowOf(page).waitFor();
      await term.tap();
      await windowOf(page).waitFor({ state: "hidden" });
    }
    const found = await page.evaluate(askAll);
    assert.ok(found.length >= 22, String(found.length));
    for (const { name, text, links, rects, expanded } of found) {
      const also = WORDS[lang][`term.${name}.also`];
      const says = WORDS[lang][saysOf(name)];
      assert.ok(text.startsWith(says) && text.endsWith(also ? WORDS[lang]["term.also"].replace("{names}", also) : says), text); // prettier-ignore
      const { figure } = TERMS[name];
      assert.deepEqual(links, [
        ...(figure ? [`notes.html#${figure}`] : []),
        ...(isListed(name) ? [`notes.html#glossary-${name}`] : []),
      ]);
      const [box] = rects;
      assert.ok(apart(...rects), `${name} is covered: ${JSON.stringify(rects)}`);
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${name} ${JSON.stringify(box)}`);
      assert.ok(box.y >= 0 && box.y + box.height <= 780, `${name} ${JSON.stringify(box)}`);
      assert.equal(expanded, "true");
    }
  });

test("a tap elsewhere closes it, and a tap on another term explains that one", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844, touch: true });
  await unfoldParts(page);
  await page.locator('.counters [data-term="cost"]').tap();
  await windowOf(page).waitFor();
  await page.locator('[data-term="training-set"]').first().tap();
  await soon(async () =>
    assert.ok(
      (await windowOf(page).locator("p").innerText()).startsWith(WORDS["en-US"]["term.training-set"]),
    ),
  );
  await page.locator("#rate").tap({ position: { x: 250, y: 5 } });
  await windowOf(page).waitFor({ state: "hidden" });
});

for (const lang of ["en-US", "zh-CN"])
  test(`by keyboard: Enter explains, Tab leads to the link and on, Escape gives the focus back, ${lang}`, async (t) => {
    const { page } = await visit(t, { lang, goes: true });
    const term = page.locator("#alpha-label");
    const isFocused = (locator) => locator.evaluate((node) => node === document.activeElement);
    await term.focus();
    await page.keyboard.press("Enter");
    await windowOf(page).waitFor();
    await soon(async () => assert.ok(await isFocused(windowOf(page))));
    await page.keyboard.press("Escape");
    await windowOf(page).waitFor({ state: "hidden" });
    assert.ok(await isFocused(term));
    await page.keyboard.press(" ");
    await windowOf(page).waitFor();
    await soon(async () => assert.ok(await isFocused(windowOf(page))));
    await page.keyboard.press("Tab");
    for (const i of [0, 1]) {
      assert.ok(await isFocused(windowOf(page).getByRole("link").nth(i)));
      await page.keyboard.press("Tab");
    }
    await windowOf(page).waitFor({ state: "hidden" });
    assert.ok(await isFocused(page.locator("#alpha-less")), "on from the term");
    assert.equal(await page.evaluate(() => window.heard.train.running), true, "Space did not pause");
  });

test("axe finds nothing while a term is explained", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844, touch: true, still: true });
  await page.locator("#rate .term").tap();
  await windowOf(page).waitFor();
  await soon(async () => assert.ok(await windowOf(page).evaluate((node) => node === document.activeElement)));
  assert.deepEqual(await violations(page), []);
});

test("a mouse that rests on a term is told, and the window stays while it is in there", async (t) => {
  const { page } = await visit(t);
  await page.locator('.counters [data-term="iteration"]').hover();
  await windowOf(page).waitFor();
  const link = windowOf(page).getByRole("link").first();
  await link.hover();
  await page.mouse.move(5, 5);
  await windowOf(page).waitFor({ state: "hidden" });
});

test("what a click opened and Escape closed stays closed, wherever the mouse lies", async (t) => {
  const { page } = await visit(t);
  const term = page.locator('.counters [data-term="iteration"]');
  await term.hover();
  await windowOf(page).waitFor(); // it is there now: what comes next is quick
  await page.mouse.move(5, 5);
  await windowOf(page).waitFor({ state: "hidden" });
  await term.hover();
  await term.evaluate(async (node) => {
    node.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, pointerType: "mouse" }));
    node.click();
    await new Promise((done) => setTimeout(done));
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  await until(page, () => document.querySelector(".explanation").hidden);
  assert.equal(await stays(() => windowOf(page).isVisible(), 600), false);
});

test("a term that comes under a mouse which lies still is not told, until it moves", async (t) => {
  const { page } = await visit(t, { height: 600 });
  const term = page.locator("main .term:visible").last();
  await term.evaluate((node) => window.scrollTo(0, node.getBoundingClientRect().top + scrollY - 500));
  const { x, y } = await boxOf(term);
  const [under, over] = [
    [x + 4, y - 100],
    [x + 5, y - 100],
  ];
  await page.mouse.move(...under);
  await page.evaluate(() => window.scrollBy(0, 104));
  await until(page, ([x, y]) => document.elementFromPoint(x, y).closest(".term"), under);
  await stays(() => windowOf(page).count(), 600);
  await page.mouse.move(...over);
  await windowOf(page).waitFor();
});

test("no term is explained by a title alone", async (t) => {
  const { page } = await visit(t);
  const titled = await page.evaluate(() =>
    [...document.querySelectorAll(".transport [title], .cost [title], .equation [title], .weights [title]")]
      .filter((node) => node.checkVisibility() && node.title)
      .filter((node) => !node.matches("button, #scrubber, #subject-name"))
      .map((node) => node.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(titled, []);
});
