/* How What if writes shares and differences: no more digits than so few pictures carry. */
import { number } from "../../i18n/i18n.js";
import { fixed, percent, scientific } from "../../ui/format.js";

/** A share in whole per cent. @param {number} share */
export const whole = (share) =>
  Number.isFinite(share) ? number(share, { style: "percent", maximumFractionDigits: 0 }) : "–";

/** A share with a tenth of a per cent. */
export const tenths = percent;

/** A share as points of a per cent, at least one unless there is none. @param {number} x */
export const points = (x) => (Number.isFinite(x) ? String(Math.max(x && 1, Math.round(100 * x))) : "–");

/** A difference in points of a per cent, with its sign. @param {number} x */
export function signedPoints(x) {
  if (!Number.isFinite(x)) return "–";
  const size = (100 * Math.abs(x)).toFixed(1);
  return size === "0.0" ? size : `${x < 0 ? "−" : "+"}${size}`;
}

/** A change of J, with its sign; one so small that four digits would hide it in powers of ten. @param {number} x */
export function signedJ(x) {
  const size = Math.abs(x);
  const text = size > 0 && size < 1e-3 ? scientific(size, 1) : fixed(size);
  return `${x < 0 ? "−" : x > 0 ? "+" : ""}${text}`;
}
