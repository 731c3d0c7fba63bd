// Everything saved as one file, forgotten, and opened again: the same digits.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { filesIn } from "../../unit/saved/saved-fakes.js";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { zip } from "../../unit/shared/zip.js";
import { drop, onDisk, pictures } from "../shared/files.js";
import {
  choose,
  costsOf,
  counts,
  finish,
  fullSpeed,
  last,
  pause,
  press,
  says,
  stored,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const BUSY = 5; // times slower, at most, where other tests run at the same time

/** @typedef {import('playwright-core').Page} Page */

/** What is said of files, once it is there. @param {Page} page @param {string} text */
const reported = (page, text) =>
  page.locator(".report-body").filter({ hasText: text }).waitFor({ state: "visible" });

/** Own pictures, trained by a network. @param {Page} page @param {number} [iterations] */
async function trained(page, iterations = 400) {
  await choose(page, 1, pictures(6, 1));
  await choose(page, 0, pictures(5, 0));
  await counts(page, 5, 6);
  await page.locator("#iterations").fill(String(iterations));
  await page.locator("#iterations").press("Enter");
  await fullSpeed(page);
  await page.locator("#play").click();
  return finish(page);
}

/** @param {Page} page @param {() => Promise<unknown>} act */
async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

/** Everything that the reader has is gone. @param {Page} page @param {Record<string, string>} words */
async function forget(page, words) {
  await page.getByRole("button", { name: words["data.forget"] }).click();
  await page.getByRole("dialog").getByRole("button", { name: words["forget.do"] }).click();
  await stored(page, 0);
  await until(page, () => window.heard.data.source === "drawn");
}

for (const [lang, tag] of [
  ["en", "en-US"],
  ["zh", "zh-CN"],
])
  // prettier-ignore
  test(`${lang}: saved, everything forgotten, opened, gone on with: the same digits`, async (t) => {
    const words = await allWords(lang, ofTraining);
    const { page } = await visit(t, { lang: tag });
    const state = await trained(page);
    const before = await costsOf(page);
    const file = await downloaded(page, () => page.keyboard.press("Control+s"));
    assert.match(file.name, /^.+ \d{4}-\d\d-\d\d\.zip$/);
    await reported(page, file.name);
    await forget(page, words);
    await drop(page, page.locator("#cost"), await onDisk(t, [file]));
    await reported(page, says("opened.trained", { file: file.name, n: 11, iteration: 400 }, words));
    await counts(page, 5, 6);
    await until(page, () => window.heard.train.iteration === 400 && !window.heard.train.running);
    const opened = await last(page, "train");
    assert.deepEqual([opened.w, opened.b, opened.cost], [state.w, state.b, state.cost]);
    assert.deepEqual(await costsOf(page), before);
    await stored(page, 11);
    // On, and with the digits of one who went there at once.
    await page.locator("#iterations").fill("700");
    await page.locator("#iterations").press("Enter");
    await page.locator("#play").click();
    await until(page, () => window.heard.train.iteration === 700 && !window.heard.train.running);
    const onward = await costsOf(page);
    await page.keyboard.press("r");
    await until(page, () => window.heard.train.iteration === 0);
    await page.locator("#play").click();
    await until(page, () => window.heard.train.iteration === 700 && !window.heard.train.running);
    assert.deepEqual(await costsOf(page), onward);
  });

test("opened by the button beside Save, it can be taken back; a hostile one changes nothing and says so", async (t) => {
  const { page } = await visit(t);
  await trained(page);
  await press(page, says("data.save"));
  const all = page.getByRole("dialog").getByRole("button", { name: says("save.all") });
  const file = await downloaded(page, () => all.click());
  await forget(page, await allWords("en", ofTraining));
  const open = page.getByLabel(says("data.open"));
  await open.setInputFiles({ ...file, mimeType: "application/zip" });
  await counts(page, 5, 6);
  const [before] = await Promise.all([last(page, "data")]);
  const evil = zip([
    {
      name: "settings.json",
      data: JSON.stringify({ format: "one-neuron", version: 1, source: "own", pictures: [{}] }),
    },
  ]);
  await open.setInputFiles({ name: "evil.zip", mimeType: "application/zip", buffer: Buffer.from(evil) });
  await reported(page, says("refused.saved-damaged", { inside: "settings.json" }));
  assert.deepEqual((await last(page, "data")).id, before.id);
  await page.getByRole("button", { name: says("undo.step", { step: says("step.opened") }) }).click();
  await soon(async () => assert.equal((await last(page, "data")).source, "drawn"));
});

/** As if the computer had so many processors. @param {Page} page @param {number} cores */
const withCores = (page, cores) =>
  page.evaluate(
    (value) => Object.defineProperty(navigator, "hardwareConcurrency", { value, configurable: true }),
    cores,
  );

/** In the page, before its scripts: counts what workers pack, and those that were not ended. */
function countPacked() {
  const page = /** @type {any} */ (window);
  page.packers = [];
  const { postMessage, terminate } = Worker.prototype;
  Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ transfer) {
    if (!(message instanceof MessagePort)) return postMessage.call(this, message, transfer);
    const packer = { worker: this, packed: 0, ended: false };
    page.packers.push(packer);
    const { port1, port2 } = new MessageChannel();
    message.onmessage = ({ data }) => port1.postMessage(data);
    port1.onmessage = ({ data }) => {
      packer.packed++;
      message.postMessage(data);
    };
    postMessage.call(this, port2, { transfer: [port2] });
  };
  Worker.prototype.terminate = function () {
    for (const packer of page.packers) if (packer.worker === this) packer.ended = true;
    terminate.call(this);
  };
}

test("packed by several, by one, or by one because the others do not come: the same file", async (t) => {
  const { page, context } = await visit(t, { clean: false, init: countPacked });
  await pause(page);
  /** What is in the file, but for the moment when it was made, and how many pictures each packer has packed. */
  const saved = async (/** @type {number} */ cores) => {
    await withCores(page, cores);
    const { name, buffer } = await downloaded(page, () => page.keyboard.press("Control+s"));
    await reported(page, name);
    const files = [...(await filesIn(new File([Uint8Array.from(buffer)], name)))];
    const plain = files.flatMap(([path, bytes]) => {
      if (path.endsWith(".npz")) return [[path]]; // an archive, with times
      if (path !== "settings.json") return [[path, createHash("sha256").update(bytes).digest("hex")]];
      return [[path, new TextDecoder().decode(bytes).replace(/"(saved|spentMs|shownMs)": .*/g, "")]];
    });
    await until(page, () => /** @type {any} */ (window).packers.every(({ ended }) => ended));
    const packed = await page.evaluate(() => /** @type {any} */ (window).packers.splice(0).map((each) => each.packed)); // prettier-ignore
    return { plain, packed };
  };
  await context.route(/\/packer-/, (route) => route.abort());
  const without = await saved(3);
  await context.unroute(/\/packer-/);
  const alone = await saved(1);
  const helped = await saved(3);
  assert.deepEqual(without.packed, [0, 0]);
  assert.deepEqual(alone.packed, []);
  assert.equal(helped.packed.length, 2);
  assert.ok(Math.max(...helped.packed) > 0, `${helped.packed}`);
  assert.ok(alone.plain.filter(([path]) => path.endsWith(".png")).length > 200);
  for (const { plain } of [without, helped]) assert.deepEqual(plain, alone.plain);
});

test("stopped at once: nothing is saved, and the next file is whole", async (t) => {
  const { page } = await visit(t);
  await pause(page);
  await page.evaluate((stop) => {
    const bar = /** @type {HTMLElement} */ (document.querySelector(".adding"));
    new MutationObserver((_, observer) => {
      if (bar.hidden) return;
      observer.disconnect();
      [...bar.querySelectorAll("button")].find(({ textContent }) => textContent === stop)?.click();
    }).observe(bar, { attributes: true });
  }, says("adding.stop"));
  await page.keyboard.press("Control+s");
  await reported(page, says("saved.stopped"));
  const { name } = await downloaded(page, () => page.keyboard.press("Control+s"));
  await reported(page, name);
});

test("500 own pictures and a trained network: saved in 2 s, opened in 3, where nothing else runs", async (t) => {
  const { page } = await visit(t);
  for (const kind of /** @type {const} */ ([1, 0])) {
    await choose(page, kind, pictures(250, kind));
    await until(page, (kind) => window.heard.data.counts[kind] === 250, kind, { ms: 90_000 });
  }
  await page.locator("#network").selectOption("[16]");
  await page.locator("#iterations").fill("50");
  await page.locator("#iterations").press("Enter");
  await page.locator("#play").click();
  const { cost } = await finish(page);
  let began = Date.now();
  const file = await downloaded(page, () => page.keyboard.press("Control+s"));
  const saving = Date.now() - began;
  t.diagnostic(`saved in ${saving} ms, ${file.buffer.length} bytes`);
  const [path] = await onDisk(t, [file]);
  began = Date.now();
  await drop(page, page.locator("#cost"), [path]);
  await until(page, () => window.heard.data.undo.code === "opened");
  const opening = Date.now() - began;
  t.diagnostic(`opened in ${opening} ms`);
  await until(page, (cost) => window.heard.train.iteration === 50 && window.heard.train.cost === cost, cost);
  assert.ok(saving < 2000 * BUSY && opening < 3000 * BUSY, `${saving} ms, ${opening} ms`);
});
