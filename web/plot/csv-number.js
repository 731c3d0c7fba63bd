// A cell of a table -> a number. What people have in their cells: units, signs of other keyboards, spaces between
// thousands, and a comma or a point that is decimal in one country and stands between thousands in the next.

const SPACES = /[\u00a0\u2000-\u200a\u202f\u3000]/g;
const MINUS = /^[\u2212\u2013\uff0d]/;
const WIDE = /[\uff0b-\uff19\uff05\uffe5]/g; // digits and signs of a Chinese keyboard
const MISSING = /^(|-+|[\u2013\u2014]+|\?|\.|#?n\/?a!?|nan|null|none)$/i;

const CURRENCY = "(?:[A-Z]{0,2}\\p{Sc}|[A-Z]{3} )";
// Glued to its number a unit must be a known one, lest 0xFF be a zero; behind a space it may be any word.
const GLUED =
  "[%\u2030\u00b0\u2103\u33a1]|\u00b0[CF]|[kcm]?m[\u00b2\u00b323]?|k?g|m?s|h|min|ft[\u00b22]?|\\p{Sc}|\\p{Script=Han}{1,4}";
const SPACED = "\\p{L}{1,12}[\u00b2\u00b323]?(?:/\\p{L}{1,12}[\u00b2\u00b323]?)?";
const CELL = new RegExp(
  `^([+-]?)(?:(${CURRENCY}) ?([+-]?))?([\\d.,' \u2019]*\\d[.,]?)(e[+-]?\\d+)?(?: ?(${GLUED})| (${SPACED}))?$`,
  "iu",
);
const PLAIN = /^[+-]?\d+$/;

/** @typedef {{sign: string, body: string, exponent: string, unit: string}} Parts of a number as it was written */

/** Whether a cell says that there is no number. @param {string} cell */
export const isMissing = (cell) => MISSING.test(cell.trim());

/** @param {string} cell @returns {Parts | null} null: no number, whichever mark is the decimal one */
export function partsOf(cell) {
  const text = tidied(cell);
  if (PLAIN.test(text)) return { sign: "", body: text, exponent: "", unit: "" };
  const found = CELL.exec(text);
  if (!found) return null;
  const [, before, currency = "", after = "", body, exponent = "", glued = "", spaced = ""] = found;
  if (before && after) return null;
  const unit = [currency.trim(), glued || spaced].filter(Boolean).join(" ");
  return { sign: before || after, body: body.trim(), exponent, unit };
}

/** @param {string} cell */
function tidied(cell) {
  const text = cell.trim();
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(SPACES, " ")
    .replace(MINUS, "-")
    .replace(WIDE, (c) => (c === "\uffe5" ? "\u00a5" : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
}

/** Which mark must be the decimal one in this number, "." or ","; "?": either could be, as in 1,200; "": none is there.
 *  @param {Parts} parts */
export function decimalOf({ body, exponent }) {
  const [commas, points] = [body.split(",").length - 1, body.split(".").length - 1];
  if (commas + points === 0) return "";
  const other = (/** @type {string} */ mark) => (mark === "," ? "." : ",");
  if (commas > 0 && points > 0) return body.lastIndexOf(",") > body.lastIndexOf(".") ? "," : ".";
  const mark = commas > 0 ? "," : ".";
  if (commas + points > 1) return other(mark);
  return !exponent && /^[1-9]\d{0,2}[.,]\d{3}$/.test(body) ? "?" : mark;
}

/** @param {Parts} parts @param {string} decimal "." or "," @returns {number} NaN: with that mark it is no number */
export function valueOf({ sign, body, exponent }, decimal) {
  const [whole, fraction, ...rest] = body.split(decimal);
  const digits = /[^\d+-]/.test(whole) ? ungrouped(whole, decimal) : whole;
  if (rest.length > 0 || digits === null || !/^\d*$/.test(fraction ?? "")) return NaN;
  const v = Number(`${sign}${digits}.${fraction ?? ""}${exponent}`);
  return Number.isFinite(v) ? v : NaN; // 1e999
}

/** 1,234,567 and 1 234 567 and 1'234'567 without their marks; null where they do not stand between thousands.
 *  @param {string} whole @param {string} decimal */
function ungrouped(whole, decimal) {
  const group = /^[+-]?\d{1,3}([.,' \u2019])\d{3}(?:\1\d{3})*$/.exec(whole);
  if (!group || group[1] === decimal) return null;
  return whole.replaceAll(group[1], "");
}
