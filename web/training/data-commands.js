// The commands that change the pictures: one after the other, while training waits. Each is one step that can be undone.

import { Refusal, refusal } from "../pictures/refusal.js";
import { Stepping } from "./stepping.js";

/** @typedef {import('../pictures/refusal.js').Refused} Refused */
/** @typedef {import('../pictures/history.js').Moment} Moment */
/** @typedef {Partial<import('../pictures/intake.js').Came>} Came */
/**
 * @typedef {object} Added what became of what was given
 * @property {number} added @property {Refused[]} refused
 * @property {number | null} step the step of it, by its id; null: nothing changed
 * @property {boolean} first the drawn set made way for it
 */

/**
 * @typedef {object} Means
 * @property {import('../pictures/pictures.js').Pictures} pictures
 * @property {import('./training.js').Training} training
 * @property {import('./keeping.js').Keeping} keeping
 * @property {Pick<ConstructorParameters<typeof import('../pictures/intake.js').Intake>[0], "decode" | "kindOf" | "readH5">}
 *   files how they are read
 * @property {() => import('../pictures/history.js').Setting} set settings of the training
 * @property {(set: import('../pictures/history.js').Setting) => void} adopt others
 * @property {() => Promise<void>} takeOver this tab becomes the one that keeps what is stored
 * @property {(brought: import('./brought.js').Brought | null) => void} bring a model that is asked beside the one that is trained
 *   here, and stored; null: it goes
 * @property {() => void} changed after every command @property {() => void} look the page should see what is there by now
 * @property {(error: unknown) => void} tellMemory throws errors of other kinds
 * @property {(event: any) => void} emit
 */

export class DataCommands {
  /** @type {Promise<any>} */
  #last = Promise.resolve();
  /** @type {import('./adding.js').Adding | null} */
  #adding = null;
  /** @type {import('./one-file.js').OneFile | null} */
  #oneFile = null;

  /** @param {Means} means */
  constructor(means) {
    this.means = means;
    this.steps = new Stepping(means);
  }

  /** What can be undone and done again. */
  get next() {
    return this.steps.next;
  }

  /** Runs a command that may change the data: after the one before, while training waits. Only when something
   *  does change is it dropped: a file that could not be read costs nobody their training.
   *  @template T @param {() => Promise<T>} command @returns {Promise<T>} */
  run(command) {
    const { training, changed } = this.means;
    const run = async () => {
      training.held++;
      try {
        return await command();
      } finally {
        training.held--;
        changed();
      }
    };
    const next = this.#last.then(run);
    this.#last = next.catch(() => {});
    return next;
  }

  /** A command that changes what is stored. @template T @param {() => Promise<T>} command @returns {Promise<T>} */
  own(command) {
    return this.run(async () => {
      await this.means.takeOver();
      return command();
    });
  }

  /** A step on the pictures that are shown: while another tab keeps what is stored, the drawn ones are changed in
   *  memory only. @param {string} code see steps.js @param {() => void} work
   *  @returns {Promise<{step: number | null}>} */
  change(code, work) {
    return this.run(async () => {
      if (this.means.pictures.source !== "drawn" && code !== "drawn") await this.means.takeOver();
      return this.steps.as(code, async () => this.#tried(work));
    });
  }

  /** Another size, or another share for testing. @param {{n_px?: number, share?: number | 'own'}} settings */
  resize({ n_px, share }) {
    const { pictures } = this.means;
    return this.run(() =>
      this.steps.as(n_px === undefined ? "share" : "size", async () => {
        this.#tried(() => n_px !== undefined && pictures.setSize(n_px));
        if (share !== undefined) pictures.setShare(share);
      }),
    );
  }

  /** Another training instead of the one there was. @param {() => Moment["trained"]} work gives the one there was */
  retrain(work) {
    return this.run(() => this.steps.as("alpha", async () => this.steps.keep(work() ?? null)));
  }

  /** @param {() => unknown} work what there is no memory for is not done */
  #tried(work) {
    try {
      work();
    } catch (error) {
      this.means.tellMemory(error);
    }
  }

  /** Files to class y; whole sets and two folders bring their classes (y null).
   *  @param {any[]} files @param {0 | 1 | null} y @param {string[]} [paths] of files that came in folders, else ""
   *  @returns {Promise<Added & Came & {opened?: any}>} */
  addFiles(files, y, paths = []) {
    return this.#add(files, async (adding) => {
      const saved = await this.#savedAmong(files, paths);
      if (saved) return (await this.#files()).open(saved);
      return adding.files(files, y, paths);
    });
  }

  /** Pictures that are pixels already, and what their classes are called.
   *  @param {{rgb: Uint8Array, px: number, name: string}[]} list @param {0 | 1} y @param {(string | undefined)[]} [names]
   *  @returns {Promise<Added & {ids: number[]}>} */
  addPictures(list, y, names) {
    const added = list.map((picture) => ({ ...picture, y, test: null }));
    return this.#add(list, (adding) => adding.pictures(added, names));
  }

  /** All of them are refused where what takes them in cannot be fetched.
   *  @param {{name: string}[]} files @param {(adding: import('./adding.js').Adding) => Promise<Added>} work
   *  @returns {Promise<any>} */
  async #add(files, work) {
    const came = await this.own(async () => {
      try {
        const { Adding } = await import("./adding.js");
        this.#adding ??= new Adding(this);
      } catch {
        const refused = files.map(({ name }) => refusal(name, new Refusal("reader")));
        return { added: 0, refused, step: null, first: false };
      }
      return work(this.#adding);
    });
    return this.#adding ? this.#adding.stored(came) : came;
  }

  /** No more of the files that are being added. */
  stopAdding() {
    this.#adding?.intake.stop();
    this.#oneFile?.stop();
  }

  /** What was saved, if that is among these files. @param {any[]} files @param {string[]} paths */
  async #savedAmong(files, paths) {
    try {
      const { savedAmong } = await import("./among.js");
      return await savedAmong(files, paths, this.means.files.kindOf, () => this.#files());
    } catch {
      return null; // then those that read other files cannot be fetched either, which is said
    }
  }

  /** A model that a picture carries, to be asked from now on; false: it carries none. @param {any} file */
  async bring(file) {
    const among = await import("./among.js").catch(() => null);
    const found = among && (await among.carriedAmong([file]));
    if (found?.kind === "sheet") throw new Refusal("saved-alone");
    if (found) await this.own(async () => (await this.#files()).bring(found.bytes));
    return Boolean(found);
  }

  /** The model of a picture that is stored; null: it cannot be read. Rejects where what reads it cannot be fetched now.
   *  @param {any} stored */
  async broughtIn(stored) {
    const files = await this.#files();
    return files.broughtIn(stored).catch((error) => {
      if (error.code === "reader") throw error;
      return null;
    });
  }

  /** The model that was brought goes. */
  dismiss() {
    return this.own(async () => {
      if (this.means.set().brought) await this.steps.as("dismissed", async () => this.means.bring(null));
    });
  }

  /** What saves and opens; fetched when first asked for. */
  async #files() {
    const { OneFile } = await import("./one-file.js");
    return (this.#oneFile ??= new OneFile(this));
  }

  /** A file of what is here; null where it was stopped. @param {import('../saved/save.js').Texts} texts
   *  @param {import('./one-file.js').Kind} [kind] @param {MessagePort[]} [packers]
   *  @returns {Promise<{blob: Blob | null, refused?: Refused}>} */
  async save(texts, kind, packers) {
    const files = await this.#files().catch(() => null);
    return files
      ? files.save(texts, kind, packers)
      : { blob: null, refused: refusal("", new Refusal("reader")) };
  }

  /** One step back, or forth again. @param {"undo" | "redo"} way */
  travel(way) {
    const { pictures, takeOver } = this.means;
    return this.run(async () => {
      const next = this.steps.to(way);
      if (!next) return;
      const kinds = [pictures.source, next.source];
      if (kinds.some((kind) => kind !== "drawn")) await takeOver(); // which may forget all steps
      const to = this.steps.to(way);
      if (to) this.steps.go(way, to);
    });
  }
}
