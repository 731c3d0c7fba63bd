// My own program prints other costs: on the course's files, printouts of the right training and of mistakes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { assertAccessible } from "../shared/axe.js";
import { drop } from "../shared/files.js";
import { overflowing } from "../shared/layout.js";
import { costsOf, finish, press, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const course = process.env.COURSE_DATA ?? "";
const options = { skip: course ? false : "COURSE_DATA is not set" };
const file = (/** @type {string} */ name) => join(course, "cat", name);

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function unfold(page) {
  await page.locator("#what-if > summary").focus();
  await page.keyboard.press("Enter");
  await page.locator("#doctor > summary").waitFor();
  await page.locator("#doctor > summary").focus();
  await page.keyboard.press("Enter");
  await page.locator("#doctor-text").waitFor();
}

/** What is said of this text. @param {Page} page @param {string} text @param {Record<string, string>} [words] */
async function ask(page, text, words) {
  await page.locator("#doctor-text").fill(text);
  await press(page, says("doctor.start", {}, words));
  await page.locator(".doctor-body button", { hasText: says("doctor.start", {}, words) }).waitFor();
}

const print = (/** @type {number[]} */ costs, of = (/** @type {number} */ J) => J) =>
  costs.flatMap((J, t) => (t % 100 ? [] : `Cost after iteration ${t}: ${of(J).toFixed(6)}`)).join("\n");

test("the built-in pictures are somebody's as well: what train.py printed of the file that was saved is right", async (t) => {
  const { page } = await visit(t, { path: "/?drawn=20&iterations=300&speed=max" });
  await finish(page);
  const { train } = await costsOf(page);
  await unfold(page);
  await page.locator(".doctor-body p", { hasText: "dataset.npz" }).waitFor();
  const headline = page.locator(".doctor-headline");
  await ask(page, print(train));
  assert.equal(await headline.innerText(), says("doctor.found.right", { alpha: 0.005 }));
  await ask(page, "[0.693147, nan, nan, nan]");
  assert.equal(await headline.innerText(), says("doctor.vague"));
  assert.ok((await page.locator(".doctor-verdict details").count()) > 0);
});

for (const [lang, tag, width] of /** @type {[string, string, number][]} */ ([
  ["en", "en-US", 1440],
  ["zh", "zh-CN", 390],
]))
  test(`${lang}: a right printout is not accused, a mistake is named with its line`, options, async (t) => {
    const words = await allWords(lang, ofTraining);
    const reference = JSON.parse(readFileSync(file("reference.json"), "utf8"));
    const { page } = await visit(t, { lang: tag, width });
    await drop(page, page.locator("#plot"), [file("train_catvnoncat.h5"), file("test_catvnoncat.h5")]);
    await until(page, () => window.heard.data?.m === 209 && window.heard.data.m_test === 50);
    await unfold(page);
    const headline = page.locator(".doctor-headline");
    const found = (/** @type {string} */ id) =>
      says("doctor.found", { name: words[`doctor.${id}`], alpha: 0.005 }, words);

    await ask(page, "hello", words);
    await page.locator(".doctor-body p", { hasText: says("doctor.trouble.none", {}, words) }).waitFor();
    assert.equal(await page.locator(".doctor-shown").isVisible(), false);

    await ask(page, `${print(reference.costs_all)}\nb = ${reference.b}`, words);
    assert.equal(await headline.innerText(), says("doctor.found.right", { alpha: 0.005 }, words));
    assert.match(await page.locator(".doctor-verdict").innerText(), /-0\.015906|−0\.015906/);
    assert.equal(await page.locator(".doctor-plot .yours circle").count(), 20);
    assert.equal(await page.locator(".doctor pre").count(), 0, "no line is wrong");

    await ask(page, `${print(reference.costs_all)}\nb = ${-reference.b}`, words);
    assert.equal(await headline.innerText(), found("swapped"));

    await ask(page, `[${reference.costs_all.map((J) => (J / Math.LN10).toFixed(8)).join(", ")}]`, words);
    assert.equal(await headline.innerText(), found("log10"));
    assert.match(await page.locator(".doctor pre").first().innerText(), /np\.log10\(A\)/);
    assert.deepEqual(await overflowing(page, "#doctor"), []);
    await assertAccessible(page, { within: "#doctor" }); // which leaves it in another language
  });
