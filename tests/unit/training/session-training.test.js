// The session's training: events in order, pause, step, speed, going back, leaving float range, and the numbers of
// the picture that is looked at.
import assert from "node:assert/strict";
import test from "node:test";
import { badFile, openSession, openTrained, picture, pictures } from "./session-fakes.js";
import { EPS32, features, loss, sigmoid, dot, train } from "../shared/reference.js";

/** What a page makes of the events: costs by iteration, cut where training went on from an earlier one. */
function replay(events) {
  let costs = [];
  for (const event of events) {
    if (event.type === "data") continue;
    if (event.type !== "train") continue;
    assert.ok(event.from <= costs.length, `costs ${costs.length} .. ${event.from - 1} were never told`);
    assert.equal(event.costs.length, event.testCosts.length);
    costs = [...costs.slice(0, event.from), ...event.costs];
    if (event.engine) {
      assert.ok(costs.length > event.iteration, "the current cost is among them");
      assert.equal(costs[event.iteration], event.cost);
      assert.ok(event.iteration <= event.end);
    }
  }
  return costs;
}

/** The reference's set of the session's training pictures. */
async function trainingSet({ session, last }) {
  const data = last("data");
  const ids = [...data.id].filter((_, i) => !data.test[i]);
  const { rgb, n_px } = await session.pixels(ids);
  const each = 3 * n_px * n_px;
  return ids.map((id, i) => ({
    x: rgb.slice(i * each, (i + 1) * each),
    y: data.y[[...data.id].indexOf(id)],
  }));
}

test("a run tells every cost once, in order, and they are the reference's", async () => {
  const world = await openTrained({ iterations: 60 });
  const costs = replay(world.events);
  assert.equal(costs.length, 61);
  const expected = train(await trainingSet(world), 0.001, 60);
  costs.forEach((cost, t) => assert.ok(Math.abs(cost - expected.costs[t]) < 1e-12, `J of ${t}`));
  const { w, b, finished, running, engine } = world.last("train");
  assert.deepEqual([finished, running, engine], [true, false, "gram"]);
  assert.ok(Math.abs(b - expected.b) < 1e-12);
  w.forEach((v, j) => assert.ok(Math.abs(v - expected.w[j]) <= EPS32 * Math.abs(expected.w[j]) + 1e-12));
});

test("an engine asked for is the one in use, and gives the same costs", async () => {
  const world = await openTrained({ iterations: 30 });
  const { session, until, last } = world;
  const gram = [...replay(world.events)];
  for (const engine of ["loop", "vectorized"]) {
    const done = until("train", (e) => e.finished && e.engine === engine && !e.running);
    await session.change({ engine });
    await session.play();
    await done;
    const tolerance = engine === "loop" ? 1e-12 : 1e-6;
    replay(world.events).forEach((cost, t) => assert.ok(Math.abs(cost - gram[t]) <= tolerance));
    assert.equal(last("train").engineAuto, false);
  }
});

test("pause stops a long run between two calls, and what was reached is kept", async () => {
  const { session, until, last, events } = await openTrained({ iterations: 5 });
  await session.change({ iterations: 1e6 });
  await session.play();
  await until("train", (e) => e.iteration > 100);
  await session.pause();
  const { iteration } = await until("train", (e) => !e.running, 0).then(() => last("train"));
  assert.ok(iteration > 100 && iteration < 1e6);
  const now = until("train");
  await session.select(null);
  assert.equal((await now).iteration, iteration, "it stands still");
  replay(events);
});

test("a step is one iteration, also beyond the planned number", async () => {
  const { session, until, events } = await openTrained({ iterations: 7 });
  for (const t of [8, 9]) {
    const stepped = until("train", (e) => e.iteration === t && !e.running);
    await session.step();
    await stepped;
  }
  const three = until("train", (e) => e.iteration === 12);
  await Promise.all([session.step(), session.step(), session.step()]);
  await three;
  assert.equal(replay(events).length, 13);
});

test("going back cuts nothing; training on from there does", async () => {
  const { session, until, events, last } = await openTrained({ iterations: 50 });
  const costs = replay(events);
  const back = until("train", (e) => e.iteration === 20);
  await session.seek(20);
  const event = await back;
  assert.deepEqual([event.end, event.costs.length, event.running, event.cost], [50, 0, false, costs[20]]);
  assert.deepEqual(replay(events), costs);
  const forth = until("train", (e) => e.iteration === 45);
  await session.seek(45);
  assert.equal((await forth).cost, costs[45]);
  await session.seek(20);
  await session.change({ alpha: 0.0001 });
  const step = until("train", (e) => e.iteration === 21 && e.end === 21);
  await session.step();
  await step;
  assert.equal(replay(events).length, 22);
  assert.deepEqual(replay(events).slice(0, 21), costs.slice(0, 21));
  for (const [t, reached] of [
    [-5, 0],
    [1e9, 21],
    [3.4, 3],
  ]) {
    // prettier-ignore
    const there = until("train");
    await session.seek(t);
    assert.equal((await there).iteration, reached);
  }
  assert.equal(last("train").end, 21);
});

test("reset goes back to nothing learnt", async () => {
  const { session, until, events } = await openTrained({ iterations: 50 });
  const zero = until("train", (e) => e.iteration === 0);
  await session.reset();
  const { end, from, w, b, running } = await zero;
  assert.deepEqual([end, from, b, running], [0, 0, 0, false]);
  assert.ok(w.every((v) => v === 0));
  assert.deepEqual(replay(events).map((v) => Math.abs(v - Math.LN2) < 1e-12), [true]); // prettier-ignore
});

test("a change of the data starts anew, and waits to be started", async () => {
  const { session, until, last } = await openTrained({ iterations: 50 });
  const anew = until("train", (e) => e.engine && e.from === 0);
  await session.addFiles(pictures(1, 1, 70), 1);
  const { iteration, running, end } = await anew;
  assert.deepEqual([iteration, running, end], [0, false, 0]);
  await session.empty(0);
  await session.play();
  const { engine, cost } = await until("train", (e) => e.engine === null, 0).then(() => last("train"));
  assert.deepEqual([engine, cost, last("train").running], [null, NaN, false]);
});

test("while running, a refused file does not stop it", async () => {
  const { session, until } = await openTrained({ iterations: 5 });
  await session.change({ iterations: 1e6, speed: 200 });
  await session.play();
  await until("train", (e) => e.iteration > 10);
  await session.addFiles([badFile("a.txt")], 0);
  const { iteration, running } = await until("train", (e) => e.iteration > 20);
  assert.ok(running && iteration > 20);
  await session.pause();
});

test("numbers that leave float range are told with a way back and an alpha that works, and it does", async () => {
  const { session, until, last, events } = await openTrained({ iterations: 30 });
  await session.change({ alpha: 1e308, iterations: 1000 });
  const notice = until("notice", ({ code }) => code === "diverged");
  await session.play();
  const { iteration, alpha, back, suggested: none } = await notice;
  assert.ok(iteration > 30 && iteration < 200 && alpha === 1e308 && none === null, "told at once");
  const { suggested } = await until("notice", (e) => e.code === "diverged" && e.suggested !== null, 0);
  const costs = replay(events);
  assert.equal(back, costs.indexOf(Math.min(...costs.filter(Number.isFinite))), "the best state so far");
  await until("train", (e) => !e.running && e.iteration === iteration, 0);
  await session.seek(back);
  await session.change({ alpha: suggested });
  const done = until("train", (e) => e.finished && !e.running);
  await session.play();
  assert.ok((await done).cost < costs[back], `α = ${suggested} works`);
  assert.equal(last("train").iteration, 1000);
  assert.equal(replay(events).length, 1001);
});

test("the picture selected and the picture under test come with the numbers of the state", async () => {
  const { session, until, last, core } = await openTrained({ iterations: 40 });
  const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`); // w came as float32
  const data = last("data");
  const id = data.id[3];
  let now = until("train", (e) => e.selected);
  await session.select(id);
  const { selected, w, b } = await now;
  const { rgb } = await session.pixels([id]);
  const wx = dot(w, features(rgb)).sum;
  near(selected.wx, wx);
  near(selected.z, wx + b);
  near(selected.a, sigmoid(wx + b));
  near(selected.loss, loss(wx + b, data.y[3]));
  assert.deepEqual([selected.id, selected.y, selected.b], [id, data.y[3], b]);

  now = until("train", (e) => e.probe);
  const file = picture("p.png", { seed: 99 });
  const shown = await session.probeFile(file);
  const small = core.resize({ rgb: file.rgb, width: 128, height: 128, n_px: 32 });
  assert.deepEqual(shown, { n_px: 32, rgb: small });
  near((await now).probe.z, dot(w, features(small)).sum + b);
  assert.deepEqual(await session.probeFile(badFile("x", "svg")), { refused: { name: "x", code: "svg" } });
  assert.ok(last("train").probe, "a refused one leaves the one before");
  await assert.rejects(session.probe({ rgb: new Uint8Array(5), px: 32 }), RangeError);

  now = until("train", (e) => e.n_px === 64 && e.probe && e.selected && e.engine);
  await session.change({ n_px: 64 });
  await now;
  now = until("train", (e) => e.engine && !e.selected);
  await session.remove([id]);
  await now;
  now = until("train", (e) => !e.probe);
  await session.probe(null);
  await now;
  await session.select(4321);
  assert.equal(last("train").selected, null);
});

test("an evaluation names every example with its answer and its loss", async () => {
  const { last, session } = await openTrained({ iterations: 40 });
  const { id, a, loss: losses } = last("evaluation");
  const data = last("data");
  assert.deepEqual([...id].sort((p, q) => p - q), [...data.id]); // prettier-ignore
  const { w, b } = last("train");
  for (const [i, one] of [...id].entries()) {
    const { rgb } = await session.pixels([one]);
    const z = dot(w, features(rgb)).sum + b;
    assert.ok(Math.abs(a[i] - sigmoid(z)) < 1e-6);
    assert.ok(Math.abs(losses[i] - loss(z, data.y[data.id.indexOf(one)])) < 1e-6);
  }
});

test("speed can go from full to slow and back while running", async () => {
  const { session, until, events } = await openTrained({ iterations: 5 });
  await session.change({ iterations: 1e6 });
  await session.play();
  const { iteration } = await until("train", (e) => e.iteration > 1000);
  await session.change({ speed: 20 });
  const slow = await until("train", (e) => e.iteration > iteration && e.running);
  const later = await until("train", (e) => e.iteration > slow.iteration + 2);
  assert.ok(later.iteration < slow.iteration + 50, "no burst");
  await session.change({ speed: Infinity });
  await until("train", (e) => e.iteration > later.iteration + 1000);
  await session.pause();
  assert.deepEqual(events.filter(({ type }) => type === "notice"), []); // prettier-ignore
});

test("the drawn set is learnt as soon as it is played", async () => {
  const { session, until, events } = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
  await session.start();
  await session.play();
  const { cost, rate, madds, engine } = await until("train", (e) => e.iteration >= 3);
  assert.ok(cost < Math.LN2 && rate > 0 && engine === "gram");
  assert.equal(madds, 200 * 250);
  await session.pause();
  replay(events);
});
