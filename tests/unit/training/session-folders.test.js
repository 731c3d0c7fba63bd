// Folders and archives come in: as one step, with their names and their split; what is bad leaves everything as it was.
import assert from "node:assert/strict";
import test from "node:test";
import { CAPACITY } from "../../../web/core/core.js";
import { npy, zip } from "../shared/zip.js";
import { openSession, picture, pictures } from "./session-fakes.js";

/** A session that decodes real files: the first byte of one is its brightness, or it is no picture. */
async function openWorld() {
  const world = await openSession();
  const { session } = world;
  const plain = session.decode;
  session.decode = async (file, options) => {
    if (!(file instanceof Blob)) return plain(file, options);
    const [level] = new Uint8Array(await file.arrayBuffer());
    return plain(level === 0 ? { refusal: new TypeError("no picture") } : picture("", { seed: level, px: 32 }), options); // prettier-ignore
  };
  await session.start();
  return world;
}

let level = 1;
const file = (/** @type {string} */ name) =>
  new File([Uint8Array.of((level = (level % 250) + 1))], name, { type: "image/png" });
/** Files in folders: one picture for each path. @param {string[]} paths */
const tree = (paths) => /** @type {const} */ ([paths.map((path) => file(path.slice(path.lastIndexOf("/") + 1))), paths]); // prettier-ignore
/** @param {string} name @param {string[]} paths @param {any} [more] */
const archive = (name, paths, more = {}) => {
  const entries = paths.map((path, i) => ({ name: path, data: Uint8Array.of(i + 1), ...more[path] }));
  return new File([/** @type {any} */ (zip(entries))], name);
};
/** @param {number} n @param {string} folder */
const numbered = (n, folder) => Array.from({ length: n }, (_, i) => `${folder}/${i}.png`);

/** What the page shows of the pictures. @param {any} world */
function shown({ last }) {
  const { source, names, counts, m, m_test, share, undo } = last("data");
  return { source, names, counts, m, m_test, share, undo: undo?.code ?? null };
}

test("two folders become two classes with their names, in one step that can be undone", async () => {
  const world = await openWorld();
  const [files, paths] = tree([...numbered(4, "pets/cats"), ...numbered(6, "pets/dogs"), "pets/.DS_Store"]);
  const result = await world.session.addFiles(files, null, paths);
  assert.deepEqual([result.added, result.classes, result.refused], [10, [6, 4], []]);
  const { names, counts, source, share } = shown(world);
  assert.deepEqual([names, counts, source, share], [["dogs", "cats"], [6, 4], "own", 0.2]);
  await world.session.undo();
  assert.equal(shown(world).source, "drawn", "one step");
});

test("train and test are the split", async () => {
  const world = await openWorld();
  const paths = [
    ...numbered(3, "train/a"),
    ...numbered(3, "train/b"),
    ...numbered(2, "test/a"),
    "test/b/1.png",
  ];
  await world.session.addFiles(...[tree(paths)[0], null, paths]);
  const { m, m_test, share, names } = shown(world);
  assert.deepEqual([m, m_test, share, names], [6, 3, "own", ["b", "a"]]);
});

test("a training set, and its test set dropped later, go together", async () => {
  const world = await openWorld();
  const [train, trainPaths] = tree([...numbered(3, "train/a"), ...numbered(3, "train/b")]);
  await world.session.addFiles([...train], null, [...trainPaths]);
  assert.equal(shown(world).share, 0.2);
  const [held, heldPaths] = tree([...numbered(2, "test/a"), ...numbered(2, "test/b")]);
  await world.session.addFiles([...held], null, [...heldPaths]);
  const { m, m_test, share, counts } = shown(world);
  assert.deepEqual([m, m_test, share, counts], [6, 4, "own", [5, 5]]);
});

test("folders of the same two names are added, whichever of them is y = 1; others replace", async () => {
  const world = await openWorld();
  const { session } = world;
  await session.addFiles(pictures(2, 1), 1);
  await session.addFiles(pictures(2, 0), 0);
  await session.setNames(["Cats", "dogs"]);
  const [files, paths] = tree([...numbered(3, "cats"), "dogs/1.png"]);
  await session.addFiles(files, null, paths);
  assert.deepEqual(shown(world).counts, [5, 3]);
  const [other, otherPaths] = tree(["birds/1.png", "fish/1.png"]);
  await session.addFiles(other, null, otherPaths);
  assert.deepEqual([shown(world).counts, shown(world).names, shown(world).undo], [[1, 1], ["fish", "birds"], "set"]); // prettier-ignore
});

test("one folder asks which class, and gives it its name; on a card nothing is asked", async () => {
  const world = await openWorld();
  const { session } = world;
  const [files, paths] = tree([...numbered(3, "cats/tabby"), ...numbered(2, "cats")]);
  const asked = await session.addFiles(files, null, paths);
  assert.deepEqual([asked.which, asked.added, asked.refused, shown(world).source], [5, 0, [], "drawn"]);
  await session.addFiles(files, 0, paths);
  assert.deepEqual(
    [shown(world).counts, shown(world).names],
    [
      [5, 0],
      ["cats", null],
    ],
  );
  const [mixed, mixedPaths] = tree(["x/a/1.png", "x/b/1.png"]);
  await session.addFiles(mixed, 1, mixedPaths);
  assert.deepEqual([shown(world).counts, shown(world).names], [[5, 2], ["cats", null]], "recursively, and no name"); // prettier-ignore
});

test("a name that was given stays; a folder of which nothing came in names nothing", async () => {
  const world = await openWorld();
  const { session } = world;
  await session.addFiles([new File([Uint8Array.of(0)], "1.png")], 1, ["empty/1.png"]);
  assert.deepEqual(shown(world).names, [null, null]);
  await session.setNames([undefined, "mine"]);
  const [files, paths] = tree(["cats/1.png"]);
  await session.addFiles(files, 1, paths);
  assert.deepEqual(shown(world).names, [null, "mine"]);
});

test("an archive is what its folders are; two archives are two folders", async () => {
  const world = await openWorld();
  const { session } = world;
  const paths = ["set/cats/1.png", "set/cats/2.png", "set/dogs/1.png", "__MACOSX/set/cats/._1.png"];
  const { added, classes } = await session.addFiles([archive("pets.zip", paths)], null);
  assert.deepEqual([added, classes, shown(world).names], [3, [1, 2], ["dogs", "cats"]]);
  await session.addFiles([archive("no.zip", ["1.png"]), archive("yes.zip", ["1.png", "2.png"])], null);
  assert.deepEqual(
    [shown(world).names, shown(world).counts],
    [
      ["no", "yes"],
      [1, 2],
    ],
  );
  const plain = archive("birds.zip", ["1.png", "2.png"]);
  assert.equal((await session.addFiles([plain], null)).which, 2);
  await session.addFiles([plain], 1);
  assert.deepEqual(shown(world).counts, [1, 4]);
  const two = await session.addFiles([archive("two.zip", ["a/1.png", "b/1.png"])], 1);
  assert.deepEqual(
    [two.classes, shown(world).names],
    [
      [1, 1],
      ["b", "a"],
    ],
    "brings its classes to a card, too",
  );
});

test("a bad archive leaves everything as it was, and says why", async () => {
  const world = await openWorld();
  const { session } = world;
  await session.addFiles(pictures(3, 1), 1);
  await session.addFiles(pictures(3, 0), 0);
  const before = shown(world);
  const paths = ["a/1.png", "a/2.png", "b/1.png"];
  for (const [code, bad] of /** @type {[string, File][]} */ ([
    ["zip-crc", archive("bad.zip", paths, { "b/1.png": { crc: 1 } })],
    ["zip-encrypted", archive("bad.zip", paths, { "b/1.png": { flags: 1 } })],
    ["zip-nested", archive("bad.zip", [...paths, "more.zip"])],
    ["zip-names", archive("bad.zip", [...paths, "../x.png"])],
    ["zip-damaged", new File([await archive("", paths).slice(0, 90).arrayBuffer()], "bad.zip")],
    ["many-folders", archive("bad.zip", [...paths, "c/1.png"])],
    ["no-pictures", archive("bad.zip", ["a.txt"])],
    ["no-pictures", archive("bad.zip", [])],
  ])) {
    for (const y of /** @type {const} */ ([null, 1])) {
      const { added, refused } = await session.addFiles([bad], y);
      assert.deepEqual([added, refused.map((r) => [r.name, r.code])], [0, [["bad.zip", code]]], code);
      assert.deepEqual(shown(world), before, code);
    }
  }
});

test("a picture that is none is named, those beside the classes as well; the others come", async () => {
  const world = await openWorld();
  const bad = { "a/3.png": { data: Uint8Array.of(0) } };
  const pack = archive("x.zip", ["a/1.png", "a/3.png", "b/1.png", "beside.png"], bad);
  const { added, refused } = await world.session.addFiles([pack], null);
  assert.deepEqual([added, refused.map((r) => [r.name, r.code])], [2, [["beside.png", "beside"], ["3.png", "truncated"]]]); // prettier-ignore
});

test("many pictures beside the classes are told in one line", async () => {
  const { session } = await openWorld();
  const [files, paths] = tree(["p/a/1.png", "p/b/1.png", ...numbered(9, "p/test")]);
  const { added, refused } = await session.addFiles(files, null, paths);
  assert.deepEqual([added, refused], [2, [{ name: "p", code: "beside-many", n: 9 }]]);
});

test("an archive that lies inside a folder is not opened; a folder without pictures is said so", async () => {
  const { session } = await openWorld();
  const { refused } = await session.addFiles([archive("in.zip", ["1.png"])], null, ["folder/in.zip"]);
  assert.deepEqual(refused, [{ name: "in.zip", code: "archive-in-folder" }]);
  const text = new File(["words"], "read.txt");
  const { refused: none } = await session.addFiles([text], null, ["docs/read.txt"]);
  assert.deepEqual(none, [{ name: "docs", code: "no-pictures" }]);
});

test("the room is shared by both classes, and what has none is told in one line", async () => {
  const world = await openWorld();
  world.session.decode = async () => ({ rgb: new Uint8Array(3 * 64), px: 8 });
  const paths = [...numbered(CAPACITY, "a"), ...numbered(CAPACITY / 2, "b")];
  const files = paths.map(() => new File([], "x.png", { type: "image/png" }));
  await world.session.change({ n_px: 8 });
  const { added, refused } = await world.session.addFiles(files, null, paths);
  assert.equal(added, CAPACITY);
  assert.deepEqual(refused, [{ name: "a, b", code: "capacity-more", n: CAPACITY / 2, capacity: CAPACITY }]);
  const [zeros, ones] = shown(world).counts;
  assert.ok(Math.abs(ones - 2 * zeros) < 3, `${zeros} and ${ones}`);
});

test("stopped in the middle, what was read stays, of both classes", async () => {
  const world = await openWorld();
  const { session } = world;
  const plain = session.decode;
  let n = 0;
  session.decode = async (...args) => {
    if (++n === 20) await session.stopAdding();
    return plain(...args);
  };
  const [files, paths] = tree([...numbered(50, "a"), ...numbered(50, "b")]);
  const { added, stopped, classes } = await session.addFiles(files, null, paths);
  assert.deepEqual([added, stopped, classes], [20, true, [10, 10]]);
});

test(".npz and .npy go the way of .h5; one of pictures alone asks which class", async () => {
  const world = await openWorld();
  const { session } = world;
  const x = npy(
    "|u1",
    [4, 16, 16, 3],
    Uint8Array.from({ length: 4 * 768 }, (_, i) => i & 255),
  );
  const y = npy("|u1", [4], Uint8Array.from([0, 1, 1, 0]));
  const inside = { X: x, y };
  const npz = zip(Object.entries(inside).map(([name, data]) => ({ name: `${name}.npy`, data })));
  const result = await session.addFiles([new File([/** @type {any} */ (npz)], "pets.npz")], null);
  assert.deepEqual(
    [result.added, result.sets, shown(world).source, shown(world).counts],
    [4, 4, "h5", [2, 2]],
  );
  await session.loadDrawn();
  const arrays = Object.entries(inside).map(([name, data]) => new File([/** @type {any} */ (data)], `${name}.npy`)); // prettier-ignore
  assert.equal((await session.addFiles(arrays, null)).sets, 4, "two files, one set");
  await session.loadDrawn();
  const [alone] = arrays;
  assert.equal((await session.addFiles([alone], null)).which, 4);
  assert.equal(shown(world).source, "drawn");
  assert.equal((await session.addFiles([alone], 0)).added, 4);
  assert.deepEqual([shown(world).source, shown(world).counts], ["own", [4, 0]]);
});
