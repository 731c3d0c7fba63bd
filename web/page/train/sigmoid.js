/* The curve of σ with the point of one picture on it, as SVG in a 280 × 132 box. */
import { t } from "../../i18n/i18n.js";
import { setAttribute } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";

const NS = "http://www.w3.org/2000/svg";
const BOX = { left: 28, right: 272, top: 12, bottom: 108 };
const ranges = new WeakMap(); // svg -> the range its curve was last drawn for

const sigma = (z) => 1 / (1 + Math.exp(-z));
const xOf = (z, range) => BOX.left + ((z + range) / (2 * range)) * (BOX.right - BOX.left);
const yOf = (a) => BOX.bottom - a * (BOX.bottom - BOX.top);

function add(svg, name, attributes, text) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  svg.append(element);
  return element;
}

/** Axis from −range to range: 6 unless z lies outside, then doubled until it fits. */
function rangeFor(z) {
  let range = 6;
  while (Math.abs(z) > range && range < 1e6) range *= 2;
  return range;
}

function drawAxes(svg, range) {
  svg.replaceChildren();
  for (const a of [0, 0.5, 1]) {
    add(svg, "path", { d: `M${BOX.left} ${yOf(a)}H${BOX.right}`, class: a === 0.5 ? "half" : "grid" });
    add(svg, "text", { x: BOX.left - 6, y: yOf(a) + 4, class: "tick-y" }, a);
  }
  for (const z of [-range, 0, range]) {
    add(svg, "text", { x: xOf(z, range), y: BOX.bottom + 17, class: "tick-x" }, fixed(z, 0));
  }
  add(svg, "path", { d: `M${xOf(0, range)} ${BOX.top}V${BOX.bottom}`, class: "grid" });
  let d = "";
  for (let i = 0; i <= 120; i++) {
    const z = -range + (i / 60) * range;
    d += `${i ? "L" : "M"}${xOf(z, range).toFixed(1)} ${yOf(sigma(z)).toFixed(1)}`;
  }
  add(svg, "path", { d, class: "curve" });
  add(svg, "path", { d: "", class: "drop" });
  add(svg, "circle", { r: 5.5, class: "dot" });
}

/** Draws the curve (again only if its range has changed) and moves the point to (z, a). */
export function drawSigmoid(svg, { z, a }) {
  const known = z - z === 0;
  const range = rangeFor(known ? z : 0);
  if (ranges.get(svg) !== range) {
    ranges.set(svg, range);
    drawAxes(svg, range);
  }
  const dot = svg.querySelector(".dot");
  const drop = svg.querySelector(".drop");
  dot.style.visibility = drop.style.visibility = known ? "" : "hidden";
  setAttribute(svg, "aria-label", t("equation.sigma", { z: fixed(z, 2), a: fixed(a, 2) }));
  if (!known) return;
  // A z beyond all ranges stays at the edge: numbers with exponents are not for SVG paths.
  const inside = Math.max(-range, Math.min(range, z));
  const [x, y] = [xOf(inside, range).toFixed(1), yOf(a).toFixed(1)];
  setAttribute(dot, "cx", x);
  setAttribute(dot, "cy", y);
  dot.classList.toggle("class1", a > 0.5);
  dot.classList.toggle("undecided", a === 0.5);
  setAttribute(drop, "d", `M${x} ${BOX.bottom}V${y}H${BOX.left}`);
}
