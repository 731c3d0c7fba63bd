// Iterations a second, on a clock that the test turns.
import assert from "node:assert/strict";
import test from "node:test";
import { Pace } from "../../../web/training/pace.js";

test("a speed is kept over a long time, whenever it is asked", () => {
  for (const speed of [1, 10, 60, 1000]) {
    let time = 0;
    const pace = new Pace(() => time);
    pace.start();
    let done = 0;
    while (time < 60000) {
      const allowed = pace.allowed(speed);
      done += allowed;
      pace.spend(allowed);
      const wait = pace.wait(speed);
      assert.ok(wait > 0 && wait <= 50);
      time += Math.max(wait, 0.01);
    }
    assert.ok(Math.abs(done - 60 * speed) <= 2 + 0.01 * speed, `${done} in a minute at ${speed} a second`);
  }
});

test("after a pause of the machine there is no burst of more than a quarter of a second", () => {
  let time = 0;
  const pace = new Pace(() => time);
  pace.start();
  time = 3600e3;
  assert.equal(pace.allowed(100), 25);
  assert.equal(pace.allowed(1), 1);
});

test("full speed leaves neither debt nor credit behind", () => {
  let time = 0;
  const pace = new Pace(() => time);
  pace.start();
  for (let k = 0; k < 1000; k++) {
    time += 4;
    assert.equal(pace.allowed(Infinity), Infinity);
    pace.spend(12345);
  }
  assert.equal(pace.allowed(10), 0);
  time += 100;
  assert.equal(pace.allowed(10), 1);
});

/** Runs from `iteration` to the end as training does. @param {number} iterations */
function watched(iterations, iteration = 0) {
  let time = 0;
  const pace = new Pace(() => time);
  pace.start();
  const at = [iteration];
  while (iteration < iterations && time < 10_000) {
    iteration += pace.allowed("watch", { iteration, iterations });
    time += pace.wait("watch");
    at.push(iteration);
  }
  return { time, at };
}

test("a run that is watched takes four seconds whatever its length, most of them for the first iterations", () => {
  for (const iterations of [10, 2000, 1e6]) {
    const { time, at } = watched(iterations);
    assert.ok(Math.abs(time - 4000) < 20, `${iterations}: ${time} ms`);
    const half = at[Math.floor(at.length / 2)];
    assert.ok(half <= iterations / 7, `${half} of ${iterations} in half of the time`);
    assert.ok(at.every((t, k) => k === 0 || t >= at[k - 1]));
  }
});

test("gone on with in the middle, it goes on as fast as it would have been there", () => {
  assert.ok(Math.abs(watched(2000, 250).time - 2000) < 20);
  assert.ok(watched(2000, 1990).time < 100);
});

test("other iterations while it is watched: no burst, no standstill", () => {
  let time = 0;
  const pace = new Pace(() => time);
  pace.start();
  let iteration = 0;
  for (; time < 2000; time += 8) iteration += pace.allowed("watch", { iteration, iterations: 2000 });
  const more = pace.allowed("watch", { iteration, iterations: 8000 });
  assert.ok(more <= 20, String(more));
  time += 1000;
  assert.ok(pace.allowed("watch", { iteration, iterations: 8000 }) > 100);
});

test("a run that goes on where another had ended takes as long to be watched as any", () => {
  let time = 0;
  const pace = new Pace(() => time);
  let iteration = 0;
  const runTo = (/** @type {number} */ iterations) => {
    pace.start();
    const started = time;
    for (; iteration < iterations; time += pace.wait("watch"))
      iteration += pace.allowed("watch", { iteration, iterations });
    return time - started;
  };
  for (const end of [2000, 4000, 5000]) {
    const ms = runTo(end);
    assert.ok(Math.abs(ms - 4000) < 50, `to ${end}: ${ms} ms`);
  }
  iteration = 0; // again from 0
  assert.ok(Math.abs(runTo(5000) - 4000) < 50);
});
