// Trials on choices of rows of K: against plain float64 loops, and against `loop` trained anew on the chosen pictures.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError, LANES } from "../../../web/core/core.js";
import { Trials } from "../../../web/core/trials.js";
import * as course from "../shared/course.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { near } from "../shared/steps.js";

const core = await open("trials");
const whole = await open();

/** Sums of up to n_x + m products each rounded once, of numbers below 2 here: far below this. */
const TOLERANCE = 1e-12;

/** A dataset with these pictures in slots 0 .. n-1, K made. */
function filled(set) {
  const dataset = core.createDataset(Math.sqrt(set[0].x.length / 3));
  set.forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  while (dataset.gramStep(100) > 0);
  return dataset;
}

const range = (n, from = 0) => Array.from({ length: n }, (_, i) => from + i);
const chosen = (rows, set) => ({ rows, y: rows.map((i) => set[i].y) });
const accuracy = (z, set) => z.filter((v, i) => v > 0 === (set[i].y === 1)).length / set.length;

/** All that was begun. @param {Trials} trials @param {number} [madds] of a call */
function finish(trials, madds) {
  while (trials.run(madds) > 0);
}

test("subsets, repeated rows and given labels end as plain loops do on those pictures", () => {
  for (const [n, n_px] of [
    [2, 1],
    [9, 5],
    [33, 3],
    [41, 2],
  ]) {
    const set = reference.examples(n, n_px, n);
    const dataset = filled(set);
    const trials = new Trials(dataset, range(n));
    const next = reference.random(n);
    const choices = range(LANES).map((lane) => {
      const train = range(1 + next(2 * n)).map(() => ({ row: next(n), y: next(2) }));
      const held = lane === 0 ? [] : range(1 + next(n)).map(() => ({ row: next(n), y: next(2) }));
      return { train, held, alpha: 0.05 * (1 + next(6)), iterations: next(40) };
    });
    const split = (list) => ({ rows: list.map(({ row }) => row), y: list.map(({ y }) => y) });
    choices.forEach(({ train, held, ...how }, lane) => {
      trials.choose(lane, "train", split(train));
      trials.choose(lane, "test", split(held));
      trials.begin(lane, { ...how, curve: lane % 2 === 0 });
    });
    finish(trials, 1000);
    choices.forEach(({ train, held, alpha, iterations }, lane) => {
      const [own, other] = [train, held].map((list) => list.map(({ row, y }) => ({ x: set[row].x, y })));
      const expected = reference.train(own, alpha, iterations);
      const { cost, testCost, b, ...right } = /** @type {any} */ (trials.result(lane));
      near([cost, b], [expected.costs[iterations], expected.b], TOLERANCE, `${n}, lane ${lane}: J, b`);
      assert.equal(right.accuracy, accuracy(reference.forward(expected, own), own));
      if (other.length) {
        near([testCost], [reference.cost(expected, other)], TOLERANCE, "J on held-out rows");
        assert.equal(right.testAccuracy, accuracy(reference.forward(expected, other), other));
      } else assert.ok(Number.isNaN(testCost) && Number.isNaN(right.testAccuracy));
      near(trials.z(lane) ?? [], reference.forward(expected, set), TOLERANCE, "z");
      const costs = trials.costs(lane, iterations);
      if (lane % 2) assert.equal(costs, null);
      else near(costs?.train ?? [], expected.costs, TOLERANCE, "curve");
      if (costs && other.length) assert.equal(costs.test.at(-1), testCost);
    });
    trials.free();
    dataset.free();
  }
});

/** `loop` trained anew on these pictures. */
function anew(set, testSet, alpha, iterations) {
  const dataset = whole.createDataset(Math.sqrt(set[0].x.length / 3));
  set.forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  testSet.forEach(({ x, y }, i) => dataset.add(x, y, "test", i));
  const lr = dataset.createLogreg("loop");
  lr.train(alpha, iterations);
  lr.evaluate();
  const [cost] = lr.costs(iterations, iterations + 1);
  const [testCost] = lr.testCosts(iterations, iterations + 1);
  const result = { cost, testCost, accuracy: lr.accuracy("train"), testAccuracy: lr.accuracy("test") };
  lr.free();
  dataset.free();
  return result;
}

function same(found, expected, what) {
  near([found.cost, found.testCost], [expected.cost, expected.testCost], TOLERANCE, what);
  assert.deepEqual([found.accuracy, found.testAccuracy], [expected.accuracy, expected.testAccuracy], what);
}

test("leave-one-out and k-fold are `loop` trained anew from the pictures", () => {
  const set = reference.examples(24, 6, 5);
  const testSet = reference.examples(7, 6, 6);
  const all = [...set, ...testSet];
  const dataset = filled(all);
  const trials = new Trials(dataset, range(all.length));
  const how = { alpha: 0.1, iterations: 60 };
  const run = (train, held, what) => {
    const lane = train.length % LANES;
    trials.choose(lane, "train", chosen(train, all));
    trials.choose(lane, "test", chosen(held, all));
    trials.begin(lane, how);
    finish(trials);
    const [own, other] = [train, held].map((rows) => rows.map((i) => all[i]));
    same(trials.result(lane), anew(own, other, how.alpha, how.iterations), what);
  };
  for (const out of range(24)) run(range(24).filter((i) => i !== out), range(7, 24), `without ${out}`); // prettier-ignore
  for (const k of range(5)) {
    const held = range(31).filter((i) => i % 5 === k);
    run(range(31).filter((i) => i % 5 !== k), held, `fold ${k}`); // prettier-ignore
  }
  trials.free();
  dataset.free();
});

test("a call cut as short as can be changes no bit", () => {
  const set = reference.examples(70, 3, 2);
  const dataset = filled(set);
  const trials = new Trials(dataset, range(70));
  const results = [0, 777, Infinity].map((madds) => {
    for (const lane of range(3)) {
      trials.choose(lane, "train", chosen(range(40 + lane), set));
      trials.choose(lane, "test", chosen(range(20, 50), set));
      trials.begin(lane, { alpha: 0.2, iterations: 10 + 7 * lane, curve: true });
    }
    finish(trials, madds);
    return range(3).map((lane) => [trials.result(lane), trials.z(lane), trials.costs(lane, 10 + 7 * lane)]);
  });
  assert.deepEqual(results[1], results[0]);
  assert.deepEqual(results[2], results[0]);
  trials.free();
  dataset.free();
});

test("a trial that diverges says NaN and leaves its neighbours alone", () => {
  const set = reference.examples(12, 4, 2);
  const dataset = filled(set);
  const trials = new Trials(dataset, range(12));
  [1e308, 0.1].forEach((alpha, lane) => {
    trials.choose(lane, "train", chosen(range(12), set));
    trials.begin(lane, { alpha, iterations: 30 });
  });
  finish(trials);
  assert.ok(Object.values(trials.result(0) ?? {}).every(Number.isNaN));
  near([trials.result(1)?.cost ?? NaN], [reference.train(set, 0.1, 30).costs[30]], TOLERANCE, "J");
  trials.begin(0, { alpha: 0.1, iterations: 30 });
  finish(trials);
  assert.deepEqual(trials.result(0), trials.result(1));
  trials.free();
  dataset.free();
});

test("what is no row, label, lane or rate is refused, and so are trials without all of K", () => {
  const set = reference.examples(6, 2, 1);
  const dataset = filled(set);
  const trials = new Trials(dataset, [5, 0, 3]);
  const bad = [
    () => trials.choose(0, "train", { rows: [3], y: [1] }),
    () => trials.choose(0, "train", { rows: [-1], y: [1] }),
    () => trials.choose(0, "train", { rows: [0.5], y: [1] }),
    () => trials.choose(0, "train", { rows: [1], y: [2] }),
    () => trials.choose(0, "train", { rows: [1], y: [257] }),
    () => trials.choose(0, "train", { rows: [1, 2], y: [1] }),
    () => trials.choose(LANES, "train", { rows: [1], y: [1] }),
    () => trials.choose(0, "none", { rows: [1], y: [1] }),
    () => trials.begin(0, { alpha: 0.1, iterations: 3 }),
    () => new Trials(dataset, []),
    () => new Trials(dataset, [6]),
  ];
  for (const call of bad)
    assert.throws(call, (e) => e instanceof CoreError && e.code === "argument", call.toString());
  trials.choose(0, "train", { rows: [0, 1, 2], y: [1, 0, 1] });
  for (const how of [
    { alpha: 0, iterations: 1 },
    { alpha: NaN, iterations: 1 },
    { alpha: 1, iterations: -1 },
  ])
    assert.throws(() => trials.begin(0, how), CoreError);
  assert.equal(trials.result(0), null);
  assert.ok(Trials.bytes(core, 3) > 72);
  trials.free();
  assert.throws(() => trials.run(), CoreError);
  dataset.add(set[0].x, 1, "train", 7);
  assert.throws(() => new Trials(dataset, range(6)), CoreError);
  dataset.free();
});

test("the homework as a trial is the course's", { skip: course.skip }, async () => {
  const dataset = await course.load(core);
  while (dataset.gramStep(100) > 0);
  const trials = new Trials(dataset, range(259));
  const y = range(259).map((slot) => core.exports.dataset_y(dataset.address, slot));
  trials.choose(0, "train", { rows: range(209), y: y.slice(0, 209) });
  trials.choose(0, "test", { rows: range(50, 209), y: y.slice(209) });
  trials.begin(0, { alpha: 0.005, iterations: 2000, curve: true });
  finish(trials, 1e7);
  const costs = course.truth.costs_all;
  near(Array.from(trials.costs(0, 2000)?.train.slice(0, costs.length) ?? []), costs, TOLERANCE, "J");
  assert.equal(trials.result(0)?.testAccuracy, 0.7);
  trials.free();
  dataset.free();
});
