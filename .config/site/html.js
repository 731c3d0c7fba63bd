// A page of web/ made into one of the site: its style sheets are one, its module and what that imports have other names.

import { posix } from "node:path";

/** The module and the style sheets that a page names. @param {string} html */
export function namedBy(html) {
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) =>
    posix.normalize(href),
  );
  const [, entry] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
  return { sheets, entry: posix.normalize(entry) };
}

/** The files of a page's module and of all that it imports at once, its own first. @param {import('rollup').OutputChunk[]} chunks
 *  @returns {string[]} */
export function atOnce(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  /** @type {Set<string>} */
  const files = new Set();
  const add = (/** @type {string} */ file) => {
    if (files.has(file)) return;
    files.add(file);
    for (const next of byName.get(file)?.imports ?? []) add(next);
  };
  add(chunks[0].fileName);
  return [...files];
}

/**
 * @param {string} html of web/
 * @param {{sheet: string, chunks: string[], offline: string}} made the style sheet; the module's chunks, its own first; the
 *   worker that web/offline/start.js registers
 */
export function rewritten(html, { sheet, chunks, offline }) {
  const [module, ...others] = chunks;
  const preloads = others.map((file) => `<link rel="modulepreload" href="${file}" />`).join("");
  let linked = false;
  return html
    .replace("<html ", `<html data-offline="${offline}" `)
    .replace(/\s*<link rel="stylesheet" href="[^"]+" \/>/g, () => {
      if (linked) return "";
      linked = true;
      return `\n    <link rel="stylesheet" href="${sheet}" />`;
    })
    .replace(
      /<script type="module" src="[^"]+"><\/script>/,
      `<script type="module" src="${module}"></script>${preloads}`,
    )
    .replace(/\s*\n\s*/g, " "); // no text on the pages has lines of its own
}
