// The files in dropped folders, however deep, but for those that computers put beside them. Fetched with the first folder.
import { isHidden } from "../../pictures/folders/classes.js";

const MOST_FILES = 50_000;

/** @param {any} directory @returns {AsyncGenerator<any>} */
async function* entriesOf(directory) {
  const reader = directory.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)); // a hundred at a time
    if (some.length === 0) return;
    yield* some;
  }
}

/** @param {any} entry @returns {Promise<File>} */
const fileOf = (entry) => new Promise((done, failed) => entry.file(done, failed));

/**
 * @param {FileSystemEntry[]} entries dropped folders
 * @param {(found: number) => boolean} goOn told how many there are so far; false: the visitor wants no more
 * @returns {Promise<{files: File[], paths: string[], refused: {name: string, code: string, [detail: string]: any}[]}>}
 */
export async function filesIn(entries, goOn) {
  /** @type {File[]} */
  const files = [];
  /** @type {string[]} */
  const paths = [];
  /** @type {{name: string, code: string, [detail: string]: any}[]} */
  const refused = [];
  /** @param {any} entry @param {string} path @returns {Promise<boolean>} whether to go on */
  const walk = async (entry, path) => {
    if (!goOn(files.length) || files.length > MOST_FILES) return false;
    if (isHidden(entry.name)) return true;
    if (entry.isDirectory) {
      for await (const inside of entriesOf(entry))
        if (!(await walk(inside, `${path}/${inside.name}`))) return false;
      return true;
    }
    files.push(await fileOf(entry));
    paths.push(path);
    return true;
  };
  for (const entry of entries) {
    const before = files.length;
    try {
      if (!(await walk(entry, entry.name))) break;
      if (files.length === before) refused.push({ name: entry.name, code: "no-pictures" });
    } catch {
      refused.push({ name: entry.name, code: "unreadable" });
    }
  }
  if (files.length <= MOST_FILES) return { files, paths, refused };
  const name = entries.map((entry) => entry.name).join(", ");
  return { files: [], paths: [], refused: [{ name, code: "folder-entries", most: MOST_FILES }] };
}
