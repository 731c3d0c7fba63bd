// What the page is told against what can be known without the training: test set and training set are not taken for one
// another, an answer belongs to its picture, a weight to its state, and what was called off is not done.
import assert from "node:assert/strict";
import test from "node:test";
import { openSession, picture } from "./session-fakes.js";
import { cost, features, forward, loss, sigmoid } from "../shared/reference.js";

/** Pictures that have nothing in common: learned by heart, and of no use for others. */
const noise = (count, from) => Array.from({ length: count }, (_, i) => picture(`${from + i}.png`, { seed: from + i, px: 32 })); // prettier-ignore

/** 20 such pictures of each class, a fifth of them for testing, learned by heart. */
async function openByHeart({ iterations = 400 } = {}) {
  const world = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
  const { session, until } = world;
  await session.start();
  await session.addFiles(noise(20, 1), 0);
  await session.addFiles(noise(20, 101), 1);
  await session.change({ iterations, alpha: 0.005, speed: Infinity, engine: "gram" });
  const done = until("train", (e) => e.finished && !e.running);
  await session.play();
  await done;
  return world;
}

/** The pictures of a part, from what 'data' says of them. */
async function examplesOf({ session, last }, part) {
  const data = last("data");
  const places = [...data.id.keys()].filter((i) => part === null || data.test[i] === part);
  const { rgb, n_px } = await session.pixels(places.map((i) => data.id[i]));
  const each = 3 * n_px * n_px;
  return places.map((i, k) => ({ id: data.id[i], y: data.y[i], x: rgb.slice(k * each, (k + 1) * each) }));
}

const share = (state, set) =>
  forward(state, set).filter((z, i) => z > 0 === (set[i].y === 1)).length / set.length;

test("costs and accuracies of the test set are those of the test pictures, at every iteration", async () => {
  const world = await openByHeart();
  const { session, until, events } = world;
  const [train, tested] = [await examplesOf(world, 0), await examplesOf(world, 1)];
  assert.deepEqual([train.length, tested.length], [32, 8]);
  const told = { costs: [], testCosts: [] };
  for (const { type, from, ...event } of events)
    if (type === "train")
      for (const name of ["costs", "testCosts"]) told[name] = [...told[name].slice(0, from), ...event[name]];
  assert.deepEqual([told.costs.length, told.testCosts.length], [401, 401]);
  for (const t of [400, 0, 1, 57, 200]) {
    const there = until("train", (e) => e.iteration === t && !e.running, 0);
    await session.seek(t);
    await there;
    const event = world.last("train");
    const near = (found, expected, what) =>
      assert.ok(Math.abs(found - expected) < 1e-6, `${what} at ${t}: ${found} is not ${expected}`);
    near(event.cost, cost(event, train), "J");
    near(event.testCost, cost(event, tested), "J of the test set");
    near(told.costs[t], event.cost, "J told before");
    near(told.testCosts[t], event.testCost, "J of the test set told before");
    assert.equal(event.accuracy, share(event, train));
    assert.equal(event.testAccuracy, share(event, tested));
    if (t === 400) assert.ok(event.accuracy > event.testAccuracy && event.testCost > 2 * event.cost);
  }
});

test("an answer is its picture's, also where a new one is in the place of one that was removed", async () => {
  const world = await openByHeart({ iterations: 30 });
  const { session, until, last } = world;
  const { id } = last("data");
  await session.remove([id[3], id[25]]);
  await session.addFiles(noise(3, 301), 1);
  const done = until("train", (e) => e.finished && !e.running);
  await session.play();
  await done;
  const all = await examplesOf(world, null);
  const state = last("train");
  const evaluation = last("evaluation");
  for (const each of ["accuracy", "testAccuracy"]) assert.equal(evaluation[each], last("train")[each], each);
  assert.deepEqual([...evaluation.id].sort(), all.map((example) => example.id).sort()); // prettier-ignore
  const places = [...evaluation.id].map((each) => all.findIndex((example) => example.id === each));
  assert.notDeepEqual(
    places,
    places.toSorted((p, q) => p - q),
    "a new picture is where an old one was",
  );
  all.forEach(({ id, x, y }) => {
    const at = evaluation.id.indexOf(id);
    const z = features(x).reduce((sum, v, j) => sum + v * state.w[j], state.b);
    assert.ok(Math.abs(evaluation.a[at] - sigmoid(z)) < 1e-5, `answer of ${id}`);
    assert.ok(Math.abs(evaluation.loss[at] - loss(z, y)) < 1e-4, `loss of ${id}`);
  });
});

/** Waits until a network is at rest in this iteration. */
const atRest = ({ until }, t) => until("train", (e) => e.network && e.iteration === t && !e.running);
const unitsOf = ({ network }) => network.units.find(({ unit }) => unit === 1)?.w;

test("weights told are those of the state, also of another one with the same number", async () => {
  const begin = async () => {
    const world = await openByHeart({ iterations: 1 });
    await world.session.showUnits([1]);
    await world.session.change({ hidden: [3], speed: 2, iterations: 1000, alpha: 0.02 });
    return world;
  };
  const world = await begin();
  const { session, until } = world;
  const fifth = until("train", (e) => e.network && e.iteration === 2 && unitsOf(e));
  await session.play();
  const before = unitsOf(await fifth);
  // All at once, so that nothing is told on the way: one iteration back, and on by another one.
  const again = until(
    "train",
    (e) => e.network && e.iteration === 2 && !e.running && e.end === 2 && e.alpha === 0.5,
  );
  session.change({ alpha: 0.5 });
  session.seek(1);
  session.step();
  const after = unitsOf(await again);
  assert.ok(after, "told again");

  const other = await begin();
  for (const [alpha, t] of [
    [0.02, 1],
    [0.5, 2],
  ]) {
    // prettier-ignore
    await other.session.change({ alpha });
    const there = atRest(other, t);
    await other.session.step();
    await there;
  }
  assert.deepEqual(after, unitsOf(other.last("train")) ?? unitsOf(other.events.findLast((e) => e.network && unitsOf(e)))); // prettier-ignore
  assert.notDeepEqual(after, before);
});

test("a pause calls off the single iterations that were asked for and not made", async () => {
  const { session, until, last } = await openByHeart({ iterations: 10 });
  for (let k = 0; k < 50; k++) session.step();
  await session.pause();
  const still = until("train");
  await session.select(null);
  const { iteration } = await still;
  assert.ok(iteration >= 10 && iteration < 20, `${iteration}`);
  const later = until("train", (e) => e.iteration === iteration + 1 && !e.running);
  await session.step();
  await later;
  assert.equal(last("train").end, iteration + 1);
});
