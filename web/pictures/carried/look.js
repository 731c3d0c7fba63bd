// Whether a PNG carries a model or a whole set. Nothing else is read of it here, so that any picture may be asked.

import { says, u32be } from "../bytes.js";

/** @typedef {import('./ribbon.js').Carried} Carried */

/** What the chunks are called, after the rules of PNG (third edition, section 5.4): ancillary and private, both. A model may be
 *  copied by who changes the picture; a set is its very pixels. @type {Record<Carried, string>} */
export const CHUNKS = { model: "neUr", sheet: "neSH" };

const SIGNATURE = "\x89PNG\r\n\x1a\n";
export const MOST_BYTES = 256 * 2 ** 20;

/** Where the data of chunks of this type are, as far as the file is whole. @param {Uint8Array} b @param {string} type
 *  @returns {{from: number, to: number}[]} */
export function chunksOf(b, type) {
  const found = [];
  if (!says(b, 0, SIGNATURE)) return [];
  for (let i = 8; i + 12 <= b.length;) {
    const end = i + 12 + u32be(b, i);
    if (says(b, i + 4, type)) found.push({ from: i + 8, to: Math.min(end - 4, b.length) });
    i = end;
  }
  return found;
}

/** @param {Uint8Array} b @returns {Carried | null} */
export const carriedIn = (b) =>
  /** @type {Carried[]} */ (["model", "sheet"]).find((kind) => chunksOf(b, CHUNKS[kind]).length > 0) ?? null;

/** @typedef {{name: string, kind: Carried, bytes: Uint8Array, alone: boolean}} Found alone: no other file came with it */

/** The first of these files that carries something. @param {any[]} files @returns {Promise<Found | null>} */
export async function carriedAmong(files) {
  for (const file of files) {
    const found = await carriedBy(file);
    if (found) return { ...found, name: file.name, alone: files.length === 1 };
  }
  return null;
}

/** What is in a file that seems to be a PNG. @param {any} file
 *  @returns {Promise<{kind: Carried, bytes: Uint8Array} | null>} null: nothing of ours, or no file */
export async function carriedBy(file) {
  if (!(file instanceof Blob) || file.size > MOST_BYTES) return null;
  try {
    const begin = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    if (!says(begin, 0, SIGNATURE)) return null;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = carriedIn(bytes);
    return kind && { kind, bytes };
  } catch {
    return null; // who decodes it will say why it cannot be read
  }
}
