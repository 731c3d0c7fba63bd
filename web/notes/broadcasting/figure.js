/* Broadcasting: the table of calories, step by step; any two shapes, aligned from the right; and the
   array of shape (4,), which is neither a row nor a column. All sums and quotients come from the core. */
import { fillPart } from "../frame.js";
import { mountCalories } from "./calories.js";
import { mountShapes } from "./shapes.js";
import { mountTrap } from "./trap.js";

export { tasks } from "./tasks.js";

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const calories = mountCalories(core);
  fillPart(stage, "calories", calories.node);
  fillPart(stage, "shapes", mountShapes(core));
  fillPart(stage, "trap", mountTrap(core));
  return { visible: calories.visible };
}
