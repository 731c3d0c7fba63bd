// Every term that the page marks is explained, in words that are there, with a figure that is there.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { linkWords, TERMS } from "../../../web/page/terms/list.js";
import { allWords, ofTraining } from "../shared/words.js";

const WEB = new URL("../../../web/", import.meta.url);
const en = await allWords("en", ofTraining);

/** The names of the terms that the HTML and the scripts of the page mark. */
async function marked() {
  const html = await readFile(new URL("index.html", WEB), "utf8");
  const found = [...html.matchAll(/data-term="([^"]+)"/g)].map(([, name]) => name);
  for (const name of await readdir(new URL("page/", WEB), { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const source = await readFile(new URL(`page/${name}`, WEB), "utf8");
    for (const [, term] of source.matchAll(/\bterm\([\w.]+, "([^"]+)"/g)) found.push(term);
  }
  return found;
}

test("every marked term is in the list", async () => {
  const names = await marked();
  assert.ok(new Set(names).size >= 18, names.join());
  for (const name of names) assert.ok(name in TERMS, name);
});

test("every term has its words, and leads to a figure that there is", () => {
  const figures = FIGURES.map(({ name }) => name);
  for (const [name, { words, figure }] of Object.entries(TERMS)) {
    assert.ok(words in en, `${name}: ${words}`);
    if (!figure) continue;
    assert.ok(figures.includes(figure), `${name}: ${figure}`);
    assert.ok(linkWords(figure) in en, linkWords(figure));
  }
});

test("figures lead back to parts of the training page that there are", async () => {
  const html = await readFile(new URL("index.html", WEB), "utf8");
  const parts = FIGURES.flatMap(({ own }) => own ?? []);
  assert.ok(parts.length >= 6);
  for (const id of parts) assert.ok(html.includes(`id="${id}"`), id);
});
