// The two computations of this figure: which nodes there are, where they stand, and for each step its formula, first in
// letters and then with the reader's numbers. `at` gives the numbers: v(name) values, d(name) derivatives.

/**
 * @typedef {object} Line one step of one node
 * @property {'forward' | 'backward' | 'update'} phase
 * @property {string} node
 * @property {string[]} letters the formula, in the parts it may be broken into; written for maths()
 * @property {string[]} numbers the same with places for numbers: values {z}, derivatives {dz}, in parentheses when
 *   negative {(z)}; placesOf fills them
 * @property {string[]} [edges] along which the step goes: "from>to" of the forward graph
 * @property {boolean} [together] the same step as the line before
 */

/** @param {Line["phase"]} phase @returns {(node: string, letters: string | string[], numbers: string | string[], edges?: string[]) => Line} */
const lineOf = (phase) => (node, letters, numbers, edges) => ({
  phase,
  node,
  letters: [letters].flat(),
  numbers: [numbers].flat().flatMap((part) => part.split(/ (?== )/)),
  edges,
});
const forward = lineOf("forward");
const backward = lineOf("backward");
const update = lineOf("update");

/** J = 3(a + bc). */
const product = {
  target: "J",
  start: "J = 3(a + bc)",
  inputs: { a: 5, b: 3, c: 2 },
  /** @param {any} graph @param {Record<string, number>} inputs @returns {Record<string, number>} ids */
  build(graph, inputs) {
    const ids = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, graph.input(value)]));
    ids.u = graph.op("mul", ids.b, ids.c);
    ids.v = graph.op("add", ids.a, ids.u);
    ids.J = graph.op("mul", graph.input(3), ids.v);
    return ids;
  },
  targetOf: () => "J",
  learned: [],
  heights: { wide: 290, tall: 440 },
  nodes: {
    a: { wide: [0.11, 50], tall: [0.17, 50] },
    b: { wide: [0.11, 145], tall: [0.5, 50] },
    c: { wide: [0.11, 240], tall: [0.83, 50] },
    u: { wide: [0.38, 192], tall: [0.66, 165], text: "u = bc" },
    v: { wide: [0.63, 121], tall: [0.36, 275], text: "v = a + u" },
    J: { wide: [0.88, 121], tall: [0.36, 385], text: "J = 3v" },
  },
  edges: ["b>u", "c>u", "a>v", "u>v", "v>J"],
  lines: [
    forward("u", "u = bc", "= {b} · {(c)} = {u}", ["b>u", "c>u"]),
    forward("v", "v = a + u", "= {a} + {(u)} = {v}", ["a>v", "u>v"]),
    forward("J", "J = 3v", "= 3 · {(v)} = {J}", ["v>J"]),
    backward("v", "dv = <dJ|dv>", "= {dv}", ["v>J"]),
    backward("a", "da = <dJ|dv> · <dv|da> = dv · 1", "= {dv} · 1 = {da}", ["a>v"]),
    backward("u", "du = <dJ|dv> · <dv|du> = dv · 1", "= {dv} · 1 = {du}", ["u>v"]),
    backward("b", "db = <dJ|du> · <du|db> = du · c", "= {du} · {(c)} = {db}", ["b>u"]),
    backward("c", "dc = <dJ|du> · <du|dc> = du · b", "= {du} · {(b)} = {dc}", ["c>u"]),
  ],
};

/** Logistic regression with two features and one example. */
const logistic = {
  target: "L",
  start: "ŷ = a = σ(w1x1 + w2x2 + b)",
  inputs: { x1: 1.5, w1: 0.4, x2: -0.5, w2: 0.8, b: -0.3, y: 1 },
  /** @param {any} graph @param {Record<string, number>} inputs @returns {Record<string, number>} ids */
  build(graph, inputs) {
    const ids = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, graph.input(value)]));
    const sum = graph.op("add", graph.op("mul", ids.w1, ids.x1), graph.op("mul", ids.w2, ids.x2));
    ids.z = graph.op("add", sum, ids.b);
    ids.a = graph.op("sigmoid", ids.z);
    // The loss twice: of a, as it is written, for da; of z, which never takes log(0), for all the rest.
    ids.loss = graph.op("cross-entropy", ids.a, ids.y);
    ids.L = graph.op("cross-entropy-z", ids.z, ids.y);
    return ids;
  },
  targetOf: (/** @type {string} */ name) => (name === "a" ? "loss" : "L"),
  learned: ["w1", "w2", "b"],
  heights: { wide: 390, tall: 540 },
  nodes: {
    x1: { wide: [0.1, 42], tall: [0.125, 45] },
    w1: { wide: [0.1, 116], tall: [0.375, 45] },
    x2: { wide: [0.1, 194], tall: [0.625, 45] },
    w2: { wide: [0.1, 268], tall: [0.875, 45] },
    b: { wide: [0.1, 346], tall: [0.85, 170] },
    z: { wide: [0.39, 194], tall: [0.36, 250], text: "z = w₁x₁ + w₂x₂ + b" },
    a: { wide: [0.645, 194], tall: [0.36, 365], text: "a = σ(z)" },
    y: { wide: [0.645, 326], tall: [0.85, 365] },
    L: { wide: [0.89, 260], tall: [0.36, 485], text: "L(a, y)" },
  },
  edges: ["x1>z", "w1>z", "x2>z", "w2>z", "b>z", "z>a", "a>L", "y>L"],
  lines: [
    forward(
      "z",
      "z = w1x1 + w2x2 + b",
      ["= {w1} · {(x1)}", "+ {(w2)} · {(x2)}", "+ {(b)} = {z}"],
      ["x1>z", "w1>z", "x2>z", "w2>z", "b>z"],
    ),
    forward("a", "a = σ(z) = <1|1 + e^(−z)>", "= <1|1 + e^({-z})> = {a}", ["z>a"]),
    forward("L", ["L = −(y log a", "+ (1 − y) log(1 − a))"], "= − log {hit} = {L}", ["a>L", "y>L"]),
    backward("a", "da = <dL|da> = − <y|a> + <1 − y|1 − a>", "= − <{y}|{a}> + <{1-y}|{1-a}> = {da}", ["a>L"]),
    backward(
      "z",
      [
        "dz = <dL|da> · <da|dz>",
        "= [− <y|a> + <1 − y|1 − a>] · a(1 − a)",
        "= −y(1 − a) + (1 − y)a",
        "= a − y",
      ],
      "= {a} − {y} = {dz}",
      ["z>a"],
    ),
    backward("w1", "dw1 = <dL|dz> · <dz|dw1> = dz · x1", "= {dz} · {(x1)} = {dw1}", ["w1>z"]),
    backward("w2", "dw2 = <dL|dz> · <dz|dw2> = dz · x2", "= {dz} · {(x2)} = {dw2}", ["w2>z"]),
    backward("b", "db = <dL|dz> · <dz|db> = dz · 1", "= {dz} · 1 = {db}", ["b>z"]),
    update("w1", "w1 := w1 − α dw1", "= {w1} − {alpha} · {(dw1)} = {new-w1}"),
    { ...update("w2", "w2 := w2 − α dw2", "= {w2} − {alpha} · {(dw2)} = {new-w2}"), together: true },
    { ...update("b", "b := b − α db", "= {b} − {alpha} · {(db)} = {new-b}"), together: true },
    { ...update("L", "L", ": {L} → {new-L}"), together: true },
  ],
};

export const SCENES = { product, logistic };
