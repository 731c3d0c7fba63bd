// Variants of a picture against their definitions, and their rows of K against plain loops.
import assert from "node:assert/strict";
import test from "node:test";
import { VARIANTS, variantOf } from "../../../web/core/variants.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";

const trials = await open("trials");
const modules = [await open("why"), trials];
const sumOf = (/** @type {number[]} */ list) => list.reduce((sum, v) => sum + v, 0);

/** Pixel (row, column) of the variant, as three numbers. */
const DEFINED = {
  same: (at, row, column) => at(row, column),
  mirrored: (at, row, column, { n }) => at(row, n - 1 - column),
  "upside-down": (at, row, column, { n }) => at(n - 1 - row, column),
  grey: (at, row, column) => {
    const [r, g, b] = at(row, column);
    return Array(3).fill(Math.floor((299 * r + 587 * g + 114 * b + 500) / 1000));
  },
  swapped: (at, row, column) => at(row, column).toReversed?.() ?? [...at(row, column)].reverse(),
  blurred: (at, row, column, { n, by }) => {
    const inside = (k) =>
      Array.from({ length: 2 * by + 1 }, (_, i) => k - by + i).filter((i) => i >= 0 && i < n);
    const all = inside(row).flatMap((y) => inside(column).map((x) => at(y, x)));
    return [0, 1, 2].map((c) =>
      Math.floor((sumOf(all.map((p) => p[c])) + Math.floor(all.length / 2)) / all.length),
    );
  },
  left: (at, row, column, { by }) => at(row, column + by),
  right: (at, row, column, { by }) => at(row, column - by),
  up: (at, row, column, { by }) => at(row + by, column),
  down: (at, row, column, { by }) => at(row - by, column),
  "no-middle": (at, row, column, how) =>
    (middle(row, how) && middle(column, how) ? how.paint : at)(row, column),
  "no-edge": (at, row, column, how) =>
    (middle(row, how) && middle(column, how) ? at : how.paint)(row, column),
};
const middle = (i, { n }) => i >= Math.floor(n / 4) && i < n - Math.floor(n / 4);

test("every variant is what it is defined to be, of pictures of any size", () => {
  assert.deepEqual(Object.keys(DEFINED), VARIANTS);
  for (const n of [1, 2, 7, 16, 33])
    for (const by of [0, 1, Math.min(8, n - 1)]) {
      if (by >= n) continue;
      const [rgb, mean] = reference.examples(2, n, n + by).map(({ x }) => x);
      const reader = (bytes) => (row, column) => {
        const within = (i) => Math.min(n - 1, Math.max(0, i));
        const p = 3 * (within(row) * n + within(column));
        return [...bytes.subarray(p, p + 3)];
      };
      for (const variant of VARIANTS) {
        const [found, other] = modules.map((core) => variantOf(core, rgb, variant, { paint: mean, by }));
        const wanted = Array.from({ length: n * n }, (_, i) =>
          DEFINED[variant](reader(rgb), Math.floor(i / n), i % n, { n, by, paint: reader(mean) }),
        );
        assert.deepEqual([...found], wanted.flat(), `${variant} of ${n} px by ${by}`);
        assert.deepEqual(other, found, "whichever module makes it");
      }
    }
  const [{ x }, { x: other }] = reference.examples(2, 9, 1);
  for (const [variant, how] of /** @type {[string, any][]} */ ([
    ["green", {}],
    ["left", { by: 9 }],
    ["no-edge", { paint: other.subarray(3) }],
  ]))
    assert.throws(() => variantOf(trials, x, variant, how), { code: "argument" });
  assert.throws(() => variantOf(trials, x.subarray(3), "mirrored"), { code: "argument" });
});

test("rows of K of mirrored and shifted copies are exact: sums of products of whole numbers, in plain loops", () => {
  for (const [m, n] of [
    [5, 3],
    [37, 8],
    [9, 33],
  ]) {
    const originals = reference.examples(m, n, m).map(({ x }) => x);
    originals.push(new Uint8Array(3 * n * n).fill(255)); // the largest sums
    const copies = originals.flatMap((x) =>
      ["mirrored", "left", "right", "up", "down"].map((variant) => variantOf(trials, x, variant, { by: 2 })),
    );
    const all = [...originals, ...copies];
    const dataset = trials.createDataset(n);
    all.forEach((x, i) => dataset.add(x, i % 2, "train", i));
    while (dataset.gramStep(3) > 0);
    for (let i = 0; i < all.length; i++)
      for (let j = 0; j <= i; j++) {
        let sum = 0; // below 2^53
        for (let k = 0; k < all[i].length; k++) sum += all[i][k] * all[j][k];
        assert.equal(dataset.gramAt(i, j), sum);
        assert.equal(dataset.gramAt(j, i), sum);
      }
    dataset.free();
  }
});
