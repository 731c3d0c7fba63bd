// npm run site: web/ -> site/, what is published. Each page is bundled and made small; names of files have a hash of what
// is in them; source maps hold the sources with their comments, so that a curious reader still finds every file. web/
// itself works as it is (npm start), and nothing of it is listed here but the two pages.

import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import dynamicImportVars from "@rollup/plugin-dynamic-import-vars";
import { build, transform } from "esbuild";
import { rollup } from "rollup";
import { addresses } from "./addresses.js";
import { PARTS, againPlugin, intro } from "./again.js";
import { LANGUAGES } from "../../web/i18n/languages.js";
import { atOnce, namedBy, rewritten } from "./html.js";
import { OFFLINE, writeOffline } from "./offline.js";
import { roomSheet, withProse } from "./prose.js";
import { hash, shared } from "./shared.js";
import { singleFile } from "./single.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WEB = join(ROOT, "web");
const SITE = join(ROOT, "site");
const PAGES = ["index.html", "notes.html"];
const SINGLE = "one-neuron.html";
/** What an installed page is shown with. */
const ICONS = ["icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png"];
const AS_THEY_ARE = [...ICONS, "manifest.webmanifest"];
/** The oldest browsers that have what the pages need: module workers and WebAssembly SIMD. */
const TARGET = ["chrome108", "firefox114", "safari16.4"];

const [FIRST] = LANGUAGES;

/** What the notes say to those who have no other language. */
const prose = () => readFile(join(WEB, `notes/prose.${FIRST.ending}.html`), "utf8");

/** Makes every chunk small, its map with it. @returns {import('rollup').Plugin} */
const small = () => ({
  name: "small",
  async renderChunk(code, chunk) {
    const { code: out, map } = await transform(code, {
      ...{ minify: true, format: "esm", target: TARGET, legalComments: "none", charset: "utf8" },
      ...{ sourcemap: "external", sourcefile: chunk.fileName },
    });
    return { code: out, map };
  },
});

/** Workers have no page to share code with: each is a bundle of its own, made once. @type {Map<string, Promise<string>>} */
const workers = new Map();

/** @param {string} out folder @param {string} module @returns {Promise<string>} its file */
function worker(out, module) {
  const made = workers.get(module) ?? bundled(out, module).then(([first]) => first.fileName);
  workers.set(module, made);
  return made;
}

/**
 * Everything that a module imports at once goes into one chunk beside it, also what is shared with chunks fetched later:
 * few requests. The module itself stays apart, for it may await what is fetched later, and that would wait for it.
 * @param {string} module @returns {import('rollup').ManualChunksOption}
 */
function atOnceOf(module) {
  /** @type {Set<string> | null} */
  let ids = null;
  return (id, { getModuleInfo }) => {
    if (ids === null) {
      const found = (ids = new Set());
      const add = (/** @type {string} */ one) => {
        if (found.has(one)) return;
        found.add(one);
        for (const next of getModuleInfo(one)?.importedIds ?? []) add(next);
      };
      add(module);
    }
    return id !== module && ids.has(id) ? basename(module, ".js") + PARTS : null;
  };
}

/** Bundles a module, what it fetches later, and all that they name. @param {string} out folder @param {string} module
 *  @returns {Promise<import('rollup').OutputChunk[]>} its own chunk first */
async function bundled(out, module) {
  const bundle = await rollup({
    input: module,
    preserveEntrySignatures: false,
    plugins: [
      shared(WEB, out, TARGET),
      addresses(WEB, (file) => worker(out, file)),
      dynamicImportVars({ errorWhenNoFilesFound: true }),
      againPlugin(),
      small(),
    ],
    onwarn(warning) {
      throw new Error(`site: ${warning.message}`);
    },
  });
  const { output } = await bundle.write({
    ...{ dir: out, format: "es", sourcemap: true, compact: true, manualChunks: atOnceOf(module), intro },
    generatedCode: "es2015",
    ...{
      entryFileNames: "[name]-[hash].js",
      chunkFileNames: "[name]-[hash].js",
      assetFileNames: "[name]-[hash][extname]",
    },
  });
  await bundle.close();
  return output.filter((one) => one.type === "chunk");
}

/** All style sheets that a page links, in order, as one. @param {string} out @param {string} name @param {string[]} sheets
 *  @param {string} more rules behind them @returns {Promise<{file: string, text: string}>} */
async function styles(out, name, sheets, more) {
  const contents = sheets.map((sheet) => `@import ${JSON.stringify(`./${sheet}`)};`).join("\n") + `\n${more}`;
  const result = await build({
    ...{
      stdin: { contents, loader: "css", resolveDir: WEB },
      bundle: true,
      minify: true,
      write: false,
      charset: "utf8",
    },
    ...{ target: TARGET, external: ["*.svg"], logLevel: "warning" },
  });
  const { text } = result.outputFiles[0];
  const file = `${name}-${hash(text)}.css`;
  await writeFile(join(out, file), text);
  return { file, text };
}

/** A classic script, small; the page and boot.js ask for it by its own name. @param {string} out @param {string} name */
async function classic(out, name) {
  const code = await readFile(join(WEB, name), "utf8");
  const { code: made } = await transform(code, { minify: true, target: "es5" });
  await writeFile(join(out, name), made);
}

async function main() {
  const out = `${SITE}.${process.pid}`;
  await mkdir(out, { recursive: true });
  try {
    /** @type {any} */
    const pages = {}; // for the single file
    for (const page of PAGES) {
      const plain = await readFile(join(WEB, page), "utf8");
      const html = page === "notes.html" ? withProse(plain, await prose(), FIRST.ending) : plain;
      const { entry, sheets } = namedBy(html);
      const sheet = await styles(
        out,
        basename(page, ".html"),
        sheets,
        page === "notes.html" ? roomSheet() : "",
      );
      const chunks = atOnce(await bundled(out, join(WEB, entry)));
      const made = rewritten(html, { sheet: sheet.file, chunks, offline: OFFLINE });
      pages[basename(page, ".html")] = { html: made, css: sheet.text };
      await writeFile(join(out, page), made);
    }
    for (const script of ["boot.js", "cannot.js"]) await classic(out, script);
    for (const file of AS_THEY_ARE) await copyFile(join(WEB, file), join(out, file));
    await copyFile(join(WEB, "vendor/LICENSES.txt"), join(out, "LICENSES.txt"));
    await writeFile(join(out, SINGLE), await singleFile({ web: WEB, target: TARGET, pages }));
    await writeOffline(out, await readFile(join(WEB, "offline/worker.js"), "utf8"), TARGET);
    await rm(SITE, { recursive: true, force: true });
    await rename(out, SITE);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

await main();
console.log("site: built from web/");
