// What if: the same training over other splits, and without each picture; what is said is what the table has, the page's own
// training goes on meanwhile, and what was found says so when it is of other pictures.
import assert from "node:assert/strict";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { overflowing } from "../shared/layout.js";
import { card, choose, counts, finish, last, pause, press, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** @typedef {import('playwright-core').Page} Page */

/** By the keyboard. @param {Page} page */
async function unfold(page) {
  await page.locator("#what-if > summary").focus();
  await page.keyboard.press("Enter");
  await page.locator("#what-if h4").first().waitFor();
}

/** @param {Page} page @param {string} kind @param {Record<string, string>} [words] */
const start = (page, kind, words) => press(page, says(`whatif.${kind}.start`, {}, words));

/** Until all that was begun is over: the button is back. @param {Page} page @param {string} kind
 *  @param {Record<string, string>} [words] */
const over = (page, kind, words) =>
  page
    .getByRole("button", { name: says(`whatif.${kind}.start`, {}, words), exact: true })
    .waitFor({ timeout: 120_000 });

/** Test accuracies of the table, in per cent. @param {Page} page */
const accuracies = (page) =>
  page
    .locator(".whatif-table tbody tr td:nth-child(2)")
    .evaluateAll((cells) => cells.map((cell) => Number.parseFloat(cell.textContent ?? "")));

test("fifty other splits: the sentence has the mean and the spread of the table, and the page trains on", async (t) => {
  const { page } = await visit(t, { goes: true });
  await unfold(page);
  await start(page, "splits");
  const before = (await last(page, "train")).iteration;
  await over(page, "splits");
  const found = await soon(async () => {
    const list = await accuracies(page);
    assert.equal(list.length, 50);
    return list;
  });
  const mean = found.reduce((sum, a) => sum + a, 0) / 50;
  const sd = Math.sqrt(found.reduce((sum, a) => sum + (a - mean) ** 2, 0) / 49);
  assert.ok(sd > 0.5, "splits differ");
  const said = await soon(async () => {
    const text = await page.locator(".whatif-result").first().innerText();
    assert.match(text, /50 splits/);
    return text;
  });
  const [, m, s, n] = /^(\d+)% ± (\d+) on (\d+) test/.exec(said) ?? [];
  assert.ok(Math.abs(Number(m) - mean) <= 0.51 && Math.abs(Number(s) - sd) <= 0.51, `${said} ${mean} ${sd}`);
  assert.equal(Number(n), 50);
  assert.equal(await page.locator(".whatif-dots circle").count(), 50);
  await until(page, (before) => window.heard.train.iteration > before, before);

  // Found with other settings than those of now.
  assert.equal(await page.locator(".whatif-stale").first().innerText(), "");
  await page.locator("#iterations").fill("300");
  await page.locator("#iterations").press("Enter");
  await page
    .locator(".whatif-stale", { hasText: says("whatif.stale") })
    .first()
    .waitFor();

  // Every picture once, and its sum.
  await start(page, "folds");
  await over(page, "folds");
  await soon(async () => {
    const text = await page.locator(".whatif-result").first().innerText();
    const [, right, of, share] = /Right on (\d+) of (\d+) pictures: ([\d.]+)%/.exec(text) ?? [];
    assert.equal(Number(of), 250);
    assert.ok(Math.abs((100 * Number(right)) / 250 - Number(share)) <= 0.051, text);
  });
  assert.equal((await accuracies(page)).length, 10);
});

test("what was begun is stopped at once, by the keyboard, and the focus stays where it is of use", async (t) => {
  const { page } = await visit(t);
  await unfold(page);
  await page.locator("#iterations").fill("100000"); // for minutes
  await page.locator("#iterations").press("Enter");
  const button = page.getByRole("button", { name: says("whatif.splits.start"), exact: true });
  await button.press("Enter");
  const stop = page.getByRole("button", { name: says("whatif.stop"), exact: true });
  await stop.waitFor();
  assert.ok(await stop.evaluate((each) => each === document.activeElement));
  await page.keyboard.press("Enter");
  await button.waitFor();
  assert.ok(await button.evaluate((each) => each === document.activeElement));
  assert.equal(await page.locator(".whatif-buttons progress").first().isVisible(), false);

  // And where nothing can be begun any more, for want of pictures.
  await button.press("Enter");
  await stop.waitFor();
  await card(page, 1)
    .getByRole("button", { name: says("card.empty"), exact: true })
    .click();
  await until(page, () => window.heard.data.counts[1] === 0);
  await stop.press("Enter");
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement?.className), "whatif-bench")); // prettier-ignore
});

test("a picture in the wrong class is the first that harms; it is moved by a click, and undone", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(16, 1));
  await choose(page, 0, pictures(16, 0));
  await choose(page, 1, pictures(17, 0, { name: "strayed" }).slice(16));
  await counts(page, 16, 17);
  const { id, test: kept } = await last(page, "data");
  assert.equal(kept[32], 0, "the strayed one is trained on");
  await unfold(page);
  await start(page, "without");
  await over(page, "without");
  const first = page.locator(".whatif-list").first().locator("li").first();
  await first.getByRole("button", { name: /^Move to/ }).waitFor();
  assert.match(await first.innerText(), /^J −/m, "J falls without it");
  assert.match(await first.innerText(), /labelled “.+”; trained without it, the answer is “.+”/);
  assert.match(await first.innerText(), /accuracy (unchanged|[+−][\d.]+ percentage points)/);
  const all = page.locator(".whatif-all");
  await all.locator("summary").click();
  await soon(async () => assert.equal(await all.locator("tbody tr").count(), kept.filter((part) => !part).length)); // prettier-ignore
  assert.match(await all.locator("tbody tr").first().innerText(), /^strayed 17\.png\s/);
  await first.locator(".whatif-picture").click();
  await until(page, (id) => window.heard.train.selected?.id === id, id[32]);
  await first.getByRole("button", { name: /^Move to/ }).click();
  await counts(page, 17, 16);
  await first.getByRole("button", { name: /^Moved to/, disabled: true }).waitFor();
  await page.locator(".whatif-stale", { hasText: says("whatif.stale") }).waitFor();
  await page.keyboard.press("Control+z");
  await counts(page, 16, 17);
  await first.getByRole("button", { name: /^Move to/, disabled: false }).waitFor();
});

test("three learning rates in one chart; the one taken is the page's training, until that is undone", async (t) => {
  const { page } = await visit(t);
  await pause(page);
  const before = await last(page, "train");
  await unfold(page);
  await start(page, "alphas");
  await over(page, "alphas");
  const rows = page.locator(".whatif-rates tbody tr");
  await soon(async () => assert.equal(await rows.count(), 3));
  assert.deepEqual(await rows.locator("th").allInnerTexts(), ["0.001", "0.01", "0.1"]);
  assert.equal(await page.locator(".whatif-dots path.whatif-curve").count(), 3);
  const costs = await rows.locator("td:nth-child(2)").allInnerTexts();
  assert.ok(Number(costs[0]) > Number(costs[1]), "the smaller α is further behind");
  await page.getByRole("button", { name: "Take α = 0.01", exact: true }).click();
  await soon(async () => assert.equal(await page.locator("#alpha").inputValue(), "0.01"));
  await page.getByRole("button", { name: "Take α = 0.01", exact: true, disabled: true }).waitFor();
  assert.equal(await page.locator(".whatif-stale").last().innerText(), "", "what was found still holds");
  const { alpha, cost } = await finish(page);
  assert.equal(alpha, 0.01);
  assert.equal(cost.toFixed(4), costs[1], "all of it anew, from 0");
  await page.keyboard.press("Control+z");
  await until(page, ([t, J]) => window.heard.train.iteration === t && window.heard.train.cost === J, [before.iteration, before.cost]); // prettier-ignore
});

test("an address leads to one question: unfolded, and on the screen", async (t) => {
  const { page } = await visit(t, { path: "/#whatif-advice" });
  const heading = page.locator("#whatif-advice");
  const onScreen = (/** @type {string} */ id) => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    if (!box?.height) return false;
    return document.elementFromPoint(box.left + 5, box.top + box.height / 2)?.id === id; // and nothing over it
  };
  await heading.waitFor();
  await until(page, onScreen, "whatif-advice");
  await page.evaluate(() => (window.location.hash = "#whatif-rates"));
  await until(page, onScreen, "whatif-rates");
});

test("without a test set it is said why nothing can be measured", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(2, 1));
  await choose(page, 0, pictures(2, 0));
  await counts(page, 2, 2);
  await until(page, () => window.heard.data.m_test === 0);
  await unfold(page);
  await page.locator(".whatif-bench p", { hasText: says("whatif.cannot.untested") }).waitFor();
  assert.ok(await page.getByRole("button", { name: says("whatif.without.start"), exact: true }).isDisabled());
});

test("of a network all of it is done when asked for: it says how long that takes, is stopped, and told as the table has it", async (t) => {
  const { page } = await visit(t, { goes: true });
  await page.locator("#network").selectOption("[16]");
  await until(page, () => window.heard.train?.network && window.heard.train.iteration > 0);
  await unfold(page);
  const benches = page.locator(".whatif-bench");
  const note = (/** @type {number} */ k) => benches.nth(k).locator("p").first();
  // Fifty splits, everything that may help, without each picture: what it is, and how long.
  const { m } = await last(page, "data");
  for (const [k, trials] of /** @type {[number, number | null][]} */ ([
    [0, 50],
    [1, null],
    [3, m + 1],
  ]))
    await soon(async () => {
      const said = await note(k).innerText();
      assert.match(said, /They take about [\d.]+\s(s|minutes|hours)\.$/, said);
      if (trials) assert.ok(said.startsWith(`${trials} trainings of the network from its start`), said);
    });

  for (const [k, kind] of /** @type {[number, string][]} */ ([
    [0, "splits"],
    [3, "without"],
  ])) {
    await start(page, kind);
    await soon(async () => assert.match(await note(k).innerText(), /^([2-9]|\d\d+) of \d+ trainings, about [\d.]+\s(s|minutes|hours) to go$/)); // prettier-ignore
    await press(page, says("whatif.stop"));
    await over(page, kind);
  }
  const some = await accuracies(page);
  assert.ok(some.length >= 2 && some.length < 50, `${some.length} are kept`);

  // To the end, of few iterations; the page's own network trains on.
  await page.locator("#iterations").fill("30");
  await page.locator("#iterations").press("Enter");
  for (const kind of ["splits", "without", "alphas"]) {
    await start(page, kind);
    await over(page, kind);
  }
  await soon(async () => assert.equal((await accuracies(page)).length, 50));
  await page.locator(".whatif-list img").first().waitFor();
  await soon(async () => assert.equal(await page.locator(".whatif-rates tbody tr").count(), 3));
  assert.match(await page.locator(".whatif-result").first().innerText(), /50 splits/);
});

for (const [lang, tag, width] of /** @type {[string, string, number][]} */ ([
  ["en", "en-US", 1440],
  ["zh", "zh-CN", 390],
]))
  test(`${lang}, ${width} px: nothing to find for axe, nothing beyond its room`, async (t) => {
    const words = await allWords(lang, ofTraining);
    const { page } = await visit(t, { lang: tag, width });
    await page.locator("#iterations").evaluate((input) => {
      Object.assign(input, { value: "200" });
      input.dispatchEvent(new Event("change"));
    });
    await unfold(page);
    for (const kind of ["splits", "without", "alphas"]) {
      await start(page, kind, words);
      await over(page, kind, words);
    }
    await page.locator(".whatif-list img").first().waitFor();
    for (const table of [".whatif-table", ".whatif-all"]) await page.locator(`${table} summary`).click();
    await page.locator(".whatif-all tbody tr").first().waitFor();
    assert.deepEqual(await overflowing(page, "#what-if"), []);
    await assertAccessible(page, { within: "#what-if" });
  });
