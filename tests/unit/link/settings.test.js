// The settings in an address: what goes in comes out, and what makes no sense is as at first.
import assert from "node:assert/strict";
import test from "node:test";
import { carried, parsed, written } from "../../../web/link/address.js";
import { settingsAs, settingsIn } from "../../../web/link/settings.js";
import { speedAt } from "../../../web/page/train/transport.js";
import { DEFAULTS, validSettings } from "../../../web/training/settings.js";

const DRAWN = { source: "drawn", hasOwnSplit: true };
const OWN = { source: "own", hasOwnSplit: false };

/** The query that is written for settings. */
const queryOf = (settings, pictures = DRAWN) => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(settingsAs({ ...DEFAULTS, ...settings }, pictures)))
    if (value !== null) query.set(key, value);
  return written(query);
};
const read = (search) => settingsIn(parsed(search));

/** Numbers that are the same in every run. */
function dice(seed) {
  const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  return { next, upTo: (n) => Math.floor(next() * n), of: (list) => list[Math.floor(next() * list.length)] };
}

test("only what is not as at first is written, in keys that can be read", () => {
  assert.equal(queryOf({}), "");
  assert.equal(queryOf({ alpha: 0.01, iterations: 500, hidden: [4] }), "?alpha=0.01&iterations=500&hidden=4");
  assert.equal(queryOf({ hidden: [16, 4], speed: Infinity, n_px: 32 }), "?speed=max&hidden=16,4&size=32");
  assert.equal(queryOf({ speed: "watch", share: 0.2 }, OWN), "", "as at first with own pictures");
  assert.equal(queryOf({ speed: 60, share: 0 }, OWN), "?speed=60&share=0");
});

test("any settings are the same after a round trip", () => {
  const { next, upTo, of } = dice(12);
  for (let round = 0; round < 3000; round++) {
    const settings = {
      alpha: of([0.005, next(), 10 ** (next() * 600 - 300), 5e-324, Number.MAX_VALUE]),
      iterations: 1 + upTo(1e6),
      speed: of(["watch", 60, Infinity, Number(speedAt(upTo(101)).toPrecision(3))]),
      engine: of(["auto", "loop", "vectorized", "gram"]),
      n_px: 8 + upTo(121),
      fit: of(["crop", "fit"]),
      share: of(["own", 0, 0.2, next() * 0.9]),
      hidden: Array.from({ length: upTo(4) }, () => 1 + upTo(256)),
      seed: 1 + upTo(2 ** 31 - 1),
      batch: upTo(10001),
      drawn_m: 8 + upTo(7993),
      drawn_seed: 1 + upTo(100000),
    };
    assert.equal(Object.keys(validSettings(settings)).length, Object.keys(DEFAULTS).length);
    const pictures = of([DRAWN, OWN]);
    const back = read(queryOf(settings, pictures)) ?? {};
    const first =
      pictures === DRAWN ? DEFAULTS : { ...DEFAULTS, speed: /** @type {any} */ ("watch"), share: 0.2 };
    assert.deepEqual({ ...first, ...back }, settings);
  }
});

test("what makes no sense is left out, and the rest is taken", () => {
  for (const bad of [
    ...[
      "alpha=1e999",
      "alpha=0",
      "alpha=-1",
      "alpha=",
      "alpha=0x10",
      "alpha=NaN",
      "alpha=Infinity",
      "alpha= 1",
    ],
    ...["iterations=0", "iterations=1.5", "iterations=1000001", "speed=0", "speed=1e-300", "speed=fast"],
    ...["engine=__proto__", "engine=<script>", "hidden=4,", "hidden=1,1,1,1", "hidden=257", "hidden=0"],
    ...[
      "seed=0",
      "seed=2147483648",
      "batch=-1",
      "batch=10001",
      "size=7",
      "size=129",
      "share=0.91",
      "fit=stretch",
    ],
  ])
    // prettier-ignore
    assert.deepEqual(read(`?${bad}&fit=fit`), { ...(bad === "fit=stretch" ? {} : { fit: "fit" }) }, bad);
  assert.equal(read("?constructor=1&__proto__=2&toString=3&n_px=32"), null, "keys of nobody");
  assert.equal(read("?lang=zh&theme=dark"), null);
  assert.equal(read("?task=x&hide=test&paused"), null, "what the other page gave back");
  assert.deepEqual(read("?task=x&pictures=drawn"), {}, "a teacher's link is the whole of the settings");
});

test("a key that comes twice counts the first time; of an address without end nothing is read", () => {
  assert.deepEqual(read("?alpha=0.1&alpha=0.2"), { alpha: 0.1 });
  assert.deepEqual(read("?alpha=no&alpha=0.2"), {});
  const started = performance.now();
  assert.equal(read(`?alpha=0.1&x=${"y".repeat(100_000)}`), null);
  assert.equal(read(`?${"alpha=0.1&".repeat(10_000)}`), null);
  assert.ok(performance.now() - started < 50);
  assert.deepEqual(read("?alpha=%E0%A4%A&iterations=%&seed=5"), { seed: 5 }, "broken encoding");
});

test("a flag has no value, and commas stay readable", () => {
  const query = parsed("?figure=broadcasting&embed&a=(3,4)&b=x y&c=%26%3D");
  assert.equal(written(query), "?figure=broadcasting&embed&a=(3,4)&b=x+y&c=%26%3D");
  assert.equal(written(parsed("")), "");
  assert.deepEqual([...parsed(written(query))], [...query]);
});

test("a link to the other page takes language, theme and task along, and nothing else", () => {
  const from = parsed("?lang=zh&theme=dark&alpha=0.1&task=a%0Ab&hide=test&embed");
  assert.equal(carried("notes.html", from), "notes.html?lang=zh&theme=dark&task=a%0Ab&hide=test");
  assert.equal(
    carried("notes.html?lang=en#scale", parsed("?lang=zh")),
    "notes.html?lang=zh#scale",
    "what is chosen now",
  );
  assert.equal(carried("?page=notes#scale", parsed("?page=index&lang=zh")), "?page=notes&lang=zh#scale");
  assert.equal(carried("index.html#data", parsed("?alpha=0.1")), "index.html#data");
  for (const other of ["#scale", "", "https://example.org/notes.html", "../index.html", "javascript:1", "?x"])
    assert.equal(carried(other, from), null, other);
});
