// What the visitor brought, told apart: pictures that lie loose, those in folders (an archive is one), whole sets. Nothing is
// taken in here; see intake.js.

import { isHidden } from "./folders/classes.js";
import { isH5Name } from "./names.js";
import { Refusal, refusal } from "./refusal.js";

/** @typedef {import('./refusal.js').Refused} Refused */
/** @typedef {{name: string, path: string, root: string, open: () => Promise<any>}} Item a file that can be opened: in a folder
 *    that was dropped, or in an archive, both called root */
/** @typedef {{name: string, read: (limits: any) => Promise<{parts: any[], names: any}>}} WholeSet */
/**
 * @typedef {object} Brought
 * @property {any[]} loose files @property {Item[]} inFolders @property {Item[]} inArchives @property {WholeSet[]} sets
 */
/** @typedef {{kindOf: (file: any) => Promise<import('./sniff.js').Kind>, readH5: (file: any, limits: any) => Promise<any>}} Means */

const ENTRY_BYTES = 64 * 2 ** 20; // of a picture
const H5_BYTES = 512 * 2 ** 20;
const ARCHIVE = /\.(zip|7z|rar|tar|t?gz|bz2|xz|npz)$/i;
const isNpy = (/** @type {string} */ name) => /\.npy$/i.test(name);
const lastOf = (/** @type {string} */ path) => path.slice(path.lastIndexOf("/") + 1);

/** Fetched with the first file that needs it. @template T @param {Promise<T>} module @returns {Promise<T>} */
const part = (module) =>
  module.catch(() => {
    throw new Refusal("reader");
  });

/** An .npz is an archive of nothing but .npy files.
 *  @param {any} file @param {Means} means @returns {Promise<{sets: WholeSet[], items: Item[]}>} */
async function openArchive(file, { readH5 }) {
  const { listOf } = await part(import("./archive/directory.js"));
  const { unpacked, whole } = await part(import("./archive/entry.js"));
  const list = (await listOf(file)).filter(({ path }) => !isHidden(path));
  if (list.length > 0 && list.every(({ path }) => isNpy(path))) {
    const { readNumpy, savedEntry } = await part(import("./numpy/numpy.js"));
    const saved = list.map((entry) => savedEntry(file, entry));
    return { sets: [{ name: file.name, read: (limits) => readNumpy(saved, limits) }], items: [] };
  }
  const nested = list.find(({ path }) => ARCHIVE.test(path));
  if (nested) throw new Refusal("zip-nested", { inside: nested.path });
  const root = file.name.replace(/\.[^.]+$/, "");
  const all = list.map((entry) => ({
    name: lastOf(entry.path),
    path: `${root}/${entry.path}`,
    root: file.name,
    async open() {
      if (entry.size > (isH5Name(entry.path) ? H5_BYTES : ENTRY_BYTES))
        throw new Refusal("file-too-big", { megabytes: Math.ceil(entry.size / 2 ** 20) });
      return new File([await whole(unpacked(file, entry), entry.size)], lastOf(entry.path));
    },
  }));
  const isSet = (/** @type {Item} */ { name }) => isH5Name(name);
  const sets = all.filter(isSet).map(({ name, open }) => ({
    name,
    read: async (/** @type {any} */ limits) => readH5(await open(), limits),
  }));
  const items = all.filter((item) => !isSet(item));
  if (items.length === 0 && sets.length === 0) throw new Refusal("no-pictures");
  return { sets, items };
}

/** .npy files that come together are the arrays of one set. @param {any[]} files @returns {WholeSet} */
const numpySet = (files) => ({
  name: files.map(({ name }) => name).join(", "),
  async read(limits) {
    const { readNumpy, savedFile } = await part(import("./numpy/numpy.js"));
    return readNumpy(files.map(savedFile), limits);
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
    else if (kind === "npy") arrays.push(file);
    else if (kind === "picture" && path === "") found.loose.push(file);
    else if (kind === "picture")
      found.inFolders.push({ name: file.name, path, root: path.split("/")[0], open: async () => file });
    else {
      try {
        if (path !== "" && !/\.npz$/i.test(path)) throw new Refusal("archive-in-folder");
        const { sets, items } = await openArchive(file, means);
        found.sets.push(...sets);
        found.inArchives.push(...items);
      } catch (error) {
        refused.push(refusal(file.name, error));
      }
    }
  }
  if (arrays.length > 0) found.sets.push(numpySet(arrays));
  return found;
}
