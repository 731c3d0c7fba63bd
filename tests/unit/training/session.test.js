// The session's pictures: what comes in, what is refused, what is undone, what is found again.
import assert from "node:assert/strict";
import test from "node:test";
import { CAPACITY } from "../../../web/core/core.js";
import { badFile, openSession, openTrained, part, picture, pictures } from "./session-fakes.js";

const SMALL = { meta: { source: "drawn", settings: { n_px: 32 } } };
const ids = (data) => [...data.id];
/** What an undo would undo. */
const done = ({ undo }) => [undo.code, undo.count];
const idsOf = (data, y) => ids(data).filter((_, i) => data.y[i] === y);

/** A session with the drawn set already replaced by own pictures. */
async function own(zeros = 4, ones = 4) {
  const world = await openSession(SMALL);
  await world.session.start();
  if (zeros) await world.session.addFiles(pictures(zeros, 0), 0);
  if (ones) await world.session.addFiles(pictures(ones, 1), 1);
  return world;
}

test("a first visit shows the drawn set: 200 to train on, 50 to test on", async () => {
  const { session, last, store } = await openSession();
  const { settings, restored, capacity } = await session.start();
  assert.deepEqual([restored, capacity, settings.n_px, settings.alpha], [false, CAPACITY, 64, 0.005]);
  const data = last("data");
  assert.deepEqual([data.source, data.m, data.m_test, data.n_px], ["drawn", 200, 50, 64]);
  assert.deepEqual([data.missing, data.warning, data.undo, data.hasOwnSplit], [null, null, null, true]);
  assert.equal(data.counts[0] + data.counts[1], 250);
  assert.equal(data.test.filter(Boolean).length, 50);
  assert.deepEqual(data.sizes, [32, 64, 128]);
  assert.equal(store.kept.size, 0, "drawn pictures are made, not stored");
});

test("own pictures replace the drawn set, and undo brings it back", async () => {
  const { session, last } = await openSession(SMALL);
  await session.start();
  const drawn = last("data");
  const { added, sets, refused, twice } = await session.addFiles(pictures(2, 1), 1);
  assert.deepEqual([added, sets, refused, twice?.ids], [2, 0, [], []]);
  const data = last("data");
  assert.deepEqual([data.source, data.counts, data.missing], ["own", [0, 2], "class0-empty"]);
  assert.deepEqual(done(data), ["first", 2]);
  await session.undo();
  const { redo, ...back } = last("data");
  delete back.train;
  assert.deepEqual([done({ undo: redo }), { ...back, redo: null }], [["first", 2], drawn]);
});

test("files that are all refused leave the drawn set, and every one is named", async () => {
  const { session, last } = await openSession(SMALL);
  await session.start();
  const { added, refused } = await session.addFiles([badFile("a.txt"), badFile("b.jpg", "too-large", { width: 9, height: 8 })], 0); // prettier-ignore
  assert.equal(added, 0);
  assert.deepEqual(refused, [
    { name: "a.txt", code: "not-image" },
    { width: 9, height: 8, name: "b.jpg", code: "too-large" },
  ]);
  assert.equal(last("data").source, "drawn");
});

test("of fifty files of which three are bad, 47 are kept and three named", async () => {
  const { session, last, events } = await own(0, 2);
  /** @type {any[]} */
  const files = pictures(50, 0);
  for (const i of [0, 24, 49]) files[i] = badFile(`bad-${i}`, "truncated");
  const { added, refused } = await session.addFiles(files, 0);
  assert.equal(added, 47);
  assert.deepEqual(refused.map(({ name }) => name), ["bad-0", "bad-24", "bad-49"]); // prettier-ignore
  assert.deepEqual(last("data").counts, [47, 2]);
  const adding = events.filter(({ type }) => type === "adding").slice(-50);
  assert.deepEqual(adding.map(({ done }) => done), Array.from({ length: 50 }, (_, i) => i + 1)); // prettier-ignore
  assert.ok(adding.every(({ total }) => total === 50));
});

test("an error that is no refusal counts as a broken file", async () => {
  const { session } = await own();
  const { refused } = await session.addFiles([{ name: "odd", refusal: new TypeError("?") }], 0);
  assert.deepEqual(refused, [{ name: "odd", code: "truncated" }]);
});

test("a picture without a class waits for one; beside a whole set it is refused; an .h5 file needs none", async () => {
  const { session } = await own();
  const { added, refused, which } = await session.addFiles([picture("a.png")], null);
  assert.deepEqual([added, refused, which], [0, [], 1]);
  const set = { name: "x.h5", h5: [part(false, 6, 32)] };
  const both = await session.addFiles([picture("a.png"), set], null);
  assert.deepEqual([both.added, both.refused], [6, [{ name: "a.png", code: "no-class" }]]);
  assert.equal((await session.addFiles([{ name: "x.h5", h5: [part(false, 6, 32)] }], null)).added, 6);
});

test("files that could not be read leave the training where it was", async () => {
  const { session, last, until } = await openTrained();
  const before = last("train");
  assert.equal(before.iteration, 300);
  await session.addFiles([badFile("a.txt")], 0);
  await session.addFiles([picture("b.png")], null);
  await session.remove([99999]);
  await session.relabel(idsOf(last("data"), 1), 1);
  await session.change({ share: last("data").share, n_px: last("data").n_px });
  const now = until("train");
  await session.select(null);
  const { iteration, end, cost } = await now;
  assert.deepEqual([iteration, end, cost], [300, 300, before.cost]);
});

test("pictures are removed, relabelled and emptied, and each can be undone, last one first", async () => {
  const { session, last } = await own(4, 4);
  const start = last("data");
  const [a, b] = idsOf(start, 0);
  await session.relabel([a, b], 1);
  assert.deepEqual(last("data").counts, [2, 6]);
  assert.deepEqual(done(last("data")), ["relabelled", 2]);
  await session.remove([a]);
  assert.deepEqual(done(last("data")), ["removed", 1]);
  await session.empty(1);
  assert.deepEqual([last("data").counts, last("data").missing], [[2, 0], "class1-empty"]);
  assert.deepEqual(done(last("data")), ["emptied", 5]);
  await session.undo();
  assert.deepEqual(last("data").counts, [2, 5]);
  await session.undo();
  assert.deepEqual(last("data").counts, [2, 6]);
  await session.undo();
  const end = last("data");
  assert.deepEqual([end.counts, ids(end), [...end.y]], [start.counts, ids(start), [...start.y]]);
  assert.deepEqual([...end.test], [...start.test], "the split is the same again");
});

test("what was relabelled, removed and brought back can be relabelled back", async () => {
  const { session, last } = await own(4, 4);
  const start = last("data");
  const [a] = idsOf(start, 0);
  await session.relabel([a], 1);
  await session.remove([a]);
  await session.addFiles(pictures(1, 1, 50), 1); // takes the slot
  assert.deepEqual(last("data").counts, [3, 5]);
  await session.undo();
  await session.undo();
  assert.deepEqual(last("data").counts, [3, 5]);
  await session.undo();
  const end = last("data");
  assert.deepEqual(end.counts, [4, 4]);
  assert.deepEqual(end.trainCounts.map((n, y) => n + end.test.filter((t, i) => t && end.y[i] === y).length), [4, 4]); // prettier-ignore
});

test("undo with nothing to undo, and commands on pictures that are not there, do nothing", async () => {
  const { session, last } = await own();
  await session.forget(); // the drawn set is back, and nothing to undo
  await session.undo();
  await session.undo();
  assert.equal(last("data").source, "drawn");
  await session.remove([12345]);
  await session.relabel([12345], 1);
  assert.equal(last("data").undo, null);
  assert.deepEqual(await session.names([12345]), [""]);
  assert.ok((await session.pixels([12345])).rgb.every((v) => v === 0));
});

test("a size is a step of its own: undone first, then what was deleted before it comes back", async () => {
  const { session, last } = await own();
  const [a] = ids(last("data"));
  const before = (await session.pixels([a])).rgb;
  await session.remove([a]);
  await session.change({ n_px: 64 });
  assert.deepEqual([last("data").undo.code, last("data").undo.value], ["size", 64]);
  await session.undo();
  assert.deepEqual([last("data").n_px, last("data").settings.n_px, last("data").id.length], [32, 32, 7]);
  await session.undo();
  assert.deepEqual((await session.pixels([a])).rgb, before);
});

test("what is missing is said, one thing at a time", async () => {
  const { session, last } = await own(2, 2);
  const missing = () => last("data").missing;
  assert.equal(missing(), null);
  await session.empty(0);
  assert.equal(missing(), "class0-empty");
  await session.empty(1);
  assert.equal(missing(), "both-empty");
  await session.addFiles([{ name: "t.h5", h5: [part(true, 4, 32)] }], null);
  assert.equal(missing(), "train-class0-empty");
});

test("all pictures the same is a warning, not an obstacle", async () => {
  const { session, last } = await own(0, 0);
  const same = (n) => Array.from({ length: n }, (_, i) => picture(`${i}`, { px: 32 }));
  await session.addFiles(same(2), 0);
  await session.addFiles(same(2), 1);
  assert.deepEqual([last("data").warning, last("data").missing], ["all-same", null]);
});

test("a change of size makes every picture anew from its master, and keeps ids, classes and split", async () => {
  const { session, core, last } = await own(0, 0);
  const files = [0, 1, 2, 3].map((i) => picture(`${i}.png`, { seed: i + 1, bright: i % 2 }));
  for (const [i, file] of files.entries()) await session.addFiles([file], /** @type {0 | 1} */ (i % 2));
  const before = last("data");
  for (const n_px of [64, 128, 32]) {
    await session.change({ n_px });
    const data = last("data");
    assert.deepEqual([data.n_px, ids(data), [...data.y], [...data.test]], [n_px, ids(before), [...before.y], [...before.test]]); // prettier-ignore
    const { rgb } = await session.pixels([data.id[2]]);
    assert.deepEqual(rgb, core.resize({ rgb: files[2].rgb, width: 128, height: 128, n_px }));
  }
  assert.deepEqual(await session.names(ids(before)), ["0.png", "1.png", "2.png", "3.png"]);
});

test("pictures are told as they would be at another size, and stay as they are", async () => {
  const { session, core, last } = await own(0, 0);
  const file = picture("a.png", { seed: 4 });
  await session.addFiles([file], 0);
  const [a] = ids(last("data"));
  const told = await session.pixels([a], 32);
  assert.deepEqual(told, {
    n_px: 32,
    rgb: core.resize({ rgb: file.rgb, width: 128, height: 128, n_px: 32 }),
  });
  await session.change({ n_px: 64 });
  assert.deepEqual((await session.pixels([a], 32)).rgb, told.rgb);
  assert.equal((await session.pixels([a])).n_px, 64);
});

test("the share kept for testing can be changed and comes out the same each time", async () => {
  const { session, last } = await own(10, 10);
  const tested = () => ids(last("data")).filter((_, i) => last("data").test[i]);
  assert.deepEqual([last("data").share, tested().length], [0.2, 4]);
  const first = tested();
  await session.change({ share: 0.5 });
  assert.equal(tested().length, 10);
  await session.change({ share: 0 });
  assert.deepEqual([last("data").m_test, tested()], [0, []]);
  await session.change({ share: 0.2 });
  assert.deepEqual(tested(), first);
  await session.change({ share: "own" });
  assert.equal(last("data").share, 0.2, "own pictures have no split of their own");
});

test("settings that make no sense are refused, and everything stays as it was", async () => {
  const { session, last } = await own();
  const before = last("data").settings;
  for (const bad of [
    { alpha: 0 },
    { alpha: -1 },
    { alpha: NaN },
    { alpha: Infinity },
    { alpha: "0.1" },
    { iterations: 0 },
    { iterations: 1.5 },
    { iterations: 1e6 + 1 },
    { engine: "magic" },
    { n_px: 7 },
    { n_px: 129 },
    { n_px: 64.5 },
    { fit: "stretch" },
    { share: 1 },
    { share: -0.1 },
    { share: "0.2" },
    { share: null },
    { share: NaN },
    { speed: 0 },
    { speed: "10" },
    { speed: NaN },
    { alpha: 0.1, iterations: -1 },
    { unheard: 1 },
  ])
    await assert.rejects(session.change(bad), RangeError, JSON.stringify(bad));
  await session.setNames(["", ""]);
  assert.deepEqual(last("data").settings, before);
});

test("class names are trimmed and of bearable length; empty ones are the page's own word", async () => {
  const { session, last, store } = await own();
  await session.setNames(["  dog ", "x".repeat(1000)]);
  assert.deepEqual(last("data").names, ["dog", "x".repeat(60)]);
  assert.deepEqual(store.meta.names, ["dog", "x".repeat(60)]);
  await session.setNames([" ", ""]);
  assert.deepEqual(last("data").names, [null, null]);
});

test("a picture from the pad is a picture like any other", async () => {
  const { session, last } = await own();
  const { rgb } = picture("", { px: 64 });
  const { added, ids, refused } = await session.addPixels(rgb, 64, 1, "drawing 1");
  assert.deepEqual([added, refused], [1, []]);
  const id = last("data").id.at(-1);
  assert.deepEqual(ids, [id]);
  await session.change({ n_px: 64 });
  assert.deepEqual((await session.pixels([id])).rgb, rgb);
  assert.deepEqual(await session.names([id]), ["drawing 1"]);
});
