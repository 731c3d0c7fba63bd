// What a visitor does all day, in cycles that end where they began: the drawn pictures, 64 px, one neuron, iteration 0. Four
// cycles have every size, engine and network once.
// @ts-nocheck -- many functions here run in the page

import { join } from "node:path";
import { drop, pictures } from "../browser/shared/files.js";
import { card, choose, counts, fullSpeed, press } from "../browser/shared/training-page.js";
import { until } from "../browser/shared/wait.js";

export const PERIOD = 4;
const SIZES = [32, 128, 32, 128];
const ENGINES = ["gram", "vectorized", "loop", "automatic"];
const NETWORKS = ["[4]", "[16]", "[64]", "[4]"];
const FIGURES = ["neuron", "network", "gradient-descent", "broadcasting"];
const course = process.env.COURSE_DATA;
const OWN = [0, 1].map((y) => pictures(8, y, { px: 90 }));
const MORE = pictures(3, 1, { px: 200, name: "more" });

const select = (page, name, label) => page.getByRole("combobox", { name }).selectOption({ label });
const learned = (page, iterations) => until(page, (t) => window.heard.train.iteration >= t, iterations);
/** Until so many iterations are done, whether or not it runs already. */
async function train(page, iterations) {
  if (!(await page.evaluate(() => window.heard.train.running))) await page.locator("#play").click();
  await learned(page, iterations);
}
const isDrawn = () => window.heard.data.source === "drawn" && window.heard.data.count !== 0;

async function ownPictures(page) {
  await choose(page, 0, OWN[0]);
  await choose(page, 1, OWN[1]);
  await counts(page, 8, 8);
  await train(page, 20);
}

async function comeAndGo(page) {
  await choose(page, 1, MORE);
  await counts(page, 8, 11);
  const first = card(page, 1).getByRole("button", { name: /^warm 1\.png/ });
  await first.focus();
  await page.keyboard.press("Delete");
  await counts(page, 8, 10);
  await press(page, "Undo: 1 picture deleted");
  await counts(page, 8, 11);
  await card(page, 0).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 0, 11);
  await press(page, "Undo: “y = 0” emptied");
  await counts(page, 8, 11);
}

async function settings(page, k) {
  await select(page, "Picture size", `${SIZES[k]} px`);
  await until(page, (px) => window.heard.data.n_px === px && window.heard.train.end === 0, SIZES[k]);
  await select(page, "Engine", ENGINES[k]);
  await train(page, 50);
}

async function networks(page, k) {
  await page.locator("#network").selectOption(NETWORKS[k]);
  await until(page, (is) => JSON.stringify(window.heard.train?.network?.hidden) === is, NETWORKS[k]);
  await train(page, 20);
  await backAndForth(page);
  await page.locator("#network").selectOption("[]");
  await until(page, () => !window.heard.train.network);
}

async function backAndForth(page) {
  const scrubber = page.getByRole("slider", { name: "Iteration to look at" });
  for (const key of ["Home", "PageUp", "ArrowRight", "End", "ArrowLeft", "Home"]) await scrubber.press(key);
  await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
}

async function bothLanguages(page) {
  for (const tag of ["zh-Hans", "en"]) {
    await page.locator(`[data-language="${tag}"]`).click();
    await page.locator(`html[lang="${tag}"]`).waitFor();
  }
}

/** The notes in a tab of their own, closed again. */
async function notes(context, k) {
  const page = await context.newPage();
  await page.goto(`/notes.html#${FIGURES[k]}`);
  await page.waitForSelector(`#${FIGURES[k]}[data-ready]`, { state: "attached" });
  await page.close();
}

async function homework(page) {
  const files = ["train_catvnoncat.h5", "test_catvnoncat.h5"].map((name) => join(course, "cat", name));
  await drop(page, page.locator("#plot"), files);
  await counts(page, 154, 105);
  await train(page, 50);
}

async function whereItBegan(page) {
  await press(page, "Use the drawn pictures");
  await until(page, isDrawn);
  await select(page, "Picture size", "64 px");
  await until(page, () => window.heard.data.n_px === 64);
  await select(page, "Engine", "automatic");
  await page.getByRole("button", { name: "Reset to iteration 0" }).click();
  await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
  await page.evaluate(() => (window.heard.notices.length = 0));
}

/** Once, before the first cycle. */
export async function begin(page) {
  await fullSpeed(page);
  await press(page, "More settings");
}

/** @param {{page: import('playwright-core').Page, context: import('playwright-core').BrowserContext}} visitor
 *  @param {number} n */
export async function cycle({ page, context }, n) {
  const k = n % PERIOD;
  await ownPictures(page);
  await comeAndGo(page);
  await settings(page, k);
  await networks(page, k);
  await bothLanguages(page);
  if (course && k === 2) await homework(page);
  if (k === 3) await notes(context, (n >> 2) % FIGURES.length);
  await whereItBegan(page);
}
