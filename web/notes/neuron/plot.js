/* The plot of this figure: houses to drag, the neuron's answer with its kink, what it would be without the ReLU, and
   how far off each house is. */
import { t } from "../../i18n/i18n.js";
import { createPlot } from "../../plot/plot.js";
import { spread } from "../../plot/sample.js";
import { el } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";

export const DRAGGABLE = 40; // with more points than this they are dots only

/**
 * @param {any} state points, w, b, activation, chosen
 * @param {{move: (i: number, x: number, y: number) => void, add: (x: number, y: number) => void,
 *   remove: (i: number) => void, choose: (i: number) => void}} reader what the reader does
 */
export function neuronPlot(state, { move, add, remove, choose }) {
  const node = el("div");
  let names = ["", ""];
  const plot = createPlot(node, {
    name: () => t("neuron.plot"),
    x: { min: 0, max: 1, label: () => names[0] },
    y: { min: 0, max: 1, label: () => names[1] },
    ratio: 0.5,
    minHeight: 260,
  });
  const misses = plot.curve("thin");
  const line = plot.curve("thin dashed");
  const model = plot.curve("class1 strong");
  const dots = plot.dots("filled", 4);
  const chosen = plot.dots("ring", 11);
  let handles = [];
  plot.onTap(add);

  const makeHandles = () => {
    for (const handle of handles) handle.remove();
    handles = [];
    if (state.points.length > DRAGGABLE) return;
    handles = state.points.map((p, i) => {
      const handle = plot.handle({
        name: () => t("neuron.house", { i: i + 1 }),
        says: () =>
          t("neuron.house-says", { x: fixed(state.points[i].x, 2), y: fixed(state.points[i].y, 2) }),
        x: p.x,
        y: p.y,
        move: (x, y) => move(i, x, y),
        remove: () => remove(i),
      });
      handle.node.addEventListener("focus", () => choose(i));
      return handle;
    });
  };

  /** Where z changes sign, if on screen. */
  const kinkAt = () => {
    const x = -state.b / state.w;
    return x > plot.x.min && x < plot.x.max ? [x] : [];
  };

  return {
    node,
    fit({ x, y }) {
      plot.range({ x, y });
    },
    /** @param {{a: ArrayLike<number>, names: string[]}} answer a: ŷ of every point */
    draw(answer) {
      names = answer.names;
      const many = state.points.length > DRAGGABLE;
      if (handles.length !== (many ? 0 : state.points.length)) makeHandles();
      const drawn = spread(state.points.length);
      dots.set(many ? drawn.map((i) => state.points[i]) : []);
      chosen.set([state.points[state.chosen]]);
      handles.forEach((handle, i) => handle.set(state.points[i].x, state.points[i].y));
      const z = (x) => state.w * x + state.b;
      const xs = [plot.x.min, ...kinkAt(), plot.x.max];
      line.set(state.activation === "relu" ? xs.map((x) => [x, z(x)]) : []);
      model.set(xs.map((x) => [x, state.activation === "relu" ? Math.max(0, z(x)) : z(x)]));
      misses.set(
        drawn.flatMap((i) => {
          const { x, y } = state.points[i];
          return [[x, y], [x, answer.a[i]], [NaN, NaN]]; // prettier-ignore
        }),
      );
      plot.redraw();
    },
  };
}
