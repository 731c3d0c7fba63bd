// @ts-nocheck -- many functions here run in the page
// Sounds: from the microphone, by mouse, finger and Space, and from files; refused in a sentence; heard again.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { clap, tone, whistle } from "../../unit/shared/sounds.js";
import { rowOf } from "../../../web/page/sound/spectrogram.js";
import { wav } from "../../../web/page/sound/wav.js";
import { assertAccessible } from "../shared/axe.js";
import { UNASKED } from "../shared/camera.js";
import { drop, onDisk, pictures } from "../shared/files.js";
import { overflowing } from "../shared/layout.js";
import { card, choose, counts, finish, says, stored } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const HERTZ = 1000;
const bytesOf = async (samples, rate) => Buffer.from(await wav(samples, rate).arrayBuffer());

/** What Chromium's microphone hears, again and again. */
const folder = await mkdtemp(join(tmpdir(), "one-neuron-"));
await writeFile(join(folder, "heard.wav"), await bytesOf(tone(48000, 48000, HERTZ), 48000));
after(() => rm(folder, { recursive: true }));

const microphone = [
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-audio-capture=${join(folder, "heard.wav")}`,
];
const { visit } = browserTests({ args: [...microphone, UNASKED] });
const asking = browserTests({ args: microphone, whole: true });
const zh = await allWords("zh", ofTraining);

/** In the page, before it starts: what is asked of the microphone, and what is played. */
function hear() {
  window.streams = [];
  window.played = [];
  const media = navigator.mediaDevices;
  const get = media.getUserMedia.bind(media);
  media.getUserMedia = async (wanted) => {
    if (window.fails) throw new DOMException("", window.fails);
    const stream = await get(wanted);
    window.streams.push(stream);
    return stream;
  };
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (...args) {
    const { length, sampleRate } = this.buffer;
    const entry = { length, sampleRate, loud: Math.max(...this.buffer.getChannelData(0)) };
    window.played.push(entry);
    this.addEventListener("ended", () => (entry.ended = true));
    return start.apply(this, args);
  };
}
const lightOff = () =>
  window.streams.every((s) => s.getTracks().every((track) => track.readyState === "ended"));

const granted = { init: hear, permissions: ["microphone"] };

/** Opens the dialog of class y, with the microphone on. */
async function openDialog(page, y) {
  await card(page, y).getByRole("button", { name: "Microphone", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const button = dialog.getByRole("button", { name: "Hold to record" });
  return { dialog, button };
}
const isOn = (button) => soon(async () => assert.ok(await button.isEnabled()));
const added = (dialog, n) =>
  dialog.getByText(says(`sound.added.${n === 1 ? "one" : "other"}`, { n })).waitFor();

/** The brightest row of each column of a square picture. */
const brightest = (picture) =>
  picture.evaluate((node) => {
    const { data, width } = window.heard.pixels(node);
    return Array.from({ length: width }, (_, x) => {
      const column = Array.from({ length: width }, (_, y) => data[4 * (y * width + x)]);
      return column.indexOf(Math.max(...column));
    });
  });

test("held with the mouse, every second becomes the picture of what was heard; a tap plays it", async (t) => {
  const { page } = await visit(t, granted);
  assert.equal(await page.evaluate(() => window.streams.length), 0, "nothing is asked before a click");
  const { dialog, button } = await openDialog(page, 1);
  await isOn(button);
  assert.equal(await dialog.locator("canvas").getAttribute("aria-label"), says("sound.nothing"));
  await button.hover();
  await page.mouse.down();
  await added(dialog, 2); // still held
  await page.mouse.move(5, 5); // let go outside
  await page.mouse.up();
  await until(page, () => !document.querySelector(".sound-hold").classList.contains("recording"));
  const count = () => page.evaluate(() => window.heard.data.counts[1]);
  const n = await soon(() => stays(count, 1300));
  assert.ok(n === 2 || n === 3, `${n} pictures`);

  // Chromium's microphone stumbles where its file begins again.
  const line = (rows, row) => rows.filter((each) => Math.abs(each - row) < 1).length / rows.length;
  const rows = await brightest(dialog.locator("canvas"));
  assert.ok(line(rows, rowOf(HERTZ)) > 0.8, `a line at 1000 Hz: ${rows}`);
  await dialog.getByRole("button", { name: "Play", exact: true }).click();
  await until(page, () => window.played[0]?.ended);
  await dialog.getByRole("button", { name: "Undo the last" }).click();
  await counts(page, 0, n - 1);
  await added(dialog, n - 1);
  await dialog.getByRole("button", { name: "Done" }).click();
  await until(page, lightOff);

  const thumb = card(page, 1).getByRole("listitem").first();
  await until(page, () => document.querySelector('.class-card[data-y="1"] li img').naturalWidth === 64);
  await soon(async () => {
    const small = await brightest(thumb.locator("img"));
    assert.ok(line(small, rowOf(HERTZ) / 2) > 0.8, `a line in the picture: ${small}`);
  });
  assert.equal(await page.evaluate(() => window.played.length), 1, "nothing is played by itself");
  await thumb.getByRole("button", { name: /^sound 1/ }).click();
  await until(page, () => window.played[1]?.ended);
  const { length, sampleRate, loud } = await page.evaluate(() => window.played[1]);
  assert.deepEqual([length, sampleRate], [8000, 8000]);
  assert.ok(loud > 0.3 && loud < 0.7, `as loud as it was: ${loud}`);
});

test("by Space, by a finger, and by a click without a hold", async (t) => {
  const { page } = await visit(t, granted);
  const { dialog, button } = await openDialog(page, 0);
  await isOn(button);
  await soon(async () => assert.ok(await button.evaluate((node) => node === document.activeElement)));
  const name = dialog.getByRole("textbox");
  assert.equal(
    await name.getAttribute("placeholder"),
    says("classes.sound0"),
    "asked before the first sound",
  );
  await name.fill("hums");
  await name.press("Enter");
  await dialog.getByRole("heading", { name: says("sound.title", { name: "hums" }) }).waitFor();
  assert.ok(await button.evaluate((node) => node === document.activeElement));
  await page.keyboard.down("Space");
  await page.keyboard.down("Space"); // as a key that is held repeats
  await page.keyboard.up("Space");
  await added(dialog, 1); // a tap is a second
  await counts(page, 1, 0);
  assert.equal(await page.evaluate(() => window.heard.data.given[0]), "hums");
  await stays(() => page.evaluate(() => window.heard.data.counts[0]), 1200);

  const { x, y, width, height } = await button.boundingBox();
  const touch = await page.context().newCDPSession(page);
  await touch.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  const finger = { x: x + width / 2, y: y + height / 2 };
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
  await added(dialog, 2);
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ ...finger, y: finger.y + 200 }] }); // prettier-ignore
  await added(dialog, 3); // neither scrolled nor lost
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await until(page, () => !document.querySelector(".sound-hold").classList.contains("held"));
  await until(page, () => !document.querySelector(".sound-hold").classList.contains("recording"));
  const n = await soon(() => stays(() => page.evaluate(() => window.heard.data.counts[0]), 1200));

  await button.evaluate((node) => node.click()); // begins
  await added(dialog, n + 2);
  await button.evaluate((node) => node.click()); // ends
  await until(page, () => !document.querySelector(".sound-hold").classList.contains("held"));
  await page.keyboard.press("Escape");
  await until(page, lightOff);
});

test("closed or out of sight the light is off, and what was not over is dropped", async (t) => {
  const { page } = await visit(t, granted);
  const { dialog, button } = await openDialog(page, 1);
  await isOn(button);
  await button.focus();
  await page.keyboard.down("Space");
  await dialog.getByText(/^\d+ sounds? added$/).waitFor();
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await dialog.getByText(says("sound.hidden")).waitFor();
  assert.ok(await page.evaluate(lightOff));
  assert.ok(await button.isDisabled());
  await page.keyboard.up("Space");
  await page.evaluate(() => delete document.hidden);
  await dialog.getByRole("button", { name: "Try again" }).click();
  await isOn(button);
  await button.focus();
  await page.keyboard.down("Space");
  await until(page, () => document.querySelector(".sound-hold").classList.contains("recording"));
  await page.keyboard.press("Escape");
  await until(page, lightOff);
  await page.keyboard.up("Space");
  assert.equal(await page.evaluate(() => window.streams.length), 2);
  await stays(() => page.evaluate(() => window.heard.data.counts[1]), 1200);
});

test("refused by the browser: one sentence, nothing is lost, and it can be asked again", async (t) => {
  const { page, context } = await asking.visit(t, { init: hear });
  await choose(page, 1, pictures(2, 1));
  await counts(page, 0, 2);
  const { dialog, button } = await openDialog(page, 1);
  await dialog.getByText(says("sound.refused")).waitFor();
  assert.ok(await button.isDisabled());
  await context.grantPermissions(["microphone"]);
  await dialog.getByRole("button", { name: "Try again" }).click();
  await isOn(button);
  assert.equal(await dialog.locator(".sound-said").isVisible(), false);
  await counts(page, 0, 2);
});

test("absent, taken, gone, muted, impossible: a sentence each, in both languages", async (t) => {
  const { page } = await visit(t, granted);
  const { dialog, button } = await openDialog(page, 1);
  await isOn(button);
  await button.focus();
  await page.keyboard.press("Space");
  await added(dialog, 1);
  const said = dialog.locator(".sound-said");
  const again = dialog.locator(".sound-recorder > button").first();
  const expect = async (code) => {
    await page.locator('[data-language="en"]').evaluate((node) => node.click());
    await soon(async () => assert.equal(await said.innerText(), says(`sound.${code}`)));
    await page.locator('[data-language="zh-Hans"]').evaluate((node) => node.click());
    await soon(async () => assert.equal(await said.innerText(), zh[`sound.${code}`]));
    assert.ok(await page.evaluate(lightOff));
  };
  await page.evaluate(() => window.streams.at(-1).getTracks()[0].dispatchEvent(new Event("ended")));
  await expect("lost");
  for (const [name, code] of [
    ["NotFoundError", "absent"],
    ["NotReadableError", "taken"],
    ["NotAllowedError", "refused"],
    ["TypeError", "failed"],
  ]) {
    await page.evaluate((name) => (window.fails = name), name);
    await again.click();
    await expect(code);
  }
  await page.evaluate(() => {
    window.fails = "";
    const [get, media] = [navigator.mediaDevices.getUserMedia, navigator.mediaDevices];
    media.getUserMedia = async (wanted) => {
      const stream = await get(wanted);
      for (const track of stream.getTracks()) track.enabled = false; // as a switch on the cable
      return stream;
    };
  });
  await again.click();
  const muted = dialog.locator(".sound-hold");
  await isOn(muted);
  await muted.focus();
  await page.keyboard.press("Space");
  await soon(async () => assert.equal(await said.innerText(), zh["sound.silent"]));
  await page.evaluate(() =>
    Object.defineProperty(navigator, "mediaDevices", { value: undefined, configurable: true }),
  );
  await page.keyboard.press("Escape");
  await card(page, 1).locator(".class-ways button").nth(2).click();
  await expect("none");
  await counts(page, 0, 1);
});

test("a microphone that opens and stays silent, as without a sound card, is said to have failed", async (t) => {
  const still = () => {
    const Plain = window.AudioContext;
    window.AudioContext = class extends Plain {
      constructor() {
        super();
        this.suspend();
      }
      resume() {
        return new Promise(() => {});
      }
    };
  };
  const { page } = await visit(t, { ...granted, init: still });
  const { dialog, button } = await openDialog(page, 1);
  await isOn(button);
  await button.focus();
  await page.keyboard.press("Space");
  await dialog.getByText(says("sound.failed")).waitFor();
  assert.ok(await button.isDisabled());
});

test("dropped files of claps and whistles train to 100 %; what is no sound is refused in a sentence", async (t) => {
  const { page } = await visit(t, { init: hear });
  const file = async (name, sound) => ({ name, buffer: await bytesOf(sound, 44100) });
  const joined = (list) => Float32Array.from(list.flatMap((part) => [...part]));
  const seeds = [1, 2, 3, 4, 5, 6];
  const claps = await Promise.all(seeds.map((i) => file(`clap ${i}.wav`, clap(i, 44100))));
  const whistles = await file("whistles.wav", joined(seeds.map((i) => whistle(i, 44100))));
  const broken = { name: "speech.mp3", buffer: Buffer.from("no sound at all") };
  const silent = await file("hush.wav", new Float32Array(44100));
  const empty = { name: "none.webm", buffer: Buffer.alloc(0) };
  const paths = await onDisk(t, [...claps, whistles, broken, silent, empty]);

  await drop(page, card(page, 0), [...paths.slice(0, 6), ...paths.slice(7)]);
  await counts(page, 6, 0);
  const report = page.locator(".report");
  await soon(async () => {
    const told = await report.innerText();
    assert.ok(told.includes(says("added.refused.other", { n: 6, refused: 3 })), told);
    assert.ok(told.includes(says("sound.became", { px: 64, floor: 80 })), told);
    assert.ok(told.includes(`speech.mp3: ${says("refused.sound-undecodable")}`), told);
    assert.ok(told.includes(`none.webm: ${says("refused.empty-file")}`), told);
    assert.ok(told.includes(`hush.wav: ${says("refused.sound-silent")}`), told);
  });
  await choose(page, 1, paths[6]);
  await counts(page, 6, 6);
  const first = card(page, 1).getByRole("listitem").first().getByRole("button").first();
  await soon(async () => assert.match(await first.getAttribute("aria-label"), /^whistles\.wav, second 1,/));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  const { accuracy } = await finish(page);
  assert.equal(accuracy, 1);
  await first.focus();
  await page.keyboard.press("Enter");
  await until(page, () => window.played[0]?.ended);
  assert.equal(await page.evaluate(() => window.played[0].length), 8000);
});

test("sounds and pictures in one drop, and a second visit, which has the pictures but no sounds", async (t) => {
  const { page } = await visit(t, { init: hear });
  const sound = {
    name: "whistle.wav",
    mimeType: "audio/wav",
    buffer: await bytesOf(whistle(1, 16000), 16000),
  };
  await choose(page, 1, [sound, ...pictures(2, 1)]);
  await counts(page, 0, 3);
  await soon(async () =>
    assert.match(await page.locator(".report").innerText(), /^3 pictures added to “y = 1”/),
  );
  await stored(page, 3);
  await page.reload();
  await card(page, 1).waitFor();
  await counts(page, 0, 3);
  await card(page, 1).getByRole("listitem").nth(2).getByRole("button").first().click();
  await stays(() => page.evaluate(() => window.played.length), 300);
});

test("axe finds nothing in the dialog, and it fits", async (t) => {
  const { page } = await visit(t, { ...granted, still: true });
  const { dialog, button } = await openDialog(page, 1);
  await isOn(button);
  await button.focus();
  await page.keyboard.press("Space");
  await added(dialog, 1);
  await assertAccessible(page, { within: "dialog[open]" });
  await page.evaluate(() => window.streams.at(-1).getTracks()[0].dispatchEvent(new Event("ended")));
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    assert.deepEqual(await overflowing(page, "dialog[open]"), []);
  }
});
