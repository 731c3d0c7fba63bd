// Mistakes in the number that is printed: the training itself is right.
import { B, COST, W, but } from "./lines.js";

const [ONES, ZEROS] = ["Y * np.log(A)", "(1 - Y) * np.log(1 - A)"];

/** @type {import('../mistakes.js').Program[]} */
export const COSTS = [
  {
    id: "minus",
    how: but(({ m }) => ({ cost: -1 / m })),
    wrong: ["cost = np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m"],
    right: [COST],
  },
  {
    id: "log10",
    how: but(({ m }) => ({ cost: 1 / (m * Math.LN10) })),
    wrong: ["cost = -np.sum(Y * np.log10(A) + (1 - Y) * np.log10(1 - A)) / m"],
    right: [COST],
  },
  {
    id: "log2",
    how: but(({ m }) => ({ cost: 1 / (m * Math.LN2) })),
    wrong: ["cost = -np.sum(Y * np.log2(A) + (1 - Y) * np.log2(1 - A)) / m"],
    right: [COST],
  },
  {
    id: "no-zeros",
    how: but(() => ({ loss: "ones" })),
    wrong: ["cost = -np.sum(Y * np.log(A)) / m"],
    right: [COST],
  },
  {
    id: "no-ones",
    how: but(() => ({ loss: "zeros" })),
    wrong: ["cost = -np.sum((1 - Y) * np.log(1 - A)) / m"],
    right: [COST],
  },
  {
    id: "after",
    shift: 1,
    how: but(),
    wrong: [W, B, "grads, cost = propagate(w, b, X, Y)", "costs.append(cost)"],
    right: ["grads, cost = propagate(w, b, X, Y)", W, B, "costs.append(cost)"],
  },
  ...[1, 2].map((by) => ({
    id: "squared-cost",
    how: but(({ m }) => ({ cost: 1 / (by * m), loss: "squared" })),
    wrong: [`cost = np.sum((A - Y) ** 2) / ${by === 1 ? "m" : "(2 * m)"}`],
    right: [COST],
  })),
  ...["no y", "no 1 - y"].map((loss) => ({
    id: "no-factor",
    how: but(() => ({ loss })),
    wrong: [
      loss === "no y"
        ? `cost = -np.sum(np.log(A) + ${ZEROS}) / m`
        : `cost = -np.sum(${ONES} + np.log(1 - A)) / m`,
    ],
    right: [COST],
  })),
  {
    id: "one-log",
    how: but(() => ({ loss: "log a" })),
    wrong: [`cost = -np.sum(${ONES} + (1 - Y) * np.log(A)) / m`],
    right: [COST],
  },
  {
    id: "crossed",
    how: but(() => ({ loss: "crossed" })),
    wrong: ["cost = -np.sum(Y * np.log(1 - A) + (1 - Y) * np.log(A)) / m"],
    right: [COST],
  },
  {
    id: "sign-term",
    how: but(() => ({ term: -1 })),
    wrong: [`cost = -np.sum(${ONES} - ${ZEROS}) / m`],
    right: [COST],
  },
  ...[
    { term: ({ m }) => -m, wrong: `-1 / m * np.sum(${ONES}) + np.sum(${ZEROS})` },
    { term: ({ m }) => m, wrong: `-np.sum(${ONES}) / m - np.sum(${ZEROS})` },
    { cost: 1, term: ({ m }) => 1 / m, wrong: `-np.sum(${ONES}) - np.sum(${ZEROS}) / m` },
    { cost: 1, term: ({ m }) => -1 / m, wrong: `-np.sum(${ONES}) + np.sum(${ZEROS}) / m` },
  ].map(({ cost, term, wrong }) => ({
    id: "bracket",
    how: but((of) => ({ cost: cost ?? 1 / of.m, term: term(of) })),
    wrong: [`cost = ${wrong}`],
    right: [COST],
  })),
];
