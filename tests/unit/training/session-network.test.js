// The session with hidden layers: the same start again, neurons taken out, and what is refused.
import assert from "node:assert/strict";
import test from "node:test";
import { openSession, openTrained, pictures } from "./session-fakes.js";

const codes = ({ events }) => events.flatMap((e) => (e.type === "notice" ? e.code : []));
const rest = ({ until }, more = (/** @type {any} */ _) => true) =>
  until("train", (e) => !e.running && e.engine && !e.preparing && more(e));

/** Trains `iterations` of a network; gives all costs. */
async function run(world, settings, iterations = 40) {
  const { session, events, until } = world;
  const from = events.length;
  await session.change({ ...settings, iterations, alpha: 0.01, speed: Infinity });
  const done = until("train", (e) => e.finished && !e.running && e.network, from);
  await session.play();
  const last = await done;
  return { costs: costsSince(events.slice(from)), last };
}

/** The costs that the page has after these events. */
function costsSince(events) {
  let costs = [];
  for (const { type, from, costs: some } of events)
    if (type === "train") costs = [...costs.slice(0, from), ...some];
  return costs;
}

test("hidden layers come, the pictures stay: same ids, names, split, undo, selection, probe", async () => {
  const world = await openTrained();
  const { session, last } = world;
  const [id] = last("data").id;
  await session.select(id);
  await session.remove([last("data").id[1]]);
  await session.probe({ rgb: new Uint8Array(3 * 32 * 32).fill(99), px: 32 });
  const before = last("data");
  const pixels = await session.pixels([...before.id]);
  const { costs, last: end } = await run(world, { hidden: [5, 3] });
  const after = last("data");
  for (const key of ["source", "id", "y", "test", "n_px", "share", "counts", "undo"])
    assert.deepEqual(after[key], before[key], key);
  assert.deepEqual(await session.pixels([...after.id]), pixels);
  assert.deepEqual(end.network.n, [3072, 5, 3, 1]);
  assert.equal(end.selected.id, id);
  assert.ok(Number.isFinite(end.probe.a));
  assert.equal(end.w, null);
  assert.equal(costs.length, 41);
  assert.ok(costs[40] < costs[0]);
  await session.undo();
  assert.equal(last("data").id.length, before.id.length + 1);
  assert.deepEqual(codes(world), []);
});

test("one neuron again has the bits it had before there were hidden layers", async () => {
  const world = await openTrained({ iterations: 50 });
  const { session, events, until } = world;
  const before = costsSince(events);
  await run(world, { hidden: [4] });
  const from = events.length;
  await session.change({ hidden: [], iterations: 50, alpha: 0.001 });
  const done = until("train", (e) => e.finished && !e.running, from);
  await session.play();
  const end = await done;
  assert.equal(end.network, null);
  assert.equal(end.w.length, 3072);
  assert.deepEqual(costsSince(events.slice(from)), before);
});

test("reset and a reload start at the same W; another seed does not", async () => {
  const world = await openTrained();
  const { session, store, events } = world;
  const { costs } = await run(world, { hidden: [6], seed: 3 });
  const from = events.length;
  await session.reset();
  await run(world, {});
  assert.deepEqual(costsSince(events.slice(from)), costs);
  const reloaded = await openSession({ pictures: [...store.kept.values()], meta: store.meta });
  const { settings } = await reloaded.session.start();
  assert.deepEqual([settings.hidden, settings.seed], [[6], 3]);
  assert.deepEqual((await run(reloaded, {})).costs, costs);
  assert.notDeepEqual((await run(world, { seed: 4 })).costs, costs);
});

test("stored hidden layers that make no sense are one neuron", async () => {
  for (const hidden of [[0], [300], "16", [1, 1, 1, 1], null]) {
    const { session } = await openSession({
      meta: { source: "drawn", settings: { hidden, seed: -1, n_px: 32 } },
    });
    const { settings } = await session.start();
    assert.deepEqual([settings.hidden, settings.seed], [[], 1]);
  }
});

test("both engines agree; the automatic choice says why; loop has one neuron only", async () => {
  const world = await openTrained();
  const gram = await run(world, { hidden: [4], engine: "gram" });
  const direct = await run(world, { hidden: [4], engine: "vectorized" });
  assert.deepEqual([gram.last.engine, direct.last.engine], ["gram", "vectorized"]);
  gram.costs.forEach((J, t) => assert.ok(Math.abs(J - direct.costs[t]) < 1e-5));
  const auto = await run(world, { engine: "auto" });
  assert.deepEqual([auto.last.engine, auto.last.choice.why], ["gram", "gram-faster"]);
  const loop = await run(world, { engine: "loop" });
  assert.equal(loop.last.engine, "gram");
});

test("a neuron taken out: the cost of this state is another one, and comes back with it", async () => {
  const world = await openTrained();
  const { session } = world;
  await session.select(world.last("data").id[0]);
  const { last: before } = await run(world, { hidden: [8, 3] });
  const { adds } = before.network.look.layers[0];
  const unit = adds.findIndex((/** @type {number} */ v) => v !== 0); // one that is not dead
  assert.ok(unit >= 0);
  let out = rest(world, (e) => e.network.removed.length === 1);
  await session.removeNeuron(1, unit, true);
  const without = await out;
  assert.deepEqual(without.network.removed, [[1, unit]]);
  assert.equal(without.from, 40);
  assert.equal(without.costs.length, 1);
  assert.notEqual(without.cost, before.cost);
  out = rest(world, (e) => e.network.removed.length === 0);
  await session.removeNeuron(1, unit, false);
  assert.equal((await out).cost, before.cost);
  out = rest(world, (e) => e.iteration === 7);
  await session.seek(7);
  await out;
  out = rest(world, (e) => e.iteration === 40);
  await session.seek(40);
  assert.equal((await out).cost, before.cost);
});

test("weights of the neurons shown are told at rest, each once a state, and what the picture does to each", async () => {
  const world = await openTrained();
  const { session, last } = world;
  await session.showUnits([0, 2, 9]);
  await session.select(last("data").id[0]);
  const { last: end } = await run(world, { hidden: [4] });
  const units = world.events.flatMap((e) =>
    e.type === "train" && e.iteration === 40 ? e.network.units : [],
  );
  assert.deepEqual(units.map(({ unit }) => unit).sort(), [0, 2]);
  assert.ok(units.every(({ w }) => w.length === 3072 && w.some((v) => v !== 0)));
  const [hidden, output] = end.network.look.layers;
  const added = hidden.adds.reduce((sum, v) => sum + v, 0);
  assert.ok(Math.abs(added + end.b - end.selected.z) < 1e-12);
  assert.equal(output.a[0], end.selected.a);
  assert.deepEqual([...end.network.W[2]].length, 4);
});

test("mini-batches learn, seed and batch mean nothing to one neuron", async () => {
  const world = await openTrained();
  const { session, last, until } = world;
  const { costs } = await run(world, { hidden: [4], batch: 4 });
  assert.ok(costs[40] < costs[0]);
  await session.change({ hidden: [], iterations: 60 });
  await session.play();
  await until("train", (e) => e.finished && !e.running, 0);
  const { iteration } = last("train");
  await session.change({ seed: 9, batch: 0 });
  assert.equal(last("train").iteration, iteration);
});

test("hidden layers chosen while it trains: the last choice counts, and a pause stays one", async () => {
  const world = await openTrained();
  const { session, until, store } = world;
  await session.change({ iterations: 100_000, speed: 20 });
  await session.play();
  await Promise.all([[4], [7, 3], [5]].map((hidden) => session.change({ hidden })));
  await until("train", (e) => String(e.network?.hidden) === "5" && e.running && e.iteration > 2);
  assert.deepEqual(store.meta.settings.hidden, [5]);
  await session.pause();
  const there = until("train", (e) => String(e.network?.hidden) === "4");
  await session.change({ hidden: [4] });
  const { running, iteration } = await there;
  assert.deepEqual([running, iteration], [false, 0]);
});

test("a network for which memory is short gives way to the last one, and says so", async () => {
  const world = await openTrained();
  await run(world, { hidden: [4] });
  const { core } = world;
  const { network_create } = core.exports;
  const short = (/** @type {number[]} */ ...args) => (core.i32(args[1], 1)[0] === 256 ? 0 : network_create(...args)); // prettier-ignore
  core.exports = { ...core.exports, network_create: short };
  const told = world.until("data", ({ settings }) => String(settings.hidden) === "4");
  const ready = rest(world, ({ network, iteration }) => network && iteration === 0);
  await world.session.change({ hidden: [256] });
  await told;
  assert.deepEqual(codes(world), ["network-memory"]);
  const start = await ready;
  assert.deepEqual(start.network.n, [3072, 4, 1]);
  const { last } = await run(world, {});
  assert.ok(last.cost < start.cost);
});

test("own pictures can be added with a network, which starts anew", async () => {
  const world = await openTrained();
  await run(world, { hidden: [4] });
  await world.session.addFiles(pictures(2, 1, 20), 1);
  assert.equal(world.last("train").end, 0);
  const { costs } = await run(world, {});
  assert.equal(costs.length, 41);
});
