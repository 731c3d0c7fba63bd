// The Gram matrix, exact to the last digit, however its pictures came and went and however it was cut into steps.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError, GRAM_MAX } from "../../../web/core/core.js";
import { open } from "../shared/open.js";
import { dot, random } from "../shared/reference.js";

const core = await open();

/** A dataset beside a plain list of what it should hold; `check` compares every product. */
class Twin {
  constructor(n_px, seed = 1) {
    this.dataset = core.createDataset(n_px);
    this.held = new Map(); // slot -> bytes
    this.next = random(seed);
  }

  add(fill) {
    const { dataset, next } = this;
    const x = Uint8Array.from({ length: dataset.n_x }, () => fill ?? next(256));
    const slot = dataset.add(x, next(2), next(4) ? "train" : "test", slot_key(this.held));
    assert.ok(!this.held.has(slot), "a slot in use was given away");
    this.held.set(slot, x);
    return slot;
  }

  addMany(count) {
    for (let i = 0; i < count; i++) this.add();
    return this;
  }

  /** The k-th of the slots in use. */
  slot(k) {
    return [...this.held.keys()].sort((a, b) => a - b)[k];
  }

  remove(slot) {
    this.dataset.remove(slot);
    this.held.delete(slot);
  }

  /** Makes all of K, `tiles` at a time; says in how many calls. */
  make(tiles = 1e6) {
    let calls = 1;
    let left = this.dataset.gramStep(tiles);
    for (; left > 0; calls++) {
      const now = this.dataset.gramStep(tiles);
      assert.ok(now <= left, "rows were unmade");
      left = now;
      assert.ok(calls < 10000, "never finishes");
    }
    return calls;
  }

  check() {
    assert.equal(this.dataset.gramMissing(), 0);
    for (const [i, x] of this.held)
      for (const [j, y] of this.held)
        if (i <= j) {
          const expected = dot(x, y).sum; // below 2^32: exact in float64
          assert.equal(this.dataset.gramAt(i, j), expected, `K[${i}][${j}]`);
          assert.equal(this.dataset.gramAt(j, i), expected, `K[${j}][${i}]`);
        }
  }

  free() {
    this.dataset.free();
  }
}

const slot_key = (held) => held.size + 1;

for (const n_px of [1, 2, 5, 8, 32, 64]) {
  test(`K of ${n_px} px pictures is exact`, () => {
    const twin = new Twin(n_px).addMany(n_px > 8 ? 9 : 37);
    twin.make();
    twin.check();
    twin.free();
  });
}

test("K of the largest white pictures is 3196108800, beyond what a signed number holds", () => {
  const twin = new Twin(128);
  for (const fill of [255, 255, 254, 0]) twin.add(fill);
  twin.add();
  twin.make();
  assert.equal(twin.dataset.gramAt(0, 1), 3196108800);
  twin.check();
  twin.free();
});

test("groups of 32 and blocks of 64 are crossed at every number of pictures around them", () => {
  for (const m of [1, 2, 3, 4, 5, 31, 32, 33, 34, 63, 64, 65, 96, 97, 127, 128, 129, 150]) {
    const twin = new Twin(2, m).addMany(m);
    twin.make();
    twin.check();
    twin.free();
  }
});

test("one tile at a time makes the same as all at once", () => {
  const twin = new Twin(2).addMany(140);
  assert.equal(twin.dataset.gramMissing(), 140);
  assert.equal(twin.dataset.gramStep(0), 140);
  assert.ok(twin.make(1) > 10);
  twin.check();
  assert.equal(twin.dataset.gramStep(5), 0);
  twin.free();
});

test("one picture more is one row more", () => {
  const twin = new Twin(3).addMany(70);
  twin.make();
  twin.add();
  assert.equal(twin.dataset.gramMissing(), 1);
  assert.ok(twin.make(1) <= 4, "71 partners are three tiles");
  twin.check();
  twin.free();
});

test("after removing, and after using the slots again, K is that of the pictures there are", () => {
  const twin = new Twin(3).addMany(90);
  twin.make();
  for (const k of [0, 31, 32, 60, 80]) twin.remove(twin.slot(k));
  twin.make();
  twin.check();
  const gone = twin.slot(5);
  twin.remove(gone);
  twin.addMany(4);
  assert.ok(twin.held.has(gone), "the free slot is used again");
  assert.equal(twin.dataset.gramMissing(), 4);
  twin.make();
  twin.check();
  for (let k = 0; k < 40; k++) twin.remove(twin.slot(twin.held.size - 1)); // the last ones: fewer slots
  twin.addMany(60);
  twin.make();
  twin.check();
  twin.free();
});

test("class and part have no say in K", () => {
  const twin = new Twin(3).addMany(40);
  twin.make();
  for (const slot of twin.held.keys()) twin.dataset.setY(slot, slot % 2);
  twin.dataset.split(0.3, 5);
  assert.equal(twin.dataset.gramMissing(), 0);
  twin.check();
  twin.free();
});

test("pictures may come and go between any two tiles", () => {
  const twin = new Twin(2, 3).addMany(80);
  const next = random(4);
  for (let round = 0; round < 120; round++) {
    twin.dataset.gramStep(1 + next(3));
    const what = next(5);
    if (what === 0) twin.add();
    else if (what === 1 && twin.held.size > 1) twin.remove(twin.slot(next(twin.held.size)));
    else if (what === 2) twin.dataset.setY(twin.slot(next(twin.held.size)), next(2));
  }
  twin.make(1);
  twin.check();
  twin.free();
});

test("what is not made yet, or not there, is 0", () => {
  const twin = new Twin(2).addMany(3);
  const at = (i, j) => twin.dataset.gramAt(i, j);
  assert.equal(at(0, 1), 0);
  twin.make();
  twin.add();
  assert.ok(at(0, 1) > 0);
  for (const [i, j] of [
    [0, 3],
    [3, 3],
    [0, 4],
    [4, 0],
    [-1, 0],
    [0, -1],
    [9999, 9999],
    [2 ** 31 - 1, 0],
  ])
    // prettier-ignore
    assert.equal(at(i, j), 0, `K[${i}][${j}]`);
  twin.free();
});

test("an empty dataset has an empty K", () => {
  const twin = new Twin(4);
  assert.equal(twin.dataset.gramStep(1), 0);
  twin.remove(twin.add());
  assert.equal(twin.dataset.gramStep(1), 0);
  twin.free();
});

test("with slots up to the limit there is a K, with one more there is none, and again one when it is gone", () => {
  const dataset = core.createDataset(1);
  const x = (i) => Uint8Array.of(i & 255, i >> 8, 7);
  for (let i = 0; i < GRAM_MAX; i++) dataset.add(x(i), 0, "train", i);
  while (dataset.gramStep(500) > 0);
  const last = GRAM_MAX - 1;
  for (const [i, j] of [
    [last, last],
    [last, 0],
    [last - 64, 1234],
  ])
    // prettier-ignore
    assert.equal(dataset.gramAt(i, j), dot(x(i), x(j)).sum);
  const extra = dataset.add(x(GRAM_MAX), 0, "train", GRAM_MAX);
  assert.throws(() => dataset.gramStep(1), (error) => error instanceof CoreError && error.code === "full"); // prettier-ignore
  assert.throws(() => dataset.createLogreg("gram"), CoreError);
  dataset.remove(extra);
  assert.equal(dataset.gramStep(1), 0);
  dataset.free();
});
