// How long, from which seed, and where findings are kept.

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Seconds for the targets of one kind, C or JavaScript; both kinds run at the same time. */
export const SECONDS = Number(process.env.FUZZ_SECONDS ?? 30);
export const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31)) || 1;

/** @type {string | undefined} */
let folder;
/** A folder for what is found, which stays. */
export function findings() {
  folder ??= mkdtempSync(join(tmpdir(), "one-neuron-fuzz-"));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** @param {string} target @param {Uint8Array} file @returns {string} where it is */
export function keep(target, file) {
  const path = join(findings(), `${target}-${SEED}`);
  writeFileSync(path, file);
  return path;
}

/** @param {string} target @param {string} path */
export const replay = (target, path) => `again: node tests/fuzz/replay.js ${target} ${path}`;
