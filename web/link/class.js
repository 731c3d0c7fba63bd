// What a teacher's link shows and hides, and what a page does in the frame of a course page.
import { addWords, onLanguage, t } from "../i18n/i18n.js";
import { button, el, say, setText } from "../ui/elements.js";
import { addLook } from "../ui/fetched.js";
import { query } from "./address.js";
import { hiddenOf, nameOf, taskOf } from "./teacher.js";

const root = document.documentElement;

/** Its words, its look, and what needs no more: the task, and what is not shown. */
export async function openClass() {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./class.css", import.meta.url).href),
  ]);
  root.dataset.hide = hiddenOf(query.get("hide")).join(" ");
  const task = taskOf(query.get("task"));
  if (task) bar().append(el("p", { class: "task-text", dir: "auto" }, task));
}

/** The bar below the masthead, made when there is something to say in it. */
function bar() {
  const there = document.querySelector(".task");
  if (there) return there;
  const made = el("section", { class: "task" });
  say({ t, onLanguage }, made, "task", "aria-label");
  document.querySelector(".masthead").after(made);
  return made;
}

/** Which pictures the link was made with, as long as others are here, and what can be done about it. @param {any} app */
export function wanted(app) {
  const names = ["one", "zero"].map((key) => nameOf(query.get(key)));
  const file = nameOf(query.get("file"));
  const own = names.every(Boolean);
  const drawn = query.get("pictures") === "drawn";
  if (!own && !file && !drawn) return;
  const sentence = el("p");
  const show = button(app, "task.drawn.show", () => app.session.loadDrawn(), { look: "small" });
  const line = el("div", { class: "task-pictures", role: "status" }, sentence, ...(drawn ? [show] : []));
  bar().append(line);
  const draw = () => {
    const { data } = app.state;
    line.hidden = !data || (data.source === "drawn") === drawn;
    const [one, zero] = names;
    const key = `task${own ? ".names" : ""}${file ? ".file" : ""}`;
    setText(sentence, drawn ? t("task.drawn") : t(key, { one, zero, file }));
  };
  app.on("data", draw);
  onLanguage(draw);
  draw();
}

/** In a frame: only the figure asked for, and the page that the frame is in is told how high this one is.
 *  @param {HTMLElement[]} [sections] of the figures */
export function embed(sections = []) {
  const name = query.get("figure");
  const chosen = sections.find(({ id }) => id === name);
  root.dataset.embed = chosen ? "figure" : "page";
  if (chosen) {
    for (const section of sections) section.hidden = section !== chosen;
    const link = chosen.querySelector("h2 a");
    link.setAttribute("href", `notes.html#${name}`);
  }
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage({ type: "one-neuron", height }, "*"); // a height, which is nobody's secret
  };
  new ResizeObserver(tell).observe(document.body);
}
