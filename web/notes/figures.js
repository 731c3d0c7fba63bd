/* The figures in their order, each the name of its folder here: figure.js with mount(stage, {core}), which fills the parts
   that are named here and may give {visible(on)}; figure.css; words.en.js, words.zh.js, ...; and a section of the same id in
   every prose.<ending>.html, whose paragraphs stand above (data-of) or below (data-after) the part that they name. */

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {string[]} parts from top to bottom
 * @property {string[]} [later] those of them that are hidden until the figure shows them
 */

/** @type {Figure[]} */
export const FIGURES = [
  { name: "neuron", parts: ["line", "cost"] },
  { name: "network", parts: ["drawing", "costs", "hidden", "rule"] },
  { name: "inputs", parts: ["kinds", "table", "picture", "sound"], later: ["picture", "sound"] },
  { name: "scale", parts: ["curve", "recipe"] },
  { name: "two-classes", parts: ["unrolling", "growing"] },
  { name: "logistic-regression", parts: ["neuron", "line", "erratum", "theta"] },
  { name: "loss-and-cost", parts: ["one", "mean", "lab"] },
  { name: "gradient-descent", parts: ["one", "two"] },
  { name: "derivatives", parts: ["slope", "error"] },
  { name: "computation-graph", parts: ["graph", "rules", "check"] },
  { name: "m-examples", parts: ["listing"] },
  { name: "vectorization", parts: ["dot", "training"] },
  { name: "no-loops", parts: ["lines", "examples", "runs", "broken"] },
  { name: "broadcasting", parts: ["calories", "shapes", "trap"] },
];

/** The number a figure has by its place. @param {string} name */
export const numberOf = (name) => FIGURES.findIndex((figure) => figure.name === name) + 1;
