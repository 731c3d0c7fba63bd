// @ts-nocheck -- many functions here run in the page
// The figure inputs: a cell, a pixel, a sample, and where each stands in x.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../../unit/shared/open.js";
import { assertAccessible } from "../shared/axe.js";
import { UNASKED } from "../shared/camera.js";
import { assertWords, textsOf } from "../shared/figure.js";
import { drop, onDisk, png } from "../shared/files.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, until } from "../shared/wait.js";

const RATE = 16000;
const { openFigure } = browserTests({ args: ["--use-fake-device-for-media-stream", UNASKED] });

const plain = (text) => Number(text.replace("−", "-"));
const tab = (figure, name) => figure.getByRole("button", { name, exact: true }).click();
/** The picked row of the column that is shown: [index, number]. */
async function picked(figure) {
  const row = figure.locator(".vector-rows tr.picked").filter({ visible: true });
  return [await row.locator("th").innerText(), plain(await row.locator("td").innerText())];
}
const message = (page, pattern) =>
  until(
    page,
    (source) => new RegExp(source).test(document.querySelector(".inputs-message").textContent),
    pattern,
  );

/** A mono WAV file of 16-bit samples. */
function wav(samples, name = "tone.wav") {
  const data = Buffer.alloc(44 + 2 * samples.length);
  data.write("RIFF", 0);
  data.writeUInt32LE(36 + 2 * samples.length, 4);
  data.write("WAVEfmt ", 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(RATE, 24);
  data.writeUInt32LE(2 * RATE, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write("data", 36);
  data.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((v, i) => data.writeInt16LE(v, 44 + 2 * i));
  return { name, mimeType: "audio/wav", buffer: data };
}

test("every cell of the table has its name, by mouse and by arrow keys, and can be changed", async (t) => {
  const { page, figure } = await openFigure(t, "inputs");
  const cells = figure.locator(".houses tbody tr").nth(3).locator("td");
  await cells.nth(2).click();
  assert.deepEqual(await picked(figure), ["x3", 200433]);
  assert.match(await figure.locator(".inputs-meaning").first().innerText(), /postcode.* example 4/);
  assert.equal(await figure.locator(".inputs-cell .live-i").first().textContent(), "4");

  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await picked(figure), ["x2", 2]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "2");

  const field = figure.locator(".inputs-change input");
  await field.fill("7.5");
  assert.deepEqual(await picked(figure), ["x2", 7.5]);
  await field.fill("many");
  assert.match(await figure.locator(".inputs-change .complaint").innerText(), /last good one stays/);
  assert.deepEqual(await picked(figure), ["x2", 7.5]);

  await cells.nth(4).click(); // the price is y, no entry of x
  assert.match(await figure.locator(".inputs-meaning").first().innerText(), /price.* example 4/);
  assert.equal(await figure.locator(".vector-rows tr.picked").filter({ visible: true }).count(), 0);
});

test("a pixel of the drawn picture gives its own three numbers", async (t) => {
  const { page, figure } = await openFigure(t, "inputs");
  const { rgb } = (await open()).drawn(22, 0, 64);
  await tab(figure, "A picture");
  const view = figure.getByRole("slider", { name: /The picture/ });
  await view.scrollIntoViewIfNeeded(); // it stands below the table of the three kinds
  const box = await view.boundingBox();
  for (const [row, column] of [
    [0, 0],
    [63, 63],
    [40, 13],
  ]) {
    // prettier-ignore
    await page.mouse.click(box.x + ((column + 0.5) / 64) * box.width, box.y + ((row + 0.5) / 64) * box.height);
    const j = 3 * (64 * row + column) + 1;
    assert.deepEqual(await picked(figure), [`x${j}`, rgb[j - 1]]);
    const shown = await figure.locator(".channel .num").allInnerTexts();
    assert.deepEqual(shown.map(Number), [...rgb.subarray(j - 1, j + 2)]);
  }
  await page.keyboard.press("Shift+ArrowDown"); // eight rows, as far as the picture goes
  await page.keyboard.press("ArrowRight");
  const j = 3 * (64 * 48 + 14) + 1;
  assert.deepEqual(await picked(figure), [`x${j}`, rgb[j - 1]]);
  assert.match(
    await view.getAttribute("aria-valuetext"),
    /^row 49, column 15: red \d+, green \d+, blue \d+$/,
  );
});

test("why / 255: without the division the same α is too large, and one 255² times as small does", async (t) => {
  const { figure } = await openFigure(t, "inputs", { still: true });
  await tab(figure, "A picture");
  const part = figure.locator(".inputs-divide");
  const says = part.locator(".says");
  await says.filter({ hasText: /α = 0.1: J falls at each of 60 .* to 0\.\d{3}\./ }).waitFor();
  await says.filter({ hasText: /the largest α/i }).waitFor({ timeout: 20_000 });
  const [, on, off] = (await says.innerText()).match(/every time is ([\d.]+) with the division, and ([\d.e-]+) without/).map(Number); // prettier-ignore
  assert.ok(on / off > 50_000 && on / off < 70_000, `${on} ${off}`);
  const alpha = part.getByRole("textbox", { name: "α" });
  await tab(part, "x = value");
  assert.match(await says.innerText(), /too large/);
  await alpha.fill(String(off * 0.9));
  assert.match(await says.innerText(), /J falls at each/);
  await alpha.fill(String(off * 1.3));
  assert.doesNotMatch(await says.innerText(), /J falls at each/);
  const rows = await textsOf(part);
  assert.equal(rows.length, 61);
  assert.equal(rows[0][1], "0.693147");
});

test("a picture of the reader's is taken by file and by drop; others are refused in one sentence", async (t) => {
  const { page, figure } = await openFigure(t, "inputs");
  const half = { name: "half.png", buffer: png(64, 64, (x) => (x < 32 ? [200, 10, 30] : [5, 250, 90])) };
  const broken = { name: "broken.png", buffer: half.buffer.subarray(0, 60) };
  const text = { name: "notes.txt", buffer: Buffer.from("no picture") };
  const paths = await onDisk(t, [half, broken, text]);
  await drop(page, figure.locator(".stage"), [paths[0]]);
  await message(page, "half.png.*64 × 64");
  assert.equal(
    await figure.getByRole("button", { name: "A picture", exact: true }).getAttribute("aria-pressed"),
    "true",
  );
  assert.deepEqual((await figure.locator(".channel .num").allInnerTexts()).map(Number), [200, 10, 30]);
  await figure.locator(".inputs-picture input[type=file]").setInputFiles(paths[1]);
  await message(page, "broken.png: ");
  await drop(page, figure.locator(".stage"), [paths[2]]);
  await message(page, "notes.txt.*neither a picture nor a sound");
  assert.equal((await figure.locator(".channel .num").allInnerTexts())[0], "200", "the last good one stays");
});

test("the samples of a sound file are the numbers of x", async (t) => {
  const { page, figure } = await openFigure(t, "inputs");
  const samples = Array.from({ length: 4800 }, (_, i) =>
    Math.round(9000 * Math.sin((2 * Math.PI * 1000 * i) / RATE)),
  );
  samples[2345] = 16384; // the loudest: it is picked
  const text = { name: "speech.mp3", buffer: Buffer.from("no sound at all") };
  const [good, bad] = await onDisk(t, [wav(samples), text]);
  await drop(page, figure.locator(".stage"), [good]);
  await message(page, "tone.wav");
  assert.deepEqual(await picked(figure), ["x2346", 0.5]);
  assert.match(await figure.locator(".inputs-sound").innerText(), /0\.30 s × 16,000 .*= 4,800 numbers/);
  assert.match(await figure.locator(".inputs-sound .vector-head").innerText(), /x: \(4800, 1\)/);

  const near = figure.getByRole("slider", { name: "Sample", exact: true });
  await near.focus();
  for (const [key, j] of [
    ["ArrowRight", 2347],
    ["Shift+ArrowRight", 2357],
    ["ArrowLeft", 2356],
  ]) {
    // prettier-ignore
    await page.keyboard.press(key);
    const [name, value] = await picked(figure);
    assert.equal(name, `x${j}`);
    assert.ok(Math.abs(value - samples[j - 1] / 32768) < 6e-5);
  }
  for (let k = 0; k < 8; k++) await page.keyboard.press("Shift+ArrowRight"); // beyond the edge of the view
  assert.equal((await picked(figure))[0], "x2436");
  assert.match(await figure.locator(".strongest").innerText(), /: 1000 Hz$/);

  await figure.locator(".inputs-sound summary").click();
  const row = figure.locator(".inputs-sound .datatable tr").filter({ hasText: /^2436/ });
  assert.ok(Math.abs(plain(await row.locator("td").last().innerText()) - samples[2435] / 32768) < 6e-5);

  await figure.locator(".inputs-sound input[type=file]").setInputFiles(bad);
  await message(page, "speech.mp3.*not a sound");
  assert.equal((await picked(figure))[0], "x2436", "the last good sound stays");
});

test("a click on the whole sound picks that moment, and the zoom shows single samples", async (t) => {
  const { page, figure } = await openFigure(t, "inputs");
  await tab(figure, "A sound");
  await tab(figure, "chirp");
  const plot = figure.locator(".inputs-whole .plot");
  await nextFrame(page);
  const frame = await plot.locator(".frame").boundingBox();
  await plot.click({ position: await inside(plot, frame, 0.5) });
  const j = Number((await picked(figure))[0].slice(1));
  assert.ok(Math.abs(j - 12000) < 200, `half of 24000: ${j}`);
  const hertz = Number((await figure.locator(".strongest").innerText()).match(/(\d+) Hz/)[1]);
  const expected = 200 + (5800 * (j / RATE)) / 1.5;
  assert.ok(Math.abs(hertz - expected) < 2.5 * (RATE / 512), `${hertz} Hz, expected ${expected}`);

  const dots = () => figure.locator(".inputs-near .dots circle").count();
  await figure.locator(".inputs-near .field-number").fill("40");
  await until(page, () => document.querySelectorAll(".inputs-near .dots circle").length === 41);
  await figure.locator(".inputs-near .field-number").fill("1600");
  await until(page, () => document.querySelectorAll(".inputs-near .dots circle").length === 0);
  assert.equal(await dots(), 0);

  async function inside(target, box, share) {
    const outer = await target.boundingBox();
    return { x: box.x - outer.x + share * box.width, y: box.y - outer.y + box.height * 0.25 };
  }
});

/** In the page: keeps every stream of the microphone. */
function hearMicrophone() {
  window.streams = [];
  const get = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await get(wanted);
    window.streams.push(stream);
    return stream;
  };
}
const silent = () =>
  window.streams.every((s) => s.getTracks().every((track) => track.readyState === "ended"));

test("the microphone is heard only after a press, and always let go", async (t) => {
  const { page, figure } = await openFigure(t, "inputs", { permissions: ["microphone"] });
  await page.evaluate(hearMicrophone);
  await tab(figure, "A sound");
  assert.equal(await page.evaluate(() => window.streams.length), 0);
  await tab(figure, "Record");
  await message(page, "Recording: (0\\.[5-9]|[1-9])[0-9.]* s");
  await tab(figure, "Stop recording");
  await message(page, "Recorded .*microphone is off");
  assert.ok(await page.evaluate(silent));
  const [, samples] = (await figure.locator(".inputs-sound .vector-head").innerText()).match(
    /x: \((\d+), 1\)/,
  );
  assert.ok(Number(samples) > 0.3 * RATE && Number(samples) < 5 * RATE, samples);

  await tab(figure, "Record");
  await message(page, "Recording");
  await tab(figure, "A table"); // leaving the sound stops the recording
  await until(page, silent);
  await tab(figure, "A sound");
  await tab(figure, "Record");
  await message(page, "Recording");
  await page.locator(".opening").scrollIntoViewIfNeeded(); // so does leaving the figure
  await until(page, silent);
  assert.equal(await page.evaluate(() => window.streams.length), 3);
});

test("a refused microphone is one sentence, in both languages; the sound stays", async (t) => {
  const { page, figure } = await openFigure(t, "inputs");
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await tab(figure, "A sound");
  const before = await picked(figure);
  await tab(figure, "Record");
  await message(page, "microphone was not allowed");
  await page.locator('[data-language="zh-Hans"]').click();
  await message(page, "没有得到使用麦克风的许可");
  assert.deepEqual(await picked(figure), before);
  assert.ok(await figure.getByRole("button", { name: "录音", exact: true }).isVisible());
});

test("Listen plays to the end and can be stopped", async (t) => {
  const { page, figure } = await openFigure(t, "inputs");
  await tab(figure, "A sound");
  await tab(figure, "Listen");
  await tab(figure, "Stop");
  await figure.getByRole("button", { name: "Listen", exact: true }).waitFor();
  await tab(figure, "Listen");
  await figure.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await figure.getByRole("button", { name: "Listen", exact: true }).waitFor({ timeout: 10_000 });
  await nextFrame(page);
});

test("words in both languages, axe finds nothing, and it fits 320 px", async (t) => {
  const { page, figure } = await openFigure(t, "inputs", { still: true });
  for (const kind of [0, 1, 2]) {
    await figure.locator(".choice").first().locator("button").nth(kind).click();
    for (const summary of await figure.locator("summary").filter({ visible: true }).all())
      await summary.click();
    await assertAccessible(page, { within: "#inputs" });
    await assertWords(figure, "inputs");
    await page.setViewportSize({ width: 320, height: 700 });
    const over = await figure.evaluate((section) => {
      const wide = [...section.querySelectorAll(".stage *")].filter((node) => !node.closest(".scroll"));
      return wide
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
        .map((node) => node.className);
    });
    assert.deepEqual(over, []);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});
