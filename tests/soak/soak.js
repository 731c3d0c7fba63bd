// Endurance: a visitor who stays for hours. What the page and its worker hold is measured where each cycle ends; it may grow
// at first (code is compiled, the steps that can be undone fill up), and must be level after that.
//
//   npm run soak -- 60      minutes

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser } from "../browser/shared/browser.js";
import { hearWorker } from "../browser/shared/training-page.js";
import { until } from "../browser/shared/wait.js";
import { PERIOD, begin, cycle } from "./cycle.js";
import { measurer } from "./measure.js";

/** @typedef {import('./measure.js').Sample} Sample */
/** @typedef {{samples: Sample[], errors: string[], grown: string[], csv: string}} Soaked */

/** Cycles before it is judged: 50 steps can be undone, about twelve a cycle. */
const WARM = 2 * PERIOD;

/**
 * How much more the last period may have than the first one after the warm-up, as a share and in the measure's own unit. Heaps:
 * what V8 learns of functions that are called again goes on for hours, a few hundred KB altogether. WebAssembly memory only
 * grows, by whole pieces when the holes between others do not fit: one piece of the history (4 MB) and one of a set. Counts:
 * what the browser has not let go of yet when it is asked. Nothing more is stored.
 * @type {Record<string, {share: number, more: number}>}
 */
const ROOM = {
  "page heap MB": { share: 0.05, more: 1 },
  "worker heap MB": { share: 0.05, more: 1 },
  "worker buffers MB": { share: 0.1, more: 16 },
  "wasm MB": { share: 0.1, more: 16 },
  nodes: { share: 0.02, more: 100 },
  listeners: { share: 0.02, more: 20 },
  stored: { share: 0, more: 0 },
};

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** What grew, in words. @param {Sample[]} samples */
export function judge(samples) {
  const [early, late] = [samples.slice(WARM, WARM + PERIOD), samples.slice(-PERIOD)];
  return Object.entries(ROOM).flatMap(([name, { share, more }]) => {
    const [before, after] = [early, late].map((part) => median(part.map((sample) => sample[name])));
    const most = before * (1 + share) + more;
    return after <= most
      ? []
      : `${name}: ${before.toFixed(2)} early, ${after.toFixed(2)} late, at most ${most.toFixed(2)}`;
  });
}

/** @param {Sample[]} samples @param {string} gap */
function lines(samples, gap) {
  const names = Object.keys(samples[0]);
  const cell = (/** @type {number} */ value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  return [names, ...samples.map((sample) => names.map((name) => cell(sample[name])))].map((row) =>
    gap === "," ? row.join(",") : row.map((text, k) => text.padStart(names[k].length)).join(gap),
  );
}

/** About `most` lines of the curve. @param {Sample[]} samples */
export function table(samples, most = 24) {
  const step = Math.ceil(samples.length / most);
  const some = samples.filter((_, k) => k % step === 0 || k === samples.length - 1);
  return lines(some, "  ").join("\n");
}

/** @param {number} minutes @returns {Promise<Soaked>} */
export async function soak(minutes) {
  const browser = await openBrowser();
  const visitor = await browser.newPage();
  const { page, errors, foreign } = visitor;
  /** @type {Sample[]} */
  const samples = [];
  try {
    page.setDefaultTimeout(60_000);
    await page.addInitScript(hearWorker);
    await page.goto("/");
    await until(page, () => window.heard.data && window.heard.train?.iteration > 0);
    const measure = await measurer(page);
    await begin(page);
    const start = performance.now();
    const passed = () => (performance.now() - start) / 60_000;
    for (let n = 0; passed() < minutes || n < WARM + 2 * PERIOD; n++) {
      await cycle(visitor, n);
      samples.push({ minute: passed(), ...(await measure()) });
    }
  } finally {
    await visitor.close();
    await browser.close();
  }
  const csv = join(mkdtempSync(join(tmpdir(), "one-neuron-soak-")), "soak.csv");
  writeFileSync(csv, `${lines(samples, ",").join("\n")}\n`);
  return { samples, errors: [...errors, ...foreign], grown: judge(samples), csv };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { samples, errors, grown, csv } = await soak(Number(process.argv[2] ?? 60));
  console.log(`${table(samples)}\n${samples.length} cycles: ${csv}`);
  for (const line of [...errors, ...grown]) console.log(line);
  process.exitCode = errors.length + grown.length > 0 ? 1 : 0;
}
