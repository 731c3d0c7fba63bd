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
export const DATASET_ERRORS = { [-1]: "argument", [-2]: "memory", [-3]: "full" }; // C: DATASET_ERR_, PIXELS_ERR_, DRAWN_ERR_, GRAPH_ERR_, SPECTRUM_ERR_, DERIVATIVE_ERR_
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
