/* Large text in the notes, as a projector needs it: by a button below the contents and by the key P. */
import { onLanguage, t } from "../i18n/i18n.js";
import { button, el } from "../ui/elements.js";
import { isLarge, onTextSize, turnTextSize } from "../ui/text-size.js";

/** Where letters are written, or mean something of their own. */
const FIELDS =
  "input:not([type=range], [type=checkbox], [type=radio], [type=file]), textarea, select, dialog";

/** @param {HTMLElement} contents where the button stands */
export function offerLarge(contents) {
  const press = button({ t, onLanguage }, "notes.large", turnTextSize, { look: "quiet" });
  press.setAttribute("aria-keyshortcuts", "P");
  const show = () => press.setAttribute("aria-pressed", String(isLarge()));
  onTextSize(show);
  show();
  contents.append(
    el("div", { class: "contents-tools contents-large" }, press, el("kbd", { "aria-hidden": true }, "P")),
  );
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, repeat, target } = event;
    if (event.defaultPrevented || repeat || ctrlKey || metaKey || altKey || key.toLowerCase() !== "p") return;
    if (/** @type {Element} */ (target).closest(FIELDS) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    turnTextSize();
  });
}
