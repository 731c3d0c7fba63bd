// runs.json: the list of runs. Pictures are named in it by their place in settings.json, drawn ones by their number from DRAWN on.

import { Refusal } from "../pictures/refusal.js";
import { plainOf, runsIn } from "../training/runs/kept.js";
import { readUpTo } from "./files.js";
import { keptOf } from "./said.js";

/** @typedef {import('../training/runs/run.js').Run} Run */

export const RUNS = "runs.json";
const BYTES = 64 * 2 ** 20;
const DRAWN = 2 ** 31; // ids of drawn pictures begin here, the same in every browser
const GONE = 2 ** 32 - 1;

/** Runs on pictures that are called otherwise. @param {readonly Run[]} list @param {(id: number) => number} name */
export function renamed(list, name) {
  /** @type {Map<Run["source"], Run["source"]>} */
  const known = new Map();
  return list.map((run) => {
    const { source } = run;
    if (!known.has(source)) known.set(source, { ...source, id: source.id.map(name) });
    return { ...run, source: /** @type {Run["source"]} */ (known.get(source)) };
  });
}

/** @param {readonly Run[]} list @param {import('../pictures/pictures.js').Pictures} pictures */
export function runsText(list, pictures) {
  const place = new Map(keptOf(pictures).map(({ id }, i) => [id, i]));
  const plain = plainOf(renamed(list, (id) => (id >= DRAWN ? id : (place.get(id) ?? GONE))));
  return `${JSON.stringify(plain, (_, v) => {
    if (v instanceof Float32Array) return Array.from(v, (x) => Number(x.toPrecision(9)));
    return ArrayBuffer.isView(v) ? Array.from(/** @type {any} */ (v)) : v;
  })}\n`;
}

/** The runs of a file that its pictures have been given ids from `first` on. @param {readonly Run[]} list @param {number} first */
export const arrived = (list, first) => renamed(list, (id) => (id >= DRAWN ? id : first + id));

/** @param {import('./files.js').Saved} saved @returns {Promise<Run[]>} none in a file of an older version */
export async function savedRuns(saved) {
  const inside = saved.at(RUNS);
  if (!inside) return [];
  const bytes = await readUpTo(inside, BYTES, RUNS);
  try {
    return runsIn(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Refusal("saved-damaged", { inside: RUNS });
  }
}
