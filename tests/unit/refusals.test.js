// Every reason for which a file may be refused is one sentence in both languages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import en from "../../web/i18n/en.js";
import zh from "../../web/i18n/zh.js";
import { refusalSentence } from "../../web/page/refusals.js";

const words =
  (dictionary) =>
  (key, params = {}) => {
    return (dictionary[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) =>
      name in params ? String(params[name]) : whole,
    );
  };

const REFUSED = [
  { code: "not-image" },
  { code: "empty-file" },
  { code: "truncated" },
  { code: "too-large", width: 20000, height: 14000 },
  { code: "undecodable", format: "HEIC" },
  { code: "undecodable" },
  { code: "folder" },
  { code: "not-hdf5" },
  { code: "h5-keys", wanted: ["train_set_x", "train_set_y"] },
  { code: "h5-shape", shape: [209, 64, 64] },
  { code: "h5-labels", key: "train_set_y" },
  { code: "h5-reader" },
  { code: "unreadable" },
  { code: "capacity", capacity: 10000 },
  { code: "memory" },
  { code: "no-class" },
  { code: "svg" },
  { code: "file-too-big", megabytes: 100 },
  { code: "something new" },
];

for (const [language, dictionary] of Object.entries({ en, zh })) {
  test(`every refusal names the file and leaves nothing open (${language})`, () => {
    for (const refused of REFUSED) {
      const name = "<i>my cat</i>.png";
      const sentence = refusalSentence(words(dictionary), { name, ...refused });
      assert.ok(sentence.startsWith(name), sentence);
      assert.ok(!/[{}]|undefined/.test(sentence), sentence);
      const unknown = sentence.includes(`(${refused.code})`) || sentence.includes(`（${refused.code}）`);
      assert.equal(unknown, refused.code === "something new", sentence);
      assert.match(sentence, language === "en" ? /[.?]$/ : /[。？]$/);
    }
  });
}

test("the numbers that matter are in the sentence", () => {
  const t = words(en);
  assert.match(
    refusalSentence(t, { name: "a", code: "too-large", width: 20000, height: 14000 }),
    /20000 × 14000/,
  );
  assert.match(refusalSentence(t, { name: "a", code: "h5-shape", shape: [209, 64, 64] }), /209 × 64 × 64/);
  assert.match(refusalSentence(t, { name: "a", code: "undecodable", format: "HEIC" }), /HEIC/);
});

test("every code that the worker uses has its sentence", async () => {
  for (const file of ["decode.js", "h5.js", "session.js"]) {
    const source = await readFile(new URL(`../../web/worker/${file}`, import.meta.url), "utf8");
    for (const [, code] of source.matchAll(/new Refusal\([^,)]*?"([\w-]+)"|code: "([\w-]+)"/g))
      if (code) assert.ok(`refused.${code}` in en, `${file}: ${code}`);
  }
});
