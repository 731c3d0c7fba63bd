// The dictionaries say the same things in both languages, and the page asks for nothing they lack.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import en from "../../web/i18n/en.js";
import zh from "../../web/i18n/zh.js";
import network from "../../web/page/network/words.js";
import settings from "../../web/page/settings-words.js";

// The words that come later are held to the same.
Object.assign(en, network.en, settings.en);
Object.assign(zh, network.zh, settings.zh);

const WEB = new URL("../../web/", import.meta.url);
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("both languages have the same keys", () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
});

test("a sentence has the same parameters in both languages", () => {
  // Forms for one and for several need not name the number in either language.
  const names = (text) => [...new Set(placeholders(text))];
  for (const key of Object.keys(en).filter((key) => !/\.(one|other)$/.test(key))) {
    assert.deepEqual(names(zh[key]), names(en[key]), key);
  }
});

test("no text is empty, and none in Chinese was left in English", () => {
  for (const [key, text] of Object.entries(zh)) {
    assert.ok(text.trim() && en[key].trim(), key);
    if (/[a-z]{4,}/i.test(en[key]) && text === en[key]) assert.fail(`${key}: ${text}`);
  }
});

test("every key of index.html is in the dictionaries", async () => {
  const html = await readFile(new URL("index.html", WEB), "utf8");
  const texts = [...html.matchAll(/data-i18n="([^"]+)"/g)].map(([, key]) => key);
  const attributes = [...html.matchAll(/data-i18n-attr="([^"]+)"/g)].flatMap(([, pairs]) =>
    pairs.split(" ").map((pair) => pair.split(":")[1]),
  );
  assert.ok(texts.length > 30 && attributes.length > 20);
  for (const key of [...texts, ...attributes]) assert.ok(key in en, key);
});

test("every key that a script names is in the dictionaries", async () => {
  const folder = new URL("page/", WEB);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"));
  assert.ok(names.some((name) => name.startsWith("network")));
  for (const name of names) {
    const source = await readFile(new URL(name, folder), "utf8");
    for (const [, key] of source.matchAll(/\bt\("([\w.-]+)"/g)) assert.ok(key in en, `${name}: ${key}`);
  }
});
