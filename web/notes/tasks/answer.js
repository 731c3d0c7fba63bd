// What is typed as an answer before the figure is asked: a number, a shape, a power of ten.
import { number } from "../../i18n/i18n.js";
import { typed } from "../../plot/controls.js";
import { parseShape, shapeText } from "../broadcasting/shape.js";

/** @typedef {"number" | "shape" | "power"} Kind */

/** As it is written in Chinese: （3，4） is (3,4), and a % or × behind a number is no part of it. @param {string} text */
export const halfWidth = (text) =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\s*[%×倍]\s*$/, "");

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** 10⁻⁸ becomes 10^-8. @param {string} text */
const lowered = (text) =>
  text
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (raised) => `^${raised.replace("⁻", "-")}`)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (c) => String(RAISED.indexOf(c)));

/** The exponent in "10^-8", "10⁻⁸", "1e-8", "-8", "0.001"; NaN if there is none. @param {string} text */
export function powerOf(text) {
  const plain = lowered(text.trim().replaceAll("−", "-"));
  const power = /^(?:10 ?(?:\^|\*\*) ?\(?|1e)([-+]?\d{1,3})\)?$/i.exec(plain);
  if (power) return Number(power[1]);
  const v = typed(plain);
  if (Number.isInteger(v) && (v <= 0 || v % 10 !== 0)) return v; // the exponent alone
  const exponent = Math.log10(v);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9 ? Math.round(exponent) : NaN;
}

/** 10⁻⁸. @param {number} exponent */
const powerText = (exponent) =>
  `10${String(exponent)
    .replace("-", "⁻")
    .replace(/\d/g, (d) => RAISED[Number(d)])}`;

/** A number as it stands in a sentence. @param {number} v */
export const numberText = (v) =>
  v !== 0 && (Math.abs(v) < 1e-3 || Math.abs(v) >= 1e7)
    ? v.toExponential(2).replace("e-", "e−").replace("-", "−")
    : number(v, { maximumSignificantDigits: Math.abs(v) >= 1000 ? 6 : 4 });

/** How each kind is read (undefined: it is none), written, and compared with what the core computes.
 *  @type {Record<Kind, {read: (text: string) => any, text: (value: any) => string | number,
 *    same: (guess: any, truth: any, within?: number) => boolean}>} */
export const KINDS = {
  number: {
    read: (text) => (Number.isFinite(typed(text)) ? typed(text) : undefined),
    text: (v) => v,
    same: (guess, truth, within = 1e-9) => Math.abs(guess - truth) <= within,
  },
  shape: {
    read: (text) => parseShape(text, Infinity).shape,
    text: (shape) => (shape ? shapeText(shape) : "✗"),
    same: (guess, truth) => String(guess) === String(truth) && guess.length === truth?.length,
  },
  power: {
    read: (text) => (Number.isFinite(powerOf(text)) ? powerOf(text) : undefined),
    text: powerText,
    same: (guess, truth, within = 0) => Math.abs(guess - truth) <= within,
  },
};
