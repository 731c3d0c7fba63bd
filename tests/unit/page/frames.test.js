// When things are drawn: as often as each is worth, rarer when frames are late, and only what is in view.

import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";

const page = /** @type {any} */ (globalThis);
page.matchMedia = () => ({ matches: false, addEventListener() {} });
page.document ??= { documentElement: null };
const { Frames, nextTask } = await import("../../../web/page/frames.js");

let now = 0;
/** @type {(() => void)[]} */
let asked = [];
/** @type {(entries: any[]) => void} */
let see = () => {};
const real = { now: performance.now, window: page.window };

beforeEach(() => {
  [now, asked] = [0, []];
  performance.now = () => now;
  page.window = { setTimeout: (/** @type {() => void} */ fn) => asked.push(fn) };
  page.requestAnimationFrame = (/** @type {() => void} */ fn) => asked.push(fn);
  page.IntersectionObserver = class {
    constructor(/** @type {(entries: any[]) => void} */ fn) {
      see = fn;
    }
    observe() {}
  };
});
afterEach(() => {
  performance.now = real.now;
  page.window = real.window;
});

/** Lets what was asked for happen, until `ms` have gone by; a frame is 16 ms. @param {number} ms */
async function run(ms) {
  for (const end = now + ms; now < end; now += 16) {
    for (const fn of asked.splice(0)) fn();
    await nextTask();
  }
}

test("each is drawn as often as it is worth, and not at all while nothing changes", async () => {
  const frames = new Frames(() => true);
  const drawn = { numbers: 0, plot: 0 };
  frames.add(null, () => drawn.numbers++);
  frames.add(null, () => drawn.plot++, { every: 100 });
  for (let k = 0; k < 50; k++) {
    frames.changed();
    await run(16);
  }
  assert.equal(drawn.numbers, 50);
  assert.ok(drawn.plot >= 7 && drawn.plot <= 9, `${drawn.plot} times in 800 ms`);
  const before = { ...drawn };
  await run(500);
  assert.ok(drawn.plot <= before.plot + 1, "the last change, and no more");
  assert.equal(drawn.numbers, before.numbers);
});

test("late frames make drawings rarer, never the numbers; at rest they are as often as ever", async () => {
  let busy = true;
  const frames = new Frames(() => busy);
  const drawn = { numbers: 0, plot: 0 };
  frames.add(null, () => {
    drawn.numbers++;
    now += 32; // four times what a frame should take
  });
  frames.add(null, () => drawn.plot++, { every: 100 });
  for (let k = 0; k < 40; k++) {
    frames.changed();
    await run(16);
  }
  assert.equal(drawn.numbers, 40);
  assert.ok(drawn.plot >= 3 && drawn.plot <= 6, `${drawn.plot} times in 1920 ms`);
  busy = false;
  frames.changed();
  await run(320);
  assert.ok(drawn.plot >= 5);
});

test("under a hand numbers come with the curve, on its beat", async () => {
  let held = true;
  const frames = new Frames(
    () => false,
    () => held,
  );
  /** @type {Record<string, number[]>} */
  const at = { numbers: [], plot: [] };
  frames.add(null, () => at.numbers.push(now));
  frames.add(null, () => at.plot.push(now), { every: 30 });
  for (let k = 0; k < 20; k++) {
    frames.changed();
    await run(16);
  }
  assert.ok(at.plot.length === 10, `${at.plot.length} times`);
  assert.deepEqual(at.numbers, at.plot);
  held = false;
  const before = at.numbers.length;
  for (let k = 0; k < 10; k++) {
    frames.changed();
    await run(16);
  }
  assert.equal(at.numbers.length - before, 10, "with each frame again");
});

test("what is off the screen waits until it comes into view or training rests, and is drawn afresh when asked", async () => {
  let busy = true;
  const frames = new Frames(() => busy);
  const root = /** @type {Element} */ ({});
  /** @type {boolean[]} */
  const drawn = [];
  frames.add(root, (fresh) => drawn.push(fresh), { every: 50 });
  await run(200);
  assert.deepEqual(drawn, []);
  see([{ target: root, isIntersecting: true }]);
  await run(100);
  assert.deepEqual(drawn, [true]);
  see([{ target: root, isIntersecting: false }]);
  frames.changed();
  await run(200);
  assert.equal(drawn.length, 1);
  busy = false;
  frames.renew();
  await run(100);
  assert.deepEqual(drawn, [true, true]);
});
