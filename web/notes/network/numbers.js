/* How this figure writes its numbers: in the unit of the table, however large that is. */
import { number, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { fixed, scientific } from "../../ui/format.js";

const MOST_DIGITS = 8;
const GROUPED = 1e9;

/** v with the decimals that numbers of the size of `unit` need. @param {number} v @param {number} unit above 0
 *  @param {number} [significant] digits of the unit itself */
export function inUnit(v, unit, significant = 4) {
  if (!Number.isFinite(v)) return fixed(v);
  if (Math.abs(v) >= GROUPED) return scientific(v);
  const digits = Math.max(0, Math.min(MOST_DIGITS, significant - 1 - Math.floor(Math.log10(unit))));
  return number(v, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A weight, or a number made of weights. @param {number} v */
export const weight = (v) => fixed(v, Math.abs(v) < 1000 ? 2 : 0);

/** A price in words with its unit: that of the page's houses, or that of a column of the reader's table, by its name.
 *  @param {number} v @param {number} unit @param {string} [column] */
export const priceText = (v, unit, column) =>
  column === undefined
    ? t("network.in-yuan", { v: inUnit(v, unit) })
    : t("network.in-column", { v: inUnit(v, unit), name: column });

/** A column's mean or deviation. @param {number} v @param {number} sigma its deviation */
export const ofColumn = (v, sigma) => inUnit(v, sigma, 3);

/** 12 as ₁₂. @param {number} n */
export const lowered = (n) => String(n).replace(/\d/g, (d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]);

/** A neuron's number as the course writes it: a₂ and, where there is more than one hidden layer, [l] above.
 *  @param {string} letter @param {number} unit from 0 @param {number | false} layer @returns {(string | HTMLElement)[]} */
export const nameOf = (letter, unit, layer) => [
  `${letter}${lowered(unit + 1)}`,
  ...(layer ? [el("sup", {}, `[${layer}]`)] : []),
];

/** How far prices typically are off when J is this: the root of the mean square. @param {number} J @param {number} unit */
export const typicalError = (J, unit) => Math.sqrt(2 * J) * unit;
