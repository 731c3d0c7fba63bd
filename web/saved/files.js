// A file that was saved here, or the folder unzipped from it: known by what its settings.json says, and asked for the files in
// it by their paths.

import { slice, listOf } from "../pictures/archive/directory.js";
import { unpacked, whole } from "../pictures/archive/entry.js";
import { Refusal } from "../pictures/refusal.js";
import { FORMAT } from "./format.js";

/** @typedef {{size: number, read: () => Promise<Uint8Array>}} Inside */
/** @typedef {{name: string, said: any, at: (path: string) => Inside | null}} Saved said: settings.json, of which nothing is
 *    believed */

const MEMORY_BYTES = 256 * 2 ** 20; // an archive up to this size is read at once: each read of its own takes a millisecond
const SETTINGS = "settings.json";
const IS_SETTINGS = /^([^/]+\/)?settings\.json$/;
const SETTINGS_BYTES = 32 * 2 ** 20;
const OWN = ["README.txt", "dataset.npz"]; // are in every file that is saved here

/** @param {Map<string, Inside>} files @param {string} name @returns {Promise<Saved | null>} null: it is something else */
async function savedIn(files, name) {
  const path = [...files.keys()].filter((each) => IS_SETTINGS.test(each)).sort()[0];
  const settings = path === undefined ? null : /** @type {Inside} */ (files.get(path));
  if (!settings) return null;
  const folder = path.slice(0, -SETTINGS.length); // zipped again, there is one around it
  const said = settings.size > SETTINGS_BYTES ? null : parsed(await settings.read());
  if (said?.format === FORMAT) return { name, said, at: (inside) => files.get(folder + inside) ?? null };
  // Among its own files it can only be a damaged one: what lies beside it is not to be taken for something else.
  if (OWN.every((inside) => files.has(folder + inside)))
    throw new Refusal("saved-damaged", { inside: SETTINGS });
  return null;
}

/** @param {Uint8Array} bytes */
function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** What of a Blob is asked for here, with its bytes at hand. @param {Uint8Array<ArrayBuffer>} bytes @returns {Blob} */
const atHand = (bytes) =>
  /** @type {any} */ ({
    size: bytes.length,
    slice: (/** @type {number} */ from, /** @type {number} */ to) => ({
      arrayBuffer: async () => bytes.slice(from, to).buffer,
    }),
  });

/** @param {File} given a .zip @returns {Promise<Saved | null>} */
export async function savedZip(given) {
  const list = await listOf(given);
  if (!list.some(({ path }) => IS_SETTINGS.test(path))) return null;
  const file = given.size <= MEMORY_BYTES ? atHand(await slice(given, 0, given.size)) : given;
  /** @type {Map<string, Inside>} */
  const files = new Map();
  for (const entry of list)
    files.set(entry.path, { size: entry.size, read: () => whole(unpacked(file, entry), entry.size) });
  return savedIn(files, given.name);
}

/** @param {File[]} list @param {string[]} paths @returns {Promise<Saved | null>} */
export async function savedFolder(list, paths) {
  const files = new Map(
    list.map((file, i) => [paths[i], { size: file.size, read: () => slice(file, 0, file.size) }]),
  );
  return savedIn(files, paths[0].split("/")[0]);
}

/** One that is larger than it can be is not read. @param {Inside} inside @param {number} most @param {string} path */
export async function readUpTo({ size, read }, most, path) {
  if (size > most) throw new Refusal("saved-damaged", { inside: path });
  return read();
}
