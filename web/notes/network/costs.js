/* J of this figure by iteration, beside the least that one neuron alone reaches. Logarithmic: a network may get a hundred
   times below where it starts. */
import { t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { createPlot } from "../../plot/plot.js";

const MOST_POINTS = 400;

export function costsPlot() {
  const plot = createPlot(el("div", { class: "net-costs" }), {
    name: () => t("network.cost-plot"),
    x: { min: 0, max: 100, label: () => t("network.iteration") },
    y: { min: -3, max: 0, label: () => t("network.log-cost"), ticks: 4 },
    ratio: 0.24,
    minHeight: 176,
  });
  const single = plot.curve("dashed");
  const note = plot.note("small");
  const line = plot.curve("");

  /** @param {import('./model.js').Model} model */
  function draw(model) {
    const costs = [...model.costs, model.cost].map(log);
    const right = Math.max(100, costs.length - 1);
    const alone = log(model.single);
    const known = [...costs, alone].filter(Number.isFinite);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    plot.range({
      x: { min: 0, max: right },
      y: { min: Math.floor(2 * low - 0.6) / 2, max: Math.ceil(2 * high + 0.2) / 2 },
    });
    const every = Math.ceil(costs.length / MOST_POINTS);
    line.set(costs.map((J, k) => [k, J]).filter(([k]) => k % every === 0 || k === costs.length - 1));
    single.set([[0, alone], [right, alone]]); // prettier-ignore
    const text = () => t("network.single");
    const dy = costs[costs.length - 1] > alone ? 16 : -6; // on the side where the curve is not
    note.set(Number.isFinite(alone) ? { x: right, y: alone, text, anchor: "end", dy } : null);
  }

  return { host: plot.host, draw };
}

const log = (/** @type {number} */ J) => Math.log10(Math.max(J, 1e-12));
