import { CAPACITY, CoreError } from "../core/core.js";

/** @typedef {{name: string, code: string, [key: string]: any}} Refused */

/** One file the page cannot take, and why: a code the page turns into one sentence, with the numbers it needs. */
export class Refusal extends Error {
  /**
   * @param {string} code e.g. 'not-image'; the dictionaries hold a sentence for each
   * @param {Record<string, string | number>} [params]
   */
  constructor(code, params = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.params = params;
  }
}

/** Why a file did not come in, for the page to put into words. @param {string} name @param {any} error
 *  @returns {Refused} */
export function refusal(name, error) {
  if (error?.name === "Refusal") return { ...error.params, name, code: error.code };
  if (error instanceof CoreError && error.code === "memory") return { name, code: "memory" };
  return { name, code: "truncated" };
}

/** There is no room for it. @param {string} name @returns {Refused} */
export const full = (name) => ({ name, code: "capacity", capacity: CAPACITY });
