// The list of runs: what counts as one, returning to one with the same digits, the pictures that it belongs to, and what of it
// is found again.
import assert from "node:assert/strict";
import test from "node:test";
import { leftBy, openSession, openTrained, pictures } from "./session-fakes.js";

/** @typedef {Awaited<ReturnType<typeof openSession>>} World */

/** Until training rests at iteration t. @param {World} world @param {number} t */
const rests = ({ until, events }, t, from = events.length) =>
  until("train", (e) => !e.running && e.engine && e.iteration === t, from);

/** From 0. @param {World} world @param {Record<string, any>} settings iterations among them */
async function anew(world, settings) {
  await world.session.reset();
  return further(world, settings);
}

/** From where it is. @param {World} world @param {Record<string, any>} settings */
async function further(world, settings) {
  await world.session.change({ ...settings, speed: Infinity });
  const done = rests(world, settings.iterations);
  await world.session.play();
  return done;
}

/** What the page was told last, once all that was asked for is done. @param {World} world */
async function told(world) {
  await world.session.runs("stop");
  const event = world.events.findLast((e) => e.type === "runs" && e.list);
  return event ?? { list: [], current: null };
}
const numbers = ({ cost, testCost, accuracy, testAccuracy }) => ({ cost, testCost, accuracy, testAccuracy });

test("one run is silence; another from 0 makes two, and training further is the same run", async () => {
  const world = await openTrained({ iterations: 40 });
  assert.deepEqual((await told(world)).list, []);
  await further(world, { iterations: 60 });
  assert.deepEqual((await told(world)).list, []);
  const second = await anew(world, { iterations: 50, alpha: 0.002 });
  const { list, current } = await told(world);
  assert.deepEqual(
    list.map(({ end, alphas }) => [end, alphas]),
    [
      [60, [{ from: 0, to: 60, alpha: 0.001 }]],
      [50, [{ from: 0, to: 50, alpha: 0.002 }]],
    ],
  );
  assert.equal(current, list[1].id);
  assert.deepEqual(numbers(list[1]), numbers(second));
  assert.deepEqual(list[1].differs, []);
  assert.equal(list[1].curve.t.at(-1), 50);
  assert.equal(list[1].curve.train.at(-1), Math.fround(second.cost));
});

test("the same training again is the same run; a shorter one from 0 is another", async () => {
  const world = await openTrained({ iterations: 40 });
  await anew(world, { iterations: 30, alpha: 0.002 });
  await anew(world, { iterations: 40, alpha: 0.001 });
  let { list, current } = await told(world);
  assert.deepEqual(
    list.map(({ end }) => end),
    [40, 30],
  );
  assert.equal(current, list[0].id);
  await anew(world, { iterations: 20, alpha: 0.001 });
  ({ list } = await told(world));
  assert.deepEqual(
    list.map(({ end }) => end),
    [40, 30, 20],
  );
  await further(world, { iterations: 40 }); // by now it is the first one again
  ({ list, current } = await told(world));
  assert.deepEqual(
    list.map(({ end }) => end),
    [40, 30],
  );
  assert.equal(current, list[0].id);
});

test("what is replaced while it runs is kept as far as it came, and so is what a branch leaves", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session, until } = world;
  await session.reset();
  await session.change({ iterations: 1e6, speed: 100, alpha: 0.003 });
  let going = until("train", (e) => e.running && e.iteration > 2);
  await session.play();
  await going;
  await session.reset();
  let { list } = await told(world);
  assert.equal(list.length, 2);
  assert.ok(list[1].end > 2 && Number.isFinite(list[1].cost) && Number.isFinite(list[1].accuracy));

  going = until("train", (e) => e.running && e.iteration > 3);
  await session.change({ alpha: 0.004 });
  await session.play();
  await going;
  await session.seek(1); // it never rested at its end
  await session.change({ alpha: 0.005 });
  await further(world, { iterations: 9 });
  ({ list } = await told(world));
  assert.equal(list.length, 4);
  assert.ok(list[2].end > 3);
  assert.deepEqual(list[3].alphas, [
    { from: 0, to: 1, alpha: 0.004 },
    { from: 1, to: 9, alpha: 0.005 },
  ]);
});

const WAYS = [
  { engine: "gram" },
  { engine: "vectorized" },
  { engine: "loop" },
  { engine: "gram", hidden: [4] },
  { engine: "vectorized", hidden: [5, 3], seed: 3, batch: 4 },
];

for (const way of WAYS)
  test(`${JSON.stringify(way)}: returning gives the same numbers, settings and curve, to the last bit`, async () => {
    const world = await openTrained({ iterations: 40 });
    const { session, until, events } = world;
    await further(world, { ...way, iterations: 25 });
    await session.change({ alpha: 0.004 });
    if (way.hidden) await session.removeNeuron(1, 2, true);
    const before = await further(world, { iterations: 70 });
    const { list } = await told(world);
    const run = list.find(({ end }) => end === 70);
    await anew(world, {
      engine: way.engine === "loop" ? "gram" : "loop",
      hidden: [],
      alpha: 0.02,
      iterations: 15,
    });
    const from = events.length;
    const back = rests(world, 70);
    assert.deepEqual(await session.runs("again", run.id), { exact: true });
    const after = await back;
    for (const key of ["cost", "testCost", "accuracy", "testAccuracy", "b", "end", "engine", "iterations"])
      assert.deepEqual(after[key], before[key], key);
    assert.deepEqual(after.w, before.w);
    assert.deepEqual(after.network?.removed, before.network?.removed);
    assert.equal(after.costs.length, 71, "the whole curve is told");
    const { current, list: now } = await told(world);
    assert.equal(current, run.id);
    assert.equal(now.length, 3);
    const data = await until("data", (e) => e.settings.alpha === 0.004, from);
    assert.equal(data.settings.iterations, 70);
    assert.deepEqual(data.settings.hidden, way.hidden ?? []);
    // It goes on, as it would have.
    const on = await further(world, { iterations: 80 });
    assert.equal(on.iteration, 80);
    assert.equal((await told(world)).list.length, 3);
  });

test("what never rested on pictures that go is no run; at another size it is", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session, until } = world;
  const running = async (/** @type {number} */ alpha) => {
    await session.reset();
    await session.change({ alpha, iterations: 1e6, speed: 100 });
    const going = until("train", (e) => e.running && e.iteration > 2);
    await session.play();
    await going;
  };
  await running(0.003);
  await session.addFiles(pictures(1, 1, 50), 1);
  assert.equal((await told(world)).list.length, 0);
  await running(0.004);
  await session.change({ n_px: 64 });
  const { list } = await told(world);
  assert.deepEqual(
    list.map(({ n_px }) => n_px),
    [32, 32],
  );
  assert.ok(list[1].end < 1e6);
});

test("a run belongs to its pictures: it says what is not the same, and is not returned to", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session } = world;
  await anew(world, { iterations: 30, alpha: 0.002 });
  const differs = async () => (await told(world)).list.map(({ differs }) => differs.join());
  const [{ id }] = (await told(world)).list;
  const cases = /** @type {[string, () => Promise<any>][]} */ ([
    ["size", () => session.change({ n_px: 64 })],
    ["split", () => session.change({ share: 0.5 })],
    ["classes", () => session.relabel([session.pictures.all()[0].id], 1)],
    ["pictures", () => session.remove([session.pictures.all()[0].id])],
    ["pictures", () => session.addFiles(pictures(1, 1, 50), 1)],
  ]);
  for (const [what, change] of cases) {
    await change();
    const found = await differs();
    assert.ok(
      found.length === 2 && found.every((each) => each.split(",").includes(what)),
      `${what}: ${JSON.stringify(found)}`,
    );
    assert.deepEqual(await session.runs("again", id), { code: "changed" });
    await session.undo();
    assert.deepEqual(await differs(), ["", ""], `${what}, undone`);
  }
  assert.deepEqual(await session.runs("again", id), { exact: true });
});

test("deleted and put back, named, and all of it found again after a reload", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session } = world;
  await anew(world, { iterations: 30, alpha: 0.002 });
  await anew(world, { iterations: 20, alpha: 0.003 });
  const [first, second] = (await told(world)).list;
  await session.runs("rename", second.id, "  =<b>two</b>  ");
  await session.runs("remove", first.id);
  assert.deepEqual(
    (await told(world)).list.map(({ name }) => name),
    ["=<b>two</b>", null],
  );
  await session.runs("putBack");
  const { list } = await told(world);
  assert.deepEqual(
    list.map(({ id, end }) => [id, end]),
    [
      [first.id, 40],
      [second.id, 30],
      [second.id + 1, 20],
    ],
  );
  const later = await openSession(leftBy(world));
  await later.session.start();
  await rests(later, 20, 0);
  const found = await told(later);
  const plain = (/** @type {any[]} */ all) => all.map(({ id: _, ...run }) => run);
  assert.deepEqual(plain(found.list), plain(list));
  assert.equal(found.current, found.list[2].id);
  assert.deepEqual(await later.session.runs("again", found.list[0].id), { exact: true });
  await later.session.forget();
  assert.deepEqual((await told(later)).list, []);
  assert.equal(later.store.runs, null);
});

test("what is stored is not believed", async () => {
  const world = await openTrained({ iterations: 40 });
  await anew(world, { iterations: 30, alpha: 0.002 });
  await told(world);
  const stored = leftBy(world);
  stored.runs.runs[1].end = 31;
  const later = await openSession(stored);
  await later.session.start();
  await rests(later, 30, 0);
  assert.deepEqual((await told(later)).list, []); // its own run alone
});

test("three learning rates are trained as three runs, beside what is there", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session, last } = world;
  const before = last("train");
  const { ids } = await session.runs("make", [{ alpha: 0.001 }, { alpha: 0.01 }, { alpha: 0.1 }]);
  const { list, current } = await told(world);
  assert.equal(ids.length, 3);
  assert.deepEqual(
    list.map(({ id, end, alphas: [{ alpha }] }) => [id, end, alpha]),
    [
      [ids[0], 40, 0.001], // the page's own
      [ids[1], 40, 0.01],
      [ids[2], 40, 0.1],
    ],
  );
  assert.equal(current, ids[0]);
  assert.equal(last("train").cost, before.cost);
  const done = await anew(world, { iterations: 40, alpha: 0.01 });
  const again = await told(world);
  assert.equal(again.current, ids[1]);
  assert.deepEqual(numbers(again.list[1]), numbers(done));
  assert.deepEqual(numbers(list[1]), numbers(done));
});

test("a run that ran away is kept, and returned to", async () => {
  const world = await openTrained({ iterations: 40 });
  const { session, until } = world;
  await session.reset();
  await session.change({ alpha: 1e308, iterations: 1000, speed: Infinity });
  const away = until("notice", ({ code }) => code === "diverged");
  await session.play();
  await away;
  const { list } = await told(world);
  assert.equal(list.length, 2);
  assert.ok(list[1].end < 1000);
  const back = rests(world, 40);
  await session.runs("again", list[0].id);
  await back;
  assert.deepEqual(await session.runs("again", list[1].id), { exact: true });
});

test("no more than fifty are kept, those with a name longest", async () => {
  const world = await openTrained({ iterations: 5 });
  const { session } = world;
  await anew(world, { iterations: 4, alpha: 0.002 });
  const [first] = (await told(world)).list;
  await session.runs("rename", first.id, "keep me");
  await session.runs(
    "make",
    Array.from({ length: 60 }, (_, i) => ({ alpha: 0.001 * (i + 3) })),
  );
  const { list, current } = await told(world);
  assert.equal(list.length, 50);
  assert.equal(list[0].name, "keep me");
  assert.ok(list.some(({ id }) => id === current));
});
