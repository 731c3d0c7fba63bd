// How long something takes that may take hours.

import { measure } from "../i18n/i18n.js";
import { duration } from "./format.js";

/** From which length on a duration is told in a unit, and how long that is, in milliseconds. @type {[string, number, number][]} */
const UNITS = [
  ["day", 1728e5, 864e5],
  ["hour", 72e5, 36e5],
  ["minute", 12e4, 6e4],
];

/** A duration given in milliseconds; from two minutes on in words: 33 minutes. @param {number} ms */
export function howLong(ms) {
  const found = UNITS.find(([, from]) => ms >= from);
  if (!found) return duration(ms);
  const [unit, , size] = found;
  return measure(ms / size, unit, { maximumSignificantDigits: 2, unitDisplay: "long" });
}
