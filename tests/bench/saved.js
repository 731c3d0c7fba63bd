// 500 own pictures, 128 px each as the page keeps them, a trained network of 16 and three runs, in Chromium: how long Save and
// Open take, and how much of the processor all of the browser takes for them, which other programs change less. Prints
// Markdown. Needs the site (npm run site).
//
//   node tests/bench/saved.js         (npm run bench -- saved)

import { mkdtemp, rm, stat } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../browser/shared/browser.js";
import { choose, finish, fullSpeed, hearWorker, press } from "../browser/shared/training-page.js";
import { drop, png } from "../browser/shared/files.js";
import { until } from "../browser/shared/wait.js";

const [OF_EACH, PX, ITERATIONS] = [250, 128, 50];
const ALPHAS = ["0.002", "0.003", "0.005"]; // a run each
const ROUNDS = Math.max(1, Number(process.env.ROUNDS) || 3);

/** Waves of a few lengths and some noise: packs about as a photograph does. @param {number} kind @param {number} k */
function photo(kind, k) {
  let state = 1 + 7919 * (1000 * kind + k);
  const next = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const waves = Array.from({ length: 9 }, () => [next() - 0.5, next() - 0.5, 6 * next(), 25 * next()]);
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ c) =>
    waves.reduce(
      (sum, [p, q, from, high], j) =>
        j < 6 || j % 3 === c ? sum + high * Math.sin((p * x + q * y) / 3 + from) : sum,
      110 + 30 * kind + 20 * (next() + next() - 1),
    );
  const byte = (/** @type {number} */ value) => Math.max(0, Math.min(255, Math.round(value)));
  return {
    name: `${k}.png`,
    mimeType: "image/png",
    buffer: png(PX, PX, (x, y) => [0, 1, 2].map((c) => byte(at(x, y, c)))),
  };
}

/** Own pictures, and a network that has learned from them three times. @param {import('playwright-core').Page} page */
async function trained(page) {
  for (const kind of /** @type {const} */ ([1, 0])) {
    await choose(page, kind, Array.from({ length: OF_EACH }, (_, k) => photo(kind, k))); // prettier-ignore
    await until(page, ([kind, n]) => window.heard.data.counts[kind] === n, [kind, OF_EACH], { ms: 180_000 });
  }
  await page.locator("#network").selectOption("[16]");
  await page.locator("#iterations").fill(String(ITERATIONS));
  await page.locator("#iterations").press("Enter");
  await fullSpeed(page);
  for (const alpha of ALPHAS) {
    await page.locator("#alpha").fill(alpha);
    await page.locator("#alpha").press("Enter");
    await page.locator("h1").click();
    await page.keyboard.press("r");
    await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
    await press(page, "Train");
    await finish(page);
  }
}

/** Wall and processor, all processes of the browser, in seconds.
 *  @param {import('playwright-core').Page} page @returns {Promise<{wall: number, cpu: number}>} */
async function clock(page) {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  await session?.detach();
  return {
    wall: performance.now() / 1000,
    cpu: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
  };
}

/** Median, least and most. @param {number[]} all seconds */
function spread(all) {
  const sorted = [...all].sort((p, q) => p - q).map((each) => each.toFixed(2));
  return `${sorted[all.length >> 1]} (${sorted[0]} to ${sorted.at(-1)})`;
}

/** How long it takes. @param {import('playwright-core').Page} page @param {{wall: number, cpu: number}[]} into
 *  @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function timed(page, into, work) {
  const before = await clock(page);
  const made = await work();
  const after = await clock(page);
  into.push({ wall: after.wall - before.wall, cpu: after.cpu - before.cpu });
  return made;
}

/** The table. */
export async function savedTable() {
  const { newPage, close } = await openBrowser();
  const folder = await mkdtemp(join(tmpdir(), "one-neuron-bench-"));
  try {
    const { page } = await newPage({ width: 1440 });
    await page.addInitScript(hearWorker);
    await page.goto("/");
    await until(page, () => window.heard.train?.engine);
    await trained(page);
    /** @type {Record<"saved" | "opened", {wall: number, cpu: number}[]>} */
    const took = { saved: [], opened: [] };
    const path = join(folder, "saved.zip");
    for (let round = 0; round < ROUNDS; round++) {
      const [download] = await timed(page, took.saved, () =>
        Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]),
      );
      await download.saveAs(path);
      const step = await page.evaluate(() => window.heard.data.undo?.id ?? 0);
      await timed(page, took.opened, async () => {
        await drop(page, page.locator("#cost"), [path]);
        await until(page, (id) => window.heard.data.undo?.id > id && window.heard.train.iteration > 0, step);
      });
    }
    const megabytes = ((await stat(path)).size / 2 ** 20).toFixed(1);
    const row = (/** @type {"saved" | "opened"} */ what) =>
      [what, ...(/** @type {const} */ (["wall", "cpu"]).map((key) => spread(took[what].map((each) => each[key]))))]; // prettier-ignore
    return [
      `| ${2 * OF_EACH} pictures, a network, ${ALPHAS.length} runs; ${megabytes} MB; median of ${ROUNDS} | s | s of the processor |`,
      "| --- | ---: | ---: |",
      ...[row("saved"), row("opened")].map((cells) => `| ${cells.join(" | ")} |`),
      `| load of the machine, ${cpus().length} processors | ${loadavg()[0].toFixed(1)} | |`,
    ].join("\n");
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) console.log(await savedTable());
