// Mistakes in what the sums are divided by.
import { COST, DB, DW, M, SUM, but } from "./lines.js";

/** Another number in place of m, everywhere. @param {(of: import('../mistakes.js').Given) => number} number */
const dividedBy = (number) => (/** @type {import('../mistakes.js').Given} */ of) => ({
  rateW: of.alpha / number(of),
  rateB: of.alpha / number(of),
  cost: 1 / number(of),
});

/** @type {import('../mistakes.js').Program[]} */
export const MEANS = [
  {
    id: "no-m",
    how: but(({ alpha }) => ({ rateW: alpha, rateB: alpha })),
    wrong: ["dw = np.dot(X, (A - Y).T)", "db = np.sum(A - Y)"],
    right: [DW, DB],
  },
  {
    id: "no-m-w",
    how: but(({ alpha }) => ({ rateW: alpha })),
    wrong: ["dw = np.dot(X, (A - Y).T)"],
    right: [DW],
  },
  {
    id: "no-m-b",
    how: but(({ alpha }) => ({ rateB: alpha })),
    wrong: ["db = np.sum(A - Y)"],
    right: [DB],
  },
  {
    id: "no-m-cost",
    how: but(() => ({ cost: 1 })),
    wrong: [SUM],
    right: [COST],
  },
  {
    id: "no-m-all",
    how: but(({ alpha }) => ({ rateW: alpha, rateB: alpha, cost: 1 })),
    wrong: ["dw = np.dot(X, (A - Y).T)", "db = np.sum(A - Y)", SUM],
    right: [DW, DB, COST],
  },
  {
    id: "n-x",
    how: dividedBy(({ n_x }) => n_x),
    wrong: ["m = X.shape[0]"],
    right: [M],
  },
  {
    id: "m-other",
    how: dividedBy(({ n_px }) => n_px),
    wrong: ["m = train_set_x_orig.shape[1]"],
    right: ["m = train_set_x_orig.shape[0]"],
  },
  {
    id: "m-other",
    needs: "test",
    how: dividedBy(({ m_test }) => m_test),
    wrong: ["m = X_test.shape[1]"],
    right: [M],
  },
  {
    id: "half",
    how: but(({ m }) => ({ cost: 1 / (2 * m) })),
    wrong: [`${SUM} / (2 * m)`],
    right: [COST],
  },
  {
    id: "half",
    how: dividedBy(({ m }) => 2 * m),
    wrong: [DW, DB, SUM].map((line) => `${line.replace(" / m", "")} / (2 * m)`),
    right: [DW, DB, COST],
  },
  {
    id: "m-twice",
    how: but(({ m }) => ({ cost: 1 / m ** 2 })),
    wrong: [`${SUM.replace("np.sum", "np.mean")} / m`],
    right: [COST],
  },
  ...[
    { lines: [DW, DB], b: 1, cost: 0 },
    { lines: [DW], b: 0, cost: 0 },
    { lines: [DW, DB, COST], b: 1, cost: 1 },
  ].map(({ lines, b, cost }) => ({
    id: "m-twice-dw",
    how: but(({ alpha, m }) => ({
      rateW: alpha / m ** 2,
      rateB: alpha / m ** (1 + b),
      cost: 1 / m ** (1 + cost),
    })),
    wrong: lines.map((line) => `${line} / m`),
    right: lines,
  })),
  {
    id: "m-twice-db",
    how: but(({ alpha, m }) => ({ rateB: alpha / m ** 2 })),
    wrong: ["db = np.mean(A - Y) / m"],
    right: [DB],
  },
  ...["first", "last"].map((out) => ({
    id: "short",
    data: /** @type {"first out" | "last out"} */ (`${out} out`),
    how: dividedBy(({ m }) => m + 1),
    wrong: [`for i in range(${out === "first" ? "1, m" : "m - 1"}):`],
    right: ["for i in range(m):"],
  })),
];
