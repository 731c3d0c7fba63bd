// Whether model.npz holds what it must: the shapes that settings.json speaks of, and numbers that are some.

import { listOf } from "../pictures/archive/directory.js";
import { unpacked, whole } from "../pictures/archive/entry.js";
import { HEADER_BYTES, checkBytes, headerOf } from "../pictures/numpy/header.js";
import { Refusal } from "../pictures/refusal.js";
import { numbers } from "../pictures/sets/numbers.js";

const MOST_BYTES = 64 * 2 ** 20; // a larger one is not looked through: what is gone on with is checked by itself

/** Shapes by name. @param {number} n_x @param {number[]} hidden @returns {Map<string, number[]>} */
function shapesOf(n_x, hidden) {
  if (hidden.length === 0)
    return new Map([
      ["w", [n_x, 1]],
      ["b", []],
    ]);
  const n = [n_x, ...hidden, 1];
  const layer = (/** @type {number} */ l) => /** @type {[string, number[]][]} */ ([[`W${l}`, [n[l], n[l - 1]]], [`b${l}`, [n[l], 1]]]); // prettier-ignore
  return new Map(n.slice(1).flatMap((_, i) => layer(i + 1)));
}

/** @param {import('./files.js').Saved} saved @param {{n_px: number, hidden: number[]}} settings */
export async function checkModel(saved, { n_px, hidden }) {
  const inside = saved.at("model.npz");
  if (!inside || inside.size > MOST_BYTES) return;
  const file = new File([/** @type {any} */ (await inside.read())], "model.npz");
  const list = await listOf(file);
  for (const [key, shape] of shapesOf(3 * n_px ** 2, hidden)) {
    const entry = list.find(({ path }) => path === `${key}.npy`);
    const lies = new Refusal("saved-model", { key });
    if (!entry || entry.size > inside.size) throw lies;
    const bytes = await whole(unpacked(file, entry), entry.size);
    const header = headerOf(bytes.subarray(0, HEADER_BYTES), key);
    checkBytes(header, bytes.length, key);
    if (header.kind !== "float64" || String(header.shape) !== String(shape)) throw lies;
    const { length, at } = numbers({ key, ...header }, bytes.subarray(header.begin));
    for (let i = 0; i < length; i++) if (!Number.isFinite(at(i))) throw lies;
  }
}
