/* One loss in the convexity lab: J(w), under it slope and curvature, the stretches that bend down marked, a sentence
   that says what is there, two starts to drag and the racers on the curve. */
import { costCurve } from "../../core/unit.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { createPlot } from "../../plot/plot.js";
import { el, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { clauses, shapeOf } from "./shape.js";

const POINTS = 601;

/**
 * @param {import('../../core/core.js').Core} core @param {string} loss
 * @param {(k: number, w: number) => void} start the reader moved start k
 */
export function costView(core, loss, start) {
  const host = el("div");
  const plot = createPlot(host, {
    name: () => t("loss-and-cost.J-plot", { loss: t(`loss-and-cost.${loss}`) }),
    x: { min: -6, max: 6, label: "w", ticks: 4 },
    y: { min: 0, max: 1, label: "J(w)", ticks: 4 },
    ratio: 0.7,
    minHeight: 230,
  });
  const down = plot.curve("down");
  const curve = plot.curve("");
  const lowest = plot.curve("thin dashed");
  const balls = [plot.dots("filled", 6), plot.dots("", 6)];
  const labels = [plot.note("strong"), plot.note("strong")];
  const says = ["", ""];
  const handles = [0, 1].map((k) =>
    plot.handle({
      name: () =>
        t("loss-and-cost.start", { k: k + 1 }) + t("loss-and-cost.comma") + t(`loss-and-cost.${loss}`),
      says: () => says[k],
      x: 0,
      y: 0,
      axis: "x",
      keep: "start",
      move: (w) => start(k, w),
    }),
  );
  const slopes = small(() => t("loss-and-cost.slope-plot", { loss: t(`loss-and-cost.${loss}`) }), "dJ / dw");
  const curvatures = small(
    () => t("loss-and-cost.curvature-plot", { loss: t(`loss-and-cost.${loss}`) }),
    "d²J / dw²",
  );
  const sentence = el("p", { class: "loss-sentence" });
  const node = el(
    "div",
    { class: "loss-view", "data-loss": loss },
    say({ t, onLanguage }, el("h4"), `loss-and-cost.${loss}`),
    host,
    slopes.node,
    curvatures.node,
    sentence,
  );

  /** @type {any} */
  let points = { m: 0 };
  /** @type {any} */
  let drawn = { ws: [], cost: [], slope: [], curvature: [] };

  return {
    node,
    data: () => drawn,
    sentence: () => t(`loss-and-cost.${loss}`) + t("loss-and-cost.colon") + sentence.textContent,
    /** J at w, by the core. @param {number} w */
    at: (w) => (points.m ? { w, cost: costCurve(core, { ...points, ws: [w] }).cost[0] } : { w, cost: NaN }),
    /** @param {any} next the points, as the core takes them @param {[number, number]} range of w */
    curves(next, range) {
      points = next;
      const ws = Float64Array.from(
        { length: POINTS },
        (_, i) => range[0] + ((range[1] - range[0]) * i) / (POINTS - 1),
      );
      const none = new Float64Array(POINTS).fill(NaN);
      drawn = points.m
        ? { ws, ...costCurve(core, { ...points, ws }) }
        : { ws, cost: none, slope: none, curvature: none };
      const line = (values, keep = (_i) => true) => Array.from(values, (v, i) => [ws[i], keep(i) ? v : NaN]);
      const bends = (i) => drawn.curvature[i] < 0;
      const x = { min: range[0], max: range[1] };
      plot.range({ x, y: points.m ? heights(drawn.cost) : {} });
      slopes.set(x, line(drawn.slope), [], drawn.slope);
      curvatures.set(x, line(drawn.curvature), line(drawn.curvature, bends), drawn.curvature);
      curve.set(line(drawn.cost));
      down.set(line(drawn.cost, bends));
      const shape = points.m ? shapeOf(drawn) : null;
      lowest.set(
        (shape?.minima ?? []).flatMap(({ w, cost }) => [[w, plot.y.min], [w, cost], [NaN, NaN]]), // prettier-ignore
      );
      sentence.textContent = shape
        ? clauses(shape, fixed)
            .map(([key, params]) => t(`loss-and-cost.shape.${key}`, params))
            .join("")
        : t("loss-and-cost.no-points");
      node.dataset.minima = shape ? String(shape.minima.length) : "";
    },
    /** @param {number[]} starts @param {{w: number, cost: number}[]} racers */
    race(starts, racers) {
      starts.forEach((w, k) => {
        const { cost } = this.at(w);
        says[k] = `w = ${fixed(w, 2)}, J = ${fixed(cost, 4)}`;
        handles[k].set(w, Number.isFinite(cost) ? cost : plot.y.min);
        labels[k].set({ x: w, y: cost || 0, text: String(k + 1), anchor: "middle", dy: -15 });
        balls[k].set(Number.isFinite(racers[k].cost) ? [{ x: racers[k].w, y: racers[k].cost }] : []);
      });
    },
  };
}

/** The axis of J: from zero where the curve comes near it, else a little below its lowest. */
function heights(cost) {
  const [low, high] = [Math.min(...cost), Math.max(...cost)];
  const room = high - low || high || 1;
  return { min: low < 0.35 * high ? 0 : low - 0.12 * room, max: high + 0.28 * room };
}

/** A low plot for slope or curvature, with the negative part marked. */
function small(name, label) {
  const node = el("div");
  const plot = createPlot(node, {
    name,
    x: { min: -6, max: 6, label: "w", ticks: 4 },
    y: { min: -1, max: 1, label, ticks: 3 },
    ratio: 0.3,
    minHeight: 130,
  });
  const marked = plot.curve("down");
  const curve = plot.curve("");
  return {
    node,
    set(x, line, negative, values) {
      const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
      const room = 0.12 * (high - low || 1);
      if (Number.isFinite(room)) plot.range({ x, y: { min: low - room, max: high + room } });
      curve.set(line);
      marked.set(negative);
    },
  };
}
