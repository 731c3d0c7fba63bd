// @ts-nocheck -- as the page, whose parameters are not all declared
// Sounds as pictures: what is where in them, which seconds are taken, and that a neuron can tell them apart.
import assert from "node:assert/strict";
import test from "node:test";
import {
  FLOOR_DB,
  MOST_SECONDS,
  PX,
  RATE,
  SECOND,
  isSilent,
  rowOf,
  secondsOf,
  soundPicture,
} from "../../../web/page/sound/spectrogram.js";
import { Kept } from "../../../web/page/sound/kept.js";
import { wav } from "../../../web/page/sound/wav.js";
import { isSound } from "../../../web/ui/drop.js";
import { open } from "../shared/open.js";
import { clap, noise, tone, whistle } from "../shared/sounds.js";
import { openSession } from "../training/session-fakes.js";

const core = await open("notes");
const picture = (samples) => soundPicture(core, samples);
const at = (rgb, row, column) => rgb[3 * (row * PX + column)];
const column = (rgb, c) => Array.from({ length: PX }, (_, row) => at(rgb, row, c));
const joined = (...parts) => Float32Array.from(parts.flatMap((part) => [...part]));

/** The byte by its definition, in float64: 256 samples from 61 c on under Hann's window, at 31.25 Hz times the row from below. */
function byte(samples, row, c) {
  const [size, k] = [256, PX - row];
  let [re, im] = [0, 0];
  for (let j = 0; j < size; j++) {
    const x = (samples[61 * c + j] ?? 0) * Math.sin((Math.PI * j) / size) ** 2;
    re += x * Math.cos((2 * Math.PI * j * k) / size);
    im -= x * Math.sin((2 * Math.PI * j * k) / size);
  }
  const db = 20 * Math.log10(((k === size / 2 ? 2 : 4) / size) * Math.hypot(re, im));
  return 255 * Math.min(1, Math.max(0, 1 + db / 80));
}

for (const hertz of [31.25, 500, 1000, 2468, 3950])
  test(`a tone of ${hertz} Hz is a line in its row, from the left to the right`, () => {
    const rgb = picture(tone(SECOND, RATE, hertz));
    const row = PX - Math.round(hertz / 31.25);
    assert.equal(rowOf(hertz), row);
    for (let c = 0; c < PX; c++) {
      const here = column(rgb, c);
      const brightest = here.indexOf(Math.max(...here));
      assert.ok(Math.abs(brightest - row) <= (hertz < 100 ? 1 : 0), `column ${c}: row ${brightest}`);
    }
  });

test("every byte is the decibels of its moment and pitch, as loops in float64 have it", () => {
  const sound = joined(noise(SECOND / 2, 3), tone(SECOND / 2, RATE, 1234, 0.01));
  const rgb = picture(sound);
  for (let c = 0; c < PX; c += 7)
    for (let row = 0; row < PX; row += 5) {
      const exact = byte(sound, row, c);
      assert.ok(Math.abs(at(rgb, row, c) - exact) <= 0.51, `row ${row}, column ${c}: ${exact}`);
    }
  for (let p = 0; p < rgb.length; p += 3) assert.ok(rgb[p] === rgb[p + 1] && rgb[p] === rgb[p + 2], "grey");
});

test("time runs to the right, silence is black, and a short sound is followed by it", () => {
  const late = picture(joined(new Float32Array(SECOND / 2), noise(SECOND / 2, 1)));
  const sum = (rgb, c) => column(rgb, c).reduce((a, b) => a + b);
  assert.equal(sum(late, 10), 0);
  assert.ok(sum(late, 110) > 100 * PX);
  const short = picture(noise(1000, 1));
  assert.equal(sum(short, 120), 0);
  assert.ok(sum(short, 2) > 100 * PX);
  assert.ok(picture(new Float32Array(0)).every((v) => v === 0));
  assert.ok(picture(new Float32Array(SECOND).fill(NaN)).every((v) => v === 0));
  assert.equal(FLOOR_DB, -80);
});

test("of a sound under two seconds the loudest second is taken", () => {
  const [part, ...more] = secondsOf(joined(new Float32Array(4800), clap(1), new Float32Array(2000)));
  assert.equal(more.length, 0);
  assert.equal(part.samples.length, SECOND);
  const energy = (x) => x.reduce((sum, v) => sum + v * v, 0);
  assert.ok(energy(part.samples) > 0.999 * energy(clap(1)));
  const [short] = secondsOf(tone(500, RATE, 700));
  assert.deepEqual([short.from, short.samples.length], [0, 500]);
});

test("a longer sound gives a picture a second, without the quiet ones", () => {
  const hush = noise(SECOND, 5).map((v) => v / 500);
  const parts = secondsOf(
    joined(whistle(1), hush, whistle(2), new Float32Array(SECOND), whistle(3), clap(1).subarray(0, 7000)),
  );
  assert.deepEqual(
    parts.map(({ from }) => from / SECOND),
    [0, 2, 4],
  );
  assert.deepEqual([...parts[1].samples], [...whistle(2)]);
  assert.equal(secondsOf(new Float32Array((MOST_SECONDS + 5) * SECOND).fill(0.5)).length, MOST_SECONDS);
});

test("silence is no sound", () => {
  for (const quiet of [new Float32Array(0), new Float32Array(3 * SECOND), tone(SECOND, RATE, 500, 0.9e-4)]) {
    assert.ok(isSilent(quiet));
    assert.deepEqual(secondsOf(quiet), []);
  }
  assert.ok(isSilent(new Float32Array(10).fill(NaN)));
  assert.ok(!isSilent(tone(SECOND, RATE, 500, 2e-4)));
});

test("a WAV file is its header and its samples, what is too loud cut", async () => {
  const bytes = new DataView(await wav(Float32Array.of(0, 0.5, -1, 7, -7), 44100).arrayBuffer());
  assert.equal(bytes.byteLength, 54);
  assert.deepEqual(
    [bytes.getUint32(24, true), bytes.getUint32(28, true), bytes.getUint32(40, true)],
    [44100, 88200, 10],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((i) => bytes.getInt16(44 + 2 * i, true)),
    [0, 16384, -32767, 32767, -32767],
  );
});

test("the newest sounds are kept, each by the id of its picture", () => {
  const kept = new Kept(3);
  for (const id of [5, 9, 5, 7]) kept.set(id, Float32Array.of(id));
  assert.deepEqual(
    [5, 7, 9].map((id) => kept.get(id)?.[0]),
    [5, 7, 9],
  );
  kept.set(8, Float32Array.of(8));
  assert.deepEqual(
    [5, 7, 8, 9, 1].map((id) => kept.get(id)?.[0]),
    [5, 7, 8, undefined, undefined],
  );
});

test("sounds are told by their type or by their ending", () => {
  for (const file of [
    { name: "x", type: "audio/mpeg" },
    { name: "A.WAV", type: "" },
    { name: "a.ogg", type: "video/ogg" },
  ])
    assert.ok(isSound(file));
  for (const file of [
    { name: "a.png", type: "image/png" },
    { name: "wav", type: "" },
    { name: "a.h5", type: "" },
  ])
    assert.ok(!isSound(file));
});

test("claps and whistles train to 100 %, and ones never heard are told apart", async () => {
  const { session, last, until } = await openSession();
  await session.start();
  for (let i = 0; i < 24; i++) {
    await session.addPixels(picture(clap(i + 1)), PX, 0, `clap ${i}`);
    await session.addPixels(picture(whistle(i + 1)), PX, 1, `whistle ${i}`);
  }
  assert.deepEqual(last("data").counts, [24, 24]);
  await session.change({ iterations: 500, speed: Infinity });
  const done = until("train", (e) => e.finished && !e.running);
  await session.play();
  const { accuracy, testAccuracy } = await done;
  assert.deepEqual([accuracy, testAccuracy], [1, 1]);
  assert.ok(last("data").m_test >= 8, "some were kept for testing");
  for (let i = 100; i < 110; i++)
    for (const [y, sound] of [clap(i), whistle(i)].entries()) {
      await session.probe({ rgb: picture(sound), px: PX });
      const { probe } = last("train");
      assert.equal(probe.a > 0.5 ? 1 : 0, y, `sound ${i} of class ${y}: ŷ = ${probe.a}`);
    }
});
