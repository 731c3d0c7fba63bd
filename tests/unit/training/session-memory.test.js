// The session where memory is short: what was asked for is not done, what is there stays, and one sentence says so.
import assert from "node:assert/strict";
import test from "node:test";
import { openSession, part, pictures } from "./session-fakes.js";

/** Takes memory until not even `left` bytes remain in one piece. @returns {() => void} gives it back */
function takeMemory(core, left) {
  const taken = [];
  for (let bytes = 2 ** 30; bytes >= left; bytes /= 2) {
    for (let address = core.exports.malloc(bytes); address !== 0; address = core.exports.malloc(bytes))
      taken.push(address);
  }
  return () => taken.forEach((address) => core.free(address));
}

const view = ({ source, names, id, y, test: isTest, n_px, share, undo }) => {
  return { source, names, id: [...id], y: [...y], test: [...isTest], n_px, share, undo };
};

async function withPictures() {
  const world = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
  await world.session.start();
  await world.session.addFiles(pictures(40, 0), 0);
  await world.session.addFiles(pictures(40, 1), 1);
  return world;
}

const notices = ({ events }) => events.flatMap((e) => (e.type === "notice" ? e.code : []));

test("a size that does not fit into memory leaves the pictures at the size they have", async () => {
  const world = await withPictures();
  const { session, core, last } = world;
  const before = view(last("data"));
  const pixels = await session.pixels(before.id);
  const giveBack = takeMemory(core, 2 ** 18);
  await session.change({ n_px: 128 });
  assert.deepEqual(notices(world), ["memory"]);
  assert.deepEqual(view(last("data")), before);
  assert.equal(last("data").settings.n_px, 32);
  assert.deepEqual(await session.pixels(before.id), pixels);
  giveBack();
  await session.change({ n_px: 128 });
  assert.deepEqual([last("data").n_px, last("data").m, last("data").m_test], [128, 64, 16]);
});

test("a set that does not fit into memory is refused, and the one that is there stays", async () => {
  const { session, core, store, last } = await withPictures();
  const before = view(last("data"));
  takeMemory(core, 2 ** 18);
  const { added, refused } = await session.addFiles([{ name: "a.h5", h5: [part(false, 60, 128)] }], null);
  assert.deepEqual([added, refused], [0, [{ name: "a.h5", code: "memory" }]]);
  assert.deepEqual(view(last("data")), before);
  assert.deepEqual([...store.kept.keys()], before.id);
});

test("an undo that does not fit into memory can be tried again", async () => {
  const world = await withPictures();
  const { session, core, store, last } = world;
  const before = view(last("data"));
  await session.change({ n_px: 128 });
  await session.addFiles([{ name: "a.h5", h5: [part(false, 2, 32)] }], null);
  const giveBack = takeMemory(core, 2 ** 12);
  await session.undo();
  assert.deepEqual(notices(world), ["memory"]);
  assert.deepEqual([last("data").source, last("data").undo.code], ["h5", "set"]);
  giveBack();
  await session.undo();
  assert.deepEqual([last("data").source, [...last("data").id]], ["own", before.id]);
  assert.deepEqual([...store.kept.keys()], before.id);
});

test("stored pictures come back smaller where their size does not fit into memory", async () => {
  const first = await withPictures();
  await first.session.change({ n_px: 128 });
  const second = await openSession({ pictures: [...first.store.kept.values()], meta: first.store.meta });
  const giveBack = takeMemory(second.core, 2 ** 20);
  const { restored } = await second.session.start();
  assert.deepEqual([restored, notices(second)], [true, ["memory"]]);
  assert.deepEqual([second.last("data").n_px, second.last("data").id.length], [32, 80]);
  giveBack();
});

test("where the Gram matrix does not fit into memory, training goes on without it", async () => {
  const world = await withPictures();
  const { session, core, until } = world;
  await session.addFiles(pictures(150, 1, 100), 1);
  takeMemory(core, 2 ** 18);
  await session.change({ engine: "gram", iterations: 20, speed: Infinity });
  const done = until("train", (e) => e.finished && !e.running);
  await session.play();
  const { engine, choice } = await done;
  assert.deepEqual([engine, choice.why, notices(world)], ["vectorized", "gram-too-large", []]);
});

test("files are named when the part of the page that tells them apart cannot be loaded", async () => {
  const { session, last } = await withPictures();
  const before = view(last("data"));
  session.kindOf = async () => {
    throw Object.assign(new Error("reader"), { name: "Refusal", code: "reader", params: {} });
  };
  const { added, refused } = await session.addFiles(pictures(2, 0), 0);
  assert.deepEqual([added, refused.map(({ code }) => code)], [0, ["reader", "reader"]]);
  assert.deepEqual(view(last("data")), before);
});
