// Modules that pages and workers both need, each a file of its own: fetched once, however many bundles import it.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { transform } from "esbuild";

/** In web/; they import nothing. */
const SHARED = ["vendor/comlink.js"];

/** @param {string | Uint8Array} bytes @returns {string} as in the name of a file */
export const hash = (bytes) => createHash("sha256").update(bytes).digest("base64url").slice(0, 8);

/**
 * The plugin of Rollup.
 * @param {string} web folder @param {string} out folder of the site @param {string[]} target
 * @returns {import('rollup').Plugin}
 */
export function shared(web, out, target) {
  const known = SHARED.map((name) => join(web, name));
  /** Their names in the site, of those that were asked for. @type {Map<string, Promise<string>>} */
  const names = new Map();

  /** Writes it small and gives its name. @param {string} module */
  async function written(module) {
    const source = await readFile(module, "utf8");
    const how = /** @type {const} */ ({ minify: true, format: "esm", legalComments: "none" });
    const { code } = await transform(source, { ...how, target, charset: "utf8" });
    const name = `${basename(module, ".js")}-${hash(code)}.js`;
    await writeFile(join(out, name), code);
    return name;
  }
  return {
    name: "shared",
    async resolveId(source, importer) {
      const module = importer && resolve(dirname(importer), source);
      if (!module || !known.includes(module)) return null;
      if (!names.has(module)) names.set(module, written(module));
      return { id: `./${await names.get(module)}`, external: "absolute", moduleSideEffects: false };
    },
  };
}
