// Sets out of a file: the arrays are found and checked before any pixel is read, and pixels come over in pieces, with a rest
// between them, so that a file can neither ask for more memory than its pictures are allowed nor keep the worker from
// answering.

import { Refusal } from "../refusal.js";
import { levels, numbers } from "./numbers.js";
import { findSets, holdsLabels } from "./sets.js";

/** @typedef {import('./numbers.js').Named} Named */
/** @typedef {{test: boolean, rgb: Uint8Array, m: number, n_px: number, y: Uint8Array}} Part */
/** @typedef {(done: number, total: number) => void} Progress pictures read, of how many in the file */
/** @typedef {{room?: number, capacity?: number, progress?: Progress}} Limits room: pictures that may still come;
 *    capacity: that may be there altogether, for the sentence */
/**
 * @template {Named} N @typedef {object} Source where the numbers are
 * @property {(named: N) => Promise<Uint8Array>} bytes all of an array
 * @property {(x: import('./sets.js').Pictures<N>) => AsyncIterable<Uint8Array>} pieces of so many whole pictures
 */

/** @template {Named} N @param {N} named @param {number} m @param {Source<N>} source */
async function readLabels(named, m, source) {
  const { key } = named;
  if (!holdsLabels(named, m)) throw new Refusal("set-labels", { key });
  const { length, at } = numbers(named, await source.bytes(named));
  const y = new Uint8Array(m);
  for (let i = 0; i < length; i++) {
    const value = at(i);
    if (value !== 0 && value !== 1) throw new Refusal("set-labels", { key });
    y[i] = value;
  }
  return y;
}

/** Puts pictures as rows of RGB to their place; gives how many. @param {Uint8Array} rgb @param {number} from
 *  @param {Uint8Array} values @param {import('./sets.js').Pictures<Named>} x */
function place(rgb, from, values, { n_px, colours, channels }) {
  const pixels = n_px * n_px;
  const count = values.length / (pixels * colours);
  if (colours === 3 && channels === "last") {
    rgb.set(values, 3 * pixels * from);
    return count;
  }
  for (let i = 0, out = 3 * pixels * from; i < count; i++)
    for (let p = 0; p < pixels; p++)
      for (let c = 0; c < 3; c++)
        rgb[out++] = values[i * pixels * colours + (colours === 1 ? p : c * pixels + p)];
  return count;
}

const rest = () => new Promise((resolve) => setTimeout(resolve));

/** RGB of all pictures of an array. @template {Named} N @param {import('./sets.js').Pictures<N>} x @param {Source<N>} source
 *  @param {(count: number) => void} read told after each piece */
export async function readPictures(x, source, read) {
  const { m, n_px } = x;
  const rgb = new Uint8Array(m * n_px * n_px * 3);
  let done = 0;
  for await (const piece of source.pieces(x)) {
    const count = place(rgb, done, levels(x, piece), x);
    done += count;
    read(count);
    await rest();
  }
  return rgb;
}

/** @param {number} n @param {Limits} limits */
export function refuseMany(n, { room = Infinity, capacity = room }) {
  if (n > room) throw new Refusal("set-capacity", { n, room, capacity });
}

/**
 * The training and the test set among these arrays, whichever are there, or a Refusal that says why not.
 * @template {Named} N @param {N[]} all @param {Source<N>} source @param {Limits} limits @returns {Promise<Part[]>}
 */
export async function readSets(all, source, limits) {
  const sets = findSets(all);
  const total = sets.reduce((sum, { x }) => sum + x.m, 0);
  refuseMany(total, limits);
  let done = 0;
  /** @type {Part[]} */
  const parts = [];
  for (const { test, x, y } of sets) {
    const labels = await readLabels(y, x.m, source);
    const rgb = await readPictures(x, source, (count) => limits.progress?.((done += count), total));
    parts.push({ test, rgb, m: x.m, n_px: x.n_px, y: labels });
  }
  return parts;
}
