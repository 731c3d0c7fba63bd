// All pictures on a sheet, in a PNG: out and in again to the last byte, and what lies is refused.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import test from "node:test";
import { CHUNKS, chunksOf } from "../../../web/pictures/carried/look.js";
import { u32be } from "../../../web/pictures/bytes.js";
import { chunkOf } from "../../../web/saved/picture/chunk.js";
import { layout, planFor } from "../../../web/saved/picture/layout.js";
import { sheetIn } from "../../../web/saved/picture/sheet-read.js";

import { random } from "../shared/reference.js";
import { openSession, openTrained, part, picture } from "../training/session-fakes.js";
import { TEXTS } from "./saved-fakes.js";
import { bytesOf, checkPng, instead, joined, png } from "./picture-fakes.js";

/** What a set is, but for ids. @param {any} session */
function setOf({ pictures: all }) {
  const list = all.all();
  const at = new Map(list.map(({ id }, i) => [id, i]));
  return {
    ...{ names: all.names, share: all.share, n_px: all.n_px, source: all.source },
    list: list.map((each) => ({ ...each, id: 0, key: 0, of: each.of && at.get(each.of), part: all.part(each) })), // prettier-ignore
    slots: list.map((each) => all.slot(each)),
  };
}

/** The cost when it has learned to the end. */
async function costOf({ session, until }) {
  const done = until("train", (e) => e.finished && !e.running && e.iteration === 60);
  await session.change({ iterations: 60, alpha: 0.001, speed: Infinity });
  await session.play();
  return (await done).cost;
}

test("all pictures on a sheet come back to the byte, with parts, names, copies and order, and train to the same digits", async () => {
  const { session, last, until } = await openTrained({ iterations: 40 });
  await session.setNames(["dog 🐕", "cat"]);
  await session.mirror();
  await session.remove([session.pictures.all()[3].id]);
  const cost = await costOf({ session, until });
  const { blob, exact } = await session.save(TEXTS, "sheet");
  assert.equal(exact, true);
  const file = await bytesOf(/** @type {Blob} */ (blob));
  const { width, height, types } = checkPng(file);
  assert.ok(types.includes("neSH") && width >= 480 && height > 200);
  const visitor = await openSession();
  await visitor.session.start();
  const { opened, refused, step } = await visitor.session.addFiles([png(file, "sheet.png")], null);
  assert.deepEqual([refused, opened], [[], { name: "sheet.png", n: last("data").id.length, iteration: null, notes: [] }]); // prettier-ignore
  const [was, is] = [session, visitor.session].map(setOf);
  assert.deepEqual({ ...is, slots: 0 }, { ...was, slots: 0 });
  assert.equal(await costOf(visitor), cost);
  assert.ok(step);
  await visitor.session.undo();
  assert.equal(visitor.last("data").source, "drawn");
});

test("pictures that rest are on the sheet behind the others, and come back at rest: the rest trains to the same digits", async () => {
  const { session, until } = await openTrained({ iterations: 40 });
  await session.mirror();
  const learned = session.pictures.all().filter((each) => session.pictures.part(each) === "train");
  await session.rest([learned[0].id, learned[2].id]); // their mirrored copies with them
  assert.equal(session.pictures.resting.length, 4);
  const cost = await costOf({ session, until });
  const { blob, exact } = await session.save(TEXTS, "sheet");
  assert.equal(exact, true);
  const file = await bytesOf(/** @type {Blob} */ (blob));
  checkPng(file);
  const visitor = await openSession();
  await visitor.session.start();
  const { opened, refused } = await visitor.session.addFiles([png(file)], null);
  assert.deepEqual([refused, opened.notes, opened.n], [[], [], session.pictures.kept().length]);
  const rested = ({ pictures: all }) => all.resting.map(({ y, name, px, rgb, test, of }) => ({ y, name, px, rgb, test, copy: of !== undefined })); // prettier-ignore
  assert.deepEqual(rested(visitor.session), rested(session));
  const [was, is] = [session, visitor.session].map((one) => ({ ...setOf(one), slots: 0 }));
  assert.deepEqual(is, { ...was, names: was.names.map((name, y) => name ?? TEXTS.names[y]) });
  assert.equal(await costOf(visitor), cost);
  await visitor.session.wake(visitor.session.pictures.resting.map(({ id }) => id));
  assert.equal(visitor.session.pictures.count, opened.n);
});

test("a sheet on which all rest is one; drawn ones rest too", async () => {
  const { session } = await openSession();
  await session.start();
  await session.rest(session.pictures.all().map(({ id }) => id));
  const { blob } = await session.save(TEXTS, "sheet");
  const visitor = await openSession();
  await visitor.session.start();
  const { opened } = await visitor.session.addFiles([png(await bytesOf(/** @type {Blob} */ (blob)))], null);
  const { source, count, resting } = visitor.session.pictures;
  assert.deepEqual([opened.n, source, count, resting.length], [250, "drawn", 0, 250]);
});

test("only a sheet with pictures that rest is of the version that knows them", async () => {
  const { session } = await openTrained();
  const version = async () => (await sheetWords(session)).said.version;
  assert.equal(await version(), 1);
  await session.rest([session.pictures.all()[0].id]);
  assert.equal(await version(), 2);
});

test("random sets come back: sizes, classes, parts, sets of a file, as many as there are", async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const next = random(seed);
    const { session } = await openSession();
    await session.start();
    if (seed % 3 === 0) await session.addFiles([{ name: "x.h5", names: ["a", "b"], h5: [part(false, 6, 24, seed), part(true, 3, 24, seed)] }], null); // prettier-ignore
    for (let k = 1 + next(30); k > 0; k--)
      await session.addFiles([picture(`${k}.png`, { seed: next(1000), px: 8 + next(121) })], next(2) ? 1 : 0);
    await session.change({ share: next(3) / 10, n_px: 32 });
    const ids = session.pictures.all().map(({ id }) => id);
    await session.remove(ids.filter(() => next(4) === 0).slice(1));
    const { blob, exact } = await session.save(TEXTS, "sheet");
    assert.equal(exact, true);
    const file = await bytesOf(/** @type {Blob} */ (blob));
    checkPng(file);
    const visitor = await openSession();
    await visitor.session.start();
    const { opened, refused } = await visitor.session.addFiles([png(file)], null);
    assert.deepEqual([refused, opened.notes], [[], []]);
    const [was, is] = [session, visitor.session].map((one) => ({ ...setOf(one), slots: 0 }));
    assert.deepEqual(is, { ...was, names: was.names.map((name, y) => name ?? TEXTS.names[y]) });
  }
});

test("the drawn set on a sheet is the drawn set; painted over, it is the painter's", async () => {
  const { session } = await openSession();
  await session.start();
  await session.relabel([session.pictures.all()[7].id], 0);
  await session.relabel([session.pictures.all()[7].id], 1);
  const { blob } = await session.save(TEXTS, "sheet");
  const file = await bytesOf(/** @type {Blob} */ (blob));
  const visitor = await openSession();
  await visitor.session.start();
  const { opened } = await visitor.session.addFiles([png(file)], null);
  assert.deepEqual([opened.n, opened.notes], [250, []]);
  const [was, is] = [session, visitor.session].map(({ pictures: all }) => all.all().map((each) => [each.drawn, each.y, each.name, all.part(each)])); // prettier-ignore
  assert.deepEqual(is, was);
  assert.deepEqual(
    [visitor.session.pictures.names, visitor.session.pictures.source],
    [[null, null], "drawn"],
  );
  const { saying } = await sheets(session);
  const other = await saying((all) => (all.pictures[4].crc32 ^= 1));
  const painted = await visitor.session.addFiles([png(other)], null);
  assert.deepEqual(painted.opened.notes, [{ code: "changed", n: 1 }]);
  assert.equal(visitor.session.pictures.source, "own");
  assert.equal(visitor.session.pictures.all()[4].rgb?.length, 3 * 128 * 128);
});

test("sheets stay below what viewers open: smaller cells where there are many", () => {
  for (const [n, px] of [[1, 128], [500, 128], [2600, 128], [4000, 64], [10000, 64]]) {
    const plan = planFor([n >> 1, n - (n >> 1)], 128);
    const { width, height } = layout(plan);
    assert.equal(plan.px, px, String(n));
    assert.ok(width * height <= 50e6 && Math.max(width, height) <= 16384, `${width} ${height}`);
  }
}); // prettier-ignore

/** A sheet, and what its chunk says. @param {any} session */
async function sheetWords(session) {
  const { blob } = await session.save(TEXTS, "sheet");
  const file = await bytesOf(/** @type {Blob} */ (blob));
  const [{ from, to }] = chunksOf(file, CHUNKS.sheet);
  const words = inflateSync(file.subarray(from + 12, to)).subarray(0, u32be(file, from + 4));
  return { file, said: JSON.parse(words.toString()) };
}

/** A good sheet, and one with other words. @param {any} [given] the session */
async function sheets(given) {
  const { file, said } = await sheetWords(given ?? (await openTrained()).session);
  const saying = async (/** @type {(all: any) => void} */ change) => {
    const other = structuredClone(said);
    change(other);
    return instead(file, [await chunkOf("sheet", other)], CHUNKS.sheet);
  };
  return { file, saying };
}

const nothing = () => {};
const BAD_SHEETS = {
  "a cell of another size": (all) => (all.px = 33),
  "more columns than there are": (all) => (all.columns += 1),
  "a million columns": (all) => (all.columns = 1e6),
  "a row of pictures more": (all) => {
    for (let k = 0; k < all.columns; k++) all.pictures.push({ ...all.pictures[0], place: 99 + k });
  },
  "pictures larger than their cells": (all) => (all.pictures[0].px = 64),
  "two pictures in one place": (all) => (all.pictures[1].place = all.pictures[0].place),
  "a third class": (all) => (all.pictures[1].y = 2),
  "another source": (all) => (all.source = "net"),
  "no size": (all) => delete all.n_px,
  "rest that is no rest": (all) => (all.pictures[0].rests = "yes"),
  "no list": (all) => (all.pictures = 7),
};

test("a sheet that lies is refused", async () => {
  const { file, saying } = await sheets();
  for (const [what, change] of Object.entries(BAD_SHEETS))
    await assert.rejects(async () => sheetIn(await saying(change), nothing), { code: "saved-damaged", params: { inside: "neSH" } }, what); // prettier-ignore
  await assert.rejects(async () => sheetIn(await saying((all) => (all.pictures = new Array(20_000).fill({}))), nothing), { code: "set-capacity" }); // prettier-ignore
  const cutShort = joined([file.subarray(0, 2000), file.subarray(-12)]);
  await assert.rejects(sheetIn(cutShort, nothing), { code: "saved-damaged" });
});

test("a sheet whose pixels were changed says which are not what they were", async () => {
  const { file, saying } = await sheets();
  assert.equal((await sheetIn(file, nothing)).changed, 0);
  const { changed } = await sheetIn(await saying((all) => (all.pictures[4].crc32 ^= 1)), nothing);
  assert.equal(changed, 1);
});

test("reading and making a sheet stop when that is wished", async () => {
  const { file } = await sheets();
  const stop = new Error("stop");
  await assert.rejects(sheetIn(file, () => { throw stop; }), stop); // prettier-ignore
});
