/* Words of the prose that are explained: the first of each in a section, found by its name where it is stressed, by its symbol
   where it is a letter of a formula. */
import { addWords, onLanguage, t } from "../i18n/i18n.js";
import { GLOSSARY, TERMS } from "../terms/list.js";
import { mountTerms } from "../terms/term.js";
import { el } from "../ui/elements.js";
import { failed } from "./failed.js";

/** Figures whose letters are any numbers: a and b there are not what they are elsewhere. */
const OTHER_LETTERS = ["derivatives", "computation-graph"];

/** Marks them, and again in every language; from then on they are heard. */
export async function explainTerms() {
  mountTerms(null, { t, onLanguage, tell, notes: true });
  await addWords((ending) => import(`../terms/words.${ending}.js`));
  mark();
  onLanguage(mark);
}

/** Says that an explanation did not come. @param {string} _type @param {{again: () => void}} event */
function tell(_type, { again }) {
  const sentence = failed("notes.term-failed", () => {
    sentence.remove();
    again();
  });
  document.querySelector(".notes-layout").before(sentence);
}

function mark() {
  const names = Object.values(GLOSSARY).flatMap((terms) => Object.keys(terms));
  const byName = new Map(names.map((name) => [t(`term.${name}.name`).toLowerCase(), name]));
  const bySymbol = new Map(names.map((name) => [TERMS[name].symbol ?? "", name]));
  for (const section of document.querySelectorAll("main > section[data-figure]")) {
    const marked = [...section.querySelectorAll(".prose .term")].map((node) =>
      node.getAttribute("data-term"),
    );
    const seen = new Set(["", ...marked]);
    const letters = OTHER_LETTERS.includes(section.id) ? "" : ", p:not([class]) > i";
    for (const node of section.querySelectorAll(`p:not([class]) > em${letters}`)) {
      const text = node.textContent ?? "";
      const name = (node.localName === "em" ? byName.get(text.toLowerCase()) : bySymbol.get(text)) ?? "";
      if (!seen.has(name)) explain(node, name);
      seen.add(name);
    }
  }
}

/** @param {Element} node @param {string} name */
function explain(node, name) {
  // A button would be one piece, and the lines of the paragraph would break elsewhere.
  const link = el("a", {
    class: "term",
    href: `#glossary-${name}`,
    "data-term": name,
    "aria-expanded": "false",
  });
  node.replaceWith(link);
  link.append(node);
}
