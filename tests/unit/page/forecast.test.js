// How long trainings take, foretold: from the rates, from a short piece that was measured, and from those that are done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Forecast, measured, secondsOf } from "../../../web/page/whatif/forecast.js";
import { measureSlowness } from "../../../web/page/whatif/measure.js";
import { open } from "../shared/open.js";

const breathe = async () => {};
/** @type {import('../../../web/page/whatif/forecast.js').Work[]} */
const WORKS = [
  { what: "now", learner: "neuron", count: 50, seconds: 0.02 },
  { what: "hidden 4", learner: "network", count: 10, seconds: 0.3 },
];
const near = (/** @type {number} */ x, /** @type {number} */ y) =>
  assert.ok(Math.abs(x - y) < 1e-9, `${x} is not ${y}`);

test("what is foretold follows what was measured, then what each kind of training really takes", () => {
  measured(1);
  near(secondsOf(WORKS), 1 + 3);
  measured(4); // a machine four times as slow
  near(secondsOf(WORKS), 16);
  for (const nothing of [0, NaN, Infinity, -1]) measured(nothing);
  near(secondsOf(WORKS), 16);

  let now = 0;
  const forecast = new Forecast(WORKS, () => now);
  near(forecast.left, 16);
  now = 1000;
  near(forecast.left, 15);
  for (let k = 0; k < 50; k++) {
    now = 1000 + 100 * k; // 0.1 s each beside the first, five times as long as foretold
    forecast.heard("now");
  }
  near(forecast.left, 12); // of networks nothing is known yet
  near(secondsOf(WORKS), 5.9 + 12);
  for (let k = 1; k <= 4; k++) {
    now += 600;
    forecast.heard("hidden 4");
  }
  near(forecast.left, 6 * 0.6);
  forecast.heard("never heard of");
  near(forecast.left, 6 * 0.6);
  now += 1e6;
  assert.equal(forecast.left, 0, "longer than foretold is no time below 0");
  near(secondsOf(WORKS), 5.9 + 6); // and the next one knows
  measured(1);
});

test("the short piece is timed: a clock that is ten times as fast finds a machine ten times as slow", async () => {
  const core = await open("trials");
  // A clock that only counts calls: what is measured is exact.
  const of = async (/** @type {number} */ step) => {
    let now = 0;
    return measureSlowness(core, breathe, () => (now += step));
  };
  const [one, ten] = [await of(7), await of(70)];
  assert.ok(one > 0 && Math.abs(ten / one - 10) < 1e-9, `${one} ${ten}`);
  const real = await measureSlowness(core, breathe);
  assert.ok(real > 0.01 && real < 1000, String(real));
});
