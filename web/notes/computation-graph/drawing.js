// The graph as it is drawn: nodes are small blocks with a value and a derivative, inputs are fields, and edges run
// between them in an SVG below. Left to right where there is room, top to bottom on a phone.

import { onLanguage, t } from "../../i18n/i18n.js";
import { numberField } from "../../plot/controls.js";
import { svg } from "../../plot/svg.js";
import { el, say } from "../../ui/elements.js";

const words = { t, onLanguage };
const WIDE = 620;
const UNKNOWN = "·";
const UNDER = 11; // half of what stands under an input's field

// Nodes are placed by their middle.
const right = (/** @type {HTMLElement} */ node) => node.offsetLeft + node.offsetWidth / 2;
const below = (/** @type {HTMLElement} */ node) => node.offsetTop + node.offsetHeight / 2;

/** w1 as w₁. @param {string} name */
export const lettered = (name) => name.replace("1", "₁").replace("2", "₂");

/**
 * @param {typeof import('./scenes.js').SCENES.logistic} scene
 * @param {(name: string, value: number) => void} edit
 */
export function drawGraph(scene, edit) {
  const lines = svg("svg", { class: "edges", "aria-hidden": "true" });
  const host = el("div", { class: "graph", role: "group" }, lines);
  say(words, host, "computation-graph.graph", "aria-label");
  const nodes = Object.entries(scene.nodes).map(([name, place]) => makeNode(scene, name, place, edit));
  host.append(...nodes.map(({ node }) => node));
  const byName = Object.fromEntries(nodes.map((node) => [node.name, node]));
  const edges = scene.edges.map((name) => {
    const [line, head] = [svg("path", { class: "edge" }), svg("path", { class: "arrow" })];
    lines.append(line, head);
    return { name, line, head, back: false };
  });

  function place() {
    const width = host.clientWidth;
    if (!width) return;
    const wide = width >= WIDE;
    host.classList.toggle("tall", !wide);
    host.style.height = `${scene.heights[wide ? "wide" : "tall"]}px`;
    for (const { node, place } of nodes) {
      const [x, y] = place[wide ? "wide" : "tall"];
      node.style.left = `${Math.round(x * width)}px`;
      node.style.top = `${y}px`;
    }
    for (const edge of edges) route(edge, wide);
  }

  /** From the right side of one node to the left of the next, or from bottom to top. @param {any} edge @param {boolean} wide */
  function route(edge, wide) {
    const [from, to] = edge.name.split(">").map((/** @type {string} */ name) => byName[name].node);
    const beside = from.classList.contains("input") ? from.offsetTop - UNDER : from.offsetTop;
    const [x0, y0, x1, y1] = wide
      ? [right(from) + 4, beside, right(to) - to.offsetWidth - 4, to.offsetTop]
      : [from.offsetLeft, below(from) + 2, to.offsetLeft, below(to) - to.offsetHeight - 3];
    const bend = wide ? Math.max(24, (x1 - x0) / 2) : Math.max(18, (y1 - y0) / 2);
    const path = wide
      ? `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`
      : `M${x0} ${y0}C${x0} ${y0 + bend} ${x1} ${y1 - bend} ${x1} ${y1}`;
    edge.line.setAttribute("d", path);
    const [tx, ty] = edge.back ? [x0, y0] : [x1, y1];
    const s = (edge.back ? -1 : 1) * 7;
    edge.head.setAttribute(
      "d",
      wide
        ? `M${tx - s} ${ty - 4.5}L${tx} ${ty}L${tx - s} ${ty + 4.5}`
        : `M${tx - 4.5} ${ty - s}L${tx} ${ty}L${tx + 4.5} ${ty - s}`,
    );
  }

  new ResizeObserver(place).observe(host);
  return {
    node: host,
    /**
     * @param {Record<string, {value: string, derivative: string, sign: number}>} shown '' for not known yet
     * @param {{node: string, phase: string, edges?: string[]}[]} now the lines of the step that was just made
     */
    show(shown, now) {
      for (const node of nodes) {
        const here = now.some((line) => line.node === node.name);
        node.show(shown[node.name], here);
      }
      for (const edge of edges) {
        const active = now.some((line) => line.edges?.includes(edge.name));
        edge.back = active && now[0].phase === "backward";
        for (const part of [edge.line, edge.head]) {
          part.classList.toggle("active", active);
          part.classList.toggle("back", edge.back);
        }
      }
      place();
    },
    /** @param {Record<string, number>} inputs */
    set(inputs) {
      for (const [name, value] of Object.entries(inputs)) byName[name].field?.set(value);
    },
  };
}

/** @param {any} scene @param {string} name @param {any} place @param {(name: string, value: number) => void} edit */
function makeNode(scene, name, place, edit) {
  const derivative = el("span", { class: "derivative" });
  const value = el("output", { class: "value" });
  const label = el("span", { class: "name" }, place.text ?? lettered(name));
  const field =
    name in scene.inputs
      ? numberField({
          label: () => lettered(name),
          value: scene.inputs[name],
          name,
          digits: 4, // as the formulas beside
          valid: (v) => (name === "y" ? v === 0 || v === 1 : Math.abs(v) <= 1000),
          change: (v) => edit(name, v),
        })
      : null;
  const node = el(
    "div",
    { class: `graph-node ${field ? "input" : "operation"} node-${name}` },
    label,
    field ? field.node : value,
    derivative,
  );
  return {
    name,
    node,
    field,
    place,
    /** @param {{value: string, derivative: string, sign: number}} shown @param {boolean} now */
    show(shown, now) {
      node.classList.toggle("now", now);
      put(value, shown.value || UNKNOWN);
      put(derivative, shown.derivative ? `d${lettered(name)} = ${shown.derivative}` : "");
      derivative.classList.toggle("plus", shown.sign > 0);
      derivative.classList.toggle("minus", shown.sign < 0);
    },
  };
}

/** @param {Node} node @param {string} text */
function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
