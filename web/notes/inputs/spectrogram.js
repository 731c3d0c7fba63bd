// A spectrogram as a picture: one column of the canvas a frame, low frequencies at the bottom, loud is ink, silence
// paper. And the strongest frequency of a moment.

import { RATE } from "./audio.js";

/** The highest frequency a sound with this sample rate can have. */
export const TOP_HERTZ = RATE / 2;
const RANGE_DB = 70; // what is this much weaker than the strongest is left blank
const SILENT_DB = -90;

/** @typedef {{frames: number, bins: number, db: Float32Array, size: number, hop: number}} Spectrum */

/** @param {HTMLCanvasElement} canvas @param {Spectrum} spectrum @param {number} n samples of the sound @param {string} ink colour */
export function paintSpectrogram(canvas, { frames, bins, db, size, hop }, n, ink) {
  // A frame says what is in `size` samples: it belongs over their middle.
  const columns = Math.max(1, Math.round(n / hop));
  const first = Math.round((size - hop) / 2 / hop);
  canvas.width = columns;
  canvas.height = bins;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const [r, g, b] = rgbOf(context, ink);
  const image = context.createImageData(Math.max(1, frames), bins);
  const top = db.reduce((most, v) => Math.max(most, v), SILENT_DB);
  for (let frame = 0; frame < frames; frame++) {
    for (let bin = 0; bin < bins; bin++) {
      const strength = Math.max(0, 1 + (db[frame * bins + bin] - top) / RANGE_DB);
      const p = 4 * ((bins - 1 - bin) * frames + frame);
      image.data[p] = r;
      image.data[p + 1] = g;
      image.data[p + 2] = b;
      image.data[p + 3] = Math.round(255 * strength ** 1.6);
    }
  }
  context.putImageData(image, first, 0);
}

/** The frequency with the most power around sample `at`, in Hz; null in silence. @param {Spectrum} spectrum @param {number} at */
export function strongest({ frames, bins, db, size, hop }, at) {
  if (frames === 0) return null;
  const frame = Math.max(0, Math.min(frames - 1, Math.round((at - size / 2) / hop)));
  const here = db.subarray(frame * bins, (frame + 1) * bins);
  const bin = here.reduce((best, v, k) => (v > here[best] ? k : best), 0);
  return here[bin] > SILENT_DB ? (bin * RATE) / size : null;
}

/** @param {CanvasRenderingContext2D} context @param {string} css */
function rgbOf(context, css) {
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const rgba = context.getImageData(0, 0, 1, 1).data;
  context.clearRect(0, 0, 1, 1);
  return rgba;
}
