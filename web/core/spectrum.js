// The spectrogram of a sound (c/notes/spectrum.h).

import { CoreError, DATASET_ERRORS, check } from "./errors.js";

/** Frames made by one call into C: calls are short. */
const FRAMES = 64;

/**
 * Frames of `size` samples (a power of two, 256 to 4096), `hop` apart, under a Hann window, in decibels:
 * 0 dB is a full-scale tone, -120 dB the floor. Bin k of bins = size / 2 + 1 is the frequency k * rate / size.
 * A sound shorter than a frame gives one frame, an empty one none. Throws CoreError 'full' above 2^24 samples
 * or numbers in the result.
 * @param {import('./core.js').Core} core @param {Float32Array} samples
 * @param {{size: number, hop: number}} options
 * @returns {{frames: number, bins: number, db: Float32Array}} db is (frames, bins) row by row
 */
export function spectrogram(core, samples, { size, hop }) {
  const { exports } = core;
  if (!(Number.isInteger(hop) && hop >= 1 && hop < 2 ** 31)) throw new CoreError("argument", `hop ${hop}`);
  const s = Number.isInteger(size) ? exports.spectrum_create(size) : 0;
  if (s === 0) throw new CoreError("argument", `frames of ${size} samples`);
  try {
    const n = samples.length;
    const bins = size / 2 + 1;
    const frames = check(exports.spectrum_count(s, n, hop), DATASET_ERRORS, `sound of ${n} samples`);
    const db = new Float32Array(frames * bins);
    return core.scratch(4 * (n + FRAMES * bins), (sound) => {
      const out = sound + 4 * n;
      core.f32(sound, n).set(samples);
      for (let from = 0; from < frames; from += FRAMES) {
        const to = Math.min(from + FRAMES, frames);
        check(exports.spectrum_frames(s, out, sound, n, hop, from, to), DATASET_ERRORS, "spectrogram");
        db.set(core.f32(out, (to - from) * bins), from * bins);
      }
      return { frames, bins, db };
    });
  } finally {
    exports.spectrum_free(s);
  }
}
