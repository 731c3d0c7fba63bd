/* What each hidden neuron of this figure turned into: its weights as bars, for how many houses it fires, the houses that
   excite it most, and what it adds to the price of the chosen one. With no hidden layer, the one neuron there is. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { count, plain } from "../../ui/format.js";
import { LOOKED_AT } from "./model.js";
import { lowered, weight } from "./numbers.js";

/** @param {{toggle: (layer: number, unit: number) => void, pick: (i: number) => void}} on */
export function makeCards({ toggle, pick }) {
  const node = el("div", { class: "net-layers" });
  /** @type {any[]} */
  let cards = [];
  let shape = "";
  onLanguage(() => {
    shape = "";
  });

  function makeCard(layer, unit, { n, names, neuronName }) {
    const sources =
      layer === 1 ? names : Array.from({ length: n[layer - 1] }, (_, k) => `a${lowered(k + 1)}`);
    const bars = [...sources, "b"].map(makeBar);
    const name = neuronName(layer, unit);
    const fires = el("p", { class: "small muted num" });
    const houses = el("ol", { class: "net-top small num" });
    const adds = el("p", { class: "small num" });
    const remove = el("button", { type: "button", class: "small", onclick: () => toggle(layer, unit) });
    const list = el("ul", { class: "net-bars small" }, ...bars.map(({ row }) => row));
    const parts = layer < n.length - 1 ? [fires, houses, adds, remove] : [];
    const card = el("section", { class: "net-card" }, el("h3", {}, name), list, ...parts);
    return { layer, unit, name, card, bars, fires, houses, adds, remove, told: "" };
  }

  function build(what) {
    const { n } = what;
    const layers = n.length > 2 ? n.slice(1, -1) : n.slice(1);
    const byLayer = layers.map((size, k) => Array.from({ length: size }, (_, u) => makeCard(k + 1, u, what)));
    cards = byLayer.flat();
    node.replaceChildren(
      ...byLayer.map((list) => el("div", { class: "net-cards" }, ...list.map(({ card }) => card))),
    );
  }

  /** @param {any} what n, W and B (by layer), names, neuronName, look, removed, excited, rows, price */
  function draw(what) {
    const next = JSON.stringify([what.n, what.names]);
    if (next !== shape) {
      shape = next;
      build(what);
    }
    for (const card of cards) {
      drawBars(card, what);
      if (what.n.length > 2) drawDeeds(card, what);
    }
  }

  /** All bars of a layer have one scale, so that neurons can be compared. */
  function drawBars({ layer, unit, bars }, { n, W, B }) {
    const most = Math.max(...W[layer].map(Math.abs), ...B[layer].map(Math.abs), 1e-9);
    bars.forEach(({ bar, value }, k) => {
      const w = k < n[layer - 1] ? W[layer][k * n[layer] + unit] : B[layer][unit];
      const share = (50 * Math.abs(w)) / most;
      bar.className = `net-bar ${w < 0 ? "negative" : "positive"}`;
      bar.style.width = `${share}%`;
      bar.style.left = `${w < 0 ? 50 - share : 50}%`;
      value.textContent = weight(w);
    });
  }

  function drawDeeds(parts, { look, removed, excited, rows, price }) {
    const { layer, unit, name, card, fires, houses, adds, remove } = parts;
    const out = removed.has(`${layer} ${unit}`);
    const deeds = excited[layer - 1][unit];
    const told = JSON.stringify([deeds, out, deeds.top.map(({ i }) => rows[i])]);
    if (told !== parts.told) {
      parts.told = told;
      const some = rows.length > LOOKED_AT ? "fires.some" : "fires";
      const key = out ? "out" : deeds.fires > 0 ? some : "dead";
      const k = count(LOOKED_AT);
      fires.textContent = t(`network.card.${key}`, { n: count(deeds.fires), m: count(rows.length), k });
      houses.replaceChildren(...(out ? [] : deeds.top.map(({ i, a }) => topHouse(i, a, rows[i]))));
    }
    const { a, adds: added } = look.layers[layer - 1];
    houses.hidden = adds.hidden = out;
    adds.textContent = out ? "" : t("network.card.adds", { a: weight(a[unit]), adds: price(added[unit]) });
    remove.textContent = t(out ? "network.restore" : "network.remove");
    remove.setAttribute("aria-label", remove.textContent + t("network.colon") + name);
    card.classList.toggle("out", out);
  }

  const topHouse = (i, a, row) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "link small",
          "aria-label": t("network.card.house", { i: count(i + 1) }),
          onclick: () => pick(i),
        },
        count(i + 1),
      ),
      el("span", { class: "muted net-features" }, row.slice(0, -1).map(plain).join(", ")),
      el("span", {}, weight(a)),
    );

  /** Marks the card of a neuron that the reader points to; layer 0: none. @param {number} layer @param {number} unit */
  function light(layer, unit) {
    for (const { card, ...of } of cards) card.classList.toggle("lit", of.layer === layer && of.unit === unit);
  }

  return { node, draw, light };
}

/** A weight: its name, a bar to either side, its number. @param {string} name */
function makeBar(name) {
  const bar = el("span", { class: "net-bar" });
  const value = el("span", { class: "num" });
  const label = el("span", { class: "net-bar-name", title: name }, name);
  return { bar, value, row: el("li", {}, label, el("span", { class: "net-track" }, bar), value) };
}
