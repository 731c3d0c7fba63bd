// How pictures come in: files of many kinds, one after the other, a few of them bad. What can be kept is kept;
// what cannot is named with a code. The drawn set makes way for the first own picture, a whole set (two folders, an archive,
// .h5, .npz) replaces what is there. Fetched with the first of them.

import { CAPACITY, CoreError } from "../core/core.js";
import { tellApart } from "./brought.js";
import { sortedByFolder } from "./folders/classes.js";
import { inOrder } from "./folders/order.js";
import { addOne, addTwo, nameClass, rootOf } from "./folders/take.js";
import { full, refusal } from "./refusal.js";
import { addSets, picturesOf } from "./sets/add.js";
import { twice } from "./twice.js";

const BATCH = 25; // files between two looks at the page
const DATA_MS = 250; // the page hears of new pictures at most this often while many come
const OWN_SHARE = 0.2; // kept for testing until the visitor chooses

/** @typedef {import('./refusal.js').Refused} Refused */
/** @typedef {import('./pictures.js').NewPicture} NewPicture */
/** @typedef {import('./brought.js').Item} Item @typedef {import('./brought.js').WholeSet} WholeSet */
/** @typedef {import('./folders/classes.js').Sorted<Item>} Sorted */
/**
 * @typedef {object} Came
 * @property {number} own pictures that came by themselves @property {number} sets and in sets
 * @property {number} which pictures that wait: to which class do they belong?
 * @property {number[] | null} classes how many came to class 0 and 1, where their folders said so
 * @property {boolean} stopped by the visitor @property {ReturnType<typeof twice>} twice
 */
/** @typedef {import('./pictures.js').Picture} Picture */

export class Intake {
  /** The visitor wants no more of what is coming in. */
  stopped = false;

  /**
   * @param {object} means
   * @param {import('./pictures.js').Pictures} means.pictures
   * @param {(file: any) => Promise<{rgb: Uint8Array, px: number}>} means.decode
   * @param {(file: any) => Promise<import('./sniff.js').Kind>} means.kindOf
   * @param {(file: any, limits: {room: number, capacity: number, progress: (done: number, total: number) => void}) =>
   *   Promise<import('./sets/read.js').Read>} means.readH5
   * @param {(added: Picture[] | 'all') => void} means.kept called when pictures have been added
   * @param {() => void} means.look the page should see what is there by now
   * @param {(event: any) => void} means.emit
   */
  constructor({ pictures, decode, kindOf, readH5, kept, look, emit }) {
    this.pictures = pictures;
    this.decode = decode;
    this.readers = { kindOf, readH5 };
    this.kept = kept;
    this.look = look;
    this.emit = emit;
  }

  /** Files to class y, also those in folders and archives; whole sets bring their own classes. Without a class (y null) two
   *  folders are two; all else waits until the visitor has said which it is.
   *  @param {any[]} files @param {0 | 1 | null} y @param {Refused[]} refused
   *  @param {string[]} [paths] of each file, "" for those that came in no folder
   *  @returns {Promise<Came>} */
  async addFiles(files, y, refused, paths = []) {
    this.stopped = false;
    const before = new Set(this.pictures.all());
    const brought = await tellApart(files, paths, refused, this.readers);
    const { sets, unlabelled } = await addSets(this, brought.sets, refused);
    const rest =
      y === null
        ? await this.#addSorted(brought, unlabelled, refused)
        : await this.#addToClass(brought, unlabelled, y, refused);
    const came = rest.own > 0 ? this.pictures.all().filter((picture) => !before.has(picture)) : [];
    const classes = rest.sorted ? [0, 1].map((k) => came.filter((picture) => picture.y === k).length) : null;
    const { own, which = 0 } = rest;
    return { own, sets, which, classes, stopped: this.stopped, twice: twice(this.pictures.all(), came) };
  }

  /** What has come in stays; the rest is left where it is. */
  stop() {
    this.stopped = true;
  }

  /** By their folders. @param {import('./brought.js').Brought} brought @param {any[]} unlabelled @param {Refused[]} refused
   *  @returns {Promise<{own: number, which?: number, sorted?: boolean}>} */
  async #addSorted({ loose, inFolders, inArchives, sets }, unlabelled, refused) {
    const inside = [...inFolders, ...inArchives];
    const alone = loose.map((file) => ({
      name: file.name,
      path: file.name,
      root: "",
      open: async () => file,
    }));
    if (inside.length === 0 && sets.length === 0)
      return { own: 0, which: (await this.#carriedLost(loose, refused)) ? 0 : loose.length };
    if (inside.length === 0) {
      refused.push(...loose.map(({ name }) => ({ name, code: "no-class" })));
      return { own: 0, which: unlabelled.reduce((sum, { m }) => sum + m, 0) };
    }
    const sorted = this.#sorted([...inside, ...alone], refused);
    if (!sorted) return { own: 0 };
    if (!sorted.names) return { own: 0, which: sorted.placed.length };
    return { own: await addTwo(this, sorted, refused), sorted: true };
  }

  /** Whether the one file that came is a model or a sheet that was made anew on its way: it belongs to no class, so that
   *  nobody is asked for it. @param {any[]} loose @param {Refused[]} refused */
  async #carriedLost(loose, refused) {
    if (loose.length !== 1) return false;
    const [file] = loose;
    const { code } = await this.decode(file).then(
      () => ({ code: "" }),
      (error) => refusal(file.name, error),
    );
    if (code === "carried-lost") refused.push({ name: file.name, code });
    return code === "carried-lost";
  }

  /** All to class y, but archives that hold two. @param {import('./brought.js').Brought} brought @param {any[]} unlabelled
   *  @param {0 | 1} y @param {Refused[]} refused @returns {Promise<{own: number, which?: number, sorted?: boolean}>} */
  async #addToClass({ loose, inFolders, inArchives }, unlabelled, y, refused) {
    let own = this.keep(
      unlabelled.flatMap((part) => picturesOf({ ...part, test: null, y: new Array(part.m).fill(y) })),
      refused,
    );
    const archives = inArchives.length > 0 ? this.#sorted(inArchives, refused) : null;
    if (archives?.names) own += await addTwo(this, archives, refused);
    else if (archives) own += await addOne(this, archives, y, refused);
    own += await this.#addFolders(inFolders, y, refused);
    own += await this.addOwn(loose, y, refused);
    return { own, sorted: Boolean(archives?.names) && loose.length + inFolders.length === 0 };
  }

  /** Whatever lies in them, to class y. @param {Item[]} items @param {0 | 1} y @param {Refused[]} refused */
  async #addFolders(items, y, refused) {
    if (items.length === 0) return 0;
    const { pictures } = this;
    const { names } = pictures;
    nameClass(pictures, y, folderOf(items)); // before: what is kept has the name
    const files = await Promise.all(inOrder(items).map(({ open }) => open()));
    const added = await this.addOwn(files, y, refused);
    if (added === 0) pictures.names = names;
    return added;
  }

  /** @param {Item[]} items @param {Refused[]} refused @returns {Sorted | null} */
  #sorted(items, refused) {
    try {
      return sortedByFolder(items);
    } catch (error) {
      refused.push(refusal(rootOf(items), error));
      return null;
    }
  }

  /** Picture files, to class y. @param {any[]} files @param {0 | 1} y @param {Refused[]} refused
   *  @returns {Promise<number>} how many were added */
  async addOwn(files, y, refused) {
    let added = 0;
    let looked = performance.now();
    /** @type {NewPicture[]} */
    let batch = [];
    const flush = () => {
      added += this.keep(batch, refused);
      batch = [];
      if (performance.now() - looked < DATA_MS) return;
      looked = performance.now();
      this.look();
    };
    for (const [i, file] of files.entries()) {
      if (this.stopped) break;
      if (batch.length >= this.room) flush();
      if (this.room <= 0) {
        refused.push(...files.slice(i).map((late) => full(late.name)));
        break;
      }
      try {
        const { rgb, px } = await this.decode(file);
        batch.push({ y, test: null, name: String(file.name ?? ""), px, rgb });
      } catch (error) {
        refused.push(refusal(file.name, error));
      }
      if (batch.length >= BATCH) flush();
      if (files.length > 1) this.emit({ type: "adding", done: i + 1, total: files.length });
    }
    flush();
    return added;
  }

  /** Room for own pictures: the drawn set makes way. */
  get room() {
    return this.pictures.source === "drawn" ? CAPACITY : this.pictures.room;
  }

  /** Adds own pictures. @param {NewPicture[]} list @param {Refused[]} refused @returns {number} how many */
  keep(list, refused) {
    if (list.length === 0) return 0;
    if (this.pictures.source === "drawn") this.pictures.replace("own", [], { share: OWN_SHARE });
    const before = this.pictures.count;
    if (before === 0) this.pictures.source = "own";
    try {
      this.kept(this.pictures.add(list));
      return list.length;
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      const added = this.pictures.count - before;
      const late = list.slice(added);
      refused.push(...late.map(({ name }) => (error.code === "full" ? full(name) : refusal(name, error))));
      this.kept(this.pictures.all().slice(before)); // in the order they came
      return added;
    }
  }
}

/** The one folder these are in, as a name of their class; null: there are several. @param {Item[]} items */
function folderOf(items) {
  try {
    return sortedByFolder(items).name;
  } catch {
    return null;
  }
}
