/* What each hidden neuron turned into: its weights as bars, a feature each, the houses that excite it most, and what it
   adds to the price of the chosen house. */
import { onLanguage, t } from "../i18n/index.js";
import { el } from "../kit/el.js";
import { count, fixed } from "../kit/format.js";

/** @param {{toggle: (layer: number, unit: number) => void, pick: (i: number) => void, choose: (layer: number, unit: number) => void}} on */
export function makeCards({ toggle, pick, choose }) {
  const node = el("div", { class: "net-cards" });
  /** @type {any[]} */
  let cards = [];
  let shape = "";
  onLanguage(() => {
    shape = "";
  });

  function makeCard(layer, unit, names) {
    const bars = names.map((name) => {
      const bar = el("span", { class: "net-bar" });
      const value = el("span", { class: "num" });
      return {
        bar,
        value,
        row: el(
          "li",
          {},
          el("span", { class: "net-bar-name" }, name),
          el("span", { class: "net-track" }, bar),
          value,
        ),
      };
    });
    const title = el("h3", {}, t("network.neuron", { l: layer, u: unit + 1 }));
    const houses = el("p", { class: "small" });
    const adds = el("p", { class: "small num" });
    const remove = el("button", { type: "button", class: "small", onclick: () => toggle(layer, unit) });
    const card = el(
      "section",
      { class: "net-card", "data-layer": layer, "data-unit": unit },
      title,
      el("ul", { class: "net-bars" }, ...bars.map(({ row }) => row)),
      houses,
      adds,
      remove,
    );
    card.addEventListener("focusin", () => choose(layer, unit));
    return { layer, unit, card, bars, houses, adds, remove };
  }

  /** @param {any} what n, W, names, look, removed, chosen, favourites (by layer, by neuron), unit (of the price), digits */
  function draw(what) {
    const next = JSON.stringify([what.n, what.names]);
    if (next !== shape) {
      shape = next;
      cards = what.n
        .slice(1, -1)
        .flatMap((size, k) =>
          Array.from({ length: size }, (_, u) =>
            makeCard(k + 1, u, k === 0 ? what.names : neuronNames(what.n[1])),
          ),
        );
      node.replaceChildren(...cards.map(({ card }) => card));
    }
    for (const card of cards) drawCard(card, what);
  }

  function drawCard({ layer, unit, card, bars, houses, adds, remove }, what) {
    const { n, W, look, removed, chosen, favourites, price } = what;
    const out = removed.has(`${layer} ${unit}`);
    const w = bars.map((_, k) => W[layer][k * n[layer] + unit]);
    const most = Math.max(...Array.from(W[layer], Math.abs), 1e-9);
    bars.forEach(({ bar, value }, k) => {
      const share = (50 * Math.abs(w[k])) / most;
      bar.className = `net-bar ${w[k] < 0 ? "negative" : "positive"}`;
      bar.style.width = `${share}%`;
      bar.style.left = `${w[k] < 0 ? 50 - share : 50}%`;
      value.textContent = fixed(w[k], 2);
    });
    const list = favourites?.[layer - 1]?.[unit];
    const key = JSON.stringify([list, out]);
    if (list && key !== card.dataset.key) {
      card.dataset.key = key;
      houses.replaceChildren(
        ...(out ? [t("network.card.out")] : list.length ? favouriteLine(list) : [t("network.card.dead")]),
      );
    }
    adds.textContent = out
      ? ""
      : t("network.card.adds", {
          a: fixed(look.layers[layer - 1].a[unit], 2),
          adds: price(look.layers[layer - 1].adds[unit]),
        });
    remove.textContent = t(out ? "network.restore" : "network.remove");
    remove.setAttribute(
      "aria-label",
      `${remove.textContent}: ${t("network.neuron", { l: layer, u: unit + 1 })}`,
    );
    card.classList.toggle("off", out);
    card.classList.toggle("chosen", chosen.layer === layer && chosen.unit === unit);
  }

  function favouriteLine(list) {
    const links = list.flatMap(({ i, a }, k) => [
      ...(k ? [", "] : []),
      el(
        "button",
        { type: "button", class: "link small", onclick: () => pick(i) },
        t("network.card.house", { i: count(i + 1), a: fixed(a, 2) }),
      ),
    ]);
    return [`${t("network.card.likes")} `, ...links];
  }

  return { node, draw };
}

const neuronNames = (n) => Array.from({ length: n }, (_, u) => t("network.neuron", { l: 1, u: u + 1 }));
