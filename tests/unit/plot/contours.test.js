// Contour lines: through the points where the height is theirs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { contour } from "../../../web/plot/contours.js";

const axis = (n, from, to) => Float64Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));

test("a contour of x² + y² is a circle", () => {
  const xs = axis(81, -2, 2);
  const values = Array.from(xs, (y) => Array.from(xs, (x) => x * x + y * y)).flat();
  const line = contour(values, xs, xs, 1.5).filter(([x]) => !Number.isNaN(x));
  assert.ok(line.length > 100);
  // Linear interpolation of a parabola over a cell of 0.05 is off by at most 0.05²/8 in height, over slope 2r.
  for (const [x, y] of line) assert.ok(Math.abs(Math.hypot(x, y) - Math.sqrt(1.5)) < 0.05 ** 2);
});

test("saddles, flat ground and numbers that are not finite give lines that stay on the grid", () => {
  const xs = axis(5, 0, 4);
  const saddle = Array.from(xs, (y) => Array.from(xs, (x) => (x - 2) * (y - 2))).flat();
  saddle[12] = NaN;
  for (const [x, y] of contour(saddle, xs, xs, 0.5)) {
    assert.ok(Number.isNaN(x) || (x >= 0 && x <= 4 && y >= 0 && y <= 4));
  }
  assert.deepEqual(contour(new Array(25).fill(3), xs, xs, 3), []);
});
