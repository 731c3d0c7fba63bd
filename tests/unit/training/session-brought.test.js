// A model that was brought: it is kept, sent away and brought back by Undo, and goes into the file that everything goes into.
import assert from "node:assert/strict";
import test from "node:test";
import { chunkOf } from "../../../web/saved/picture/chunk.js";
import { CHUNKS, chunksOf } from "../../../web/pictures/carried/look.js";
import { filesIn, save, TEXTS } from "../saved/saved-fakes.js";
import { leftBy, openSession, openTrained, pictures } from "./session-fakes.js";
import { zip } from "../shared/zip.js";

/** @typedef {Awaited<ReturnType<typeof openSession>>} World */

/** A picture with a model, by another visitor. @param {number} iterations */
async function carried(iterations) {
  const { session } = await openTrained({ iterations });
  const { blob } = await session.save(TEXTS, "model-png");
  return new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer());
}

/** @param {Uint8Array} bytes */
const png = (bytes) => new File([/** @type {any} */ (bytes)], "model.png", { type: "image/png" });

const [PROBE] = pictures(1, 1, 40);

/** What stands beside now: iterations of its training, or null. @param {World} world */
const beside = ({ events }) =>
  events.findLast(({ type, about }) => type === "brought" && about !== undefined)?.about?.iterations ?? null;

/** What it says of a picture. @param {World} world */
async function answer({ session, events }) {
  await session.probe({ rgb: PROBE.rgb, px: PROBE.px });
  return events.findLast(({ answer }) => answer).answer.a;
}

const [FEW, MANY] = await Promise.all([carried(20), carried(300)]);

test("after a reload it stands there again, and says the same; sent away it is gone after the next one", async () => {
  const world = await openSession();
  await world.session.start();
  await world.session.addFiles([png(FEW)], null);
  const a = await answer(world);
  const later = await openSession(leftBy(world));
  await later.session.start();
  assert.equal(beside(later), 20);
  assert.equal(await answer(later), a);
  assert.equal(later.events.findLast(({ here }) => here).here.n, 250);
  assert.equal(later.last("data").undo, null, "finding it again is no step");
  await later.session.dismiss();
  const last = await openSession(leftBy(later));
  await last.session.start();
  assert.equal(beside(last), null);
});

test("bringing one and sending it away are steps: Undo and Redo go through them, and training stays", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session, last, store } = world;
  await session.addFiles([png(FEW)], null);
  await session.probeFile(png(MANY));
  await session.dismiss();
  await session.dismiss(); // there is none
  const seen = [];
  const look = () => seen.push([beside(world), store.brought && chunksOf(store.brought, CHUNKS.model).length, last("data").undo.code]); // prettier-ignore
  look();
  for (const way of /** @type {const} */ (["undo", "undo", "undo", "redo", "redo", "redo"])) {
    await session[way]();
    look();
  }
  assert.deepEqual(seen, [
    [null, null, "dismissed"],
    [300, 1, "brought"],
    [20, 1, "brought"],
    [null, null, "added"],
    [20, 1, "brought"],
    [300, 1, "brought"],
    [null, null, "dismissed"],
  ]);
  assert.deepEqual([last("train").iteration, last("train").end], [40, 40]);
});

test("steps of α and of pictures between two models leave the model alone", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session } = world;
  await session.addFiles([png(FEW)], null);
  await session.tryAlpha(0.002);
  await session.endTrying(true);
  await session.addFiles([png(MANY)], null);
  await session.addFiles(pictures(2, 1, 60), 1);
  const seen = [];
  for (const way of /** @type {const} */ (["undo", "undo", "undo", "undo", "redo", "redo", "redo", "redo"])) {
    await session[way]();
    seen.push([beside(world), world.last("data").settings.alpha, world.last("data").id.length]);
  }
  assert.deepEqual(seen, [
    [300, 0.002, 12],
    [20, 0.002, 12],
    [20, 0.001, 12],
    [null, 0.001, 12],
    [20, 0.001, 12],
    [20, 0.002, 12],
    [300, 0.002, 12],
    [300, 0.002, 14],
  ]);
});

test("it goes into the file, as it came, and out of it in one step; a file without one leaves the one that is there", async () => {
  const world = await openTrained({ iterations: 40 });
  const without = await save(world.session);
  await world.session.addFiles([png(FEW)], null);
  const file = await save(world.session);
  assert.deepEqual((await filesIn(file)).get("brought.png"), FEW);
  const visitor = await openSession();
  await visitor.session.start();
  await visitor.session.addFiles([png(MANY)], null);
  await visitor.session.addFiles([without], null);
  assert.equal(beside(visitor), 300);
  const { refused, opened } = await visitor.session.addFiles([file], null);
  assert.deepEqual([refused, opened.notes, beside(visitor)], [[], [], 20]);
  assert.equal(await answer(visitor), await answer(world));
  await visitor.session.undo();
  assert.equal(beside(visitor), 300);
  await visitor.session.redo();
  assert.equal(beside(visitor), 20);
});

test("in a file, one that is damaged makes the whole file one that is not taken; a newer one is left out and said", async () => {
  const world = await openTrained({ iterations: 40 });
  await world.session.addFiles([png(FEW)], null);
  const files = await filesIn(await save(world.session));
  const visitor = await openSession();
  await visitor.session.start();
  for (const bytes of [FEW.slice(0, 900), new Uint8Array(0), new Uint8Array(500).fill(7)]) {
    const bad = zip([...files].map(([name, data]) => ({ name, data: name === "brought.png" ? bytes : data }))); // prettier-ignore
    const { refused, opened } = await visitor.session.addFiles([new File([bad], "bad.zip")], null);
    assert.deepEqual([refused, opened], [[{ name: "bad.zip", code: "saved-damaged", inside: "brought.png" }], undefined]); // prettier-ignore
    assert.deepEqual([visitor.last("data").source, beside(visitor)], ["drawn", null]);
  }
  const newer = Buffer.concat([FEW.slice(0, 33), await chunkOf("model", { version: 9 }), FEW.slice(-12)]);
  const file = zip([...files].map(([name, data]) => ({ name, data: name === "brought.png" ? newer : data })));
  const { refused, opened } = await visitor.session.addFiles([new File([file], "newer.zip")], null);
  assert.deepEqual([refused, opened.notes, opened.iteration], [[], [{ code: "brought", n: 1 }], 40]);
  assert.equal(beside(visitor), null);
});

test("one that is stored and cannot be read is left aside, and everything else is there", async () => {
  const world = await openTrained({ iterations: 40 });
  for (const brought of [FEW.slice(0, 900), new Uint8Array(0), "no bytes", { length: 3 }]) {
    const later = await openSession({ ...leftBy(world), brought: /** @type {any} */ (brought) });
    const { restored } = await later.session.start();
    assert.deepEqual([restored, beside(later), later.last("data").id.length], [true, null, 12]);
  }
});

test("forgetting everything forgets it too", async () => {
  const world = await openSession();
  await world.session.start();
  await world.session.addFiles([png(FEW)], null);
  await world.session.forget();
  assert.deepEqual([world.store.brought, beside(world)], [null, null]);
});
