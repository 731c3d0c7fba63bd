// Which arrays of a file are pictures, and which are their labels: by the names that are usual, the course's first, else by
// shape, as long as there is only one way to understand them.

import { Refusal } from "../refusal.js";
import { lengthOf } from "./numbers.js";

/** @typedef {import('./numbers.js').Named} Named */
/** @typedef {'last' | 'first' | 'none'} Channels where the colours are: m × n × n × c, m × c × n × n, or m × n × n */
/** @template {Named} N @typedef {N & {m: number, n_px: number, colours: number, channels: Channels}} Pictures */

const MIN_PX = 8;
const MAX_PX = 128;
const WANTED = "train_set_x, train_set_y";
/** Pictures and labels, in lower case; those of a test set have "test" where these have "train". */
const USUAL = [
  ["train_set_x", "train_set_y"],
  ["x_train", "y_train"],
  ["train_x", "train_y"],
  ["train_images", "train_labels"],
  ["x", "y"],
  ["images", "labels"],
  ["data", "target"],
];

/** @param {Named} named @returns {{m: number, n_px: number, colours: number, channels: Channels} | null} */
function shapeOf({ kind, shape }) {
  if (kind === "") return null;
  const [m, a, b, c] = shape;
  if (shape.length === 3 && a === b) return { m, n_px: a, colours: 1, channels: "none" };
  if (shape.length !== 4) return null;
  if (a === b && (c === 3 || c === 1)) return { m, n_px: a, colours: c, channels: "last" };
  if (b === c && (a === 3 || a === 1)) return { m, n_px: b, colours: a, channels: "first" };
  return null;
}

/** "209 × 64 × 64 × 3", and the kind of numbers if they are not bytes. @param {Named} named */
function describe({ kind, type, shape }) {
  const sizes = shape.join(" × ");
  return kind === "uint8" ? sizes : `${sizes} ${kind || type || "?"}`;
}

/** What makes pictures of it, or a Refusal that names what is wrong.
 *  @template {Named} N @param {N} named @returns {Pictures<N>} */
export function asPictures(named) {
  const { key } = named;
  const shape = shapeOf(named);
  if (shape === null) throw new Refusal("set-shape", { key, shape: describe(named) });
  if (!(shape.m > 0)) throw new Refusal("set-none", { key });
  if (shape.n_px < MIN_PX || shape.n_px > MAX_PX)
    throw new Refusal("set-size", { key, n: shape.n_px, least: MIN_PX, most: MAX_PX });
  return { ...named, ...shape };
}

/** Whether there may be m labels in it: (m), (m, 1), (1, m). @param {Named} named @param {number} m */
export const holdsLabels = ({ kind, shape }, m) =>
  kind !== "" && lengthOf(shape) === m && shape.length <= 2 && shape.includes(m);

/** What pictures that are not trained on are called: all of them are for testing here. */
const TEST_NAMES = ["test", "val", "valid", "validation", "dev"];
const TEST = new RegExp(`(^|[^a-z])(${TEST_NAMES.join("|")})([^a-z]|$)`, "i");
const isTest = (/** @type {string} */ key) => TEST.test(key);

/** @param {Named[]} all */
function refuseKeys(all) {
  const found = all.slice(0, 8).map(({ key }) => key);
  throw new Refusal("set-keys", { wanted: WANTED, found: found.join(", ") || "–" });
}

/** By the names of a pair, in all sets. @template {Named} N @param {N[]} all @param {string[]} pair */
function byPair(all, pair) {
  const named = (/** @type {string} */ name) => all.find(({ key }) => key.toLowerCase() === name);
  const parts = pair[0].includes("train") ? ["train", ...TEST_NAMES] : [""];
  return parts.flatMap((part) => {
    const [x, y] = pair.map((name) => named(name.replace("train", part)));
    return x && y ? { test: TEST_NAMES.includes(part), x: asPictures(x), y } : [];
  });
}

/** @template {Named} N @param {N[]} all */
function byName(all) {
  for (const pair of USUAL) {
    const sets = byPair(all, pair);
    if (sets.length > 0) return sets;
  }
  return [];
}

/** By shape: each set of pictures with the only labels that fit it. @template {Named} N @param {N[]} all */
function byShape(all) {
  const pictures = all.filter((named) => shapeOf(named) !== null);
  if (pictures.length === 0 || pictures.length > 2) refuseKeys(all);
  const sets = pictures.map((x) => {
    const test = isTest(x.key);
    const checked = asPictures(x);
    const fitting = all.filter((named) => named.key !== x.key && holdsLabels(named, checked.m));
    const sameSide = fitting.filter(({ key }) => isTest(key) === test);
    const labels = sameSide.length > 0 ? sameSide : fitting;
    if (labels.length !== 1) refuseKeys(all);
    return { test, x: checked, y: labels[0] };
  });
  if (sets.length === 2 && sets[0].test === sets[1].test) refuseKeys(all);
  return sets;
}

/**
 * The sets in a file, training first: pictures and their labels. Throws a Refusal where there are none.
 * @template {Named} N @param {N[]} all @returns {{test: boolean, x: Pictures<N>, y: N}[]}
 */
export function findSets(all) {
  const named = byName(all);
  const sets = named.length > 0 ? named : byShape(all);
  return sets.sort((a, b) => Number(a.test) - Number(b.test));
}
