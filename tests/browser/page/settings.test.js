// The settings: what each changes, and whether training starts again.
import assert from "node:assert/strict";
import test from "node:test";
import { png } from "../shared/files.js";
import { choose, costsOf, counts, finish, fullSpeed, last, pause, press } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const type = async (page, name, text) => {
  const field = page.getByRole("textbox", { name });
  await field.fill(text);
  await field.press("Enter");
};
const alphaIs = (page, alpha) => until(page, (alpha) => window.heard.train.alpha === alpha, alpha);
const select = (page, name, label) => page.getByRole("combobox", { name }).selectOption({ label });

test("α: the ladder and any value, while it runs, and never a reset", async (t) => {
  const { page } = await visit(t, { goes: true });
  const { end } = await last(page, "train");
  for (const alpha of [0.01, 0.03, 0.1, 0.3, 1]) {
    await press(page, "Larger α");
    await alphaIs(page, alpha);
  }
  await press(page, "Larger α"); // the ladder ends
  for (const alpha of [0.3, 0.1, 0.03, 0.01, 0.005, 0.003, 0.001]) {
    await press(page, "Smaller α");
    await alphaIs(page, alpha);
  }
  await type(page, "learning rate α", "0.0042");
  await alphaIs(page, 0.0042);
  await type(page, "learning rate α", "0,02"); // as some keyboards write it
  await alphaIs(page, 0.02);
  const field = page.getByRole("textbox", { name: "learning rate α" });
  for (const nonsense of ["", "zero", "-1", "0", "1e999"]) {
    await field.fill(nonsense);
    assert.equal(await field.getAttribute("aria-invalid"), "true", nonsense);
    await field.press("Enter");
  }
  await page.getByRole("heading", { name: "Cost J" }).click();
  assert.equal((await last(page, "train")).alpha, 0.02);
  await until(page, () => document.getElementById("alpha").value === "0.02");
  const train = await last(page, "train");
  assert.ok(train.running && train.iteration > end, "it went on all the while");
});

test("the number of iterations: it stops there, and goes on to a larger one", async (t) => {
  const { page } = await visit(t, { goes: true });
  await fullSpeed(page);
  await finish(page);
  const first = await costsOf(page);
  await type(page, "iterations", "2100");
  await press(page, "Train");
  await until(page, () => window.heard.train.iteration === 2100 && !window.heard.train.running);
  const second = await costsOf(page);
  assert.equal(second.train.length, 2101);
  assert.deepEqual(second.train.slice(0, 2001), first.train);
  await type(page, "iterations", "50");
  await press(page, "Again from 0"); // done already
  await until(page, () => window.heard.train.end === 50 && !window.heard.train.running);
  assert.deepEqual((await costsOf(page)).train, first.train.slice(0, 51));
});

test("engines: each says what it does, starts again, and agrees", async (t) => {
  const { page } = await visit(t);
  await pause(page);
  await fullSpeed(page);
  await type(page, "iterations", "120");
  await press(page, "More settings");
  const results = {};
  const sentences = new Set();
  for (const engine of ["loop", "vectorized", "gram", "automatic"]) {
    await select(page, "Engine", engine);
    await until(page, () => window.heard.train.end === 0 && !window.heard.train.running);
    await press(page, "Train");
    const train = await finish(page);
    assert.equal(train.iteration, 120);
    if (engine === "automatic") assert.ok(train.engineAuto);
    else assert.equal(train.engine, engine);
    results[engine] = (await costsOf(page)).train;
    sentences.add(await page.locator("#engine-says").innerText());
  }
  assert.equal(sentences.size, 4);
  const apart = (p, q) => Math.max(...results[p].map((cost, t) => Math.abs(cost - results[q][t])));
  assert.ok(apart("loop", "gram") < 1e-12, `loop and gram: ${apart("loop", "gram")}`);
  assert.ok(apart("loop", "vectorized") < 1e-6, `loop and vectorized: ${apart("loop", "vectorized")}`);
  assert.ok(apart("automatic", "gram") < 1e-6);
});

test("the panel opens on the engine in use, also after a reload, and the keyboard can choose at once", async (t) => {
  const { page } = await visit(t);
  await press(page, "More settings");
  await select(page, "Engine", "vectorized");
  await until(page, () => window.heard.train.engine === "vectorized");
  await page.reload();
  await until(page, () => window.heard.train?.engine === "vectorized");
  await press(page, "More settings");
  const engine = page.getByRole("combobox", { name: "Engine" });
  await engine.waitFor();
  assert.equal(await engine.inputValue(), '"vectorized"');
  await page.keyboard.press("ArrowUp");
  await until(page, () => window.heard.train.engine === "loop");
});

test("the share kept for testing: the same pictures every time", async (t) => {
  const { page } = await visit(t);
  await press(page, "More settings");
  const tested = async (label, m_test) => {
    await select(page, "Kept for testing", label);
    const near = (m_test) => Math.abs(window.heard.data.m_test - m_test) <= 1 && window.heard.train.finished;
    await until(page, near, m_test); // each class is rounded by itself
    const { id, test } = await last(page, "data");
    return id.filter((_, i) => test[i]);
  };
  const fifth = await tested("20%", 50);
  await tested("50%", 125);
  await tested("none", 0);
  await page.locator("#test-readout").waitFor({ state: "hidden" });
  assert.deepEqual(await tested("20%", 50), fifth);
  await tested("as given", 50);
});

test("the size: from the page's own masters, and training starts again", async (t) => {
  const { page } = await visit(t);
  const half = (x) => (x < 64 ? [200, 30, 30] : [30, 30, 200]);
  const files = [0, 1].map((i) => ({
    name: `${i}.png`,
    mimeType: "image/png",
    buffer: png(128, 128, (x, y) => (y % 128 === i ? [255, 255, 255] : half(x))),
  }));
  await choose(page, 1, files);
  await choose(page, 0, files);
  await counts(page, 2, 2);
  await press(page, "More settings");
  await press(page, "Train");
  await until(page, () => window.heard.train.iteration > 5);
  for (const px of [32, 128, 64]) {
    await select(page, "Picture size", `${px} px`);
    await until(page, (px) => window.heard.train.n_px === px && window.heard.train.finished, px);
    await until(page, (px) => document.getElementById("weights-canvas").width === px, px);
    await until(page, (px) => document.querySelector(".class-card li img").naturalWidth === px, px);
    const right = await page.evaluate((px) => {
      const { data } = window.heard.pixels(document.querySelector(".class-card li img"));
      return [...data.slice(4 * (px * px - 1))];
    }, px);
    assert.deepEqual(right, [30, 30, 200, 255]);
    assert.match(await page.locator("#size-says").innerText(), new RegExp(`${px} · ${px} · 3 = `));
  }
});

test("pictures that are not square: cropped to the middle, or whole with white edges", async (t) => {
  const { page } = await visit(t);
  const wide = (name) => ({
    name,
    mimeType: "image/png",
    buffer: png(300, 100, (x) => (x < 100 ? [255, 0, 0] : x < 200 ? [0, 128, 0] : [0, 0, 255])),
  });
  await press(page, "More settings");
  await choose(page, 1, [wide("crop.png")]);
  await counts(page, 0, 1);
  await select(page, "Pictures that are not square", "fit, with white edges");
  await choose(page, 0, [wide("fit.png")]);
  await counts(page, 1, 1);
  const column = (y) =>
    until(
      page,
      (y) => {
        const { data, width } = window.heard.pixels(
          document.querySelector(`.class-card[data-y="${y}"] li img`),
        );
        if (width !== 64) return null;
        const at = (x, y) => [0, 1, 2].map((c) => data[4 * (64 * y + x) + c]).join();
        return [at(2, 2), at(2, 32), at(32, 32), at(61, 32), at(61, 61)];
      },
      y,
    );
  const [white, red, green, blue] = ["255,255,255", "255,0,0", "0,128,0", "0,0,255"];
  assert.deepEqual(await column(1), [green, green, green, green, green]);
  assert.deepEqual(await column(0), [white, red, green, blue, white]);
  await page.locator(".report > button").click(); // it stands in the place of what is said of the pictures
  await page.getByText("each picture whole, with white edges").waitFor();
});

test("the built-in set: how many, and which; the address says so, undo brings the one before", async (t) => {
  const { page } = await visit(t);
  await pause(page);
  await press(page, "More settings");
  const shown = () =>
    page.evaluate(() =>
      window.heard.pixels(document.querySelector('.class-card[data-y="1"] li img')).data.join(),
    );
  const sizes = () => page.evaluate(() => [window.heard.data.m, window.heard.data.m_test]);
  const first = await shown();
  await select(page, "Drawn pictures", "50");
  await until(page, () => window.heard.data.m === 50 && window.heard.data.m_test === 13);
  await page.getByText("50 to train on, 13 to test on.").waitFor();
  await select(page, "Which of them", "set 3");
  await until(page, () => /[?&]drawn=50&drawn-seed=3/.test(location.search));
  await soon(async () => assert.notEqual(await shown(), first));
  const third = await shown();
  await page.reload();
  await until(page, () => window.heard.data?.m === 50);
  await soon(async () => assert.equal(await shown(), third));
  await pause(page);
  await press(page, "More settings");
  await select(page, "Which of them", "set 1");
  await soon(async () => assert.equal(await shown(), first));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await soon(async () => assert.equal(await shown(), third));
  await until(page, () => /drawn-seed=3/.test(location.search));
  assert.deepEqual(await sizes(), [50, 13]);
});
