/* The chosen house of this figure: which one it is, what the table says it costs, and its features, each with a slider and
   as the x that goes into the network. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { numberField, press } from "../../plot/controls.js";
import { el, iconButton, say } from "../../ui/elements.js";
import { count, plain } from "../../ui/format.js";
import { ofColumn, weight } from "./numbers.js";

const words = { t, onLanguage };
/** More features than these are drawn without sliders. */
const FEW = 6;

/**
 * @param {object} on
 * @param {number} on.largest numbers that are larger are refused
 * @param {(i: number) => void} on.pick @param {(k: number, value: number) => void} on.edit column k of the house
 * @param {() => void} on.restore its numbers as they came
 */
export function makeHouse({ largest, pick, edit, restore }) {
  let last = { i: 0, m: 1 };
  const which = numberField({
    label: () => t("network.house"),
    value: 1,
    valid: (v) => Number.isInteger(v) && v >= 1 && v <= last.m,
    change: (v) => pick(v - 1),
  });
  const turn = (/** @type {number} */ by) => pick((last.i + by + last.m) % last.m);
  const of = el("span", { class: "muted num" });
  const valid = (/** @type {number} */ v) => Math.abs(v) <= largest;
  const priceName = el("span", { class: "muted" });
  const price = numberField({
    label: () => priceName.textContent,
    value: 0,
    valid,
    change: (v) => edit(features.length, v),
  });
  const back = press("network.as-it-was", restore, "link small");
  const node = el(
    "div",
    { class: "net-house" },
    el(
      "span",
      { class: "net-which" },
      say(words, el("span", { class: "muted" }), "network.house"),
      iconButton(words, "network.house.previous", "previous", () => turn(-1)),
      which.node,
      iconButton(words, "network.house.next", "next", () => turn(1)),
      of,
    ),
    el("span", { class: "net-price" }, priceName, price.node),
    back,
  );
  const inputs = el("div", { class: "net-column net-inputs" });
  /** @type {ReturnType<typeof makeFeature>[]} */
  let features = [];
  let shape = "";

  /** @param {any} what names, targetName, original (rows), row, i, m, x, scale, edited */
  function draw({ names, targetName, original, row, i, m, x, scale, edited }) {
    const next = JSON.stringify(names);
    if (next !== shape) {
      features = names.map((name, k) => makeFeature(name, (v) => edit(k, v), valid));
      inputs.replaceChildren(...features.map((feature) => feature.node));
      inputs.classList.toggle("many", names.length > FEW);
    }
    if (next !== shape || last.original !== original)
      features.forEach((feature, k) => feature.fit(original.map((row) => row[k])));
    shape = next;
    last = { i, m, original };
    which.set(i + 1);
    of.textContent = t("network.house.of", { m: count(m) });
    priceName.textContent = t("network.house.price", { name: targetName });
    price.field.setAttribute("aria-label", priceName.textContent);
    price.set(row[names.length]);
    back.disabled = !edited;
    features.forEach((feature, k) => feature.set(row[k], scale.mu[k], scale.sigma[k], x[k]));
  }

  return { node, inputs, draw };
}

/** A feature of the house: its name, its number, a slider over the range of its column, and its x.
 *  @param {string} name @param {(v: number) => void} change @param {(v: number) => boolean} valid */
function makeFeature(name, change, valid) {
  const number = numberField({ label: () => name, value: 0, valid, change });
  const range = el("input", { type: "range", "aria-label": name });
  range.addEventListener("input", () => change(Number(Number(range.value).toPrecision(6))));
  const way = el("span", { class: "net-way" });
  const x = el("span", { class: "net-x" });
  const node = el(
    "div",
    { class: "net-node net-input" },
    el("span", { class: "net-name", title: name }, name),
    number.node,
    range,
    el("span", { class: "net-standard num muted" }, "x = ", way, x),
  );
  return {
    node,
    fit(/** @type {number[]} */ column) {
      const [min, max] = [Math.min(...column), Math.max(...column)];
      const fine = 10 ** Math.floor(Math.log10((max - min || 1) / 50));
      range.min = String(min);
      range.max = String(max > min ? max : min + 1);
      range.step = String(column.every(Number.isInteger) ? Math.max(1, fine) : fine);
    },
    set(
      /** @type {number} */ v,
      /** @type {number} */ mu,
      /** @type {number} */ sigma,
      /** @type {number} */ standard,
    ) {
      number.set(v);
      range.value = String(v);
      way.textContent = `(${plain(v).replace("-", "−")} − ${ofColumn(mu, sigma)}) / ${ofColumn(sigma, sigma)} = `;
      x.textContent = weight(standard);
    },
  };
}
