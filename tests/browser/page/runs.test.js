// The list of runs: silent with one, three compared in the chart, one returned to with the same digits, deleted, saved as CSV;
// found again after a reload and in the saved file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { onDisk, pictures } from "../shared/files.js";
import { overflowing } from "../shared/layout.js";
import {
  choose,
  costsOf,
  counts,
  finish,
  fullSpeed,
  last,
  press,
  says,
  unfoldSettings,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} id @param {number} value */
async function type(page, id, value) {
  await page.locator(`#${id}`).fill(String(value));
  await page.locator(`#${id}`).press("Enter");
}

/** From 0, to its end. @param {Page} page @param {number} alpha @param {number} [iterations] */
async function trained(page, alpha, iterations = 200) {
  await page.keyboard.press("r");
  await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
  await type(page, "alpha", alpha);
  await type(page, "iterations", iterations);
  await page.locator("#play").click();
  return finish(page);
}

/** Two classes of own pictures, and a run at each of these rates. @param {Page} page @param {number[]} alphas */
async function ownRuns(page, alphas) {
  await choose(page, 1, pictures(6, 1));
  await choose(page, 0, pictures(5, 0));
  await counts(page, 5, 6);
  await fullSpeed(page);
  const states = [];
  for (const alpha of alphas) states.push(await trained(page, alpha));
  return states;
}

const rows = (/** @type {Page} */ page) => page.locator("#runs tbody");
/** @param {Page} page @returns {Promise<string[]>} */
const names = (page) =>
  page
    .locator("#runs .runs-name")
    .evaluateAll((list) => list.map((input) => /** @type {any} */ (input).value));
/** Opens the list, which has no rows before. @param {Page} page */
async function openList(page) {
  await page.locator("#runs summary").waitFor();
  await page
    .locator("#runs details:not([open]) summary")
    .click({ timeout: 1000 })
    .catch(() => {}); // open already
}
/** Names of the list, once they are these. @param {Page} page @param {string[]} wanted */
async function named(page, wanted) {
  await openList(page);
  await soon(async () => assert.deepEqual(await names(page), wanted));
}
const nameOf = (/** @type {number} */ alpha, n = 200) => says("runs.name.other", { alpha, n });

/** Dots of the chart that have the colour of a slot. @param {Page} page @param {number} slot */
const dots = (page, slot) =>
  page.evaluate((slot) => {
    const hex = getComputedStyle(document.documentElement).getPropertyValue(`--run-${slot}`).trim();
    const wanted = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("#plot canvas"));
    const { data } = /** @type {any} */ (canvas.getContext("2d")).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    let count = 0;
    for (let i = 0; i < data.length; i += 4)
      if (wanted.every((v, k) => Math.abs(data[i + k] - v) < 3) && data[i + 3] === 255) count++;
    return count;
  }, slot);

/** @param {Page} page @param {() => Promise<unknown>} act */
async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

const numbers = ({ iteration, cost, testCost, accuracy, testAccuracy, b, w }) => ({
  ...{ iteration, cost, testCost, accuracy, testAccuracy, b, w },
});

test("three runs are compared in the chart, named, returned to with the same digits, deleted and put back", async (t) => {
  const { page } = await visit(t, { goes: true });
  const [first] = await ownRuns(page, [0.01, 0.02]);
  await page.locator("#runs summary").waitFor();
  assert.equal(await rows(page).count(), 0, "closed, it has no rows");
  const costs = await costsOf(page);
  await trained(page, 0.003);
  await named(page, [nameOf(0.003), nameOf(0.02), nameOf(0.01)]);
  assert.equal(await page.locator("#runs [data-now] .runs-name").inputValue(), nameOf(0.003));
  assert.equal(await dots(page, 0), 0);

  for (const alpha of [0.01, 0.02])
    await page.getByRole("checkbox", { name: says("runs.compare", { name: nameOf(alpha) }) }).check();
  await soon(async () => assert.ok((await dots(page, 0)) > 50 && (await dots(page, 1)) > 20));
  const legend = await page.locator(".runs-legend li").allInnerTexts();
  assert.equal(legend.length, 3);
  const J = first.cost.toFixed(4);
  assert.ok(legend.includes(says("runs.legend.one", { name: nameOf(0.01), J })), legend.join(" | "));
  const dashes = await page
    .locator(".runs-legend path")
    .evaluateAll((list) => list.map((path) => getComputedStyle(path).strokeDasharray));
  assert.equal(new Set(dashes.slice(1)).size, 2);

  const own = page.locator(`#runs tbody`).last().locator(".runs-name");
  await own.fill("<b>slow</b>");
  await own.press("Enter");
  await named(page, [nameOf(0.003), nameOf(0.02), "<b>slow</b>"]);

  await press(page, says("runs.return.label", { name: "<b>slow</b>" }));
  await page.locator(".runs-status", { hasText: says("runs.returned", { name: "<b>slow</b>" }) }).waitFor();
  await until(page, () => window.heard.train.iteration === 200 && window.heard.train.alpha === 0.01);
  assert.deepEqual(numbers(await last(page, "train")), numbers(first));
  assert.equal(await page.locator("#alpha").inputValue(), "0.01");
  await press(page, says("runs.return.label", { name: nameOf(0.02) }));
  await until(page, () => window.heard.train.iteration === 200 && window.heard.train.alpha === 0.02);
  assert.deepEqual(await costsOf(page), costs, "every cost, to the last digit");

  await press(page, says("runs.delete", { name: "<b>slow</b>" }));
  await named(page, [nameOf(0.003), nameOf(0.02)]);
  const undo = page.locator(".runs-said").getByRole("button", { name: says("undo") });
  await soon(async () => assert.ok(await undo.evaluate((button) => button === document.activeElement)));
  await undo.press("Enter");
  await named(page, [nameOf(0.003), nameOf(0.02), "<b>slow</b>"]);

  const csv = await downloaded(page, () => press(page, says("runs.csv")));
  const [head, ...lines] = csv.buffer.toString("utf8").replace("\ufeff", "").trim().split("\n");
  assert.equal(head.split(",").length, 14);
  assert.equal(lines.length, 3);
  const cells = lines[0].split(",");
  assert.deepEqual(cells.slice(0, 3), ["<b>slow</b>", "0.01", "200"]);
  assert.equal(Number(cells[10]), first.cost);

  // Other pictures: it says so, and offers no way back.
  await type(page, "iterations", 150);
  await choose(page, 1, pictures(1, 1, { name: "another" }));
  await counts(page, 5, 7);
  await soon(async () => assert.equal(await page.locator(".runs-differs:visible").count(), 3));
  assert.equal(await page.locator("#runs .runs-head .link:visible").count(), 0);
});

test("of a run whose J leaves the chart at its top the legend says how far it went, for as long as it does", async (t) => {
  const { page } = await visit(t, { goes: true });
  await ownRuns(page, [3]);
  const costs = await costsOf(page);
  await trained(page, 0.01);
  await named(page, [nameOf(0.01), nameOf(3)]);
  await page.getByRole("checkbox", { name: says("runs.compare", { name: nameOf(3) }) }).check();
  const line = page.locator(".runs-legend li", { hasText: nameOf(3) });
  await soon(async () => assert.match(await line.innerText(), /▲/));
  const said = await line.innerText();
  const most = Math.max(...costs.train);
  const high = Number(/up to (\S+),/.exec(said)?.[1].replace("×10", "e"));
  assert.ok(Math.abs(high / most - 1) < 0.01, `${said}: ${most}`);
  await page.locator("#log-y").check();
  await soon(async () => assert.doesNotMatch(await line.innerText(), /▲/)); // all of it is seen
});

test("the list is there after a reload, and in a file that another browser opens", async (t) => {
  const { page } = await visit(t, { goes: true });
  const [first] = await ownRuns(page, [0.01, 0.02]);
  await named(page, [nameOf(0.02), nameOf(0.01)]);
  await page.reload();
  await named(page, [nameOf(0.02), nameOf(0.01)]);
  await until(page, () => window.heard.train?.iteration === 200);
  const file = await downloaded(page, () => page.keyboard.press("Control+s"));

  const { page: other } = await visit(t, { goes: true });
  await other.getByLabel(says("data.open")).setInputFiles(await onDisk(t, [file]));
  await counts(other, 5, 6);
  await named(other, [nameOf(0.02), nameOf(0.01)]);
  await press(other, says("runs.return.label", { name: nameOf(0.01) }));
  await other.locator(".runs-status", { hasText: says("runs.returned", { name: nameOf(0.01) }) }).waitFor();
  await until(other, () => window.heard.train.iteration === 200 && window.heard.train.alpha === 0.01);
  assert.deepEqual(numbers(await last(other, "train")), numbers(first));
});

test("three learning rates in one chart, in three clicks; it fits, and axe finds nothing", async (t) => {
  const { page } = await visit(t, { width: 390 });
  await unfoldSettings(page);
  await type(page, "iterations", 300);
  await page.locator("#what-if > summary").click();
  await press(page, says("whatif.alphas.start"));
  await press(page, says("whatif.alphas.keep"));
  await soon(async () => {
    const list = await names(page); // and the page's own, once it rests
    for (const alpha of [0.001, 0.01, 0.1]) assert.ok(list.includes(nameOf(alpha, 300)), String(list));
    for (const slot of [0, 1, 2]) assert.ok((await dots(page, slot)) > 20, String(slot));
  });
  assert.deepEqual(await overflowing(page, "#training"), []);
  await assertAccessible(page, { within: "#training" });
});
