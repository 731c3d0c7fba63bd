// Broadcasting by the core against the rule written out, and the course's table of calories.
import assert from "node:assert/strict";
import test from "node:test";
import { arrayOp, arraySum, broadcastShapes } from "../../../web/core/broadcast.js";
import { open } from "../shared/open.js";

const core = await open("notes");

const product = (shape) => shape.reduce((n, size) => n * size, 1);
const ramp = (shape) => ({ shape, data: Float64Array.from({ length: product(shape) }, (_, k) => k + 1) });

/** The rule: prepend ones, then every pair of sizes is equal or has a 1. */
function rule(a, b) {
  const axes = Math.max(a.length, b.length);
  const full = (shape) => [...Array(axes - shape.length).fill(1), ...shape];
  const [p, q] = [full(a), full(b)];
  for (let k = axes - 1; k >= 0; k--)
    if (p[k] !== q[k] && p[k] !== 1 && q[k] !== 1) return { error: { axis: axes - k, sizes: [p[k], q[k]] } };
  const stretch = (k) => (p[k] === q[k] ? (p[k] === 1 ? "both-one" : "none") : p[k] === 1 ? "a" : "b");
  return { shape: p.map((size, k) => Math.max(size, q[k])), stretched: p.map((_, k) => stretch(k)) };
}

/** Entry of an array at an index of the result. */
function at({ shape, data }, index) {
  const own = index.slice(index.length - shape.length);
  return data[own.reduce((k, i, axis) => k * shape[axis] + (shape[axis] === 1 ? 0 : i), 0)];
}

function plainOp(fn, a, b) {
  const { shape = [] } = rule(a.shape, b.shape);
  return Float64Array.from({ length: product(shape) }, (_, k) => {
    const index = shape.map((size, axis) => Math.floor(k / product(shape.slice(axis + 1))) % size);
    return fn(at(a, index), at(b, index));
  });
}

/** Every shape of up to 4 axes with sizes 1 and 3 (and one 2, which fits nothing but itself and 1). */
/** @type {number[][]} */
const SHAPES = [[]];
for (let k = 0; SHAPES[k].length < 4; k++) SHAPES.push([1, ...SHAPES[k]], [3, ...SHAPES[k]]);
SHAPES.push([2], [2, 1], [2, 3], [3, 2], [1, 2, 3, 1]);

test(`all ${SHAPES.length ** 2} pairs of small shapes follow the rule`, () => {
  for (const a of SHAPES)
    for (const b of SHAPES) assert.deepEqual(broadcastShapes(core, a, b), rule(a, b), `${a} with ${b}`);
});

for (const [op, fn] of Object.entries({
  "+": (p, q) => p + q,
  "-": (p, q) => p - q,
  "*": (p, q) => p * q,
  "/": (p, q) => p / q,
})) {
  test(`a ${op} b is number by number what the rule says, for all pairs that fit`, () => {
    let fitting = 0;
    for (const a of SHAPES)
      for (const b of SHAPES) {
        const expected = rule(a, b);
        if (expected.error) {
          assert.throws(() => arrayOp(core, op, ramp(a), ramp(b)), { code: "shape" });
          continue;
        }
        const { shape, data } = arrayOp(core, op, ramp(a), ramp(b));
        assert.deepEqual([shape, data], [expected.shape, plainOp(fn, ramp(a), ramp(b))]);
        fitting++;
      }
    assert.ok(fitting > 900);
  });
}

test("the calories of the course: column sums, and what share of them is what", () => {
  const calories = { shape: [3, 4], data: [56, 0, 4.4, 68, 1.2, 104, 52, 8, 1.8, 135, 99, 0.9] };
  const sums = arraySum(core, calories, 0);
  assert.deepEqual(sums.shape, [4]);
  [59, 239, 155.4, 76.9].forEach((sum, k) => assert.ok(Math.abs(sums.data[k] - sum) < 1e-13));
  const row = arraySum(core, calories, 0, true);
  assert.deepEqual([row.shape, row.data], [[1, 4], sums.data]);
  const shares = arrayOp(core, "/", arrayOp(core, "*", { shape: [], data: [100] }, calories), row);
  assert.deepEqual(shares.shape, [3, 4]);
  const expected = [94.92, 0, 2.83, 88.43, 2.03, 43.51, 33.46, 10.4, 3.05, 56.49, 63.71, 1.17];
  shares.data.forEach((share, k) => assert.ok(Math.abs(share - expected[k]) <= 0.005));
  arraySum(core, shares, 0).data.forEach((whole) => assert.ok(Math.abs(whole - 100) < 1e-12));
});

test("sums along each axis of three, negative axes counted from the end", () => {
  const a = ramp([2, 3, 4]);
  const sums = [
    Float64Array.from({ length: 12 }, (_, k) => k + 1 + k + 13),
    Float64Array.from({ length: 8 }, (_, k) => 3 * ((k >> 2) * 12 + (k & 3) + 5)),
    Float64Array.from({ length: 6 }, (_, k) => 16 * k + 10),
  ];
  const shapes = [
    [3, 4],
    [2, 4],
    [2, 3],
  ];
  for (const axis of [0, 1, 2]) {
    assert.deepEqual(arraySum(core, a, axis), { shape: shapes[axis], data: sums[axis] });
    assert.deepEqual(arraySum(core, a, axis - 3), arraySum(core, a, axis));
    assert.deepEqual(
      arraySum(core, a, axis, true).shape,
      [2, 3, 4].map((size, k) => (k === axis ? 1 : size)),
    );
  }
});

test("the trap: (4,) with (4, 1) is a whole (4, 4), with (1, 4) a (1, 4)", () => {
  assert.deepEqual(broadcastShapes(core, [4], [4, 1]), { shape: [4, 4], stretched: ["a", "b"] });
  assert.deepEqual(broadcastShapes(core, [4], [1, 4]), { shape: [1, 4], stretched: ["both-one", "none"] });
  assert.deepEqual(broadcastShapes(core, [3, 4], [3]), { error: { axis: 1, sizes: [4, 3] } });
});

test("division by zero and NaN are float64's own", () => {
  const { data } = arrayOp(core, "/", { shape: [4], data: [1, -1, 0, NaN] }, { shape: [1], data: [0] });
  assert.deepEqual([...data], [Infinity, -Infinity, NaN, NaN]);
});

test("4096 numbers fit and 4097 do not, and a shape has sizes", () => {
  const [tall, wide] = [ramp([64, 1]), ramp([1, 64])];
  assert.equal(arrayOp(core, "*", tall, wide).data.at(-1), 4096);
  assert.equal(arraySum(core, ramp([4096]), 0).data[0], (4096 * 4097) / 2);
  const full = { code: "full" };
  const bad = { code: "argument" };
  assert.throws(() => broadcastShapes(core, [4097], [1]), full);
  assert.throws(() => broadcastShapes(core, [65, 1], [64]), full);
  assert.throws(() => broadcastShapes(core, [2 ** 31 - 1, 2 ** 31 - 1, 2 ** 31 - 1, 4], []), full);
  assert.throws(() => arraySum(core, ramp([4097]), 0), { name: "Error" });
  for (const shape of [[0], [-1], [1.5], [NaN], [2 ** 32 + 1], [1, 1, 1, 1, 1]])
    assert.throws(() => broadcastShapes(core, shape, [1]), bad, String(shape));
  assert.throws(() => arrayOp(core, "%", ramp([2]), ramp([2])), bad);
  assert.throws(() => arrayOp(core, "+", { shape: [3], data: [1, 2] }, ramp([3])), bad);
  for (const axis of [1, -2, 0.5]) assert.throws(() => arraySum(core, ramp([2]), axis), bad);
  assert.throws(() => arraySum(core, ramp([]), 0), bad);
});
