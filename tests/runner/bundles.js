// Files of tests that run in one process, one after the other: what they import, and the browser that they open, is there
// once. Starting it all takes two seconds of the processor, more than most tests.

import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * What is to be run, and the files that are in each.
 * @param {string[]} files @param {number} size at most so many in one @param {string} path what is written begins with it
 * @returns {Map<string, string[]>} absolute paths
 */
export function bundle(files, size, path) {
  const paths = files.map((file) => resolve(file));
  if (size === 1) return new Map(paths.map((file) => [file, [file]]));
  const n = Math.ceil(paths.length / size);
  // Neighbours, which are alike, in different ones: then none takes much longer than another.
  const bundles = Array.from({ length: n }, (_, k) => paths.filter((_, i) => i % n === k));
  return new Map(bundles.map((members, k) => [write(`${path}-${k + 1}.test.mjs`, members), members]));
}

/** @param {string} path @param {string[]} members */
function write(path, members) {
  const lines = members.map((file) => `await import(${JSON.stringify(pathToFileURL(file).href)});\n`);
  writeFileSync(path, lines.join(""));
  return path;
}
