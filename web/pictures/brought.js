// What the visitor brought, told apart: pictures that lie loose, those in folders (an archive is one), whole sets. Nothing is
// taken in here; see intake.js.

import { isHidden, seemsPicture } from "./folders/classes.js";
import { isH5Name } from "./names.js";
import { Refusal, refusal } from "./refusal.js";

/** @typedef {import('./refusal.js').Refused} Refused */
/** @typedef {{name: string, path: string, root: string, open: () => Promise<any>}} Item a file that can be opened: in a folder
 *    that was dropped, or in an archive, both called root */
/** @typedef {import('./sets/read.js').Read} Read */
/** @typedef {{name: string, read: (limits: any) => Promise<Read>}} WholeSet */
/**
 * @typedef {object} Brought
 * @property {any[]} loose files @property {Item[]} inFolders @property {Item[]} inArchives @property {WholeSet[]} sets
 */
/** @typedef {{kindOf: (file: any) => Promise<import('./sniff.js').Kind>, readH5: (file: any, limits: any) => Promise<Read>}} Means */

const ENTRY_BYTES = 64 * 2 ** 20; // of a picture
const SET_BYTES = 512 * 2 ** 20;
const ARCHIVE = /\.(zip|7z|rar|tar|t?gz|bz2|xz|npz)$/i;
const isNpy = (/** @type {string} */ name) => /\.npy$/i.test(name);
const isNpz = (/** @type {string} */ name) => /\.npz$/i.test(name);
const isSetName = (/** @type {string} */ name) => isNpy(name) || isNpz(name) || isH5Name(name);
const lastOf = (/** @type {string} */ path) => path.slice(path.lastIndexOf("/") + 1);

/** Fetched with the first file that needs it. @template T @param {Promise<T>} module @returns {Promise<T>} */
const part = (module) =>
  module.catch(() => {
    throw new Refusal("reader");
  });

/** The .npy files of an archive, which an .npz has only, are the arrays of one set.
 *  @param {any} file @param {import('./archive/directory.js').Listed[]} arrays @returns {WholeSet} */
const setIn = (file, arrays) => ({
  name: file.name,
  async read(limits) {
    const { readNumpy, savedEntry } = await part(import("./numpy/numpy.js"));
    return readNumpy(
      arrays.map((entry) => savedEntry(file, entry)),
      limits,
    );
  },
});

/** An .npz within an archive. @param {Item} item @returns {WholeSet} */
const setOf = ({ name, open }) => ({
  name,
  async read(limits) {
    const { listOf } = await part(import("./archive/directory.js"));
    const inner = await open();
    const arrays = (await listOf(inner)).filter(({ path }) => isNpy(path));
    return setIn(inner, arrays).read(limits);
  },
});

/** What an archive holds: sets, and pictures in their folders. Of a set, what else lies beside it says nothing.
 *  @param {any} file @param {Means} means @returns {Promise<{sets: WholeSet[], items: Item[]}>} */
async function openArchive(file, { readH5 }) {
  const { listOf } = await part(import("./archive/directory.js"));
  const { unpacked, whole } = await part(import("./archive/entry.js"));
  const list = (await listOf(file)).filter(({ path }) => !isHidden(path));
  const arrays = list.filter(({ path }) => isNpy(path));
  const nested = list.find(({ path }) => ARCHIVE.test(path) && !isNpz(path));
  if (nested) throw new Refusal("zip-nested", { inside: nested.path });
  const root = file.name.replace(/\.[^.]+$/, "");
  const all = list.map((entry) => ({
    name: lastOf(entry.path),
    path: `${root}/${entry.path}`,
    root: file.name,
    async open() {
      if (entry.size > (isSetName(entry.path) ? SET_BYTES : ENTRY_BYTES))
        throw new Refusal("file-too-big", { megabytes: Math.ceil(entry.size / 2 ** 20) });
      return new File([await whole(unpacked(file, entry), entry.size)], lastOf(entry.path));
    },
  }));
  /** @type {WholeSet[]} */
  const sets = arrays.length > 0 ? [setIn(file, arrays)] : [];
  for (const item of all) {
    if (isNpz(item.name)) sets.push(setOf(item));
    else if (isH5Name(item.name))
      sets.push({ name: item.name, read: async (limits) => readH5(await item.open(), limits) });
  }
  const items = all.filter(({ name }) => !isSetName(name));
  if (items.length === 0 && sets.length === 0) throw new Refusal("no-pictures");
  return { sets, items: beside(sets, items) };
}

/** Beside sets only what may be pictures counts. @param {WholeSet[]} sets @param {Item[]} items */
const beside = (sets, items) =>
  sets.length > 0 && !items.some(({ path }) => seemsPicture(path)) ? [] : items;

/** .npy files that come together are the arrays of one set. @param {{file: any, path: string}[]} files @returns {WholeSet} */
const numpySet = (files) => ({
  name: files.map(({ file }) => file.name).join(", "),
  async read(limits) {
    const { readNumpy, savedFile } = await part(import("./numpy/numpy.js"));
    return readNumpy(
      files.map(({ file, path }) => savedFile(file, path)),
      limits,
    );
  },
});

/**
 * @param {any[]} files @param {string[]} paths of each; "" for those that came in no folder
 * @param {Refused[]} refused @param {Means} means @returns {Promise<Brought>}
 */
export async function tellApart(files, paths, refused, means) {
  /** @type {Brought} */
  const found = { loose: [], inFolders: [], inArchives: [], sets: [] };
  const arrays = [];
  const kinds = await Promise.all(files.map((file) => means.kindOf(file).catch((error) => ({ error }))));
  for (const [i, file] of files.entries()) {
    const [kind, path] = [kinds[i], paths[i] ?? ""];
    if (isHidden(path)) continue;
    if (typeof kind === "object") refused.push(refusal(file.name, kind.error));
    else if (kind === "h5")
      found.sets.push({ name: file.name, read: (limits) => means.readH5(file, limits) });
    else if (kind === "npy") arrays.push({ file, path });
    else if (kind === "picture" && path === "") found.loose.push(file);
    else if (kind === "picture")
      found.inFolders.push({ name: file.name, path, root: path.split("/")[0], open: async () => file });
    else {
      try {
        if (path !== "" && !isNpz(path)) throw new Refusal("archive-in-folder");
        const { sets, items } = await openArchive(file, means);
        found.sets.push(...sets);
        found.inArchives.push(...items);
      } catch (error) {
        refused.push(refusal(file.name, error));
      }
    }
  }
  if (arrays.length > 0) found.sets.push(numpySet(arrays));
  found.inFolders = beside(found.sets, found.inFolders);
  return found;
}
