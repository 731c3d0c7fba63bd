/* The figures in their order, each the name of its folder here: figure.js with mount(stage, {core}), which fills the parts
   that are named here and may give {visible(on)}; figure.css; words.en.js, words.zh.js, ...; and a section of the same id in
   every prose.<ending>.html, whose paragraphs stand above the part that they name. */

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} [own] the part of the training page where the same is seen on one's own pictures
 * @property {string[]} parts from top to bottom
 */

/** @type {Figure[]} */
export const FIGURES = [
  { name: "neuron", parts: ["line", "cost"] },
  { name: "network", own: "training", parts: ["drawing", "costs", "hidden", "rule"] },
  { name: "inputs", own: "data", parts: ["kinds"] },
  { name: "scale", parts: ["curve", "recipe"] },
  { name: "two-classes", own: "data", parts: ["unrolling", "growing"] },
  { name: "logistic-regression", own: "equation", parts: ["neuron", "line", "erratum", "theta"] },
  { name: "loss-and-cost", own: "cost", parts: ["one", "mean", "lab"] },
  { name: "gradient-descent", own: "cost", parts: ["one", "two"] },
  { name: "derivatives", parts: ["slope", "error"] },
  { name: "computation-graph", own: "equation", parts: ["graph", "rules", "check"] },
  { name: "m-examples", own: "cost", parts: ["listing"] },
  { name: "vectorization", own: "training", parts: ["dot", "training"] },
  { name: "no-loops", parts: ["lines", "examples", "runs", "broken"] },
  { name: "broadcasting", parts: ["calories", "shapes", "trap"] },
];

/** The number a figure has by its place. @param {string} name */
export const numberOf = (name) => FIGURES.findIndex((figure) => figure.name === name) + 1;
