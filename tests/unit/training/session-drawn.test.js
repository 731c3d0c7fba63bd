// The built-in pictures: how many and which of them, by a setting or a link.
import assert from "node:assert/strict";
import test from "node:test";
import { openSession } from "./session-fakes.js";

const about = ({ last }) => {
  const { source, counts, m, m_test, settings } = last("data");
  return [source, counts[0] + counts[1], m, m_test, settings.drawn_m, settings.drawn_seed];
};
/** The bytes of all pictures, in their order. */
const bytesOf = async ({ last, session }) =>
  Buffer.from((await session.pixels([...last("data").id])).rgb).toString("base64");

test("a link says how many, and which; the same number from the same set", async () => {
  const world = await openSession();
  await world.session.start({ drawn_m: 40, drawn_seed: 7, n_px: 32 });
  assert.deepEqual(about(world), ["drawn", 50, 40, 10, 40, 7]);
  const again = await openSession();
  await again.session.start({ drawn_m: 40, drawn_seed: 7, n_px: 32 });
  assert.equal(await bytesOf(again), await bytesOf(world));
});

test("another set has other pictures, ids and bytes; undone, all is as it was, its settings too", async () => {
  const world = await openSession();
  await world.session.start({ drawn_m: 20, n_px: 32 });
  const [first, ids] = [await bytesOf(world), [...world.last("data").id]];
  await world.session.change({ drawn_seed: 2 });
  assert.deepEqual(about(world), ["drawn", 25, 20, 5, 20, 2]);
  assert.notEqual(await bytesOf(world), first);
  assert.ok([...world.last("data").id].every((id) => !ids.includes(id)));
  await world.session.change({ drawn_m: 36 });
  assert.deepEqual(about(world), ["drawn", 45, 36, 9, 36, 2]);
  await world.session.undo();
  await world.session.undo();
  assert.deepEqual(about(world), ["drawn", 25, 20, 5, 20, 1]);
  assert.equal(await bytesOf(world), first);
  await world.session.redo();
  assert.deepEqual(about(world).slice(4), [20, 2]);
});

test("the largest set that is allowed fills the page, and what is beyond it is refused", async () => {
  const world = await openSession();
  await world.session.start({ n_px: 8 });
  await world.session.change({ drawn_m: 8000, drawn_seed: 100000 });
  assert.deepEqual(about(world), ["drawn", 10000, 8000, 2000, 8000, 100000]);
  for (const bad of [{ drawn_m: 8001 }, { drawn_m: 7 }, { drawn_seed: 0 }, { drawn_seed: 100001 }])
    await assert.rejects(world.session.change(bad), RangeError);
});

test("own pictures stay whatever is set; the drawn ones come as they are set", async () => {
  const world = await openSession();
  await world.session.start({ n_px: 32 });
  await world.session.addPixels(new Uint8Array(3 * 32 * 32), 32, 1, "mine");
  await world.session.change({ drawn_m: 20 });
  assert.deepEqual(about(world).slice(0, 2), ["own", 1]);
  await world.session.loadDrawn();
  assert.deepEqual(about(world), ["drawn", 25, 20, 5, 20, 1]);
});
