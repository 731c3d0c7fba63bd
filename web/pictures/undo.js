// What can be undone, newest last.

const DEPTH = 20;
const BYTES = 512 * 2 ** 20; // of pictures that are here for the sake of undoing; the last step can always be undone

/** @typedef {import('./pictures.js').Picture} Picture */
/** @typedef {() => Picture[] | 'all'} Restore returns which pictures changed */

export class UndoStack {
  /** @type {{code: string, count: number, bytes: number, restore: Restore}[]} */
  #entries = [];

  /** @param {string} code what was done: removed, emptied, relabelled, replaced @param {number} count to how many
   *  @param {Restore} restore @param {Picture[]} [kept] only here by now */
  push(code, count, restore, kept = []) {
    const bytes = kept.reduce((sum, { rgb }) => sum + (rgb?.length ?? 0), 0);
    this.#entries.push({ code, count, bytes, restore });
    while (this.#entries.length > DEPTH || (this.#entries.length > 1 && this.#bytes > BYTES)) {
      this.#entries.shift();
    }
  }

  get #bytes() {
    return this.#entries.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** What the next undo would undo, or null. @returns {{code: string, count: number} | null} */
  get next() {
    const last = this.#entries.at(-1);
    return last ? { code: last.code, count: last.count } : null;
  }

  /** Where it fails (no memory), it can be tried again. @returns {Picture[] | 'all'} which pictures changed */
  undo() {
    const last = this.#entries.pop();
    if (!last) return [];
    try {
      return last.restore();
    } catch (error) {
      this.#entries.push(last);
      throw error;
    }
  }

  forget() {
    this.#entries = [];
  }
}
