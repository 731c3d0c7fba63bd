// @ts-nocheck -- many functions here run in the page
// The figure vectorization: what it measures, that it can be stopped, that the page stays free, and what it says.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { assertWords, textsOf } from "../shared/figure.js";
import { SOURCES } from "../shared/browser.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

const { openFigure } = browserTests({ folders: { "/sources/": SOURCES } });

const partOf = (figure, name) => figure.locator(`[data-part="${name}"]`);
/** Rows of the proof, as texts. */
const proofOf = (part) =>
  part
    .locator(".proof tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

/** Presses Start and waits until it is Start again. */
async function measure(page, part, name) {
  await part.getByRole("button", { name }).click();
  await part.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await part.getByRole("button", { name }).waitFor({ timeout: 240_000 });
}

/** No worker is left; ending one takes a moment. */
async function ended(page) {
  await soon(async () => assert.equal(page.workers().length, 0));
}

/** The sums the core's vectors give, from their description: Weyl steps and the finalizer of MurmurHash3. */
function dot(n) {
  let state = 1;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let h = state;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 8) / 2 ** 24;
  };
  let sum = 0;
  for (let j = 0; j < n; j++) sum += next() * next();
  return sum;
}

test("nothing runs by itself; the dot products are right, and the ratios belong to the times", async (t) => {
  const { page, figure } = await openFigure(t, "vectorization");
  const part = partOf(figure, "dot");
  await part.getByText("Nothing is measured yet").waitFor();
  assert.equal(page.workers().length, 0);
  await part.getByRole("button", { name: "10,000 numbers" }).click();
  await measure(page, part, "Measure now");
  assert.match(
    await part.locator(".says").textContent(),
    /^Median of 15 rounds of products of 10,000 numbers in a worker/,
  );

  const proof = await proofOf(part);
  assert.equal(proof.length, 5);
  const expected = dot(10000);
  for (const k of [0, 1, 2]) assert.equal(Number(proof[k][1]), expected);
  assert.equal(proof[2][2], "0");
  assert.ok(Math.abs(Number(proof[3][1]) / expected - 1) < 1e-12);
  assert.ok(Math.abs(Number(proof[4][1]) / expected - 1) < 1e-5);
  assert.ok((await part.locator(".proof .differs").last().textContent()).length > 0);

  const rows = await textsOf(part);
  const times = rows.map((row) => parseFloat(row[1]));
  const slowest = Math.max(...times);
  rows.forEach((row, k) => {
    assert.ok(parseFloat(row[2]) <= times[k]);
    assert.ok(Math.abs(parseFloat(row[3]) / (slowest / times[k]) - 1) < 0.15, row.join(" "));
  });
  await ended(page);
});

test("the training: three engines, the same costs, the reference's numbers", async (t) => {
  const { page, figure } = await openFigure(t, "vectorization");
  const part = partOf(figure, "training");
  await part.getByRole("textbox", { name: "iterations" }).fill("100");
  await measure(page, part, "Train three times");
  assert.match(
    await part.locator(".says").textContent(),
    /^200 drawn pictures of 64 px, α = 0.005\. Median of 5 rounds/,
  );
  const [loop, vectorized, gram] = await proofOf(part);
  const common = Number(loop[2].match(/over (\d+) costs/)[1]);
  assert.ok(common >= 11 && common <= 101);
  assert.ok(Math.abs(Number(gram[1]) - Number(loop[1])) < 1e-12);
  assert.ok(Math.abs(Number(vectorized[1]) - Number(loop[1])) < 1e-6);
  assert.ok(Number(gram[3]) >= 12 && Number(vectorized[3]) >= 5 && Number(vectorized[3]) < 12);
  assert.match(await part.locator(".ends").textContent(), /vectorized and gram are never further apart than/);
  assert.match((await part.locator(".race-work").textContent()).replaceAll(/\s/g, ""), /4,915,200.*40,000/);
});

test("own pictures take part, at the size and α of the training page", async (t) => {
  const { page, figure } = await openFigure(t, "vectorization");
  await page.evaluate(async () => {
    const { openStore } = await import("/sources/pictures/store.js");
    const store = await openStore();
    const picture = (id) => {
      const rgb = Uint8Array.from({ length: 3 * 32 * 32 }, (_, k) => (k * 7 + id * (id % 2 ? 31 : 3)) % 256);
      return { id, y: id % 2, test: id > 20, name: `${id}`, px: 32, rgb };
    };
    await store.claim();
    await store.savePictures(Array.from({ length: 26 }, (_, k) => picture(k + 1)));
    await store.saveSet({ source: "own", names: ["a", "b"] });
    await store.saveSettings({ settings: { n_px: 32, alpha: 0.002, share: "own" } });
  });
  const part = partOf(figure, "training");
  await part.getByRole("textbox", { name: "iterations" }).fill("150");
  await measure(page, part, "Train three times");
  assert.match(
    await part.locator(".says").textContent(),
    /^Your own 20 training pictures at 32 px, α = 0.002\./,
  );
  assert.match(
    (await part.locator(".race-work").textContent()).replaceAll(/\s/g, ""),
    new RegExp(`${(2 * 20 * 3072).toLocaleString("en")}.*400`),
  );
});

test("it can be stopped; the page answers meanwhile; a bad number changes nothing", async (t) => {
  const { page, figure } = await openFigure(t, "vectorization");
  const [dotPart, training] = ["dot", "training"].map((name) => partOf(figure, name));
  const field = training.getByRole("textbox", { name: "iterations" });
  await field.fill("2.5");
  await training.getByRole("alert").filter({ hasText: "from 100 to 10000" }).waitFor();
  await field.blur();
  assert.equal(await field.inputValue(), "2000");

  await training.getByRole("button", { name: "Train three times" }).click();
  assert.ok(await dotPart.getByRole("button", { name: "Measure now" }).isDisabled());
  // No frame later than 150 ms while the worker works at full speed (the machine is busy too).
  const late = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const gaps = [];
        let last = performance.now();
        const tick = () => {
          const now = performance.now();
          gaps.push(now - last);
          last = now;
          if (gaps.length < 60) setTimeout(tick, 5);
          else resolve(gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]);
        };
        tick();
      }),
  );
  assert.ok(late < 150, `${late} ms`);
  await training.getByRole("button", { name: "Stop", exact: true }).click();
  await training.getByRole("button", { name: "Train three times" }).waitFor();
  await ended(page);
  assert.ok(await dotPart.getByRole("button", { name: "Measure now" }).isEnabled());
  assert.match(await training.locator(".says").textContent(), /Stopped before|Median of \d rounds?/);
});

test("a training that diverges is said so, in Chinese too", async (t) => {
  const { page, figure } = await openFigure(t, "vectorization", { lang: "zh-CN" });
  await page.evaluate(async () => {
    const { openStore } = await import("/sources/pictures/store.js");
    const store = await openStore();
    await store.claim();
    await store.saveSettings({ settings: { alpha: 1e308 } });
  });
  const part = partOf(figure, "training");
  await part.getByRole("button", { name: "训练三遍" }).click();
  await part.getByText("这个训练会发散").waitFor({ timeout: 60_000 });
  await assertWords(figure, "vectorization");
});

test("axe finds nothing, in both languages and themes", async (t) => {
  const { page, figure } = await openFigure(t, "vectorization", { still: true });
  const part = partOf(figure, "dot");
  await part.getByRole("button", { name: "10,000 numbers" }).click();
  await measure(page, part, "Measure now");
  await part.locator("summary").click();
  await assertAccessible(page, { within: "#vectorization" });
  await assertWords(figure, "vectorization");
});
