// @ts-nocheck -- many functions here run in the page
// The figure scale: points that are measured, pause and cancel, the reader's own pictures.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { assertWords, textsOf } from "../shared/figure.js";
import { pictures } from "../shared/files.js";
import { choose, counts, stored } from "../shared/training-page.js";
import { browserTests, goToFigure } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const { visit, openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "scale", options);
  const { figure } = opened;
  const button = (name) => figure.getByRole("button", { name, exact: true });
  const done = async () =>
    Number(/(\d+) (of|次训练)/.exec(await figure.locator(".scale-progress p").innerText())?.[1] ?? 0);
  return { ...opened, button, done, says: () => figure.locator(".stage").getByRole("status").innerText() };
}

test("computing power: counted at once, measured when asked, and the times are the counts by the rate", async (t) => {
  const { figure, button } = await open(t);
  const rows = () =>
    figure.locator(".scale-power tbody tr").evaluateAll((list) => list.map((row) => [...row.cells].slice(1).map((cell) => cell.textContent))); // prettier-ignore
  assert.deepEqual((await rows())[0], ["10\u202fG", "–", "330 years"]);
  await button("Measure this machine").click();
  const part = figure.locator(".inner-part").last();
  const says = part.locator(".says").filter({ hasText: "a second, in float64 dot products" });
  await says.waitFor();
  const [, number, letter] = /just did ([\d.]+)\u202f(\w) /.exec(await says.innerText());
  const rate = Number(number) * { M: 1e6, G: 1e9 }[letter];
  const [, time, unit] = /([\d.,]+)\s*(ms|s)/.exec((await rows())[0][1]);
  const seconds = Number(time.replace(",", "")) / (unit === "ms" ? 1000 : 1);
  assert.ok(Math.abs((seconds * rate) / (2 * 209 * 12288 * 2000) - 1) < 0.1, `${seconds} ${rate}`);
});

test("nothing starts by itself; points come one by one; pause holds, cancel keeps what there is", async (t) => {
  const { figure, button, done, says } = await open(t);
  assert.match(await figure.locator(".scale-progress p").innerText(), /96 trainings, about \d+/);
  assert.match(await says(), /Nothing has been measured yet/);
  await button("m up to 1280").click();
  await button("2 runs per point").click();
  await button("Measure").click();
  await soon(async () => assert.ok((await done()) >= 4), { ms: 60_000 });
  await button("Pause").click();
  const held = await soon(() => stays(done, 1500)); // the training that was under way may still end
  await button("Go on").click();
  await soon(async () => assert.ok((await done()) > held), { ms: 60_000 });
  await button("Cancel").click();
  assert.match(await figure.locator(".scale-progress p").innerText(), /Cancelled after \d+ of 48/);
  const points = await figure.locator(".scale-dots circle").count();
  assert.ok(points >= held);
  await button("Measure").waitFor();
});

/** The task that needs all of it. */
async function openTask(figure) {
  const task = figure.locator("#task-scale-wins");
  await task.locator("summary").click();
  return {
    outcome: () => task.locator(".tasks-outcome").innerText(),
    async answer(text) {
      await task.locator(".tasks-guess").fill(text);
      await task.locator(".tasks-guess").press("Enter");
    },
  };
}

test("all of it, and how many pictures until the large network wins: the table and the CSV have the points of the plot, and the sentence says what they say", async (t) => {
  const { figure, page, button, says } = await open(t, { width: 820 });
  await button("m up to 1280").click();
  await button("2 runs per point").click();
  const { answer, outcome } = await openTask(figure);
  await answer("7");
  await button("Measure").click();
  assert.match(await outcome(), /You say 7\. Now try it/);
  await button("Measure").waitFor({ timeout: 240_000 });
  assert.equal(await figure.locator(".scale-dots circle").count(), 24);
  assert.match(await figure.locator(".scale-progress p").innerText(), /^48 trainings took [\d.]+\ss\.$/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Measure");
  assert.match(
    await says(),
    /^From m = 40 to 1,280 the large network (rose|fell|did not).*(did better here|not borne out here)\.$/,
  );
  const rows = await textsOf(figure);
  assert.equal(rows.length, 24);
  const [download] = await Promise.all([page.waitForEvent("download"), button("Save as CSV").click()]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n").slice(1);
  lines.forEach((line, i) => {
    const [m, , , runs, mean] = line.split(",").slice(-8);
    assert.equal(Number(rows[i][0].replace(",", "")), Number(m));
    assert.ok(Math.abs(parseFloat(rows[i][2]) - 100 * Number(mean)) < 0.06, `${rows[i][2]} for ${mean}`);
    assert.equal(rows[i][5], runs);
  });
  const sentence = await says();
  const dots = (n) => soon(async () => assert.equal(await figure.locator(".scale-dots circle").count(), n));
  await button("m up to 5000").click();
  await dots(0);
  assert.match(await says(), /Nothing has been measured yet/);
  await button("m up to 1280").click();
  await dots(24);
  assert.equal(await says(), sentence);
  await soon(async () => assert.match(await outcome(), /^You said 7; the figure computes [\d,]+\./));
  await answer(/computes ([\d,]+)/.exec(await outcome())[1].replace(",", ""));
  await soon(async () => assert.match(await outcome(), /^Met\. You said/));
});

test("own pictures: too few are said to be; enough are measured", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(30, 1));
  await choose(page, 0, pictures(10, 0));
  await counts(page, 10, 30);
  await stored(page, 40);
  await goToFigure(page, "scale");
  const figure = page.locator("#scale");
  const measure = async () => {
    await figure.getByRole("button", { name: "your own pictures" }).click();
    await figure.getByRole("button", { name: "Measure", exact: true }).click();
  };
  await measure();
  await soon(async () =>
    assert.match(
      await figure.getByRole("status").innerText(),
      /There are 32 training and 8 test pictures of yours/,
    ),
  );
  await page.goto("/");
  await until(page, () => window.heard.data?.counts[0] === 10);
  await choose(page, 0, pictures(30, 0, { name: "more" }));
  await counts(page, 40, 30);
  await stored(page, 70);
  await goToFigure(page, "scale");
  await measure();
  await soon(async () => assert.ok((await figure.locator(".scale-dots circle").count()) >= 4), {
    ms: 60_000,
  });
});

test("words, axe, 320 px, with points on the plot", async (t) => {
  const { figure, page, button } = await open(t, { width: 320, lang: "zh-CN" });
  await button("开始测量").click();
  await soon(async () => assert.ok((await figure.locator(".scale-dots circle").count()) >= 2), {
    ms: 60_000,
  });
  await button("取消").click();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await assertWords(figure, "scale");
  await assertAccessible(page, { within: "#scale" });
});
