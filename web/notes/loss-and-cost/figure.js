/* Loss and cost: L of one answer; J as the mean of L over points the reader places; and J(w) of the same
   points under squared error and under cross-entropy, with two starts raced downhill. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { fillPart } from "../frame.js";
import { convexityLab } from "./lab.js";
import { meanOfLosses } from "./mean.js";
import { oneLoss } from "./one.js";
import { PRESETS } from "./presets.js";

export { tasks } from "./tasks.js";

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const state = { points: PRESETS.overlapping.points, w: 1, b: 0 };
  const one = oneLoss(core);
  const mean = meanOfLosses(core, state, change);
  const lab = convexityLab(core, state, change);

  /** @param {Partial<typeof state>} part */
  function change(part) {
    Object.assign(state, part);
    mean.draw();
    lab.draw("points" in part || "b" in part);
  }

  for (const [name, { nodes }] of Object.entries({ one, mean, lab }))
    fillPart(stage, name, say({ t, onLanguage }, el("h3"), `loss-and-cost.${name}-title`), ...nodes);
  const draw = () => {
    one.draw();
    mean.draw();
    lab.draw(true);
  };
  onLanguage(draw);
  draw();
  return { visible: lab.visible };
}
