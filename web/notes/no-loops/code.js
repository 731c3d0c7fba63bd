// The two listings of this figure and how they belong together: every line with loops says into which vector lines it
// folds. `terms` is what a vector line looks like as matrices: names of values, and signs between them.

export const VECTOR = [
  { id: "Z", code: "Z = w.T @ X + b", terms: ["Z", "=", "wT", "·", "X", "+", "b"] },
  { id: "A", code: "A = 1 / (1 + np.exp(-Z))", terms: ["A", "= σ (", "Z", ")"] },
  { id: "L", code: "L = -(Y*np.log(A) + (1-Y)*np.log(1-A))", terms: ["L", "←", "Y", ",", "A"] },
  { id: "J", code: "J = np.sum(L) / m", terms: ["J", "= Σ", "L", "/ m"] },
  { id: "dZ", code: "dZ = A - Y", terms: ["dZ", "=", "A", "−", "Y"] },
  { id: "dw", code: "dw = X @ dZ.T / m", terms: ["dw", "=", "X", "·", "dZT", "/ m"] },
  { id: "db", code: "db = np.sum(dZ) / m", terms: ["db", "= Σ", "dZ", "/ m"] },
  { id: "w", code: "w = w - alpha * dw", terms: ["w_new", "=", "w", "− α ·", "dw"] },
  { id: "b", code: "b = b - alpha * db", terms: ["b_new", "=", "b", "− α ·", "db"] },
];
const ALL = VECTOR.slice(0, 7).map(({ id }) => id);

export const LOOPS = [
  { code: "J, db = 0, 0", folds: ["J", "db"] },
  { code: "dw = [0] * n_x", folds: ["dw"] },
  { code: "for i in range(m):", folds: ALL },
  { in: 1, code: "z = b", folds: ["Z"] },
  { in: 1, code: "for j in range(n_x):", folds: ["Z"] },
  { in: 2, code: "z += w[j] * X[j, i]", folds: ["Z"] },
  { in: 1, code: "a = 1 / (1 + exp(-z))", folds: ["A"] },
  { in: 1, code: "L = -(y[i]*log(a) + (1-y[i])*log(1-a))", folds: ["L"] },
  { in: 1, code: "J += L", folds: ["J"] },
  { in: 1, code: "dz = a - y[i]", folds: ["dZ"] },
  { in: 1, code: "for j in range(n_x):", folds: ["dw"] },
  { in: 2, code: "dw[j] += X[j, i] * dz", folds: ["dw"] },
  { in: 1, code: "db += dz", folds: ["db"] },
  { code: "J, db = J / m, db / m", folds: ["J", "db"] },
  { code: "for j in range(n_x):", folds: ["dw", "w"] },
  { in: 1, code: "dw[j] /= m", folds: ["dw"] },
  { in: 1, code: "w[j] -= alpha * dw[j]", folds: ["w"] },
  { code: "b -= alpha * db", folds: ["b"] },
];

/** Indices of the lines with loops that fold into a vector line; `for i` belongs to all and marks none alone.
 *  @param {string} id */
export const linesOf = (id) => LOOPS.flatMap(({ folds }, k) => (folds.includes(id) ? k : []));

/** Runs of neighbours: [3, 4, 5, 9] are [3, 5] and [9, 9]. @param {number[]} list ascending @returns {[number, number][]} */
export function runs(list) {
  /** @type {[number, number][]} */
  const found = [];
  for (const k of list) {
    const last = found.at(-1);
    if (last && last[1] === k - 1) last[1] = k;
    else found.push([k, k]);
  }
  return found;
}

/** Lines that run in one iteration of the listing with loops; the line of a `for` runs once a turn.
 *  @param {number} m @param {number} n_x */
export function linesRun(m, n_x) {
  const example = 1 + 1 + 2 * n_x + 4 + 2 * n_x + 1; // for i; z; for j; a L J dz; for j; db
  return 2 + m * example + 1 + 3 * n_x + 1;
}

/** Shape of a name, () for a number. @param {string} name @param {number} m @param {number} n_x @returns {number[]} */
export function shapeOf(name, m, n_x) {
  if (name === "X") return [n_x, m];
  if (name === "wT") return [1, n_x];
  if (name === "dZT") return [m, 1];
  if (["w", "dw", "w_new"].includes(name)) return [n_x, 1];
  return ["J", "b", "db", "b_new"].includes(name) ? [] : [1, m];
}

/** (3, 4), or () for a number, as NumPy writes it. @param {number[]} shape */
export const shapeText = (shape) => `(${shape.join(", ")})`;
