/* What learners ask, answered in words, with where it can be tried. */
import { addWords, onLanguage, t } from "../i18n/i18n.js";
import { numberOf } from "../notes/figures.js";
import { el } from "../ui/elements.js";
import { QUESTIONS } from "./list.js";

/** @param {HTMLElement} host */
export async function mount(host) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addWords((ending) => import(`../terms/words.${ending}.js`)),
  ]);
  const draw = () => {
    const open = new Set([...host.querySelectorAll("details[open]")].map(({ id }) => id));
    host.replaceChildren(...Object.keys(QUESTIONS).map((name) => question(name)));
    for (const details of host.querySelectorAll("details")) details.open = open.has(details.id);
  };
  draw();
  onLanguage(draw);
}

/** @param {string} name */
function question(name) {
  const { figures, own } = QUESTIONS[name];
  const links = figures.map((figure) =>
    el(
      "a",
      { href: `#${figure}` },
      t("questions.figure", { n: numberOf(figure), figure: t(`figure.${figure}`) }),
    ),
  );
  if (own) links.push(el("a", { href: `index.html#${own}` }, t("questions.own")));
  return el(
    "details",
    { class: "question", id: `questions-${name}` },
    el("summary", {}, t(`question.${name}`)),
    el("p", {}, t(`question.${name}.says`)),
    el("p", { class: "question-try small" }, el("span", { class: "muted" }, t("questions.try")), ...links),
  );
}
