// What would help: asked from what the result means, tried over the same splits, told best first, taken by a click and taken
// back.
import assert from "node:assert/strict";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { assertAccessible } from "../shared/axe.js";
import { png } from "../shared/files.js";
import { overflowing } from "../shared/layout.js";
import {
  choose,
  counts,
  finish,
  fullSpeed,
  last,
  press,
  says,
  unfoldParts,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page */

/** A bar at the left or at the right, in noise, one in six in the other class: hard, and learned by heart. @param {number} n @param {0 | 1} y */
const bars = (n, y) => {
  let state = 11 + y;
  const noise = () => (state = (state * 1103515245 + 12345) % 2 ** 31) % 200;
  return Array.from({ length: n }, (_, i) => {
    const at = (i % 6 === 0 ? 1 - y : y) ? 24 : 4;
    const buffer = png(32, 32, (x) => [0, 1, 2].map(() => noise() + (x >= at && x < at + 4 ? 55 : 0)));
    return { name: `${y} ${i}.png`, mimeType: "image/png", buffer };
  });
};

/** @param {Page} page @param {number} iterations */
async function shorter(page, iterations) {
  await page.locator("#iterations").fill(String(iterations));
  await page.locator("#iterations").press("Enter");
}

/** Until all is tried: the button is back. @param {Page} page @param {Record<string, string>} [words] */
const over = (page, words) =>
  page
    .getByRole("button", { name: says("whatif.advice.start", {}, words), exact: true })
    .waitFor({ timeout: 120_000 });

/** @param {Page} page @param {string} what */
const row = (page, what) => page.locator(`.advice-table tr[data-what="${what}"]`);

/** @param {Page} page @param {string} what @param {"take" | "back"} key */
const button = (page, what, key) =>
  row(page, what).getByRole("button", { name: new RegExp(`^${says(`advice.${key}.label`, { name: "" }).trim()}`) }); // prettier-ignore

/** @param {Page} page */
const rest = (page) => until(page, () => !window.heard.train.running && window.heard.train.iteration > 0);

test("asked from below the chart: all is tried, best first; one is taken, and taken back", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, bars(24, 1));
  await choose(page, 0, bars(24, 0));
  await counts(page, 24, 24);
  await fullSpeed(page);
  await shorter(page, 150);
  await press(page, says("train"));
  await finish(page);
  await press(page, says("meaning.advice"));
  await over(page);

  // What is told is what the table has.
  const rows = page.locator(".advice-table tbody tr");
  const { differences, names } = await soon(async () => {
    const told = await rows.evaluateAll((list) =>
      list
        .slice(1)
        .map((each) => [
          /** @type {HTMLElement} */ (each).dataset.what ?? "",
          /** @type {HTMLTableRowElement} */ (each).cells[2].innerText,
        ]),
    );
    const numbers = told.map(([, text]) => Number.parseFloat(text.replace("−", "-")));
    assert.ok(told.length > 8 && numbers.every(Number.isFinite), JSON.stringify(told));
    return { differences: numbers, names: told.map(([what]) => what) };
  });
  for (const what of ["mirror", "until", "size 32", "size 128", "half", "quarter", "hidden 4", "hidden 16"])
    assert.ok(names.includes(what), `${what} in ${names}`);
  assert.ok(
    differences.every((d, i) => i === 0 || d <= differences[i - 1]),
    `best first: ${differences}`,
  );
  const said = await page.locator("#what-if .whatif-result").nth(1).innerText();
  assert.match(said, /^As it is: \d+% ± \d+ over 50 splits\. /);
  assert.match(said, /curve over m|Whether more pictures would help/);

  // Mirrored copies: a step of the pictures, and undone by the same button.
  await button(page, "mirror", "take").click();
  await until(page, () => window.heard.data.mirrored && window.heard.train.iteration > 0);
  const { of, id, test: kept } = await last(page, "data");
  assert.equal(
    of.filter((each, i) => each !== id[i]).length,
    kept.slice(0, 48).filter((part) => !part).length,
  );
  await button(page, "mirror", "back").waitFor();
  assert.ok(await button(page, "until", "take").isDisabled(), "found with other pictures");
  await button(page, "mirror", "back").click();
  await counts(page, 24, 24);
  await button(page, "mirror", "take").waitFor();
  assert.equal((await last(page, "data")).mirrored, false);

  // A smaller size, undone by the keyboard: what was found holds again.
  await button(page, "size 32", "take").click();
  await until(page, () => window.heard.data.n_px === 32 && window.heard.train.iteration > 0);
  await button(page, "size 32", "back").waitFor();
  await page.keyboard.press("Control+z");
  await until(page, () => window.heard.data.n_px === 64);
  await button(page, "size 32", "take").waitFor();

  // Settings: another rate from the beginning, other iterations, hidden neurons; each as it was again.
  await rest(page);
  const rate = names.find((what) => what.startsWith("alpha")) ?? "";
  const before = await page.locator("#alpha").inputValue();
  await button(page, rate, "take").click();
  await soon(async () => assert.equal(await page.locator("#alpha").inputValue(), rate.split(" ")[1]));
  await finish(page);
  await button(page, rate, "back").click();
  await soon(async () => assert.equal(await page.locator("#alpha").inputValue(), before));
  await finish(page);
  await button(page, "until", "take").click();
  await until(
    page,
    () => window.heard.data.settings.iterations !== 150 || window.heard.train.iterations !== 150,
  );
  await button(page, "until", "back").click();
  await until(page, () => window.heard.train.iterations === 150);
  await rest(page);
  await button(page, "hidden 4", "take").click();
  await until(page, () => window.heard.train.network && window.heard.train.iteration > 0);
  await button(page, "hidden 4", "back").click();
  await until(page, () => !window.heard.train.network && window.heard.train.iteration > 0);
});

test("mirrored copies and smaller pictures are one click from what the result means: measured first, then one click to take", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, bars(24, 1));
  await choose(page, 0, bars(24, 0));
  await counts(page, 24, 24);
  await fullSpeed(page);
  await shorter(page, 150);
  await press(page, says("train"));
  await finish(page);
  await press(page, says("meaning.mirror"));
  await over(page);
  const take = button(page, "mirror", "take");
  await soon(async () => assert.ok(await take.evaluate((each) => each === document.activeElement)));
  assert.equal((await last(page, "data")).mirrored, false, "nothing is done before it is measured");
  const result = page.locator("#what-if .whatif-result").nth(1);
  assert.match(await result.innerText(), /(What was asked for, |What helps most: )mirrored copies/);

  // What is there already is not measured again.
  await press(page, says("meaning.smaller"));
  await soon(async () => assert.match(await result.innerText(), /(What was asked for, |What helps most: )smaller pictures, 32/)); // prettier-ignore
  assert.equal(await page.locator(".advice-table [data-asked]").getAttribute("data-what"), "size 32");
  assert.ok(await button(page, "size 32", "take").evaluate((each) => each === document.activeElement));
  await page.keyboard.press("Enter");
  await until(page, () => window.heard.data.n_px === 32 && window.heard.train.iteration > 0);
});

test("what is being tried is stopped at once; what was found so far stays, and is no verdict", async (t) => {
  const { page } = await visit(t);
  await page.locator("#what-if > summary").click();
  await press(page, says("whatif.advice.start"));
  await row(page, "until").waitFor();
  await press(page, says("whatif.stop"));
  await over(page);
  assert.equal(await row(page, "hidden 16").getAttribute("data-verdict"), "open");
  assert.equal(await row(page, "hidden 16").locator("button").count(), 0);
});

test("of a network: it says how long, is stopped and keeps what there is; of few iterations all is tried, one neuron among it", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, bars(9, 1));
  await choose(page, 0, bars(9, 0));
  await counts(page, 9, 9);
  await page.locator("#network").selectOption("[16]");
  await shorter(page, 200_000);
  await page.locator("#what-if > summary").click();
  const note = page.locator("section[aria-labelledby=whatif-advice] .whatif-bench p").first();
  await soon(async () =>
    assert.match(await note.innerText(), /They take about [\d.,]+\s(s|minutes|hours)\.$/),
  );
  await press(page, says("whatif.advice.start"));
  await soon(async () => assert.match(await note.innerText(), /^[1-9]\d* of \d+ trainings, about [\d.,]+\s(s|minutes|hours) to go$/)); // prettier-ignore
  await press(page, says("whatif.stop"));
  await over(page);
  await shorter(page, 20);
  await press(page, says("whatif.advice.start"));
  await over(page);
  await row(page, "hidden none").waitFor();
  await soon(async () =>
    assert.match(await page.locator("#what-if .whatif-result").nth(1).innerText(), /over 10 splits/),
  );
  await button(page, "hidden none", "take").click();
  await until(page, () => !window.heard.train.network && window.heard.train.iteration > 0);
  await button(page, "hidden none", "back").click();
  await until(page, () => window.heard.train.network && window.heard.train.iteration > 0);
});

test("what makes mirrored copies does not come: that is said, nothing has changed, and the notice's button does it", async (t) => {
  const { page, context } = await visit(t, { clean: false });
  await choose(page, 1, bars(9, 1));
  await choose(page, 0, bars(9, 0));
  await counts(page, 9, 9);
  await shorter(page, 60);
  await page.locator("#what-if > summary").click();
  await press(page, says("whatif.advice.start"));
  await over(page);
  await context.route("**/*", (route) => route.abort());
  await button(page, "mirror", "take").click();
  await page.getByRole("alert").filter({ hasText: "could not be fetched" }).waitFor();
  assert.equal((await last(page, "data")).mirrored, false);
  await context.unroute("**/*");
  await press(page, "Try again");
  await until(page, () => window.heard.data.mirrored);
  await button(page, "mirror", "back").waitFor();
});

test("on a phone: nothing to find for axe in either language, nothing beyond its room", async (t) => {
  const words = await allWords("zh", ofTraining);
  const { page } = await visit(t, { lang: "zh-CN", width: 390 });
  await unfoldParts(page);
  await choose(page, 1, bars(9, 1));
  await choose(page, 0, bars(9, 0));
  await counts(page, 9, 9);
  await page.locator("#iterations").evaluate((input) => {
    Object.assign(input, { value: "60" });
    input.dispatchEvent(new Event("change"));
  });
  await page.locator("#what-if > summary").click();
  await press(page, says("whatif.advice.start", {}, words));
  await over(page, words);
  await page.locator('.advice-table tr[data-verdict="none"]').first().waitFor();
  assert.deepEqual(await overflowing(page, "#what-if"), []);
  await assertAccessible(page, { within: "#what-if" });
});
