// The spectrogram of the core against a Fourier transform written as its definition.
import assert from "node:assert/strict";
import test from "node:test";
import { spectrogram } from "../../../web/core/spectrum.js";
import { open } from "../shared/open.js";

const core = await open("notes");

/** Noise in [-1, 1) from a seed. @param {number} n @param {number} seed */
function noise(n, seed) {
  let state = seed;
  return Float32Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** A tone of `cycles` in `size` samples. */
const tone = (n, size, cycles, amplitude = 1) =>
  Float32Array.from({ length: n }, (_, j) => amplitude * Math.sin((2 * Math.PI * cycles * j) / size + 0.3));

/** One output of the definition: sum of x[j] e^(-2 pi i j k / n). */
function plainBin(re, im, k) {
  const n = re.length;
  let [a, b] = [0, 0];
  for (let j = 0; j < n; j++) {
    const angle = (-2 * Math.PI * ((j * k) % n)) / n;
    a += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
    b += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
  }
  return [a, b];
}

function fft(re, im) {
  const n = re.length;
  const s = core.exports.spectrum_create(n);
  return core.scratch(16 * n, (p) => {
    core.f64(p, n).set(re);
    core.f64(p + 8 * n, n).set(im);
    core.exports.spectrum_fft(s, p, p + 8 * n);
    core.exports.spectrum_free(s);
    return [core.f64(p, n).slice(), core.f64(p + 8 * n, n).slice()];
  });
}

const energy = (re, im) => re.reduce((sum, value, j) => sum + value * value + im[j] * im[j], 0);
const MAX_DB_ERROR = 1e-4; // of float32 decibels, where there is something to hear

for (const size of [256, 512, 1024, 2048, 4096]) {
  test(`the transform of ${size} numbers is the definition's`, () => {
    const [x, y] = [Float64Array.from(noise(size, 1)), Float64Array.from(noise(size, 2))];
    const [re, im] = fft(x, y);
    for (const k of [0, 1, 2, 3, 77, size / 4, size / 2 - 1, size / 2, size / 2 + 1, size - 1]) {
      const [a, b] = plainBin(x, y, k);
      assert.ok(Math.hypot(re[k] - a, im[k] - b) < 1e-10, `bin ${k}`);
    }
  });

  test(`no energy is lost in ${size} numbers (Parseval)`, () => {
    const [x, y] = [Float64Array.from(noise(size, 3)), Float64Array.from(noise(size, 4))];
    const [re, im] = fft(x, y);
    const [before, after] = [energy(x, y), energy(re, im) / size];
    assert.ok(before > size / 4 && Math.abs(after / before - 1) < 1e-13);
  });

  test(`a full-scale tone in a bin of ${size} is 0 dB, its neighbours -6 dB, the rest silence`, () => {
    const cycles = size / 8 + 1;
    const { frames, bins, db } = spectrogram(core, tone(size, size, cycles), { size, hop: size });
    assert.deepEqual([frames, bins], [1, size / 2 + 1]);
    assert.ok(Math.abs(db[cycles]) < MAX_DB_ERROR);
    for (const k of [cycles - 1, cycles + 1])
      assert.ok(Math.abs(db[k] - 20 * Math.log10(0.5)) < MAX_DB_ERROR);
    db.forEach((value, k) => assert.ok(Math.abs(k - cycles) <= 1 || value < -110, `bin ${k}: ${value}`));
  });
}

test("every frame is the windowed transform of its samples", () => {
  const [size, hop, n] = [256, 100, 10000]; // 98 frames: two calls
  const samples = noise(n, 9);
  const { frames, bins, db } = spectrogram(core, samples, { size, hop });
  assert.deepEqual([frames, bins, db.length], [98, 129, 98 * 129]);
  const window = Float64Array.from({ length: size }, (_, j) => Math.sin((Math.PI * j) / size) ** 2);
  const silent = new Float64Array(size);
  for (const frame of [0, 1, 63, 64, 97]) {
    const x = window.map((value, j) => value * samples[frame * hop + j]);
    for (let k = 0; k < bins; k++) {
      const amplitude = (Math.hypot(...plainBin(x, silent, k)) * (k % 128 === 0 ? 2 : 4)) / size;
      assert.ok(Math.abs(db[frame * bins + k] - 20 * Math.log10(amplitude)) < MAX_DB_ERROR);
    }
  }
});

test("a tone of a tenth is 20 dB lower, and a constant 1 is 0 dB", () => {
  const options = { size: 512, hop: 512 };
  assert.ok(Math.abs(spectrogram(core, tone(512, 512, 40, 0.1), options).db[40] + 20) < MAX_DB_ERROR);
  assert.ok(Math.abs(spectrogram(core, new Float32Array(512).fill(1), options).db[0]) < MAX_DB_ERROR);
});

test("silence lies on the floor, NaN stays NaN", () => {
  const options = { size: 256, hop: 256 };
  const { db } = spectrogram(core, new Float32Array(256), options);
  assert.ok(db.every((value) => value === -120));
  const broken = new Float32Array(512);
  broken[300] = NaN;
  const both = spectrogram(core, broken, options);
  assert.ok(both.db.subarray(0, 129).every((value) => value === -120));
  assert.ok(both.db.subarray(129).every(Number.isNaN));
});

test("short sounds give one frame, none gives none", () => {
  const options = { size: 1024, hop: 256 };
  const frames = (n) => spectrogram(core, new Float32Array(n), options).frames;
  assert.deepEqual([0, 1, 1023, 1024, 1279, 1280].map(frames), [0, 1, 1, 1, 1, 2]);
});

test("sizes and hops that are none are refused, and sounds without end", () => {
  const sound = new Float32Array(4096);
  for (const size of [0, 1, 128, 255, 257, 768, 8192, -256, 256.5, NaN])
    assert.throws(() => spectrogram(core, sound, { size, hop: 64 }), { code: "argument" }, `size ${size}`);
  for (const hop of [0, -1, 0.5, NaN, 2 ** 32 + 64])
    assert.throws(() => spectrogram(core, sound, { size: 256, hop }), { code: "argument" }, `hop ${hop}`);
  const s = core.exports.spectrum_create(256);
  assert.equal(core.exports.spectrum_count(s, 2 ** 24 + 1, 4096), -3);
  assert.equal(core.exports.spectrum_count(s, 2 ** 24, 1), -3);
  core.exports.spectrum_free(s);
});
