/* Gradient descent. Above: one weight, the ball on J(w), its tangent and the step −α·dJ/dw. Below: two
   parameters, J(w, b) as contours with the path from any start, α from too small to diverging. The points are the
   houses of the figure neuron; J and every step come from the core. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { fillPart } from "../frame.js";
import { oneWeight } from "./one.js";
import { twoParameters } from "./two.js";

export { tasks } from "./tasks.js";

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const title = (key) => say({ t, onLanguage }, el("h3"), key);
  const one = oneWeight(core);
  const two = twoParameters(core);
  fillPart(stage, "one", title("gradient-descent.one"), one.node);
  fillPart(stage, "two", title("gradient-descent.two"), two.node);
  return {
    visible(on) {
      one.visible(on);
      two.visible(on);
    },
  };
}
