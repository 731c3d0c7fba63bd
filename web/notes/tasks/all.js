/* The tasks of all figures by name, in the order they are shown. The tasks themselves come with their figure. */

/** @type {Record<string, string[]>} */
export const TASKS = {
  neuron: ["price", "hand", "dead"],
  network: ["seven", "half", "two"],
  inputs: ["green", "long", "hertz"],
  scale: ["few", "wins", "speed"],
  "two-classes": ["entry", "shape", "split"],
  "logistic-regression": ["half", "far", "four"],
  "loss-and-cost": ["sure", "coin", "minima"],
  "gradient-descent": ["rise", "leap", "steps"],
  derivatives: ["epsilon", "steepest", "two"],
  "computation-graph": ["dc", "deaf", "aim"],
  "m-examples": ["first", "db", "fast"],
  vectorization: ["times", "same", "fewer"],
  "no-loops": ["product", "mean", "silent", "mixed"],
  broadcasting: ["outer", "stretch", "unfit", "nan"],
};

/** A link may name tasks, `do=neuron.dead,neuron.hand`: those of a figure. @param {string | null} text @param {string} figure */
export const askedOf = (text, figure) => {
  const wished = (text ?? "").split(",");
  return (Object.hasOwn(TASKS, figure) ? TASKS[figure] : []).filter((id) =>
    wished.includes(`${figure}.${id}`),
  );
};

/** The figure of the first task that a link names, if there is one. @param {string | null} text */
export const figureAsked = (text) =>
  (text ?? "").split(",").map((key) => key.split(".")[0]).find((figure) => askedOf(text, figure).length) ?? null; // prettier-ignore

/** The rule that keeps their room below a figure until they are there: the heading, and a line for each (tasks.css). */
export const tasksRoom = (/** @type {string} */ figure) => {
  const n = TASKS[figure]?.length ?? 0;
  const height = n ? `calc(68px + ${n} * (var(--target) + 1px))` : "0";
  const after = `#${figure}:not([data-tasks], [data-failed])::after`;
  return `:root:not([data-embed]) ${after} { content: ""; display: block; height: ${height}; }`;
};
