// Sounds as arrays of samples: made by the page, decoded from a file, recorded; and played. All have the same sample
// rate, so that one second is always as many numbers. Knows nothing of the figure around it.

import { SoundError, decodeAudio, playSamples } from "../../ui/audio.js";

export { SoundError };

/** Samples a second. */
export const RATE = 16000;
/** Longer sounds are cut. */
export const MAX_SECONDS = 10;
const RECORD_SECONDS = 5;

/** A tone with four harmonics that is struck and dies away. @param {Float32Array} out */
function strike(out, { from, seconds, hertz, loud = 0.4 }) {
  const first = Math.round(from * RATE);
  const last = Math.min(out.length, first + Math.round(seconds * RATE));
  for (let i = first; i < last; i++) {
    const t = (i - first) / RATE;
    const envelope = loud * Math.min(1, t * 200) * Math.exp(-3 * t) * Math.min(1, (last - i) / 200);
    for (let k = 1; k <= 4; k++) out[i] += (envelope / k ** 1.5) * Math.sin(2 * Math.PI * k * hertz * t);
  }
}

const MADE = {
  /** Three notes, one after the other. @param {Float32Array} out */
  melody(out) {
    [523.25, 659.26, 783.99].forEach((hertz, k) => strike(out, { from: 0.5 * k, seconds: 0.5, hertz }));
  },
  /** The same three at once. @param {Float32Array} out */
  chord(out) {
    for (const hertz of [523.25, 659.26, 783.99]) strike(out, { from: 0, seconds: 1.5, hertz, loud: 0.25 });
  },
  /** One tone that rises from 200 to 6000 Hz: its phase is the integral of its frequency. @param {Float32Array} out */
  chirp(out) {
    const [low, high, T] = [200, 6000, out.length / RATE];
    out.forEach((_, i) => {
      const t = i / RATE;
      const edge = Math.min(1, i / 400, (out.length - i) / 400);
      out[i] = 0.5 * edge * Math.sin(2 * Math.PI * (low * t + ((high - low) * t * t) / (2 * T)));
    });
  },
};

/** The sounds the page can make. */
export const MADE_SOUNDS = Object.keys(MADE);

/** @param {string} kind one of MADE_SOUNDS @returns {Float32Array} */
export function makeSound(kind) {
  const samples = new Float32Array(1.5 * RATE);
  MADE[/** @type {keyof typeof MADE} */ (kind)](samples);
  return samples;
}

/** @param {Blob} blob any sound the browser can decode @returns {Promise<{samples: Float32Array, cut: boolean}>} throws SoundError */
export const decodeSound = (blob) => decodeAudio(blob, RATE, MAX_SECONDS);

const DENIED = ["NotAllowedError", "SecurityError"];

/**
 * Records from the microphone until stop() is called or five seconds are over. The microphone is let go in any case,
 * also when cancel() comes while the browser still asks for permission.
 * @param {{progress: (seconds: number) => void}} listener
 * @returns {{done: Promise<Blob | null>, stop: () => void, cancel: () => void}} done: null after cancel; throws SoundError
 */
export function record({ progress }) {
  /** @type {MediaStream | null} */
  let stream = null;
  /** @type {MediaRecorder | null} */
  let recorder = null;
  let cancelled = false;
  const letGo = () => stream?.getTracks().forEach((track) => track.stop());
  const stop = () => (recorder?.state === "recording" ? recorder.stop() : cancel());
  const cancel = () => {
    cancelled = true;
    if (recorder?.state === "recording") recorder.stop();
    letGo();
  };

  const run = async () => {
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === "undefined")
      throw new SoundError("no-recorder");
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (error) {
      throw new SoundError(DENIED.includes(error.name) ? "refused" : "no-microphone");
    }
    if (cancelled) {
      letGo();
      return null;
    }
    return listen(stream);
  };

  /** @param {MediaStream} from @returns {Promise<Blob | null>} */
  const listen = (from) =>
    new Promise((resolve, reject) => {
      recorder = new MediaRecorder(from);
      /** @type {Blob[]} */
      const parts = [];
      const started = performance.now();
      const clock = setInterval(() => {
        const seconds = (performance.now() - started) / 1000;
        progress(Math.min(seconds, RECORD_SECONDS));
        if (seconds >= RECORD_SECONDS) stop();
      }, 100);
      recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
      recorder.addEventListener("stop", () => {
        clearInterval(clock);
        letGo();
        resolve(cancelled ? null : new Blob(parts, { type: recorder?.mimeType }));
      });
      recorder.addEventListener("error", () => {
        clearInterval(clock);
        letGo();
        reject(new SoundError("no-microphone"));
      });
      recorder.start();
    });

  const done = run().finally(letGo);
  return { done, stop, cancel };
}

/** Plays samples aloud, see playSamples. @param {Float32Array} samples @param {Parameters<typeof playSamples>[2]} listener */
export const play = (samples, listener) => playSamples(samples, RATE, listener);

/**
 * The outline of many samples: in each of `buckets` pieces the lowest and the highest, as points [index, value].
 * @param {ArrayLike<number>} samples @param {number} from @param {number} to first and last index, inclusive
 * @param {number} buckets @returns {[number, number][]}
 */
export function envelope(samples, from, to, buckets) {
  /** @type {[number, number][]} */
  const points = [];
  const n = to - from + 1;
  const pieces = Math.min(buckets, n);
  for (let k = 0; k < pieces; k++) {
    const first = from + Math.floor((k * n) / pieces);
    const last = from + Math.floor(((k + 1) * n) / pieces) - 1;
    let [low, high] = [first, first];
    for (let i = first; i <= last; i++) {
      if (samples[i] < samples[low]) low = i;
      if (samples[i] > samples[high]) high = i;
    }
    for (const i of low < high ? [low, high] : low > high ? [high, low] : [low]) points.push([i, samples[i]]);
  }
  return points;
}
