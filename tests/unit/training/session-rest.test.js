// Pictures that rest: in neither part, kept, stored and saved, and a step that can be undone to the last bit.
import assert from "node:assert/strict";
import test from "node:test";
import { save } from "../saved/saved-fakes.js";
import { leftBy, openSession, openTrained, part, picture, pictures } from "./session-fakes.js";

const SMALL = { meta: { source: "drawn", settings: { n_px: 32 } } };

/** @param {any} [stored] */
async function started(stored = SMALL) {
  const world = await openSession(stored);
  return { ...world, ...(await world.session.start()) };
}

/** Six pictures a class, no two the same. */
async function own() {
  const world = await started();
  for (const y of /** @type {const} */ ([0, 1]))
    await world.session.addFiles(Array.from({ length: 6 }, (_, i) => picture(`${y} ${i}`, { seed: i + 1 + 10 * y, bright: y })), y); // prettier-ignore
  return world;
}

const resting = ({ last }) => [...last("data").resting];
const told = ({ last }) => {
  const { id, y, test: kept, m, m_test, counts, n_px } = last("data");
  return { id: [...id], y: [...y], test: [...kept], m, m_test, counts, n_px };
};

test("a picture that rests is in neither part; undone, all is as it was; taken in again likewise", async () => {
  const world = await own();
  const { session, last } = world;
  const before = told(world);
  const [a, , c] = before.id;
  const bytes = (await session.pixels([a])).rgb;
  await session.rest([a]);
  assert.deepEqual(resting(world), [a]);
  assert.deepEqual([...last("data").restingY], [0]);
  assert.deepEqual(told(world).id, before.id.slice(1));
  assert.deepEqual(last("data").counts, [5, 6]);
  assert.equal(last("data").m + last("data").m_test, 11);
  assert.deepEqual([last("data").undo.code, last("data").undo.count, last("data").undo.y], ["rested", 1, 0]);
  assert.deepEqual((await session.pixels([a])).rgb, bytes, "it can still be shown");
  assert.deepEqual(await session.names([a]), ["0 0"]);
  await session.rest([c]);
  await session.undo();
  assert.deepEqual(resting(world), [a]);
  await session.undo();
  assert.deepEqual([resting(world), told(world)], [[], before]);
  await session.redo();
  assert.deepEqual(resting(world), [a]);
  await session.wake([a]);
  assert.deepEqual([resting(world), told(world)], [[], before], "in its place, its class, its part");
  assert.deepEqual([last("data").undo.code, last("data").undo.count], ["woken", 1]);
  await session.undo();
  assert.deepEqual(resting(world), [a]);
});

test("what was learned comes back with it when that is undone", async () => {
  const world = await openTrained();
  const { session, last } = world;
  const { w, b, cost } = last("train");
  const [a] = last("data").id;
  await session.rest([a]);
  assert.equal(last("data").train.iteration, 0, "what was learned from it is gone");
  await session.undo();
  const back = await world.until("train", (e) => e.iteration === 300 && !e.preparing);
  assert.deepEqual([back.w, back.b, back.cost], [w, b, cost]);
});

test("a copy rests with its original, and no second one is made of it", async () => {
  const world = await own();
  const { session, last } = world;
  await session.mirror();
  const all = told(world);
  const { of } = last("data");
  const copy = all.id.find((id, i) => of[i] !== id);
  const original = of[all.id.indexOf(copy)];
  await session.rest([original]);
  assert.deepEqual(resting(world), [original, copy]);
  await session.wake([original]);
  assert.deepEqual(told(world), all);
  await session.rest([copy]);
  const { length } = last("data").id;
  await session.mirror();
  assert.equal(last("data").id.length, length, "its copy rests: that is enough");
  await session.remove([original]);
  assert.deepEqual(resting(world), [], "deleted with its original");
});

test("another size, another class emptied, a set of the other part: they rest on", async () => {
  const world = await own();
  const { session, last } = world;
  const [a, b] = last("data").id;
  await session.rest([a, b]);
  await session.change({ n_px: 64 });
  assert.deepEqual(resting(world), [a, b]);
  assert.equal((await session.pixels([a])).rgb.length, 3 * 64 * 64);
  await session.wake([a]);
  assert.equal(last("data").counts[0], 5);
  await session.empty(0);
  assert.deepEqual([resting(world), last("data").counts], [[], [0, 6]]);
  await session.undo();
  assert.deepEqual([resting(world), last("data").counts], [[b], [5, 6]]);

  const set = await started();
  await set.session.addFiles([{ name: "a.h5", h5: [part(false, 8, 32, 1)] }], null);
  const [first] = set.last("data").id;
  await set.session.rest([first]);
  await set.session.addFiles([{ name: "b.h5", h5: [part(true, 4, 32, 2)] }], null);
  assert.deepEqual([resting(set), set.last("data").m, set.last("data").m_test], [[first], 7, 4]);
});

test("they rest on after a reload, and what was learned without them is there", async () => {
  const world = await openTrained();
  const { session, last, store } = world;
  const [a] = last("data").id;
  await session.rest([a]);
  assert.equal(store.kept.get(a)?.rests, true);
  await session.play();
  const done = await world.until("train", (e) => e.iteration === 300 && !e.running);
  const again = await started(leftBy(world));
  assert.deepEqual([resting(again), told(again)], [[a], told(world)]);
  const there = await again.until("train", (e) => e.iteration === 300 && !e.preparing, 0);
  assert.deepEqual([there.cost, there.w], [done.cost, done.w]);
  await again.session.wake([a]);
  assert.equal(again.store.kept.get(a)?.rests, undefined);
  await again.session.undo();
  assert.equal(again.store.kept.get(a)?.rests, true);
  await again.session.remove([a]);
  assert.equal(again.store.kept.has(a), false);
});

test("saved and opened elsewhere: the same rest, with their names; the digits go on", async () => {
  const one = await openTrained();
  const { session, last } = one;
  const [, b] = last("data").id;
  const [name] = await session.names([b]);
  await session.rest([b]);
  await session.change({ iterations: 40, speed: Infinity });
  await session.play();
  const done = await one.until("train", (e) => e.iteration === 40 && !e.running);
  const two = await started();
  const result = await two.session.addFiles([await save(session)], null);
  assert.deepEqual([result.refused, result.opened.notes], [[], []]);
  const [id] = resting(two);
  assert.deepEqual([resting(two).length, await two.session.names([id])], [1, [name]]);
  assert.deepEqual((await two.session.pixels([id])).rgb, (await session.pixels([b])).rgb);
  const there = await two.until("train", (e) => e.iteration === 40 && !e.preparing);
  assert.deepEqual([there.cost, there.b, there.w], [done.cost, done.b, done.w]);
  await two.session.wake([id]);
  await session.wake([b]);
  const counts = ({ counts, m, m_test }) => ({ counts, m, m_test });
  assert.deepEqual(counts(told(two)), counts(told(one)));
});

test("when all of a class rest, it is missing; nothing rests twice, and nobody else wakes", async () => {
  const world = await started();
  const { session, last } = world;
  await session.addFiles(pictures(3, 1), 1);
  const ids = [...last("data").id];
  await session.rest(ids);
  assert.deepEqual([last("data").missing, resting(world)], ["both-empty", ids]);
  const { step } = await session.rest(ids);
  assert.equal(step, null);
  assert.equal((await session.wake([999])).step, null);
  await session.wake(ids);
  assert.deepEqual([...last("data").id], ids);
});
