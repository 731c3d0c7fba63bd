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
