// What the figure network stands on: its houses, their scale, and its network on a table that changes.
import assert from "node:assert/strict";
import test from "node:test";
import { makeHouses, rule, scaleOf, standardised } from "../../../web/notes/network/houses.js";
import { Model } from "../../../web/notes/network/model.js";
import { inUnit, typicalError } from "../../../web/notes/network/numbers.js";
import { cost, netOf, pass } from "../shared/network-reference.js";
import { open } from "../shared/open.js";

const core = await open("notes");
const HOW = { hidden: [4], activation: "relu", seed: 8 };

test("houses follow the rule within their noise, and the same seed makes the same", () => {
  const houses = makeHouses(1);
  assert.equal(houses.length, 60);
  assert.deepEqual(makeHouses(1), houses);
  assert.notDeepEqual(makeHouses(2), houses);
  for (const house of houses) {
    assert.ok(house.every(Number.isFinite) && house[4] >= 5);
    assert.ok(Math.abs(house[4] - rule(house)) <= 37, String(house)); // three numbers of at most 12 either way, rounded
  }
  assert.ok(
    houses.some((house) => Math.abs(house[4] - rule(house)) > 3),
    "there is noise",
  );
});

test("standardised features have mean 0 and deviation 1, a constant one is 0", () => {
  const rows = makeHouses(3).map((row) => [7, ...row]);
  const scale = scaleOf(core, rows);
  const x = rows.map((row) => standardised(row, scale));
  for (let k = 0; k < scale.n_x; k++) {
    const mean = x.reduce((sum, row) => sum + row[k], 0) / x.length;
    const squares = x.reduce((sum, row) => sum + row[k] ** 2, 0) / x.length;
    assert.ok(Math.abs(mean) < 1e-12 && Math.abs(squares - (k ? 1 : 0)) < 1e-12, `column ${k}`);
  }
  const prices = rows.map((row) => row[5]);
  assert.ok(Math.abs(scale.unit - prices.reduce((a, b) => a + b, 0) / 60) < 1e-9);
});

/** The table as plain loops take it. */
const setOf = (model) =>
  model.rows.map((row) => ({ x: standardised(row, model.scale), y: row.at(-1) / model.scale.unit }));

test("the network gets below what one neuron alone can, and its J is that of plain loops", () => {
  const model = new Model(core);
  model.start(makeHouses(1), HOW);
  assert.equal(model.step(0.1, 1500), null);
  assert.equal(model.costs.length, 1500);
  assert.ok(model.cost < 0.5 * model.single, `${model.cost} ${model.single}`);
  assert.ok(Math.abs(model.cost - cost(netOf(model.nn, "relu"), setOf(model))) < 1e-13);
  const look = model.look(7);
  const { a } = pass(netOf(model.nn, "relu"), look.x);
  assert.ok(Math.abs(look.price - a[2][0] * model.scale.unit) < 1e-9);
  const net = netOf(model.nn, "relu");
  model.excited()[0].forEach(({ fires, top }, u) => {
    const all = setOf(model).map(({ x }) => pass(net, x).a[1][u]);
    assert.equal(fires, all.filter((value) => value > 0).length);
    const most = [...all].sort((p, q) => q - p).slice(0, Math.min(3, fires));
    assert.equal(top.length, most.length);
    top.forEach(({ i, a }, k) => assert.ok(Math.abs(a - most[k]) < 1e-12 && Math.abs(all[i] - a) < 1e-12));
  });
  model.free();
});

test("an edited cell leaves weights and scale, and changes J; neurons that are out stay out", () => {
  const model = new Model(core);
  model.start(makeHouses(1), HOW);
  model.step(0.1, 200);
  model.toggle(1, 2);
  const [W, scale] = [model.nn.W(1), model.scale];
  const before = model.cost;
  model.edit(3, 4, model.rows[3][4] + 300);
  assert.deepEqual(model.nn.W(1), W);
  assert.equal(model.scale, scale);
  assert.deepEqual(model.removed(), [[1, 2]]);
  assert.ok(model.cost > before);
  assert.equal(model.iteration, 200);
  model.step(0.1, 10);
  assert.deepEqual([model.iteration, model.costs.length], [210, 210]);
  const { before: out, after } = model.toggle(1, 2);
  assert.notEqual(out, after);
  model.free();
});

test("alpha too large: back to the least J, and it learns on from there", () => {
  const model = new Model(core);
  model.start(makeHouses(1), { ...HOW, activation: "linear" });
  model.step(0.1, 50);
  const least = model.cost;
  /** @type {ReturnType<typeof model.step>} */
  let trouble = null;
  for (let k = 0; k < 200 && !trouble; k++) trouble = model.step(1e200, 1);
  assert.equal(trouble?.to, 50);
  assert.ok(trouble.at >= 50);
  assert.deepEqual([model.iteration, model.costs.length], [50, 50]);
  assert.ok(Math.abs(model.cost - least) < 1e-15);
  model.step(0.1, 10);
  assert.ok(model.cost < least && model.iteration === 60);
  model.free();
});

test("going back stops where a neuron was taken out", () => {
  const model = new Model(core);
  model.start(makeHouses(1), { ...HOW, activation: "linear" });
  model.step(0.1, 500);
  model.toggle(1, 1);
  assert.ok(Number(model.step(1e200, 3)?.to) >= 500);
  assert.deepEqual(model.removed(), [[1, 1]]);
  model.free();
});

/** The least J of one linear neuron, by Gaussian elimination of the normal equations. */
function leastSquares(set) {
  const rows = set.map(({ x, y }) => [...x, 1, y]);
  const n = rows[0].length - 1;
  const A = Array.from({ length: n }, (_, p) =>
    Array.from({ length: n + 1 }, (_, q) => rows.reduce((sum, row) => sum + row[p] * row[q], 0)),
  );
  for (let p = 0; p < n; p++)
    for (let r = 0; r < n; r++) {
      const f = A[r][p] / A[p][p];
      if (r !== p) A[r] = A[r].map((v, q) => v - f * A[p][q]);
    }
  const w = A.map((row, p) => row[n] / row[p]);
  const losses = rows.map((row) => (w.reduce((sum, v, k) => sum + v * row[k], 0) - row[n]) ** 2 / 2);
  return losses.reduce((a, b) => a + b, 0) / rows.length;
}

test("what one neuron alone reaches is the least there is", () => {
  const model = new Model(core);
  for (const houses of [1, 2, 3]) {
    model.start(makeHouses(houses), { ...HOW, activation: "linear" });
    const least = leastSquares(setOf(model));
    assert.ok(model.single >= least && model.single < 1.001 * least, `${model.single} ${least}`);
  }
  model.free();
});

test("a constant column and negative prices are known", () => {
  const model = new Model(core);
  model.start(
    [
      [1, 5, -2],
      [2, 5, 3],
      [3, 5, 1],
    ],
    HOW,
  );
  assert.deepEqual(model.constant, [1]);
  assert.equal(model.scale.unit, 2);
  model.nn.setLayer(2, [0, 0, 0, 0], [-1]);
  model.nn.evaluate();
  assert.equal(model.flat, true);
  model.free();
});

test("numbers have the digits that their unit needs", () => {
  assert.equal(inUnit(357.04, 274), "357.0");
  assert.equal(inUnit(463087.4, 450000), "463,087");
  assert.equal(inUnit(-0.04, 274), "0.0");
  assert.equal(inUnit(-0.0123456, 0.02), "−0.01235");
  assert.equal(inUnit(NaN, 2), "NaN");
  assert.equal(inUnit(3e12, 1e12), "3.00×10¹²");
  assert.ok(Math.abs(typicalError(0.02, 100) - 20) < 1e-12);
});

test("memory of the core comes back, however often the table is built anew", () => {
  const model = new Model(core);
  model.start(makeHouses(1), HOW);
  const bytes = () => core.exports.memory.buffer.byteLength;
  model.edit(0, 0, 99);
  const before = bytes();
  for (let k = 0; k < 300; k++) model.edit(0, 0, 50 + k);
  assert.equal(bytes(), before);
  model.free();
});

test("hidden neurons that begin alike stay alike, in every layer; those of a random start do not", () => {
  for (const hidden of [[4], [3, 2]]) {
    const model = new Model(core);
    model.start(makeHouses(1), { ...HOW, hidden, begin: "alike" });
    const before = model.cost;
    assert.equal(model.step(0.1, 500), null);
    assert.ok(model.cost < before, "they learn, as one");
    for (let l = 1; l < model.nn.layers; l++) {
      const [W, n] = [/** @type {Float64Array} */ (model.nn.W(l)), model.nn.n[l]];
      assert.ok(
        W.every((w, k) => w === W[k - (k % n)]),
        `layer ${l}`,
      );
      assert.ok(model.nn.B(l).every((b, _, all) => b === all[0]));
    }
    assert.ok(Math.abs(model.cost - cost(netOf(model.nn, "relu"), setOf(model))) < 1e-13);
    assert.equal(model.apart().most, 0);
    model.start(makeHouses(1), { ...HOW, hidden });
    model.step(0.1, 500);
    assert.ok(model.apart().most > 0.01);
    model.free();
  }
});

test("from zero no weight ever moves: only the last b, to the mean of what is to be learned", () => {
  const model = new Model(core);
  model.start(makeHouses(1), { ...HOW, begin: "zero" });
  assert.equal(model.step(0.1, 500), null);
  assert.deepEqual(model.apart(), { most: 0, largest: 0 });
  const ys = setOf(model).map(({ y }) => y);
  const mean = ys.reduce((sum, y) => sum + y, 0) / ys.length;
  assert.ok(Math.abs(model.nn.B(2)[0] - mean) < 1e-9);
  const half = ys.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (2 * ys.length);
  assert.ok(Math.abs(model.cost - half) < 1e-9);
  model.free();
});
