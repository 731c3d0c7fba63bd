// @ts-nocheck -- many functions here run in the page
// Training set and test set are never taken for one another: every number, list and curve of the page against what the
// pixels of each set and the weights give. The pictures have nothing in common, so that they are learned by heart and the
// test set goes badly: the two sets differ in everything.
import assert from "node:assert/strict";
import test from "node:test";
import { cost, forward, random } from "../../unit/shared/reference.js";
import { png } from "../shared/files.js";
import { card, choose, counts, finish, last, numberIn } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const PX = 64; // the page's own size: nothing is resized
const EACH = 20;

/** Pixels at random, and their file. */
function noise(seed, name) {
  const next = random(Math.imul(seed, 2654435761));
  const x = Uint8Array.from({ length: 3 * PX * PX }, () => next(256));
  const buffer = png(PX, PX, (column, row) => [
    ...x.subarray(3 * (row * PX + column), 3 * (row * PX + column) + 3),
  ]);
  return { x, file: { name, mimeType: "image/png", buffer } };
}

const WORDS = {
  en: { train: "Train", sets: ["Training set", "Test set"], filters: ["training set", "test set"], readouts: ["training", "test"] }, // prettier-ignore
  zh: { train: "训练", sets: ["训练集", "测试集"], filters: ["训练集", "测试集"], readouts: ["训练集", "测试集"] }, // prettier-ignore
};

/** Learned by heart; and what every number of the two sets has to be, from pixels and weights alone: [train, test]. */
async function learned(t, lang) {
  const { page } = await visit(t, { lang: lang === "en" ? "en" : "zh-CN" });
  const made = [0, 1].map((y) =>
    Array.from({ length: EACH }, (_, i) => noise(100 * y + i + 1, `${y}-${i}.png`)),
  );
  for (const y of [0, 1]) {
    await choose(page, y, made[y].map(({ file }) => file)); // prettier-ignore
    await counts(page, ...(y === 0 ? [EACH, 0] : [EACH, EACH]));
  }
  await page.getByRole("button", { name: WORDS[lang].train, exact: true }).click();
  const train = await finish(page);
  await until(page, () => window.heard.weights.iteration === 2000 && window.heard.evaluated === 2000);
  const state = await page.evaluate(() => ({ w: [...window.heard.weights.w], b: window.heard.weights.b }));
  const data = await last(page, "data");
  const sets = [0, 1].map((part) => {
    const places = [...data.id.keys()].filter((i) => data.test[i] === part);
    const seen = [0, 0];
    const all = data.y.map((y) => made[y][seen[y]++].x); // in the order added
    const set = places.map((i) => ({ y: data.y[i], x: all[i] }));
    const right = forward(state, set).filter((z, i) => z > 0 === (set[i].y === 1)).length;
    return { set, cost: cost(state, set), accuracy: right / set.length };
  });
  assert.deepEqual(sets.map(({ set }) => set.length), [32, 8]); // prettier-ignore
  assert.ok(sets[0].accuracy === 1 && sets[1].accuracy < 1 && sets[1].cost > 4 * sets[0].cost);
  return { page, sets, train };
}

/** The first pixel of every picture that is shown in the cards: no two have the same. */
const shownPixels = (page) =>
  page.evaluate(() => {
    const thumbs = [...document.querySelectorAll(".class-card .thumb:not([hidden]):not(.vacant) img")];
    return thumbs.map((img) => window.heard.pixels(img).data.slice(0, 3).join()).sort();
  });

/** In the page: where the two curves are in one column of the chart, from the top; the dark one is the training set's. */
const curvesAt = (share) => {
  const canvas = document.querySelector("#plot canvas");
  const over = document.querySelector("#plot .plot-over").getBoundingClientRect();
  const box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  const x = Math.round((over.left - box.left + share * over.width) * ratio);
  const [from, to] = [over.top - box.top, over.bottom - box.top].map((y) => Math.round(y * ratio));
  const { data } = canvas.getContext("2d").getImageData(x, from, 1, to - from);
  const rows = Array.from({ length: to - from }, (_, row) => {
    const [r, g, b, a] = data.slice(4 * row, 4 * row + 4);
    return { row, dark: ((255 * 3 - r - g - b) * a) / 255 };
  });
  const darkest = (list) => list.reduce((best, each) => (each.dark > best.dark ? each : best));
  const train = darkest(rows);
  const tested = darkest(rows.filter(({ row }) => Math.abs(row - train.row) > 5));
  return { train: train.row / ratio, test: tested.row / ratio };
};

for (const lang of ["en", "zh"])
  test(`in the words of the page (${lang}): costs, accuracies, tables and filters of each set are its own`, async (t) => {
    const { page, sets } = await learned(t, lang);
    const words = WORDS[lang];
    const percent = (share) => Math.round(1000 * share) / 10;
    const readouts = page.locator(".readouts .readout");
    for (const [part, { cost, accuracy, set }] of sets.entries()) {
      // Beside the chart.
      const readout = readouts.filter({ has: page.getByText(words.readouts[part], { exact: true }) });
      await soon(async () =>
        assert.ok(
          Math.abs(numberIn(await readout.locator(".value").innerText()) - cost) < 1e-4,
          words.readouts[part],
        ),
      );
      assert.equal(numberIn(await readout.locator(".small").last().innerText()), percent(accuracy));

      // Right and wrong.
      const figure = page.locator(".verdict-figures > div").filter({ hasText: words.sets[part] });
      await soon(async () =>
        assert.equal(numberIn(await figure.locator("dd").innerText()), percent(accuracy)),
      );
      await page.locator(".verdict-table").getByRole("radio", { name: words.sets[part] }).check();
      await soon(async () => {
        const cells = await page.locator(".confusion-cell").allInnerTexts();
        assert.equal(cells.reduce((sum, text) => sum + numberIn(text), 0), set.length); // prettier-ignore
        const right = await page.locator('.confusion-cell[data-verdict="right"]').allInnerTexts();
        assert.equal(right.reduce((sum, text) => sum + numberIn(text), 0), Math.round(accuracy * set.length)); // prettier-ignore
      });

      // The pictures themselves.
      await page.locator(".data-view select").first().selectOption({ label: words.filters[part] });
      const pixels = set.map(({ x }) => [...x.subarray(0, 3)].join()).sort();
      await soon(async () => assert.deepEqual(await shownPixels(page), pixels));
    }
    assert.equal(await card(page, 1).count(), 1);
  });

test("the chart: under the pointer and as curves, the test set's cost is above", async (t) => {
  const { page, sets } = await learned(t, "en");
  await until(page, () => document.getElementById("iteration").innerText === "2000");
  await nextFrame(page);
  const over = page.locator("#plot .plot-over");
  const { width, height } = await over.boundingBox();
  const curves = await page.evaluate(curvesAt, 0.7);
  assert.ok(curves.test < curves.train - 10, JSON.stringify(curves));
  await over.hover({ position: { x: width - 1, y: height / 2 } });
  const lines = (await page.locator(".plot-tip").innerText()).split("\n");
  assert.match(lines[1], /^training /);
  assert.match(lines[2], /^test /);
  for (const [part, { cost }] of sets.entries())
    assert.ok(
      Math.abs(numberIn(lines[1 + part]) - cost) < 1e-4 + 0.005 * cost,
      `${lines[1 + part]}: ${cost}`,
    );
});
