// Which arrays of a file are pictures, and which are their labels: by the names that are usual, the course's first, else by
// shape, as long as there is only one way to understand them.

import { Refusal } from "../refusal.js";
import { holdsColumns, holdsLabels } from "./labels.js";
import { asPictures, layoutOf } from "./layout.js";
import { describe } from "./numbers.js";

/** @typedef {import('./numbers.js').Named} Named */
/** @template {Named} N @typedef {import('./layout.js').Pictures<N>} Pictures */
/** @template {Named} N @typedef {{test: boolean, x: Pictures<N>, y: N | null}} Found y null: pictures without labels */

const WANTED = "train_set_x, train_set_y";
const NAMED = 8; // of the arrays in a file, in a sentence
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

/** What pictures that are not trained on are called: all of them are for testing here. */
const TEST_NAMES = ["test", "val", "valid", "validation", "dev"];
const TEST = new RegExp(`(^|[^a-z])(${TEST_NAMES.join("|")})([^a-z]|$)`, "i");
const TRAIN = /(^|[^a-z])train(ing)?([^a-z]|$)/i;

/** testX, Xtest and X_test are the same. @param {string} name */
const inWords = (name) =>
  name.replace(/([a-z])([A-Z])/g, "$1_$2").replace(/(^|[^a-z])([xy])([a-z]{3})/gi, "$1$2_$3");

/** What is nearest to the array decides: its name, then the folders it is in. @param {string} key */
function isTest(key) {
  const said = key.split("/").map(inWords).findLast((name) => TEST.test(name) || TRAIN.test(name)); // prettier-ignore
  return said !== undefined && !TRAIN.test(said);
}

const CLASSES = /^(list_)?class(es|_names)$|^(label|target)_names$/;
const nameIn = (/** @type {string} */ key) => key.slice(key.lastIndexOf("/") + 1);
const folderOf = (/** @type {string} */ key) => key.slice(0, key.lastIndexOf("/") + 1);

/** Whether it says what the classes are called. @param {Pick<Named, "key" | "kind">} named */
export const namesClasses = ({ key, kind }) => kind === "text" && CLASSES.test(nameIn(key).toLowerCase());

/** What a file holds, for a sentence. @param {Named[]} all */
function foundIn(all) {
  const list = all.slice(0, NAMED).map((named) => `${named.key} (${describe(named)})`);
  return `${list.join(", ")}${all.length > NAMED ? " …" : ""}` || "–";
}

/** @param {Named[]} all @returns {never} */
function refuseKeys(all) {
  throw new Refusal("set-keys", { wanted: WANTED, found: foundIn(all) });
}

/** By the names of a pair, in all sets of a folder. @template {Named} N @param {N[]} all @param {string[]} pair
 *  @param {string} folder @returns {Found<N>[]} */
function byPair(all, pair, folder) {
  const named = (/** @type {string} */ name) =>
    all.find(({ key }) => folderOf(key) === folder && nameIn(key).toLowerCase() === name);
  const parts = pair[0].includes("train") ? ["train", ...TEST_NAMES] : [""];
  return parts.flatMap((part) => {
    const [x, y] = pair.map((name) => named(name.replace("train", part)));
    return x && y ? { test: isTest(x.key), x: asPictures(x), y } : [];
  });
}

/** @template {Named} N @param {N[]} all @returns {Found<N>[]} */
function byName(all) {
  const folders = [...new Set(all.map(({ key }) => folderOf(key)))];
  for (const pair of USUAL) {
    const sets = folders.flatMap((folder) => byPair(all, pair, folder));
    if (sets.length > 0) return sets;
  }
  return [];
}

/** What may be the labels of these pictures: of the same folder or part, where some are; numbers before words, which may be
 *  the names of files. @template {Named} N @param {Pictures<N>} x @param {N[]} all */
function labelsFor(x, all) {
  const others = all.filter((named) => named.key !== x.key && !namesClasses(named));
  const fitting = others.filter((named) => holdsLabels(named, x.m));
  const candidates = fitting.length > 0 ? fitting : others.filter((named) => holdsColumns(named, x.m));
  const choices = [
    (/** @type {N} */ { key }) => isTest(key) === isTest(x.key),
    (/** @type {N} */ { key }) => folderOf(key) === folderOf(x.key),
    (/** @type {N} */ { kind }) => kind !== "text",
  ];
  return choices.reduce((left, choice) => {
    const chosen = left.filter(choice);
    return chosen.length > 0 ? chosen : left;
  }, candidates);
}

/** By shape: each set of pictures with the only labels that fit it. @template {Named} N @param {N[]} all
 *  @returns {Found<N>[]} */
function byShape(all) {
  const pictures = all.filter((named) => layoutOf(named) !== null);
  if (pictures.length === 0) {
    const nearly = all.filter(({ kind, shape }) => kind !== "text" && shape.length >= 3);
    const one = all.length === 1 ? all : nearly;
    if (one.length === 1) asPictures(one[0]); // says what is wrong with its shape
    refuseKeys(all);
  }
  return pictures.map((named) => {
    const x = asPictures(named);
    const labels = labelsFor(x, all);
    if (labels.length > 1) refuseKeys(all);
    return { test: isTest(x.key), x, y: labels[0] ?? null };
  });
}

/** @template {Named} N @param {Found<N>[]} sets @param {N[]} all */
function refuseUnclear(sets, all) {
  if (sets.filter(({ test }) => !test).length > 1) refuseKeys(all);
  const labels = new Set(sets.map(({ y }) => y?.key));
  if (labels.size < sets.length) refuseKeys(all);
}

/**
 * The sets in a file, training first: pictures and their labels. Pictures without labels are left out where others have some;
 * alone they come without. Throws a Refusal where there are none.
 * @template {Named} N @param {N[]} all @returns {{sets: Found<N>[], left: string[]}} left: keys of pictures left out
 */
export function findSets(all) {
  const named = byName(all);
  const found = named.length > 0 ? named : byShape(all);
  const labelled = found.filter(({ y }) => y !== null);
  const sets = labelled.length > 0 ? labelled : found;
  if (labelled.length === 0 && (sets.length > 1 || all.length > 1)) {
    throw new Refusal("set-unlabelled", { key: sets[0].x.key, found: foundIn(all) });
  }
  refuseUnclear(sets, all);
  const used = new Set(sets.flatMap(({ x, y }) => [x.key, y?.key]));
  const left = all.filter((each) => !used.has(each.key) && layoutOf(each) !== null).map(({ key }) => key);
  return { sets: sets.sort((a, b) => Number(a.test) - Number(b.test)), left };
}
