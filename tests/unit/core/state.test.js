// The state of a learner, out and in: training goes on with the same digits as if it had not been interrupted.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError } from "../../../web/core/core.js";
import { Network } from "../../../web/core/network.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";

/** @typedef {import("../../../web/core/learner.js").Learner} Learner */

const core = await open();

/** @param {number} m @param {number} m_test @param {number} n_px */
function dataset(m, m_test, n_px) {
  const made = core.createDataset(n_px);
  const all = reference.examples(m + m_test, n_px, 3);
  all.forEach(({ x, y }, i) => made.add(x, y, i < m ? "train" : "test", i));
  while (made.gramStep(100) > 0);
  return made;
}

const TABLE = {
  x: Float64Array.from({ length: 33 * 5 }, (_, k) => (((k * 29) % 17) - 8) / 8),
  y: Float64Array.from({ length: 33 }, (_, i) => i % 2),
  m: 33,
  n_x: 5,
};

/** Every kind of learner, by name. @type {[string, (data: import("../../../web/core/dataset.js").Dataset) => Learner][]} */
const KINDS = [
  ...["loop", "vectorized", "gram"].map(
    (engine) => /** @type {any} */ ([engine, (/** @type {any} */ data) => data.createLogreg(engine)]),
  ),
  ...["vectorized", "gram"].flatMap((engine) =>
    [[], [7], [5, 3]].flatMap((hidden) =>
      [0, 4].map(
        (batch) =>
          /** @type {any} */ ([
            `a network ${hidden} by ${engine}, ${batch || "all"} an update`,
            (/** @type {any} */ data) => Network.onPictures(data, { hidden, engine, batch, seed: 5 }),
          ]),
      ),
    ),
  ),
  ...["sigmoid", "linear"].map(
    (activation) =>
      /** @type {any} */ ([
        `a network on a table, ${activation}`,
        () => Network.onTable(core, { ...TABLE, hidden: [4, 3], activation, seed: 2 }),
      ]),
  ),
  [
    "a network on a table with a start of its own",
    () => {
      const nn = Network.onTable(core, { ...TABLE, hidden: [4], activation: "sigmoid", batch: 8 });
      nn.setLayer(2, [0.5, -0.25, 0.125, 1], [0.3]);
      return nn;
    },
  ],
];

/** Everything that a state says. @param {Learner} l */
function said(l) {
  while (!l.evaluate(1e5));
  const { iteration, end, b } = l;
  const parts = [l.accuracy("train"), l.accuracy("test")];
  return { iteration, end, b, parts, z: l.z(), a: l.a(), losses: l.losses(), costs: l.costs(0, end + 1), test: l.testCosts(0, end + 1) }; // prettier-ignore
}

const alpha = (/** @type {number} */ t) => 0.01 + (t % 5) * 0.004;
/** @param {Learner} l @param {number} to */
function train(l, to) {
  while (l.iteration < to) l.train(alpha(l.iteration), 1, 1e6);
}

for (const [name, make] of KINDS) {
  test(`${name}: 300 iterations, out and in, and 200 more are 500, to the last bit`, () => {
    for (const [m, m_test, n_px] of [
      [9, 4, 3],
      [2, 0, 5],
      [21, 3, 1],
    ]) {
      // prettier-ignore
      const data = dataset(m, m_test, n_px);
      const [whole, first, second] = [make(data), make(data), make(data)];
      train(whole, 300);
      const then = said(whole);
      train(whole, 500);
      train(first, 300);
      const bytes = first.state();
      assert.equal(bytes.length, first.stateBytes);
      second.setState(bytes);
      assert.deepEqual(said(second), then);
      train(second, 500);
      assert.deepEqual(said(second), said(whole));
      assert.deepEqual(second.state(), whole.state());
      // Also to what lies before, and on from there.
      for (const t of [499, 301, 300, 299, 120, 0, 431]) {
        for (const l of [whole, second]) l.seek(t);
        assert.deepEqual(said(second), said(whole), `state ${t}`);
      }
      for (const l of [whole, second]) {
        l.seek(250);
        while (l.iteration < 280) l.train(0.03, 280 - l.iteration, 1e6);
      }
      assert.deepEqual(said(second), said(whole));
      second.reset();
      train(second, 20);
      whole.reset();
      train(whole, 20);
      assert.deepEqual(said(second), said(whole));
      for (const l of [whole, first, second]) l.free();
      data.free();
    }
  });

  test(`${name}: a state gone back to knows what lay ahead, and one in the middle of its work is whole`, () => {
    const data = dataset(9, 4, 3);
    const [first, second] = [make(data), make(data)];
    train(first, 40);
    const last = said(first);
    first.seek(17);
    first.train(alpha(17), 1, 1); // a few rows, or examples of a batch: not yet an iteration, or one
    const t = first.iteration;
    second.setState(first.state());
    assert.equal(second.iteration, t);
    train(second, 40);
    assert.deepEqual(said(second).costs, last.costs);
    for (const l of [first, second]) l.free();
    data.free();
  });
}

test("neurons taken out stay out, and come back where they were there", () => {
  const data = dataset(9, 4, 3);
  const [first, second] = [1, 2].map(() => Network.onPictures(data, { hidden: [6, 3], engine: "gram" }));
  train(first, 10);
  first.remove(1, 2);
  train(first, 15);
  first.remove(2, 0);
  first.remove(1, 2, false);
  train(first, 20);
  second.setState(first.state());
  for (const t of [20, 15, 12, 10, 9, 0, 20]) {
    for (const nn of [first, second]) nn.seek(t);
    assert.deepEqual(said(second), said(first), `state ${t}`);
    for (const [layer, unit] of [
      [1, 2],
      [2, 0],
      [1, 0],
    ])
      // prettier-ignore
      assert.equal(second.removed(layer, unit), first.removed(layer, unit), `${t}: ${layer} ${unit}`);
  }
  for (const nn of [first, second]) nn.free();
  data.free();
});

test("a state of another kind, engine, size, seed or batch is refused, and nothing has changed", () => {
  const data = dataset(9, 4, 3);
  const others = dataset(8, 5, 3);
  const network = { hidden: [5, 3], engine: "gram", batch: 4, seed: 5 };
  const makers = [
    ...["loop", "vectorized", "gram"].flatMap((engine) => [data, others].map((d) => () => d.createLogreg(engine))), // prettier-ignore
    () => Network.onPictures(data, network),
    () => Network.onPictures(others, network),
    ...[{ hidden: [3, 5] }, { hidden: [5] }, { engine: "vectorized" }, { batch: 3 }, { seed: 6 }].map(
      (other) => () => Network.onPictures(data, { ...network, ...other }),
    ),
  ];
  const states = makers.map((make) => {
    const l = make();
    train(l, 3);
    const state = l.state();
    l.free();
    return state;
  });
  makers.forEach((make, i) => {
    const l = make();
    train(l, 2);
    const before = l.state();
    states.forEach((state, j) => {
      if (i === j) return;
      assert.throws(() => l.setState(state), (e) => e instanceof CoreError && e.code === "state", `${i} ${j}`); // prettier-ignore
      assert.deepEqual(l.state(), before);
    });
    l.setState(states[i]);
    assert.equal(l.iteration, 3);
    l.free();
  });
  data.free();
  others.free();
});

test("where training begins anew, in whatever way, the past is not that of before", () => {
  const data = dataset(9, 4, 3);
  for (const [name, make] of KINDS) {
    const [l, fresh] = [make(data), make(data)];
    train(fresh, 6);
    const state = fresh.state();
    for (const alpha of [0.4, 0.3, 0.2, 0.1, 0.4, 0.3, 0.2, 0.1]) l.train(alpha, 1); // another way
    l.setState(state);
    for (const t of [3, 6, 1, 0, 5]) {
      for (const each of [l, fresh]) each.seek(t);
      assert.deepEqual(said(l), said(fresh), `${name}: state ${t}`);
    }
    // On from a state that was put back, and back into what lies before it.
    l.setState(state);
    train(l, 8);
    fresh.seek(6);
    train(fresh, 8);
    for (const t of [4, 7, 0]) {
      for (const each of [l, fresh]) each.seek(t);
      assert.deepEqual(said(l), said(fresh), `${name}: state ${t}, later`);
    }
    for (const each of [l, fresh]) each.free();
  }
  // Other numbers, and the seed's again: what is ahead is no part of where it begins.
  const nn = Network.onTable(core, { ...TABLE, hidden: [4], activation: "sigmoid" });
  const start = () => [said(nn)].map(({ iteration, b, z, losses }) => ({ iteration, b, z, losses }));
  const first = start();
  train(nn, 5);
  nn.setLayer(2, [0.5, -0.25, 0.125, 1], [0.3]);
  const given = start();
  train(nn, 5);
  nn.seek(0);
  assert.deepEqual(start(), given);
  nn.reset();
  train(nn, 5);
  nn.seek(0);
  assert.deepEqual(start(), first);
  nn.free();
  data.free();
});

test("a past that cannot be done again, which no training left, ends where it stops", () => {
  const data = dataset(9, 4, 3);
  const MARK = 0.0123;
  for (const [name, make] of KINDS) {
    const l = make(data);
    for (const alpha of [0.01, 0.01, MARK, 0.01, 0.01]) l.train(alpha, 1);
    const state = l.state();
    const view = new DataView(state.buffer, state.byteOffset);
    const places = [...Array(state.length / 4 - 1).keys()].map((k) => 4 * k);
    const [at, ...others] = places.filter((place) => view.getFloat64(place, true) === MARK);
    assert.equal(others.length, 0);
    view.setFloat64(at, Number.MAX_VALUE, true);
    l.setState(state);
    l.seek(4);
    let calls = 0;
    while (!l.evaluate()) assert.ok(calls++ < 100, `${name}: never gets there`);
    assert.ok(l.iteration === 4 || (l.iteration >= 2 && l.end === l.iteration), `${name}: ${l.iteration}`);
    l.seek(1);
    l.evaluate();
    assert.equal(l.train(0.01, 3), 3, name);
    l.free();
  }
  data.free();
});

test("states taken, put back and refused leave no memory behind", () => {
  const data = dataset(9, 4, 16);
  const round = () => {
    for (const [, make] of KINDS) {
      const l = make(data);
      l.train(0.01, 3);
      const state = l.state();
      l.setState(state);
      try {
        l.setState(state.subarray(0, 50));
      } catch {
        // as it should be
      }
      l.seek(1);
      l.evaluate();
      l.free();
    }
  };
  round();
  const before = core.exports.memory.buffer.byteLength;
  for (let k = 0; k < 20; k++) round();
  assert.equal(core.exports.memory.buffer.byteLength, before);
  data.free();
});
