/* Logistic regression, in four parts: one neuron and its σ; why a straight line is no ŷ; the sigmoid as it
   is often misprinted; b as θ₀. The second and the fourth share their points. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
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
  const part = (name, { nodes }, titled = true) => {
    const heading = titled ? [say({ t, onLanguage }, el("h3"), `logistic-regression.${name}-title`)] : [];
    return el("div", { class: "figure-part", "data-part": name }, ...heading, ...nodes);
  };
  stage.append(
    part("neuron", neuron, false),
    part("line", line),
    part("erratum", misprint),
    part("theta", theta),
  );
  const draw = () => {
    for (const part of [neuron, line, misprint, theta]) part.draw();
  };
  onLanguage(draw);
  draw();
  return {};
}
