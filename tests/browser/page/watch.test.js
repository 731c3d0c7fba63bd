// @ts-nocheck -- many functions here run in the page
// What there is to watch: the chart and its table, the weights as a picture, the numbers of one picture.
import assert from "node:assert/strict";
import test from "node:test";
import { png } from "../shared/files.js";
import {
  card,
  choose,
  costsOf,
  counts,
  finish,
  fullSpeed,
  last,
  numberIn,
  pause,
  press,
  says,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const finished = async (page) => {
  await fullSpeed(page);
  await until(page, () => window.heard.train.finished);
};

/** In the page: how many pixels of the chart have ink, in its plot and in the gutters of its axes; and a checksum. */
const chartInk = () => {
  const canvas = document.querySelector("#plot canvas");
  const over = document.querySelector("#plot .plot-over").getBoundingClientRect();
  const box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const ink = { plot: 0, left: 0, below: 0, sum: 0 };
  for (let i = 3; i < data.length; i += 4) {
    if (!data[i]) continue;
    const x = ((i >> 2) % canvas.width) / ratio + box.left;
    const y = Math.floor((i >> 2) / canvas.width) / ratio + box.top;
    ink.sum = (ink.sum * 31 + i + data[i]) % 1000003;
    if (x < over.left) ink.left++;
    else if (y > over.bottom) ink.below++;
    else ink.plot++;
  }
  return ink;
};

test("the chart: curves, axes, values under the pointer, logarithmic scales", async (t) => {
  const { page } = await visit(t, { goes: true });
  await finished(page);
  const { train, test: tested } = await costsOf(page);
  await until(page, () => document.getElementById("iteration").innerText === "2000");
  const ink = await page.evaluate(chartInk);
  assert.ok(ink.plot > 1000 && ink.left > 50 && ink.below > 50, JSON.stringify(ink));

  const over = page.locator("#plot .plot-over");
  const { width, height } = await over.boundingBox();
  for (const share of [0.1, 0.5, 0.95]) {
    await over.hover({ position: { x: share * width, y: height / 2 } });
    const lines = (await page.locator(".plot-tip").innerText()).split("\n");
    const t = Number(lines[0].replace(/\D/g, ""));
    assert.ok(Math.abs(t - share * 2000) < 10, lines[0]);
    assert.ok(Math.abs(numberIn(lines[1]) - train[t]) < 5.1e-5);
    assert.ok(Math.abs(numberIn(lines[2]) - tested[t]) < 5.1e-5);
  }
  await page.mouse.move(1, 1);
  await page.locator(".plot-tip").waitFor({ state: "hidden" });

  const pictures = [(await page.evaluate(chartInk)).sum];
  for (const name of ["log iterations", "log J"]) {
    await page.getByRole("checkbox", { name }).check();
    await nextFrame(page);
    pictures.push((await page.evaluate(chartInk)).sum);
  }
  assert.equal(new Set(pictures).size, 3, "each switch changes the chart");
  await over.hover({ position: { x: width / 2, y: height / 2 } });
  const middle = Number((await page.locator(".plot-tip").innerText()).split("\n")[0].replace(/\D/g, ""));
  assert.ok(Math.abs(middle - Math.sqrt(2000)) < 3, `the middle of a log axis from 1 to 2000: ${middle}`);
  assert.match(
    await page.locator("#plot").getAttribute("aria-label"),
    /Iteration 2,000: J 0\.\d+ on the training set, 0\.\d+ on/,
  );
});

test("the table beside the chart says the same, and how fast it went is told", async (t) => {
  const { page } = await visit(t, { goes: true });
  await page.getByText(/gram · \d+ iterations\/s · [\d.]+\s?[kMG] multiply-adds\/s/).waitFor();
  await finished(page);
  const { train, test: tested } = await costsOf(page);
  const rows = await page
    .locator("#cost-table tbody tr")
    .evaluateAll((list) => list.map((row) => [...row.cells].map((cell) => cell.innerText)));
  assert.equal(rows.length, 50);
  assert.equal(rows[0][1], "0.693147");
  assert.equal(rows.at(-1)[0], "2,000");
  for (const [t, ...both] of rows.map((row) => row.map((text) => Number(text.replace(",", ""))))) {
    assert.ok(Math.abs(both[0] - train[t]) < 5.1e-7);
    assert.ok(Math.abs(both[1] - tested[t]) < 5.1e-7);
  }
  // how long it was shown is told where that is longer than the computing: at full speed either may be
  await page
    .getByText(/gram · 2,000 iterations(: [\d.]+\sm?s of computing, shown in|, .* in) [\d.]+\sm?s/)
    .waitFor();
});

test("the weights: orange for class 1, blue for class 0, by channel, pixel by pixel", async (t) => {
  const { page } = await visit(t, { goes: true });
  await finished(page);
  await until(page, () => window.heard.weights.iteration === 2000);
  const check = (channel) =>
    page.evaluate((channel) => {
      const { w } = window.heard.weights;
      const n = Math.sqrt(w.length / 3);
      const value = (i) => (channel === null ? w[3 * i] + w[3 * i + 1] + w[3 * i + 2] : w[3 * i + channel]);
      const values = Array.from({ length: n * n }, (_, i) => value(i));
      const [most, least] = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))];
      const { data } = document.getElementById("weights-canvas").getContext("2d").getImageData(0, 0, n, n);
      const colour = (i) =>
        data[4 * i] > data[4 * i + 2] + 20
          ? "orange"
          : data[4 * i + 2] > data[4 * i] + 20
            ? "blue"
            : "neutral";
      return [
        colour(most),
        colour(least),
        document.getElementById("weights-max").innerText,
        Math.max(...values.map(Math.abs)),
      ];
    }, channel);
  for (const [name, channel] of [
    ["R+G+B", null],
    ["R", 0],
    ["G", 1],
    ["B", 2],
  ]) {
    await page.getByRole("radio", { name, exact: true }).check();
    const [most, least, legend, max] = await check(channel);
    assert.deepEqual([most, least], ["orange", "blue"], name);
    assert.ok(Math.abs(numberIn(legend) - max) < 0.01 * max + 1e-9, `${legend}: ${max}`);
  }
  for (const name of ["something else", "cat"]) await page.getByText(says("weights.end", { name })).waitFor();

  const canvas = page.locator("#weights-canvas");
  await canvas.focus();
  await canvas.press("ArrowRight"); // the key that has it fetched is answered too
  await page
    .locator("#status", { hasText: /^row 33, column 34: w [−\d.]+, [−\d.]+, [−\d.]+$/ })
    .waitFor({ state: "attached" });
  await canvas.press("ArrowDown");
  await page.getByText("Row 34, column 34").waitFor();
  const cells = await page.locator("#pixel tbody td").allInnerTexts();
  const w = await page.evaluate(() => [
    ...window.heard.weights.w.slice(3 * (33 * 64 + 33), 3 * (33 * 64 + 33) + 3),
  ]);
  for (const c of [0, 1, 2]) {
    assert.ok(Math.abs(numberIn(cells[3 * c]) - w[c]) < 1e-4, `w: ${cells[3 * c]} ${w[c]}`);
    assert.ok(Math.abs(numberIn(cells[3 * c + 2]) - w[c] * numberIn(cells[3 * c + 1])) < 1e-4);
  }
});

test("z = w·x + b, ŷ and L of the selected picture are what the pixels and the weights give", async (t) => {
  const { page } = await visit(t, { goes: true });
  await pause(page);
  for (const [y, place] of [
    [1, 0],
    [0, 3],
    [1, 5],
  ]) {
    await card(page, y).getByRole("listitem").nth(place).getByRole("button").first().click();
    await press(page, "One iteration");
    await until(
      page,
      (y) =>
        window.heard.train.selected.y === y &&
        window.heard.weights.iteration === window.heard.train.iteration,
      y,
    );
    const { id } = (await last(page, "train")).selected;
    await until(page, (id) => window.heard.train.selected.id === id, id);
    const { z, a, loss, wx, b } = await page.evaluate(
      async ([y, place]) => {
        const item = document.querySelectorAll(`.class-card[data-y="${y}"] li`)[place];
        const { data } = window.heard.pixels(item.querySelector("img"));
        const { w, b } = window.heard.weights;
        let wx = 0;
        for (let i = 0; i < w.length; i++) wx += (w[i] * data[4 * Math.floor(i / 3) + (i % 3)]) / 255;
        const a = 1 / (1 + Math.exp(-(wx + b)));
        return { wx, b, z: wx + b, a, loss: -Math.log(y ? a : 1 - a) };
      },
      [y, place],
    );
    await nextFrame(page);
    const shown = async (name) => numberIn(await page.locator(`#eq-${name}`).innerText());
    const near = async (name, value) =>
      assert.ok(Math.abs((await shown(name)) - value) < 1e-4, `${name}: ${await shown(name)} ${value}`);
    await near("z", z);
    await near("wx", wx);
    await near("a", a);
    await near("loss", loss);
    await near("b", Math.abs(b));
    assert.equal(await page.locator("#eq-sign").innerText(), b < 0 ? "−" : "+");
    const right = a > 0.5 === (y === 1);
    assert.match(await page.locator("#subject-verdict").innerText(), right ? /: right$/ : /: wrong$/);
  }
});

test("the words at the line of mere guessing stand where no curve runs", async (t) => {
  const { page } = await visit(t, { goes: true });
  const words = () => page.locator(".plot-chance").evaluate((node) => node.classList.contains("below"));
  assert.equal(await words(), false, "both curves end far below it");
  let state = 3;
  const noise = () => (state = Math.imul(state ^ (state >>> 15), 2146121005) + 1831565813) >>> 24;
  const noisy = (n) =>
    Array.from({ length: n }, (_, i) => ({
      name: `${n} ${i}.png`,
      mimeType: "image/png",
      buffer: png(40, 40, () => [noise(), noise(), noise()]),
    }));
  await choose(page, 1, noisy(20));
  await counts(page, 0, 20);
  await choose(page, 0, noisy(21));
  await counts(page, 21, 20);
  await press(page, "Train");
  const { testCost } = await finish(page);
  assert.ok(testCost > 0.7 && testCost < 1.2, `just above the line: ${testCost}`);
  await soon(async () => assert.ok(await words()));
});
