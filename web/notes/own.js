/* Where the training page shows, on one's own pictures, what a figure shows: ids of elements there. What it says of it is
   `notes.own.<figure>`. */

/** @type {Record<string, string>} by figure */
export const OWN = {
  neuron: "equation",
  network: "network-choice",
  inputs: "weights",
  scale: "what-if",
  "two-classes": "data",
  "logistic-regression": "equation",
  "loss-and-cost": "cost",
  "gradient-descent": "alpha-label",
  derivatives: "why",
  "computation-graph": "equation",
  "m-examples": "iteration",
  vectorization: "settings",
  "no-loops": "training",
  broadcasting: "test",
};
