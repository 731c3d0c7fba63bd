/* Terms that explain themselves: on a click, a tap or Enter, and while a mouse rests on them. What they say is fetched with
   the first that is asked. */
import { el, say } from "../ui/elements.js";
import { later } from "../ui/later.js";

const REST_MS = 350; // a mouse on its way elsewhere opens nothing

/**
 * A term for parts that make their elements; those in index.html are written the same way.
 * @param {any} app @param {string} name in list.js @param {string | (() => string)} [words] its text, where it never changes
 */
export function term(app, name, words) {
  const node = el("button", { type: "button", class: "term", "data-term": name, "aria-expanded": "false" });
  return words ? say(app, node, words) : node;
}

/** Hears of every term of the page, those that come later too. @param {unknown} _root @param {any} app of the notes: `notes` */
export function mountTerms(_root, app) {
  const explanation = later(app, async () => {
    const { openExplanation } = await import("./explanation.js");
    return openExplanation(app);
  });
  const termOf = (/** @type {Event} */ { target }) =>
    target instanceof Element ? target.closest(".term") : null;
  let resting = 0;
  document.addEventListener("click", (event) => {
    clearTimeout(resting); // or the mouse would ask once more what a click has closed
    const at = termOf(event);
    if (!at) return;
    event.preventDefault(); // a term of the prose is a link to the glossary
    explanation((it) => it.toggle(at));
  });
  // Not pointerover: that comes, too, when the page moves under a mouse which lies still.
  document.addEventListener("pointermove", (event) => {
    clearTimeout(resting);
    const at = event.pointerType === "mouse" && termOf(event);
    if (at) resting = window.setTimeout(() => explanation((it) => it.hover(at)), REST_MS);
  });
}
