// What the figure scale stands on: its plan and its guess of the time, one real point, what it says of made-up results.
import assert from "node:assert/strict";
import test from "node:test";
import * as plan from "../../../web/notes/scale/plan.js";
import { madds, maddsOfExample, trainings } from "../../../web/notes/scale/power.js";
import { compare, csvOf, gather, seen, spread } from "../../../web/notes/scale/summary.js";
import { datasetOf, measure, subset } from "../../../web/notes/scale/train.js";
import { open } from "../shared/open.js";

const core = await open("notes");
const breathe = async () => {};
const now = () => performance.now();
const drawn = (from, count) => Array.from({ length: count }, (_, i) => core.drawn(1, from + i, plan.PX));

test("m doubles from 40 to all there are, without two that are nearly the same", () => {
  assert.deepEqual(plan.ladder(5000), [40, 80, 160, 320, 640, 1280, 2560, 5000]);
  assert.deepEqual(plan.ladder(40), [40]);
  assert.deepEqual(plan.ladder(90), [40, 90]);
  assert.deepEqual(plan.ladder(100), [40, 100]);
});

test("every run once, a whole curve with every seed, small m first", () => {
  const runs = plan.planOf({ sizes: [40, 80], seeds: 2 });
  assert.equal(runs.length, 2 * 2 * plan.MODELS.length);
  assert.equal(new Set(runs.map((run) => JSON.stringify(run))).size, runs.length);
  assert.deepEqual(runs.slice(0, 8).map(({ m }) => m), [40, 40, 40, 40, 80, 80, 80, 80]); // prettier-ignore
  assert.ok(runs.slice(0, 8).every(({ seed }) => seed === 1));
});

test("all trainings make about the updates of the recipe; gram where m is small beside n_x", () => {
  for (const m of [40, 80, 333, 1280, 5000]) {
    const updates = plan.passesFor(m) * Math.ceil(m / plan.RECIPE.batch);
    assert.ok(Math.abs(updates / plan.RECIPE.updates - 1) < 0.04, `${m}: ${updates}`);
  }
  assert.deepEqual([plan.engineFor(40, 3072), plan.engineFor(5000, 3072)], ["gram", "vectorized"]);
});

test("the time left is corrected by what was spent, and falls to nothing", () => {
  const runs = plan.planOf({ sizes: [40, 640], seeds: 2 });
  const guess = plan.secondsLeft({ runs, done: 0, spent: 0, n_x: 3072 });
  const half = runs.slice(0, 8).reduce((sum, run) => sum + plan.secondsOf(run, 3072), 0);
  const twice = plan.secondsLeft({ runs, done: 8, spent: 2 * half, n_x: 3072 });
  assert.ok(Math.abs(twice / (2 * (guess - half)) - 1) < 1e-9);
  assert.equal(plan.secondsLeft({ runs, done: runs.length, spent: 9, n_x: 3072 }), 0);
});

test("a subset has m different pictures of both kinds; the same seed takes the same", () => {
  const pool = Array.from({ length: 300 }, (_, i) => ({ rgb: new Uint8Array(3), y: Number(i === 7), i }));
  for (let seed = 1; seed <= 5; seed++) {
    const taken = subset(pool, 40, seed);
    assert.equal(new Set(taken).size, 40);
    assert.ok(taken.some(({ y }) => y === 1) && taken.some(({ y }) => y === 0));
    assert.deepEqual(subset(pool, 40, seed), taken);
  }
  assert.notDeepEqual(subset(pool, 40, 1), subset(pool, 40, 2));
});

test("one real point, made again, is the same; more pictures make it better than guessing", async () => {
  const [pool, tests] = [drawn(0, 160), drawn(5000, 200)];
  const point = async (model) => {
    const dataset = await datasetOf(core, subset(pool, 160, 1), plan.PX, breathe);
    const result = await measure(dataset, tests, { model, seed: 1 }, { breathe, now });
    dataset.free();
    return result;
  };
  for (const model of [0, 2]) {
    const { accuracy, train, ms } = await point(model);
    assert.ok(accuracy > 0.75 && train > 0.85 && ms > 0, `${model}: ${accuracy} ${train}`);
    assert.equal((await point(model)).accuracy, accuracy);
    assert.ok(Number.isInteger(Math.round(accuracy * 200 * 1e9) / 1e9), "a share of 200");
  }
});

test("mean and spread; a difference is one only where no runs overlap", () => {
  assert.deepEqual(spread([0.5, 0.75, 1]), { n: 3, mean: 0.75, min: 0.5, max: 1 });
  assert.equal(compare(spread([0.8, 0.9]), spread([0.6, 0.79])), 1);
  assert.equal(compare(spread([0.8, 0.9]), spread([0.6, 0.8])), 0);
  assert.equal(compare(spread([0.5, 0.55]), spread([0.6, 0.7])), -1);
  assert.equal(compare(spread([0.9]), spread([0.1])), 0, "one run each proves nothing");
  assert.equal(compare(null, spread([0.1, 0.2])), 0);
});

/** Made-up points: accuracy of every model at two sizes, two runs each, around the numbers given. */
function made(small, large) {
  const points = [];
  for (const [m, means] of [
    [40, small],
    [5000, large],
  ])
    // prettier-ignore
    means.forEach((mean, model) => {
      for (const seed of [1, 2]) points.push({ model, m, seed, accuracy: mean + 0.01 * (seed - 1.5), seconds: 1 });
    });
  return gather(points, [40, 5000]);
}
const keys = (table) => seen(table, [40, 5000]).facts.map(({ key }) => key);

test("it says what was seen, also against the slogan", () => {
  const slogan = made([0.6, 0.6, 0.6, 0.6], [0.7, 0.8, 0.85, 0.9]);
  assert.deepEqual(keys(slogan), ["data.1", "size.1", "early.0"]);
  assert.equal(seen(slogan, [40, 5000]).verdict, "slogan");
  const behind = made([0.7, 0.6, 0.6, 0.6], [0.9, 0.8, 0.8, 0.7]);
  assert.deepEqual(keys(behind), ["data.1", "size.-1", "early.-1"]);
  assert.equal(seen(behind, [40, 5000]).verdict, "no-slogan");
  const worse = made([0.6, 0.6, 0.6, 0.8], [0.6, 0.6, 0.6, 0.7]);
  assert.deepEqual(keys(worse), ["data.-1", "size.1", "early.1"]);
  assert.equal(seen(worse, [40, 5000]).verdict, "no-slogan");
  const same = made([0.7, 0.7, 0.7, 0.7], [0.705, 0.7, 0.7, 0.705]);
  assert.deepEqual(keys(same), ["data.0", "size.0", "early.0"]);
  const full = made([0.9, 0.9, 0.9, 0.9], [0.9975, 0.9, 0.9, 0.9975]);
  assert.equal(seen(full, [40, 5000]).verdict, "no-room");
  const one = gather([{ model: 0, m: 40, seed: 1, accuracy: 0.5, seconds: 1 }], [40, 5000]);
  assert.deepEqual(seen(one, [40, 5000]), { enough: false, facts: [] });
});

test("the CSV has a line for every point that there is", () => {
  const lines = csvOf(made([0.5, 0.6, 0.7, 0.8], [0.5, 0.6, 0.7, 0.8]), [40, 5000])
    .trim()
    .split("\n");
  assert.equal(lines.length, 1 + 8);
  assert.equal(lines[0].split(",").length, 8);
  assert.match(lines[4], /^40,large,64 16,2,0\.8,0\.795,0\.805,1\.000$/);
});

test("multiply-adds are those of plain loops that count: forward, dW, and dA where a layer is before", () => {
  for (const [n_x, hidden] of /** @type {[number, number[]][]} */ ([
    [12, []],
    [12, [5]],
    [12, [4, 3]],
  ])) {
    const sizes = [n_x, ...hidden, 1];
    let counted = 0;
    for (let l = 1; l < sizes.length; l++)
      for (let u = 0; u < sizes[l]; u++)
        for (let k = 0; k < sizes[l - 1]; k++) {
          counted += 1; // z[u] += w[k][u] a[k]
          counted += 1; // dw[k][u] += a[k] dz[u]
          if (l > 1) counted += 1; // da[k] += w[k][u] dz[u]
        }
    assert.equal(maddsOfExample(n_x, hidden), counted);
  }
  const [homework, largest, all] = trainings(3).map(([, work]) => work);
  assert.equal(homework, 2 * 209 * 12288 * 2000);
  assert.ok(largest > homework && all > 20 * largest, `${largest} ${all}`);
});

test("what a machine does in a second is the median of its slices, by the clock", async () => {
  let [time, calls] = [0, 0];
  const clock = () => (time += ++calls % 2 ? 0 : 0.5);
  const rate = await madds(core, { breathe, now: clock });
  assert.ok(rate > 4096 && rate < 1e9, String(rate)); // by a clock that ticks half a millisecond every other look
  const real = await madds(core, { breathe });
  assert.ok(real > 1e7, String(real));
});
