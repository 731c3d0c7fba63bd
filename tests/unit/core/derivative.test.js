// Derivatives and nudges of the core against JavaScript's own float64.
import assert from "node:assert/strict";
import test from "node:test";
import { FUNCTIONS, derivative } from "../../../web/core/derivative.js";
import { open } from "../shared/open.js";

const core = await open("notes");

const sigma = (a) => 1 / (1 + Math.exp(-a));
const PLAIN = {
  "3a": { f: (a) => 3 * a, slope: () => 3 },
  a2: { f: (a) => a * a, slope: (a) => 2 * a },
  a3: { f: (a) => a * a * a, slope: (a) => 3 * a * a },
  ln: { f: Math.log, slope: (a) => 1 / a },
  sigma: { f: sigma, slope: (a) => sigma(a) * (1 - sigma(a)) },
};
const close = (x, y, relative = 4e-16) =>
  assert.ok(Math.abs(x - y) <= relative * Math.max(1, Math.abs(y)), `${x} and ${y}`);

for (const name of FUNCTIONS) {
  const { f, slope } = PLAIN[name];

  test(`${name}: value and derivative are right`, () => {
    for (const a of [0.001, 0.5, 1, 2, 3.75, 8, ...(name === "ln" ? [] : [-5, -0.25, 0])]) {
      const got = derivative(core, name, a, 0.01);
      close(got.f, f(a));
      close(got.nudged, f(a + 0.01));
      close(got.exact, slope(a));
      assert.equal(got.slope, (got.nudged - got.f) / 0.01);
      assert.equal(got.error, got.slope - got.exact);
    }
  });

  test(`${name}: the smaller the nudge the better, until rounding takes over`, () => {
    const error = (e) => Math.abs(derivative(core, name, 2, e).error);
    assert.ok(error(1e-3) < 3e-3 * 6); // half of f'' times e
    if (name !== "3a") assert.ok(error(1) > error(1e-2) && error(1e-2) > error(1e-5));
    assert.ok(error(1e-7) < 1e-6);
    assert.ok(error(1e-15) > 1e-3);
    // Too small to change a: nothing happens, the slope is 0.
    const lost = derivative(core, name, 2, 1e-16);
    assert.deepEqual([lost.slope, lost.error], [0, -lost.exact]);
  });
}

test("the course's numbers: 3a at 2 and at 5, a^2 and a^3 at 2 and ln at 2", () => {
  close(derivative(core, "3a", 2, 0.001).nudged, 6.003);
  close(derivative(core, "3a", 5, 0.001).nudged, 15.003);
  close(derivative(core, "a2", 2, 0.001).nudged, 4.004001);
  close(derivative(core, "a2", 5, 0.001).exact, 10);
  close(derivative(core, "a3", 2, 0.001).nudged, 8.012006001);
  close(derivative(core, "ln", 2, 0.001).nudged, 0.6936470556, 1e-10);
});

test("ln has no value where a is not positive, nor what is made from it", () => {
  for (const a of [0, -0, -1, -Infinity, NaN]) {
    const { f, slope, exact, error } = derivative(core, "ln", a, 0.1);
    assert.deepEqual([f, slope, exact, error], [NaN, NaN, NaN, NaN]);
  }
  const across = derivative(core, "ln", 0.05, -0.1);
  assert.ok(Number.isFinite(across.f) && Number.isNaN(across.nudged) && Number.isNaN(across.slope));
  assert.equal(across.exact, 20);
});

test("NaN stays NaN, and sigma is flat far out", () => {
  for (const name of FUNCTIONS) {
    const { f, slope, exact } = derivative(core, name, NaN, 0.1);
    assert.deepEqual([f, slope, exact], [NaN, NaN, NaN]);
  }
  assert.ok(derivative(core, "sigma", 40, 1).exact > 4e-18); // a (1 - a) would be 0
  assert.throws(() => derivative(core, "tan", 1, 0.1), { code: "argument" });
});
