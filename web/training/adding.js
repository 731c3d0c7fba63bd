// How what comes in is added, and when that may be called added. Fetched with the first of it.

import { Intake } from "../pictures/intake.js";

/** @typedef {import('../pictures/refusal.js').Refused} Refused @typedef {import('../pictures/pictures.js').Picture} Picture */
/** @typedef {import('./data-commands.js').Added} Added @typedef {Promise<Picture[]>[]} Writes each gives what it did not store */

export class Adding {
  /** Of what is being added. @type {Writes} */
  #writes = [];

  /** @param {import('./data-commands.js').DataCommands} commands */
  constructor(commands) {
    this.commands = commands;
    const { pictures, keeping, files, look, emit } = (this.means = commands.means);
    const kept = (/** @type {Picture[] | 'all'} */ added) => this.#writes.push(keeping.keep(added));
    this.intake = new Intake({ pictures, ...files, kept, look, emit });
  }

  /** @param {any[]} files @param {0 | 1 | null} y @param {string[]} paths */
  files(files, y, paths) {
    return this.#step(async (refused) => {
      const came = await this.intake.addFiles(files, y, refused, paths);
      return { ...came, added: came.own + came.sets };
    });
  }

  /** @param {Omit<import('../pictures/pictures.js').NewPicture, "id">[]} list @param {(string | undefined)[]} [names] */
  pictures(list, names = []) {
    const { pictures, keeping } = this.means;
    return this.#step(async (refused) => {
      const { nextId } = pictures;
      const added = this.intake.keep(list, refused);
      if (names.some((name) => name !== undefined)) {
        pictures.rename(names);
        keeping.keepSet();
      }
      return { added, ids: Array.from({ length: added }, (_, i) => nextId + i) };
    });
  }

  /** @template {{added: number}} T @param {(refused: Refused[]) => Promise<T>} work @returns {Promise<T & Added & {writes: Writes}>} */
  async #step(work) {
    const { pictures } = this.means;
    /** @type {Refused[]} */
    const refused = [];
    const drawn = pictures.source === "drawn";
    this.#writes = [];
    const { step, ...came } = await this.commands.steps.as("added", () => work(refused));
    const first = drawn && pictures.source !== "drawn";
    return /** @type {any} */ ({ ...came, refused, step, first, writes: this.#writes });
  }

  /** What came, when it is stored. If another tab took over without waiting for it, because this one did not answer, it is
   *  added to what is there now. @template {Added} T @param {T & {writes?: Writes}} came @returns {Promise<T>} */
  async stored({ writes = [], ...came }) {
    /** @type {number[] | undefined} of what comes as pixels, in its order */
    const ids = /** @type {any} */ (came).ids;
    const missed = (await Promise.all(writes)).flat();
    if (missed.length === 0) return /** @type {any} */ (came);
    const list = missed.map(({ id: _, ...picture }) => picture);
    const gone = new Set(missed.map(({ id }) => id));
    const again = /** @type {Added & {ids: number[]}} */ (
      await this.stored(await this.commands.own(() => this.pictures(list)))
    );
    return /** @type {any} */ ({
      ...came,
      ...again,
      added: came.added - missed.length + again.added,
      ids: ids?.map((id) => (gone.has(id) ? again.ids.shift() : id)).filter((id) => id !== undefined),
      refused: [...came.refused, ...again.refused],
    });
  }
}
