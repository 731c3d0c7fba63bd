// @ts-nocheck -- many functions here run in the page
// Both languages, whole: no English is left on the Chinese page, no Chinese on the English one; and both themes.
import assert from "node:assert/strict";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { pictures } from "../shared/files.js";
import { card, choose, counts, fullSpeed, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const zh = await allWords("zh", ofTraining);
const en = await allWords("en", ofTraining);

const { visit } = browserTests();

/** In the page: everything that is read or spoken: visible text, names, tooltips. Parts marked with another language are left out. */
const spoken = () => {
  const [texts, root] = [[document.title], document.documentElement];
  const visit = (element) => {
    if (element !== document.body && element.lang && element.lang !== root.lang) return;
    if (element.checkVisibility && !element.checkVisibility()) return;
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"])
      if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
    if (element.localName === "input" && element.type === "text") texts.push(element.value);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.data.trim());
      else if (child.nodeType === Node.ELEMENT_NODE) visit(child);
    }
  };
  visit(document.body);
  return [...new Set(texts.filter(Boolean))];
};

/** Symbols, formats, keys and the names of the test's own files. */
const ALLOWED = new Set(
  "log NaN RGB SIMD CSV px JPEG PNG SVG TIFF HDF5 MB Ctrl Shift Delete Tab Esc epoch pasted warm cold png svg One Neuron".split(
    " ",
  ),
);
const latin = (texts) =>
  texts.filter((text) => (text.match(/[A-Za-z][A-Za-z]+/g) ?? []).some((word) => !ALLOWED.has(word)));

/** Takes the page through everything that has words, calling `look` at each stop. */
async function tour(page, words, look) {
  const say = (key, params) => says(key, params, words);
  const button = (key, params) => page.getByRole("button", { name: say(key, params), exact: true });
  await look("running");
  await page.locator("#cost-table summary").click();
  await page.getByRole("button", { name: say("more"), exact: true }).click();
  await page.locator("#weights-canvas").focus();
  await look("settings and table open");
  await fullSpeed(page);
  await until(page, () => window.heard.train.finished);
  await look("finished");
  await card(page, 1)
    .getByRole("button", { name: say("card.draw"), exact: true })
    .click();
  await page.getByRole("dialog").waitFor();
  await look("drawing");
  await page.keyboard.press("Escape");
  await button("data.forget").click();
  await page.getByRole("dialog").waitFor();
  await look("forgetting");
  await page.keyboard.press("Escape");
  const bad = { name: "1.png", mimeType: "image/png", buffer: Buffer.from("nothing at all") };
  await choose(page, 1, [...pictures(2, 1), bad, { ...bad, name: "2.svg", buffer: Buffer.from("<svg/>") }]);
  await counts(page, 0, 2);
  await look("one class empty, two files refused");
  await choose(page, 0, pictures(2, 1));
  await counts(page, 2, 2);
  await look("all the same");
  await choose(page, 0, pictures(9, 0));
  await counts(page, 11, 2);
  const alpha = page.getByRole("textbox", { name: say("alpha.label") });
  await alpha.fill("1e300");
  await alpha.press("Enter");
  await button("train").click();
  await page.getByRole("alert").filter({ visible: true }).waitFor();
  await look("diverged");
}

test("the Chinese page has no English", async (t) => {
  const { page } = await visit(t, { lang: "zh-CN", goes: true });
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
  await tour(page, zh, async (where) => assert.deepEqual(latin(await page.evaluate(spoken)), [], where));
});

test("the English page has no Chinese, and no key without words", async (t) => {
  const { page } = await visit(t, { goes: true });
  const keys = new Set(Object.keys(en).filter((key) => key.includes(".")));
  await tour(page, en, async (where) => {
    const texts = await page.evaluate(spoken);
    assert.deepEqual(
      texts.filter((text) => /[\u3400-\u9fff]/.test(text)),
      [],
      where,
    );
    assert.deepEqual(
      texts.filter((text) => keys.has(text) || /\{\w+\}|undefined/.test(text)),
      [],
      where,
    );
  });
});

test("language and theme: the reader's own, changed at once, and remembered", async (t) => {
  const { page } = await visit(t, { lang: "zh-TW", theme: "dark", goes: true });
  const html = page.locator("html");
  const look = async () => [await html.getAttribute("lang"), await html.getAttribute("data-theme")];
  assert.deepEqual(await look(), ["zh-Hans", "dark"]);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.getByRole("button", { name: zh.theme, exact: true }).click();
  assert.notEqual(await paper(), dark);
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await soon(async () => assert.deepEqual(await look(), ["en", "light"]));
  await page.getByRole("button", { name: en.pause, exact: true }).waitFor();
  assert.equal(await page.title(), en["page.title"]);
  await page.reload();
  await soon(async () => assert.deepEqual(await look(), ["en", "light"]));
  await page.goto("/?lang=zh");
  await page.getByRole("button", { name: zh.pause, exact: true }).waitFor();
});

test("a browser that says its language is C learns all the same", async (t) => {
  const init = () => Object.defineProperty(Navigator.prototype, "language", { get: () => "C" });
  const { page } = await visit(t, { init, goes: true });
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});
