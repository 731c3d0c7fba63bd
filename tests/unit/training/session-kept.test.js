// The session's whole sets: .h5 files, the capacity, and what a reload finds again.
import assert from "node:assert/strict";
import test from "node:test";
import { CAPACITY } from "../../../web/core/core.js";
import { openSession, part, picture, pictures } from "./session-fakes.js";

const SMALL = { meta: { source: "drawn", settings: { n_px: 32 } } };

async function started(stored = SMALL) {
  const world = await openSession(stored);
  return { ...world, ...(await world.session.start()) };
}

/** The same browser, later. */
const reloaded = ({ store }) => started({ pictures: [...store.kept.values()], meta: store.meta });

const summary = (data) => {
  const { source, names, id, y, test: isTest, n_px, share } = data;
  return { source, names, id: [...id], y: [...y], test: [...isTest], n_px, share };
};

test("the .h5 files of a course come with their own split and names, in either order or together", async () => {
  const train = { name: "train.h5", h5: [part(false, 8, 32, 1)], names: ["non-cat", "cat"] };
  const tests = { name: "test.h5", h5: [part(true, 4, 32, 2)], names: ["non-cat", "cat"] };
  for (const drops of [[[train, tests]], [[train], [tests]], [[tests], [train]]]) {
    const { session, last } = await started();
    for (const files of drops) await session.addFiles(files, null);
    const data = last("data");
    assert.deepEqual([data.source, data.m, data.m_test, data.share], ["h5", 8, 4, "own"]);
    assert.deepEqual([data.names, data.hasOwnSplit, data.missing], [["non-cat", "cat"], true, null]);
    assert.deepEqual(data.sizes, [32], "no larger than they came");
    const trained = [...data.id].filter((_, i) => !data.test[i]);
    assert.deepEqual((await session.pixels(trained)).rgb, train.h5[0].rgb, "byte for byte");
  }
});

test("an .h5 file again replaces the part it brings, and own pictures make way, undoably", async () => {
  const { session, last } = await started();
  await session.addFiles(pictures(3, 1), 1);
  await session.addFiles([{ name: "a.h5", h5: [part(false, 8, 32, 1), part(true, 4, 32, 2)] }], null);
  assert.deepEqual([last("data").m, last("data").m_test], [8, 4]);
  await session.addFiles([{ name: "b.h5", h5: [part(false, 6, 32, 3)] }], null);
  assert.deepEqual([last("data").m, last("data").m_test], [6, 4]);
  await session.undo();
  assert.deepEqual([last("data").m, last("data").m_test], [8, 4]);
  await session.undo();
  assert.deepEqual([last("data").source, last("data").counts], ["own", [0, 3]]);
});

test("own pictures beside an .h5 set are trained on; the seeded split can take over", async () => {
  const { session, last } = await started();
  await session.addFiles([{ name: "a.h5", h5: [part(false, 8, 32, 1), part(true, 4, 32, 2)] }], null);
  await session.addFiles(pictures(3, 1), 1);
  assert.deepEqual([last("data").m, last("data").m_test], [11, 4]);
  await session.change({ share: 0.5 });
  assert.equal(last("data").m_test, 8);
  await session.change({ share: "own" });
  assert.deepEqual([last("data").m, last("data").m_test], [11, 4]);
});

test("a refused .h5 file leaves everything as it was", async () => {
  const { session, last } = await started();
  await session.addFiles(pictures(3, 1), 1);
  const before = summary(last("data"));
  const huge = { name: "huge.h5", h5: [{ ...part(false, 1, 32), m: CAPACITY + 1 }] };
  const { added, refused } = await session.addFiles([huge], null);
  assert.deepEqual([added, refused], [0, [{ capacity: CAPACITY, name: "huge.h5", code: "capacity" }]]);
  assert.deepEqual(summary(last("data")), before);
});

test("at the capacity, what still fits is kept and the others are named; what is there stays", async () => {
  const { rgb } = picture("", { px: 8 });
  const stored = Array.from({ length: CAPACITY - 5 }, (_, i) => ({ id: i + 1, y: i % 2, test: null, name: `${i}`, px: 8, rgb })); // prettier-ignore
  const world = await started({
    pictures: stored,
    meta: { source: "own", settings: { n_px: 32, share: 0.2 } },
  });
  const { session, last, restored } = world;
  assert.ok(restored);
  const { added, refused } = await session.addFiles(pictures(8, 1), 1);
  assert.equal(added, 5);
  assert.deepEqual(refused, pictures(8, 1).slice(5).map(({ name }) => ({ name, code: "capacity", capacity: CAPACITY }))); // prettier-ignore
  assert.equal(last("data").id.length, CAPACITY);
  assert.deepEqual((await session.addFiles(pictures(1, 0), 0)).added, 0);
  assert.deepEqual((await session.addPixels(rgb, 8, 1, "pad")).refused[0].code, "capacity");
  assert.equal(last("data").id.length, CAPACITY);

  // Back and forth where the room is full: nothing is lost, nothing throws.
  await session.remove([1, 2]);
  await session.addFiles(pictures(2, 0, 20), 0);
  await session.undo();
  await session.undo();
  assert.deepEqual([last("data").id.length, last("data").id[0]], [CAPACITY, 1]);
  await session.redo();
  await session.redo();
  assert.deepEqual([last("data").id.length, last("data").id[0]], [CAPACITY, 3]);
});

test("a reload finds own pictures, classes, names and settings", async () => {
  const first = await started();
  const { session } = first;
  await session.addFiles(pictures(4, 0), 0);
  await session.addFiles(pictures(5, 1), 1);
  await session.setNames(["dogs", ""]);
  await session.change({
    alpha: 0.03,
    iterations: 77,
    engine: "loop",
    share: 0.3,
    n_px: 64,
    fit: "fit",
    speed: 10,
  });
  await session.relabel([first.last("data").id[0]], 1);
  await session.remove([first.last("data").id[1]]);
  const data = first.last("data");
  const second = await reloaded(first);
  assert.equal(second.restored, true);
  assert.deepEqual(summary(second.last("data")), summary(data));
  assert.equal(second.last("data").undo, null);
  assert.deepEqual(second.settings, data.settings);
  assert.equal(second.settings.speed, 10, "the speed that was chosen");
  const ids = [...data.id];
  assert.deepEqual(await second.session.pixels(ids), await session.pixels(ids));
  assert.deepEqual(await second.session.names(ids), await session.names(ids));
  await second.session.addFiles(pictures(1, 0, 30), 0);
  assert.ok(second.last("data").id.at(-1) > Math.max(...ids), "ids go on");
});

test("back over the first own pictures, and forth again: none is lost", async () => {
  const { session, last } = await started();
  await session.addFiles(pictures(2, 1), 1); // the drawn set makes way
  await session.addFiles(pictures(3, 0), 0);
  const own = summary(last("data"));
  await session.undo();
  assert.deepEqual([last("data").source, last("data").counts], ["own", [0, 2]]);
  await session.undo();
  assert.deepEqual(
    [last("data").source, last("data").undo, last("data").redo.code],
    ["drawn", null, "first"],
  );
  await session.redo();
  await session.redo();
  assert.deepEqual([summary(last("data")), last("data").redo], [own, null]);
});

test("a reload finds the names given to the drawn classes, and only to them", async () => {
  const first = await started();
  await first.session.setNames(["dinge", "katze"]);
  assert.deepEqual((await reloaded(first)).last("data").names, ["dinge", "katze"]);
  await first.session.addFiles(pictures(1, 1), 1);
  await first.session.empty(1);
  assert.deepEqual((await reloaded(first)).last("data").names, [null, null]);
});

test("a reload finds an .h5 set with its split, and the sizes it allows", async () => {
  const first = await started();
  await first.session.addFiles([{ name: "a.h5", h5: [part(false, 8, 50, 1), part(true, 4, 50, 2)], names: ["a", "b"] }], null); // prettier-ignore
  const second = await reloaded(first);
  assert.deepEqual(summary(second.last("data")), summary(first.last("data")));
  assert.deepEqual([second.last("data").n_px, second.last("data").sizes], [50, [32, 50]]);
});

test("undo is stored as well; the drawn set again means nothing is stored", async () => {
  const first = await started();
  await first.session.addFiles(pictures(4, 0), 0);
  await first.session.empty(0);
  await first.session.undo();
  assert.deepEqual(summary((await reloaded(first)).last("data")), summary(first.last("data")));
  await first.session.loadDrawn();
  assert.equal(first.store.kept.size, 0);
  const later = await reloaded(first);
  assert.deepEqual([later.restored, later.last("data").source], [false, "drawn"]);
  await first.session.undo();
  assert.equal(first.store.kept.size, 4);
});

test("the page may be closed at any moment: what stays is never deleted, what they are comes before the pictures", async () => {
  const { session, store, last } = await started();
  const done = [];
  for (const name of ["savePictures", "removePictures", "retainPictures", "saveSet", "clear"]) {
    const work = store[name].bind(store);
    store[name] = (what) => {
      done.push(name === "savePictures" ? `save ${what.map(({ id }) => id)}` : name);
      return work(what);
    };
  }
  const kept = async (command) => {
    done.length = 0;
    await command;
    return done;
  };
  const first = await kept(session.addFiles(pictures(2, 0), 0));
  assert.deepEqual(first, ["saveSet", "save 1,2"], "told as own before they are there");
  assert.deepEqual(await kept(session.undo()), ["removePictures", "saveSet"]);
  assert.deepEqual(await kept(session.redo()), ["saveSet", "save 1,2"]);
  await session.addFiles(pictures(2, 1), 1);
  await session.remove([2]);
  assert.deepEqual(await kept(session.undo()), ["saveSet", "save 2"]);
  await session.relabel([1], 1);
  assert.deepEqual(await kept(session.undo()), ["saveSet", "save 1"]);
  const h5 = { name: "a.h5", h5: [part(false, 2, 32, 1)] };
  assert.deepEqual(await kept(session.addFiles([h5], null)), ["retainPictures", "saveSet", "save 5,6"]);
  const train = { name: "b.h5", h5: [part(true, 1, 32, 1)] };
  await session.addFiles([train], null);
  await session.undo();
  assert.deepEqual([...store.kept.keys()], [...last("data").id]);
});

test("forget deletes everything and shows the drawn set", async () => {
  const { session, store, last } = await started();
  await session.addFiles(pictures(4, 0), 0);
  await session.setNames(["a", "b"]);
  await session.forget();
  assert.equal(store.kept.size, 0);
  assert.equal(store.meta, null);
  assert.deepEqual(
    [last("data").source, last("data").undo, last("data").names],
    ["drawn", null, [null, null]],
  );
});

test("nonsense in the storage is left aside", async () => {
  const settings = { alpha: -3, iterations: "many", n_px: 32, engine: "gram", unheard: 1 };
  const { settings: found, last } = await started({ meta: { source: "own", names: [1, null], settings } });
  assert.deepEqual([found.alpha, found.iterations, found.n_px, found.engine], [0.005, 2000, 32, "gram"]);
  assert.equal(last("data").source, "drawn");
});
