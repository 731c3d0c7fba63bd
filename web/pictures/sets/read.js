// Sets out of a file: the arrays are found and checked before any pixel is read, and pixels come over in pieces, with a rest
// between them, so that a file can neither ask for more memory than its pictures are allowed nor keep the worker from
// answering.

import { Refusal } from "../refusal.js";
import { bothNamed } from "../text.js";
import { classesOf, readLabels } from "./labels.js";
import { place } from "./layout.js";
import { Levels } from "./levels.js";
import { lengthOf } from "./numbers.js";
import { findSets, namesClasses } from "./sets.js";

/** @typedef {import('./numbers.js').Named} Named */
/** @typedef {{test: boolean, rgb: Uint8Array, m: number, n_px: number, y: Uint8Array | null}} Part y null: which class it is
 *    must be asked */
/** @typedef {{parts: Part[], names: string[] | null, left: string[]}} Read names: [class 0, class 1], null where the file has
 *    none; left: keys of pictures that have no labels */
/** @typedef {(done: number, total: number) => void} Progress pictures read, of how many in the file */
/** @typedef {{room?: number, capacity?: number, progress?: Progress}} Limits room: pictures that may still come;
 *    capacity: that may be there altogether, for the sentence */
/**
 * @template {Named} N @typedef {object} Source where the numbers are
 * @property {(named: N) => Promise<Uint8Array>} bytes all of an array
 * @property {(named: N) => Promise<string[]>} texts all of one whose kind is "text"
 * @property {(x: import('./layout.js').Pictures<N>) => AsyncIterable<Uint8Array>} pieces of so many whole pictures
 */

const rest = () => new Promise((resolve) => setTimeout(resolve));

/** RGB of all pictures of an array. @template {Named} N @param {import('./layout.js').Pictures<N>} x @param {Source<N>} source
 *  @param {(count: number) => void} read told after each piece */
async function readPictures(x, source, read) {
  const { m, n_px } = x;
  const each = n_px * n_px * 3;
  const rgb = new Uint8Array(m * each);
  const levels = new Levels(x);
  let done = 0;
  for await (const piece of source.pieces(x)) {
    const { values, raised } = levels.of(piece);
    if (raised) rgb.subarray(0, done * each).forEach((value, i) => (rgb[i] = Number(value > 0)));
    const count = place(rgb, done, values, x);
    done += count;
    read(count);
    await rest();
  }
  return rgb;
}

/** @param {number} n @param {Limits} limits */
function refuseMany(n, { room = Infinity, capacity = room }) {
  if (n > room) throw new Refusal("set-capacity", { n, room, capacity });
}

/** What the file calls its two classes. @template {Named} N @param {N[]} all @param {Source<N>} source */
async function namesIn(all, source) {
  const list = all.find((named) => namesClasses(named) && lengthOf(named.shape) === 2);
  return list ? bothNamed((await source.texts(list)).map((name) => name.trim())) : null;
}

/**
 * The training and the test set among these arrays, whichever are there, or a Refusal that says why not.
 * @template {Named} N @param {N[]} all @param {Source<N>} source @param {Limits} limits @returns {Promise<Read>}
 */
export async function readSets(all, source, limits) {
  const { sets, left } = findSets(all);
  const total = sets.reduce((sum, { x }) => sum + x.m, 0);
  refuseMany(total, limits);
  const labels = [];
  for (const { x, y } of sets) if (y) labels.push(await readLabels(y, x.m, source));
  const classes = labels.length > 0 ? classesOf(labels) : null;
  let done = 0;
  /** @type {Part[]} */
  const parts = [];
  for (const [i, { test, x }] of sets.entries()) {
    const rgb = await readPictures(x, source, (count) => limits.progress?.((done += count), total));
    parts.push({ test, rgb, m: x.m, n_px: x.n_px, y: classes?.y[i] ?? null });
  }
  // Words in the labels are in no other order than their own.
  const words = sets.some(({ y }) => y?.kind === "text");
  const names = (words ? null : await namesIn(all, source)) ?? classes?.names ?? null;
  return { parts, names, left };
}
