// What this figure asks, judged from what it tells.

const A = 0.01;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  { id: "sure", guess: "number", truth: ({ lossOf }) => lossOf(A, 1), within: 0.05 },
  { id: "coin", met: ({ w, b, points, cost }) => points.length > 0 && w === 0 && b === 0 && { j: cost } },
  {
    id: "minima",
    met: ({ points, minima }) => {
      const places = new Set(points.map((/** @type {any} */ p) => p.x)).size;
      const [first, other] = points.length === 5 && places === 5 ? minima() : [];
      return other && { w: first.w, w2: other.w, j: first.cost, j2: other.cost };
    },
  },
];
