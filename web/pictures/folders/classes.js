// What folders say about the pictures in them: which class, training or test, and what the classes are called. Folders are
// known by the paths of files alone, so that those of an archive are understood in the same way.

import { Refusal } from "../refusal.js";
import { inOrder, onesFirst } from "./order.js";

/**
 * @template {{path: string}} I @typedef {object} Folder
 * @property {I[]} files @property {Map<string, Folder<I>>} folders
 */
/** @template {{path: string}} I @typedef {{item: I, y: 0 | 1, test: boolean | null}} Placed */
/**
 * @template {{path: string}} I @typedef {object} Sorted
 * @property {string[] | null} names of class 0 and class 1; null: all of one class, which must be asked
 * @property {string | null} name of the one folder they were in
 * @property {Placed<I>[]} placed y is 0 where it must be asked @property {I[]} beside pictures beside the folders of the classes
 */

const LEFT_OUT = /^(\..*|__macosx|thumbs\.db|desktop\.ini|@eadir|\$recycle\.bin)$/i;
const TRAIN = /(^|[^a-z])(train|training)([^a-z]|$)/i;
const TEST = /(^|[^a-z])(test|testing|val|valid|validation|dev)([^a-z]|$)/i;

/** What computers put beside the files of people. @param {string} path */
export const isHidden = (path) => path.split("/").some((part) => LEFT_OUT.test(part));

const PICTURE = /\.(png|jpe?g|jfif|webp|gif|avif|bmp|ico|hei[cf]|tiff?|jxl|svg)$/i;

/** By its name: what is inside is looked at when it is opened. @param {string} path */
export const seemsPicture = (path) => PICTURE.test(path);

/** @template {{path: string}} I @returns {Folder<I>} */
const empty = () => ({ files: [], folders: new Map() });

/** @template {{path: string}} I @param {I[]} items @returns {Folder<I>} */
function treeOf(items) {
  /** @type {Folder<I>} */
  const root = empty();
  for (const item of items) {
    let folder = root;
    for (const name of item.path.split("/").slice(0, -1).filter(Boolean)) {
      const inside = folder.folders.get(name) ?? empty();
      folder.folders.set(name, inside);
      folder = inside;
    }
    folder.files.push(item);
  }
  return root;
}

/** Every file in it. @template {{path: string}} I @param {Folder<I>} folder @returns {I[]} */
const within = ({ files, folders }) => [...files, ...[...folders.values()].flatMap(within)];

/** @template {{path: string}} I @param {Folder<I>} folder */
const hasPictures = (folder) => within(folder).some(({ path }) => seemsPicture(path));

/** The folders in it that hold pictures. @template {{path: string}} I @param {Folder<I>} folder */
const inside = ({ folders }) => [...folders].filter(([, each]) => hasPictures(each));

/** Through folders that hold nothing but one folder, to the first that says something.
 *  @template {{path: string}} I @param {Folder<I>} folder @param {boolean} [toClass] not through the last of them
 *  @returns {{folder: Folder<I>, passed: string[]}} */
function seenThrough(folder, toClass = false) {
  const passed = [];
  for (;;) {
    const next = inside(folder);
    if (next.length !== 1 || folder.files.some(({ path }) => seemsPicture(path))) return { folder, passed };
    if (toClass && inside(next[0][1]).length === 0) return { folder, passed };
    passed.push(next[0][0]);
    folder = next[0][1];
  }
}

/** Which part a folder's name says; null: none. @param {string} name */
const partOf = (name) => (TEST.test(name) ? true : TRAIN.test(name) ? false : null);

/** Whether these are train and test, whatever their order. @param {string[]} names */
const isSplit = (names) =>
  names.length > 1 && names.every((name) => partOf(name) !== null) && new Set(names.map(partOf)).size === 2;

/** Folders as classes of one part. @template {{path: string}} I @param {[string, Folder<I>][]} folders
 *  @param {boolean | null} test */
const classesIn = (folders, test) => folders.map(([name, each]) => ({ name, files: partsOf(each, test) }));

/** The files of one class; cats/train and cats/test are a split as well.
 *  @template {{path: string}} I @param {Folder<I>} folder @param {boolean | null} test */
function partsOf(folder, test) {
  const through = seenThrough(folder).folder;
  const split = test === null && isSplit(inside(through).map(([name]) => name));
  if (!split) return within(folder).map((item) => ({ item, test }));
  return [...through.folders].flatMap(([name, each]) =>
    within(each).map((item) => ({ item, test: partOf(name) })),
  );
}

/** @template {{path: string}} I @param {Folder<I>} root */
function readTree(root) {
  const { folder, passed } = seenThrough(root);
  const found = inside(folder);
  const plain = found.filter(([name]) => partOf(name) === null);
  const split = isSplit(found.map(([name]) => name));
  // A training set that comes alone is one, and its test set may come later.
  const alone = passed.map(partOf).find((part) => part !== null) ?? null;
  // Beside two classes there may be a folder to test, with the same two in it or with pictures of no class.
  if (!split && plain.length !== 2) return { classes: classesIn(found, alone), beside: folder.files, passed };
  // One part may lack a class: its only folder is one nevertheless.
  const parts = found
    .filter(([name]) => split || partOf(name) !== null)
    .map(([name, each]) => ({ test: partOf(name), ...seenThrough(each, true) }));
  const held = parts.flatMap((part) => classesIn(inside(part.folder), part.test));
  const classes = split ? held : [...classesIn(plain, held.length > 0 ? false : alone), ...held];
  return { classes, beside: [...folder.files, ...parts.flatMap((part) => part.folder.files)], passed };
}

/** All of one class. @template {{path: string}} I @param {I[]} items @param {string[]} passed @returns {Sorted<I>} */
function ofOne(items, passed) {
  const name = passed.findLast((each) => partOf(each) === null) ?? null;
  const placed = items.map((item) => ({ item, y: /** @type {const} */ (0), test: null }));
  return { names: null, name, placed, beside: [] };
}

/**
 * Two folders of pictures are two classes; in train and test, both parts have them. A Refusal where there are more.
 * @template {{path: string}} I @param {I[]} items @returns {Sorted<I>}
 */
export function sortedByFolder(items) {
  const files = inOrder(items.filter(({ path }) => !isHidden(path)));
  const root = treeOf(files);
  if (!hasPictures(root)) throw new Refusal("no-pictures");
  const { classes, beside, passed } = readTree(root);
  const names = inOrder([...new Set(classes.map(({ name }) => name))].map((path) => ({ path })));
  const kinds = [...new Map(names.map(({ path }) => [path.toLowerCase(), path])).values()];
  if (kinds.length < 2) return ofOne(files, kinds.length === 1 && beside.length === 0 ? kinds : passed);
  if (kinds.length > 2)
    throw new Refusal("many-folders", { n: kinds.length, found: kinds.slice(0, 8).join(", ") });
  const [one, zero] = onesFirst(kinds);
  const placed = classes.flatMap(({ name, files: list }) => {
    const y = /** @type {0 | 1} */ (name.toLowerCase() === one.toLowerCase() ? 1 : 0);
    return list.map((each) => ({ ...each, y }));
  });
  return { names: [zero, one], name: null, placed, beside: beside.filter(({ path }) => seemsPicture(path)) };
}

/** Mixed, so that as many of each class and part as can be are among the first of them.
 *  @template {{path: string}} I @param {Placed<I>[]} placed @returns {Placed<I>[]} */
export function interleaved(placed) {
  /** @type {Map<string, Placed<I>[]>} */
  const kinds = new Map();
  for (const each of placed) {
    const key = `${each.y} ${each.test}`;
    const list = kinds.get(key) ?? [];
    list.push(each);
    kinds.set(key, list);
  }
  const ranked = [...kinds.values()].flatMap((list) =>
    list.map((each, i) => ({ each, rank: (i + 0.5) / list.length })),
  );
  return ranked.sort((a, b) => a.rank - b.rank).map(({ each }) => each);
}
