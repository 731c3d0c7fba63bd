// @ts-nocheck -- many functions here run in the page
// A made-up language, one more: every English word with accents and 40 % longer. Both pages in it: each text has its room,
// and none was forgotten. It is made here, of the files as they are: words.xx.js, prose.xx.html, a line in languages.js.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES } from "../../../web/i18n/languages.js";
import { FIGURES } from "../../../web/notes/figures.js";
import { SOURCES } from "../shared/browser.js";
import { beyond, overflowing } from "../shared/layout.js";
import { unfoldSettings } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

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

const LINE =
  '{ tag: "xx", ending: "xx", name: "Ẍẍ", gap: " ", large: "letters", grouped: true, unit: "narrow" },\n];';

/** The English file beside one of the language, from its address. */
const beside = (address) =>
  new URL(new URL(address).pathname.replace("/sources/", "./").replace(".xx.", ".en."), WEB);

/** What the sources answer for the language. */
async function speak(context) {
  const answer = (route, type, body) => route.fulfill({ contentType: type, body });
  await context.route("**/words.xx.js", async (route) => {
    const { default: words } = await import(beside(route.request().url()).href);
    const own = Object.entries(words).map(([key, text]) => [key, translated(text)]);
    await answer(route, "text/javascript", `export default ${JSON.stringify(Object.fromEntries(own))};`);
  });
  await context.route("**/prose.xx.html", async (route) => {
    const html = await readFile(beside(route.request().url()), "utf8");
    const [head, body] = html.split("<body>");
    await answer(
      route,
      "text/html",
      `${head.replace('lang="en"', 'lang="xx"')}<body>${translatedHtml(body)}`,
    );
  });
  await context.route("**/i18n/languages.js", async (route) => {
    const list = await readFile(new URL("i18n/languages.js", WEB), "utf8");
    await answer(route, "text/javascript", list.replace(/\n\];/, `\n  ${LINE}`));
  });
}

const { newPage } = browserTests({ folders: { "/sources/": SOURCES } });

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

/** What comes late, tables and plots, has its time. */
const assertSpeaks = (page, where) =>
  soon(async () => {
    const words = (await page.evaluate(untranslated)).filter((text) => !ALLOWED.test(text));
    assert.deepEqual(words, [], `${where}: not translated`);
    assert.deepEqual(await beyond(page), [], where);
    assert.deepEqual(await overflowing(page), [], where);
  });

async function open(t, path, width) {
  const { page, context } = await newPage(t, { width, height: 900, still: true });
  await speak(context);
  await page.goto(`/sources/${path}?lang=xx`);
  await page.locator("html[lang=xx]").waitFor();
  return page;
}

for (const width of [320, 820, 1440]) {
  test(`the notes, ${width} px`, async (t) => {
    const page = await open(t, "notes.html", width);
    await page.locator("#neuron").evaluate((section) => section.scrollIntoView());
    await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
    const names = [...LANGUAGES.map(({ name }) => name), "Ẍẍ"];
    assert.deepEqual(await page.locator(".languages button").allTextContents(), names);
    for (const { name } of FIGURES) {
      await page.locator(`#${name}`).evaluate((section) => section.scrollIntoView());
      await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
      for (const details of await page.locator(`#${name} details`).all())
        await details.evaluate((node) => (node.open = true));
      await soon(async () => {
        const empty = `#${name} details tbody:empty`;
        assert.equal(await page.locator(empty).filter({ visible: true }).count(), 0);
      });
    }
    await assertSpeaks(page, "the notes");
  });

  test(`the training page, ${width} px`, async (t) => {
    const page = await open(t, "index.html", width);
    await page.locator("#iteration").filter({ hasText: /[1-9]/ }).waitFor();
    await page.locator("#cost-table summary").click();
    await page.locator("#cost-table tbody tr").first().waitFor();
    await unfoldSettings(page);
    await page.locator("#more").click();
    await page.locator("#settings").waitFor();
    await assertSpeaks(page, "running, settings and table open");
    await page.locator(".setting-links button").last().click();
    await page.locator(".class-link .link-qr path").waitFor();
    await assertSpeaks(page, "the dialog of links");
  });
}
