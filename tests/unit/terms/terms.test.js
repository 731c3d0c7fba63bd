// Every word that the pages mark is explained, in every language, and leads to places that are there.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES } from "../../../web/i18n/languages.js";
import { FIGURES } from "../../../web/notes/figures.js";
import { OWN } from "../../../web/notes/own.js";
import { GLOSSARY, isListed, saysOf, TERMS } from "../../../web/terms/list.js";
import { allWords, ofTraining } from "../shared/words.js";

const WEB = new URL("../../../web/", import.meta.url);
const html = await readFile(new URL("index.html", WEB), "utf8");
const figures = FIGURES.map(({ name }) => name);

/** The names of the terms that the HTML and the scripts of the training page mark. */
async function marked() {
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

for (const { ending } of LANGUAGES)
  test(`every term has its sentence, and those of the glossary their name, ${ending}`, async () => {
    const words = await allWords(ending, ofTraining);
    for (const name of Object.keys(TERMS)) {
      assert.ok(saysOf(name) in words, name);
      if (isListed(name)) assert.ok(words[`term.${name}.name`], name);
    }
    for (const theme of Object.keys(GLOSSARY)) assert.ok(words[`glossary.${theme}`], theme);
    const named = Object.keys(words).flatMap((key) => /^term\.([\w-]+)\.(?:name|also)$/.exec(key)?.[1] ?? []);
    for (const name of named) assert.ok(name in TERMS, `${name} is in no list`);
    const names = Object.keys(TERMS).flatMap((name) => words[`term.${name}.name`] ?? []);
    assert.equal(new Set(names).size, names.length, "no two terms have one name");
  });

test("every term of the glossary is met in a figure, and its places are there", async () => {
  const words = await allWords("en", ofTraining);
  const listed = Object.keys(TERMS).filter(isListed);
  assert.ok(listed.length >= 40, String(listed.length));
  for (const name of listed) {
    const { figure, own } = TERMS[name];
    assert.ok(figure && figures.includes(figure), `${name}: ${figure}`);
    assert.ok(`figure.${figure}` in words, figure);
    if (own) assert.ok(html.includes(`id="${own}"`), `${name}: ${own}`);
  }
  const symbols = listed.flatMap((name) => TERMS[name].symbol ?? []);
  assert.equal(new Set(symbols).size, symbols.length, "no two terms have one symbol");
});

test("words that beginners lack are in the glossary", async () => {
  const words = await allWords("zh", ofTraining);
  const known = Object.keys(TERMS).flatMap((name) =>
    ["name", "also"].map((what) => words[`term.${name}.${what}`] ?? ""),
  );
  for (const word of "标准化 格拉姆矩阵 内积 float64 类型化数组 乘加 声谱图 中位数 截距 反向传播 监督学习 算力 单指令多数据".split(
    " ",
  ))
    assert.ok(
      known.some((text) => text.includes(word)) || Object.values(TERMS).some(({ symbol }) => symbol === word),
      word,
    );
});

test("every figure leads to a part of the training page that is there, and says which", async () => {
  assert.deepEqual(Object.keys(OWN).sort(), [...figures].sort());
  for (const { ending } of LANGUAGES) {
    const words = await allWords(ending);
    for (const [name, id] of Object.entries(OWN)) {
      assert.ok(html.includes(`id="${id}"`), id);
      assert.ok(words[`notes.own.${name}`], name);
    }
  }
});
