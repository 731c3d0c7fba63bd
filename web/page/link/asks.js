// Which task of the chosen figure a teacher's link asks for. Its titles are among the figure's own words, fetched when it is chosen.
import { addWords, onLanguage, t } from "../../i18n/i18n.js";
import { TASKS } from "../../notes/tasks/all.js";
import { el } from "../../ui/elements.js";
import { once } from "../../ui/once.js";

/** @type {Record<string, () => Promise<unknown>>} */
const words = {};

/** The field, and what fills it. @param {() => void} drawn called when it has other choices */
export function asksField(drawn) {
  const field = el("select");
  let figure = "";

  function draw() {
    const titles = (TASKS[figure] ?? []).map((id) => [`${figure}.${id}`, t(`${figure}.task.${id}`)]);
    const options = [["", t("link.asks.none")], ...titles].map(([value, title]) =>
      el("option", { value }, title),
    );
    const chosen = field.value;
    field.replaceChildren(...options);
    if (titles.some(([key]) => key === chosen)) field.value = chosen;
    drawn();
  }
  onLanguage(draw);

  return {
    field,
    /** @param {string} name of a figure, "" none */
    async show(name) {
      if (figure === name) return;
      figure = "";
      if (name) {
        words[name] ??= once(() => addWords((ending) => import(`../../notes/${name}/words.${ending}.js`)));
        await words[name]().catch(() => {}); // without them no task is offered
      }
      figure = name;
      draw();
    },
  };
}
