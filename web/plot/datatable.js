// The table beside a chart, for readers who do not see it and for those who want the numbers. Closed at first,
// filled when opened and, while open, at most twice a second.

import { el, say } from "../ui/elements.js";
import { onLanguage, t } from "../i18n/i18n.js";

const words = { t, onLanguage };
const FILL_MS = 500;

/**
 * @param {{label: string, columns: () => string[], rows: () => string[][]}} options label: key of the words on
 *   its lid; at most some fifty rows, please
 * @returns {{node: HTMLElement, update: () => void}} call update() when the numbers changed
 */
export function dataTable({ label, columns, rows }) {
  const table = el("table");
  const lid = say(words, el("summary"), label);
  const node = el(
    "details",
    { class: "datatable" },
    lid,
    el("div", { class: "scroll", tabindex: 0, role: "region" }, table),
  );
  say(words, node.lastChild, label, "aria-label");
  let last = -Infinity;
  let timer = 0;
  const fill = () => {
    timer = 0;
    delete node.dataset.stale;
    last = performance.now();
    const head = el("tr", {}, ...columns().map((text) => el("th", { scope: "col" }, text)));
    const body = rows().map((cells) => el("tr", {}, ...cells.map((text) => el("td", {}, text))));
    table.replaceChildren(el("thead", {}, head), el("tbody", {}, ...body));
  };
  const update = () => {
    if (!node.open || timer) return;
    node.dataset.stale = ""; // until then it shows the numbers of before
    timer = window.setTimeout(fill, Math.max(0, FILL_MS - (performance.now() - last)));
  };
  node.addEventListener("toggle", () => node.open && fill());
  onLanguage(() => node.open && fill());
  node.addEventListener("as-rows", (/** @type {any} */ { detail }) => (detail.rows = [columns(), ...rows()]));
  return { node, update };
}
