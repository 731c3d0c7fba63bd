// Mistakes in the steps themselves: a, dz, and how w and b are updated.
import { B, COST, DB, DW, FORWARD, SIGMOID, SQUARED, W, but } from "./lines.js";

const START = { J: "J = 0", dw: "dw = np.zeros((n_x, 1))", db: "db = 0" };
const zeros = (/** @type {string} */ names) => names.split(", ").map((name) => START[name]).join("; "); // prettier-ignore

/** @type {import('../mistakes.js').Program[]} */
export const STEPS = [
  {
    id: "misprint",
    how: but(() => ({ sigmoid: "misprint" })),
    wrong: ["s = 1 / (z + np.exp(-z))"],
    right: [SIGMOID],
  },
  {
    id: "exponent",
    how: but(() => ({ sigmoid: "mirrored" })),
    wrong: ["s = 1 / (1 + np.exp(z))"],
    right: [SIGMOID],
  },
  {
    id: "sign",
    how: but(({ alpha, m }) => ({ rateW: -alpha / m, rateB: -alpha / m })),
    wrong: ["w = w + learning_rate * dw", "b = b + learning_rate * db"],
    right: [W, B],
  },
  {
    id: "sign-w",
    how: but(({ alpha, m }) => ({ rateW: -alpha / m })),
    wrong: ["dw = np.dot(X, (Y - A).T) / m"],
    right: [DW],
  },
  {
    id: "sign-b",
    how: but(({ alpha, m }) => ({ rateB: -alpha / m })),
    wrong: ["db = np.sum(Y - A) / m"],
    right: [DB],
  },
  ...[1, 0].map((mean) => ({
    id: "db-each",
    how: but(({ m }) => ({ rateB: 0, own: mean ? 1 : m })),
    wrong: [mean ? "db = (A - Y) / m" : "db = A - Y", "b.shape == (1, m)"],
    right: [DB],
  })),
  {
    id: "no-update",
    how: but(() => ({ rateW: 0, rateB: 0 })),
    wrong: ["w - learning_rate * dw", "b - learning_rate * db"],
    right: [W, B],
  },
  {
    id: "squared",
    how: but(() => ({ dz: "squared" })),
    wrong: [SQUARED, "dw = np.dot(X, dz.T) / m"],
    right: ["dz = A - Y", "dw = np.dot(X, dz.T) / m"],
  },
  ...[
    { times: 1, cost: 1 },
    { times: 2, cost: 1 },
    { times: 1, cost: 0.5 },
  ].map(({ times, cost }) => ({
    id: "squared-all",
    how: but(({ alpha, m }) => ({
      rateW: (times * alpha) / m,
      rateB: (times * alpha) / m,
      cost: cost / m,
      dz: "squared",
      loss: "squared",
    })),
    wrong: [
      times === 2 ? SQUARED.replace("dz = ", "dz = 2 * ") : SQUARED,
      `cost = np.sum((A - Y) ** 2) / ${cost === 1 ? "m" : "(2 * m)"}`,
    ],
    right: ["dz = A - Y", COST],
  })),
  {
    id: "no-b",
    how: but(() => ({ rateB: 0 })),
    wrong: [W],
    right: [W, B],
  },
  {
    id: "no-w",
    how: but(() => ({ rateW: 0 })),
    wrong: [B],
    right: [W, B],
  },
  {
    id: "late-b",
    how: but(() => ({ order: "late b" })),
    wrong: [W, "A = sigmoid(np.dot(w.T, X) + b)", `${DB}; ${B}`],
    right: ["A = sigmoid(np.dot(w.T, X) + b)", `${DW}; ${DB}`, `${W}; ${B}`],
  },
  ...[
    { of: "J, dw, db", carries: (/** @type {number} */ m) => ({ carry: 1 / m, carryCost: 1 / m }) },
    { of: "dw, db", carries: (/** @type {number} */ m) => ({ carry: 1 / m }) },
    { of: "dw, db", carries: () => ({ carry: 1 }) },
    { of: "J, dw, db", carries: () => ({ carry: 1, carryCost: 1 }) },
    { of: "J", carries: (/** @type {number} */ m) => ({ carryCost: 1 / m }) },
    { of: "J", carries: () => ({ carryCost: 1 }) },
  ].map(({ of, carries }) => ({
    id: "reset",
    how: but(({ m }) => carries(m)),
    wrong: [`${zeros(of)}  # once`, "for it in range(num_iterations):"],
    right: ["for it in range(num_iterations):", `    ${zeros("J, dw, db")}`],
  })),
  {
    id: "db-inner",
    how: but(({ alpha, m, n_x }) => ({ rateB: (alpha * n_x) / m })),
    wrong: ["for j in range(n_x):", "    dw[j] += x[i][j] * dz", "    db += dz"],
    right: ["for j in range(n_x):", "    dw[j] += x[i][j] * dz", "db += dz"],
  },
  {
    id: "momentum",
    how: but(() => ({ carry: 0.9 })),
    wrong: ["v = 0.9 * v + dw", "w = w - learning_rate * v"],
    right: [W],
  },
  ...[1, 0].map((whole) => ({
    id: "each",
    how: but(({ alpha, m }) => ({
      order: "each",
      rateW: whole ? alpha : alpha / m,
      rateB: whole ? alpha : alpha / m,
    })),
    wrong: [
      "for i in range(m):",
      "    dz = a[i] - y[i]",
      `    w = w - learning_rate * x[i] * dz${whole ? "" : " / m"}`,
      `    b = b - learning_rate * dz${whole ? "" : " / m"}`,
    ],
    right: ["for i in range(m):", "    dw += x[i] * dz; db += dz", `${W} / m`, `${B} / m`],
  })),
  {
    id: "b-outside",
    how: but(() => ({ sigmoid: "b outside" })),
    wrong: ["A = sigmoid(np.dot(w.T, X)) + b"],
    right: [FORWARD],
  },
  ...[
    { a: "relu", line: "A = np.maximum(0, np.dot(w.T, X) + b)" },
    { a: "tanh", line: "A = np.tanh(np.dot(w.T, X) + b)" },
    { a: "none", line: "A = np.dot(w.T, X) + b" },
  ].map(({ a, line }) => ({
    id: "no-sigmoid",
    how: but(() => ({ sigmoid: a })),
    wrong: [line],
    right: [FORWARD],
  })),
  ...[1, 2].map((by) => ({
    id: "linear",
    how: but(({ m }) => ({ sigmoid: "none", loss: "squared", cost: 1 / (by * m) })),
    wrong: ["A = np.dot(w.T, X) + b", `cost = np.sum((A - Y) ** 2) / ${by === 1 ? "m" : "(2 * m)"}`],
    right: [FORWARD, COST],
  })),
  ...[
    { J: 1, b: 1 },
    { J: 0, b: 0 },
    { J: 0, b: 1 },
  ].map(({ J, b }) => ({
    id: "column",
    how: but(({ alpha, m }) => ({
      order: "column",
      cost: J ? 1 / m : 1 / m ** 2,
      rateB: alpha / (b ? m : m ** 2),
    })),
    wrong: ["Y = train_set_y.reshape(-1, 1)", "(A - Y).shape == (m, m)"],
    right: ["Y = train_set_y.reshape(1, -1)", "(A - Y).shape == (1, m)"],
  })),
];
