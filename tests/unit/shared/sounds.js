// Sounds made for tests: tones, claps and whistles, from a seed.
import { random } from "./reference.js";

/** @param {number} n samples @param {number} rate @param {number} hertz @param {number} [amplitude] */
export const tone = (n, rate, hertz, amplitude = 0.5) =>
  Float32Array.from({ length: n }, (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / rate));

/** Uniform noise in [-1, 1). @param {number} n @param {number} seed */
export function noise(n, seed) {
  const next = random(seed);
  return Float32Array.from({ length: n }, () => next(2 ** 16) / 2 ** 15 - 1);
}

/** A second with one clap somewhere in it: noise that dies away in some hundredths. @param {number} seed @param {number} [rate] */
export function clap(seed, rate = 8000) {
  const next = random(seed);
  const at = (0.1 + next(600) / 1000) * rate;
  const loud = 0.3 + next(500) / 1000;
  const fades = rate * (0.01 + next(30) / 1000);
  return noise(rate, seed + 1000).map((v, i) => (i < at ? v / 2000 : v * loud * Math.exp((at - i) / fades)));
}

/** A second with a whistle in it: a tone of 1 to 2 kHz that glides a little, with breath. @param {number} seed @param {number} [rate] */
export function whistle(seed, rate = 8000) {
  const next = random(seed);
  const from = (0.05 + next(250) / 1000) * rate;
  const to = from + (0.3 + next(300) / 1000) * rate;
  const [hertz, glide, loud] = [1000 + next(1000), next(400) - 200, 0.1 + next(300) / 1000];
  let phase = 0;
  return noise(rate, seed + 2000).map((v, i) => {
    if (i < from || i > to) return v / 2000;
    phase += (2 * Math.PI * (hertz + (glide * (i - from)) / (to - from))) / rate;
    return loud * Math.sin(phase) + v / 100;
  });
}
