// Training in time: cut into pieces, gone back in, changed on the way, driven out of float range, to its very end.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError, MAX_ITERATIONS } from "../../../web/core/core.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";

const core = await open();
const ENGINES = ["loop", "vectorized", "gram"];
/** A learning rate with which J, or a parameter, soon leaves float range. */
const FAR = { loop: 1e308, vectorized: 3e38, gram: 1e308 };
const refused = (code) => (error) => error instanceof CoreError && error.code === code;

function training(engine, { m = 11, m_test = 5, n_px = 3, set = reference.examples(m, n_px, 1) } = {}) {
  const dataset = core.createDataset(n_px);
  set.forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  reference.examples(m_test, n_px, 2).forEach(({ x, y }, i) => dataset.add(x, y, "test", i));
  while (dataset.gramStep(100) > 0);
  const lr = dataset.createLogreg(engine);
  return { lr, dataset, free: () => (lr.free(), dataset.free()) };
}

/** Everything that is to be known of the current state, to the last bit. */
function state(lr) {
  lr.evaluate();
  const t = lr.iteration;
  const costs = [lr.costs(t, t + 1)[0], lr.testCosts(t, t + 1)[0]];
  return { t, costs, w: lr.w(), b: lr.b, z: lr.z(), a: lr.a(), losses: lr.losses(), alphaHat: lr.alphaHat() };
}

test("the rate of every iteration is known, also after going back and another way", () => {
  const { lr, free } = training("gram");
  assert.deepEqual([...lr.alphas()], []);
  lr.train(0.1, 3);
  lr.train(0.2, 2);
  lr.seek(4);
  assert.deepEqual([...lr.alphas()], [0.1, 0.1, 0.1, 0.2, 0.2], "what lies ahead is there");
  lr.train(0.3, 1);
  assert.deepEqual([...lr.alphas()], [0.1, 0.1, 0.1, 0.2, 0.3]);
  free();
});

for (const engine of ENGINES) {
  test(`${engine}: cut into pieces of any size, training is the same to the last bit`, () => {
    const { lr, free } = training(engine);
    lr.train(0.2, 40);
    const whole = state(lr);
    const costs = [lr.costs(0, 41), lr.testCosts(0, 41)];
    for (const budget of [0, 1, 30, lr.madds / 2, lr.madds, 2.5 * lr.madds, 1e9]) {
      lr.reset();
      let calls = 0;
      for (; lr.iteration < 40; calls++) {
        const t = lr.iteration;
        assert.equal(lr.train(0.2, 40 - t, budget), lr.iteration - t);
        assert.ok(calls < 1000, "never gets there");
      }
      while (!lr.evaluate(budget)) assert.ok(calls++ < 1000);
      assert.deepEqual(state(lr), whole, `${budget} at a time`);
      assert.deepEqual([lr.costs(0, 41), lr.testCosts(0, 41)], costs);
      if (budget <= 30) assert.ok(calls > 40, "was never cut within an iteration");
    }
    free();
  });

  test(`${engine}: looking at a state on the way changes nothing`, () => {
    const { lr, free } = training(engine);
    lr.train(0.2, 30);
    const whole = state(lr);
    lr.reset();
    for (let t = 0; t < 30; t++) {
      lr.evaluate(1);
      state(lr);
      lr.train(0.2, 1);
    }
    assert.deepEqual(state(lr), whole);
    free();
  });

  test(`${engine}: going to any iteration gives the numbers of then`, () => {
    const { lr, free } = training(engine);
    const alpha = (t) => 0.1 + (t % 7) * 0.05; // changed while running
    const states = [];
    for (let t = 0; t <= 60; t++) {
      states.push(state(lr));
      if (t < 60) lr.train(alpha(t), 1);
    }
    const costs = lr.costs(0, 61);
    const next = reference.random(9);
    for (const t of [60, 0, 1, 59, 30, ...Array.from({ length: 30 }, () => next(61))]) {
      lr.seek(t);
      assert.equal(lr.iteration, t);
      assert.deepEqual(state(lr), states[t], `state ${t}`);
      assert.equal(lr.end, 60, "what lies ahead is still known");
      assert.deepEqual(lr.costs(0, 61), costs);
    }
    assert.deepEqual([...costs], states.map((s) => s.costs[0])); // prettier-ignore
    free();
  });

  test(`${engine}: going somewhere in the middle of an iteration is the same`, () => {
    const { lr, free } = training(engine);
    lr.train(0.2, 20);
    const last = state(lr);
    lr.seek(7);
    const seventh = state(lr);
    lr.seek(20);
    lr.train(0.2, 1, 1); // a few rows of the next pass
    assert.equal(lr.iteration, 20);
    lr.seek(7);
    assert.deepEqual(state(lr), seventh);
    lr.seek(6);
    lr.train(0.2, 1, 1);
    lr.seek(20);
    assert.deepEqual(state(lr), last);
    free();
  });

  test(`${engine}: training on from an earlier iteration forgets what lay ahead`, () => {
    const { lr, free } = training(engine);
    lr.train(0.2, 50);
    lr.seek(20);
    assert.equal(lr.train(0.4, 10), 10);
    assert.deepEqual([lr.iteration, lr.end], [30, 30]);
    assert.throws(() => lr.seek(31), refused("argument"));
    const found = state(lr);
    const costs = lr.costs(0, 31);
    lr.seek(3);
    lr.seek(30);
    assert.deepEqual(state(lr), found, "and can be gone to like any other");
    lr.reset();
    lr.train(0.2, 20);
    lr.train(0.4, 10);
    assert.deepEqual(state(lr), found);
    assert.deepEqual(lr.costs(0, 31), costs);
    free();
  });

  test(`${engine}: reset goes back to w = 0, b = 0, and nothing is ahead`, () => {
    const { lr, free } = training(engine);
    const first = state(lr);
    lr.train(0.2, 5);
    const fifth = state(lr);
    lr.reset();
    assert.equal(lr.end, 0);
    assert.deepEqual(state(lr), first);
    assert.ok(lr.w().every((w) => w === 0) && lr.b === 0);
    lr.train(0.2, 5);
    assert.deepEqual(state(lr), fifth);
    free();
  });

  test(`${engine}: numbers that leave float range are reported, and there is a way back`, () => {
    const { lr, free } = training(engine);
    lr.train(0.2, 5);
    const fifth = state(lr);
    assert.throws(() => {
      for (let k = 0; k < 100; k++) lr.train(FAR[engine], 1);
    }, refused("diverged"));
    const t = lr.iteration;
    assert.ok(t > 5 && t < 105);
    assert.throws(() => lr.train(0.2, 1), refused("diverged"), "it stays so");
    assert.equal(lr.iteration, t);
    lr.evaluate();
    const costs = lr.costs(0, t + 1);
    assert.ok(!Number.isFinite(costs[t]) && costs.subarray(0, t).every(Number.isFinite));
    lr.seek(5);
    assert.deepEqual(state(lr), fifth);
    assert.equal(lr.train(0.2, 10), 10);
    assert.ok(lr.costs(0, 15).every(Number.isFinite));
    free();
  });

  test(`${engine}: a run that leaves float range says how far it came first`, () => {
    const { lr, free } = training(engine);
    const done = lr.train(FAR[engine], 1000);
    assert.ok(done >= 1 && done < 1000);
    assert.equal(lr.iteration, done);
    assert.throws(() => lr.train(FAR[engine], 1000), refused("diverged"));
    free();
  });

  test(`${engine}: a step that would take a parameter out of float range is not made`, () => {
    const { lr, free } = training(engine);
    lr.train(0.2, 5);
    const fifth = state(lr);
    for (const alpha of engine === "vectorized" ? [1e300, Number.MAX_VALUE] : [Number.MAX_VALUE]) {
      assert.throws(() => {
        for (let k = 0; k < 1000; k++) lr.train(alpha, 1);
      }, refused("diverged"));
      assert.ok([...lr.w(), lr.b].every(Number.isFinite), `w at alpha = ${alpha}`);
      lr.seek(5);
      assert.deepEqual(state(lr), fifth);
    }
    free();
  });

  test(`${engine}: with nonsense for a budget nothing is read outside of the examples`, () => {
    const { lr, free } = training(engine);
    lr.train(0.2, 10);
    const tenth = state(lr);
    lr.reset();
    for (const budget of [-1e9, -1, -Infinity, NaN, Infinity])
      for (let calls = 0; calls < 3; calls++) lr.train(0.2, 10 - lr.iteration, budget);
    while (lr.iteration < 10) lr.train(0.2, 10 - lr.iteration);
    assert.deepEqual(state(lr), tenth);
    free();
  });

  test(`${engine}: a cost that is not known yet is not a number`, () => {
    const { lr, free } = training(engine);
    assert.deepEqual([...lr.costs(0, 1)], [NaN]);
    // 1024 and 2048: where the arrays of costs have just been filled.
    for (const t of [3, 1024, 2048]) {
      lr.train(0.2, t - lr.iteration);
      assert.deepEqual([...lr.costs(t, t + 1), ...lr.testCosts(t, t + 1)], [NaN, NaN], `J of state ${t}`);
      assert.ok(lr.costs(0, t).every(Number.isFinite));
    }
    free();
  });
}

test("gram: 140 000 iterations are more than the history holds; every one can still be gone to", () => {
  const { lr, free } = training("gram", { m: 3, m_test: 1, n_px: 1 });
  const marks = [0, 1, 2, 3, 32768, 65535, 65536, 65537, 99999, 131071, 131072, 131073, 139999, 140000];
  const states = new Map();
  for (const t of marks) {
    while (lr.iteration < t) lr.train(0.1 + (lr.iteration % 3), Math.min(1000 - (lr.iteration % 1000), t - lr.iteration)); // prettier-ignore
    states.set(t, state(lr));
  }
  const costs = lr.costs(0, 140001);
  for (const t of [...marks, ...[...marks].reverse(), 140000, 0, 131072]) {
    lr.seek(t);
    assert.deepEqual(state(lr), states.get(t), `state ${t}`);
  }
  assert.deepEqual(lr.costs(0, 140001), costs);
  // From the middle of the thinned part on, the other way, past where the history was full.
  lr.seek(65537);
  lr.train(0.01, 70000);
  const there = state(lr);
  assert.equal(lr.end, 135537);
  for (const t of [65537, 65536, 3, 0]) {
    lr.seek(t);
    assert.deepEqual(state(lr), states.get(t));
  }
  lr.seek(135537);
  assert.deepEqual(state(lr), there);
  free();
});

test("vectorized: a history of few states, thinned more than once, still leads everywhere", () => {
  // 64 MB / 196 612 bytes: 341 states.
  const { lr, free } = training("vectorized", { m: 2, m_test: 0, n_px: 128 });
  const states = new Map();
  const some = (t) => (
    lr.seek(t),
    lr.evaluate(),
    { b: lr.b, sum: lr.w().reduce((sum, w) => sum + Math.abs(w), 0) }
  );
  for (const t of [5, 340, 341, 342, 683, 1024, 1400]) {
    lr.train(0.0003, t - lr.iteration);
    states.set(t, some(t));
  }
  for (const [t, expected] of [...states].reverse()) assert.deepEqual(some(t), expected, `state ${t}`);
  free();
});

test("after a reset, and from the start again, going back is as quick as in the beginning", () => {
  for (const [engine, n_px, long] of /** @type {const} */ ([
    ["gram", 1, 300_000],
    ["vectorized", 128, 1500],
  ])) {
    const { lr, free } = training(engine, { m: 2, m_test: 0, n_px });
    for (const begin of [() => lr.reset(), () => lr.seek(0)]) {
      lr.train(1e-4, long); // several times what is kept
      begin();
      lr.train(1e-4, 100);
      for (const t of [99, 1, 50, 77]) {
        lr.seek(t);
        assert.ok(lr.evaluate(1), `${engine}: state ${t} is made again, iteration by iteration`);
      }
      lr.seek(100);
    }
    free();
  }
});

test("after the last iteration there is an end, not a crash", () => {
  const { lr, free } = training("gram", { m: 2, m_test: 0, n_px: 1 });
  while (lr.iteration < MAX_ITERATIONS - 10)
    lr.train(0.01, Math.min(50000, MAX_ITERATIONS - 10 - lr.iteration));
  assert.equal(lr.train(0.01, 100), 10);
  assert.throws(() => lr.train(0.01, 1), refused("end"));
  assert.equal(lr.iteration, MAX_ITERATIONS);
  const last = state(lr);
  assert.ok(Number.isFinite(last.costs[0]));
  lr.seek(MAX_ITERATIONS - 1);
  assert.equal(lr.train(0.01, 5), 1);
  assert.deepEqual(state(lr), last);
  free();
});

test("trainings made and freed leave nothing behind", () => {
  const { dataset, free } = training("gram", { n_px: 16 });
  const round = (engine) => {
    const lr = dataset.createLogreg(engine);
    lr.train(0.01, 200);
    lr.seek(100);
    lr.free();
  };
  for (const engine of ENGINES) round(engine);
  const before = core.exports.memory.buffer.byteLength;
  for (let k = 0; k < 60; k++) for (const engine of ENGINES) round(engine);
  assert.equal(core.exports.memory.buffer.byteLength, before);
  free();
});
