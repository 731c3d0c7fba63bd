// Samples as a WAV file, for the browser's own decoder: what was recorded goes the way of files, filter and all.

/**
 * @param {Float32Array} samples in [-1, 1]; what is louder is cut @param {number} rate of them, a second
 * @returns {Blob} mono, 16 bits a sample
 */
export function wav(samples, rate) {
  const bytes = 2 * samples.length;
  const view = new DataView(new ArrayBuffer(44 + bytes));
  const text = (/** @type {number} */ at, /** @type {string} */ letters) =>
    Array.from(letters, (letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + bytes, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // whole numbers
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, bytes, true);
  samples.forEach((v, i) =>
    view.setInt16(44 + 2 * i, Math.round(32767 * Math.max(-1, Math.min(1, v))), true),
  );
  return new Blob([view.buffer], { type: "audio/wav" });
}
