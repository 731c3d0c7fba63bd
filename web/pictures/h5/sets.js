// Which datasets of a file are pictures, and which are their labels: by the course's names where it has them, else by
// shape, as long as there is only one way to understand them.

import { Refusal } from "../refusal.js";
import { CLASS } from "./library.js";
import { kindOf } from "./numbers.js";

/** @typedef {import('h5wasm').Dataset} Dataset */
/** @typedef {'last' | 'first' | 'none'} Channels where the colours are: m × n × n × c, m × c × n × n, or m × n × n */
/** @typedef {{key: string, dataset: Dataset}} Named */
/** @typedef {Named & {m: number, n_px: number, colours: number, channels: Channels}} Pictures */

const MIN_PX = 8;
const MAX_PX = 128;
const MOST_DATASETS = 1000; // that are looked at
const WANTED = "train_set_x, train_set_y";

/** The datasets of a file and of the groups in it, one level deep. @param {typeof import('h5wasm')} h5wasm
 *  @param {import('h5wasm').File} file @returns {Named[]} */
export function datasetsOf(h5wasm, file) {
  /** @type {Named[]} */
  const list = [];
  const take = (/** @type {any} */ group, /** @type {string} */ path, /** @type {number} */ depth) => {
    for (const name of group.keys()) {
      if (list.length >= MOST_DATASETS) return;
      const found = group.get(name);
      if (found instanceof h5wasm.Dataset) list.push({ key: path + name, dataset: found });
      else if (found instanceof h5wasm.Group && depth > 0) take(found, `${path}${name}/`, depth - 1);
    }
  };
  take(file, "", 1);
  return list;
}

/** @param {Dataset} dataset @returns {{m: number, n_px: number, colours: number, channels: Channels} | null} */
function shapeOf(dataset) {
  if (kindOf(dataset) === "") return null;
  const [m, a, b, c] = dataset.metadata.shape ?? [];
  const rank = dataset.metadata.shape?.length;
  if (rank === 3 && a === b) return { m, n_px: a, colours: 1, channels: "none" };
  if (rank !== 4) return null;
  if (a === b && (c === 3 || c === 1)) return { m, n_px: a, colours: c, channels: "last" };
  if (b === c && (a === 3 || a === 1)) return { m, n_px: b, colours: a, channels: "first" };
  return null;
}

/** "209 × 64 × 64 × 3", and the kind of numbers if they are not bytes. @param {Dataset} dataset */
function describe(dataset) {
  const sizes = (dataset.metadata.shape ?? []).join(" × ");
  const kind = kindOf(dataset);
  return kind === "uint8" ? sizes : `${sizes} ${kind || "?"}`;
}

/** What makes pictures of it, or a Refusal that names what is wrong. @param {Named} named @returns {Pictures} */
export function asPictures({ key, dataset }) {
  const shape = shapeOf(dataset);
  if (shape === null) throw new Refusal("h5-shape", { key, shape: describe(dataset) });
  if (!(shape.m > 0)) throw new Refusal("h5-none", { key });
  if (shape.n_px < MIN_PX || shape.n_px > MAX_PX)
    throw new Refusal("h5-size", { key, n: shape.n_px, least: MIN_PX, most: MAX_PX });
  return { key, dataset, ...shape };
}

/** Whether there may be m labels in it: (m), (m, 1), (1, m). @param {Dataset} dataset @param {number} m */
export function holdsLabels({ metadata: { type, shape, total_size } }, m) {
  const number = type === CLASS.INTEGER || type === CLASS.ENUM || type === CLASS.FLOAT;
  return number && total_size === m && (shape?.length ?? 0) <= 2 && Boolean(shape?.includes(m));
}

const isTest = (/** @type {string} */ key) =>
  /(^|[^a-z])(test|val|valid|validation|dev)([^a-z]|$)/i.test(key);

/** @param {Named[]} all */
function refuseKeys(all) {
  const found = all.slice(0, 8).map(({ key }) => key);
  throw new Refusal("h5-keys", { wanted: WANTED, found: found.join(", ") || "–" });
}

/** By the course's names. @param {Named[]} all */
function byName(all) {
  const named = (/** @type {string} */ key) => all.find((one) => one.key === key);
  return ["train", "test"].flatMap((set) => {
    const [x, y] = [named(`${set}_set_x`), named(`${set}_set_y`)];
    return x && y ? { test: set === "test", x: asPictures(x), y } : [];
  });
}

/** By shape: each set of pictures with the only labels that fit it. @param {Named[]} all */
function byShape(all) {
  const pictures = all.filter(({ dataset }) => shapeOf(dataset) !== null);
  if (pictures.length === 0 || pictures.length > 2) refuseKeys(all);
  const sets = pictures.map((x) => {
    const test = isTest(x.key);
    const checked = asPictures(x);
    const fitting = all.filter(({ key, dataset }) => key !== x.key && holdsLabels(dataset, checked.m));
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
 * @param {Named[]} all @returns {{test: boolean, x: Pictures, y: Named}[]}
 */
export function findSets(all) {
  const named = byName(all);
  const sets = named.length > 0 ? named : byShape(all);
  return sets.sort((a, b) => Number(a.test) - Number(b.test));
}
