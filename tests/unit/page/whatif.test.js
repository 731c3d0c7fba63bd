// What if: which pictures a trial gets, and that what comes out is `loop` trained anew on exactly those.
import assert from "node:assert/strict";
import test from "node:test";
import {
  ALPHAS,
  FOLDS,
  alphas,
  folds,
  foldsOf,
  shareOf,
  splits,
  without,
} from "../../../web/page/whatif/plan.js";
import { points } from "../../../web/page/whatif/numbers.js";
import { runNetworks } from "../../../web/page/whatif/networks.js";
import { prepare, run } from "../../../web/page/whatif/run.js";
import { influences, isSkilled, luck, sorted, spread } from "../../../web/page/whatif/summary.js";
import { Network } from "../../../web/core/network.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { near } from "../shared/steps.js";

const core = await open("trials");
const whole = await open();
const breathe = async () => {};

/** n pictures, some for testing, and mirrored copies of the first `copies`. */
function job(n, copies = 0, n_px = 3) {
  const set = reference.examples(n, n_px, n);
  const group = set.map((_, i) => 100 + i);
  const test = set.map((_, i) => Number(i % 5 === 4));
  for (let i = 0; i < copies; i++) {
    set.push({ x: Uint8Array.from(set[i].x).reverse(), y: set[i].y });
    group.push(group[i]);
    test.push(test[i]);
  }
  const rgb = new Uint8Array(Buffer.concat(set.map(({ x }) => x)));
  const pictures = { y: set.map(({ y }) => y), test, group };
  return { set, job: { n_px, rgb, pictures, alpha: 0.1, iterations: 30 } };
}

const classCount = (pictures, places, y) => places.filter((i) => pictures.y[i] === y).length;

test("splits: each class with its share, nobody in both parts, others every time, the same every time", () => {
  const { pictures } = job(40, 7).job;
  const list = [...splits(pictures)];
  assert.equal(list.length, 50);
  for (const { train, test: kept, out } of list) {
    const groups = new Set(train.map((i) => pictures.group[i]));
    assert.ok(kept.every((i) => !groups.has(pictures.group[i])), "a copy is never in the other part"); // prettier-ignore
    assert.ok(
      kept.every((i) => i < 40),
      "tested are originals",
    );
    for (const y of [0, 1]) assert.equal(classCount(pictures, kept, y), Math.round(20 * shareOf(pictures)));
    assert.equal(new Set([...train, ...kept]).size, train.length + kept.length);
    assert.deepEqual(out, []);
  }
  assert.ok(new Set(list.map(({ test }) => String(test))).size > 45);
  assert.deepEqual([...splits(pictures)], list);
  const times = Array.from({ length: 40 }, (_, i) => list.filter(({ test }) => test.includes(i)).length);
  // Each is tested Binomial(50, 1/5) times: 10 ± 2.8, here within 5 of those.
  assert.ok(Math.min(...times) > 0 && Math.max(...times) < 25, String(times));
});

test("copies make no other splits: as many are tested as without them, and one in the other class stays with its picture", () => {
  const plain = job(40).job.pictures;
  const copied = job(40, 40).job.pictures;
  assert.equal(shareOf(copied), shareOf(plain));
  assert.equal([...splits(copied)][0].test.length, [...splits(plain)][0].test.length);
  copied.y[45] = 1 - copied.y[5];
  for (const { train, test: kept } of [...splits(copied), ...folds(copied)]) {
    assert.ok(!kept.includes(45));
    assert.equal(train.includes(45), !kept.includes(5));
  }
});

test("without anything kept for testing a fifth is; of two of a class one stays", () => {
  const pictures = { y: [0, 0, 1, 1, 1], test: [0, 0, 0, 0, 0], group: [1, 2, 3, 4, 5] };
  assert.equal(shareOf(pictures), 0.2);
  for (const { train, test: kept } of splits(pictures, 20))
    for (const y of [0, 1]) assert.ok(classCount(pictures, train, y) > 0 && classCount(pictures, kept, y) === 1); // prettier-ignore
});

test("folds: each picture is tested once, in parts as equal as can be", () => {
  for (const n of [8, 26, 61]) {
    const { pictures } = job(n, 3).job;
    const list = [...folds(pictures)];
    assert.equal(list.length, Math.min(FOLDS, Math.floor(n / 2)));
    assert.equal(list.length, foldsOf(pictures));
    const tested = list.flatMap(({ test }) => test).sort((p, q) => p - q);
    assert.deepEqual(
      tested,
      Array.from({ length: n }, (_, i) => i),
    );
    const sizes = list.map(({ test }) => test.length);
    assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
    for (const { train, test: kept } of list) {
      const groups = new Set(train.map((i) => pictures.group[i]));
      assert.ok(kept.every((i) => !groups.has(pictures.group[i])));
    }
  }
});

test("without: all first, then each training picture with its copies", () => {
  const { pictures } = job(9, 2).job;
  const [all, ...rest] = [...without(pictures)];
  assert.deepEqual(all, { train: [0, 1, 2, 3, 5, 6, 7, 8, 9, 10], test: [4], out: [] });
  assert.deepEqual(rest.map(({ out }) => out), [[0, 9], [1, 10], [2], [3], [5], [6], [7], [8]]); // prettier-ignore
  for (const { train, out } of rest)
    assert.deepEqual(
      [...train, ...out].sort((p, q) => p - q),
      all.train,
    );
});

/** `loop`, trained on these pictures. */
function anew(set, { train, test: kept }, { alpha, iterations }, probe) {
  const dataset = whole.createDataset(Math.sqrt(set[0].x.length / 3));
  train.forEach((i, k) => dataset.add(set[i].x, set[i].y, "train", k));
  kept.forEach((i, k) => dataset.add(set[i].x, set[i].y, "test", k));
  const lr = dataset.createLogreg("loop");
  lr.train(alpha, iterations);
  lr.evaluate();
  const costs = [lr.costs(iterations, iterations + 1)[0], lr.testCosts(iterations, iterations + 1)[0]];
  const z = probe.map((i) => lr.predict(set[i].x, 0).z);
  const accuracies = [lr.accuracy("train"), lr.accuracy("test")];
  lr.free();
  dataset.free();
  return { costs, z, accuracies };
}

for (const [name, plan] of Object.entries({ splits: (p) => splits(p, 21), folds, without }))
  test(`${name}: every result is \`loop\` trained anew on those pictures`, async () => {
    const { set, job: how } = job(22, 3);
    const dataset = await prepare(core, how, breathe);
    const found = [];
    await run(dataset, how, plan(how.pictures), (each) => found.push(each), breathe);
    dataset.free();
    const plans = [...plan(how.pictures)];
    assert.deepEqual(
      found.map(({ index }) => index).sort((p, q) => p - q),
      [...plans.keys()],
    );
    for (const { index, cost, testCost, accuracy, testAccuracy, tested, out, outZ } of found) {
      const expected = anew(set, plans[index], how, plans[index].out);
      near([cost, testCost], expected.costs, 1e-12, `J of ${index}`); // sums of some hundred terms below 2
      near(outZ, expected.z, 1e-12, "z of what was left out");
      assert.deepEqual([accuracy, testAccuracy], expected.accuracies);
      assert.equal(tested, plans[index].test.length);
      assert.deepEqual(out, plans[index].out);
    }
  });

/** The network of this seed, trained on these pictures alone, by rows. */
function networkAnew(set, { train, test: kept }, { alpha, iterations, hidden, seed }, probe) {
  const dataset = whole.createDataset(Math.sqrt(set[0].x.length / 3));
  train.forEach((i, k) => dataset.add(set[i].x, set[i].y, "train", k));
  kept.forEach((i, k) => dataset.add(set[i].x, set[i].y, "test", k));
  const nn = Network.onPictures(dataset, { hidden, engine: "vectorized", batch: 0, seed });
  nn.train(alpha, iterations);
  nn.evaluate();
  const costs = [nn.costs(0, iterations + 1), nn.testCosts(0, iterations + 1)];
  const z = probe.map((i) => nn.predict(set[i].x, 0).z);
  const accuracies = [nn.accuracy("train"), nn.accuracy("test")];
  nn.free();
  dataset.free();
  return { costs, z, accuracies };
}

test("of a network the same trials, one after the other: each is it trained anew on those pictures, from the same start", async () => {
  const { set, job: how } = job(15, 2);
  const network = { ...how, hidden: [5, 3], batch: 0, seed: 9, iterations: 20 };
  for (const plan of [(p) => splits(p, 4), folds, without, alphas]) {
    const plans = [...plan(how.pictures)];
    const found = [];
    await runNetworks(whole, network, plans, (each) => found.push(each), breathe);
    assert.deepEqual(found.map(({ index }) => index), [...plans.keys()]); // prettier-ignore
    for (const { index, out, outZ, tested, ...each } of found) {
      const one = plans[index];
      const expected = networkAnew(set, one, { ...network, ...one }, one.out);
      const [costs, testCosts] = expected.costs;
      // Weights of layer 1 are float32 by rows, where the other engine has float64.
      near([each.cost, each.testCost], [costs[20], testCosts[20]], 1e-6, `J of ${index}`);
      near(outZ, expected.z, 1e-5, "z of what was left out");
      assert.deepEqual([each.accuracy, each.testAccuracy], expected.accuracies);
      assert.deepEqual([tested, out], [one.test.length, one.out]);
      if (!one.curve) continue;
      assert.deepEqual([each.alpha, each.every], [one.alpha, 1]);
      near(each.costs, costs, 1e-6, "curve");
      near(each.testCosts, testCosts, 1e-6, "curve of the test set");
    }
  }
});

test("a network that diverges is told as that, and the next one goes on", async () => {
  const { job: how } = job(12);
  const network = { ...how, hidden: [4], batch: 0, seed: 1, alpha: 1e300 };
  const found = [];
  const plans = [...without(how.pictures)];
  plans[1] = { ...plans[1], alpha: 0.1 };
  await runNetworks(whole, network, plans, (each) => found.push(each), breathe);
  assert.equal(found.length, plans.length);
  found.forEach(({ testCost, testAccuracy, outZ }, i) =>
    assert.deepEqual([testCost, testAccuracy, ...outZ].some(Number.isNaN), i !== 1, String(i)),
  );
});

test("three learning rates: every curve is that of plain loops", async () => {
  const { set, job: how } = job(15);
  const dataset = await prepare(core, how, breathe);
  const found = [];
  await run(dataset, how, alphas(how.pictures), (each) => found.push(each), breathe);
  dataset.free();
  assert.deepEqual(found.map(({ alpha }) => alpha).sort(), ALPHAS);
  for (const { alpha, costs, every } of found) {
    const expected = reference.train(set.filter((_, i) => !how.pictures.test[i]), alpha, how.iterations); // prettier-ignore
    assert.equal(every, 1);
    near(costs, expected.costs, 1e-12, `J at ${alpha}`);
  }
});

test("a picture in the wrong class is the first suspect", async () => {
  const { job: how } = job(40);
  how.rgb.forEach((v, at) => (how.rgb[at] = v / 4 + 128 * how.pictures.y[Math.floor(at / 27)])); // dark, or bright
  how.pictures.y[6] = 1 - how.pictures.y[6];
  how.iterations = 200;
  const dataset = await prepare(core, how, breathe);
  const found = [];
  await run(dataset, how, without(how.pictures), (each) => found.push(each), breathe);
  dataset.free();
  const { harm, help } = sorted(influences(found, how.pictures.y));
  assert.equal(harm[0].place, 6);
  assert.ok(harm[0].suspect && harm[0].effect < 0);
  assert.ok(
    help.length > 1 && help.every(({ effect }, i) => effect > 0 && effect >= (help[i + 1]?.effect ?? 0)),
  );
});

test("where all pictures are the same, rounding is no effect: none helps, none harms", async () => {
  const { job: how } = job(30);
  how.rgb.fill(201);
  how.pictures.y.fill(1);
  const dataset = await prepare(core, how, breathe);
  const found = [];
  await run(dataset, how, without(how.pictures), (each) => found.push(each), breathe);
  dataset.free();
  const costs = new Set(found.map(({ testCost }) => testCost));
  assert.ok(costs.size > 1, "sums of another order differ in their last digits");
  const list = influences(found, how.pictures.y);
  assert.equal(list.length, 24);
  assert.deepEqual(sorted(list), { harm: [], help: [] });
});

test("where the training on all pictures diverges, nothing is said of any of them", () => {
  const of = (index, testCost) => ({ index, testCost, testAccuracy: 0.5, out: [index - 1], outZ: [1] });
  const list = /** @type {any} */ ([of(0, NaN), of(1, 0.4), of(2, 0.6)]);
  assert.deepEqual(influences(list, [0, 1]), []);
  assert.equal(influences([of(0, 0.5), ...list.slice(1)], [0, 1]).length, 2);
});

test("mean, spread and sum of what did not diverge", () => {
  const of = (testAccuracy) => ({ testAccuracy, tested: 10 });
  const { mean, sd, n, diverged, low, high, right, tested } = spread(
    /** @type {any} */ ([0.5, 0.7, 0.9, NaN].map(of)),
  );
  near([mean, sd], [0.7, 0.2], 1e-15, "mean and sd");
  assert.deepEqual([n, diverged, low, high, right, tested], [3, 1, 0.5, 0.9, 21, 30]);
  near([luck(0.5, 25)], [0.1], 1e-15, "luck");
  assert.deepEqual([0, 0.001, 0.02, NaN].map(points), ["0", "1", "2", "–"], "no spread is said to be none");
});

test("answers about pictures left out say something of labels only where they are right more often than by chance", () => {
  const list = (/** @type {number} */ n, /** @type {number} */ right) =>
    Array.from({ length: n }, (_, place) => ({ place, effect: -1, accuracy: 0, z: 1, wrong: place >= right, suspect: true })); // prettier-ignore
  const even = Array.from({ length: 48 }, (_, i) => i % 2);
  assert.deepEqual([27, 30, 31, 48].map((right) => isSkilled(list(48, right), even)), [false, false, true, true]); // prettier-ignore
  const uneven = even.map((_, i) => Number(i % 4 === 0)); // always 0 is right 36 times
  assert.deepEqual([31, 41, 43].map((right) => isSkilled(list(48, right), uneven)), [false, false, true]); // prettier-ignore
});
