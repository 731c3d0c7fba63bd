// Parts of a sum as they are shown: rounded so that what stands there adds up to the last digit.

const DIGITS = 9; // of the largest part, no more

/** The place of the last digit: decimals, or below 0 the power of ten that all are written in. @param {number} most the
 *  largest magnitude */
const placeOf = (most) => Math.min(4, DIGITS - 1 - Math.floor(Math.log10(Math.max(1, most))));

/** v in units of the last digit. @param {number} v @param {number} digits */
const scaled = (v, digits) => (digits < 0 ? v / 10 ** -digits : v * 10 ** digits);

/**
 * The parts as whole numbers of the last digit shown. The total and the parts that are fixed are rounded as they are
 * everywhere; what is left over goes to the free parts that rounding moved the furthest, one digit each. With at most one fixed
 * part none that is 0 is among those.
 * @param {number[]} free @param {number[]} fixed @param {number} total what they add up to
 * @returns {{free: number[], fixed: number[], total: number, digits: number} | null} null: not all are numbers
 */
export function closing(free, fixed, total) {
  const all = [...free, ...fixed, total];
  if (!all.every(Number.isFinite)) return null;
  const digits = placeOf(Math.max(...all.map(Math.abs)));
  const whole = (/** @type {number} */ v) => Math.round(scaled(v, digits)) + 0; // no −0
  const [shown, others, sum] = [free.map(whole), fixed.map(whole), whole(total)];
  let left = [...shown, ...others].reduce((rest, v) => rest - v, sum);
  const way = Math.sign(left);
  const off = free.map((v, i) => ({ i, by: way * (scaled(v, digits) - shown[i]) }));
  off.sort((p, q) => q.by - p.by);
  for (let k = 0; left !== 0 && off.length > 0; k++, left -= way) shown[off[k % off.length].i] += way;
  return { free: shown, fixed: others, total: sum, digits };
}

const RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

/** A whole number of the last digit, as it is written. @param {number} whole @param {number} digits @param {boolean} [signed] */
export function written(whole, digits, signed = false) {
  const size = Math.abs(whole);
  const power = digits < 0 && size > 0 ? `\u00d710${[...String(-digits)].map((d) => RAISED[Number(d)]).join("")}` : ""; // prettier-ignore
  const sign = whole < 0 ? "\u2212" : signed && whole > 0 ? "+" : "";
  return sign + (size / 10 ** Math.max(0, digits)).toFixed(Math.max(0, digits)) + power;
}
