// The figures vectorization and no-loops: what needs no page. Races with few numbers, and the two listings against plain loops.
import assert from "node:assert/strict";
import test from "node:test";
import { LOOPS, VECTOR, linesOf, linesRun, runs, shapeOf } from "../../../web/notes/no-loops/code.js";
import { TwoRuns } from "../../../web/notes/no-loops/runs.js";
import { DOT_WAYS, ENGINES, dotRace, trainingRace } from "../../../web/notes/vectorization/race.js";
import { agreement, alike, median, spread, unrest } from "../../../web/notes/vectorization/stats.js";
import { open } from "../shared/open.js";

test("median, agreement, digits that are alike", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.deepEqual(agreement([1, 2, 3], [1, 2]), { count: 2, most: 0, digits: 16 });
  const { count, most, digits } = agreement([1, 0.5], [1, 0.5001]);
  assert.deepEqual([count, digits], [2, 3]);
  assert.ok(Math.abs(most - 1e-4) < 1e-12);
  assert.deepEqual(alike("250.123", "250.149"), ["250.1", "23"]);
  assert.deepEqual(alike("1.5", "1.5"), ["1.5", ""]);
  assert.equal(unrest([{ median: 3, least: 2 }, { median: 1, least: 1 }]), 1.5); // prettier-ignore
  assert.deepEqual(spread([0, 1, 2, 3, 4, 5], 3), [0, 2, 4]);
  assert.deepEqual(spread([7, 8], 3), [7, 8]);
});

/** A clock that ticks by itself: races end soon, whatever the machine does. */
function clock(step) {
  let now = 0;
  return () => (now += step);
}

test("every way gives the same dot product, and has its turn in every round", async () => {
  const core = await open("notes");
  const news = [];
  await dotRace(core, { n: 5000, rounds: 3, told: (one) => news.push(one), now: clock(5) });
  assert.deepEqual(
    news.map(({ round }) => round),
    [1, 2, 3],
  );
  const [{ took }] = news;
  assert.deepEqual(Object.keys(took), DOT_WAYS);
  for (const way of ["typed", "loop"]) assert.equal(took[way].result, took.array.result);
  assert.ok(Math.abs(took.simd64.result / took.array.result - 1) < 1e-12);
  assert.ok(Math.abs(took.simd32.result / took.array.result - 1) < 1e-5);
  for (const { ms } of Object.values(took)) assert.ok(ms > 0);
});

test("a training race: same costs from all three engines, fewer iterations where time is short", async () => {
  const core = await open("notes");
  const examples = Array.from({ length: 12 }, (_, i) => core.drawn(1, i, 8));
  const news = [];
  const race = { examples, n_px: 8, alpha: 0.01, iterations: 60, rounds: 2 };
  const budget = { loop: 1, vectorized: 1e9, gram: 1e9 };
  await trainingRace(core, { ...race, budget, told: (one) => news.push(one), now: clock(1) });
  const turns = news.filter(({ type }) => type === "turn");
  assert.deepEqual(
    turns.map(({ round, engine }) => `${round} ${engine}`),
    [1, 2].flatMap((round) => ENGINES.map((engine) => `${round} ${engine}`)),
  );
  const [loop, vectorized, gram] = turns;
  assert.ok(loop.took.iterations < 60 && loop.took.iterations >= 10);
  assert.equal(gram.took.iterations, 60);
  assert.equal(gram.costs.length, 61);
  assert.equal(loop.costs.length, loop.took.iterations + 1);
  assert.equal(gram.costs[0], Math.log(2));
  assert.ok(agreement(loop.costs, gram.costs).most < 1e-13);
  assert.ok(agreement(vectorized.costs, gram.costs).most < 1e-6);
  assert.deepEqual([loop.took.madds, gram.took.madds], [2 * 12 * 192, 144]);
  assert.equal(turns[3].costs, null);
});

test("every line with loops folds into some vector line, and every vector line is made of some", () => {
  const ids = VECTOR.map(({ id }) => id);
  for (const { code, folds } of LOOPS) assert.ok(folds.length && folds.every((id) => ids.includes(id)), code);
  for (const id of ids) assert.ok(linesOf(id).length > 0, id);
  assert.deepEqual(runs([3, 4, 5, 9]), [[3, 5], [9, 9]]); // prettier-ignore
  assert.deepEqual(runs([]), []);
});

/** The listing with loops run line by line, counting. */
function interpret(m, n_x) {
  let lines = 2;
  for (let i = 0; i < m; i++) {
    lines += 2; // for i, z = b
    for (let j = 0; j < n_x; j++) lines += 2;
    lines += 4; // a, L, J, dz
    for (let j = 0; j < n_x; j++) lines += 2;
    lines += 1; // db
  }
  lines += 1; // the means
  for (let j = 0; j < n_x; j++) lines += 3;
  return lines + 1;
}

test("how many lines run, and shapes", () => {
  for (const [m, n_x] of [[2, 2], [6, 4], [209, 3]]) assert.equal(linesRun(m, n_x), interpret(m, n_x)); // prettier-ignore
  assert.deepEqual(shapeOf("X", 6, 4), [4, 6]);
  assert.deepEqual(shapeOf("dZT", 6, 4), [6, 1]);
  assert.deepEqual(shapeOf("db", 6, 4), []);
});

test("both runs are gradient descent, and equal", async () => {
  const core = await open("notes");
  const table = { x: [1, 2, -1, 0.5, 0.25, -2], y: [1, 0, 1], m: 3, n_x: 2 };
  const both = new TwoRuns(core, table);
  both.alpha = 0.3;
  let [w, b] = [[0, 0], 0];
  for (let t = 0; t < 20; t++) {
    const dw = [0, 0];
    let [db, J] = [0, 0];
    for (let i = 0; i < 3; i++) {
      const x = table.x.slice(2 * i, 2 * i + 2);
      const a = 1 / (1 + Math.exp(-(w[0] * x[0] + w[1] * x[1] + b)));
      J -= Math.log(table.y[i] ? a : 1 - a) / 3;
      for (const j of [0, 1]) dw[j] += ((a - table.y[i]) * x[j]) / 3;
      db += (a - table.y[i]) / 3;
    }
    for (const { name, index, loop, vector } of both.compared()) {
      const right = { J, dw: dw[index - 1], db, w: w[index - 1], b }[name];
      assert.ok(Math.abs(loop - right) < 1e-14, `${name} ${loop} ${right}`);
      assert.ok(Math.abs(vector - loop) < 1e-15, name);
    }
    w = w.map((v, j) => v - 0.3 * dw[j]);
    b -= 0.3 * db;
    both.step();
  }
});
