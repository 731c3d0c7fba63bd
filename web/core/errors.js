// Error codes of the C core become CoreError here, in one place.

/** An error of the core. `code`: 'argument' | 'memory' | 'full' | 'diverged' | 'end' | 'state' | 'shape'. */
export class CoreError extends Error {
  /** @param {string} code @param {string} what */
  constructor(code, what) {
    super(`core: ${what}: ${code}`);
    this.code = code;
  }
}

/** @type {Record<number, string>} */
export const DATASET_ERRORS = { [-1]: "argument", [-2]: "memory", [-3]: "full" }; // C: DATASET_ERR_, PIXELS_ERR_, VARIANT_ERR_, DRAWN_ERR_, GRAPH_ERR_, SPECTRUM_ERR_, DERIVATIVE_ERR_, TRIAL_ERR_, DOCTOR_ERR_
/** @type {Record<number, string>} */
export const LEARNER_ERRORS = {
  [-1]: "argument",
  [-2]: "memory",
  [-3]: "diverged",
  [-4]: "end",
  [-5]: "state",
}; // C: LEARNER_ERR_, UNIT_ERR_

/** Passes a result through, or throws if it is an error code (below 0).
 *  @param {number} code @param {Record<number, string>} errors @param {string} what */
export function check(code, errors, what) {
  if (code < 0) throw new CoreError(errors[code] ?? String(code), what);
  return code;
}

/** A whole number within bounds (C's int, unless said otherwise), or an error: C would cut or wrap it without a word.
 *  @param {string} name @param {number} value @param {number} [least] @param {number} [most] */
export function whole(name, value, least = -(2 ** 31), most = 2 ** 31 - 1) {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new CoreError("argument", `${name} ${value}`);
  return value;
}

/** Where a word stands in a list, which is C's number for it, or an error. @param {string} name
 *  @param {string[]} list @param {string} word */
export function placeIn(name, list, word) {
  const place = list.indexOf(word);
  if (place < 0) throw new CoreError("argument", `${name} ${word}`);
  return place;
}
