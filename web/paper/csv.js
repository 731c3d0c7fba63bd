/* A table of the page as CSV: numbers as programs read them, words as they stand. */

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:×10(-?\d+))?$/;

/** A number as a page writes it, or the text itself. @param {string} text */
export function plainNumber(text) {
  const ascii = text
    .trim()
    .replaceAll("\u2212", "-")
    .replace(/[⁰¹²³⁴-⁹⁻]/g, (c) => (c === "⁻" ? "-" : String(RAISED.indexOf(c))))
    .replace(/\s*×\s*10/, "×10");
  const found = NUMBER.exec(ascii);
  if (!found) return text.trim();
  const [, sign, whole, part = "", power] = found;
  return `${sign === "-" ? "-" : ""}${whole.replaceAll(",", "")}${part}${power ? `e${power}` : ""}`;
}

/** @param {string} text */
const cell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param {string[][]} rows the names of the columns first */
export function csvText(rows) {
  const text = rows.map((row) => row.map((one) => cell(plainNumber(one))).join(",")).join("\n");
  // eslint-disable-next-line no-control-regex -- spreadsheets take anything beyond ASCII for something else without the mark
  return `${/[^\x00-\x7f]/.test(text) ? "\ufeff" : ""}${text}\n`;
}
