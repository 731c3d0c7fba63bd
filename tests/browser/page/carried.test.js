// A model in a picture, and all pictures on a sheet: saved, and brought by another visitor.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import {
  card,
  choose,
  counts,
  finish,
  fullSpeed,
  last,
  press,
  says,
  unfoldParts,
  unfoldSettings,
} from "../shared/training-page.js";
import { copy, drop, onDisk, pictures, png } from "../shared/files.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page @typedef {{name: string, buffer: Buffer}} Saved */

/** Own pictures, trained. @param {Page} page @param {string} [network] */
async function trained(page, network = "") {
  await choose(page, 1, pictures(6, 1));
  await choose(page, 0, pictures(5, 0));
  await counts(page, 5, 6);
  if (network) await page.locator("#network").selectOption(network);
  await page.locator("#iterations").fill("300");
  await page.locator("#iterations").press("Enter");
  await fullSpeed(page);
  await page.locator("#play").click();
  return finish(page);
}

/** What the dialog gives. @param {Page} page @param {string} key of the entry @param {Record<string, string>} words
 *  @returns {Promise<Saved>} */
async function saved(page, key, words) {
  await page.getByRole("button", { name: words["data.save"], exact: true }).click();
  const entry = page.getByRole("dialog").getByRole("button", { name: words[`save.${key}`] });
  const [download] = await Promise.all([page.waitForEvent("download"), entry.click()]);
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

/** What is said of files. @param {Page} page @param {string} text */
const reported = (page, text) =>
  page.locator(".report-body").filter({ hasText: text }).waitFor({ state: "visible" });

/** The picture under test, by its file. @param {Page} page @param {{name: string, mimeType: string, buffer: Buffer}} file */
async function ask(page, file) {
  const before = await page.evaluate(() => window.heard.counts.train);
  await page.locator("#test input[type=file]").setInputFiles(file);
  await until(page, (before) => window.heard.counts.train > before && window.heard.train.probe, before);
}

/** @param {Page} page @param {string} box */
const shown = (page, box) => page.locator(`${box} .num`).first().innerText();

const TESTED = [
  { name: "mine 1.png", mimeType: "image/png", buffer: png(90, 60, (x, y) => [2 * x, 3 * y, 40]) },
  { name: "mine 2.png", mimeType: "image/png", buffer: png(50, 70, (x, y) => [30, x + y, 200]) },
];

for (const [lang, tag, network] of [
  ["en", "en-US", ""],
  ["zh", "zh-CN", "[4]"],
])
  test(`${lang}: a ${network || "neuron"} saved as a picture says the same of pictures on another visitor's page`, async (t) => {
    const words = await allWords(lang, ofTraining);
    const { page } = await visit(t, { lang: tag });
    await trained(page, network);
    const file = await saved(page, "model-png", words);
    assert.match(file.name, /\.png$/);
    await reported(page, file.name);
    const answers = [];
    for (const each of TESTED) {
      await ask(page, each);
      await soon(async () =>
        assert.equal(await shown(page, ".probe-big"), (await last(page, "train")).probe.a.toFixed(2)),
      );
      answers.push(await shown(page, ".probe-big"));
    }
    assert.notEqual(answers[0], answers[1]);
    const { page: other } = await visit(t, { lang: tag });
    const [path] = await onDisk(t, [file]);
    const before = await last(other, "data");
    await drop(other, other.locator("#cost"), [path]);
    const { n_px } = before;
    const names = { one: words["class1.own"], zero: words["class0.own"] };
    await reported(
      other,
      says(network ? "opened.network" : "opened.neuron", { file: file.name, n_px, ...names }, words),
    );
    await other.locator(".brought").waitFor({ state: "visible" });
    await other.locator(".brought p").filter({ hasText: "250" }).waitFor();
    assert.equal(await other.locator(".brought canvas").count(), network ? 4 : 1);
    for (const [i, each] of TESTED.entries()) {
      await ask(other, each);
      await soon(async () => assert.equal(await shown(other, ".brought-answer"), answers[i]));
    }
    assert.deepEqual((await last(other, "data")).id, before.id);
    await other.locator(".brought").getByRole("button", { name: words["brought.dismiss"] }).click();
    await other.locator(".brought").waitFor({ state: "hidden" });
    // Under test it is the model as well.
    await other.locator("#test input[type=file]").setInputFiles(path);
    await other.locator(".brought").waitFor({ state: "visible" });
  });

test("all pictures on one sheet: dropped by another visitor they are there again, and Undo takes them back", async (t) => {
  const words = await allWords("en", ofTraining);
  const { page } = await visit(t);
  await trained(page);
  const { cost, m } = await last(page, "train");
  const file = await saved(page, "sheet", words);
  await reported(page, file.name);
  const { page: other } = await visit(t);
  const [path] = await onDisk(t, [file]);
  await drop(other, other.locator("#cost"), [path]);
  await reported(other, says("opened.done", { file: file.name, n: 11 }));
  await counts(other, 5, 6);
  await other.locator("#iterations").fill("300");
  await other.locator("#iterations").press("Enter");
  await fullSpeed(other);
  await other.locator("#play").click();
  const again = await finish(other);
  assert.deepEqual([again.cost, again.m], [cost, m]);
  await other.getByRole("button", { name: says("undo.step", { step: says("step.opened") }) }).click();
  await soon(async () => assert.equal((await last(other, "data")).source, "drawn"));
});

/** The picture as JPEG, at so many pixels across: what a messenger makes of it. @param {Page} page @param {Buffer} buffer
 *  @param {number} width */
const jpegOf = async (page, buffer, width) =>
  Buffer.from(
    await page.evaluate(
      async ([base64, width]) => {
        const bytes = Uint8Array.from(atob(/** @type {string} */ (base64)), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const w = /** @type {number} */ (width);
        const canvas = new OffscreenCanvas(w, Math.round((bitmap.height * w) / bitmap.width));
        canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.5 });
        return [...new Uint8Array(await jpeg.arrayBuffer())];
      },
      [buffer.toString("base64"), width],
    ),
  );

test("what a messenger compressed anew is said to be that, and is no picture of a class", async (t) => {
  const words = await allWords("en", ofTraining);
  const { page } = await visit(t);
  await trained(page);
  for (const key of ["model-png", "sheet"]) {
    const file = await saved(page, key, words);
    for (const width of [640, 300]) {
      const buffer = await jpegOf(page, file.buffer, width);
      await choose(page, 1, { name: `${key} ${width}.jpg`, mimeType: "image/jpeg", buffer });
      await reported(page, `${key} ${width}.jpg: ${says("refused.carried-lost")}`);
    }
  }
  await counts(page, 5, 6);
  assert.equal((await last(page, "train")).iteration, 300);
});

for (const [lang, width] of /** @type {const} */ ([
  ["en", 1440],
  ["zh", 390],
]))
  test(`what is said when a model is saved is read whole; dropped outside the classes, compressed anew, it is told and not asked for its class, ${lang} at ${width} px`, async (t) => {
    const words = await allWords(lang, ofTraining);
    const { page } = await visit(t, { lang: lang === "zh" ? "zh-CN" : "en-US", width });
    await unfoldParts(page);
    await unfoldSettings(page);
    await trained(page);
    for (const key of ["sheet", "model-png"]) {
      const { name } = await saved(page, key, words);
      await reported(page, name);
      const hidden = await page.locator(".data-said").evaluate((e) => e.scrollHeight - e.clientHeight);
      assert.equal(hidden, 0, `${key}: ${hidden} px to scroll`);
    }
    const { name, buffer } = await saved(page, "model-png", words);
    const jpeg = { name: `${name}.jpg`, buffer: await jpegOf(page, buffer, 640) };
    const { page: other } = await visit(t, { lang: lang === "zh" ? "zh-CN" : "en-US", width }); // folded, where it is narrow
    await drop(other, other.locator("#cost"), await onDisk(t, [jpeg]));
    await reported(other, `${jpeg.name}${lang === "zh" ? "：" : ": "}${words["refused.carried-lost"]}`);
    assert.equal(await other.locator(".data-ask").innerText(), "");
  });

test("on a phone, what is asked of a dropped picture is seen, though the part Data was folded", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844 });
  assert.ok(!(await card(page, 1).isVisible()), "folded");
  await drop(page, page.locator("#cost"), await onDisk(t, pictures(1, 1)));
  await page.getByText(says("drop.which.one")).waitFor({ state: "visible" });
  await soon(async () => {
    const { y } = await boxOf(page.getByText(says("drop.which.one")));
    assert.ok(y > 0 && y < 844, `${y}`);
  });
});

test("among many files it is left out and said; from the clipboard, which makes pictures anew, it is told as well", async (t) => {
  const { page } = await visit(t, { permissions: ["clipboard-read", "clipboard-write"] });
  await trained(page);
  const file = await saved(page, "model-png", await allWords("en", ofTraining));
  const model = { name: "model.png", mimeType: "image/png", buffer: file.buffer };
  await choose(page, 1, [...pictures(24, 1), model]);
  await reported(page, `model.png: ${says("refused.saved-alone")}`);
  await counts(page, 5, 30);
  await copy(page, model);
  await card(page, 0)
    .getByRole("button", { name: says("card.paste"), exact: true })
    .click();
  await reported(page, says("refused.carried-lost"));
  await counts(page, 5, 30);
});

test("PNG files dropped outside the classes are asked for their class as before", async (t) => {
  const { page } = await visit(t);
  const paths = await onDisk(t, pictures(2, 1));
  await drop(page, page.locator("#cost"), paths);
  await page.getByText(says("drop.which.other", { n: 2 })).waitFor({ state: "visible" });
  await press(page, says("drop.cancel"));
});
