/* Every term the page explains: the key of its sentence, and the figure of the notes that shows it, where there is one. */

/** @typedef {{words: string, figure?: string}} Term */

/** By the name in `data-term`. @type {Record<string, Term>} */
export const TERMS = {
  iteration: { words: "term.iteration", figure: "gradient-descent" },
  iterations: { words: "term.iterations", figure: "gradient-descent" },
  cost: { words: "term.cost", figure: "loss-and-cost" },
  alpha: { words: "term.alpha", figure: "gradient-descent" },
  hidden: { words: "term.hidden", figure: "network" },
  network: { words: "term.network", figure: "network" },
  speed: { words: "term.speed" },
  engine: { words: "term.engine", figure: "vectorization" },
  batch: { words: "term.batch", figure: "m-examples" },
  "training-set": { words: "term.training-set", figure: "two-classes" },
  "test-set": { words: "term.test-set", figure: "two-classes" },
  accuracy: { words: "term.accuracy", figure: "logistic-regression" },
  x: { words: "term.x", figure: "two-classes" },
  a: { words: "term.a", figure: "network" },
  n_x: { words: "term.n_x", figure: "two-classes" },
  y: { words: "term.y", figure: "two-classes" },
  w: { words: "term.w", figure: "logistic-regression" },
  b: { words: "term.b", figure: "logistic-regression" },
  z: { words: "term.z", figure: "logistic-regression" },
  sigma: { words: "term.sigma", figure: "logistic-regression" },
  "y-hat": { words: "term.y-hat", figure: "logistic-regression" },
  loss: { words: "term.loss", figure: "loss-and-cost" },
  privacy: { words: "privacy.more" },
};

/** The words of the link to a figure. @param {string} figure */
export const linkWords = (figure) => `term.figure.${figure}`;
