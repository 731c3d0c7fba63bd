// Sounds as arrays of samples: decoded from whatever the browser can read, and played. Fetched where sounds are.

const MAX_BYTES = 30 * 2 ** 20;

/** A sound that could not be had: `code` ends a key of the words, params fill it in. */
export class SoundError extends Error {
  /** @param {string} code @param {Record<string, any>} [params] */
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Several channels are averaged. @param {AudioBuffer} buffer @param {number} most samples @returns {Float32Array} */
function mono(buffer, most) {
  const length = Math.min(buffer.length, most);
  const out = new Float32Array(length);
  for (let c = 0; c < buffer.numberOfChannels; c++) {
    const channel = buffer.getChannelData(c);
    for (let i = 0; i < length; i++) out[i] += channel[i] / buffer.numberOfChannels;
  }
  return out;
}

/**
 * @param {Blob} blob any sound the browser can decode
 * @param {number} rate samples a second that are wanted; the browser filters and resamples
 * @param {number} seconds longer sounds are cut
 * @returns {Promise<{samples: Float32Array, cut: boolean}>} throws SoundError
 */
export async function decodeAudio(blob, rate, seconds) {
  if (blob.size > MAX_BYTES) throw new SoundError("big", { megabytes: MAX_BYTES / 2 ** 20 });
  let buffer;
  try {
    buffer = await new OfflineAudioContext(1, 1, rate).decodeAudioData(await blob.arrayBuffer());
  } catch {
    throw new SoundError("undecodable");
  }
  if (buffer.length < 2) throw new SoundError("undecodable");
  return { samples: mono(buffer, seconds * rate), cut: buffer.length > seconds * rate };
}

/** @type {AudioContext | null} */
let context = null;

/**
 * Plays samples aloud. Call it from a click: browsers allow sound only then.
 * @param {Float32Array} samples @param {number} rate of them, a second
 * @param {{time?: (seconds: number) => void, end?: () => void}} [listener] time: every frame; end: once, also after stop()
 * @returns {{stop: () => void}}
 */
export function playSamples(samples, rate, { time, end } = {}) {
  const audio = (context ??= new AudioContext());
  audio.resume();
  const buffer = audio.createBuffer(1, samples.length, rate);
  buffer.getChannelData(0).set(samples);
  const source = audio.createBufferSource();
  source.buffer = buffer;
  source.connect(audio.destination);
  const started = audio.currentTime;
  let playing = true;
  const finish = () => {
    if (!playing) return;
    playing = false;
    source.disconnect();
    end?.();
  };
  const frame = () => {
    if (!playing || !time) return;
    time(Math.min(audio.currentTime - started, buffer.duration));
    requestAnimationFrame(frame);
  };
  source.addEventListener("ended", finish);
  source.start();
  if (time) requestAnimationFrame(frame);
  return {
    stop() {
      source.stop();
      finish();
    },
  };
}
