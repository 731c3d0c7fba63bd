/* Logistic regression, in four parts: one neuron and its σ; why a straight line is no ŷ; the sigmoid as it
   is often misprinted; b as θ₀. The second and the fourth share their points. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { fillPart } from "../frame.js";
import { erratum } from "./erratum.js";
import { lineAndSigma } from "./line.js";
import { merged } from "./merged.js";
import { oneNeuron } from "./neuron.js";

export { tasks } from "./tasks.js";

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const theta = merged(core);
  const neuron = oneNeuron(core);
  const line = lineAndSigma(core, theta.set);
  const misprint = erratum(core);
  const title = (/** @type {string} */ name) =>
    say({ t, onLanguage }, el("h3"), `logistic-regression.${name}-title`);
  fillPart(stage, "neuron", ...neuron.nodes);
  fillPart(stage, "line", title("line"), ...line.nodes);
  fillPart(stage, "erratum", title("erratum"), ...misprint.nodes);
  fillPart(stage, "theta", title("theta"), ...theta.nodes);
  const draw = () => {
    for (const part of [neuron, line, misprint, theta]) part.draw();
  };
  onLanguage(draw);
  draw();
  return {};
}
