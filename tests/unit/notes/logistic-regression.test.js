// The helpers of the figure logistic-regression: fits of a line and of sigma, the misprinted sigmoid, b merged into theta.
import assert from "node:assert/strict";
import test from "node:test";
import { stacking } from "../../../web/plot/classpoints.js";
import { misprinted } from "../../../web/notes/logistic-regression/erratum.js";
import { FIRST, fit } from "../../../web/notes/logistic-regression/line.js";
import { bothWays } from "../../../web/notes/logistic-regression/merged.js";
import { open } from "../shared/open.js";

const core = await open("notes");
const FAR = [...FIRST, { x: 12.4, y: 1 }, { x: 13.2, y: 1 }];

/** The straight line of least squares, in closed form. */
function leastSquares(points) {
  const mean = (f) => points.reduce((sum, p) => sum + f(p), 0) / points.length;
  const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
  const w = mean((p) => (p.x - mx) * (p.y - my)) / mean((p) => (p.x - mx) ** 2);
  return { w, b: my - w * mx };
}

test("the fitted line is that of least squares", () => {
  for (const points of [FIRST, FAR]) {
    const expected = leastSquares(points);
    const { w, b } = fit(core, points, "line");
    assert.ok(Math.abs(w - expected.w) < 1e-12 && Math.abs(b - expected.b) < 1e-12);
  }
});

test("two clear cases far out cost the line one more point and sigma none", () => {
  assert.deepEqual([fit(core, FIRST, "line").right, fit(core, FIRST, "sigma").right], [7, 7]);
  assert.deepEqual([fit(core, FAR, "line").right, fit(core, FAR, "sigma").right], [8, 9]);
});

test("one point alone, and points on one spot, can be fitted", () => {
  const sets = [[{ x: 3, y: 1 }], [{ x: 3, y: 1 }, { x: 3, y: 0 }]]; // prettier-ignore
  for (const points of sets) {
    for (const { a } of [fit(core, points, "line"), fit(core, points, "sigma")])
      assert.ok(a.every((answer) => Number.isFinite(answer)));
  }
});

test("the misprint never leaves 0 to 1, peaks at z = 0 and falls for every larger z", () => {
  assert.equal(misprinted(0), 1);
  let before = misprinted(0);
  for (let z = 0.01; z < 50; z += 0.01) {
    assert.ok(misprinted(z) < before && misprinted(z) > 0);
    before = misprinted(z);
  }
  for (let z = -50; z < 0; z += 0.01) assert.ok(misprinted(z) > 0 && misprinted(z) <= 1);
});

test("b apart and b as theta_0 are trained to the same parameters and costs", () => {
  const { apart, merged, same, most } = bothWays(core, FAR, 500);
  assert.equal(apart.costs.length, 500);
  assert.ok(Math.abs(apart.w[0] - merged.w[1]) < 1e-13 && Math.abs(apart.b - merged.w[0]) < 1e-13);
  assert.ok(most < 1e-14);
  assert.equal(same, [...apart.costs].filter((cost, k) => cost === merged.costs[k]).length);
});

test("points of a class that hide each other are stacked, others are not", () => {
  const points = [{ x: 1, y: 1 }, { x: 1, y: 1 }, { x: 1, y: 0 }, { x: 2, y: 1 }, { x: 1.05, y: 1 }]; // prettier-ignore
  assert.deepEqual(stacking(points, 0.1), [0, 1, 0, 0, 2]);
});
