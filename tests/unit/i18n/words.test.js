// The dictionaries say the same things in every language, and the pages ask for nothing they lack.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { allWords, dictionaries, ofTraining } from "../shared/words.js";

const WEB = new URL("../../../web/", import.meta.url);
const all = await dictionaries();
const languages = [...new Set(all.map(({ language }) => language))];
/** The dictionaries of each folder. @type {Map<string, typeof all>} */
const parts = new Map();
for (const part of all) parts.set(part.folder, [...(parts.get(part.folder) ?? []), part]);

/** The same in every language: names of functions, indices of formulas, lines of code. */
const SYMBOLS = /^(ReLU|train|test)$|[.(].*\)$/;

/** Words in a text, beside its parameters. @param {string} text */
const wordsIn = (text) => text.replace(/\{\w+\}/g, "").match(/[a-z]{4,}/gi) ?? [];

/** How many words another language may have in common with English: where its letters are the same, "Notes" may be. */
const inCommon = (/** @type {Record<string, string>} */ words) => {
  const letters = Object.values(words).join("").match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /[a-z]/i.test(letter)).length > letters.length / 2 ? 1 : 0;
};

const parameters = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test("all dictionaries are found: English and Chinese of both pages and every figure", () => {
  assert.ok(languages.includes("en") && languages.includes("zh"));
  assert.ok(parts.size >= 17, [...parts.keys()].join());
});

for (const [folder, list] of parts) {
  const en = list.find(({ language }) => language === "en")?.words ?? {};

  test(`${folder}: every language is there, with the same keys`, () => {
    assert.deepEqual(list.map(({ language }) => language).sort(), [...languages].sort());
    for (const { words } of list) assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort());
  });

  test(`${folder}: a sentence has the same parameters in every language`, () => {
    // Forms for one and for several need not name the number in every language.
    const keys = Object.keys(en).filter((key) => !/\.(one|other)$/.test(key));
    for (const { words } of list)
      for (const key of keys) assert.deepEqual(parameters(words[key]), parameters(en[key]), key);
  });

  test(`${folder}: no text is empty, and none in another language was left in English`, () => {
    for (const { language, words } of list)
      for (const [key, text] of Object.entries(words)) {
        assert.ok(text.trim(), key);
        if (language === "en" || SYMBOLS.test(text)) continue;
        assert.ok(text !== en[key] || wordsIn(text).length <= inCommon(words), `${key}: ${text}`);
      }
  });
}

/** The dictionary of the first screen repeats those of its parts. */
const MERGED = "page";
/** Parts of the training page that are fetched when they are needed, words and all. */
const LATER = [
  "page/refused",
  "page/brought",
  "page/camera",
  "page/classes",
  "page/doctor",
  "page/drawing",
  "page/forget",
  "page/keys",
  "page/link",
  "page/live",
  "page/meaning",
  "page/network",
  "page/pixel",
  "page/resting",
  "page/runs",
  "page/saved",
  "page/settings",
  "page/sound",
  "page/whatif",
  "page/why",
];

test("the first screen has the words of every part of the page that is not fetched later", () => {
  for (const { language, words } of parts.get(MERGED) ?? []) {
    const here = all.filter(
      (part) => part.language === language && (part.folder === "ui" || part.folder.startsWith(`${MERGED}/`)),
    );
    assert.ok(here.length >= 6);
    for (const { folder, words: own } of here)
      for (const [key, text] of Object.entries(own))
        assert.equal(words[key], LATER.includes(folder) ? undefined : text, `${folder}: ${key}`);
  }
});

test("no key stands in two dictionaries that a page has at the same time", () => {
  const together = all.filter(
    ({ language, folder }) => language === "en" && folder !== MERGED && !folder.startsWith("notes/"),
  );
  const owners = new Map();
  for (const { folder, words } of together)
    for (const key of Object.keys(words)) {
      assert.ok(!owners.has(key), `${key}: ${owners.get(key)} and ${folder}`);
      owners.set(key, folder);
    }
});

test("every key of the pages' HTML is in the dictionaries", async () => {
  const en = await allWords("en");
  for (const page of ["index.html", "notes.html"]) {
    const html = await readFile(new URL(page, WEB), "utf8");
    const texts = [...html.matchAll(/data-i18n="([^"]+)"/g)].map(([, key]) => key);
    const attributes = [...html.matchAll(/data-i18n-attr="([^"]+)"/g)].flatMap(([, pairs]) =>
      pairs.split(" ").map((pair) => pair.split(":")[1]),
    );
    assert.ok(texts.length >= 4 && attributes.length >= 4, page);
    for (const key of [...texts, ...attributes]) assert.ok(key in en, `${page}: ${key}`);
  }
});

test("the text that stands in the training page is the English one: nothing jumps when its words come", async () => {
  const en = await allWords("en", ofTraining);
  const html = await readFile(new URL("index.html", WEB), "utf8");
  const marked = [...html.matchAll(/<(\w+)[^<>]*\bdata-i18n="([^"]+)"[^<>]*>([^<]*)<\/\1/g)];
  assert.ok(marked.length > 30, String(marked.length));
  for (const [, , key, text] of marked) assert.equal(text.trim().replace(/\s+/g, " "), en[key], key);
});

test("every key that a script names is in the dictionaries of its page", async () => {
  const names = (await readdir(WEB, { recursive: true })).filter(
    (name) => name.endsWith(".js") && !name.startsWith("vendor") && !/words\.\w+\.js$/.test(name),
  );
  const training = await allWords("en", ofTraining);
  let keys = 0;
  for (const name of names) {
    const [, figure] = /^(notes(?:\/[\w-]+)?)\/[^/]+$/.exec(name) ?? [];
    const known = figure
      ? { ...training, ...(await allWords("en", (folder) => folder === figure)) }
      : training;
    const source = await readFile(new URL(name, WEB), "utf8");
    for (const [, key] of source.matchAll(/\bt\("([\w.-]+)"/g)) {
      assert.ok(key in known || name.startsWith("notes/shared/"), `${name}: ${key}`);
      keys++;
    }
  }
  assert.ok(keys > 250, String(keys));
});
