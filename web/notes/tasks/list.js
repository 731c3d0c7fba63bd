/* All tasks in one place, at the end of the notes: how many of each figure are done, and the button that forgets it. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { button, el, say } from "../../ui/elements.js";
import { FIGURES } from "../figures.js";
import { TASKS } from "./all.js";
import { countDone, forgetAll, onProgress } from "./progress.js";

const words = { t, onLanguage };

/** @param {HTMLElement} place at the end of <main> */
export function mountList(place) {
  const redraws = [() => {}];
  const rows = FIGURES.filter(({ name }) => TASKS[name]).map(({ name }) => {
    const ids = TASKS[name];
    const title = () => document.querySelector(`#${name} > h2`)?.textContent?.trim() ?? "";
    const link = el("a", { href: `#${name}` });
    say(words, link, title);
    const count = el("span", { class: "muted num" });
    redraws.push(() => {
      const lang = document.querySelector(`#${name} > h2`)?.getAttribute("lang");
      link.toggleAttribute("lang", Boolean(lang));
      if (lang) link.lang = lang; // that of a prose that did not come
      const n = countDone(name, ids);
      count.textContent = t("tasks.done", { n, of: ids.length });
      count.classList.toggle("all-done", n === ids.length);
    });
    return el("li", {}, link, count);
  });
  const all = el("p", { class: "num", role: "status" });
  const forget = button(words, "tasks.forget", forgetAll, { look: "quiet" });
  redraws.push(() => {
    const counts = FIGURES.map(({ name }) => [countDone(name, TASKS[name] ?? []), TASKS[name]?.length ?? 0]);
    const [n, of] = counts.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    all.textContent = t("tasks.done", { n, of });
    forget.disabled = n === 0;
  });
  const draw = () => redraws.forEach((fn) => fn());
  onProgress(draw);
  onLanguage(draw);
  draw();
  place.append(
    say(words, el("h2"), "tasks.all"),
    say(words, el("p", { class: "muted" }), "tasks.says"),
    el("ol", { class: "tasks-list" }, ...rows),
    el("div", { class: "tasks-all" }, all, forget),
  );
}
