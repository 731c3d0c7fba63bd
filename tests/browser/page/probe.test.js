// @ts-nocheck -- many functions here run in the page
// The TEST column: a picture of one's own gives ŷ at once and again with every iteration; right and wrong.
import assert from "node:assert/strict";
import test from "node:test";
import { copy, drop, onDisk, pictures } from "../shared/files.js";
import { counts, fullSpeed, last, numberIn, pause, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const column = (page) => page.getByRole("region", { name: "Test", exact: true });
const pad = (page) => column(page).getByRole("application");

/** In the page: σ(w·x + b) of what the pad shows (it is 64 pixels, as the weights are), and what stands below it. */
const answer = () => {
  const canvas = document.querySelector("#test .pad-surface canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const { w, b } = window.heard.weights;
  let z = b;
  for (let i = 0; i < w.length; i++) z += (w[i] * data[4 * Math.floor(i / 3) + (i % 3)]) / 255;
  const shown = Number(document.querySelector("#test .probe-value").innerText);
  const { iteration } = window.heard.weights;
  return { a: 1 / (1 + Math.exp(-z)), shown, size: canvas.width, iteration, pixels: String(data) };
};

/** The pixels of a file of 64 by 64, as the pad would show them. */
const pixelsOf = (page, { buffer }) =>
  page.evaluate(
    async (bytes) => {
      const context = new OffscreenCanvas(64, 64).getContext("2d");
      context.drawImage(await createImageBitmap(new Blob([new Uint8Array(bytes)])), 0, 0);
      return String(context.getImageData(0, 0, 64, 64).data);
    },
    [...buffer],
  );

/** Waits until the answer shown is right for the picture on the pad, which is this file where one is named. */
async function assertAnswer(page, file) {
  const end = Date.now() + 20_000;
  const wanted = file && (await pixelsOf(page, file));
  for (;;) {
    const { a, shown, size, pixels } = await page.evaluate(answer);
    if (size === 64 && pixels === (wanted ?? pixels) && Math.abs(a - shown) <= 0.0051) return;
    assert.ok(
      Date.now() < end,
      `ŷ = ${shown}, computed: ${a}${file ? `; ${file.name} is there: ${pixels === wanted}` : ""}`,
    );
  }
}

test("drawn, chosen, dropped, pasted: the answer is there at once, and right", async (t) => {
  const { page, context } = await visit(t, { goes: true });
  await fullSpeed(page);
  await until(page, () => window.heard.train.finished && window.heard.weights.iteration === 2000);
  await assertAnswer(page); // an example, before anything is done

  const { x, y, width, height } = await pad(page).boundingBox();
  await column(page).getByRole("button", { name: "Clear the pad" }).click();
  await column(page).getByRole("slider", { name: "Size of the brush" }).press("End");
  await page.mouse.move(x + width * 0.3, y + height * 0.3);
  await page.mouse.down();
  for (const [u, v] of [
    [0.7, 0.3],
    [0.7, 0.7],
    [0.3, 0.7],
    [0.3, 0.3],
  ])
    await page.mouse.move(x + u * width, y + v * height, { steps: 8 });
  await page.mouse.up();
  await assertAnswer(page);

  await pad(page).focus();
  await page.keyboard.press("Space");
  await assertAnswer(page);

  const [warm, cold] = [pictures(1, 1, { px: 64 }), pictures(1, 0, { px: 64 })];
  await column(page).locator("input[type=file]").setInputFiles(warm);
  await assertAnswer(page, warm[0]);
  await drop(page, column(page).getByRole("heading", { name: "Test", exact: true }), await onDisk(t, cold));
  await assertAnswer(page, cold[0]);

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await copy(page, warm[0]);
  await column(page).getByRole("button", { name: "Paste" }).click();
  await assertAnswer(page, warm[0]);
  await copy(page, cold[0]);
  await pad(page).focus();
  await page.keyboard.press("Control+V");
  await assertAnswer(page, cold[0]);
  assert.equal((await last(page, "data")).source, "drawn", "what is tested does not join the data");

  await column(page)
    .locator("input[type=file]")
    .setInputFiles([{ name: "no.png", mimeType: "image/png", buffer: Buffer.from("nothing") }]);
  await column(page)
    .getByText(says("refused.line", { name: "no.png", reason: says("refused.not-image") }))
    .waitFor();
  await column(page).locator(".probe-add").getByRole("button", { name: "cat", exact: true }).click();
  await counts(page, 0, 1);
});

test("the answer changes with every iteration while training runs", async (t) => {
  const { page } = await visit(t, { goes: true });
  await column(page)
    .locator("input[type=file]")
    .setInputFiles(pictures(1, 1, { px: 64 }));
  const answers = await page.evaluate(async () => {
    const { worker } = window.heard;
    const seen = new Map();
    await new Promise((done) => {
      worker.addEventListener("message", ({ data }) => {
        if (data.type === "train" && data.probe) seen.set(data.iteration, data.probe.a);
        if (seen.size === 20) done();
      });
    });
    return [...seen.values()];
  });
  assert.equal(new Set(answers).size, 20);
  await pause(page);
  await until(page, () => window.heard.weights.iteration === window.heard.train.iteration);
  await assertAnswer(page);
});

test("right and wrong: the table counts, its cells open, losses are in order", async (t) => {
  const { page } = await visit(t, { goes: true });
  await fullSpeed(page);
  await until(page, () => window.heard.evaluated === 2000);
  const data = await last(page, "data");
  const evaluation = await last(page, "evaluation");
  const place = new Map(evaluation.id.map((id, i) => [id, i]));
  const expected = (test, y, guess) =>
    data.id.filter(
      (id, i) =>
        data.test[i] === test && data.y[i] === y && Number(evaluation.a[place.get(id)] > 0.5) === guess,
    );

  const table = column(page).getByRole("table");
  const names = ["something else", "cat"];
  const cell = (y, guess) =>
    table.getByRole("button", { name: new RegExp(`: “${names[y]}”, called “${names[guess]}”$`) });
  for (const [part, isTest] of [
    ["Test set", 1],
    ["Training set", 0],
  ]) {
    await column(page).getByRole("radio", { name: part }).check();
    for (const y of [0, 1])
      for (const guess of [0, 1]) {
        const n = expected(isTest, y, guess).length;
        await soon(async () => assert.equal(Number(await cell(y, guess).innerText()), n));
      }
  }
  await column(page).getByRole("radio", { name: "Test set" }).check();
  const wrong = expected(1, 0, 1);
  assert.ok(wrong.length > 0);
  await cell(0, 1).click();
  const thumbs = column(page)
    .getByRole("list")
    .getByRole("button", { name: /ŷ = 0\.\d\d, wrong/ });
  await until(
    page,
    (n) => document.querySelectorAll("#test .thumbs .thumb:not([hidden]):not(.vacant)").length === n,
    wrong.length,
  );
  assert.equal(await thumbs.count(), wrong.length);
  await cell(0, 1).click();

  // The six largest losses of the test set, the largest first.
  const losses = evaluation.loss
    .filter((_, i) => data.test[data.id.indexOf(evaluation.id[i])])
    .sort((p, q) => q - p);
  const expectedLosses = losses.slice(0, 6).map((loss) => loss.toFixed(2));
  await soon(async () => {
    const rows = await column(page).locator(".worst button:visible").allTextContents();
    assert.deepEqual(
      rows.map((text) => /L = ([\d.]+)$/.exec(text)?.[1]),
      expectedLosses,
    );
  });

  // The cards, ordered by loss and filtered.
  const region = page.getByRole("region", { name: "Data", exact: true });
  await region.getByRole("combobox", { name: says("view.sort") }).selectOption("loss");
  await soon(async () => {
    const answers = await page
      .locator('.class-card[data-y="1"] .thumb:visible .thumb-answer')
      .allInnerTexts();
    const values = answers.map(numberIn);
    assert.ok(values.length > 5);
    const sorted = [...values].sort((p, q) => p - q);
    assert.deepEqual(values, sorted, "of class 1, the smallest ŷ first");
  });
  await region.getByRole("combobox", { name: says("view.filter") }).selectOption("wrong");
  await until(
    page,
    (n) =>
      document.querySelectorAll('.class-card[data-y="1"] .thumb:not([hidden]):not(.vacant)').length === n,
    expected(0, 1, 0).length + expected(1, 1, 0).length,
  );
});

test("what stands beside pictures is never older than the accuracy above them", async (t) => {
  const { page } = await visit(t, { width: 1440, height: 1200, goes: true });
  await page.locator("#reset").click();
  await page.locator('[name="verdict-part"][value="train"]').check();
  await page.evaluate(() => {
    window.seen = [];
    const look = () => {
      const text = (selector) => document.querySelector(selector)?.innerText ?? "";
      const cells = [...document.querySelectorAll(".confusion-cell span.num")].map((cell) =>
        Number(cell.innerText),
      );
      const [right0, wrong0, wrong1, right1] = cells;
      const share = (right0 + right1) / (right0 + wrong0 + wrong1 + right1);
      window.seen.push({ shown: text(".verdict-figures dd"), share: `${(100 * share).toFixed(1)}%` });
      window.looking = requestAnimationFrame(look);
    };
    look();
  });
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await until(page, () => window.heard.train.iteration > 400);
  const seen = await page.evaluate(() => window.seen.filter(({ shown }) => /\d/.test(shown)));
  assert.ok(new Set(seen.map(({ shown }) => shown)).size >= 2, "the accuracy moved");
  for (const { shown, share } of seen) assert.equal(shown, share);
});
