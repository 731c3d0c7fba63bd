// What a second of sound looks like: its spectrogram as a square picture, time to the right, pitch upwards, brighter is
// louder. And which seconds of a longer sound become pictures. No DOM here: runs in Node.

import { spectrogram } from "../../core/spectrum.js";

/** Samples a second: pitches up to half of it, 4000 Hz. */
export const RATE = 8000;
/** Samples of one picture: a second. */
export const SECOND = RATE;
/** Side of the picture, as large as the page keeps any: a row is one frequency of the transform, 31.25 Hz. */
export const PX = 128;
/** What is black, in decibels under a full-scale tone, which is white. */
export const FLOOR_DB = -80;
/** Of a longer sound, this many seconds are looked at. */
export const MOST_SECONDS = 60;

const FRAME = 2 * PX; // samples: bins 1 to PX are the rows
const HOP = Math.ceil((SECOND - FRAME) / (PX - 1)); // the last frame ends with the second, or 3 samples after it
const SILENCE = 10 ** (FLOOR_DB / 20);
const QUIET = 1e-3; // of the energy of the loudest second: 30 dB less

/** Row of a frequency in the picture, from the top. @param {number} hertz */
export const rowOf = (hertz) => PX - Math.round((hertz * FRAME) / RATE);

/**
 * The picture of a second of sound; a shorter one is followed by silence.
 * @param {import('../../core/core.js').Core} core notes.wasm @param {Float32Array} samples at RATE
 * @returns {Uint8Array} PX x PX RGB bytes
 */
export function soundPicture(core, samples) {
  const whole = new Float32Array(FRAME + (PX - 1) * HOP);
  whole.set(samples.subarray(0, SECOND));
  const { bins, db } = spectrogram(core, whole, { size: FRAME, hop: HOP });
  const rgb = new Uint8Array(3 * PX * PX);
  for (let row = 0; row < PX; row++)
    for (let column = 0; column < PX; column++) {
      const strength = 1 - db[column * bins + PX - row] / FLOOR_DB;
      const at = 3 * (row * PX + column);
      rgb.fill(Math.round(255 * Math.min(1, Math.max(0, strength))), at, at + 3);
    }
  return rgb;
}

/** The largest amplitude. @param {Float32Array} samples */
export const peakOf = (samples) => samples.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** Nothing of it would be seen. @param {Float32Array} samples */
export const isSilent = (samples) => !(peakOf(samples) >= SILENCE);

/**
 * The parts of a sound that become pictures: of less than two seconds the loudest one; of more, one after the other,
 * without those that are quiet beside the loudest.
 * @param {Float32Array} samples at RATE
 * @returns {{from: number, samples: Float32Array}[]} from: the sample it begins with; none when all is silence
 */
export function secondsOf(samples) {
  if (isSilent(samples)) return [];
  if (samples.length < 2 * SECOND) return [part(samples, loudest(samples))];
  const count = Math.min(MOST_SECONDS, Math.floor(samples.length / SECOND));
  const parts = Array.from({ length: count }, (_, i) => part(samples, i * SECOND));
  const energies = parts.map((each) => energy(each.samples));
  const most = Math.max(...energies);
  return parts.filter((each, i) => energies[i] >= QUIET * most && !isSilent(each.samples));
}

/** @param {Float32Array} samples @param {number} from */
const part = (samples, from) => ({ from, samples: samples.slice(from, from + SECOND) });

/** The second with the most energy. @param {Float32Array} samples at RATE */
export const loudestSecond = (samples) => part(samples, loudest(samples)).samples;

/** @param {Float32Array} samples */
const energy = (samples) => samples.reduce((sum, v) => sum + v * v, 0);

/** Where the second with the most energy begins, to a hundredth. @param {Float32Array} samples */
function loudest(samples) {
  const step = SECOND / 100;
  let best = { from: 0, energy: -1 };
  for (let from = 0; from === 0 || from + SECOND <= samples.length; from += step) {
    const here = energy(samples.subarray(from, from + SECOND));
    if (here > best.energy * (1 + 1e-9)) best = { from, energy: here };
  }
  return best.from;
}
