// @ts-nocheck -- many functions here run in the page
// What a visitor does and sees, in the words of the tests: open the page, bring pictures, press buttons, read numbers.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { crc32, deflateSync } from "node:zlib";
import { allWords, ofTraining } from "../../unit/shared/words.js";

/** Every English word of the page, those that come later too. */
const en = await allWords("en", ofTraining);

/** In the page, before it starts: keeps what the worker says, for tests that compare numbers with what is shown. */
function hearWorker() {
  const heard = { notices: [], counts: {} };
  window.heard = heard;
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...args) {
      super(...args);
      heard.worker = this;
      this.addEventListener("message", ({ data }) => {
        if (data?.type === "notice") heard.notices.push(data);
        if (!["data", "train", "evaluation", "adding"].includes(data?.type)) return;
        heard[data.type] = data;
        heard.counts[data.type] = (heard.counts[data.type] ?? 0) + 1;
        if (data.type === "evaluation") heard.evaluated = heard.train.iteration;
        if (data.w) heard.weights = { w: data.w, iteration: data.iteration, b: data.b };
      });
    }
  };
}

/**
 * Opens the page as a first visitor would.
 * @param {Awaited<ReturnType<import("./browser.js").openBrowser>>} browser
 * @param {object} [how] as newPage; `init`: a function that runs in the page before its own scripts (argument: `arg`);
 *   `ready: false` does not wait for the training to start
 */
export async function visit(browser, { init, arg, ready = true, path = "", ...how } = {}) {
  const visitor = await browser.newPage(how);
  const { page } = visitor;
  page.setDefaultTimeout(40_000);
  await page.addInitScript(hearWorker);
  if (init) await page.addInitScript(init, arg);
  await page.goto(browser.url + path);
  const learning = () => window.heard.data && window.heard.train?.iteration > 0;
  if (ready)
    await until(page, learning).catch(async () => {
      const { errors } = visitor;
      const { notices, counts } = await page.evaluate(() => window.heard);
      throw new Error(`the page does not start: ${JSON.stringify({ errors, notices, counts })}`);
    });
  return visitor;
}

/** The console stayed empty and nothing was asked of anybody else. */
export function assertClean({ errors, foreign }) {
  assert.deepEqual(errors, [], "errors on the console");
  assert.deepEqual(foreign, [], "requests to another origin");
}

/** The last event of this type, with at most 5000 numbers of each array. */
export const last = (page, type) =>
  page.evaluate((type) => {
    const plain = ([key, value]) => [
      key,
      ArrayBuffer.isView(value) ? Array.from(value.slice(0, 5000)) : value,
    ];
    const event = window.heard[type];
    return event && Object.fromEntries(Object.entries(event).map(plain));
  }, type);

/**
 * Asks the page `look(arg)` again and again until the answer is true, and gives that answer back. (Playwright's own
 * waitForFunction needs eval, which the page's policy forbids.)
 */
export async function until(page, look, arg, { ms = 40_000 } = {}) {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await page.evaluate(look, arg);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${look} ${JSON.stringify(arg ?? "")}`);
    await delay(25);
  }
}

/** A PNG of width × height whose pixels are colour(x, y) -> [r, g, b]. */
export function png(width, height, colour) {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(colour(x, y), y * (1 + 3 * width) + 1 + 3 * x);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

/** n small pictures of two kinds that a neuron can tell apart: warm and light, or cold and dark, with some noise. */
export function pictures(n, kind, { px = 40, name = kind ? "warm" : "cold" } = {}) {
  let state = 7 + 1000 * kind;
  const noise = () => (state = (state * 1103515245 + 12345) % 2 ** 31) % 90;
  return Array.from({ length: n }, (_, i) => ({
    name: `${name} ${i + 1}.png`,
    mimeType: "image/png",
    buffer: png(px, px, () =>
      kind ? [160 + noise(), 120 + noise(), noise()] : [noise(), 60 + noise(), 120 + noise()],
    ),
  }));
}

/** Writes files into a folder of their own, as a visitor has them on disk. */
export async function onDisk(t, files) {
  const folder = await mkdtemp(join(tmpdir(), "one-neuron-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const paths = files.map(({ name }) => join(folder, name));
  await Promise.all(files.map(({ buffer }, i) => writeFile(paths[i], buffer)));
  return paths;
}

/** Drops files or folders from the disk on the middle of `target`, as the browser itself hands them over. */
export async function drop(page, target, paths) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"])
    await devtools.send("Input.dispatchDragEvent", { type, ...at, data });
  await devtools.detach();
}

/** Puts a picture on the clipboard, as copying it elsewhere would. The context must have been granted clipboard-write. */
export const copy = (page, { buffer }) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) }),
    ]);
  }, buffer.toString("base64"));

/** The card of class y, in any language. */
export const card = (page, y) => page.getByRole("article", { name: new RegExp(`y = ${y}$`) });

/** Waits until the cards count `zeros` and `ones` pictures. */
export const counts = (page, zeros, ones) =>
  until(
    page,
    (wanted) => {
      const shown = (y) => document.querySelector(`.class-card[data-y="${y}"] .class-count`).innerText;
      return shown(0) === wanted[0] && shown(1) === wanted[1];
    },
    [String(zeros), String(ones)],
  );

/** Chooses files with the card's button. */
export const choose = (page, y, files) => card(page, y).locator("input[type=file]").setInputFiles(files);

/** As fast as it goes. */
export const fullSpeed = (page) => page.getByRole("slider", { name: /^(speed|速度)/ }).press("End");
/** Presses the button of this name. */
export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Runs until all iterations are done; gives the last 'train' event. */
export async function finish(page) {
  await until(page, () => window.heard.train?.finished && !window.heard.train.running, null, { ms: 90_000 });
  return last(page, "train");
}

/** Waits until training stands still. */
export async function pause(page) {
  if (await page.evaluate(() => window.heard.train.running)) await press(page, "Pause");
  await until(page, () => !window.heard.train.running);
}

/** Every cost, from the file that the page offers: {train, test}, by iteration. */
export async function costsOf(page) {
  const table = page.locator("#cost-table");
  if (!(await table.evaluate((details) => details.open))) await table.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), table.getByRole("button").click()]);
  const [head, ...lines] = (await readFile(await download.path(), "utf8")).trim().split("\n");
  assert.equal(head, "iteration,cost_train,cost_test");
  const rows = lines.map((line) => line.split(","));
  rows.forEach(([t], i) => assert.equal(Number(t), i));
  const column = (k) => rows.map((row) => (row[k] === "" ? NaN : Number(row[k])));
  return { train: column(1), test: column(2) };
}

/** A number as the page writes it, with its true minus sign. */
export const numberIn = (text) => Number(/[−-]?\d+(\.\d+)?/.exec(text)[0].replace("−", "-"));

/** A sentence of the English dictionary (zh: the Chinese one), with its parameters. */
export function says(key, params = {}, dictionary = en) {
  assert.ok(key in dictionary, `no such words: ${key}`);
  return dictionary[key].replace(/\{(\w+)\}/g, (_, name) => params[name] ?? `{${name}}`);
}

/** Makes an assertion again and again until it holds: what the page draws comes a little after what it knows. */
export async function soon(check, { ms = 20_000 } = {}) {
  const end = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(50);
    }
  }
}
