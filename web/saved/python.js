// train.py: what the page did, in NumPy and the course's notation, made for the training that is saved: of a neuron or of a
// network, with what it needs and no more.

/**
 * @typedef {object} About a training
 * @property {number[]} hidden none: a neuron @property {boolean} batches mini-batches @property {boolean} removals neurons were
 *   taken out
 */
/** @typedef {Record<'head' | 'x' | 'y' | 'cost' | 'start' | 'updates' | 'last' | 'print' | 'differs' | 'batches' | 'mix' | 'out',
 *    string>} Words comments, each one line but for `head` */

/** @param {string} text */
const comment = (text) => text.split("\n").map((line) => `# ${line}`.trimEnd());

/** @param {Words} words */
const head = (words) => [
  ...comment(words.head),
  "import json",
  "import pathlib",
  "import numpy as np",
  "",
  "here = pathlib.Path(__file__).parent",
  'training = json.loads((here / "settings.json").read_text(encoding="utf-8"))["training"]',
  'data = np.load(here / "dataset.npz")',
  `X = data["train_set_x"].reshape(len(data["train_set_x"]), -1).T / 255  # (n_x, m): ${words.x}`,
  `Y = data["train_set_y"]  # (1, m): ${words.y}`,
  "n_x, m = X.shape",
  "costs = []",
  "",
  "",
  `def cost(Z):  # ${words.cost}`,
  "    return np.mean(np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z))))",
  "",
  "",
];

/** @param {Words} words */
const NEURON = (words) => [
  `w, b = np.zeros((n_x, 1)), 0.0  # ${words.start}`,
  `for stretch in training["alpha"]:  # ${words.updates}`,
  '    for t in range(stretch["from"], stretch["to"]):',
  "        Z = w.T @ X + b",
  "        A = 1 / (1 + np.exp(-Z))",
  "        costs.append(cost(Z))",
  "        dZ = A - Y",
  '        w = w - stretch["alpha"] * (X @ dZ.T / m)',
  '        b = b - stretch["alpha"] * (np.sum(dZ) / m)',
  `costs.append(cost(w.T @ X + b))  # ${words.last}`,
];

/** The order of the examples in mini-batches: the page's own, from seed and iteration. @param {Words} words */
const BATCHES = (words) => [
  `def mix(seed, index):  # ${words.mix}`,
  "    x = ((seed + 1) * 0x9E3779B97F4A7C15 + index * 0xD1342543DE82EF95) % 2**64",
  "    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9 % 2**64",
  "    x = (x ^ x >> 27) * 0x94D049BB133111EB % 2**64",
  "    return x ^ x >> 31",
  "",
  "",
  `def batches(t):  # ${words.batches}`,
  '    order, shuffle = list(range(m)), mix(training["seed"], t)',
  "    for i in range(m - 1, 0, -1):",
  "        j = mix(shuffle, i) % (i + 1)",
  "        order[i], order[j] = order[j], order[i]",
  '    return [order[i : i + training["batch"]] for i in range(0, m, training["batch"])]',
  "",
  "",
];

/** @param {boolean} removals @param {Words} words */
const PASSES = (removals, words) => [
  "def forward(X):",
  "    Z, A = {}, {0: X}",
  "    for l in range(1, L + 1):",
  "        Z[l] = W[l] @ A[l - 1] + b[l]",
  `        A[l] = np.maximum(Z[l], 0)${removals ? " * stays[l]" : ""} if l < L else 1 / (1 + np.exp(-Z[l]))`,
  "    return Z, A",
  "",
  "",
  "def update(Z, A, Y, alpha):",
  "    dZ, m = A[L] - Y, Y.shape[1]",
  "    for l in range(L, 0, -1):",
  "        dW, db = dZ @ A[l - 1].T / m, np.sum(dZ, axis=1, keepdims=True) / m",
  "        if l > 1:",
  `            dZ = (W[l].T @ dZ) * (Z[l - 1] > 0)${removals ? " * stays[l - 1]" : ""}`,
  "        W[l], b[l] = W[l] - alpha * dW, b[l] - alpha * db",
  "",
  "",
  ...(removals
    ? [
        `def take_out(t):  # ${words.out}`,
        '    for each in training["taken_out"]:',
        '        if each["from"] == t:',
        '            stays[each["layer"]][each["neuron"] - 1] = 0 if each["out"] else 1',
        "",
        "",
      ]
    : []),
];

/** @param {About} about @param {Words} words */
const network = ({ batches, removals }, words) => [
  ...(batches ? BATCHES(words) : []),
  ...PASSES(removals, words),
  `start = np.load(here / "start.npz")  # ${words.start}`,
  'L = len(training["hidden"]) + 1',
  'W = {l: start[f"W{l}"] for l in range(1, L + 1)}',
  'b = {l: start[f"b{l}"] for l in range(1, L + 1)}',
  ...(removals ? ['stays = {l: np.ones((n, 1)) for l, n in enumerate(training["hidden"], 1)}'] : []),
  `for stretch in training["alpha"]:  # ${words.updates}`,
  '    for t in range(stretch["from"], stretch["to"]):',
  ...(removals ? ["        take_out(t)"] : []),
  "        Z, A = forward(X)",
  "        costs.append(cost(Z[L]))",
  ...(batches
    ? ["        for i in batches(t):", '            update(*forward(X[:, i]), Y[:, i], stretch["alpha"])']
    : ['        update(Z, A, Y, stretch["alpha"])']),
  ...(removals ? ["take_out(len(costs))"] : []),
  `costs.append(cost(forward(X)[0][L]))  # ${words.last}`,
];

/** @param {Words} words */
const tail = (words) => [
  "",
  `for t in range(0, len(costs), 100):  # ${words.print}`,
  '    print(f"{t:7d}  {costs[t]:.12f}")',
  'given = np.atleast_1d(np.genfromtxt(here / "costs.csv", delimiter=",", skip_header=1, usecols=1))',
  "difference = np.nanmax(np.abs(np.array(costs) - given))",
  `print(f"${words.differs}: {difference:.1e}")`,
  "",
];

/** @param {About} about @param {Words} words @returns {string} */
export const trainPy = (about, words) =>
  [...head(words), ...(about.hidden.length > 0 ? network(about, words) : NEURON(words)), ...tail(words)].join(
    "\n",
  );
