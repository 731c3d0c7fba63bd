/* What is said where something did not come, and the button that tries again. When the network is back it does so by itself. */
import { onLanguage, t } from "../i18n/i18n.js";
import { el, say } from "../ui/elements.js";

/** @param {string} words key of the sentence @param {() => void} again @returns {HTMLElement} */
export function failed(words, again) {
  const app = { t, onLanguage };
  const line = el(
    "p",
    { class: "failed", role: "alert" },
    say(app, el("span"), words),
    say(app, el("button", { type: "button", onclick: again }), "again"),
  );
  const back = () => {
    if (line.isConnected) again();
    else window.removeEventListener("online", back);
  };
  window.addEventListener("online", back);
  return line;
}
