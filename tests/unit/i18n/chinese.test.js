// The Chinese of the product, as far as rules can tell: punctuation, spaces, numbers, and one word for one thing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { dictionaries } from "../shared/words.js";

const WEB = new URL("../../../web/", import.meta.url);
const prose = (await readFile(new URL("notes/prose.zh.html", WEB), "utf8")).replace(/<!--.*?-->/gs, "");
/** As it is read: tags are gone, and lines that the formatter broke. */
const read = prose
  .replace(/<a href="#[\w-]+"\s*><\/a\s*>/g, "1")
  .replace(/<(?:i|b|em|sub|sup|code|a|cite)(?: [^>]*)?>|<\/(?:i|b|em|sub|sup|code|a|cite)\s*>/g, "")
  .split(/<[^>]*>/)
  .map((text) => text.replace(/\s+/g, " ").trim());
const words = (await dictionaries()).filter(({ language }) => language === "zh");
/** But for names of files, and what others call a thing. @type {[where: string, text: string][]} */
const TEXTS = [
  ...words.flatMap(({ folder, words: all }) => Object.entries(all).map(([key, text]) => /** @type {[string, string]} */ ([`${folder} ${key}`, text]))),
  ...read.map((text) => /** @type {[string, string]} */ (["the prose", text])),
].filter(([where]) => !/saved\.file|\.also$/.test(where)); // prettier-ignore

/** What must not be, and why. @type {[RegExp, string][]} */
const RULES = [
  [/\d,\d{3}/, "numbers have no commas"],
  [/\p{Script=Han}[,;:!?](?! 面积)|[,;:!?]\p{Script=Han}/u, "full-width punctuation"],
  [/[，。；：、（）“”] +[\p{Script=Han}“（]|[\p{Script=Han}] +[，。；：、（）“”]/u, "no space at punctuation"],
  [/[\p{Script=Han}] [\p{Script=Han}]/u, "no space between characters"],
  [/\p{Script=Han}[A-Za-z0-9ŷα-ωσ]|[A-Za-z0-9ŷα-ωσ]\p{Script=Han}/u, "a space around Latin letters and numbers"],
  [/。。|，，|\.{3}|[，、；]。/u, "one mark"],
]; // prettier-ignore

/** The word that is used, and others for the same. @type {[string, RegExp][]} */
const ONE_WORD = [
  ["本页，页面", /网页(?<!课程网页)|本页面|本网站/],
  ["内置图片", /画好的|画出来的|内置的图/],
  ["训练页", /训练页面|“训练”页/],
  ["前向传播，反向传播", /正向传播|后向传播|反向传递/],
  ["截距", /拦截器/],
  ["声谱图", /频谱图/],
  ["激活", /激发/],
  ["判对，判错", /答对|答错/],
  ["内积", /点积|两两之间的乘积|图片之间的乘积/],
  ["sigmoid", /S 形函数/],
  ["图片大小", /图片尺寸/],
  ["logistic 回归", /(?<!也译作)逻辑回归|逻辑斯/],
  ["拿掉", /摘掉|取出神经元/],
  ["一轮（epoch）", /一个 epoch/],
  ["用表格查看", /用表格看/],
]; // prettier-ignore

test("every Chinese text keeps the rules of punctuation, spaces and numbers", () => {
  assert.doesNotMatch(prose, /[，。；：、（“]\s+<(?:math|[iab]|em|code)/u);
  assert.ok(words.length > 30 && read.length > 60 && TEXTS.length > 900, `${TEXTS.length} texts`);
  for (const [where, text] of TEXTS)
    for (const [wrong, rule] of RULES) {
      const found = wrong.exec(text.replaceAll("min(卧室数", ""));
      assert.equal(found && `“${found[0]}” in “${text.slice(0, 80)}”`, null, `${where}: ${rule}`);
    }
});

test("in Chinese one thing has one word", () => {
  for (const [where, text] of TEXTS)
    for (const [right, others] of ONE_WORD) {
      const found = others.exec(text);
      assert.equal(found && `“${found[0]}” in “${text.slice(0, 80)}”`, null, `${where}: ${right}`);
    }
});
