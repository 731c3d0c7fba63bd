// What can be undone, newest last.

const DEPTH = 20;

export class UndoStack {
  /** @type {{code: string, count: number, restore: () => void}[]} */
  #entries = [];

  /** @param {string} code what was done: removed, emptied, relabelled, replaced @param {number} count to how many
   *  @param {() => void} restore */
  push(code, count, restore) {
    this.#entries.push({ code, count, restore });
    if (this.#entries.length > DEPTH) this.#entries.shift();
  }

  /** What the next undo would undo, or null. @returns {{code: string, count: number} | null} */
  get next() {
    const last = this.#entries.at(-1);
    return last ? { code: last.code, count: last.count } : null;
  }

  /** Where it fails (no memory), it can be tried again. */
  undo() {
    const last = this.#entries.pop();
    try {
      last?.restore();
    } catch (error) {
      this.#entries.push(/** @type {any} */ (last));
      throw error;
    }
  }

  forget() {
    this.#entries = [];
  }
}
