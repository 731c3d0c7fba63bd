/* The glossary: every word of the list in the reader's language, with the same in the others beside it, and where it is met. */
import { addWords, language, onLanguage, t } from "../i18n/i18n.js";
import { LANGUAGES } from "../i18n/languages.js";
import { numberOf } from "../notes/figures.js";
import { el } from "../ui/elements.js";
import { meaning } from "./explanation.js";
import { GLOSSARY, saysOf, TERMS } from "./list.js";

/** @typedef {import("../i18n/languages.js").Language & {words: Record<string, string>}} Other a language not in use */

/** @param {string} ending @returns {Promise<Record<string, string>>} */
const wordsOf = async (ending) => (await import(`./words.${ending}.js`)).default;

/** @param {HTMLElement} host */
export async function mount(host) {
  await addWords((ending) => import(`./words.${ending}.js`));
  const dictionaries = await Promise.all(LANGUAGES.map(({ ending }) => wordsOf(ending)));
  const draw = () => {
    const others = LANGUAGES.map((one, i) => ({ ...one, words: dictionaries[i] })).filter(
      ({ tag }) => tag !== language(),
    );
    host.replaceChildren(
      el("p", {}, t("glossary.says")),
      ...Object.entries(GLOSSARY).flatMap(([theme, terms]) => [
        el("h3", {}, t(`glossary.${theme}`)),
        el("dl", { class: "glossary-list" }, ...Object.keys(terms).map((name) => entry(name, others))),
      ]),
    );
  };
  draw();
  onLanguage(draw);
}

/** @param {string} name @param {Other[]} others */
function entry(name, others) {
  const { symbol, figure, own } = TERMS[name];
  const word = t(`term.${name}.name`);
  const places = el("span", { class: "glossary-places small" });
  if (figure)
    places.append(
      el(
        "a",
        { href: `#${figure}`, title: t(`figure.${figure}`) },
        t("glossary.figure", { n: numberOf(figure) }),
      ),
    );
  if (own)
    places.append(
      el(
        "a",
        { href: `index.html#${own}`, "aria-label": t("glossary.own.label", { term: word }) },
        t("glossary.own"),
      ),
    );
  return el(
    "div",
    { class: "glossary-entry", id: `glossary-${name}` },
    el("dt", {}, el("b", {}, word), symbol ? el("span", { class: "glossary-symbol" }, symbol) : "", places),
    el("dd", {}, meaning(name)),
    ...others.map((other) =>
      el(
        "dd",
        { class: "muted", lang: other.tag },
        el("b", {}, other.words[`term.${name}.name`]),
        " ",
        meaningIn(other, name),
      ),
    ),
  );
}

/** As meaning(), in another language. @param {Other} other @param {string} name */
function meaningIn({ words, gap }, name) {
  const also = words[`term.${name}.also`];
  return [words[saysOf(name)], ...(also ? [words["term.also"].replace("{names}", also)] : [])].join(gap);
}
