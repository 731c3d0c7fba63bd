/* The buttons of the languages, in the masthead of both pages: one for each language of the list. */
import { language, onLanguage, setLanguage, t } from "./i18n.js";
import { LANGUAGES } from "./languages.js";

/** Puts the buttons into `host`; the title of the document is the words of `title`.
 *  @param {HTMLElement} host @param {{title: string}} words */
export function mountLanguages(host, { title }) {
  const buttons = LANGUAGES.map(({ tag, name }) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "quiet", lang: tag, textContent: name });
    button.dataset.language = tag;
    button.addEventListener("click", () => choose(tag));
    return button;
  });
  const show = () => {
    document.title = t(title);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.lang === language()));
  };
  onLanguage(show);
  show();
  host.replaceChildren(...buttons);

  const failed = failure();
  const choose = (/** @type {string} */ tag) =>
    setLanguage(tag).then(failed.hide, () => failed.show(host, () => choose(tag)));
}

/** The sentence below the masthead when a language cannot be fetched: the page stays as it is. */
function failure() {
  const sentence = document.createElement("span");
  const again = document.createElement("button");
  const line = document.createElement("p");
  Object.assign(again, { type: "button" });
  Object.assign(line, { className: "language-failed", role: "alert" });
  line.append(sentence, again);
  return {
    hide: () => line.remove(),
    show(/** @type {HTMLElement} */ host, /** @type {() => void} */ retry) {
      sentence.textContent = t("language.failed");
      again.textContent = t("again");
      again.onclick = retry;
      host.closest(".masthead")?.after(line);
    },
  };
}
