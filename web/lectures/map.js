/* Lecture by lecture: which figure shows it. For who comes from a video. */
import { addWords, language, onLanguage, t } from "../i18n/i18n.js";
import { LANGUAGES } from "../i18n/languages.js";
import { numberOf } from "../notes/figures.js";
import { el } from "../ui/elements.js";
import { HOMEWORK, LECTURES } from "./list.js";

/** The language that the titles are of. */
const [COURSE] = LANGUAGES;

/** @param {HTMLElement} host */
export async function mount(host) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addWords((ending) => import(`../terms/words.${ending}.js`)),
  ]);
  /** @type {Record<string, string>} */
  const titles = (await import(`./words.${COURSE.ending}.js`)).default;
  const draw = () => {
    const weeks = LECTURES.flatMap((lectures, week) =>
      lectures.map(([key, figures], i) =>
        el(
          "tr",
          {},
          ...(i === 0
            ? [el("th", { scope: "rowgroup", rowspan: lectures.length }, t("lectures.week", { n: week + 1 }))]
            : []),
          title(`lecture.${key}`, titles),
          el("td", {}, el("ul", {}, ...figures.map((figure) => el("li", {}, figureLink(figure))))),
        ),
      ),
    );
    const homework = el(
      "tr",
      {},
      el("th", {}),
      el("td", {}, t("lectures.homework")),
      el("td", {}, el("a", { href: `index.html#${HOMEWORK}` }, t("lectures.homework.says"))),
    );
    homework.firstChild.replaceWith(el("td"));
    host.replaceChildren(
      el("p", {}, t("lectures.says")),
      el(
        "table",
        { class: "lectures-table" },
        el("thead", {}, el("tr", {}, ...heads())),
        el("tbody", {}, ...weeks, homework),
      ),
    );
  };
  draw();
  onLanguage(draw);
}

const heads = () => [
  el("td"),
  ...["lectures.lecture", "lectures.figure"].map((key) => el("th", { scope: "col" }, t(key))),
];

/** The title, and where it is a translation, that of the course. @param {string} key @param {Record<string, string>} titles */
const title = (key, titles) =>
  language() === COURSE.tag
    ? el("td", {}, t(key))
    : el("td", {}, t(key), el("span", { class: "small muted", lang: COURSE.tag }, titles[key]));

/** @param {string} figure */
const figureLink = (figure) =>
  el(
    "a",
    { href: `#${figure}` },
    t("lectures.number", { n: numberOf(figure), figure: t(`figure.${figure}`) }),
  );
