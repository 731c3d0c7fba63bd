// What figure 2 stands on: its houses, their scale, and its network on a table that changes.
import assert from "node:assert/strict";
import test from "node:test";
import { parseTable } from "../../web/kit/csv.js";
import { makeHouses, rule, scaleOf, standardised } from "../../web/notes/network-houses.js";
import { Model } from "../../web/notes/network-model.js";
import { cost, netOf, pass } from "./network-reference.js";
import { open } from "./open.js";

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
  assert.equal(model.step(0.1, 1500), true);
  assert.equal(model.costs.length, 1500);
  assert.ok(model.cost < 0.5 * model.single, `${model.cost} ${model.single}`);
  assert.ok(Math.abs(model.cost - cost(netOf(model.nn, "relu"), setOf(model))) < 1e-13);
  const look = model.look(7);
  const { a } = pass(netOf(model.nn, "relu"), look.x);
  assert.ok(Math.abs(look.price - a[2][0] * model.scale.unit) < 1e-9);
  const favourites = model.favourites(1);
  favourites.forEach((list, u) => {
    const all = setOf(model).map(({ x }) => pass(netOf(model.nn, "relu"), x).a[1][u]);
    assert.ok(list.length === 0 || Math.abs(list[0].a - Math.max(...all)) < 1e-12);
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

test("alpha too large: the last good weights stay", () => {
  const model = new Model(core);
  model.start(makeHouses(1), { ...HOW, activation: "linear" });
  model.step(0.1, 50);
  let good = true;
  for (let k = 0; k < 200 && good; k++) good = model.step(1e200, 1);
  assert.equal(good, false);
  assert.ok(Number.isFinite(model.nn.B(2)[0]));
  model.free();
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

test("a table has as many columns as its first line, within the range asked for", () => {
  const range = { least: 2, most: 4 };
  assert.deepEqual(parseTable("a,b,c\n1,2,3", range), { header: ["a", "b", "c"], rows: [[1, 2, 3]] });
  assert.deepEqual(parseTable("1,2,3,4,5\n5,6,7,8,9", range).rows[1], [5, 6, 7, 8]);
  assert.throws(() => parseTable("1\n2", range), (/** @type {any} */ e) => e.code === "csv.columns"); // prettier-ignore
  assert.throws(() => parseTable("1,2,3\n4,5", range), (/** @type {any} */ e) => e.params.line === 2); // prettier-ignore
});
