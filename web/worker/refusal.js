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
