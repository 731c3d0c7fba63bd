// How files become pictures, whether they were chosen, dropped, pasted or drawn: which class they belong to is asked where
// nobody said it, folders are looked into, sounds become spectrograms, and what came of it goes to the report.
import { t } from "../../i18n/i18n.js";
import { button, counted, el } from "../../ui/elements.js";
import { isSound, readClipboard } from "../../ui/drop.js";
import { count } from "../../ui/format.js";
import { later } from "../../ui/later.js";

/** @typedef {{files: File[], paths: string[], refused: any[], n: number}} Brought n: pictures */

const NOTHING = { added: 0, refused: [], which: 0, sets: 0, classes: null };

export class Adding {
  /** What a paste goes to: the class touched last. @type {0 | 1} */
  lastUsed = 1;
  /** Dropped outside the cards: which class? @type {Brought | null} */
  #pending = null;

  /**
   * @param {any} app
   * @param {import("./report.js").Report} report
   * @param {{asks: (n: number) => void, opened: (result: any) => void}} hear asks: the cards are to ask for so many, 0: no
   *   more; opened: one of the files was a saved one
   */
  constructor(app, report, hear) {
    this.app = app;
    this.report = report;
    this.hear = hear;
    this.walk = later(app, () => import("./walk.js"));
    this.cancel = button(app, "drop.cancel", () => this.ask(null), { look: "link small" });
    this.question = el("div", { class: "data-ask", role: "status" });
    document.addEventListener(
      "keydown",
      (event) => event.key === "Escape" && this.#pending && this.ask(null),
    );
  }

  /** Asks which class these belong to; null: no more. @param {Brought | null} pending */
  ask(pending) {
    this.#pending = pending;
    const n = pending?.n ?? 0;
    this.hear.asks(n);
    this.question.replaceChildren();
    if (!n) return;
    this.app.tell("reveal", "data");
    this.question.append(el("p", {}, t(counted("drop.which", n), { n: count(n) })), this.cancel);
    this.question.scrollIntoView({ block: "nearest" });
  }

  /** Those that were asked about belong here. @param {0 | 1} y */
  put(y) {
    const pending = /** @type {Brought} */ (this.#pending);
    this.ask(null);
    return this.#take(pending, y);
  }

  /** @param {File[]} files @param {FileSystemEntry[]} entries folders @param {0 | 1 | null} y null: as the folders say */
  async add(files, entries, y) {
    this.ask(null);
    if (y !== null) this.lastUsed = y;
    /** @type {Brought} */
    const brought = { files, paths: files.map(() => ""), refused: [], n: 0 };
    const look = async ({ filesIn }) => {
      const found = await filesIn(entries, this.report.looking());
      brought.files = [...files, ...found.files];
      brought.paths.push(...found.paths);
      brought.refused.push(...found.refused);
    };
    if (entries.length === 0 || (await this.walk(look))) await this.#take(brought, y);
  }

  /** @param {Brought} brought @param {0 | 1 | null} y */
  async #take({ files, paths, refused }, y) {
    const sounds = y === null ? [] : files.filter(isSound);
    const others = files.flatMap((file, i) => (sounds.includes(file) ? [] : [{ file, path: paths[i] }]));
    const result = others.length
      ? await this.app.session.addFiles(
          others.map(({ file }) => file),
          y,
          others.map(({ path }) => path),
        )
      : NOTHING;
    if (result.which > 0) {
      this.report.close();
      return this.ask({ files, paths, refused, n: result.which });
    }
    if (result.opened) return this.hear.opened(result);
    const heard = y !== null && sounds.length && !result.stopped ? await this.#addSounds(sounds, y) : null;
    const { names } = this.app;
    const ownClasses = y === null || result.sets > 0 || result.classes; // sets bring their own
    this.report.added({
      ...result,
      ...heard,
      added: result.added + (heard?.added ?? 0),
      refused: [...result.refused, ...(heard?.refused ?? []), ...refused],
      name: ownClasses ? "" : names[y],
      names: [...names],
    });
  }

  /** Each second of them becomes a picture. What does it is fetched first. @param {File[]} files @param {0 | 1} y */
  async #addSounds(files, y) {
    let came = { added: 0, refused: files.map(({ name }) => ({ name, code: "reader" })) };
    await this.app.sounds(async (sounds) => (came = await sounds.addFiles(files, y)));
    return came;
  }

  /** @param {{rgb: Uint8Array, px: number, name: string}} picture @param {0 | 1} y @param {(string | undefined)[]} names */
  async addDrawing(picture, y, names) {
    const result = await this.app.session.addPictures([picture], y, names);
    if (result?.refused?.length || result?.first) this.report.added({ ...result, name: this.app.names[y] });
  }

  /** @param {0 | 1} y */
  async paste(y) {
    const files = await readClipboard();
    if (files === null) this.report.tell("paste.forbidden", { name: this.app.names[y] });
    else if (!files.length) this.report.tell("paste.nothing");
    else this.add(files, [], y);
  }
}
