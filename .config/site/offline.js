// The service worker of the site: web/offline/worker.js with the list of all files that the two pages can ask for.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";

/** The worker's file; its place says what it serves. */
export const OFFLINE = "offline.js";
/** What no page asks for. */
const NOT_KEPT = /\.map$|^LICENSES\.txt$|^one-neuron\.html$/;

/** @param {Uint8Array | string} bytes @returns {string} as in an integrity attribute */
export const integrityOf = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** Call it when all else is there. @param {string} out folder of the site @param {string} source of the worker
 *  @param {string[]} target */
export async function writeOffline(out, source, target) {
  const names = (await readdir(out)).filter((name) => !NOT_KEPT.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => [name, integrityOf(await readFile(join(out, name)))]),
  );
  const list = JSON.stringify(files);
  const version = integrityOf(list).slice(-12);
  const { code } = await transform(source, { minify: true, format: "iife", target });
  const before = `const FILES = ${list}, VERSION = ${JSON.stringify(version)};\n`;
  await writeFile(join(out, OFFLINE), before + code);
}
