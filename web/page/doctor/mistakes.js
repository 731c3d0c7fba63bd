// The trainings that are tried: the course's own, and the mistakes that learners make in it. Each is one that C can run
// (c/doctor/doctor.h), with the line of NumPy where it is made: wrong as printed by such a program, and right.

/**
 * @typedef {object} Program
 * @property {string} id doctor.<id> is its name, doctor.<id>.says what it does
 * @property {"train" | "scrambled" | "test"} [data] the pictures; without: train
 * @property {string} [x] what X is (X_KINDS); without: / 255
 * @property {"ones"} [start] w before the first iteration; without: 0
 * @property {number} [shift] the number printed for state t is J of state t + shift
 * @property {(how: {alpha: number, m: number, n_x: number}) => import('../../core/doctor.js').How} how
 * @property {string[]} wrong lines @property {string[]} right lines
 */

const course = ({ alpha, m }) => ({ rateW: alpha / m, rateB: alpha / m, cost: 1 / m });

/** The course's, but for what is given. @param {(how: {alpha: number, m: number, n_x: number}) => object} [but] */
const but = (but) => (how) => ({ ...course(how), ...but?.(how) });

/** @type {Program} */
export const RIGHT = { id: "right", how: but(), wrong: [], right: [] };

const SIGMOID = "s = 1 / (1 + np.exp(-z))";
const SCALE = "train_set_x = train_set_x_flatten / 255.";
const DW = "dw = np.dot(X, (A - Y).T) / m";
const DB = "db = np.sum(A - Y) / m";
const COST = "cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m";
const W = "w = w - learning_rate * dw";
const B = "b = b - learning_rate * db";
const ZEROS = "w = np.zeros((dim, 1))";
const M = "m = X.shape[1]";
const FLATTEN = "train_set_x_flatten = train_set_x_orig.reshape(train_set_x_orig.shape[0], -1).T";
const SQUARED = "dz = (A - Y) * A * (1 - A)";

/** The mistakes, likelier ones first. Those with the same id are the same mistake in another form. @type {Program[]} */
export const MISTAKES = [
  {
    id: "bytes",
    x: "bytes",
    how: but(),
    wrong: ["train_set_x = train_set_x_flatten"],
    right: [SCALE],
  },
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
    wrong: ["cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))"],
    right: [COST],
  },
  {
    id: "no-m-all",
    how: but(({ alpha }) => ({ rateW: alpha, rateB: alpha, cost: 1 })),
    wrong: [
      "dw = np.dot(X, (A - Y).T)",
      "db = np.sum(A - Y)",
      "cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))",
    ],
    right: [DW, DB, COST],
  },
  {
    id: "n-x",
    how: ({ alpha, n_x }) => ({ rateW: alpha / n_x, rateB: alpha / n_x, cost: 1 / n_x }),
    wrong: ["m = X.shape[0]"],
    right: [M],
  },
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
  ...[1, 2].map((by) => ({
    id: "squared-cost",
    how: but(({ m }) => ({ cost: 1 / (by * m), loss: "squared" })),
    wrong: [`cost = np.sum((A - Y) ** 2) / ${by === 1 ? "m" : "(2 * m)"}`],
    right: [COST],
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
    (/** @type {number} */ m) => ({ carry: 1 / m, carryCost: 1 / m }),
    (/** @type {number} */ m) => ({ carry: 1 / m }),
    () => ({ carry: 1 }),
  ].map((carries, i) => ({
    id: "reset",
    how: but(({ m }) => carries(m)),
    wrong: [
      `${i === 0 ? "J = 0; dw = np.zeros((n_x, 1)); db = 0" : "dw = np.zeros((n_x, 1)); db = 0"}  # once`,
      "for it in range(num_iterations):",
    ],
    right: ["for it in range(num_iterations):", "    J = 0; dw = np.zeros((n_x, 1)); db = 0"],
  })),
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
    id: "scrambled",
    data: "scrambled",
    how: but(),
    wrong: ["train_set_x_flatten = train_set_x_orig.reshape(-1, train_set_x_orig.shape[0])"],
    right: [FLATTEN],
  },
  {
    id: "twice",
    x: "twice",
    how: but(),
    wrong: ["train_set_x = train_set_x / 255.", "train_set_x = train_set_x / 255.  # the cell was run again"],
    right: [SCALE],
  },
  {
    id: "test",
    data: "test",
    how: but(),
    wrong: ["w, b, costs = optimize(w, b, X_test, Y_test)"],
    right: ["w, b, costs = optimize(w, b, X_train, Y_train)"],
  },
  {
    id: "ones",
    start: "ones",
    how: but(),
    wrong: ["w = np.ones((dim, 1))"],
    right: [ZEROS],
  },
  {
    id: "standard",
    x: "standard",
    how: but(),
    wrong: ["train_set_x = (train_set_x_flatten - train_set_x_flatten.mean()) / train_set_x_flatten.std()"],
    right: [SCALE],
  },
  {
    id: "standard-each",
    x: "each",
    how: but(),
    wrong: [
      "mean = train_set_x_flatten.mean(axis=1, keepdims=True)",
      "std = train_set_x_flatten.std(axis=1, keepdims=True)",
      "train_set_x = (train_set_x_flatten - mean) / std",
    ],
    right: [SCALE],
  },
];

/** What is told apart otherwise than by running it as it is: by b and w, by rounding, by its first number. */
export const OTHERS = {
  swapped: {
    wrong: ["train_set_y = 1 - train_set_y"],
    right: ["train_set_y = train_set_y_orig.reshape(1, -1)"],
  },
  float32: { wrong: ["train_set_x = train_set_x_flatten.astype(np.float32) / 255."], right: [SCALE] },
  random: { wrong: ["w = np.random.randn(dim, 1) * 0.01"], right: [ZEROS] },
};

/** How many mistakes there are to find. */
export const KNOWN = new Set([...MISTAKES.map(({ id }) => id), ...Object.keys(OTHERS)]).size;
