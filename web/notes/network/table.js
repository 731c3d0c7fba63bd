/* All houses of this figure as a table, with what the network makes of each. The number of a house chooses it: its numbers
   can then be changed in the drawing. Filled when opened and, while open, at most twice a second. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { count, plain } from "../../ui/format.js";
import { lowered, weight } from "./numbers.js";

const words = { t, onLanguage };
const MOST_ROWS = 200;
const FILL_MS = 500;

/** @param {{pick: (i: number) => void}} on */
export function makeTable({ pick }) {
  const table = el("table");
  const scroll = el("div", { class: "scroll", tabindex: 0, role: "region" }, table);
  say(words, scroll, "network.table", "aria-label");
  const more = el("p", { class: "small muted" });
  const lid = say(words, el("summary"), "network.table");
  const hint = say(words, el("p", { class: "small muted" }), "network.table.hint");
  const node = el("details", { class: "datatable" }, lid, hint, scroll, more);
  /** @type {any[][]} */
  let cells = [];
  /** @type {any[]} */
  let lines = [];
  let shape = "";
  let last = -Infinity;
  let timer = 0;
  /** @type {any} */
  let what = null;

  function build(columns, m) {
    lines = Array.from({ length: m }, (_, i) => {
      const number = el("button", { type: "button", class: "link", onclick: () => pick(i) }, String(i + 1));
      number.setAttribute("aria-label", t("network.card.house", { i: count(i + 1) }));
      const row = columns.slice(1).map(() => el("td"));
      return { row, node: el("tr", {}, el("th", { scope: "row" }, number), ...row) };
    });
    cells = lines.map(({ row }) => row);
    const head = el("tr", {}, ...columns.map((text) => el("th", { scope: "col" }, text)));
    table.replaceChildren(el("thead", {}, head), el("tbody", {}, ...lines.map((line) => line.node)));
  }

  function fill() {
    timer = 0;
    last = performance.now();
    const { model, names, targetName, i: chosen, price } = what;
    const neurons = model.nn.layers > 1 ? model.nn.n[1] : 0;
    const m = Math.min(MOST_ROWS, model.rows.length);
    const numbered = Array.from({ length: neurons }, (_, u) => `a${lowered(u + 1)}`);
    const columns = [t("network.house"), ...names, targetName, "ŷ", ...numbered];
    const next = JSON.stringify([columns, m]);
    if (next !== shape) {
      shape = next;
      build(columns, m);
    }
    cells.forEach((row, i) => {
      const look = model.look(i);
      const a = neurons ? [...look.layers[0].a].map((v) => weight(v)) : [];
      const texts = [...model.rows[i].map(plain), price(look.a), ...a];
      row.forEach((cell, k) => (cell.textContent = texts[k]));
      if (i === chosen) lines[i].node.setAttribute("aria-current", "true");
      else lines[i].node.removeAttribute("aria-current");
    });
    more.textContent =
      m < model.rows.length ? t("network.table.more", { n: count(m), m: count(model.rows.length) }) : "";
  }

  node.addEventListener("toggle", () => node.open && what && fill());
  node.addEventListener("as-rows", (/** @type {any} */ { detail }) => {
    if (what) fill();
    detail.rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent));
  });
  return {
    node,
    /** @param {any} now model, names, targetName, i, price */
    draw(now) {
      what = now;
      if (!node.open || timer) return;
      timer = window.setTimeout(fill, Math.max(0, FILL_MS - (performance.now() - last)));
    },
  };
}
