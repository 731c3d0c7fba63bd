// Parts of a sum as they are shown: rounded so that what stands there adds up to the last digit.

/** Decimals with which no part takes more than nine digits. @param {number} most the largest magnitude */
const decimalsOf = (most) => Math.max(0, Math.min(4, 8 - Math.floor(Math.log10(Math.max(1, most)))));

/**
 * The parts as whole numbers of the last digit shown. The total and the parts that are fixed are rounded as they are
 * everywhere; what is left over goes to the free parts that rounding moved the furthest, one digit each.
 * @param {number[]} free @param {number[]} fixed @param {number} total what they add up to
 * @returns {{free: number[], fixed: number[], total: number, digits: number} | null} null: not all are numbers
 */
export function closing(free, fixed, total) {
  const all = [...free, ...fixed, total];
  const most = Math.max(...all.map(Math.abs));
  if (!all.every(Number.isFinite) || most > 1e12) return null;
  const digits = decimalsOf(most);
  const scale = 10 ** digits;
  const whole = (/** @type {number} */ v) => Math.round(v * scale) + 0; // no −0
  const [shown, others, sum] = [free.map(whole), fixed.map(whole), whole(total)];
  let left = [...shown, ...others].reduce((rest, v) => rest - v, sum);
  const off = free.map((v, i) => ({ i, by: v * scale - shown[i] }));
  const way = Math.sign(left);
  off.sort((p, q) => way * (q.by - p.by));
  for (let k = 0; left !== 0 && off.length > 0; k++, left -= way) shown[off[k % off.length].i] += way;
  return { free: shown, fixed: others, total: sum, digits };
}

/** A whole number of the last digit, as it is written. @param {number} whole @param {number} digits @param {boolean} [signed] */
export function written(whole, digits, signed = false) {
  const text = (Math.abs(whole) / 10 ** digits).toFixed(digits);
  const sign = whole < 0 ? "\u2212" : signed && whole > 0 ? "+" : "";
  return sign + text;
}
