// A point of a plot that can be dragged: by mouse, pen or finger, and by the arrow keys (Shift: ten times as
// far). Delete calls `remove` where that is possible. Screen readers hear it as a slider with a sentence.

import { typed } from "./controls.js";
import { keep } from "./kept.js";
import { svg } from "./svg.js";

/**
 * @param {any} plot
 * @param {object} options
 * @param {() => string} options.name what it is
 * @param {() => string} options.says where it is, in words and numbers
 * @param {number} options.x @param {number} options.y in units of the axes
 * @param {(x: number, y: number) => void} options.move the reader wants it there; the figure answers with set()
 * @param {() => void} [options.remove] the reader wants it gone
 * @param {string} [options.look] CSS class
 * @param {'both' | 'x' | 'y'} [options.axis] along which it can go
 * @param {string} [options.keep] its name in an address, see kept.js
 * @param {() => number[]} [options.step] [dx, dy] of an arrow key; default a hundredth of the axes
 */
export function makeHandle(
  plot,
  { name, says, x, y, move, remove, look = "", axis = "both", keep: kept = "", step: arrow },
) {
  const node = svg("g", { class: `handle ${look}`, tabindex: 0, role: "slider" });
  node.append(svg("circle", { class: "reach", r: 18 }), svg("circle", { class: "knob", r: 8 }));
  const inside = (/** @type {number} */ v, /** @type {any} */ range) =>
    Math.min(range.max, Math.max(range.min, v));
  const ask = (/** @type {number} */ nx, /** @type {number} */ ny) =>
    move(axis === "y" ? x : inside(nx, plot.x), axis === "x" ? y : inside(ny, plot.y));

  const draw = () => {
    node.setAttribute("transform", `translate(${plot.px(x).toFixed(1)} ${plot.py(y).toFixed(1)})`);
    node.setAttribute("aria-label", name());
    node.setAttribute("aria-valuetext", says());
    node.setAttribute("aria-valuenow", axis === "y" ? y : x);
  };

  node.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    node.setPointerCapture(event.pointerId);
    node.classList.add("held");
    node.focus();
    event.preventDefault();
  });
  node.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (!node.hasPointerCapture(event.pointerId)) return;
    const rect = plot.root.getBoundingClientRect();
    ask(plot.ux(event.clientX - rect.left), plot.uy(event.clientY - rect.top));
  });
  for (const end of ["pointerup", "pointercancel"])
    node.addEventListener(end, () => node.classList.remove("held"));

  node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const far = event.shiftKey ? 10 : 1;
    const plain = () => [(plot.x.max - plot.x.min) / 100, (plot.y.max - plot.y.min) / 100];
    const [dx, dy] = (arrow ?? plain)().map((d) => d * far);
    const keys = { ArrowLeft: [-dx, 0], ArrowRight: [dx, 0], ArrowUp: [0, dy], ArrowDown: [0, -dy] };
    const step = /** @type {any} */ (keys)[event.key];
    if (step) ask(x + step[0], y + step[1]);
    else if (remove && (event.key === "Delete" || event.key === "Backspace")) remove();
    else return;
    event.preventDefault();
  });

  const short = (/** @type {number} */ v) => String(Number(v.toPrecision(6)));
  if (kept)
    keep(node, kept, {
      rank: 1,
      read: () => (axis === "both" ? `${short(x)},${short(y)}` : short(axis === "x" ? x : y)),
      take(text) {
        const [first, second = first] = text.split(",").map(typed);
        if (Number.isFinite(first) && Number.isFinite(second)) ask(first, second);
      },
    });

  return {
    node,
    draw,
    /** Where it is now. @param {number} nx @param {number} ny */
    set(nx, ny) {
      [x, y] = [nx, ny];
      plot.redraw();
    },
  };
}
