/* The button that prints the notes, and Ctrl+P: all figures are fetched first. */
import { onLanguage, t } from "../i18n/i18n.js";
import { button, el } from "../ui/elements.js";
import { printAll } from "../paper/print.js";
import { FIGURES } from "./figures.js";

/** Ctrl+P, ⌘P. @param {KeyboardEvent} event */
const prints = ({ key, ctrlKey, metaKey, shiftKey, altKey }) =>
  key.toLowerCase() === "p" && ctrlKey !== metaKey && !shiftKey && !altKey;

/** @param {HTMLElement} contents where the button stands @param {ReturnType<typeof import("./watch.js").watch>} fetchAll */
export function offerPrint(contents, fetchAll) {
  const says = el("p", { class: "small muted", role: "status" });
  const press = button({ t, onLanguage }, "notes.print", run, { look: "quiet", glyph: "print" });
  let busy = false;
  async function run() {
    if (busy) return;
    busy = true;
    const tell = (/** @type {number} */ n) =>
      (says.textContent = t("notes.printing", { n, of: FIGURES.length }));
    try {
      await printAll(() => fetchAll(tell));
    } finally {
      says.textContent = "";
      busy = false;
    }
  }
  contents.append(el("div", { class: "contents-tools contents-print" }, press, says));
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !prints(event)) return;
    event.preventDefault(); // the browser would print what is there, without waiting
    run();
  });
  const missing = el("p", { class: "muted not-there" });
  // By the browser's own menu: what is not there cannot be waited for, but it can be said.
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll(
      "section:not([data-ready]) .stage > .figure-part:first-child:empty",
    )) {
      const line = /** @type {HTMLElement} */ (missing.cloneNode());
      line.textContent = t("notes.not-there", { print: t("notes.print") });
      part.append(line);
    }
    fetchAll(() => {}); // for the next time
  });
  window.addEventListener("afterprint", () => {
    for (const line of document.querySelectorAll(".not-there")) line.remove();
  });
}
