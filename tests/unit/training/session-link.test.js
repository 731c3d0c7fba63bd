// The settings of a link: before those that are stored, and never at the cost of what is.
import assert from "node:assert/strict";
import test from "node:test";
import { leftBy, openSession, openTrained } from "./session-fakes.js";

const told = ({ last }) => last("data").settings;

test("a first visit begins with the settings of its link; what it does not name is as at first", async () => {
  const world = await openSession();
  const { settings } = await world.session.start({ alpha: 0.02, n_px: 32, share: 0.3, hidden: [3] });
  assert.deepEqual(
    [settings.alpha, settings.n_px, settings.share, settings.hidden, settings.iterations],
    [0.02, 32, 0.3, [3], 2000],
  );
  assert.deepEqual([world.last("data").n_px, world.last("data").m_test], [32, 75]);
});

test("it comes before what is stored, also where it names nothing; without a link that is found again", async () => {
  const stored = { meta: { source: "drawn", settings: { alpha: 0.3, iterations: 77 }, speedChosen: true } };
  const linked = await openSession(structuredClone(stored));
  await linked.session.start({ alpha: 0.02 });
  assert.deepEqual([told(linked).alpha, told(linked).iterations, told(linked).speed], [0.02, 2000, 60]);
  assert.equal(linked.store.meta.settings.alpha, 0.3, "nothing is written until something is changed");
  const plain = await openSession(structuredClone(stored));
  await plain.session.start(null);
  assert.deepEqual([told(plain).alpha, told(plain).iterations], [0.3, 77]);
});

test("values that make no sense are as at first", async () => {
  const world = await openSession();
  await world.session.start({
    alpha: Infinity,
    n_px: 1e9,
    engine: "x",
    hidden: [1e9],
    foo: 1,
    iterations: 5,
  });
  const { alpha, n_px, engine, hidden, iterations } = told(world);
  assert.deepEqual([alpha, n_px, engine, hidden, iterations], [0.005, 64, "auto", [], 5]);
  assert.equal("foo" in told(world), false);
});

test("own pictures stay, the link's settings are for them, and what they taught is there again without the link", async () => {
  const visit = leftBy(await openTrained());
  const linked = await openSession(structuredClone(visit));
  const { restored } = await linked.session.start({ hidden: [4], n_px: 32 });
  assert.equal(restored, true);
  const data = linked.last("data");
  assert.deepEqual([data.source, data.counts, told(linked).hidden], ["own", [6, 6], [4]]);
  assert.equal(told(linked).speed, "watch", "as at first with own pictures");
  assert.equal(linked.last("train")?.end ?? 0, 0);
  assert.equal(linked.store.kept.size, 12);
  assert.notEqual(linked.store.learned, null);

  const later = await openSession(leftBy(linked));
  const from = later.events.length;
  const train = later.until("train", ({ end }) => end === 300, from);
  await later.session.start();
  await train;
  assert.deepEqual(told(later).hidden, []);
});
