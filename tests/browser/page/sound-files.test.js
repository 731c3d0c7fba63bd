// @ts-nocheck -- some functions here run in the page
// Files of sound as programs write them: WAV of every kind, MP3, OGG. Whatever holds the same tone becomes the same picture.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { tone } from "../../unit/shared/sounds.js";
import { rowOf } from "../../../web/page/sound/spectrogram.js";
import { wavOf } from "../shared/sounds/wav.js";
import { card, choose, counts, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();
const HERTZ = 1000;
const zh = await allWords("zh", ofTraining);

/** A second of the tone. */
const made = (kind) => wavOf(tone(kind.rate, kind.rate, HERTZ), kind);
const kept = (name) => readFile(new URL(`../shared/sounds/${name}`, import.meta.url));
const files = (list) =>
  list.map(([name, buffer]) => ({ name, mimeType: name.endsWith("wav") ? "audio/wav" : "", buffer }));

const THE_SAME = [
  ["int8.wav", made({ rate: 44100, bits: 8 })],
  ["int16.wav", made({ rate: 44100 })],
  ["int24.wav", made({ rate: 48000, bits: 24 })],
  ["int32.wav", made({ rate: 44100, bits: 32 })],
  ["float32.wav", made({ rate: 44100, bits: 32, float: true })],
  ["telephone.wav", made({ rate: 8000, bits: 8 })],
  ["stereo.wav", made({ rate: 44100, channels: 2 })],
  ["surround.wav", made({ rate: 44100, channels: 6 })],
  ["studio.wav", made({ rate: 192000, bits: 24 })],
  ["tone.mp3", await kept("tone.mp3")],
  ["tone.ogg", await kept("tone.ogg")],
  ["SHOUTED.MP3", await kept("tone.mp3")],
];

/** Of every picture of class y: its name, and where it is brightest in its middle column, from the top as a share. */
const seen = (page, y) =>
  card(page, y)
    .locator(".thumb:not(.vacant)")
    .evaluateAll((list) =>
      list.map((thumb) => {
        const { data, width, height } = window.heard.pixels(thumb.querySelector("img"));
        const column = Array.from({ length: height }, (_, row) => data[4 * (row * width + (width >> 1))]);
        const most = Math.max(...column);
        const name = thumb.querySelector("button").getAttribute("aria-label").split(",")[0];
        return { name, at: column.indexOf(most) / height, most };
      }),
    );

test("WAV of 8 to 32 bits, whole and broken numbers, 8 to 192 kHz, one to six channels, MP3 and OGG: one picture", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, files(THE_SAME));
  await counts(page, 0, THE_SAME.length);
  await soon(async () => {
    const all = await seen(page, 1);
    assert.deepEqual(all.map(({ name }) => name).sort(), THE_SAME.map(([name]) => name).sort());
    for (const { name, at, most } of all) {
      assert.ok(Math.abs(at - rowOf(HERTZ) / 128) < 0.02, `${name}: the tone is at ${at}`);
      assert.ok(most > 180, `${name}: ${most}`);
    }
  });
});

/** In the page: a second of the tone as the browser records it. @returns {Promise<number[]>} the bytes of a WebM file */
async function recordTone(hertz) {
  const context = new AudioContext();
  await context.resume();
  const [oscillator, into] = [context.createOscillator(), context.createMediaStreamDestination()];
  oscillator.frequency.value = hertz;
  oscillator.connect(into);
  oscillator.start();
  const recorder = new MediaRecorder(into.stream, { mimeType: "audio/webm;codecs=opus" });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const over = new Promise((done) => (recorder.onstop = done));
  recorder.start();
  const from = context.currentTime;
  while (context.currentTime < from + 1.3) await new Promise((go) => setTimeout(go, 50));
  recorder.stop();
  await over;
  await context.close();
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
}

test("what browsers record, WebM with Opus, and what phones record, M4A with AAC, is the same picture", async (t) => {
  const { page } = await visit(t);
  await page.locator("h1").click(); // no sound before the visitor has touched anything
  const webm = Buffer.from(await page.evaluate(recordTone, HERTZ));
  assert.equal(webm.readUInt32BE(0), 0x1a45dfa3, "EBML, of which WebM is one");
  const recorded = [
    { name: "recorded.webm", mimeType: "video/webm", buffer: webm }, // as it is called when it comes from the disk
    { name: "recorded too.weba", mimeType: "audio/webm", buffer: webm },
    { name: "phone.m4a", mimeType: "audio/mp4", buffer: await kept("tone.m4a") },
  ];
  const aac = await page.evaluate(() => new Audio().canPlayType('audio/mp4; codecs="mp4a.40.2"') !== "");
  const taken = recorded.filter(({ name }) => aac || !name.endsWith("m4a"));
  await choose(page, 1, recorded);
  await until(page, () => !document.querySelector(".report").hidden);
  if (!aac) await page.locator(".report").getByText(says("refused.sound-undecodable")).waitFor();
  await soon(async () => {
    const all = await seen(page, 1);
    for (const { name } of taken) assert.ok(all.some((one) => one.name.startsWith(name)), `${name} of ${all.map((one) => one.name)}`); // prettier-ignore
    for (const { name, at, most } of all) {
      assert.ok(Math.abs(at - rowOf(HERTZ) / 128) < 0.02, `${name}: the tone is at ${at}`);
      assert.ok(most > 180, `${name}: ${most}`);
    }
  });
});

test("nothing in it, no more than a head, or a head that lies: a sentence each; cut short, what is there is taken", async (t) => {
  const { page } = await visit(t, { lang: "zh-CN" });
  const whole = made({ rate: 44100 });
  const lies = (at) => Buffer.from(whole).fill(0, at, at + 2); // no channels; no samples a second
  const refused = [
    ["head.wav", wavOf(new Float32Array(0), { rate: 44100 })],
    ["half-a-head.wav", whole.subarray(0, 30)],
    ["no-channels.wav", lies(22)],
    ["no-rate.wav", lies(24)],
  ];
  const endless = Buffer.from(whole);
  endless.writeUInt32LE(0xffffffff, 40); // as programs write it that were stopped
  const taken = [
    ["cut.wav", whole.subarray(0, 60_000)],
    ["cut.mp3", (await kept("tone.mp3")).subarray(0, 1500)],
    ["endless.wav", endless],
  ];
  await choose(page, 0, files([...refused, ["empty.wav", Buffer.alloc(0)], ...taken]));
  await counts(page, taken.length, 0);
  await soon(async () => {
    const told = await page.locator(".report").innerText();
    for (const [name] of refused)
      assert.ok(told.includes(`${name}：${says("refused.sound-undecodable", {}, zh)}`), `${name}: ${told}`);
    assert.ok(told.includes(`empty.wav：${says("refused.empty-file", {}, zh)}`), told);
  });
});
