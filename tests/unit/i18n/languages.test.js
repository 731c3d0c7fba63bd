// The list of languages, and what is written in the way of the one in use.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { compact, joined, language, measure } from "../../../web/i18n/i18n.js";
import { LANGUAGES, languageFor } from "../../../web/i18n/languages.js";
import { dictionaries } from "../shared/words.js";

const WEB = new URL("../../../web/", import.meta.url);

test("every language of the list has words, and no words are of a language that is not in it", async () => {
  const endings = new Set((await dictionaries()).map(({ language }) => language));
  assert.deepEqual([...endings].sort(), LANGUAGES.map(({ ending }) => ending).sort());
});

test("a wish finds its tag, or its language, or the first one", () => {
  const tagOf = (wish) => languageFor(wish).tag;
  assert.deepEqual(["en", "en-GB", "EN"].map(tagOf), ["en", "en", "en"]);
  assert.deepEqual(["zh-Hans", "zh-TW", "zh", "ZH-hans-CN"].map(tagOf), Array(4).fill("zh-Hans"));
  assert.deepEqual(["", "C", "xx-CA", "zhx"].map(tagOf), ["en", "en", "en", "en"]);
});

test("sentences, large numbers and units as English has them", () => {
  assert.equal(language(), "en");
  assert.equal(joined(["One.", "", "Two."]), "One. Two.");
  assert.deepEqual([120, 43_264, 2.14e9].map(compact), ["120", "43\u202fk", "2.1\u202fG"]);
  assert.equal(measure(1.5, "second"), "1.5\u202fs");
});

test("outside i18n nothing asks which language it is", async () => {
  const names = (await readdir(WEB, { recursive: true })).filter(
    (name) => name.endsWith(".js") && !/^(vendor|i18n)\b/.test(name),
  );
  assert.ok(names.length > 100);
  for (const name of names)
    assert.doesNotMatch(await readFile(new URL(name, WEB), "utf8"), /language\(\) *[!=]==? *["']/, name);
});
