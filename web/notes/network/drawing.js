/* The network of this figure as a drawing: features, hidden neurons, price, with the numbers of the chosen house, and the
   weights as lines. A click on a neuron takes it out, or puts it back. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { Lines } from "../../plot/lines.js";
import { nameOf, weight } from "./numbers.js";

const words = { t, onLanguage };

/**
 * @param {HTMLElement} inputs the features, an element each
 * @param {object} on
 * @param {(layer: number, unit: number) => void} on.toggle
 * @param {(layer: number, unit: number) => void} on.light layer 0: none
 */
export function makeDrawing(inputs, { toggle, light }) {
  const hidden = el("div", { class: "net-hidden" });
  const price = el("strong", { class: "num" });
  const output = el(
    "div",
    { class: "net-node net-output" },
    el("span", { class: "small muted" }, "ŷ"),
    price,
  );
  const node = el("div", { class: "net-drawing", role: "group" }, inputs, hidden, output);
  say(words, node, "network.drawing", "aria-label");
  const lines = new Lines(node);
  node.prepend(lines.svg);
  /** @type {any[][]} */
  let columns = [];
  let last = null;
  let lit = { layer: 0, unit: 0 };
  new ResizeObserver(() => last && drawLines(last)).observe(node);

  const show = (layer, unit) => {
    lit = { layer, unit };
    light(layer, unit);
    if (last) drawLines(last);
  };

  function makeNeuron(layer, unit, deep) {
    const name = el("span", { class: "visually-hidden" });
    const z = el("span", { class: "net-z num", "aria-hidden": "true" });
    const a = el("span", { class: "num" });
    const unitName = el(
      "span",
      { class: "net-unit", "aria-hidden": "true" },
      ...nameOf("a", unit, deep && layer),
    );
    const button = el(
      "button",
      { type: "button", class: "net-node net-neuron", onclick: () => toggle(layer, unit) },
      name,
      el("span", { class: "net-a" }, unitName, a),
      z,
    );
    for (const type of ["pointerenter", "focus"]) button.addEventListener(type, () => show(layer, unit));
    for (const type of ["pointerleave", "blur"]) button.addEventListener(type, () => show(0, 0));
    return { button, name, a, z };
  }

  function build({ n }) {
    columns = n
      .slice(1, -1)
      .map((size, k) => Array.from({ length: size }, (_, unit) => makeNeuron(k + 1, unit, n.length > 3)));
    hidden.replaceChildren(
      ...columns.map((column) => el("div", { class: "net-column" }, ...column.map(({ button }) => button))),
    );
    hidden.hidden = columns.length === 0;
    node.classList.toggle("deep", columns.length > 1);
    lit = { layer: 0, unit: 0 };
  }

  /** @param {any} what n, W (by layer), look, removed (set of "layer unit"), excited, priceText, deep (layers are named) */
  function draw(what) {
    const shape = JSON.stringify(what.n);
    if (node.dataset.shape !== shape) {
      node.dataset.shape = shape;
      build(what);
    }
    columns.forEach((column, k) => column.forEach((neuron, u) => drawNeuron(neuron, what, k + 1, u)));
    price.textContent = what.priceText;
    last = what;
    drawLines(what);
  }

  function drawNeuron({ button, name, a, z }, { look, removed, excited, neuronName }, layer, u) {
    const out = removed.has(`${layer} ${u}`);
    const value = look.layers[layer - 1].a[u];
    const most = excited[layer - 1][u].top[0]?.a ?? 0;
    a.textContent = out ? "–" : weight(value);
    z.textContent = out ? t("network.out") : `z = ${weight(look.layers[layer - 1].z[u])}`;
    button.classList.toggle("out", out);
    button.classList.toggle("off", out || value === 0);
    button.style.setProperty("--lit", `${Math.round(100 * Math.min(1, most > 0 ? value / most : 0))}%`);
    const said = t(out ? "network.restore" : "network.remove");
    name.textContent = t("network.spoken", { neuron: neuronName(layer, u), action: said });
    button.title = said;
  }

  function drawLines({ n, W, removed }) {
    const nodes = [
      [...inputs.children],
      ...columns.map((column) => column.map(({ button }) => button)),
      [output],
    ];
    const off = (layer, unit) => removed.has(`${layer} ${unit}`);
    const isLit = (layer, unit) => layer > 0 && lit.layer === layer && lit.unit === unit;
    lines.draw(
      nodes.slice(1).map((to, k) => ({
        from: nodes[k],
        to,
        w: (i, u) => (off(k, i) || off(k + 1, u) ? 0 : W[k + 1][i * n[k + 1] + u]),
        chosen: (i, u) => isLit(k, i) || isLit(k + 1, u),
      })),
    );
  }

  return { node, draw };
}
