// WAV files of every kind that programs write; web/page/sound/wav.js writes but one of them.

const FLOAT = 3;

/**
 * @param {Float32Array} samples in [-1, 1], of every channel
 * @param {{rate: number, bits?: 8 | 16 | 24 | 32 | 64, float?: boolean, channels?: number}} kind
 * @returns {Buffer}
 */
export function wavOf(samples, { rate, bits = 16, float = false, channels = 1 }) {
  const size = bits / 8;
  const head = Buffer.alloc(44);
  const data = Buffer.alloc(samples.length * channels * size);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(float ? FLOAT : 1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * channels * size, 28);
  head.writeUInt16LE(channels * size, 32);
  head.writeUInt16LE(bits, 34);
  head.write("data", 36);
  head.writeUInt32LE(data.length, 40);
  samples.forEach((v, i) => {
    for (let c = 0; c < channels; c++) writeSample(data, (i * channels + c) * size, v, bits, float);
  });
  return Buffer.concat([head, data]);
}

/** @param {Buffer} data @param {number} at @param {number} v @param {number} bits @param {boolean} float */
function writeSample(data, at, v, bits, float) {
  if (float) return bits === 64 ? data.writeDoubleLE(v, at) : data.writeFloatLE(v, at);
  if (bits === 8) return data.writeUInt8(Math.round(128 + 127 * v), at); // the one kind without a sign
  return data.writeIntLE(Math.round(v * (2 ** (bits - 1) - 1)), at, bits / 8);
}
