// What is stored and could not be read, because what reads it did not come: it stays stored, nothing is written in its place,
// and it is read when the network is back and somebody asks for anything.

/** @typedef {"runs" | "brought"} Name */

export class Unread {
  /** @type {Map<Name, {stored: any, read: (stored: any) => Promise<unknown>}>} */
  #waiting = new Map();

  /** @param {() => void} tell that something could not be fetched */
  constructor(tell) {
    this.tell = tell;
  }

  /** Whether it is stored and not read. @param {Name} name */
  has(name) {
    return this.#waiting.has(name);
  }

  /** What waits to be read, which is then no longer waited for; null: nothing. @param {Name} name */
  take(name) {
    const stored = this.#waiting.get(name)?.stored ?? null;
    this.#waiting.delete(name);
    return stored;
  }

  /** Reads what is stored, if anything is. @param {Name} name @param {any} stored
   *  @param {(stored: any) => Promise<unknown>} read rejects where what reads it does not come */
  async read(name, stored, read) {
    this.#waiting.delete(name);
    if (!stored) return;
    const one = { stored, read };
    this.#waiting.set(name, one);
    try {
      await read(stored);
      if (this.#waiting.get(name) === one) this.#waiting.delete(name);
    } catch (error) {
      console.warn(error);
      this.tell();
    }
  }

  /** All that waits is tried again. */
  async again() {
    for (const [name, { stored, read }] of [...this.#waiting]) await this.read(name, stored, read);
  }
}
