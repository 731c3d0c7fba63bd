/** A table that cannot be used: `code` is the key of the words that say why, params are theirs. */
export class TableError extends Error {
  /** @param {string} code @param {Record<string, any>} [params] */
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
