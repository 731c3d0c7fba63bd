// The examples: slots, classes, parts, the seeded split, and the capacity.
import assert from "node:assert/strict";
import test from "node:test";
import { CAPACITY, CoreError } from "../../../web/core/core.js";
import { open } from "../shared/open.js";
import { random } from "../shared/reference.js";

const core = await open();

const picture = (n_px, seed) => {
  const next = random(seed);
  return Uint8Array.from({ length: 3 * n_px * n_px }, () => next(256));
};
const refused = (code) => (error) => error instanceof CoreError && error.code === code;

/** Keys of the test examples, of the examples with these keys and classes. */
function testKeys(examples, share, seed) {
  const dataset = core.createDataset(1);
  const keyOf = new Map(examples.map(({ key, y }) => [dataset.add(new Uint8Array(3), y, "train", key), key]));
  dataset.split(share, seed);
  const keys = [...keyOf].filter(([slot]) => dataset.part(slot) === "test").map(([, key]) => key);
  dataset.free();
  return new Set(keys);
}
const many = (count, from = 0) => Array.from({ length: count }, (_, i) => ({ key: from + i, y: i % 2 }));
const difference = (a, b) => [...a].filter((key) => !b.has(key)).length;

test("an example is what was added, in the slot it was given", () => {
  for (const n_px of [1, 2, 5, 31, 64, 128]) {
    const dataset = core.createDataset(n_px);
    const slots = [1, 2, 3].map((seed) => dataset.add(picture(n_px, seed), seed % 2, "train", seed));
    assert.deepEqual(slots, [0, 1, 2]);
    slots.forEach((slot, i) => assert.deepEqual(dataset.x(slot), picture(n_px, i + 1)));
    dataset.free();
  }
});

test("removing leaves the others where they are; the slot is used again", () => {
  const dataset = core.createDataset(3);
  for (let i = 0; i < 130; i++) dataset.add(picture(3, i), i % 2, "train", i);
  dataset.remove(64);
  assert.equal(dataset.part(64), null);
  assert.throws(() => dataset.x(64), refused("argument"));
  assert.equal(dataset.count("train", 0), 64);
  assert.deepEqual(dataset.x(129), picture(3, 129));
  assert.equal(dataset.add(picture(3, 900), 1, "test", 900), 64);
  assert.deepEqual(dataset.x(64), picture(3, 900));
  assert.equal(dataset.add(picture(3, 901), 1, "test", 901), 130);
  assert.equal(dataset.count("test", 1), 2);
  dataset.free();
});

test("slots at the end come free, down to the last that is in use", () => {
  const dataset = core.createDataset(1);
  const slots = () => core.exports.dataset_slots(dataset.address);
  for (let i = 0; i < 5; i++) dataset.add(picture(1, i), 0, "train", i);
  dataset.remove(3);
  assert.equal(slots(), 5);
  dataset.remove(4);
  assert.equal(slots(), 3);
  for (const slot of [0, 1, 2]) dataset.remove(slot);
  assert.equal(slots(), 0);
  assert.equal(dataset.add(picture(1, 9), 0, "train", 9), 0);
  dataset.free();
});

test("classes and parts change, and are counted", () => {
  const dataset = core.createDataset(1);
  const counts = () => ["train", "test"].flatMap((part) => [0, 1].map((y) => dataset.count(part, y)));
  for (let i = 0; i < 6; i++) dataset.add(picture(1, i), i % 2, "train", i);
  assert.deepEqual(counts(), [3, 3, 0, 0]);
  dataset.setY(0, 1);
  dataset.setPart(1, "test");
  assert.deepEqual(counts(), [2, 3, 0, 1]);
  dataset.setPart(1, "train");
  dataset.setY(0, 0);
  assert.deepEqual(counts(), [3, 3, 0, 0]);
  dataset.free();
});

test("bad arguments are refused, and nothing changes", () => {
  const dataset = core.createDataset(2);
  const x = picture(2, 1);
  const slot = dataset.add(x, 1, "train", 1);
  for (const bad of [
    () => dataset.add(x, 2, "train", 1),
    () => dataset.add(x, -1, "train", 1),
    () => dataset.add(x, 1, "none", 1),
    () => dataset.add(x.subarray(1), 1, "train", 1),
    () => dataset.setY(slot, 2),
    () => dataset.setY(slot + 1, 1),
    () => dataset.setY(-1, 1),
    () => dataset.setPart(slot, "none"),
    () => dataset.setPart(99, "test"),
    () => dataset.remove(1),
    () => dataset.remove(-1),
    () => dataset.remove(CAPACITY),
    () => dataset.remove(2 ** 31 - 1),
    () => dataset.split(1, 1),
    () => dataset.split(-0.1, 1),
    () => dataset.split(NaN, 1),
    () => dataset.x(-1),
  ])
    assert.throws(bad, refused("argument"), bad.toString());
  assert.equal(dataset.count("train", 1), 1);
  assert.deepEqual(dataset.x(slot), x);
  dataset.free();
});

test("a size that is out of range has no dataset", () => {
  for (const n_px of [0, -1, 129, 2 ** 20, 2 ** 31 - 1])
    assert.throws(() => core.createDataset(n_px), CoreError);
});

test("the same seed and the same pictures give the same split, whatever happened before", () => {
  const examples = many(200, 1000);
  const once = testKeys(examples, 0.2, 1);
  assert.deepEqual(testKeys(examples, 0.2, 1), once);
  assert.deepEqual(testKeys([...examples].reverse(), 0.2, 1), once, "in another order");
  assert.ok(difference(testKeys(examples, 0.2, 2), once) > 10, "another seed, another split");
});

test("each class is split by the share, rounded, and one of each stays in training", () => {
  for (const [count, share, expected] of [
    [0, 0.5, 0],
    [1, 0.5, 0],
    [1, 0.99, 0],
    [2, 0.5, 1],
    [2, 0.99, 1],
    [3, 0.1, 0],
    [5, 0.1, 1],
    [5, 0.5, 3],
    [10, 0.2, 2],
    [100, 0.3, 30],
    [100, 0, 0],
  ]) {
    const examples = Array.from({ length: count }, (_, key) => ({ key, y: 1 }));
    const others = Array.from({ length: 10 }, (_, key) => ({ key: 5000 + key, y: 0 }));
    const found = testKeys([...examples, ...others], share, 7);
    const own = [...found].filter((key) => key < 5000).length;
    assert.equal(own, expected, `${share} of ${count}`);
    assert.equal(found.size - own, Math.min(9, Math.round(share * 10)));
  }
});

test("one picture more moves at most one other", () => {
  for (const share of [0.1, 0.2, 0.3, 0.5, 0.9]) {
    const examples = Array.from({ length: 61 }, (_, key) => ({ key, y: 1 }));
    for (let count = 1; count < 60; count++) {
      const before = testKeys(examples.slice(0, count), share, 3);
      const after = testKeys(examples.slice(0, count + 1), share, 3);
      after.delete(count); // the new one itself
      assert.ok(difference(before, after) + difference(after, before) <= 1, `${share}, picture ${count}`);
    }
  }
});

test("the split is fair to early and late pictures", () => {
  const found = [...testKeys(many(4000), 0.2, 1)];
  assert.equal(found.length, 800);
  const early = found.filter((key) => key < 2000).length;
  // Hypergeometric: the standard deviation is 12.6; five of them.
  assert.ok(Math.abs(early - 400) < 64, `${early} of 800 among the first half`);
});

test("all pictures the same are found out, and only then", () => {
  const dataset = core.createDataset(5);
  const x = picture(5, 1);
  assert.equal(dataset.allSame(), false);
  dataset.add(x, 0, "train", 1);
  assert.equal(dataset.allSame(), false, "one picture alone");
  for (let i = 2; i < 80; i++) dataset.add(x, i % 2, i % 3 ? "train" : "test", i);
  assert.equal(dataset.allSame(), true);
  const other = x.slice();
  other[other.length - 1] ^= 1;
  const slot = dataset.add(other, 0, "train", 99);
  assert.equal(dataset.allSame(), false, "the last byte of the last one differs");
  dataset.remove(slot);
  dataset.remove(0);
  assert.equal(dataset.allSame(), true);
  dataset.free();
});

test("a slot used again keeps nothing of the picture that was there", () => {
  const dataset = core.createDataset(1); // n_x = 3, padded to 16
  dataset.remove(dataset.add(Uint8Array.of(9, 9, 9), 1, "test", 1));
  const slot = dataset.add(Uint8Array.of(1, 2, 3), 0, "train", 2);
  const address = core.exports.dataset_x(dataset.address, slot);
  assert.deepEqual([...core.u8(address, 16)], [1, 2, 3, ...Array(13).fill(0)]);
  assert.equal(core.exports.dataset_y(dataset.address, slot), 0);
  dataset.free();
});

test("the capacity is 10 000; one more is refused and what is there stays", () => {
  const dataset = core.createDataset(4);
  for (let i = 0; i < CAPACITY; i++) dataset.add(picture(4, i), i % 2, "train", i);
  assert.throws(() => dataset.add(picture(4, 1), 0, "train", 1), refused("full"));
  for (const slot of [0, 63, 64, 5000, 9999]) assert.deepEqual(dataset.x(slot), picture(4, slot));
  assert.equal(dataset.count("train", 0) + dataset.count("train", 1), CAPACITY);
  dataset.split(0.2, 1);
  assert.deepEqual([0, 1].map((y) => dataset.count("test", y)), [1000, 1000]); // prettier-ignore
  dataset.remove(1234);
  assert.equal(dataset.add(picture(4, 77), 1, "train", 77), 1234);
  dataset.free();
});

test("of equal keys the lower slots are for testing", () => {
  for (const count of [2, 10, 100, 1000])
    for (const keys of [1, 3, 7, 50]) {
      const dataset = core.createDataset(1);
      for (let i = 0; i < count; i++) dataset.add(Uint8Array.of(1, 2, 3), 1, "train", (i * 17) % keys);
      dataset.split(0.3, 5);
      for (let key = 0; key < keys; key++) {
        const slots = [...Array(count).keys()].filter((i) => (i * 17) % keys === key);
        const parts = slots.map((slot) => dataset.part(slot));
        const tested = parts.filter((part) => part === "test").length;
        const rest = Array(parts.length - tested).fill("train");
        assert.deepEqual(
          parts,
          [...Array(tested).fill("test"), ...rest],
          `key ${key} of ${keys}, ${count} examples`,
        );
      }
      dataset.free();
    }
});
