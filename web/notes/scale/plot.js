/* The plot of this figure: test accuracy (or error) against m on a logarithmic axis, a line a model through the means, and
   whiskers from the worst run to the best. */
import { t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { createPlot } from "../../plot/plot.js";
import { MODELS } from "./plan.js";

const NUDGE = 0.012; // of the axis: whiskers of different models stand side by side

export function scalePlot() {
  let error = false;
  const plot = createPlot(el("div", { class: "scale-plot" }), {
    name: () => t(error ? "scale.plot.error" : "scale.plot"),
    x: { min: 1, max: 4, label: () => t("scale.m") },
    y: { min: 50, max: 100, label: () => t(error ? "scale.axis.error" : "scale.axis") },
    ratio: 0.5,
    minHeight: 260,
  });
  const marks = MODELS.map((_, model) => ({
    whiskers: plot.curve(`scale-line scale-${model} thin`),
    line: plot.curve(`scale-line scale-${model}`),
    dots: plot.dots(`filled scale-dots scale-${model}`, 3.5),
  }));
  const legend = el("ul", { class: "scale-legend small" });
  const node = el("div", {}, legend, plot.host);

  /** @param {{table: any[][], sizes: number[], error: boolean}} what */
  function draw({ table, sizes, error: turned }) {
    error = turned;
    legend.replaceChildren(...MODELS.map((model, k) => legendItem(model, k)));
    const [low, high] = [Math.log10(sizes[0]), Math.log10(sizes[sizes.length - 1])];
    const room = 0.05 * (high - low || 1);
    const x = {
      min: low - room,
      max: high + room,
      marks: sizes.map((m) => ({ v: Math.log10(m), text: String(m) })),
    };
    const shown = (v) => 100 * (error ? 1 - v : v);
    const values = table.flat().flatMap((cell) => (cell ? [shown(cell.min), shown(cell.max)] : []));
    const y = rangeOf(values, error);
    plot.range({ x, y });
    table.forEach((cells, model) => {
      const at = (k) => Math.log10(sizes[k]) + (model - 1.5) * NUDGE * (high - low || 1);
      const points = cells.flatMap((cell, k) => (cell ? [[at(k), shown(cell.mean)]] : []));
      marks[model].line.set(points);
      marks[model].dots.set(points.map(([px, py]) => ({ x: px, y: py })));
      const bars = cells.flatMap((cell, k) =>
        cell && cell.n > 1 ? [[at(k), shown(cell.min)], [at(k), shown(cell.max)], [NaN, NaN]] : [],
      ); // prettier-ignore
      marks[model].whiskers.set(bars);
    });
  }

  return { node, draw };
}

/** Whole tens around the values; half of the pictures are right by guessing. */
function rangeOf(values, error) {
  if (values.length === 0) return error ? { min: 0, max: 50 } : { min: 50, max: 100 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return error
    ? { min: 0, max: Math.max(10, Math.ceil(high / 10) * 10) }
    : { min: Math.min(90, Math.floor(low / 10) * 10), max: 100 };
}

function legendItem({ id, hidden }, model) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 32 8");
  svg.setAttribute("class", "plot scale-sample");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(ns, "path");
  path.setAttribute("d", "M0 4h32");
  path.setAttribute("class", `curve scale-line scale-${model}`);
  svg.append(path);
  const layers = hidden.length ? t("scale.hidden", { layers: hidden.join(", ") }) : "";
  return el("li", {}, svg, el("span", {}, `${t(`scale.${id}`)}${layers}`));
}
