// A network in time: rewinding, starting again, neurons taken out and put back, and learning rates that lead nowhere.
import assert from "node:assert/strict";
import test from "node:test";
import { Network } from "../../../web/core/network.js";
import { cost, netOf } from "../shared/network-reference.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";

const core = await open();
const ENGINES = ["gram", "vectorized"];
const SET = reference.examples(60, 4, 3);
const TESTS = reference.examples(20, 4, 4);

function network(how) {
  const dataset = core.createDataset(4);
  SET.forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  TESTS.forEach(({ x, y }, i) => dataset.add(x, y, "test", i));
  while (dataset.gramStep(100) > 0);
  const nn = Network.onPictures(dataset, { hidden: [6, 4], seed: 5, ...how });
  return { nn, free: () => (nn.free(), dataset.free()) };
}

/** Everything that a state says. */
function said(nn, calls = Infinity) {
  while (!nn.evaluate(calls));
  const parameters = [nn.unitW(0), nn.unitW(5), nn.W(2), nn.W(3), nn.B(1), nn.B(2), nn.B(3)];
  const t = nn.iteration;
  return {
    t,
    parameters,
    z: nn.z(),
    J: nn.costs(t, t + 1),
    test: nn.testCosts(t, t + 1),
    look: nn.look(SET[0].x, 1),
  };
}

for (const engine of ENGINES)
  for (const batch of [0, 16])
    test(`${engine}, ${batch || "all"} an update: any state comes back with the same bits`, () => {
      const { nn, free } = network({ engine, batch });
      const states = [said(nn)];
      for (let t = 1; t <= 20; t++) {
        nn.train(t % 3 ? 0.1 : 0.03, 1);
        states.push(said(nn));
      }
      const costs = nn.costs(0, 21);
      for (const t of [20, 0, 7, 8, 19, 3, 20]) {
        nn.seek(t);
        assert.equal(nn.iteration, t);
        assert.deepEqual(said(nn, 2000), states[t], `state ${t}`);
      }
      assert.equal(nn.end, 20);
      assert.deepEqual(nn.costs(0, 21), costs);
      nn.seek(7);
      nn.train(0.1, 1); // t = 8 has another alpha than before only if t % 3 says so
      assert.equal(nn.end, 8);
      assert.deepEqual(said(nn), states[8]);
      free();
    });

test("where few states are kept, what lies between is made again in short calls", () => {
  const { nn, free } = network({ engine: "gram", hidden: [256, 256, 256] }); // 1.2 MB a state
  const states = [];
  for (let t = 0; t <= 130; t++) {
    while (!nn.evaluate());
    states.push(nn.costs(t, t + 1)[0]);
    if (t < 130) nn.train(0.001, 1);
  }
  for (const t of [129, 1, 66]) {
    nn.seek(t);
    while (!nn.evaluate(1e6));
    assert.equal(nn.costs(t, t + 1)[0], states[t], `state ${t}`);
  }
  nn.seek(3);
  nn.seek(100); // the first one is not waited for
  assert.equal(nn.train(0.001, 1, 1), 0, "on its way");
  while (nn.iteration === 100) nn.train(0.001, 1, 1e6);
  assert.equal(nn.end, 101);
  while (!nn.evaluate());
  assert.equal(nn.costs(101, 102)[0], states[101]);
  free();
});

test("reset leads to the same start, neurons taken out and all", () => {
  const { nn, free } = network({ engine: "gram" });
  const start = said(nn);
  nn.train(0.1, 12);
  const moved = [0, 1, 2, 3, 4, 5].filter((u) => nn.unitStart(u).some((w, k) => w !== nn.unitW(u)[k]));
  assert.ok(moved.length > 0, "no neuron has learned anything");
  assert.deepEqual(nn.unitStart(5), start.parameters[1]);
  nn.remove(1, 2);
  nn.train(0.1, 3);
  const costs = nn.costs(0, 12);
  nn.reset();
  assert.equal(nn.end, 0);
  assert.equal(nn.removed(1, 2), false);
  assert.deepEqual(said(nn), start);
  nn.train(0.1, 12);
  assert.deepEqual(nn.costs(0, 12), costs);
  free();
});

for (const engine of ENGINES)
  test(`${engine}: a neuron taken out leaves J without it; put back, J as before`, () => {
    const { nn, free } = network({ engine });
    nn.train(0.1, 10);
    const before = said(nn);
    nn.remove(1, 3);
    assert.equal(nn.removed(1, 3), true);
    const without = said(nn);
    const set = SET.map(({ x, y }) => ({ x: reference.features(x), y }));
    const expected = cost({ ...netOf(nn), gone: new Set(["1 3"]) }, set);
    assert.ok(Math.abs(without.J[0] - expected) < 1e-5, `${without.J[0]} ${expected}`);
    assert.notEqual(without.J[0], before.J[0]);
    assert.equal(without.look.layers[0].a[3], 0);
    nn.remove(1, 3, false);
    assert.deepEqual(said(nn), before);
    free();
  });

test("which neurons were taken out, and from when on, is known", () => {
  const { nn, free } = network({ engine: "gram" });
  assert.deepEqual(nn.removals(), []);
  nn.train(0.1, 3);
  nn.remove(1, 2);
  nn.train(0.1, 2);
  nn.remove(1, 2, false);
  assert.deepEqual(nn.removals(), [[3, 1, 2, true], [5, 1, 2, false]]); // prettier-ignore
  assert.deepEqual(Float32Array.from(nn.unitW64(1)), nn.unitW(1));
  nn.seek(4);
  nn.train(0.1, 1);
  assert.deepEqual(nn.removals(), [[3, 1, 2, true]]);
  free();
});

test("training goes on without the neuron, whose weights rest; the past has it, and so has a new way from there", () => {
  const { nn, free } = network({ engine: "gram" });
  nn.train(0.1, 5);
  const five = said(nn);
  nn.train(0.1, 5);
  nn.remove(1, 0);
  const w = nn.unitW(0);
  nn.train(0.1, 5);
  assert.deepEqual(nn.unitW(0), w);
  const fifteen = said(nn);
  nn.seek(5);
  assert.equal(nn.removed(1, 0), false);
  assert.deepEqual(said(nn), five);
  nn.seek(15);
  assert.deepEqual(said(nn), fifteen);
  assert.equal(nn.removed(1, 0), true);
  nn.seek(5);
  nn.train(0.1, 10);
  assert.equal(nn.removed(1, 0), false, "the removal lay ahead and is forgotten");
  free();
});

for (const engine of ENGINES)
  for (const batch of [0, 16])
    test(`${engine}, ${batch || "all"} an update: an alpha that leads out of range stops at the last good state`, () => {
      const { nn, free } = network({ engine, batch });
      nn.train(0.1, 3);
      const good = said(nn);
      let done = 0;
      assert.throws(
        () => {
          for (let k = 0; k < 2000; k++) done += nn.train(engine === "gram" ? 1e300 : 1e30, 1);
        },
        (/** @type {any} */ error) => error.code === "diverged",
      );
      assert.ok(done < 50, `${done} iterations`);
      nn.evaluate();
      assert.ok(
        [nn.B(1), nn.B(2), nn.B(3), nn.W(2), nn.W(3)]
          .flatMap((p) => [...(p ?? [NaN])])
          .every(Number.isFinite),
      );
      nn.seek(3);
      assert.deepEqual(said(nn), good);
      assert.equal(nn.train(0.1, 4), 4, "and goes on from there");
      free();
    });

test("alpha, iterations and states out of range are refused", () => {
  const { nn, free } = network({ engine: "gram" });
  for (const alpha of [0, -1, NaN, Infinity]) assert.throws(() => nn.train(alpha, 1));
  assert.throws(() => nn.train(0.1, -1));
  for (const t of [-1, 1]) assert.throws(() => nn.seek(t));
  for (const [layer, u] of [[0, 0], [1, 6], [1, -1], [3, 0], [4, 0]]) assert.throws(() => nn.remove(layer, u)); // prettier-ignore
  assert.throws(() => nn.unitW(6));
  assert.throws(
    () => nn.setLayer(1, new Float64Array(48 * 6), new Float64Array(6)),
    "pictures keep their start",
  );
  free();
});
