// What the convexity lab says about J(w), on curves made by the core and on curves drawn by hand.
import assert from "node:assert/strict";
import test from "node:test";
import { costCurve } from "../../../web/core/unit.js";
import { PRESETS } from "../../../web/notes/loss-and-cost/presets.js";
import { clauses, shapeOf } from "../../../web/notes/loss-and-cost/shape.js";
import { open } from "../shared/open.js";

const core = await open("notes");

/** J over the range of a preset, as the figure draws it. */
function curveOf({ points, range }, loss, b = 0) {
  const ws = Float64Array.from({ length: 601 }, (_, i) => range[0] + ((range[1] - range[0]) * i) / 600);
  const [x, y] = [points.map((p) => p.x), points.map((p) => p.y)];
  return { ws, ...costCurve(core, { x, y, m: points.length, b, ws, activation: "sigmoid", loss }) };
}

/** A curve by its formula; slope and curvature by differences. */
function drawn(f, from, to) {
  const ws = Float64Array.from({ length: 601 }, (_, i) => from + ((to - from) * i) / 600);
  const h = 1e-4;
  return {
    ws,
    cost: ws.map(f),
    slope: ws.map((w) => (f(w + h) - f(w - h)) / (2 * h)),
    curvature: ws.map((w) => (f(w + h) - 2 * f(w) + f(w - h)) / (h * h)),
  };
}

const keys = (shape) => clauses(shape, (x, digits) => x.toFixed(digits)).map(([key]) => key);

test("the preset with two true minima: w = -2.89 (J .1854), w = 0.33 (J .1057), a hump of .012", () => {
  const { minima, humps } = shapeOf(curveOf(PRESETS["two-minima"], "squared"));
  const places = minima.map(({ w, cost }) => [w.toFixed(2), cost.toFixed(4)]);
  assert.deepEqual(places, [["-2.89", "0.1854"], ["0.33", "0.1057"]]); // prettier-ignore
  assert.ok(Math.abs(humps[0] - 0.012) < 0.0002);
});

test("cross-entropy of every preset is convex: no stretch bends down, one minimum at most, no shelf", () => {
  for (const [name, preset] of Object.entries(PRESETS)) {
    const shape = shapeOf(curveOf(preset, "cross-entropy"));
    assert.deepEqual([shape.down, shape.shelves, shape.humps], [[], [], []], name);
    assert.ok(shape.minima.length <= 1, name);
  }
});

test("under squared error: overlapping points have a shelf, separable ones no minimum, a stray a way out", () => {
  const says = (name) => keys(shapeOf(curveOf(PRESETS[name], "squared")));
  assert.deepEqual(says("overlapping"), ["one", "shelf", "down"]);
  assert.deepEqual(says("separable"), ["none-right", "shelf", "down"]);
  assert.deepEqual(says("stray"), ["one", "escape-right", "down"]);
  assert.deepEqual(says("two-minima"), ["two", "down"]);
});

test("a parabola has one minimum and bends upwards; four valleys are counted; a level line is called flat", () => {
  assert.deepEqual(keys(shapeOf(drawn((w) => (w - 1) ** 2, -3, 3))), ["one", "up"]);
  const waves = shapeOf(drawn((w) => Math.cos(w), 0, 8 * Math.PI));
  assert.equal(waves.minima.length, 4);
  assert.ok(Math.abs(waves.minima[1].w - 3 * Math.PI) < 1e-4);
  assert.ok(waves.humps.every((hump) => Math.abs(hump - 2) < 1e-3));
  assert.deepEqual(keys(shapeOf(drawn(() => 0.7, -1, 1))), ["flat"]);
  assert.deepEqual(keys(shapeOf(drawn((w) => w, -1, 1))).slice(0, 1), ["none-left"]);
});
