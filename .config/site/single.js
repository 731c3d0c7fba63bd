// one-neuron.html: both pages and all that they would ask for in a single file that opens from the disk, where browsers
// load neither modules nor module workers nor bytes. See web/single/.

import { readFile } from "node:fs/promises";
import { dirname, join, posix, relative } from "node:path";
import { build, transform } from "esbuild";
import { ADDRESS, filesFor, sheetOf } from "./addresses.js";
import { integrityOf } from "./offline.js";

/** What stands in for what, both in web/. */
const INSTEAD = new Map([
  ["ui/fetched.js", "single/fetched.js"],
  ["ui/worker.js", "single/worker.js"],
  ["offline/start.js", "single/offline.js"],
  ["page/sound/listen.js", "single/listen.js"],
]);

/** @typedef {{files: Set<string>, code: string}} Bundle files: what the code names by address, as paths in web/ */

/**
 * A module with everything it imports, at once or later, as one script.
 * @param {string} web folder @param {string} entry path in it @param {"esm" | "iife"} format @param {string[]} target
 * @returns {Promise<Bundle>}
 */
async function bundle(web, entry, format, target) {
  /** @type {Set<string>} */
  const files = new Set();
  const path = (/** @type {string} */ file) => relative(web, file).replaceAll("\\", "/");

  /** Addresses become paths in web/, placeholders and all. @param {string} code @param {string} id */
  async function named(code, id) {
    for (const [, , address] of code.matchAll(ADDRESS))
      for (const { file } of await filesFor(dirname(id), address)) files.add(path(file));
    return code.replace(ADDRESS, (_, quote, address) => {
      const href = posix.join(path(dirname(id)), address);
      return `({ href: ${quote}${href}${quote} })`;
    });
  }
  const { outputFiles } = await build({
    ...{ entryPoints: [join(web, entry)], bundle: true, write: false, minify: true, format, target },
    ...{ charset: "utf8", legalComments: "none", logLevel: "error" },
    inject: format === "iife" ? [join(web, "single/reading.js")] : [], // a worker
    define: { "import.meta.url": "self.location.href" }, // of a library; ours are paths by then
    plugins: [
      {
        name: "inside",
        setup(builder) {
          builder.onResolve({ filter: /\.js$/ }, ({ path: wanted, importer, kind }) => {
            const stand =
              kind === "entry-point" ? undefined : INSTEAD.get(path(join(dirname(importer), wanted)));
            return stand ? { path: join(web, stand) } : undefined;
          });
          builder.onLoad({ filter: /\.js$/ }, async ({ path: id }) => {
            const code = await readFile(id, "utf8");
            return code.includes("import.meta.url") ? { contents: await named(code, id) } : undefined;
          });
        },
      },
    ],
  });
  return { files, code: outputFiles[0].text };
}

/** All bundles: the page's, and those of the workers that it names. @param {string} web @param {string[]} target */
async function bundles(web, target) {
  const main = await bundle(web, "single/main.js", "esm", target);
  const names = [...main.files].filter((file) => file.endsWith(".js"));
  const workers = await Promise.all(names.map((name) => bundle(web, name, "iife", target)));
  const files = [...new Set([main, ...workers].flatMap((each) => [...each.files]))].sort();
  return { main: main.code, workers: names.map((name, i) => ({ name, code: workers[i].code })), files };
}

/** What stands between two tags as text must not end them, and must come out of the parser as it went in.
 *  @param {string} text @param {string} what */
function asText(text, what) {
  const bad = /<\/(?:script|style)|<!--|[\r\0]/i.exec(text);
  if (bad) throw new Error(`${what}: ${JSON.stringify(bad[0])} cannot stand in one-neuron.html`);
  return text;
}

/** @param {string} html @param {RegExp} pattern @returns {string} */
const part = (html, pattern) => pattern.exec(html)?.[1] ?? "";
const bodyOf = (/** @type {string} */ html) => part(html, /<body[^>]*>([^]*)<\/body>/);
const CANNOT = /<div id="cannot"[^]*?<\/noscript>/;

/**
 * @param {object} from
 * @param {string} from.web folder @param {string[]} from.target
 * @param {Record<"index" | "notes", {html: string, css: string}>} from.pages as they are published
 * @returns {Promise<string>}
 */
export async function singleFile({ web, target, pages }) {
  const read = (/** @type {string} */ name) => readFile(join(web, name), "utf8");
  const { main, workers, files } = await bundles(web, target);
  const some = (/** @type {string} */ ending) => files.filter((file) => file.endsWith(ending));
  const boot = (await transform(await read("boot.js"), { minify: true, target: "es5" })).code;
  const cannot = (await transform(await read("cannot.js"), { minify: true, target: "es5" })).code;
  const scripts = [boot, `if(document.documentElement.hasAttribute("data-cannot")){${cannot}}`, main].map(
    (code) => asText(code, "a script"),
  );

  /** What is fetched later: all but what the other page alone has. @param {string} other its folder */
  const looks = async (other) => {
    const fetched = some(".css").filter((file) => !file.startsWith(other));
    const sheets = await Promise.all(fetched.map((file) => sheetOf(join(web, file))));
    return (await transform(sheets.join("\n"), { loader: "css", minify: true, charset: "utf8", target }))
      .code;
  };
  const styles = {
    index: asText(pages.index.css + (await looks("notes/")), "a style sheet"),
    notes: asText(pages.notes.css + (await looks("page/")), "a style sheet"),
  };
  const templates = /** @type {const} */ (["index", "notes"]).map((name) => {
    const { html } = pages[name];
    const look = part(html, /<body class="([^"]*)"/);
    const body = bodyOf(html).replace(CANNOT, "");
    return `<template data-page="${name}" data-class="${look}"><style>${styles[name]}</style>${body}</template>`;
  });
  const documents = await Promise.all(
    some(".html").map(
      async (file) => `<template data-document="${file}">${bodyOf(await read(file))}</template>`,
    ),
  );
  const bytes = await Promise.all(
    some(".wasm").map(async (file) => {
      const base64 = (await readFile(join(web, file))).toString("base64");
      return `<script type="text/plain" data-bytes="${file}">${base64}</script>`;
    }),
  );
  const sources = workers.map(
    ({ name, code }) => `<script type="text/plain" data-worker="${name}">${asText(code, name)}</script>`,
  );

  const hashes = (/** @type {string[]} */ list) => list.map((text) => `'${integrityOf(text)}'`).join(" ");
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(scripts)} 'wasm-unsafe-eval'`,
    `style-src ${hashes(Object.values(styles))}`,
    "worker-src blob:; img-src data: blob:; media-src blob: mediastream:; base-uri 'none'; form-action 'none'",
    "require-trusted-types-for 'script'; trusted-types boot worker",
  ].join("; ");
  const icon = Buffer.from(await read("icon.svg")).toString("base64");
  const head = part(pages.index.html, /(<meta name="referrer"[^]*?<\/title>)/);
  const [opening, saying, starting] = scripts;
  return [
    '<!doctype html>\n<html lang="en" data-theme="light" data-single>\n<head>\n<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    head,
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}" type="image/svg+xml" />`,
    `<script>${opening}</script>\n</head>\n<body>`,
    CANNOT.exec(pages.index.html)?.[0],
    `<script>${saying}</script>`,
    ...[...templates, ...documents, ...bytes, ...sources],
    `<script type="module">${starting}</script>\n</body>\n</html>\n`,
  ].join("\n");
}
