// What was learned outlasts a reload: the session finds it again, stands still, and goes on with the same digits.
import assert from "node:assert/strict";
import test from "node:test";
import { leftBy, openSession, openTrained, pictures } from "./session-fakes.js";

/** @typedef {Awaited<ReturnType<typeof openSession>>} World */

/** The state that the page is told of at rest. @param {World} world @param {(event: any) => any} [more] @param {number} [from] */
const rest = ({ until, events }, more = () => true, from = events.length) =>
  until("train", (e) => !e.running && e.engine && !e.preparing && more(e), from);

/** The costs that the page has after these events. @param {any[]} events */
function costsOf(events) {
  /** @type {number[]} */
  let costs = [];
  for (const { type, from, costs: some } of events)
    if (type === "train") costs = [...costs.slice(0, from), ...some];
  return costs;
}

/** Trains up to `iterations`. @param {World} world @param {number} iterations @param {Record<string, any>} [settings] */
async function train(world, iterations, settings = {}) {
  await world.session.change({ ...settings, iterations, alpha: 0.01, speed: Infinity });
  const done = rest(world, (e) => e.iteration === iterations);
  await world.session.play();
  return done;
}

/** What a state says, but not how long it took. @param {any} event */
function said({ iteration, end, cost, testCost, accuracy, testAccuracy, b, w, engine, network }) {
  const net = network && { n: network.n, removed: network.removed, W: network.W, fires: network.fires };
  return { iteration, end, cost, testCost, accuracy, testAccuracy, b, w, engine, net };
}

/** The same browser, later; at rest. @param {World} world */
async function reload(world) {
  const later = await openSession(leftBy(world));
  const { restored } = await later.session.start();
  const state = await rest(later, () => true, 0);
  return { later, restored, state };
}

const WAYS = [
  ...["loop", "vectorized", "gram", "auto"].map((engine) => ({ engine })),
  { engine: "vectorized", hidden: [5, 3] },
  { engine: "gram", hidden: [4], batch: 3, seed: 7 },
  { engine: "auto", hidden: [4] },
];

for (const way of WAYS)
  test(`${JSON.stringify(way)}: a reload finds the state, and what follows has the digits of an uninterrupted run`, async () => {
    const whole = await openTrained();
    await train(whole, 25, way);
    const at25 = said(whole.last("train"));
    const { spentMs, choice } = whole.last("train");
    const { later, restored, state } = await reload(whole);
    assert.equal(restored, true);
    assert.equal(state.running, false);
    assert.deepEqual(said(state), at25);
    assert.deepEqual(costsOf(later.events), costsOf(whole.events).slice(0, 26));
    assert.deepEqual(state.choice, choice, "what was predicted then");
    assert.ok(state.spentMs >= spentMs);
    const [one, two] = [await train(whole, 60), await train(later, 60)];
    assert.deepEqual(said(two), said(one));
    assert.deepEqual(costsOf(later.events), costsOf(whole.events));
    // Also to a state before the reload.
    for (const t of [10, 40, 0]) {
      const there = [whole, later].map((world) => rest(world, (e) => e.iteration === t));
      for (const { session } of [whole, later]) await session.seek(t);
      assert.deepEqual(said(await there[1]), said(await there[0]));
    }
  });

test("gone back in time, and neurons taken out: a reload finds that too", async () => {
  const world = await openTrained();
  await train(world, 30, { hidden: [5] });
  let there = rest(world, (e) => e.network.removed.length === 1);
  await world.session.removeNeuron(1, 2, true);
  await there;
  there = rest(world, (e) => e.iteration === 12);
  await world.session.seek(12);
  const before = said(await there);
  assert.deepEqual([before.end, before.net?.removed], [30, []]);
  const { later, state } = await reload(world);
  assert.deepEqual(said(state), before);
  there = rest(later, (e) => e.iteration === 30);
  await later.session.seek(30);
  assert.deepEqual((await there).network.removed, [[1, 2]]);
});

test("pictures that came into freed places keep their order", async () => {
  const world = await openTrained();
  const { session, last } = world;
  await session.remove([...last("data").id].slice(1, 4));
  await session.addFiles(pictures(4, 1, 50), 1); // three of them where the others were
  await train(world, 40, { engine: "gram" });
  const before = said(last("train"));
  const { later, state } = await reload(world);
  assert.deepEqual(said(state), before);
  assert.deepEqual([...later.last("data").id], [...last("data").id]);
  assert.deepEqual(said(await train(later, 80)), said(await train(world, 80)));
});

test("it is written while running too, at most every second or so, and when it is paused", async () => {
  const world = await openTrained();
  const { session, store, until } = world;
  let writes = 0;
  const save = store.saveLearned.bind(store);
  store.saveLearned = async (/** @type {any} */ learned) => {
    writes++;
    await save(learned);
  };
  await session.change({ iterations: 1000, speed: 200 });
  const from = performance.now();
  await session.play();
  await until("train", (e) => e.iteration >= 520);
  const seconds = (performance.now() - from) / 1000;
  assert.ok(writes >= 1 && writes <= seconds + 1, `${writes} in ${seconds} s`);
  const paused = rest(world);
  await session.pause();
  const { iteration } = await paused;
  const { state } = await reload(world);
  assert.equal(state.iteration, iteration);
  const before = writes;
  await session.select(world.last("data").id[0]);
  await rest(world, (e) => e.selected, 0);
  assert.equal(writes, before, "nothing new, nothing written");
});

test("data, engine and layers that change, a reset, the drawn set and forgetting: nothing is kept of it", async () => {
  const changes = {
    picture: (/** @type {World} */ { session }) => session.addFiles(pictures(1, 1, 40), 1),
    gone: (/** @type {World} */ { session, last }) => session.remove([last("data").id[0]]),
    label: (/** @type {World} */ { session, last }) => session.relabel([last("data").id[0]], 1),
    split: (/** @type {World} */ { session }) => session.change({ share: 0.4 }),
    size: (/** @type {World} */ { session }) => session.change({ n_px: 64 }),
    engine: (/** @type {World} */ { session }) => session.change({ engine: "loop" }),
    hidden: (/** @type {World} */ { session }) => session.change({ hidden: [3] }),
    reset: (/** @type {World} */ { session }) => session.reset(),
    drawn: (/** @type {World} */ { session }) => session.loadDrawn(),
    forget: (/** @type {World} */ { session }) => session.forget(),
  };
  for (const [name, change] of Object.entries(changes)) {
    const world = await openTrained({ iterations: 10 });
    assert.ok(world.store.learned, name);
    const settled = rest(world, (e) => e.iteration === 0);
    await change(world);
    await settled;
    assert.equal(world.store.learned, null, name);
    const { state } = await reload(world);
    assert.equal(state.iteration, 0, name);
  }
  const other = await openTrained({ iterations: 10 });
  await other.session.change({ alpha: 0.5, iterations: 5000, speed: 3, fit: "fit", seed: 9, batch: 8 });
  assert.equal((await reload(other)).state.iteration, 10, "these change nothing that was learned");
});

test("a record that does not fit is left aside, and training starts at 0", async () => {
  const world = await openTrained({ iterations: 10 });
  const good = world.store.learned;
  const { source, choice } = good;
  const bytes = (/** @type {(b: Uint8Array) => any} */ change) => {
    const state = good.state.slice();
    return change(state) ?? state;
  };
  const bad = [
    ...[1, "state", {}, [], { source }, { ...good, source: null }, { ...good, choice: null }],
    { ...good, source: { ...source, id: source.id.slice(1) } },
    { ...good, source: { ...source, id: [...source.id] } },
    { ...good, source: { ...source, id: new Uint32Array(source.id.length) } },
    { ...good, source: { ...source, y: source.y.map((/** @type {number} */ y) => 1 - y) } },
    { ...good, source: { ...source, test: new Uint8Array(source.test.length) } },
    { ...good, source: { ...source, n_px: 64 } },
    { ...good, source: { ...source, how: '["gram"]' } },
    { ...good, choice: { ...choice, engine: "loop" } },
    { ...good, choice: { ...choice, engine: "magic" } },
    { ...good, state: [...good.state] },
    ...[
      () => new Uint8Array(0),
      (b) => b.subarray(1),
      (b) => void (b[0] ^= 1),
      (b) => void b.fill(255, 96),
    ].map((/** @type {(b: Uint8Array) => any} */ change) => ({ ...good, state: bytes(change) })),
  ];
  for (const [k, learned] of bad.entries()) {
    const later = await openSession({ ...leftBy(world), learned });
    await later.session.start();
    const state = await rest(later, () => true, 0);
    assert.deepEqual([state.iteration, state.end, state.engine], [0, 0, "gram"], `record ${k}`);
    assert.deepEqual([...later.last("data").id], [...world.last("data").id]);
    assert.equal(later.store.learned, null);
    assert.deepEqual(later.events.filter(({ type }) => type === "notice"), []); // prettier-ignore
    assert.equal((await train(later, 5)).iteration, 5);
  }
});

test("where nothing may be stored, training works and nothing is told", async () => {
  const world = await openTrained({ iterations: 5 });
  world.store.available = false;
  const before = world.store.learned;
  await train(world, 20);
  assert.deepEqual(world.store.learned, before);
  assert.deepEqual(world.events.filter(({ type }) => type === "notice"), []); // prettier-ignore
});
