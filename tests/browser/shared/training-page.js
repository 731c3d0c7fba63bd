// What a visitor does and sees on the training page, in the words of the tests: press buttons, choose pictures, wait for
// the training, read numbers; and what the worker says meanwhile.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { until } from "./wait.js";

/** @typedef {import('playwright-core').Page} Page */

/** Every English word of the page, those that come later too. */
const en = await allWords("en", ofTraining);

/** In the page, before it starts: keeps what the worker says, for tests that compare numbers with what is shown; and reads the
 *  pixels of a picture that is shown, whole. */
export function hearWorker() {
  /** @type {any} */
  const heard = { notices: [], counts: {} };
  window.heard = heard;
  heard.pixels = (/** @type {HTMLImageElement | HTMLCanvasElement} */ node) => {
    const { width, height } =
      "naturalWidth" in node ? { width: node.naturalWidth, height: node.naturalHeight } : node;
    const context = /** @type {any} */ (new OffscreenCanvas(width || 1, height || 1).getContext("2d"));
    context.drawImage(node, 0, 0);
    return context.getImageData(0, 0, width || 1, height || 1);
  };
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    /** @param {ConstructorParameters<typeof Plain>} args */
    constructor(...args) {
      super(...args);
      heard.worker = this;
      this.addEventListener("message", ({ data }) => {
        if (data?.type === "notice") heard.notices.push(data);
        if (data?.answer) heard.counts.answers = (heard.counts.answers ?? 0) + 1;
        if (data?.type === "runs" && data.list) heard.runs = data;
        if (data?.type === "brought") heard.brought = { ...heard.brought, ...data };
        if (!["data", "train", "evaluation", "adding"].includes(data?.type)) return;
        heard[data.type] = data;
        heard.counts[data.type] = (heard.counts[data.type] ?? 0) + 1;
        if (data.type === "evaluation") heard.evaluated = heard.train.iteration;
        if (data.w) heard.weights = { w: data.w, iteration: data.iteration, b: data.b };
      });
    }
  };
}

/** The last event of this type, with at most 5000 numbers of each array. @param {Page} page @param {string} type
 *  @returns {Promise<any>} */
export const last = (page, type) =>
  page.evaluate((type) => {
    const plain = (/** @type {[string, any]} */ [key, value]) => [
      key,
      ArrayBuffer.isView(value) ? Array.from(/** @type {Float64Array} */ (value).slice(0, 5000)) : value,
    ];
    const event = window.heard[type];
    return event && Object.fromEntries(Object.entries(event).map(plain));
  }, type);

/** The card of class y, in any language. @param {Page} page @param {number} y */
export const card = (page, y) => page.getByRole("article", { name: new RegExp(`y = ${y}$`) });

/** Waits until the cards count `zeros` and `ones` pictures. @param {Page} page @param {number | string} zeros
 *  @param {number | string} ones */
export const counts = (page, zeros, ones) =>
  until(
    page,
    (wanted) => {
      const shown = (/** @type {number} */ y) =>
        document.querySelector(`.class-card[data-y="${y}"] .class-count`)?.innerText; // null right after a reload
      return shown(0) === wanted[0] && shown(1) === wanted[1];
    },
    [String(zeros), String(ones)],
  );

/** Chooses files with the card's button. @param {Page} page @param {number} y
 *  @param {Parameters<import('playwright-core').Locator['setInputFiles']>[0]} files */
export const choose = (page, y, files) => card(page, y).locator("input[type=file]").setInputFiles(files);

/** As fast as it goes. @param {Page} page */
export const fullSpeed = (page) => page.getByRole("slider", { name: /^(speed|速度)/ }).press("End");

/** Opens the settings of the bar where they are folded, on a phone. @param {Page} page */
export async function unfoldSettings(page) {
  const fold = page.locator("#set-fold[aria-expanded=false]");
  if (await fold.isVisible()) await fold.click();
}

/** On a phone, Data and Test show what is in them. @param {Page} page */
export async function unfoldParts(page) {
  for (const id of ["data", "test"]) {
    const fold = page.locator(`#${id} .fold[aria-expanded=false]`);
    if (await fold.isVisible()) await fold.click();
  }
}

/** Presses the button of this name. @param {Page} page @param {string} name */
export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Runs until all iterations are done; gives the last 'train' event. @param {Page} page */
export async function finish(page) {
  await until(page, () => window.heard.train?.finished && !window.heard.train.running, null, { ms: 90_000 });
  return last(page, "train");
}

/** Waits until training stands still. @param {Page} page */
export async function pause(page) {
  if (await page.evaluate(() => window.heard.train.running)) await press(page, "Pause");
  await until(page, () => !window.heard.train.running);
}

/** Waits until the browser's own storage has this many pictures of the visitor's. @param {Page} page @param {number} n */
export const stored = (page, n) => storedKeys(page, "number", n);

/** Waits until it has a model that was brought, or none. @param {Page} page @param {boolean} there */
export const storedModel = (page, there) => storedKeys(page, "brought", Number(there));

/** @param {Page} page @param {string} which a key, or "number": those of pictures @param {number} n */
const storedKeys = (page, which, n) =>
  until(
    page,
    async ([which, n]) => {
      const known = await indexedDB.databases();
      if (!known.some(({ name }) => name === "one-neuron")) return false; // asking for it would make it
      const kept = await new Promise((done, failed) => {
        const opening = indexedDB.open("one-neuron");
        opening.onerror = failed;
        opening.onsuccess = () => {
          const read = opening.result.transaction("kept").objectStore("kept").getAllKeys();
          read.onerror = failed;
          read.onsuccess = () => (opening.result.close(), done(read.result));
        };
      });
      return kept.filter((/** @type {unknown} */ key) => key === which || typeof key === which).length === n;
    },
    [which, n],
  );

/** Every cost, from the file that the page offers: {train, test}, by iteration. @param {Page} page */
export async function costsOf(page) {
  const table = page.locator("#cost-table");
  const isOpen = await table.evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open);
  if (!isOpen) await table.locator("summary").press("Enter"); // the settings may lie over it
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    table.getByRole("button").press("Enter"),
  ]);
  const [head, ...lines] = (await readFile(await download.path(), "utf8")).trim().split("\n");
  assert.equal(head, "iteration,cost_train,cost_test");
  const rows = lines.map((line) => line.split(","));
  rows.forEach(([t], i) => assert.equal(Number(t), i));
  const column = (/** @type {number} */ k) => rows.map((row) => (row[k] === "" ? NaN : Number(row[k])));
  return { train: column(1), test: column(2) };
}

/** A number as the page writes it, with its true minus sign. @param {string} text */
export function numberIn(text) {
  const [number] = /[−-]?\d+(\.\d+)?/.exec(text) ?? assert.fail(`no number in "${text}"`);
  return Number(number.replace("−", "-"));
}

/** A sentence of the English dictionary, or of another, with its parameters. @param {string} key
 *  @param {Record<string, string | number>} [params] @param {Record<string, string>} [dictionary] */
export function says(key, params = {}, dictionary = en) {
  assert.ok(key in dictionary, `no such words: ${key}`);
  return dictionary[key].replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? `{${name}}`));
}
