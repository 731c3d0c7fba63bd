// @ts-nocheck -- many functions here run in the page
// α under the hand: the whole curve moves with it; let go it is the training, and the one before comes back.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import {
  choose,
  costsOf,
  counts,
  finish,
  fullSpeed,
  last,
  pause,
  press,
  says,
  unfoldParts,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const slider = (page, name) => page.locator(`#live input[name=${name}]`);

/** The mouse on a slider, pressed where it stands. Gives what moves it to a share of its width. */
async function grab(page, name, share) {
  const input = slider(page, name);
  await input.hover(); // what it does is fetched
  await until(page, () => document.querySelector(".live-line"));
  const box = await input.boundingBox();
  const to = (share) => page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
  await to(share);
  await page.mouse.down();
  return to;
}

const rests = (page) => until(page, () => !window.heard.train.live && !window.heard.train.running);

/** All of the training with what the slider says. */
const tried = (page) =>
  until(page, () => {
    const { live, alpha } = window.heard.train;
    const { value } = document.querySelector("#live input[name=alpha]");
    return live?.still && alpha === Number((1e-4 * 10 ** (value / 20)).toPrecision(2));
  });

/** In the page: what the plot shows now. */
const plotted = (page) => page.evaluate(() => document.querySelector("#plot canvas").toDataURL());

test("dragged, the whole curve moves; let go it is the training; back, forth and on from there", async (t) => {
  const { page } = await visit(t, { goes: true });
  await until(page, () => window.heard.train.iteration > 30);
  await pause(page);
  const before = await last(page, "train");
  const first = await costsOf(page);
  const to = await grab(page, "alpha", 0.34);
  const seen = new Set();
  for (const share of [0.45, 0.55, 0.25]) {
    await to(share);
    const { alpha, iteration, costs } = await tried(page).then(() => last(page, "train"));
    assert.equal(iteration, 2000);
    assert.equal(costs.length, 2001);
    await soon(async () => {
      assert.equal(await page.locator("#alpha").inputValue(), String(alpha));
      assert.equal(Number(await page.locator("#iteration").innerText()), 2000);
    });
    seen.add(await plotted(page)).add(alpha);
  }
  assert.equal(seen.size, 6, "three rates, three pictures");
  assert.equal(await page.getByRole("button", { name: /^Undo/ }).isVisible(), false, "nothing is decided");
  const { alpha, costs } = await last(page, "train");
  await page.mouse.up();
  await rests(page);
  assert.equal((await last(page, "train")).alpha, alpha);
  assert.deepEqual((await costsOf(page)).train, costs, "what was seen is what it is");
  const line = page.locator(".live-line");
  const words = `${says("live.now", { alpha })} ${says("live.pale", { alpha: 0.005 })}`;
  await line.getByText(words).waitFor();
  await until(page, (words) => document.getElementById("status").textContent.startsWith(words), `Trained with α = ${alpha}: after 2,000 iterations J is `); // prettier-ignore

  await line.getByRole("button", { name: says("live.back", { alpha: 0.005 }) }).click();
  await until(page, (t) => window.heard.train.iteration === t, before.iteration);
  assert.deepEqual((await costsOf(page)).train, first.train);
  await line.waitFor({ state: "hidden" });
  await press(page, `Redo: α = ${alpha}`);
  await until(page, () => window.heard.train.iteration === 2000);
  await press(page, `Undo: α = ${alpha}`);
  await until(page, (t) => window.heard.train.iteration === t, before.iteration);

  await grab(page, "alpha", 0.34).then((to) => to(0.6));
  await tried(page);
  const { alpha: other } = await last(page, "train");
  await page.mouse.up();
  await fullSpeed(page);
  await line.getByRole("button", { name: says("live.on", { t: before.iteration }) }).click();
  const gone = await finish(page);
  assert.equal(gone.alpha, other);
  assert.equal((await last(page, "data")).settings.speed, Infinity, "only α went back");
  const { train } = await costsOf(page);
  assert.deepEqual(train.slice(0, before.iteration + 1), first.train, "a stretch with another rate");
  assert.equal(train.length, 2001);
});

test("keys are a hand that lets go when they rest; Escape gives up; said once, and a table for each", async (t) => {
  /** A slow machine needs longer for what comes between two keys: they rest after 4 s here, not after 0.7. */
  const init = () => {
    const { setTimeout } = window;
    window.setTimeout = (fn, ms, ...more) => setTimeout(fn, ms === 700 ? 4000 : ms, ...more);
  };
  const { page } = await visit(t, { init, still: true, lang: "zh-CN", goes: true });
  await page.locator("#play").click();
  await rests(page);
  const first = await last(page, "train");
  await page.evaluate(() => {
    window.said = [];
    const status = document.getElementById("status");
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
  });
  const input = slider(page, "alpha");
  await input.focus();
  await until(page, () => document.querySelector(".live-line"));
  for (let k = 0; k < 3; k++) await input.press("ArrowRight");
  assert.equal(await input.getAttribute("aria-valuetext"), "0.0071");
  await tried(page);
  await input.press("Escape");
  await until(page, (t) => !window.heard.train.live && window.heard.train.iteration === t, first.iteration);
  await soon(async () => assert.equal(await input.getAttribute("aria-valuetext"), "0.005"));
  assert.deepEqual(await page.evaluate(() => window.said), []);
  for (let k = 0; k < 4; k++) await input.press("ArrowLeft");
  await until(page, () => window.heard.train.finished && !window.heard.train.live);
  await until(page, () => window.said.length > 0);
  const said = await page.evaluate(() => window.said);
  assert.equal(said.length, 1);
  assert.match(said[0], /^已用 α = 0\.0032 训练：迭代 2000 次之后，J 为 0\.\d{4}，准确率 \d+\.\d%，测试集上/);
  await assertAccessible(page, { within: "#cost", looks: ["zh-Hans dark"] });
});

test("a rate far too large says so; iterations go on and back; size and share show the new curve at once", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844 });
  await unfoldParts(page);
  for (const y of [0, 1]) await choose(page, y, pictures(10, y));
  await counts(page, 10, 10);
  const to = await grab(page, "alpha", 0.5);
  await to(0.999);
  await tried(page);
  assert.ok((await last(page, "train")).alpha > 5);
  await page.mouse.up();
  await rests(page);
  const first = await last(page, "train");
  if (!(first.cost <= first.costs[0])) await page.getByText(says("live.rises")).waitFor();

  const far = await grab(page, "iterations", 0.6);
  await far(0.7);
  await until(page, () => window.heard.train.iteration > 2500 && window.heard.train.finished);
  const { iterations } = await last(page, "data").then(() => last(page, "train"));
  await far(0.3);
  await until(page, () => window.heard.train.iteration < 400 && window.heard.train.finished);
  await page.mouse.up();
  assert.equal((await costsOf(page)).train.length, iterations + 1, "nothing is lost");

  await page.locator("#set-fold").click();
  await press(page, "More settings");
  for (const [name, value] of [
    ["size", "32"],
    ["share", "0.5"],
  ]) {
    const { cost } = await last(page, "train");
    await page.locator(`#${name}`).selectOption(value);
    await until(
      page,
      (cost) => {
        const { finished, running, cost: now } = window.heard.train;
        return finished && !running && now !== cost;
      },
      cost,
    );
  }
});
