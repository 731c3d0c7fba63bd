// Every dictionary of the product, found by its name: words.<language>.js anywhere in web/.

import { readdir } from "node:fs/promises";

const WEB = new URL("../../../web/", import.meta.url);

/** @returns {Promise<{folder: string, language: string, words: Record<string, string>}[]>} folder: in web/ */
export async function dictionaries() {
  const names = (await readdir(WEB, { recursive: true })).filter((name) => !name.startsWith("vendor"));
  const found = names.flatMap((name) => {
    const [, folder, language] = /^(.*?)\/?words\.([\w-]+)\.js$/.exec(name) ?? [];
    return language ? { name, folder, language } : [];
  });
  return Promise.all(
    found.map(async ({ name, folder, language }) => {
      const { default: words } = await import(new URL(name, WEB).href);
      return { folder, language, words };
    }),
  );
}

/** All words of one language: those of the training page (all but notes/) come last. @param {string} language
 *  @param {(folder: string) => boolean} [of] which folders */
export async function allWords(language, of = () => true) {
  const list = (await dictionaries()).filter((part) => part.language === language && of(part.folder));
  return Object.assign({}, ...list.map(({ words }) => words));
}

/** The folders whose words the training page shows. @param {string} folder */
export const ofTraining = (folder) => !folder.startsWith("notes");
