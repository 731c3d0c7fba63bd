// The built-in pictures: the same bytes for ever, alike at every size, two classes that can be told apart
// by one neuron nine times in ten, and not always.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { open } from "../shared/open.js";

const core = await open();

/** Pictures from..from+m-1 of a set. */
function pictures(m, { seed = 1, from = 0, n_px = 64 } = {}) {
  return Array.from({ length: m }, (_, i) => core.drawn(seed, from + i, n_px));
}

/** One picture at half its resolution: the mean of every 2 x 2 pixels. */
function halved(rgb, n_px) {
  const half = n_px / 2;
  const out = new Float64Array(half * half * 3);
  for (let k = 0; k < rgb.length; k++) {
    const x = Math.floor(k / 3) % n_px;
    const y = Math.floor(k / 3 / n_px);
    out[((y >> 1) * half + (x >> 1)) * 3 + (k % 3)] += rgb[k] / 4;
  }
  return out;
}

// Made by running this test once. They change only with the drawing itself: then every visitor's built-in set
// and every figure quoted about it changes too.
const GOLDEN = {
  "seed 1, 0..249, 64 px": "087bd4ab58c2538b",
  "seed 1, 0..249, 32 px": "9e3774fef9fea0b9",
  "seed 1, 0..49, 128 px": "d857c558770fe30f",
  "seed 4294967295, from 4294967286, 9 px": "3798920d5b3be7ad",
};

test("the bytes are the ones they always were", () => {
  const sets = {
    "seed 1, 0..249, 64 px": pictures(250),
    "seed 1, 0..249, 32 px": pictures(250, { n_px: 32 }),
    "seed 1, 0..49, 128 px": pictures(50, { n_px: 128 }),
    "seed 4294967295, from 4294967286, 9 px": pictures(10, { seed: 4294967295, from: 4294967286, n_px: 9 }),
  };
  const found = {};
  for (const [name, set] of Object.entries(sets)) {
    const hash = createHash("sha256");
    for (const { rgb, y } of set) hash.update(rgb).update(Uint8Array.of(y));
    found[name] = hash.digest("hex").slice(0, 16);
  }
  assert.deepEqual(found, GOLDEN);
});

test("a picture depends on seed and index alone, not on what was drawn before", () => {
  const before = core.drawn(7, 42, 64);
  pictures(5, { seed: 3, n_px: 128 });
  assert.deepEqual(core.drawn(7, 42, 64), before);
  assert.notDeepEqual(core.drawn(8, 42, 64).rgb, before.rgb);
  assert.notDeepEqual(core.drawn(7, 43, 64).rgb, before.rgb);
});

test("no two of a thousand pictures are the same", () => {
  const seen = new Set(pictures(1000, { n_px: 16 }).map(({ rgb }) => Buffer.from(rgb).toString("latin1")));
  assert.equal(seen.size, 1000);
});

test("about half are cats, in the default set and in any other", () => {
  const cats = (set) => set.reduce((sum, { y }) => sum + y, 0) / set.length;
  for (const m of [200, 250]) assert.ok(Math.abs(cats(pictures(m)) - 0.5) < 0.05);
  // Five standard deviations of a fair coin thrown 4000 times are 0.04.
  for (const seed of [0, 2, 4294967295])
    assert.ok(Math.abs(cats(pictures(4000, { seed, n_px: 8 })) - 0.5) < 0.04);
});

test("the class does not depend on the size", () => {
  for (let i = 0; i < 50; i++) {
    const y = core.drawn(1, i, 64).y;
    for (const n_px of [8, 31, 32, 128]) assert.equal(core.drawn(1, i, n_px).y, y);
  }
});

for (const n_px of [64, 128]) {
  test(`a picture of ${n_px} px, averaged to ${n_px / 2}, is the one drawn at ${n_px / 2} px`, () => {
    for (let i = 0; i < 100; i++) {
      const average = halved(core.drawn(1, i, n_px).rgb, n_px);
      const { rgb } = core.drawn(1, i, n_px / 2);
      const off = rgb.map((v, k) => Math.abs(v - average[k]));
      const mean = off.reduce((sum, v) => sum + v, 0) / rgb.length;
      assert.ok(mean < 2, `picture ${i}: ${mean} of 255 off on average`);
      assert.ok(off.filter((v) => v > 24).length < rgb.length / 200, `picture ${i} has other edges`);
    }
  });
}

test("bad arguments are refused", () => {
  for (const n_px of [0, 7, 129, -1]) assert.equal(core.exports.drawn_picture(16, n_px, 1, 0), -1);
  assert.equal(core.exports.drawn_picture(0, 64, 1, 0), -1);
});

const dot = (u, v) => {
  let sum = 0;
  for (let k = 0; k < u.length; k++) sum += u[k] * v[k];
  return sum;
};

/** Full-batch descent from w = 0 in plain float64, on the Gram matrix. Returns { w, b, costs }. */
function train(set, { alpha = 0.005, iterations = 2000 } = {}) {
  const m = set.length;
  const x = set.map(({ rgb }) => Float64Array.from(rgb, (v) => v / 255));
  const gram = x.map((u) => Float64Array.from(x, (v) => dot(u, v)));
  const a = new Float64Array(m); // w = sum of a[i] x[i]
  const costs = [];
  let b = 0;
  for (let t = 0; t < iterations; t++) {
    const z = gram.map((row) => dot(row, a) + b);
    const dz = z.map((v, i) => 1 / (1 + Math.exp(-v)) - set[i].y);
    costs.push(
      z.reduce((sum, v, i) => sum + Math.max(v, 0) - v * set[i].y + Math.log1p(Math.exp(-Math.abs(v))), 0) /
        m,
    );
    dz.forEach((v, i) => (a[i] -= (alpha * v) / m));
    b -= (alpha * dz.reduce((sum, v) => sum + v, 0)) / m;
  }
  const w = new Float64Array(x[0].length);
  x.forEach((row, i) => row.forEach((v, k) => (w[k] += a[i] * v)));
  return { w, b, costs };
}

const accuracy = ({ w, b }, set) =>
  set.filter(({ rgb, y }) => dot(rgb, w) / 255 + b > 0 === (y === 1)).length / set.length;

test("one neuron learns the default set calmly, to about nine in ten, and no further", () => {
  const neuron = train(pictures(200));
  const { costs } = neuron;
  assert.ok(Math.abs(costs[0] - Math.log(2)) < 1e-12);
  assert.equal(Math.max(...costs), costs[0]);
  assert.ok(
    costs[100] < 0.4 && costs[500] < 0.2 && costs[1999] < 0.1,
    `${costs[100]} ${costs[500]} ${costs[1999]}`,
  );
  for (let t = 20; t + 1 < costs.length; t++) assert.ok(costs[t + 1] < costs[t], `cost rises at ${t}`);
  const few = accuracy(neuron, pictures(50, { from: 200 }));
  const many = accuracy(neuron, pictures(500, { from: 1000 }));
  assert.ok(few >= 0.86 && few < 1, `${few} of the 50`);
  assert.ok(many >= 0.86 && many <= 0.94, `${many} of 500 others`);
});

test("a larger set teaches more than a small one", () => {
  const others = pictures(500, { from: 5000, n_px: 32 });
  const learnt = (m) => accuracy(train(pictures(m, { n_px: 32 }), { alpha: 0.02, iterations: 500 }), others);
  const [few, many] = [learnt(40), learnt(400)];
  assert.ok(many > few + 0.02, `${few} with 40, ${many} with 400`);
});
