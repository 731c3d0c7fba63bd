// Numbers as the page writes them, and as it reads them.

import assert from "node:assert/strict";
import test from "node:test";
import {
  decimalsFor,
  fixed,
  large,
  percent,
  plain,
  scientific,
  signBefore,
  signed,
} from "../../../web/ui/format.js";
import { howLong } from "../../../web/ui/how-long.js";
import { nextAlpha, positionOf, speedAt, typed } from "../../../web/page/train/transport.js";
import { rowsFor } from "../../../web/page/train/table.js";
import { csvOf } from "../../../web/training/costs-csv.js";

test("a number keeps its width; what is no number says so", () => {
  assert.equal(fixed(0.69314718, 4), "0.6931");
  assert.equal(fixed(-1.5, 4), "\u22121.5000");
  assert.equal(fixed(0.5, 4).length, fixed(1 / 3, 4).length);
  assert.deepEqual(
    [NaN, Infinity, -Infinity].map((x) => fixed(x)),
    ["NaN", "\u221e", "\u2212\u221e"],
  );
  assert.equal(scientific(-1.234e-7), "\u22121.23\u00d710\u207b\u2077");
  assert.equal(percent(0.990431), "99.0%");
  assert.equal(plain(0.1 + 0.2), "0.3");
});

test("what is shown as zero has no sign", () => {
  assert.deepEqual(
    [-1e-9, -0, -0.00004, -0.00006].map((x) => fixed(x, 4)),
    ["0.0000", "0.0000", "0.0000", "\u22120.0001"],
  );
  assert.equal(fixed(-0.4, 0), "0");
  assert.equal(percent(-1e-9), "0.0%");
  assert.deepEqual(
    [2, 1e-9, 0, -1e-9, -2].map((x) => signed(x, 1)),
    ["+2.0", "0.0", "0.0", "0.0", "\u22122.0"],
  );
  assert.deepEqual([signed(1e7), signed(Infinity), signed(NaN)], ["+1.00\u00d710\u2077", "+\u221e", "NaN"]);
  assert.deepEqual(
    [0.2, -1e-9, -0.2, -Infinity, NaN].map((b) => signBefore(b, 2)),
    ["+", "+", "\u2212", "\u2212", "+"],
  );
});

test("large quantities have two digits and a unit", () => {
  assert.equal(large(43_264), "43\u202fk");
  assert.equal(large(2.14e9), "2.1\u202fG");
  assert.equal(large(999_999), "1\u202fM");
  assert.equal(large(120), "120");
});

test("a duration has the unit that one would say", () => {
  const said = [NaN, 0.5, 999, 1000, 12_345, 119_000, 120_000, 2e6, 7.1e6, 7.2e6, 1e8, 2e8, 1e9].map(howLong);
  const spaces = (/** @type {string} */ text) => text.replace(/\s/g, " ");
  assert.deepEqual(said.slice(1).map(spaces), [
    ...["0.5 ms", "999 ms", "1 s", "12.3 s", "119 s"],
    ...["2 minutes", "33 minutes", "120 minutes", "2 hours", "28 hours", "2.3 days", "12 days"],
  ]);
});

test("decimals suit the largest number", () => {
  assert.deepEqual([0, 0.174, 0.0312, 9.9e-7, 12].map(decimalsFor), [2, 3, 4, 9, 2]);
});

test("alpha climbs the ladder, from any number between its rungs", () => {
  assert.equal(nextAlpha(0.005, 1), 0.01);
  assert.equal(nextAlpha(0.005, -1), 0.003);
  assert.equal(nextAlpha(0.004, 1), 0.005);
  assert.equal(nextAlpha(0.004, -1), 0.003);
  assert.equal(nextAlpha(1, 1), 1);
  assert.equal(nextAlpha(0.001, -1), 0.001);
  assert.equal(nextAlpha(7, -1), 1);
});

test("the speed slider runs from one a second to no limit, and back", () => {
  assert.equal(speedAt(0), 1);
  assert.equal(speedAt(100), Infinity);
  for (let position = 0; position <= 100; position++) assert.equal(positionOf(speedAt(position)), position);
});

test("typed numbers may have a decimal comma; nothing typed is no number", () => {
  assert.equal(typed(" 0,005 "), 0.005);
  assert.ok(Number.isNaN(typed("  ")) && Number.isNaN(typed("a")));
});

test("the table has at most 50 rows, first and last iteration among them", () => {
  assert.deepEqual(rowsFor(0), [0]);
  assert.deepEqual(rowsFor(2), [0, 1, 2]);
  const rows = rowsFor(2000);
  assert.deepEqual([rows.length, rows[0], rows.at(-1)], [50, 0, 2000]);
});

test("the CSV has every iteration, and an empty cell where there is no number", () => {
  const csv = csvOf({ train: Float64Array.of(0.5, NaN), test: Float64Array.of(0.25) });
  assert.equal(csv, "iteration,cost_train,cost_test\n0,0.5,0.25\n1,,\n");
});
