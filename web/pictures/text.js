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

/** The two names of a list_classes written as bytes of this length each, padded with zeros; null where one is empty.
 *  @param {Uint8Array} bytes @param {number} size */
export function twoNames(bytes, size) {
  const names = [bytes.subarray(0, size), bytes.subarray(size)].map((name) => {
    const end = name.indexOf(0);
    return textOf(end < 0 ? name : name.subarray(0, end)).trim();
  });
  return bothNamed(names);
}

/** @param {string[]} names */
export const bothNamed = (names) => (names.every((name) => name !== "") ? names : null);
