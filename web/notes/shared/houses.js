/* The houses of the figure neuron, where descent starts, and the ranges of the axes. */
import { largestOf } from "../../plot/sample.js";

/** Size in 100 m², price in 100 000: about 3.2·size − 1.4, never below nothing. */
export const HOUSES = [
  { x: 0.25, y: 0.05 },
  { x: 0.4, y: 0.1 },
  { x: 0.62, y: 0.7 },
  { x: 0.8, y: 1.0 },
  { x: 1.0, y: 2.0 },
  { x: 1.18, y: 2.2 },
  { x: 1.35, y: 3.1 },
  { x: 1.6, y: 3.5 },
  { x: 1.8, y: 4.6 },
  { x: 2.1, y: 5.2 },
];

/** The houses as the core wants them, with a straight line and squared error. */
export const HOUSE_TABLE = {
  x: HOUSES.map((p) => p.x),
  y: HOUSES.map((p) => p.y),
  m: HOUSES.length,
  activation: /** @type {const} */ ("linear"),
  loss: /** @type {const} */ ("squared"),
};

/** Where descent starts. A ReLU neuron at w = 0, b = 0 has slope zero everywhere and would never move. */
export const startOf = (activation) => (activation === "relu" ? { w: 1, b: -0.5 } : { w: 0, b: 0 });

/** Powers of ten to divide two columns by, so that neither needs more room than descent can bear. */
export function unitsOf(rows) {
  return [0, 1].map((k) => {
    const most = largestOf(rows.map((row) => row[k]));
    return most > 100 ? 10 ** Math.floor(Math.log10(most)) : 1;
  });
}

/** Ranges that show all points and the kink, and a learning rate that descends for them. */
export function fitAxes(points) {
  const xs = points.map((p) => p.x);
  const [left, bottom, right, top] = [0, 0, 0, 0].map((zero, k) => {
    const [name, end] = [k % 2 ? "y" : "x", k < 2 ? Math.min : Math.max];
    return points.reduce((most, p) => end(most, p[name]), zero);
  });
  const x = { min: left * 1.1, max: right * 1.12 || 1 };
  const y = { min: Math.min(bottom * 1.1, -0.12 * (top || 1)), max: top * 1.12 || 1 };
  // The largest stable rate for a line is 2 over the largest curvature, at most 1 + mean x².
  const curvature = 1 + xs.reduce((sum, v) => sum + v * v, 0) / xs.length;
  const alpha = [0.3, 0.1, 0.03, 0.01, 0.003, 0.001].find((rung) => rung <= 1.2 / curvature) ?? 0.001;
  return { x, y, alpha };
}
