// @ts-nocheck -- many functions here run in the page
// A made-up language, the third: every English word with accents and 40 % longer. Both pages in it: each text has its room,
// and none was forgotten. It is made here, of the files as they are: words.xx.js, prose.xx.html, a line in languages.js.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { beyond, overflowing } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const WEB = new URL("../../../web/", import.meta.url);
const PLAIN = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ";
const ACCENTED = "àčďéĝĥîĵķĺñôřšťûŵýžÀČĎÉĜĤÎĴĶĹÑÔŘŠŤÛŴÝŽ";

/** A word of the language: accents, and 40 % more of it. */
const longer = (word) =>
  [...word].map((c) => ACCENTED[PLAIN.indexOf(c)] ?? c).join("") + "·".repeat(Math.round(0.4 * word.length));

/** A text of the language; {parameters} stay as they are. */
const translated = (text) =>
  text.replace(/\{\w+\}|[A-Za-z]+/g, (part) => (part.startsWith("{") ? part : longer(part)));

/** HTML of the language: what is between tags, outside of formulas and code. */
const translatedHtml = (html) =>
  html
    .split(/(<code>[^]*?<\/code>|<math[^]*?<\/math\s*>|<i\s*>[^]*?<\/i\s*>|<[^>]*>)/)
    .map((part, i) => (i % 2 ? part : translated(part)))
    .join("");

const LINE = '{ tag: "xx", ending: "xx", name: "Ẍẍ", gap: " ", large: "letters", unit: "narrow" },\n];';

/** What the site answers for the language. */
async function speak(context) {
  const english = (path) => readFile(new URL(`.${path.replace(".xx.", ".en.")}`, WEB), "utf8");
  const answer = (route, type, body) => route.fulfill({ contentType: type, body });
  await context.route("**/words.xx.js", async (route) => {
    const { pathname } = new URL(route.request().url());
    const { default: words } = await import(new URL(`.${pathname.replace(".xx.", ".en.")}`, WEB).href);
    const own = Object.entries(words).map(([key, text]) => [key, translated(text)]);
    await answer(route, "text/javascript", `export default ${JSON.stringify(Object.fromEntries(own))};`);
  });
  await context.route("**/prose.xx.html", async (route) => {
    const html = await english(new URL(route.request().url()).pathname);
    const [head, body] = html.split("<body>");
    await answer(
      route,
      "text/html",
      `${head.replace('lang="en"', 'lang="xx"')}<body>${translatedHtml(body)}`,
    );
  });
  await context.route("**/i18n/languages.js", async (route) => {
    const list = await english("/i18n/languages.js");
    await answer(route, "text/javascript", list.replace(/\n\];/, `\n  ${LINE}`));
  });
}

const { newPage, visit } = browserTests();

/** In the page: every text that is seen or spoken and has a word in it but no accent. */
const untranslated = () => {
  const found = new Set();
  const plain = (text) => /[A-Za-z]{3,}/.test(text) && !/[\u00c0-\u024f]/.test(text);
  const visit = (element) => {
    if (["CODE", "MATH", "math", "SCRIPT", "STYLE", "NOSCRIPT", "CANVAS"].includes(element.nodeName)) return;
    if (element.lang && element.lang !== document.documentElement.lang) return;
    if (element.checkVisibility && !element.checkVisibility()) return;
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"]) {
      const text = element.getAttribute(name);
      if (text && plain(text)) found.add(`${element.localName}[${name}]: ${text}`);
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && plain(child.data)) found.add(child.data.trim());
      else if (child.nodeType === Node.ELEMENT_NODE) visit(child);
    }
  };
  visit(document.body);
  if (plain(document.title)) found.add(document.title);
  return [...found];
};

/** The same in every language: mathematics, and lines of code that name their tables. */
const ALLOWED = /^max$|\.reshape\(/;

async function assertSpeaks(page, where, within) {
  const words = (await page.evaluate(untranslated)).filter((text) => !ALLOWED.test(text));
  assert.deepEqual(words, [], `${where}: not translated`);
  assert.deepEqual(await beyond(page), [], where);
  assert.deepEqual(await overflowing(page, within), [], where);
}

/** How a visitor of this language comes. */
const speaking = (width) => ({ width, still: true, prepare: ({ context }) => speak(context) });

for (const width of [320, 820, 1440]) {
  test(`the notes, ${width} px`, async (t) => {
    const { page } = await newPage(t, speaking(width));
    await page.goto("/notes.html?lang=xx");
    await page.locator("html[lang=xx]").waitFor();
    await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
    assert.deepEqual(await page.locator(".languages button").allTextContents(), ["EN", "中文", "Ẍẍ"]);
    for (const { name } of FIGURES) {
      await page.locator(`#${name}`).evaluate((section) => section.scrollIntoView());
      await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
      for (const details of await page.locator(`#${name} details`).all())
        await details.evaluate((node) => (node.open = true));
    }
    const text = () => page.locator("body").innerText();
    await soon(() => stays(text, 1000)); // tables are filled, plots drawn
    await assertSpeaks(page, "the notes");
  });

  test(`the training page, ${width} px`, async (t) => {
    const { page } = await visit(t, { ...speaking(width), path: "/?lang=xx" });
    await page.locator("html[lang=xx]").waitFor();
    await page.locator("#more").click();
    await page.locator("#cost-table summary").click();
    await page.locator("#settings").waitFor();
    await until(page, () => window.heard.evaluation && window.heard.train.iteration > 30);
    await assertSpeaks(page, "running, settings and table open");
  });
}
