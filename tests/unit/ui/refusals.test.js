// Every reason for which a file may be refused is one sentence in both languages.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { refusalSentence } from "../../../web/ui/refusals.js";
import { allWords, ofTraining } from "../shared/words.js";

const en = await allWords("en", ofTraining);
const zh = await allWords("zh", ofTraining);

const words =
  (/** @type {Record<string, string>} */ dictionary) =>
  (/** @type {string} */ key, /** @type {Record<string, any>} */ params = {}) => {
    return (dictionary[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) =>
      name in params ? String(params[name]) : whole,
    );
  };

const REFUSED = [
  { code: "not-image" },
  { code: "empty-file" },
  { code: "truncated" },
  { code: "too-large", width: 20000, height: 14000, most: 50 },
  { code: "undecodable", format: "HEIC" },
  { code: "undecodable" },
  { code: "folder" },
  { code: "not-hdf5" },
  { code: "set-keys", wanted: "train_set_x, train_set_y", found: "a, b" },
  { code: "set-none", key: "train_set_x" },
  { code: "set-size", key: "train_set_x", n: 7, least: 8, most: 128 },
  { code: "set-range", key: "train_set_x", kind: "float32", most: 1, value: "31" },
  { code: "set-capacity", n: 10001, room: 10000, capacity: 10000 },
  { code: "set-shape", key: "x", shape: "209 × 64 × 4" },
  { code: "set-floats", key: "x", kind: "float32", value: "127.5" },
  { code: "set-labels", key: "train_set_y", shape: "4", m: 5 },
  { code: "set-label", key: "y", value: "NaN" },
  { code: "set-kinds", key: "y", n: 3, found: "0, 1, 2" },
  { code: "h5-reader" },
  { code: "unreadable" },
  { code: "capacity", capacity: 10000 },
  { code: "memory" },
  { code: "no-class" },
  { code: "svg" },
  { code: "file-too-big", megabytes: 100 },
  { code: "saving-memory" },
  { code: "saving-disk" },
  { code: "saving-fault", what: "x is not a function" },
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
    refusalSentence(t, { name: "a", code: "too-large", width: 20000, height: 14000, most: 50 }),
    /20000 × 14000/,
  );
  assert.match(
    refusalSentence(t, { name: "a", code: "set-shape", key: "x", shape: "9 × 64 × 4" }),
    /9 × 64 × 4/,
  );
  assert.match(refusalSentence(t, { name: "a", code: "undecodable", format: "HEIC" }), /HEIC/);
});

const WEB = new URL("../../../web/", import.meta.url);
/** Sentences that are not a reason: the frame, the reason for all else, and a word in one of them. */
const FRAME = ["line", "other", "this-format"];

/** Where a sound is refused: what it throws becomes the code "sound-…". */
const DECODING = /ui\/audio\.js|sound\/sound\.js/;

/** Codes named where a refusal is made: new Refusal(...) or {name..., code: "..."}. @param {string} source */
function codesIn(source) {
  const made = [...source.matchAll(/new Refusal\(([^;]*?)(?:, \{|\)[;,)]|\);)/g)].map(
    ([, argument]) => argument,
  );
  const inFirst = made.flatMap((argument) => [...argument.matchAll(/[?:(]? ?"([a-z\d]+(?:-[a-z\d]+)*)"/g)]);
  const plain = [...source.matchAll(/\bname\b[^{}]*?\bcode: "([\w-]+)"/g)];
  return [...inFirst, ...plain].map(([, code]) => code);
}

test("every code that a file of web/ uses has its sentence, and every sentence is used", async () => {
  const names = (await readdir(WEB, { recursive: true })).filter((name) => name.endsWith(".js"));
  const used = new Set();
  for (const name of names.filter((name) => !name.startsWith("vendor"))) {
    for (const code of codesIn(await readFile(new URL(name, WEB), "utf8"))) {
      assert.ok(`refused.${code}` in en, `${name}: ${code}`);
      used.add(code);
    }
    if (DECODING.test(name))
      for (const [, code] of (await readFile(new URL(name, WEB), "utf8")).matchAll(
        /new SoundError\("(\w+)"/g,
      ))
        used.add(`sound-${code}`);
  }
  const sentences = Object.keys(en).filter((key) => key.startsWith("refused."));
  const codes = sentences.map((key) => key.slice("refused.".length)).filter((code) => !FRAME.includes(code));
  assert.deepEqual([...used].sort(), codes.sort());
});
