// What a module names by `new URL("<path>", import.meta.url)` becomes a file of the site with a hash in its name: workers
// are bundled, style sheets made small, everything else copied. A path may have one placeholder for a folder or for a part
// of a name, `./${name}/figure.css`; then every file that fits is taken.

import { readFile, readdir } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";

/** How a module names a file beside it. */
export const ADDRESS = /new URL\(\s*(["'`])((?:\.\.?\/)[^"'`]+)\1,\s*import\.meta\.url,?\s*\)/g;

/** The files that a path with placeholders stands for, and what each of them fills in. @param {string} from folder
 *  @param {string} path @returns {Promise<{file: string, key: string}[]>} */
export async function filesFor(from, path) {
  const [before, placeholder, after] = path.split(/\$\{([^}]+)\}/);
  if (placeholder === undefined) return [{ file: resolve(from, path), key: "" }];
  const folder = before.endsWith("/") ? resolve(from, before) : resolve(from, dirname(before));
  const start = before.endsWith("/") ? "" : before.slice(before.lastIndexOf("/") + 1);
  const names = await readdir(folder, { recursive: true });
  const pattern = new RegExp(`^${escaped(start)}([^/]+)${escaped(after)}$`);
  return names.flatMap((name) => {
    const [, key] = pattern.exec(name) ?? [];
    return key ? { file: join(folder, name), key } : [];
  });
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A style sheet and those it imports as one, small. @param {string} file @returns {Promise<string>} */
export async function sheetOf(file) {
  const how = /** @type {const} */ ({ bundle: true, minify: true, write: false, external: ["*.svg"] });
  const { outputFiles } = await build({ ...how, entryPoints: [file], logLevel: "warning" });
  return outputFiles[0].text;
}

/**
 * The plugin of Rollup.
 * @param {string} root folder that names are told from
 * @param {(module: string) => Promise<string>} bundleWorker gives the file of the site
 * @returns {import('rollup').Plugin}
 */
export function addresses(root, bundleWorker) {
  return {
    name: "addresses",
    async transform(code, id) {
      if (!code.includes("import.meta.url")) return null;
      const emit = async (/** @type {string} */ file) => {
        if (file.endsWith(".js")) return JSON.stringify(`./${await bundleWorker(file)}`);
        this.addWatchFile(file);
        const source = file.endsWith(".css") ? await sheetOf(file) : await readFile(file);
        const asset = this.emitFile({
          type: "asset",
          name: relative(root, file).replaceAll("/", "-"),
          source,
        });
        return `import.meta.ROLLUP_FILE_URL_${asset}`;
      };
      let out = "";
      let done = 0;
      for (const { 0: whole, 2: path, index } of code.matchAll(ADDRESS)) {
        const found = await filesFor(dirname(id), path);
        if (found.length === 0) this.error(`${id}: nothing is at ${path}`);
        const urls = await Promise.all(found.map(async ({ file, key }) => [key, await emit(file)]));
        const [, placeholder] = /\$\{([^}]+)\}/.exec(path) ?? [];
        const address = placeholder
          ? `{ ${urls.map(([key, url]) => `${JSON.stringify(key)}: ${url}`).join(", ")} }[${placeholder}]`
          : urls[0][1];
        out += `${code.slice(done, index)}new URL(${address}, import.meta.url)`;
        done = index + whole.length;
      }
      return done === 0 ? null : { code: out + code.slice(done), map: null };
    },
  };
}
