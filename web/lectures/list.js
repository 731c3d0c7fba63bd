/* The lectures of the first two weeks in their order, with the figures that show them; and the questions, with where the answer
   can be tried: figures, and parts of the training page. Titles and texts are in the words beside. */

/** @type {[string, string[]][][]} by week: key of the title, figures */
export const LECTURES = [
  [
    ["what-is", ["neuron", "network"]],
    ["supervised", ["inputs"]],
    ["taking-off", ["scale"]],
  ],
  [
    ["binary", ["two-classes"]],
    ["logistic", ["logistic-regression"]],
    ["cost", ["loss-and-cost"]],
    ["descent", ["gradient-descent"]],
    ["derivatives", ["derivatives"]],
    ["more-derivatives", ["derivatives"]],
    ["graph", ["computation-graph"]],
    ["graph-derivatives", ["computation-graph"]],
    ["logistic-descent", ["computation-graph"]],
    ["m-examples", ["m-examples"]],
    ["vectorization", ["vectorization"]],
    ["more-vectorization", ["vectorization", "no-loops"]],
    ["vectorizing", ["no-loops"]],
    ["vectorizing-gradient", ["no-loops"]],
    ["broadcasting", ["broadcasting"]],
    ["vectors", ["broadcasting"]],
    ["cost-explained", ["loss-and-cost"]],
  ],
];

/** The part of the training page where the homework of the second week is done. */
export const HOMEWORK = "data";

/** @typedef {{figures: string[], own?: string}} Place */

/** @type {Record<string, Place>} */
export const QUESTIONS = {
  reshape: { figures: ["two-classes", "no-loops"] },
  divide: { figures: ["inputs", "gradient-descent"] },
  zeros: { figures: ["network"], own: "network-choice" },
  zigzag: { figures: ["inputs", "gradient-descent"], own: "alpha-label" },
  star: { figures: ["no-loops", "broadcasting"] },
  negative: { figures: ["loss-and-cost"] },
  logarithm: { figures: ["loss-and-cost"] },
  shapes: { figures: ["no-loops", "loss-and-cost"] },
  bias: { figures: ["broadcasting", "m-examples"] },
  partial: { figures: ["gradient-descent", "derivatives"] },
  stop: { figures: ["gradient-descent"], own: "cost" },
  worse: { figures: ["loss-and-cost"], own: "test" },
  background: { figures: ["two-classes"], own: "why" },
  luck: { figures: ["scale"], own: "what-if" },
};
