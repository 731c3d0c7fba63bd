// What runs are called, the list as CSV, and how far their curves stretch the chart.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { addWords } from "../../../web/i18n/i18n.js";
import { runsCsv } from "../../../web/page/runs/csv.js";
import { ownNames } from "../../../web/page/runs/names.js";
import { paleCurves } from "../../../web/page/runs/pale.js";

before(async () => {
  await addWords((ending) => import(`../../../web/page/runs/words.${ending}.js`));
  await addWords((ending) => import(`../../../web/page/train/words.${ending}.js`));
});

/** @param {number} id @param {any} [more] */
const run = (id, more = {}) => ({
  ...{ id, name: null, alphas: [{ from: 0, to: 2000, alpha: 0.01 }], end: 2000, removals: [], differs: [] },
  ...{ m: 200, m_test: 50, n_px: 64, engine: "gram", made: { hidden: [], seed: 1, batch: 0 } },
  ...{ cost: 0.25, testCost: NaN, accuracy: 1, testAccuracy: NaN },
  ...more,
});
const named = (/** @type {any[]} */ ...list) => [...ownNames(list).values()];

test("a run is called by its rate and its iterations, and by more only where that does not tell it apart", () => {
  assert.deepEqual(named(run(1)), ["α = 0.01, 2000 iterations"]);
  const alphas = [0.01, 0.1].map((alpha, i) => ({ from: 10 * i, to: 10 * i + 10, alpha }));
  const small = run(2, { n_px: 32 });
  assert.deepEqual(named(run(1), small, run(3, { alphas, end: 1 })), [
    "α = 0.01, 2000 iterations, 64 × 64 pixels",
    "α = 0.01, 2000 iterations, 32 × 32 pixels",
    "α = 0.01 → 0.1, 1 iteration",
  ]);
  const made = { hidden: [16, 4], seed: 1, batch: 0 };
  assert.deepEqual(named(run(1, { made }), run(2, { made: { ...made, batch: 32 } }), run(3)), [
    "network 16 – 4 – 1, α = 0.01, 2000 iterations",
    "network 16 – 4 – 1, α = 0.01, 2000 iterations, mini-batches of 32",
    "α = 0.01, 2000 iterations",
  ]);
  assert.equal(new Set(named(run(1), run(2), run(3))).size, 3);
});

test("CSV: every digit, quoted names, and nothing that a spreadsheet takes for a formula", () => {
  const alphas = [0.01, 0.1].map((alpha, i) => ({ from: 10 * i, to: 10 * i + 10, alpha }));
  const text = runsCsv([
    run(1, { name: '=1+"2"', cost: 0.1234567890123456 }),
    run(2, { name: "a,b", alphas, end: 20, made: { hidden: [16, 4], seed: 7, batch: 32 } }),
  ]);
  const [head, first, second] = text.trim().split("\n");
  assert.match(head, /^name,alpha,iterations,n_px,m,m_test,engine,hidden,seed,batch,cost_train,/);
  assert.equal(first, `"'=1+""2""",0.01,2000,64,200,50,gram,,,,0.1234567890123456,,1,`);
  assert.equal(second, '"a,b",0.01 (0-10); 0.1 (10-20),20,64,200,50,gram,16 4,7,32,0.25,,1,');
});

test("those that are compared stretch the axes, but not by a spike; pale ones do not", () => {
  const curve = {
    t: Uint32Array.from({ length: 100 }, (_, i) => 30 * i),
    train: Float32Array.from({ length: 100 }, (_, i) => (i === 3 ? 40 : 1 - i / 200)),
    test: new Float32Array(100).fill(NaN),
  };
  const long = run(1, { curve, end: 2970 });
  const [pale, compared] = [
    paleCurves([], [long], "train", String),
    paleCurves([{ run: long, slot: 0 }], [], "train", String),
  ];
  assert.deepEqual([pale.last, pale.faint, pale.range(2970, false)], [0, 1, [Infinity, 0]]);
  assert.equal(compared.last, 2970);
  const [least, most] = compared.range(2970, false);
  assert.ok(Math.abs(least - 0.505) < 1e-6 && most >= 1 && most < 3, `${least} ${most}`);
  assert.equal(compared.range(2970, true)[1], 40);
  curve.train[99] = 0; // as it is where every ŷ is 0 or 1: a log axis still has an end
  assert.equal(compared.range(2970, true)[0], Math.fround(1 - 98 / 200));
  assert.deepEqual(paleCurves([{ run: long, slot: 0 }], [], "test", String).range(2970, false), [
    Infinity,
    0,
  ]);
});

test("those that are compared and leave the chart at its top are told, with how far they went where the chart is", () => {
  const curve = {
    t: Uint32Array.from({ length: 100 }, (_, i) => 30 * i),
    train: Float32Array.from({ length: 100 }, (_, i) => (i === 3 ? 40 : i === 90 ? 70 : 1 - i / 200)),
    test: new Float32Array(100).fill(0.5),
  };
  curve.train[5] = NaN; // not finite
  const plot = (/** @type {number} */ top) => {
    const ctx = { setLineDash() {} };
    return /** @type {any} */ ({ ctx, curve() {}, y: (/** @type {number} */ J) => 300 * (1 - J / top) });
  };
  /** @type {[number, number][]} */
  let told = [];
  const list = [1, 2].map((id) => ({ run: run(id, { curve, end: 2970 }), slot: id }));
  const of = (/** @type {"train" | "test"} */ part) =>
    paleCurves(list, [], part, String, (high) => (told = [...high]));
  of("train").draw(plot(2), false, 2970);
  assert.deepEqual(told, [[1, 70], [2, 70]]); // prettier-ignore
  of("train").draw(plot(2), false, 2000);
  assert.deepEqual(told, [[1, 40], [2, 40]]); // prettier-ignore
  of("train").draw(plot(70), false, 2970);
  assert.deepEqual(told, []);
  of("train").draw(plot(2), false, 30);
  assert.deepEqual(told, []);
  of("test").draw(plot(2), false, 2970);
  assert.deepEqual(told, []);
});
