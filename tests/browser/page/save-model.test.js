// The Save dialog, and the model alone: a file that other programs run, with the answers that the page shows.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { answersOf } from "../../unit/shared/onnx.js";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { filesIn } from "../../unit/saved/saved-fakes.js";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { overflowing } from "../shared/layout.js";
import {
  choose,
  counts,
  finish,
  fullSpeed,
  last,
  pause,
  press,
  says,
  unfoldParts,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} key @param {Record<string, string>} [words] */
const choice = (page, key, words) =>
  page.getByRole("dialog").getByRole("button", { name: says(`save.${key}`, {}, words), exact: true });

/** What is saved as that. @param {Page} page @param {string} key @param {Record<string, string>} [words] */
async function saved(page, key, words) {
  await press(page, says("data.save", {}, words));
  const [download] = await Promise.all([page.waitForEvent("download"), choice(page, key, words).click()]);
  const name = download.suggestedFilename();
  await page.locator(".report-body").filter({ hasText: name }).waitFor();
  return new File([await readFile(await download.path())], name);
}

/** @param {File} file */
const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

for (const [lang, tag, network] of [
  ["en", "en-US", ""],
  ["zh", "zh-CN", "[16]"],
])
  test(`${network || "the neuron"}, ${lang}: ONNX Runtime gives each picture the ŷ that the page shows`, async (t) => {
    const words = await allWords(lang, ofTraining);
    const { page } = await visit(t, { lang: tag });
    await choose(page, 1, pictures(6, 1));
    await choose(page, 0, pictures(5, 0));
    await counts(page, 5, 6);
    if (network) await page.locator("#network").selectOption(network);
    await page.locator("#iterations").fill("300");
    await page.locator("#iterations").press("Enter");
    await fullSpeed(page);
    await page.locator("#play").click();
    await finish(page);
    await until(page, () => window.heard.evaluated === 300);
    const { n_px, source } = await last(page, "data");
    assert.equal(source, "own");
    const file = await saved(page, "onnx", words);
    assert.match(file.name, /^.+ \d{4}-\d\d-\d\d\.onnx$/);
    const model = await bytesOf(file);
    const { id, a } = await last(page, "evaluation");

    // The pictures as the file that has everything brings them: made small by nothing but the page.
    const test = new Map(await filesIn(await saved(page, "onnx-test", words)));
    assert.deepEqual(test.get("model.onnx"), model);
    const npz = await filesIn(new File([/** @type {any} */ (test.get("test.npz"))], "test.npz"));
    const data = (/** @type {string} */ key) => /** @type {Uint8Array} */ (npz.get(key)).slice(128);
    const shown = new Float64Array(data("y_hat.npy").buffer);
    const three = await answersOf(model, data("x.npy"), n_px);
    three.forEach((y_hat, i) => assert.ok(Math.abs(y_hat - shown[i]) < 1e-13, `${y_hat}, ${shown[i]}`));

    const dataset = (await filesIn(await saved(page, "all", words))).get("dataset.npz");
    const all = await filesIn(new File([/** @type {any} */ (dataset)], "dataset.npz"));
    let [most, at] = [0, 0];
    for (const part of ["train", "test"]) {
      const x = /** @type {Uint8Array} */ (all.get(`${part}_set_x.npy`)).slice(128);
      if (x.length === 0) continue;
      const y_hat = await answersOf(model, x, n_px);
      for (const each of y_hat) most = Math.max(most, Math.abs(each - a[at++]));
    }
    t.diagnostic(`ŷ ${Math.min(...a)} .. ${Math.max(...a)}, off by ${most}`);
    assert.equal(at, id.length);
    assert.ok(most <= 1e-6, `off by ${most}`);
    assert.ok(Math.max(...a) - Math.min(...a) > 0.5, "something was learned");
  });

test("the dialog says why there is no model yet, and offers it as soon as there is one", async (t) => {
  const { page } = await visit(t);
  await pause(page);
  await page.keyboard.press("r");
  await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
  await press(page, says("data.save"));
  for (const key of ["npz", "onnx", "onnx-test"]) {
    await soon(async () => assert.ok(await choice(page, key).isDisabled(), key));
    await page.getByRole("dialog").locator(`#save-${key}-says`, { hasText: says("save.untrained") }).waitFor(); // prettier-ignore
  }
  assert.ok(await choice(page, "all").isEnabled());
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await soon(async () => {
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, says("data.save"), "the focus is back");
  });
  await page.keyboard.press("ArrowRight");
  await until(page, () => window.heard.train.iteration === 1);
  await page.keyboard.press("Enter");
  await soon(async () => assert.ok(await choice(page, "npz").isEnabled()));
  await page.getByRole("dialog").locator("#save-npz-says", { hasText: says("save.npz.says") }).waitFor(); // prettier-ignore
});

test("on a phone, in both languages and themes, all of it is there and axe finds nothing", async (t) => {
  for (const width of [390, 1440]) {
    const { page } = await visit(t, { width, still: true });
    await unfoldParts(page);
    await press(page, says("data.save"));
    await page.getByRole("dialog").waitFor();
    assert.deepEqual(await overflowing(page), []);
    await assertAccessible(page, { where: `saving at ${width}` });
  }
});
