// npm run bench -- page: what both pages of site/ cost a visitor. The first load, file by file, and Lighthouse on a phone
// and on a desk, three times each. Prints Markdown. Not a test: the machine's other work shows in the times.

import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { firstLoad } from "./first-load.js";
import { serveSite } from "./site-server.js";

const ROUNDS = Number(process.env.ROUNDS) || 3;
const PAGES = ["index.html", "notes.html"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** What is told beside the four categories: audit -> how its number is written. @type {Record<string, (x: number) => string>} */
const AUDITS = {
  "first-contentful-paint": seconds,
  "largest-contentful-paint": seconds,
  "speed-index": seconds,
  "total-blocking-time": (ms) => `${Math.round(ms)} ms`,
  "cumulative-layout-shift": (x) => x.toFixed(3),
};

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @param {number[]} list */
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** One run in a browser of its own. @param {string} url @param {boolean} desk */
async function run(url, desk) {
  const finder = fileURLToPath(new URL("../chromium", import.meta.url));
  const chromePath = execFileSync("bash", [finder], { encoding: "utf8" }).trim();
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const quiet = ["--disable-quic", "--disable-background-networking", "--disable-component-update"];
  const chrome = await launch({
    chromePath,
    chromeFlags: ["--headless", "--disable-gpu", ...quiet, ...root],
  });
  try {
    const result = await lighthouse(
      url,
      { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "silent" },
      desk ? desktopConfig : undefined,
    );
    if (!result) throw new Error(`Lighthouse says nothing about ${url}`);
    const { categories, audits } = result.lhr;
    return {
      scores: CATEGORIES.map((name) => Math.round(100 * (categories[name].score ?? NaN))),
      numbers: Object.keys(AUDITS).map((name) => audits[name].numericValue ?? NaN),
      failed: Object.values(audits).flatMap(({ id, score, scoreDisplayMode }) =>
        score !== null && score < 0.9 && scoreDisplayMode !== "informative" ? [id] : [],
      ),
    };
  } finally {
    chrome.kill();
  }
}

/** @param {string} page @param {boolean} desk @returns {Promise<string>} a row */
async function row(page, desk) {
  const site = await serveSite();
  const runs = [];
  for (let k = 0; k < ROUNDS; k++) runs.push(await run(site.url + page, desk));
  site.close();
  const scores = CATEGORIES.map((_, k) => String(median(runs.map((one) => one.scores[k]))));
  const numbers = Object.values(AUDITS).map((write, k) => write(median(runs.map((one) => one.numbers[k]))));
  const failed = [...new Set(runs.flatMap((one) => one.failed))];
  return `| ${[page, desk ? "desk" : "phone", ...scores, ...numbers, failed.join(", ") || "–"].join(" | ")} |`;
}

for (const page of PAGES) {
  const { files, gzip, raw } = await firstLoad(page);
  console.log(`\nFirst load of ${page}: ${(gzip / 1000).toFixed(1)} KB gzip (${(raw / 1000).toFixed(1)} KB) in ${files.length} requests\n`); // prettier-ignore
  for (const [path, size] of files) console.log(`- ${path.slice(1)}: ${size.gzip}`);
}
console.log(`\nLighthouse, median of ${ROUNDS}; ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}\n`);
const heads = ["page", "on a", ...CATEGORIES, ...Object.keys(AUDITS), "audits below 0.9"];
console.log(`| ${heads.join(" | ")} |\n|${heads.map(() => "---").join("|")}|`);
for (const page of PAGES) for (const desk of [false, true]) console.log(await row(page, desk));
