/* Numbers as they appear on the page: few digits, always the same width, so that nothing jitters
   while training runs. NaN is written NaN: the reader should see it. */
import { compact, measure, number } from "../i18n/i18n.js";
import { withMinus } from "../i18n/minus.js";

const odd = (/** @type {number} */ x) => (Number.isNaN(x) ? "NaN" : x > 0 ? "\u221e" : "\u2212\u221e");

/** x with `digits` decimals, never −0; very large ones in powers of ten. @param {number} x */
export function fixed(x, digits = 4) {
  if (!Number.isFinite(x)) return odd(x);
  if (Math.abs(x) >= 1e5) return scientific(x);
  return withMinus(x.toFixed(digits)); // both languages write the point
}

/** The same with its sign, also where that is plus. @param {number} x @param {number} [digits] */
export function signed(x, digits) {
  const text = fixed(x, digits);
  return x > 0 && /[1-9∞]/.test(text) ? `+${text}` : text;
}

/** The sign between a term and b, when |b| is written behind it with so many digits. @param {number} b @param {number} digits */
export const signBefore = (b, digits) => (fixed(b, digits).startsWith("\u2212") ? "\u2212" : "+");

/** x as m × 10ᵉ with two decimals. @param {number} x */
export function scientific(x, digits = 2) {
  if (!Number.isFinite(x)) return odd(x);
  const [mantissa, exponent] = x.toExponential(digits).split("e");
  const raised = exponent
    .replace("+", "")
    .replace(/./g, (c) =>
      c === "-" ? "\u207b" : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[Number(c)],
    );
  return `${mantissa.replace("-", "\u2212")}\u00d710${raised}`;
}

/** A fraction 0..1 as per cent with one decimal. @param {number} x */
export const percent = (x) =>
  Number.isFinite(x)
    ? number(x, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 })
    : "–"; // a share of nothing, or of what is undecided

/** A whole number, grouped as the language does it. @param {number} x */
export const count = (x) => (Number.isFinite(x) ? number(x, { maximumFractionDigits: 0 }) : odd(x));

/** A setting the reader typed or chose: as many digits as it has, no more than six. @param {number} x */
export const plain = (x) => String(Number(x.toPrecision(6))).replace("+", "");

/** A large quantity in two digits: 2.1 G in English, 21 亿 in Chinese. @param {number} x */
export const large = (x) => (Number.isFinite(x) ? compact(x) : odd(x));

/** A duration given in milliseconds, in two or three digits. Minutes and more: how-long.js. @param {number} ms */
export function duration(ms) {
  const x = ms < 1000 ? ms : ms / 1000;
  return measure(x, ms < 1000 ? "millisecond" : "second", { maximumSignificantDigits: x < 10 ? 2 : 3 });
}

/** Decimals with which numbers up to max show three digits. @param {number} max */
export const decimalsFor = (max) => (max > 0 ? Math.min(9, Math.max(2, 2 - Math.floor(Math.log10(max)))) : 2);
