// Functions of one number, their derivatives, and the nudge (c/notes/derivative.h).

import { CoreError } from "./errors.js";

/** The functions there are: 3a, a^2, a^3, ln a, sigma(a). */
export const FUNCTIONS = ["3a", "a2", "a3", "ln", "sigma"]; // C: F_3A, F_SQUARE, F_CUBE, F_LN, F_SIGMA; F_COUNT is none

/**
 * f at a and at a + e, the slope between them, and the exact one.
 * @param {import('./core.js').Core} core @param {string} name of FUNCTIONS
 * @param {number} a @param {number} e the nudge
 * @returns {{f: number, nudged: number, slope: number, exact: number, error: number}} f = f(a),
 *   nudged = f(a + e), slope = (nudged - f) / e as float64 computes it, exact = f'(a),
 *   error = slope - exact. NaN where there is no value: ln of a number <= 0, e = 0.
 */
export function derivative(core, name, a, e) {
  const f = FUNCTIONS.indexOf(name);
  if (f < 0) throw new CoreError("argument", `a function called ${name}`);
  return core.scratch(5 * 8, (p) => {
    core.exports.derivative(f, a, e, p);
    const [value, nudged, slope, exact, error] = core.f64(p, 5);
    return { f: value, nudged, slope, exact, error };
  });
}
