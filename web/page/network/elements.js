// The elements of the figure of a network, and what the figures around it are called.
import { t } from "../../i18n/i18n.js";
import { el, iconButton, say } from "../../ui/elements.js";
import { fixed, percent } from "../../ui/format.js";
import { term } from "../../terms/term.js";
import { TILES } from "./tiles.js";

/**
 * Fills the figure `root`.
 * @param {HTMLElement} root
 * @param {any} app
 * @param {{newStart: () => void, page: (by: number) => void, remove: () => void, view: () => void}} on
 */
export function build(root, app, on) {
  const says = el("p", { class: "small muted num" });
  const seed = el("span", { class: "num small muted" });
  const fresh = say(
    app,
    el("button", { type: "button", class: "link small", onclick: on.newStart }),
    "network.new",
  );
  say(app, fresh, "network.new.help", "title");
  const range = el("span", { class: "num small" });
  const pages = el(
    "div",
    { class: "network-pages", role: "group" },
    iconButton(app, "network.previous", "previous", () => on.page(-TILES)),
    range,
    iconButton(app, "network.next", "next", () => on.page(TILES)),
  );
  const input = el("canvas", { class: "pixels", width: 64, height: 64, "aria-hidden": "true" });
  const inputSays = el("span", { class: "num small muted" });
  const answer = el("span", { class: "network-answer num" });
  const output = el("div", { class: "network-output" }, answer, el("span", { class: "small muted" }, "ŷ"));
  const layers = el("div", { class: "network-layers" });
  const views = ["learned", "all"].map((value) =>
    el("input", { type: "radio", name: "network-view", value, onchange: on.view }),
  );
  views[0].checked = true;
  const labels = views.map((input) =>
    el("label", {}, input, say(app, el("span"), `network.view.${input.value}`)),
  );
  const view = say(
    app,
    el("div", { class: "segments", role: "radiogroup" }, ...labels),
    "network.view",
    "aria-label",
  );
  const drawing = el(
    "div",
    { class: "network-drawing" },
    el("div", { class: "network-input" }, input, inputSays),
    el("div", { class: "network-wire", "aria-hidden": "true" }),
    layers,
    el("div", { class: "network-space", "aria-hidden": "true" }),
    output,
  );
  const chosenSays = el("p", { class: "network-chosen" });
  const remove = el("button", { type: "button", onclick: on.remove });
  const effect = el("p", { class: "small network-effect", role: "status" });
  const scale = el("p", { class: "small muted" });
  const head = el(
    "div",
    { class: "network-head" },
    el("figcaption", {}, el("h3", {}, term(app, "network", "network.title")), says),
    el("p", { class: "network-start" }, seed, " ", fresh),
  );
  const chosen = el("div", { class: "network-detail" }, chosenSays, remove);
  root.append(head, drawing, el("div", { class: "network-foot" }, view, pages), chosen, effect, scale);
  say(app, root, "network.label", "aria-label");
  return {
    says,
    seed,
    pages,
    range,
    input,
    inputSays,
    answer,
    output,
    layers,
    views,
    drawing,
    chosenSays,
    remove,
    effect,
    scale,
  };
}

/** What taking a neuron out, or putting it back, did to J and to the accuracy. */
export function effectSentence({ layer, unit, removed, after, ...before }) {
  const numbers = (cost, accuracy) => ({
    before: fixed(before[cost], 4),
    after: fixed(after[cost], 4),
    accuracyBefore: percent(before[accuracy]),
    accuracyAfter: percent(after[accuracy]),
  });
  const train = t(removed ? "network.effect.out" : "network.effect.back", {
    u: unit + 1,
    l: layer,
    ...numbers("cost", "accuracy"),
  });
  const test = Number.isFinite(after.testCost)
    ? t("network.effect.test", numbers("testCost", "testAccuracy"))
    : t("network.effect.end");
  return train + test;
}

/** That a layer no longer lets anything through; empty where none is so. Neurons that were taken out do not count. */
export function silentSentence({ fires, removed }) {
  const silent = fires.findIndex((layer, i) => {
    const out = removed.filter(([l]) => l === i + 1).length;
    return out < layer.length && layer.every((k) => k === 0);
  });
  return silent < 0 ? "" : t("network.silent", { l: silent + 1 });
}
