// What folders say about pictures, by their paths alone.
import assert from "node:assert/strict";
import test from "node:test";
import { interleaved, isHidden, sortedByFolder } from "../../../web/pictures/folders/classes.js";
import { inOrder, onesFirst } from "../../../web/pictures/folders/order.js";

/** @param {string[]} paths */
const items = (paths) => paths.map((path) => ({ path }));

/** "path y part" for each. @param {string[]} paths */
function sorted(paths) {
  const { names, name, placed, beside } = sortedByFolder(items(paths));
  const of = placed.map(({ item, y, test }) => {
    const part = test === null ? "" : test ? " test" : " train";
    return `${item.path} ${names ? y : "?"}${part}`;
  });
  return { names, name, of, beside: beside.map(({ path }) => path) };
}

test("folders: two in one are two classes, the first is y = 1", () => {
  const { names, of, beside } = sorted(["pets/dogs/1.png", "pets/cats/2.jpg", "pets/cats/1.JPG"]);
  assert.deepEqual(names, ["dogs", "cats"]);
  assert.deepEqual(of, ["pets/cats/1.JPG 1", "pets/cats/2.jpg 1", "pets/dogs/1.png 0"]);
  assert.deepEqual(beside, []);
});

test("folders: two dropped beside one another, and any number of folders around them", () => {
  for (const around of ["", "a/", "a/b c/", "train/"]) {
    const { names } = sorted([`${around}cats/1.png`, `${around}dogs/1.png`]);
    assert.deepEqual(names, ["dogs", "cats"], around);
  }
});

test("folders: train and test are the split, in many spellings, and may be wrapped", () => {
  const plain = sorted([
    "d/train/cats/1.png",
    "d/train/dogs/1.png",
    "d/test/cats/1.png",
    "d/test/dogs/1.png",
  ]);
  assert.deepEqual(plain.names, ["dogs", "cats"]);
  assert.deepEqual(plain.of, ["d/test/cats/1.png 1 test", "d/test/dogs/1.png 0 test", "d/train/cats/1.png 1 train", "d/train/dogs/1.png 0 train"]); // prettier-ignore
  for (const [train, other] of [
    ["training_set/training_set", "test_set/test_set"],
    ["Train", "Validation"],
    ["seg_train", "seg_test"],
  ]) {
    // prettier-ignore
    const { of } = sorted([`${train}/Cats/1.png`, `${train}/dogs/1.png`, `${other}/cats/1.png`, `${other}/dogs/2.png`]); // prettier-ignore
    assert.equal(of.filter((line) => line.endsWith("1 train")).length, 1, train);
    assert.equal(of.filter((line) => line.endsWith("0 test")).length, 1, other);
  }
});

test("folders: a test set of one class has it all the same", () => {
  const { names, of } = sorted(["train/a/1.png", "train/b/1.png", "test/b/2.png"]);
  assert.deepEqual(names, ["b", "a"]);
  assert.deepEqual(of, ["test/b/2.png 0 test", "train/a/1.png 1 train", "train/b/1.png 0 train"]);
});

test("folders: beside two classes there may be pictures to test, with a class or without", () => {
  const without = sorted(["t/hemlock/1.jpg", "t/cherry/1.jpg", "t/test/x.jpg", "t/LICENSE.md"]);
  assert.deepEqual(without.names, ["hemlock", "cherry"]);
  assert.deepEqual(without.of, ["t/cherry/1.jpg 1", "t/hemlock/1.jpg 0"]);
  assert.deepEqual(without.beside, ["t/test/x.jpg"]);
  const { of } = sorted(["a/1.jpg", "b/1.jpg", "test/a/2.jpg", "test/b/2.jpg"]);
  assert.deepEqual(of, ["a/1.jpg 1 train", "b/1.jpg 0 train", "test/a/2.jpg 1 test", "test/b/2.jpg 0 test"]);
});

test("folders: train and test may also lie within the classes", () => {
  const { names, of } = sorted(["cats/train/1.png", "cats/test/2.png", "dogs/train/1.png", "dogs/test/2.png"]); // prettier-ignore
  assert.deepEqual(names, ["dogs", "cats"]);
  assert.deepEqual(of, ["cats/test/2.png 1 test", "cats/train/1.png 1 train", "dogs/test/2.png 0 test", "dogs/train/1.png 0 train"]); // prettier-ignore
});

test("folders: a training set alone is one, so that its test set may come later", () => {
  assert.deepEqual(sorted(["train/a/1.png", "train/b/1.png"]).of, ["train/a/1.png 1 train", "train/b/1.png 0 train"]); // prettier-ignore
  assert.deepEqual(sorted(["x/test/a/1.png", "x/test/b/1.png"]).of[0], "x/test/a/1.png 1 test");
});

test("folders: classes called train and cars are no split", () => {
  assert.deepEqual(sorted(["train/1.png", "cars/1.png"]).names, ["train", "cars"]);
});

test("folders: one of pictures must be asked, and gives its name", () => {
  for (const [paths, name] of /** @type {[string[], string | null][]} */ ([
    [["cats/1.png", "cats/2.png"], "cats"],
    [["x/y/cats/1.png"], "cats"],
    [["cats/1.png", "cats/more/2.png"], "cats"],
    [["cats/train/1.png"], "cats"],
    [["train/cats/1.png", "test/cats/2.png"], "cats"],
    [["1.png", "2.png"], null],
    [["test/1.png"], null],
  ])) {
    const { names, name: found, of } = sorted(paths);
    assert.equal(names, null);
    assert.equal(found, name, paths[0]);
    assert.ok(of.every((line) => / \?$/.test(line)) && of.length === paths.length, paths[0]);
  }
});

test("folders: deeper ones belong to their class; pictures beside the classes to none", () => {
  const { of, beside } = sorted(["p/a/1.png", "p/a/more/2.png", "p/b/3.png", "p/loose.png", "p/list.csv"]);
  assert.deepEqual(of, ["p/a/1.png 1", "p/a/more/2.png 1", "p/b/3.png 0"]);
  assert.deepEqual(beside, ["p/loose.png"], "a list of them is no picture");
});

test("folders: three kinds are refused and named; so is what holds no picture", () => {
  const three = items(["p/a/1.png", "p/b/1.png", "p/c/1.png"]);
  assert.throws(() => sortedByFolder(three), { code: "many-folders", params: { n: 3, found: "a, b, c" } });
  const split = items(["train/a/1.png", "train/b/1.png", "test/a/1.png", "test/c/1.png"]);
  assert.throws(() => sortedByFolder(split), { code: "many-folders", params: { n: 3, found: "a, b, c" } });
  assert.throws(() => sortedByFolder(items(["a/1.txt"])), { code: "no-pictures" });
  assert.throws(() => sortedByFolder([]), { code: "no-pictures" });
});

test("folders: those without pictures count for nothing", () => {
  assert.deepEqual(sorted(["p/a/1.png", "p/b/1.png", "p/docs/read.txt"]).names, ["b", "a"]);
});

test("folders: what computers put beside files is left out", () => {
  for (const path of [
    "__MACOSX/a/._1.png",
    "a/.DS_Store",
    "a/Thumbs.db",
    "a/desktop.ini",
    ".git/x.png",
    "a/._1.png",
  ])
    // prettier-ignore
    assert.ok(isHidden(path), path);
  for (const path of ["a/1.png", "a.b/1.png", "macosx/1.png"]) assert.ok(!isHidden(path), path);
  const { names, of } = sorted(["a/1.png", "__MACOSX/a/._1.png", "b/.hidden.png", "b/2.png"]);
  assert.deepEqual([names, of.length], [["b", "a"], 2]);
});

test("folders: names that say the others are y = 0", () => {
  for (const [one, zero] of [
    ["cat", "non-cat"],
    ["cat", "not_cat"],
    ["cat", "noncat"],
    ["cat", "background"],
    ["zebra", "other"],
    ["tumor", "no tumor"],
    ["yes", "no"],
    ["1", "0"],
    ["class1", "class0"],
    ["positive", "negative"],
    ["true", "false"],
    ["猫", "非猫"],
    ["猫", "其他"],
  ])
    for (const two of [[one, zero], [zero, one]]) assert.deepEqual(onesFirst(two), [one, zero]); // prettier-ignore
  for (const two of [
    ["cats", "dogs"],
    ["apples", "notebooks"],
    ["class1", "class2"],
    ["noses", "toes"],
    ["level 10", "level 20"],
  ])
    // prettier-ignore
    assert.deepEqual(onesFirst(two), two);
});

test("folders: img2 comes before img10, folder by folder", () => {
  const paths = ["b/img10.png", "a10/1.png", "b/img2.png", "a2/1.png", "b/IMG1.png"];
  assert.deepEqual(inOrder(items(paths)).map(({ path }) => path), ["a2/1.png", "a10/1.png", "b/IMG1.png", "b/img2.png", "b/img10.png"]); // prettier-ignore
});

test("folders: as many of each kind as can be come first", () => {
  const list = (/** @type {0 | 1} */ y, /** @type {number} */ n) =>
    Array.from({ length: n }, (_, i) => ({ item: { path: `${y}/${i}` }, y, test: null }));
  const mixed = interleaved([...list(1, 60), ...list(0, 20)]);
  for (const n of [4, 20, 40]) assert.equal(mixed.slice(0, n).filter(({ y }) => y === 0).length, n / 4);
  assert.deepEqual(mixed.filter(({ y }) => y === 1).map(({ item }) => item.path), list(1, 60).map(({ item }) => item.path)); // prettier-ignore
});
