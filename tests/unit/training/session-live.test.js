// The learning rate under a hand: what is told while it moves is the training that this rate gives, to the last bit; let go,
// it is the training, and what was there before comes back by undo.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError } from "../../../web/core/errors.js";
import { Live } from "../../../web/training/live.js";
import { openTrained } from "./session-fakes.js";

/** @typedef {Awaited<ReturnType<typeof openTrained>>} World */

const ITERATIONS = 300;

/** The last of what was tried. @param {World} world @param {number} alpha */
const tried = ({ until }, alpha) => until("train", (e) => e.live?.whole && e.alpha === alpha);

/** All costs as the page has them. @param {World} world */
function costsOf({ events }) {
  /** @type {{train: number[], test: number[]}} */
  const all = { train: [], test: [] };
  for (const { type, from, costs, testCosts } of events) {
    if (type !== "train" || from > all.train.length) continue;
    all.train = [...all.train.slice(0, from), ...costs];
    all.test = [...all.test.slice(0, from), ...testCosts];
  }
  return all;
}

for (const settings of [{ engine: "gram" }, { engine: "vectorized" }, { engine: "loop" }, { hidden: [4] }])
  test(`what is tried is what training with it gives, bit for bit: ${JSON.stringify(settings)}`, async () => {
    const world = await openTrained({ iterations: ITERATIONS });
    const { session } = world;
    await session.change(settings);
    for (const alpha of [0.002, 0.01, 0.0005]) {
      const whole = tried(world, alpha);
      await session.tryAlpha(alpha);
      const { live, end, finished, running } = await whole;
      assert.deepEqual([live.diverged, end, finished, running], [false, ITERATIONS, true, false]);
      const { train, test } = costsOf(world);
      const other = await openTrained({ iterations: ITERATIONS });
      await other.session.change(settings);
      await other.session.change({ alpha });
      await other.session.reset();
      const done = other.until("train", (e) => e.finished && !e.running && e.alpha === alpha);
      await other.session.play();
      await done;
      const reference = costsOf(other);
      assert.equal(train.length, ITERATIONS + 1);
      assert.deepEqual(train, reference.train);
      assert.deepEqual(test, reference.test);
    }
  });

test("let go it is the training; undo brings back the one before, redo that again", async () => {
  const world = await openTrained({ iterations: ITERATIONS });
  const { session, until, last } = world;
  await session.change({ iterations: 200 }); // which the run before went beyond
  await session.seek(150);
  const before = { ...costsOf(world), iteration: 150 };
  const whole = tried(world, 0.01);
  await session.tryAlpha(0.01);
  await whole;
  const tryings = costsOf(world);
  assert.notEqual(last("data").undo.code, "alpha", "nothing is decided while it is held");
  const done = until("train", (e) => !e.live && e.finished && !e.running);
  await session.endTrying(true);
  await done;
  assert.equal(last("data").settings.alpha, 0.01);
  assert.deepEqual(costsOf(world).train, tryings.train);
  const { code, value } = last("data").undo;
  assert.deepEqual([code, value], ["alpha", 0.01]);

  const back = until("train", (e) => e.iteration === 150 && e.from === 0);
  await session.undo();
  await back;
  assert.deepEqual({ ...costsOf(world), iteration: last("train").iteration }, { ...before });
  assert.equal(last("data").settings.alpha, 0.001);

  const forth = until("train", (e) => e.iteration === 200 && e.from === 0);
  await session.redo();
  await forth;
  assert.deepEqual(costsOf(world).train, tryings.train);
  assert.equal(last("data").settings.alpha, 0.01);
  assert.equal(last("data").settings.iterations, 200);
});

test("given up, or back where it was: nothing has changed, and what ran goes on", async () => {
  const world = await openTrained({ iterations: ITERATIONS });
  const { session, until, last } = world;
  const before = costsOf(world);
  for (const keep of [false, true]) {
    await session.tryAlpha(0.02);
    if (keep) await session.tryAlpha(0.001);
    const back = until("train", (e) => !e.live && e.from === 0);
    await session.endTrying(keep);
    await back;
    assert.deepEqual(costsOf(world), before);
    assert.notEqual(last("data").undo.code, "alpha");
  }
  await session.change({ iterations: 1e5, speed: 50 });
  const plays = until("train", (e) => e.running);
  await session.play();
  await plays;
  const live = until("train", (e) => e.live && !e.running);
  await session.tryAlpha(0.02);
  await live;
  const on = until("train", (e) => e.running && e.iteration > ITERATIONS);
  await session.endTrying(false);
  await on;
  await session.pause();
  assert.deepEqual(costsOf(world).train.slice(0, ITERATIONS), before.train.slice(0, ITERATIONS));
});

test("let go before it was through: it runs to its end; before the first iteration as well", async () => {
  const world = await openTrained({ iterations: ITERATIONS });
  const { session, until } = world;
  await session.reset();
  await session.change({ iterations: 60_000 });
  await session.tryAlpha(0.004);
  const done = until("train", (e) => !e.live && e.finished && !e.running);
  await session.endTrying(true);
  const { iteration, alpha } = await done;
  assert.deepEqual([iteration, alpha], [60_000, 0.004]);
  const back = until("train", (e) => e.end === 0 && e.engine);
  await session.undo();
  assert.equal((await back).alpha, 0.001);
});

test("a rate that diverges: told while it is tried, and let go with a rate that works", async () => {
  const world = await openTrained({ iterations: ITERATIONS });
  const { session, until } = world;
  const alpha = 1e308;
  const whole = tried(world, alpha);
  await session.tryAlpha(alpha);
  const { live, end } = await whole;
  assert.equal(live.diverged, true);
  assert.ok(end < ITERATIONS);
  const advised = until("notice", (e) => e.code === "diverged" && e.suggested);
  await session.endTrying(true);
  assert.equal((await advised).alpha, alpha);
  const back = until("train", (e) => e.finished && e.from === 0);
  await session.undo();
  assert.equal((await back).iteration, ITERATIONS);
});

test("pictures that change while it is held: what was trained before comes back with them", async () => {
  const world = await openTrained({ iterations: ITERATIONS });
  const { session, until, last } = world;
  const before = costsOf(world);
  const live = until("train", (e) => e.live);
  await session.tryAlpha(0.02);
  await live;
  await session.relabel([...last("data").id].slice(0, 1), 1);
  await session.endTrying(true);
  assert.equal(last("data").settings.alpha, 0.001);
  const back = until("train", (e) => e.finished && e.from === 0);
  await session.undo();
  await back;
  assert.deepEqual(costsOf(world), before);
});

test("what is no rate is refused; without pictures there is nothing to try", async () => {
  const { session, events, last } = await openTrained({ iterations: 20 });
  for (const alpha of [0, -1, NaN, Infinity]) await assert.rejects(session.tryAlpha(alpha), RangeError);
  await session.empty(0);
  const { length } = events;
  await session.tryAlpha(0.5);
  await session.endTrying(true);
  assert.ok(events.slice(length).every((e) => !e.live));
  assert.equal(last("data").settings.alpha, 0.001);
});

test("iterations under a hand: on to their end, or back, and nothing is lost", async () => {
  const world = await openTrained({ iterations: ITERATIONS });
  const { session, until, last } = world;
  const before = costsOf(world);
  await session.change({ iterations: 100 });
  const there = until("train", (e) => e.iteration === 100);
  await session.goTo(100);
  await there;
  assert.equal(last("train").end, ITERATIONS);
  await session.change({ iterations: 500, speed: 1 });
  const on = until("train", (e) => e.iteration === 500 && !e.running);
  await session.goTo(500);
  await on;
  assert.deepEqual(costsOf(world).train.slice(0, ITERATIONS + 1), before.train);
});

test("work of Live: a hand that moves on is followed before all is done", () => {
  let [t, iteration, now] = [0, 0, 0];
  const told = [];
  const lr = /** @type {any} */ ({
    reset: () => (iteration = 0),
    train: () => ((iteration += 100), (now += 10)),
    evaluate: () => true,
    get iteration() {
      return iteration;
    },
  });
  const live = new Live(
    { trained: null, running: false },
    (_, { alpha }, { whole }) => told.push([alpha, whole, iteration]),
    () => now,
  );
  live.wanted = 1;
  for (; live.work(lr, 1000) && t < 100; t++) if (t === 2) live.wanted = 2;
  assert.ok(t < 100);
  assert.deepEqual(told.at(0), [1, false, 500], "as far as it got in 45 ms");
  assert.ok(told.some(([alpha, whole]) => alpha === 2 && !whole));
  assert.deepEqual(told.at(-1), [2, true, 1000]);
  assert.ok(!told.some(([alpha, whole]) => alpha === 1 && whole));
  lr.train = () => {
    throw new CoreError("diverged", "");
  };
  live.wanted = 3;
  assert.equal(live.work(lr, 1000), false);
  assert.equal(live.error?.code, "diverged");
});
