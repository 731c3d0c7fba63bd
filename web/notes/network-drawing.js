/* The network of figure 2 as a drawing: features, hidden neurons, price, with the numbers of the chosen house, and the
   weights as lines. */
import { onLanguage, t } from "../i18n/index.js";
import { el, say } from "../kit/el.js";
import { fixed } from "../kit/format.js";
import { Lines } from "../kit/lines.js";

const words = { t, onLanguage };

/** @param {{choose: (layer: number, unit: number) => void}} on */
export function makeDrawing({ choose }) {
  const inputs = el("div", { class: "net-column net-inputs" });
  const hidden = el("div", { class: "net-hidden" });
  const price = el("strong", { class: "num" });
  const priceName = el("span", { class: "small muted" });
  const output = el("div", { class: "net-node net-output" }, price, priceName);
  const node = el("div", { class: "net-drawing", role: "group" }, inputs, hidden, output);
  say(words, node, "network.drawing", "aria-label");
  const lines = new Lines(node);
  node.prepend(lines.svg);
  /** @type {any[][]} */
  let columns = [];
  let last = null;
  new ResizeObserver(() => last && drawLines(last)).observe(node);

  function build({ n, names }) {
    inputs.replaceChildren(
      ...names.map((name) =>
        el(
          "div",
          { class: "net-node net-input" },
          el("span", { class: "net-name" }, name),
          el("span", { class: "num net-raw" }),
          el("span", { class: "num small muted net-x" }),
        ),
      ),
    );
    columns = n
      .slice(1, -1)
      .map((size, k) =>
        Array.from({ length: size }, (_, u) =>
          el(
            "button",
            { type: "button", class: "net-node net-neuron", onclick: () => choose(k + 1, u) },
            el("span", { class: "visually-hidden" }),
            el("span", { class: "net-unit small", "aria-hidden": "true" }, String(u + 1)),
            el("span", { class: "num" }),
          ),
        ),
      );
    hidden.replaceChildren(...columns.map((column) => el("div", { class: "net-column" }, ...column)));
    hidden.hidden = columns.length === 0;
  }

  /** @param {any} what names, row, look, n, W (by layer), removed (set of "layer unit"), chosen, priceText, priceName */
  function draw(what) {
    const shape = JSON.stringify([what.n, what.names]);
    if (node.dataset.shape !== shape) {
      node.dataset.shape = shape;
      build(what);
    }
    [...inputs.children].forEach((input, k) => {
      input.querySelector(".net-raw").textContent = String(Number(what.row[k].toPrecision(6)));
      input.querySelector(".net-x").textContent = `x = ${fixed(what.look.x[k], 2)}`;
    });
    columns.forEach((column, k) =>
      column.forEach((neuron, u) => {
        const out = what.removed.has(`${k + 1} ${u}`);
        const a = what.look.layers[k].a[u];
        neuron.lastChild.textContent = out ? t("network.out") : fixed(a, 2);
        neuron.classList.toggle("off", out || a === 0);
        neuron.setAttribute("aria-pressed", String(what.chosen.layer === k + 1 && what.chosen.unit === u));
        neuron.firstChild.textContent = t("network.neuron", { l: k + 1, u: u + 1 });
      }),
    );
    price.textContent = what.priceText;
    priceName.textContent = what.priceName;
    last = what;
    drawLines(what);
  }

  function drawLines({ n, W, removed, chosen }) {
    const nodes = [[...inputs.children], ...columns, [output]];
    lines.draw(
      nodes.slice(1).map((to, k) => ({
        from: nodes[k],
        to,
        w: (i, u) =>
          removed.has(`${k} ${i}`) || removed.has(`${k + 1} ${u}`) ? 0 : W[k + 1][i * n[k + 1] + u],
        chosen: (i, u) =>
          (chosen.layer === k && chosen.unit === i) ||
          (chosen.layer === k + 1 && chosen.unit === u && k + 1 < n.length - 1),
      })),
    );
  }

  return { node, draw };
}
