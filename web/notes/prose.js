/* The prose of the notes, a file for each language, fetched as a document. The one of the language in use is shown; where it does not come, that of the first language, and a button to try again. */
import { addPart, beforeLanguage, language, onLanguage, setLanguage } from "../i18n/i18n.js";
import { LANGUAGES, languageFor } from "../i18n/languages.js";
import { documentAt } from "../ui/fetched.js";
import { failed } from "./failed.js";
import { makeFrame } from "./frame.js";

/** By ending. @type {Map<string, Document>} */
const fetched = new Map();

/** @param {string} ending */
async function fetchProse(ending) {
  if (!fetched.has(ending))
    fetched.set(ending, await documentAt(new URL(`./prose.${ending}.html`, import.meta.url).href));
}

/** Resolves to the sections of the figures when the prose is there. What stands in the page already, in the language whose
 *  ending is its data-prose, is taken as it is. @param {HTMLElement} layout with the contents and <main> @param {Promise<unknown>} words which come meanwhile */
export async function mountProse(layout, words) {
  const frame = makeFrame(layout);
  const missing = (/** @type {string} */ ending) => ending !== layout.dataset.prose;
  /** @type {HTMLElement | null} */
  let sentence = null;
  const show = (/** @type {import("../i18n/languages.js").Language} */ { tag, ending }) => {
    const prose = missing(ending) ? fetched.get(ending) : undefined;
    if (prose) layout.dataset.prose = ending;
    frame.show(prose, tag);
  };
  beforeLanguage(frame.hold);
  onLanguage(() => {
    show(languageFor(language()));
    sentence?.remove();
  });
  try {
    await addPart(async (ending) => missing(ending) && fetchProse(ending));
    show(languageFor(language()));
  } catch {
    const [first] = LANGUAGES;
    if (missing(first.ending)) await fetchProse(first.ending).catch(() => {});
    show(first);
    await words;
    sentence = failed("notes.prose-failed", () => setLanguage(language()).catch(() => {}));
    layout.before(sentence);
  }
  return frame.sections();
}
