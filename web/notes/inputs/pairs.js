// Supervised learning: x and y of the three kinds side by side, and where the same is learned.
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";

const words = { t, onLanguage };
/** Where each is learned. */
const PLACES = { table: "#network", picture: "#two-classes", sound: "index.html#data" };

/** @returns {{nodes: HTMLElement[], set: (kind: string) => void}} set: the kind that is shown below */
export function pairsPart() {
  const cell = (/** @type {string} */ key) => say(words, el("td"), `inputs.pairs.${key}`);
  const rows = Object.entries(PLACES).map(([kind, href]) => {
    const link = say(words, el("a", { href }), `inputs.pairs.${kind}.where`);
    const head = say(words, el("th", { scope: "row" }), `inputs.pairs.${kind}`);
    return { kind, row: el("tr", {}, head, cell(`${kind}.x`), cell(`${kind}.y`), el("td", {}, link)) };
  });
  const heads = ["kind", "x", "y", "where"].map((key) =>
    say(words, el("th", { scope: "col" }), `inputs.pairs.${key}`),
  );
  const table = el(
    "table",
    { class: "inputs-pairs" },
    el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, ...rows.map(({ row }) => row)),
  );
  const title = say(words, el("h3"), "inputs.pairs-title");
  const scroll = el("div", { class: "scroll", tabindex: 0, role: "region" }, table);
  say(words, scroll, "inputs.pairs-title", "aria-label");
  return {
    nodes: [title, scroll],
    set(shown) {
      for (const { kind, row } of rows) row.classList.toggle("shown", kind === shown);
    },
  };
}
