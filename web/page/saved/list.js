// What can be saved, in the order in which it is offered. A new one is an entry here, its words save.<key> and
// save.<key>.says, and what makes the file: a line of KINDS in training/one-file.js, or anything else that `run` does.

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {(saved: import("./saved.js").Saved) => unknown} run
 * @property {(state: any) => string | null} [able] null: it can be saved now; else the key of the reason why not
 */

/** That there is a model. @param {any} state of the page */
export function learned({ train }) {
  if (!(train?.iteration > 0)) return "save.untrained";
  return Number.isFinite(train.cost) ? null : "save.runaway";
}

/** That there are pictures. @param {any} state of the page */
const filled = ({ data }) => (data?.id.length + data?.resting.length > 0 ? null : "save.empty");

/** @type {Entry[]} */
export const LIST = [
  { key: "all", run: (saved) => saved.save("all") },
  { key: "model-png", able: learned, run: (saved) => saved.save("model-png", "png") },
  { key: "sheet", able: filled, run: (saved) => saved.save("sheet", "png") },
  { key: "npz", able: learned, run: (saved) => saved.save("npz", "npz") },
  { key: "onnx", able: learned, run: (saved) => saved.save("onnx", "onnx") },
  { key: "onnx-test", able: learned, run: (saved) => saved.save("onnx-test") },
];
