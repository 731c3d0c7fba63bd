// A file that was saved here, or the folder unzipped from it: known by what its settings.json says, and asked for the files in
// it by their paths.

import { slice, listOf } from "../pictures/archive/directory.js";
import { unpacked, whole } from "../pictures/archive/entry.js";
import { Refusal } from "../pictures/refusal.js";
import { FORMAT } from "./save.js";

/** @typedef {{size: number, read: () => Promise<Uint8Array>}} Inside */
/** @typedef {{name: string, said: any, at: (path: string) => Inside | null}} Saved said: settings.json, of which nothing is
 *    believed */

const SETTINGS = "settings.json";
const SETTINGS_BYTES = 32 * 2 ** 20;

/** @param {Map<string, Inside>} files @param {string} name @returns {Promise<Saved | null>} null: it is something else */
async function savedIn(files, name) {
  const path = [...files.keys()].filter((each) => /^([^/]+\/)?settings\.json$/.test(each)).sort()[0];
  const settings = path === undefined ? null : /** @type {Inside} */ (files.get(path));
  if (!settings || settings.size > SETTINGS_BYTES) return null;
  const said = parsed(await settings.read());
  if (said?.format !== FORMAT) return null;
  const folder = path.slice(0, -SETTINGS.length); // zipped again, there is one around it
  return { name, said, at: (inside) => files.get(folder + inside) ?? null };
}

/** @param {Uint8Array} bytes */
function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** @param {File} file a .zip @returns {Promise<Saved | null>} */
export async function savedZip(file) {
  const list = await listOf(file);
  /** @type {Map<string, Inside>} */
  const files = new Map();
  for (const entry of list)
    files.set(entry.path, { size: entry.size, read: () => whole(unpacked(file, entry), entry.size) });
  return savedIn(files, file.name);
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
