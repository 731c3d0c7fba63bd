// Text in a file that does not say how it is written.

/** UTF-8, as nearly everything writes by now; else GB 18030, as a Chinese Windows may have; else Latin-1.
 *  @param {Uint8Array} bytes */
export function textOf(bytes) {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  }
  return new TextDecoder("latin1").decode(bytes);
}

/** Words written as bytes of this length each, padded with zeros. @param {Uint8Array} bytes @param {number} size */
export function textsOf(bytes, size) {
  return Array.from({ length: bytes.length / size }, (_, i) => {
    const word = bytes.subarray(i * size, (i + 1) * size);
    const end = word.indexOf(0);
    return textOf(end < 0 ? word : word.subarray(0, end));
  });
}

/** @param {string[]} names */
export const bothNamed = (names) => (names.every((name) => name !== "") ? names : null);
