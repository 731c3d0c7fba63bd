// α under the hand on the course's homework, in Chromium: how often the cost chart is drawn anew while the slider is dragged,
// how many whole trainings that is, what one takes, and how much of the processor the page itself takes for a drawing, which
// other programs do not change. Prints Markdown. Needs the site (npm run site) and COURSE_DATA.
//
//   node tests/bench/live.js          (npm run bench -- live)

import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { openBrowser } from "../browser/shared/browser.js";
import { drop } from "../browser/shared/files.js";
import { finish, hearWorker, press } from "../browser/shared/training-page.js";
import { until } from "../browser/shared/wait.js";

const SECONDS = 5;
const TURNS = 0.8; // there and back, a second: the hand passes more values than there can be trainings
const HERTZ = 60; // how often a mouse tells where it is, at least
const FILES = ["train_catvnoncat.h5", "test_catvnoncat.h5"];

/** In the page: counts what is drawn and what is told. */
function countDrawings() {
  const counts = Object.assign(window, { drawn: 0, values: 0, tries: { whole: 0, part: 0, ms: 0 } });
  document.querySelector("#live input[name=alpha]")?.addEventListener("input", () => counts.values++);
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...args) {
    if (this.canvas.closest("#plot")) counts.drawn++;
    return clearRect.apply(this, args);
  };
  window.heard.worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
    if (data?.type !== "train" || !data.live) return;
    counts.tries[data.live.whole ? "whole" : "part"]++;
    if (data.live.whole) counts.tries.ms += data.live.ms;
  });
}

/** @param {import('playwright-core').Page} page */
async function drag(page) {
  const box = await page.locator("#live input[name=alpha]").boundingBox();
  if (!box) throw new Error("no slider");
  const y = box.y + box.height / 2;
  const x = (/** @type {number} */ share) => box.x + box.width * share;
  await page.mouse.move(x(0.3), y);
  await until(page, () => document.querySelector(".live-line"));
  await page.mouse.down();
  await page.evaluate(countDrawings);
  const processor = await processorOf(page);
  const from = performance.now();
  const seconds = () => (performance.now() - from) / 1000;
  const moves = [];
  while (seconds() < SECONDS) {
    moves.push(page.mouse.move(x(0.4 - 0.2 * Math.cos(2 * Math.PI * TURNS * seconds())), y));
    await delay(1000 / HERTZ); // a hand does not wait for the page
  }
  const passed = seconds();
  const ownMs = await processor();
  const { drawn, values, tries } = await page.evaluate(() => {
    const { drawn, values, tries } = /** @type {any} */ (window);
    return { drawn, values, tries };
  });
  await Promise.all(moves);
  await page.mouse.up();
  return { passed, drawn, values, ownMs, ...tries };
}

/** What tells how many milliseconds of the processor the page's own thread has taken since.
 *  @param {import('playwright-core').Page} page */
async function processorOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taken = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
  const before = await taken();
  return async () => (await taken()) - before;
}

/** The table; null without the homework. */
export async function liveTable() {
  const course = process.env.COURSE_DATA;
  if (!course) return null;
  const { newPage, close } = await openBrowser();
  try {
    const { page } = await newPage({ width: 1440 });
    await page.addInitScript(hearWorker);
    await page.goto("/");
    await until(page, () => window.heard.train?.engine);
    await drop(
      page,
      page.locator("#plot"),
      FILES.map((name) => join(course, "cat", name)),
    );
    await until(page, () => window.heard.data.m === 209);
    await press(page, "Train");
    await finish(page);
    const { passed, drawn, values, ownMs, whole, part, ms } = await drag(page);
    const a = (/** @type {number} */ n) => (n / passed).toFixed(1);
    return [
      "| dragging α, homework | a second |",
      "| --- | --- |",
      `| values that the hand passes | ${a(values)} |`,
      `| chart drawn | ${a(drawn)}, the page takes ${(ownMs / drawn).toFixed(1)} ms of the processor for each |`,
      `| whole trainings, 2000 iterations | ${a(whole)}, ${(ms / whole).toFixed(0)} ms each |`,
      `| as far as there was time | ${a(part)} |`,
      `| load of the machine | ${loadavg()[0].toFixed(1)} |`,
    ].join("\n");
  } finally {
    await close();
  }
}

if (import.meta.filename === process.argv[1]) console.log((await liveTable()) ?? "COURSE_DATA is not set");
