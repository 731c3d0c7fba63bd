// The live camera at the picture under test, in Chromium, while training runs: how many of its frames a second the worker
// answers, of how many the ŷ is shown, how old they are by then, and what one costs the page and the worker. Prints
// Markdown. Needs the site (npm run site); the homework's rows need COURSE_DATA.
//
//   node tests/bench/camera.js          (npm run bench -- camera)

import { readFileSync, readdirSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../browser/shared/browser.js";
import { cameraArgs, UNASKED } from "../browser/shared/camera.js";
import { pictures } from "../browser/shared/files.js";
import { choose, counts, hearWorker } from "../browser/shared/training-page.js";
import { until } from "../browser/shared/wait.js";

const SECONDS = Number(process.env.SECONDS) || 5;
const OWN = 60; // of each class
const TICK_MS = 10; // of /proc: the kernel's usual 100 a second
/** Frames that all differ, as large as the page asks for and as often as cameras give them. */
const FILM = { width: 640, height: 480, rate: 30, frames: 60 };
const STRIPES = [
  [200, 40, 40],
  [40, 200, 40],
  [40, 40, 200],
  [220, 220, 60],
];
const HEAD = [
  "live camera, 640 × 480",
  "frames answered a second",
  "ŷ of frames shown a second",
  "age of a frame when its ŷ is shown, ms",
  "iterations a second",
  "page, ms of CPU a frame shown",
  "worker, ms of CPU a frame shown",
  "load",
];

/** In the page, before it starts: follows each frame to the worker, back, and onto the page. A frame is shown when the answer
 *  is written anew with numbers that the worker told after it had the frame. */
function followFrames() {
  const follow = { asked: new Map(), got: 0, told: 0, shown: 0, answered: 0, answers: 0, ages: 0, oldest: 0 };
  Object.assign(window, { follow });
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ transfer) {
    if (message?.path?.[0] === "probeFrame") follow.asked.set(message.id, performance.now());
    return postMessage.call(this, message, transfer);
  };
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    /** @param {ConstructorParameters<typeof Plain>} args */
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (data?.type === "train" && data.probe) follow.told = follow.got;
        if (!follow.asked.has(data?.id)) return;
        follow.got = follow.asked.get(data.id);
        follow.answered++;
        follow.asked.delete(data.id);
      });
    }
  };
  const shown = () => {
    if (follow.told === follow.shown) return;
    follow.shown = follow.told;
    follow.answers++;
    const age = performance.now() - follow.shown;
    follow.ages += age;
    follow.oldest = Math.max(follow.oldest, age);
  };
  const observer = new MutationObserver(shown);
  const find = setInterval(() => {
    const answer = document.querySelector(".probe-answer");
    if (!answer) return;
    clearInterval(find);
    observer.observe(answer, { subtree: true, childList: true, characterData: true });
  }, 10);
}

/** Milliseconds of the processor that the threads of the page's process have had, by what they are; null where there is no
 *  /proc. @param {number} pid */
function cpuOf(pid) {
  const spent = { page: 0, worker: 0, others: 0 };
  try {
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const text = readFileSync(`/proc/${pid}/task/${task}/stat`, "utf8");
      const name = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      const part = Number(task) === pid ? "page" : name.startsWith("DedicatedWorker") ? "worker" : "others";
      spent[part] += TICK_MS * (Number(fields[11]) + Number(fields[12]));
    }
  } catch {
    return null;
  }
  return spent;
}

/** The process of the only page. @param {import('playwright-core').Browser} browser */
async function pageProcess(browser) {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  await devtools.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  return renderers.reduce((most, each) => (each.cpuTime > most.cpuTime ? each : most)).id;
}

/** @param {import('playwright-core').Page} page @param {string} set */
async function bring(page, set) {
  if (set === "homework") {
    const cat = join(String(process.env.COURSE_DATA), "cat");
    const files = ["train", "test"].map((part) => join(cat, `${part}_catvnoncat.h5`));
    await choose(page, 1, files);
    return until(page, () => window.heard.data.m === 209);
  }
  for (const y of /** @type {const} */ ([1, 0])) await choose(page, y, pictures(OWN, y, { px: 64 }));
  return counts(page, OWN, OWN);
}

/** In the page: training never ends. */
const goOnForEver = () =>
  window.heard.worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
    if (data?.type === "train" && data.finished && !data.running)
      setTimeout(() => /** @type {HTMLElement} */ (document.querySelector("#play")).click());
  });

/** @param {Awaited<ReturnType<typeof openBrowser>>} opened @param {string} set @param {string} query */
async function measure({ browser, newPage, url }, set, query) {
  const { page, context } = await newPage({ width: 1440 });
  await context.grantPermissions(["camera"], { origin: url });
  await page.addInitScript(followFrames);
  await page.addInitScript(hearWorker);
  await page.goto(`/?${query}`);
  await until(page, () => window.heard.train?.engine);
  await bring(page, set);
  await page.evaluate(goOnForEver);
  await page.locator("#play").click();
  await page.locator(".probe-ways .by-camera").first().click();
  await until(page, () => /** @type {any} */ (window).follow.answers > 5);
  const pid = await pageProcess(browser);
  const [cpu, from] = [cpuOf(pid), performance.now()];
  const first = await page.evaluate(() => {
    const { follow, heard } = /** @type {any} */ (window);
    Object.assign(follow, { answered: 0, answers: 0, ages: 0, oldest: 0 });
    return heard.train.iteration;
  });
  await page.waitForTimeout(1000 * SECONDS);
  const seen = await page.evaluate(() => {
    const { follow, heard } = /** @type {any} */ (window);
    return { ...follow, iteration: heard.train.iteration };
  });
  const [seconds, later] = [(performance.now() - from) / 1000, cpuOf(pid)];
  await context.close();
  const each = (/** @type {"page" | "worker"} */ part) =>
    cpu && later ? ((later[part] - cpu[part]) / seen.answers).toFixed(1) : "–";
  return [
    (seen.answered / seconds).toFixed(1),
    (seen.answers / seconds).toFixed(1),
    `${(seen.ages / seen.answers).toFixed(0)} (at most ${seen.oldest.toFixed(0)})`,
    ((seen.iteration - first) / seconds).toFixed(0),
    each("page"),
    each("worker"),
    loadavg()[0].toFixed(1),
  ];
}

/** The table. */
export async function cameraTable() {
  const sets = process.env.COURSE_DATA ? ["own pictures", "homework"] : ["own pictures"];
  const ways = ["full speed", "watched"].flatMap((pace) => [...sets, "network"].map((set) => [set, pace]));
  const opened = await openBrowser({ args: [...cameraArgs(STRIPES, FILM), UNASKED] });
  try {
    const rows = [HEAD, ["---", ...HEAD.slice(1).map(() => "--:")]];
    for (const [set, pace] of ways) {
      const speed = pace === "watched" ? "speed=watch" : "speed=max&iterations=1000000";
      const numbers = await measure(opened, set, set === "network" ? `${speed}&hidden=16` : speed);
      rows.push([`${set}, ${pace}`, ...numbers]);
    }
    return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  } finally {
    await opened.close();
  }
}

if (import.meta.filename === process.argv[1]) console.log(await cameraTable());
