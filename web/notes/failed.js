/* What is said where something did not come, and the button that tries again. */
import { onLanguage, t } from "../i18n/i18n.js";
import { el, say } from "../ui/elements.js";

/** @param {string} words key of the sentence @param {() => void} again @returns {HTMLElement} */
export function failed(words, again) {
  const app = { t, onLanguage };
  return el(
    "p",
    { class: "failed", role: "alert" },
    say(app, el("span"), words),
    say(app, el("button", { type: "button", onclick: again }), "again"),
  );
}
