/* Every word that is explained, in the order of the glossary: its symbol, the figure of the notes that shows it, and the part
   of the training page where it is met. Its name, its sentence, and what others call it are in the words beside. */

/**
 * @typedef {object} Term
 * @property {string} [symbol]
 * @property {string} [figure] of the notes
 * @property {string} [own] id of an element of the training page
 * @property {string} [says] key of its sentence where that is not its own
 */

/** By theme and by name: that in `data-term`, and behind "glossary-" in an address. @type {Record<string, Record<string, Term>>} */
export const GLOSSARY = {
  data: {
    supervised: { figure: "inputs", own: "data" },
    x: { symbol: "x", figure: "inputs", own: "equation" },
    y: { symbol: "y", figure: "two-classes", own: "data" },
    m: { symbol: "m", figure: "two-classes", own: "data" },
    n_x: { symbol: "nₓ", figure: "two-classes", own: "settings" },
    X: { symbol: "X", figure: "two-classes", own: "data" },
    structured: { figure: "inputs" },
    spectrogram: { figure: "inputs", own: "data" },
    standardised: { figure: "network" },
    "training-set": { figure: "two-classes", own: "data" },
    "test-set": { figure: "two-classes", own: "test" },
  },
  neuron: {
    neuron: { figure: "neuron", own: "equation" },
    w: { symbol: "w", figure: "logistic-regression", own: "weights" },
    b: { symbol: "b", figure: "logistic-regression", own: "equation" },
    inner: { symbol: "w·x", figure: "vectorization", own: "equation" },
    z: { symbol: "z", figure: "logistic-regression", own: "equation" },
    relu: { symbol: "ReLU", figure: "neuron" },
    sigma: { symbol: "σ", figure: "logistic-regression", own: "equation" },
    "y-hat": { symbol: "ŷ", figure: "logistic-regression", own: "equation" },
    logistic: { figure: "logistic-regression", own: "training" },
    accuracy: { figure: "logistic-regression", own: "cost" },
  },
  learning: {
    loss: { symbol: "L", figure: "loss-and-cost", own: "equation" },
    cost: { symbol: "J", figure: "loss-and-cost", own: "cost" },
    log: { symbol: "log", figure: "loss-and-cost" },
    convex: { figure: "loss-and-cost" },
    derivative: { symbol: "df/da", figure: "derivatives" },
    partial: { symbol: "∂", figure: "gradient-descent" },
    gradient: { symbol: "dw, db", figure: "gradient-descent", own: "weights" },
    descent: { figure: "gradient-descent", own: "cost" },
    alpha: { symbol: "α", figure: "gradient-descent", own: "alpha-label" },
    iteration: { figure: "gradient-descent", own: "iteration" },
    batch: { figure: "m-examples", own: "settings" },
    diverge: { figure: "gradient-descent", own: "alpha-label" },
    overfitting: { figure: "scale", own: "what-if" },
    median: { figure: "vectorization", own: "what-if" },
  },
  network: {
    network: { figure: "network", own: "network-choice" },
    hidden: { symbol: "n⁽¹⁾", figure: "network", own: "network-choice" },
    a: { symbol: "a", figure: "network", own: "equation" },
    start: { figure: "network", own: "network-choice" },
    graph: { figure: "computation-graph", own: "equation" },
    backprop: { figure: "computation-graph" },
    chain: { figure: "computation-graph" },
    check: { figure: "computation-graph" },
  },
  computing: {
    vectorization: { figure: "vectorization", own: "settings" },
    engine: { figure: "vectorization", own: "settings" },
    transpose: { symbol: "ᵀ", figure: "no-loops" },
    broadcasting: { figure: "broadcasting", own: "equation" },
    madds: { figure: "vectorization", own: "rate" },
    simd: { symbol: "SIMD", figure: "vectorization", own: "settings" },
    float64: { symbol: "float64", figure: "vectorization" },
    typed: { figure: "vectorization" },
    gram: { symbol: "K", figure: "vectorization", own: "settings" },
    power: { figure: "scale", own: "rate" },
  },
};

/** What is a setting of the page and no word of the subject. @type {Record<string, Term>} */
const SETTINGS = {
  iterations: { figure: "gradient-descent" },
  speed: {},
  privacy: { says: "privacy.more" },
};

/** All of them by their names. @type {Record<string, Term>} */
export const TERMS = Object.assign({}, ...Object.values(GLOSSARY), SETTINGS);

/** Whether the glossary has it. @param {string} name */
export const isListed = (name) => !(name in SETTINGS);

/** The key of what a term means. @param {string} name */
export const saysOf = (name) => TERMS[name].says ?? `term.${name}`;
