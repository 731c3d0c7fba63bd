// What is said of a result: Wilson's interval against its definition, and when which sentence comes.
import assert from "node:assert/strict";
import test from "node:test";
import { farOff, logHelps, meaningOf, wilson } from "../../../web/page/meaning/meaning.js";

const Z = 1.959964;

test("Wilson's interval: its ends are the shares for which what was seen is just z deviations away", () => {
  for (const [right, n] of [[3, 8], [0, 5], [5, 5], [50, 100], [1, 1], [993, 1000]]) {
    const [low, high] = wilson(right, n);
    assert.ok(0 <= low && low <= right / n && right / n <= high && high <= 1);
    for (const end of [low, high])
      if (end > 1e-12 && end < 1 - 1e-12)
        assert.ok(Math.abs(Math.abs(right / n - end) / Math.sqrt((end * (1 - end)) / n) - Z) < 1e-9, `${right} of ${n}`);
  }
  assert.ok(Math.abs(wilson(8, 10)[0] - 0.4901625) < 1e-6, "the example everybody has: 8 of 10");
}); // prettier-ignore

const data = {
  ...{ m: 40, m_test: 10, counts: [25, 25], names: ["dog", "cat"] },
  ...{ source: "drawn", sizes: [32, 64, 128], n_px: 64 },
};
const train = {
  engine: "gram",
  running: false,
  iteration: 2000,
  cost: 0.01,
  testCost: 0.2,
  accuracy: 1,
  testAccuracy: 0.9,
};
const falling = Float64Array.from({ length: 2001 }, (_, t) => 0.7 * Math.exp(-t / 1600));
const keys = (/** @type {any} */ change, /** @type {any} */ other = {}, test = falling, costs = falling) =>
  meaningOf({ ...train, ...change }, { ...data, ...other }, { train: costs, test }).sentences.map(({ key }) =>
    key.replace("meaning.", ""),
  );

test("nothing before, while and without training", () => {
  assert.deepEqual(keys({ running: true }), []);
  assert.deepEqual(keys({ iteration: 0 }), []);
  assert.deepEqual(keys({ engine: null }), []);
  assert.deepEqual(keys({ cost: NaN }), []);
});

test("all is well: the counts, and the interval only while it is wide", () => {
  assert.deepEqual(keys({}), ["right", "interval"]);
  assert.deepEqual(keys({ testAccuracy: 0.95 }, { m: 4000, m_test: 1000 }), ["right"]);
  assert.deepEqual(keys({}, { m_test: 0 }), ["untested"]);
});

test("by heart: J on the test set has risen since; the way back is where it was lowest", () => {
  const valley = Float64Array.from({ length: 2001 }, (_, t) => 0.4 + ((t - 180) / 2000) ** 2);
  const { sentences, back } = meaningOf({ ...train, testCost: valley[2000], testAccuracy: 0.6 }, data, {
    train: falling,
    test: valley,
  });
  assert.equal(back, 180);
  assert.deepEqual(sentences.at(-1), { key: "meaning.heart", params: { t: "180" } });
  assert.deepEqual(
    keys({ testCost: 0.42 }, {}, valley),
    ["right", "interval"],
    "a little is not worth a word",
  );
});

test("worse than knowing nothing from the start", () => {
  const rising = Float64Array.from({ length: 2001 }, (_, t) => Math.LN2 + t / 1000);
  assert.deepEqual(keys({ testCost: rising[2000], testAccuracy: 0.4 }, {}, rising), [
    "right",
    "interval",
    "heart.start",
  ]);
  assert.deepEqual(keys({ accuracy: 0.7, testCost: rising[2000], testAccuracy: 0.4 }, {}, rising), [
    "right",
    "interval",
    "nothing",
  ]);
  const well = Float64Array.from({ length: 2001 }, (_, t) => 1e-6 * (1 + ((t - 20) / 500) ** 2));
  assert.deepEqual(
    keys({ testCost: well[2000], testAccuracy: 1 }, {}, well),
    ["right", "interval"],
    "all is well",
  );
  assert.deepEqual(
    keys({ testCost: rising[2000], testAccuracy: 0.72 }, { m_test: 50 }, rising),
    ["right", "interval"],
    "36 of 50 right: too sure of itself, but not nothing",
  );
});

test("a network that starts far above log 2 and still gets better has not learned by heart", () => {
  const costs = Float64Array.from({ length: 2001 }, (_, t) => 3 - t / 1000);
  assert.deepEqual(keys({ testCost: costs[2000], testAccuracy: 0.6 }, {}, costs), ["right", "interval"]);
});

test("one class with three times as many pictures", () => {
  assert.deepEqual(keys({}, { counts: [10, 30] }).at(-1), "uneven");
  assert.deepEqual(keys({}, { counts: [10, 29] }).at(-1), "interval");
});

test("steps too long: J rose on the way, leapt once, or still jumps; a few small rises are not worth a word", () => {
  const made = (/** @type {(t: number) => number} */ J) =>
    Float64Array.from({ length: 2001 }, (_, t) => J(t));
  const of = (/** @type {Float64Array} */ costs) => {
    const { sentences } = meaningOf(train, data, { train: costs, test: falling });
    return sentences.slice(2);
  };
  const swing = (/** @type {number} */ t, /** @type {number} */ until) => (t < until && t % 2 ? 0.3 : 0);
  assert.deepEqual(of(falling), []);
  assert.deepEqual(of(made((t) => falling[t] + swing(t, 18))), [], "nine rises");
  const early = of(made((t) => falling[t] + swing(t, 330)));
  assert.equal(early[0].key, "meaning.zigzag");
  assert.equal(early[0].params.t, "329");
  assert.equal(early[0].params.high, "1.00", "at iteration 1");
  const leap = of(made((t) => (t === 3 ? 48.5 : falling[t])));
  assert.deepEqual(leap, [{ key: "meaning.zigzag", params: { t: "3", high: "48.50" } }]);
  assert.deepEqual(of(made((t) => falling[t] + swing(t, 2001))), [{ key: "meaning.jumps", params: {} }]);
  const gone = of(made((t) => (t === 0 ? Math.LN2 : 1e-9)));
  assert.deepEqual(gone, [{ key: "meaning.at-once", params: {} }], "α = 1e6 on what is easily told apart");
  const network = { ...train, network: { layers: [] } };
  const jumping = made((t) => falling[t] + swing(t, 2001));
  const said = meaningOf(network, data, { train: jumping, test: falling }).sentences;
  assert.equal(said.length, 2, "of a network nothing: mini-batches jump at any α");
  assert.deepEqual(of(made((t) => 1e-3 + (t % 2) * 1e-12)), [], "rounding is no rise");
});

test("what may help is to be measured, as long as not all is right; what cannot be is named where the test set is not known", () => {
  const own = { source: "own", sizes: [32, 64, 128], n_px: 64 };
  const wrong = { testCost: 1.9, testAccuracy: 0.4 };
  const rising = Float64Array.from({ length: 2001 }, (_, t) => 0.69 - (t < 50 ? 0.1 : 0) + t / 1500);
  const next = (/** @type {any} */ change, /** @type {any} */ other, test = rising) =>
    meaningOf({ ...train, ...change }, { ...data, ...other }, { train: falling, test }).next;
  assert.deepEqual(next(wrong, own), ["more", "camera", "mirror", "smaller", "advice"]);
  assert.deepEqual(next(wrong, { ...own, mirrored: true, n_px: 32 }), ["more", "camera", "advice"]);
  assert.deepEqual(next(wrong, { ...own, source: "h5" }), ["mirror", "smaller", "advice"]);
  assert.deepEqual(next(wrong, { ...own, source: "drawn" }), ["smaller", "advice"]);
  assert.deepEqual(next({}, own, falling), ["advice"]);
  assert.deepEqual(next({ testAccuracy: 1 }, own, falling), []);
  assert.deepEqual(next({}, { ...own, m_test: 0 }, falling), []);
});

test("a picture is far off when it alone makes much of J, among enough others", () => {
  const id = Uint32Array.from({ length: 20 }, (_, i) => i + 100);
  const test = Uint8Array.from({ length: 20 }, (_, i) => Number(i >= 10));
  const loss = new Float32Array(20).fill(0.1);
  assert.equal(farOff({ id, test }, loss), null);
  loss[14] = 4;
  assert.deepEqual(farOff({ id, test }, loss)?.id, 114);
  assert.ok(Math.abs((farOff({ id, test }, loss)?.share ?? 0) - 4 / 4.9) < 1e-6);
  loss[3] = 5;
  assert.equal(farOff({ id, test }, loss)?.id, 114, "the test set first");
  loss[14] = NaN;
  assert.equal(farOff({ id, test }, loss)?.id, 103);
  const few = Uint8Array.from({ length: 20 }, (_, i) => Number(i >= 17));
  assert.equal(farOff({ id, test: few }, new Float32Array(20).fill(0.1).fill(9, 18, 19)), null);
});

test("a logarithmic scale is offered where the curve lies on the axis and still falls", () => {
  const to = (/** @type {number} */ end) =>
    Float64Array.from({ length: 101 }, (_, t) => 0.69 * (end / 0.69) ** (t / 100));
  assert.ok(logHelps(to(0.01), 100));
  assert.ok(!logHelps(to(0.05), 100), "seen as it is");
  assert.ok(!logHelps(to(0.01).fill(0.01, 3), 100), "nothing to see");
});
