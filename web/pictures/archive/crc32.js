// The checksum of archives and of PNG, apart from what fetches fflate: who only packs needs no more.

/** What a byte does to the sum when k others follow it: eight bytes at a time are four times as fast as one. */
const TABLES = new Int32Array(8 * 256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  TABLES[n] = c;
}
for (let n = 256; n < TABLES.length; n++) {
  const before = TABLES[n - 256];
  TABLES[n] = TABLES[before & 255] ^ (before >>> 8);
}

/** CRC-32 so far, begun with 0. @param {number} crc @param {Uint8Array} bytes */
export function crc32(crc, bytes) {
  const T = TABLES;
  const b = bytes;
  let c = ~crc;
  let i = 0;
  for (; i + 8 <= b.length; i += 8) {
    const a = c ^ (b[i] | (b[i + 1] << 8) | (b[i + 2] << 16) | (b[i + 3] << 24));
    const four = T[1792 + (a & 255)] ^ T[1536 + ((a >>> 8) & 255)] ^ T[1280 + ((a >>> 16) & 255)] ^ T[1024 + (a >>> 24)]; // prettier-ignore
    c = four ^ T[768 + b[i + 4]] ^ T[512 + b[i + 5]] ^ T[256 + b[i + 6]] ^ T[b[i + 7]];
  }
  for (; i < b.length; i++) c = T[(c ^ b[i]) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}
