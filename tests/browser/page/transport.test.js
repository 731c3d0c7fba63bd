// @ts-nocheck -- many functions here run in the page
// Play, pause, one iteration, reset, any speed, and back in time.
import assert from "node:assert/strict";
import test from "node:test";
import { random } from "../../unit/shared/reference.js";
import { pictures, png } from "../shared/files.js";
import { boxOf } from "../shared/layout.js";
import { choose, costsOf, counts, fullSpeed, last, numberIn, pause, press } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const shows = (page, iteration) =>
  until(page, (t) => Number(document.getElementById("iteration").innerText) === t, iteration);

test("pause, one iteration at a time, train again, reset", async (t) => {
  const { page } = await visit(t, { goes: true });
  await pause(page);
  const { iteration } = await last(page, "train");
  await page.getByRole("button", { name: "Train", exact: true }).waitFor();
  for (let i = 1; i <= 3; i++) {
    await press(page, "One iteration");
    await shows(page, iteration + i);
  }
  assert.equal((await last(page, "train")).end, iteration + 3);
  await press(page, "Train");
  await until(page, (t) => window.heard.train.iteration > t, iteration + 10);
  await press(page, "Reset to iteration 0");
  await shows(page, 0);
  const train = await last(page, "train");
  assert.equal(train.running, false);
  assert.equal(train.b, 0);
  assert.ok(Math.abs(train.cost - Math.LN2) < 1e-12);
  assert.ok(await page.evaluate(() => window.heard.weights.w.every((w) => w === 0)));
  assert.equal((await costsOf(page)).train.length, 1);
  await press(page, "One iteration");
  await shows(page, 1);
});

for (const lang of ["en-US", "zh-CN"])
  test(`at the end of a training everything in the bar is on the screen, in one line from 1200 px on, ${lang}`, async (t) => {
    const { page } = await visit(t, { path: "/?speed=max&iterations=2000", lang, goes: true });
    await page.locator("#again").waitFor();
    const right = () =>
      [...document.querySelectorAll("#transport *")]
        .filter((node) => node.checkVisibility())
        .reduce((most, node) => Math.max(most, node.getBoundingClientRect().right), 0);
    for (const width of [1200, 1280, 1366, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await soon(async () => assert.ok((await page.evaluate(right)) <= width - 8, `${width}: ${await page.evaluate(right)}`)); // prettier-ignore
      assert.ok((await boxOf(page.locator("#transport"))).height < 100, String(width));
    }
  });

test("any speed, changed while it runs: one iteration a second to as fast as it goes", async (t) => {
  const { page } = await visit(t, { goes: true });
  const speed = page.getByRole("slider", { name: /^speed/ });
  await speed.press("Home");
  const says = (text) =>
    until(page, (words) => document.querySelector("#speed").getAttribute("aria-valuetext") === words, text);
  await says("1 iterations a second");
  const at = () => page.evaluate(() => ({ t: window.heard.train.iteration, ms: performance.now() }));
  // What was on its way at the old speed comes first.
  await until(page, (t) => window.heard.train.iteration >= t + 2, (await at()).t);
  const from = await at();
  await until(page, (t) => window.heard.train.iteration >= t + 3, from.t);
  const to = await at();
  const rate = ((to.t - from.t) * 1000) / (to.ms - from.ms);
  assert.ok(rate < 1.8, `about one iteration a second: ${rate}`);
  await speed.press("End");
  await says("as fast as it goes");
  await until(page, () => window.heard.train.finished);
  assert.ok((await at()).ms - to.ms < 20_000);
});

test("time travel: by keys and by mouse to any past iteration, and on from there", async (t) => {
  const { page } = await visit(t, { goes: true });
  await fullSpeed(page);
  await until(page, () => window.heard.train.finished);
  const { train } = await costsOf(page);
  const scrubber = page.getByRole("slider", { name: "Iteration to look at" });
  const seen = async (t) => {
    await shows(page, t);
    await until(page, (t) => Number(document.querySelector('[role="slider"][id]').ariaValueNow) === t, t);
    assert.ok(Math.abs(numberIn(await page.locator("#train-cost").innerText()) - train[t]) < 5.1e-5);
  };
  await scrubber.press("Home");
  await seen(0);
  assert.equal((await last(page, "train")).selected.z, 0);
  await until(page, () => window.heard.weights.w.every((w) => w === 0));
  for (let i = 0; i < 3; i++) await scrubber.press("ArrowRight");
  await seen(3);
  await scrubber.press("PageUp");
  await seen(103);
  await scrubber.press("End");
  await seen(2000);

  const box = await scrubber.boundingBox();
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 10 });
  await page.mouse.up();
  await until(page, () => Math.abs(window.heard.train.iteration - 1000) < 30 && !window.heard.train.running);
  const { iteration } = await last(page, "train");
  await seen(iteration);
  assert.equal((await costsOf(page)).train.length, 2001, "what lay ahead is still there");

  await press(page, "Train");
  await until(page, () => window.heard.train.finished && !window.heard.train.running);
  assert.deepEqual((await costsOf(page)).train, train, "the same way again");
});

test("own pictures: watched in four seconds, to the end at once, further, and again from 0", async (t) => {
  const { page } = await visit(t, { goes: true });
  for (const y of [0, 1]) await choose(page, y, pictures(8, y));
  await counts(page, 8, 8);
  await until(page, () => window.heard.data.counts.join() === "8,8" && window.heard.train.iteration === 0);
  assert.equal(await page.locator("#speed-now").innerText(), "all in 4 s");
  // Before the first iteration nothing is right or wrong.
  await until(page, () =>
    [...document.querySelectorAll(".thumb")].every((one) => !one.checkVisibility() || !one.dataset.verdict),
  );
  assert.match(await page.locator("#train-accuracy").innerText(), /–/);
  const started = Date.now();
  await press(page, "Train");
  await until(page, () => window.heard.train.iteration > 20 && window.heard.train.iteration < 1500);
  await until(page, () => window.heard.train.finished && !window.heard.train.running);
  assert.ok(Date.now() - started > 3500, "somebody could watch it");
  await page.getByText(/2,000 iterations: .* of computing, shown in [45]/).waitFor();
  const { cost } = await last(page, "train");

  await press(page, "Again from 0");
  await until(page, () => window.heard.train.running && window.heard.train.iteration < 500);
  await press(page, "To the end");
  await until(page, () => window.heard.train.finished && !window.heard.train.running);
  assert.equal((await last(page, "train")).cost, cost, "the same, whatever the pace");

  await press(page, "Train further");
  await until(page, () => window.heard.train.iterations === 4000 && window.heard.train.running);
  await press(page, "To the end");
  await until(page, () => window.heard.train.iteration === 4000 && !window.heard.train.running);
  assert.ok((await last(page, "train")).cost < cost);
  await press(page, "Reset to iteration 0");
  await page.getByRole("button", { name: "Train", exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Again from 0" }).count(), 0);
});

/** Pictures of noise, a little lighter in class 1: the little that can be learned is learned first, the rest by heart. */
function noisy(y, n = 20) {
  const next = random(y + 1);
  return Array.from({ length: n }, (_, k) => ({
    name: `${y}-${k}.png`,
    mimeType: "image/png",
    buffer: png(24, 24, () => [0, 0, 0].map(() => next(200) + 4 * y)),
  }));
}

for (const [lang, says, back] of /** @type {const} */ ([
  ["en", /by heart: J on the test set was lowest at iteration (\d+)/, /^Go back to iteration/],
  ["zh-CN", /背了下来：测试集上的 J 在第 (\d+) 次/, /^回到第/],
]))
  test(`learned by heart: the page says so, and goes back to where the test set was known best, ${lang}`, async (t) => {
    const { page } = await visit(t, { lang, goes: true });
    for (const y of [0, 1]) await choose(page, y, noisy(y));
    await counts(page, 20, 20);
    const before = lang === "en" ? /^Nothing is learned yet/ : /^还什么都没学到/;
    await soon(async () => assert.match(await page.locator("#meaning").innerText(), before));
    await page.locator("#play").click();
    await until(page, () => window.heard.train.running);
    await page.locator("#to-end").click();
    await until(page, () => window.heard.train.finished && !window.heard.train.running);
    await page.locator("#meaning").getByText(says).waitFor();
    const { testCost } = await last(page, "train");
    const text = await page.locator("#meaning").innerText();
    assert.doesNotMatch(text, /NaN|undefined|\{/);
    assert.match(text, says);
    const at = Number(says.exec(text)?.[1]);
    await page.getByRole("button", { name: back }).click();
    await shows(page, at);
    assert.ok((await last(page, "train")).testCost < testCost);
  });
