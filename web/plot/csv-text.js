// The bytes of a table -> text. Excel writes UTF-16 ("Unicode text"), UTF-8 with a mark, or what the country used to
// have: GB 18030 in China, Windows-1252 in the west.

import { TableError } from "./table-error.js";

const MAX_BYTES = 2 ** 25;
const PROBE = 4096;

/** The text of a file. @param {Blob} file */
export async function readText(file) {
  if (file.size > MAX_BYTES) throw new TableError("csv.big", { megabytes: MAX_BYTES / 2 ** 20 });
  const bytes = await file.arrayBuffer().catch(() => {
    throw new TableError("csv.unreadable"); // moved or deleted since it was chosen
  });
  return textOf(new Uint8Array(bytes));
}

/** @param {Uint8Array} bytes */
export function textOf(bytes) {
  return new TextDecoder(encodingOf(bytes)).decode(bytes); // which leaves the mark out
}

/** @param {Uint8Array} bytes */
function encodingOf(bytes) {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const zeros = [0, 0]; // on even and on odd places: half of each letter of UTF-16
  bytes.subarray(0, PROBE).forEach((byte, i) => byte === 0 && zeros[i % 2]++);
  if (zeros[0] !== zeros[1]) return zeros[0] < zeros[1] ? "utf-16le" : "utf-16be";
  if (decodes("utf-8", bytes)) return "utf-8";
  return isChinese(bytes) ? "gb18030" : "windows-1252";
}

/** @param {string} encoding @param {Uint8Array} bytes */
function decodes(encoding, bytes) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether most bytes above ASCII make common Chinese characters: rows 1 to 55 of GB 2312, two high bytes. Western
 *  accents stand alone, or are small letters, whose bytes lie behind those rows. @param {Uint8Array} bytes */
function isChinese(bytes) {
  let common = 0;
  let other = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    if (bytes[i] >= 0xa1 && bytes[i] <= 0xd7 && bytes[i + 1] >= 0xa1) {
      common++;
      i++;
    } else other++;
  }
  return common > other && decodes("gb18030", bytes);
}
