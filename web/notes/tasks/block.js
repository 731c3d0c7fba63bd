/* The tasks of a figure, below it: a line for each, which opens. One that is open is judged from what the figure tells; it says
   when it is met and why. None stands in the way of anything. */
import { addWords, joined, onLanguage, t } from "../../i18n/i18n.js";
import { query } from "../../link/address.js";
import { taskOf } from "../../link/teacher.js";
import { button, el, say } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { once } from "../../ui/once.js";
import { KINDS, halfWidth, numberText } from "./answer.js";
import { TASKS, askedOf } from "./all.js";
import { mountList } from "./list.js";
import { countDone, finish, foundOf, onProgress } from "./progress.js";
import { told } from "./told.js";

/**
 * @typedef {object} Task
 * @property {string} id
 * @property {(state: any) => import('./progress.js').Found | false | null | undefined} [met] from what the figure tells: the numbers
 *   of the sentence that says why, or not yet
 * @property {import('./answer.js').Kind} [guess] instead: what is asked for first
 * @property {(state: any) => any} [truth] what the figure computes
 * @property {(state: any) => boolean} [tried] when that can be seen; without it, at once, and then a wrong answer is not told the
 *   right one
 * @property {number} [within] how far a guess may be from it
 * @property {(guess: any, truth: any) => boolean} [right] instead, where that is no difference
 * @property {(state: any) => boolean} [unless] when it cannot be judged by what is set; `….unless` says why
 */

const JUDGE_MS = 250;
const words = { t, onLanguage };

/** What every block needs, fetched with the first. */
export const prepared = once(() =>
  Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./tasks.css", import.meta.url).href),
  ]).then(() => mountList(document.getElementById("tasks"))),
);

/** @param {import('./progress.js').Found} found */
const asWords = (found) =>
  Object.fromEntries(
    Object.entries(found).map(([name, v]) => [name, typeof v === "number" ? numberText(v) : v]),
  );

/** Puts the tasks of a figure that is there below it; those that a link asks for above, alone at first.
 *  @param {HTMLElement} section @param {Task[]} tasks */
export function mountTasks(section, tasks) {
  const figure = section.id;
  const asked = askedOf(query.get("do"), figure);
  const rows = tasks.map((task) => makeRow(section, task));
  const count = say(words, el("span", { class: "muted num" }), countText);
  onProgress(() => (count.textContent = countText()));
  function countText() {
    return t("tasks.done", { n: countDone(figure, TASKS[figure]), of: tasks.length });
  }
  const head = el("div", { class: "tasks-head" }, say(words, el("h3"), "tasks.title"), count);
  const block = el("div", { class: "tasks" }, head, ...rows.map(({ node }) => node));
  if (asked.length) {
    block.dataset.asked = "";
    const others = rows.filter(({ id }) => !asked.includes(id)).map(({ node }) => node);
    const all = button(words, () => t("tasks.others", { n: tasks.length }), showAll, { look: "link small" });
    function showAll() {
      for (const node of others) node.hidden = false;
      all.remove();
      others[0].querySelector("summary")?.focus();
    }
    for (const { id, node } of rows) node[asked.includes(id) ? "open" : "hidden"] = true;
    const wish = taskOf(query.get("task")); // which stands at the top of the page, out of sight
    head.after(
      wish
        ? el("p", { class: "task-text", dir: "auto" }, wish)
        : say(words, el("p", { class: "small muted" }), "tasks.asked"),
    );
    if (others.length) block.append(all);
    section.querySelector("h2").after(block);
  } else section.append(block);
  section.dataset.tasks = "";
  judgeOpen(section, rows);
}

/** Looks at the open ones as long as there are some. @param {HTMLElement} section @param {ReturnType<typeof makeRow>[]} rows */
function judgeOpen(section, rows) {
  let timer = 0;
  const waiting = () => rows.filter((row) => row.waits());
  const judge = () => {
    const list = waiting();
    if (list.length === 0) {
      clearInterval(timer);
      timer = 0;
    } else if (!document.hidden) {
      const state = told(section);
      for (const row of list) row.judge(state);
    }
  };
  const begin = () => {
    if (!timer && waiting().length) timer = window.setInterval(judge, JUDGE_MS);
  };
  for (const { node } of rows) node.addEventListener("toggle", begin);
  onProgress(begin);
}

/** @param {HTMLElement} section @param {Task} task */
function makeRow(section, task) {
  const key = `${section.id}.${task.id}`;
  const name = `${section.id}.task.${task.id}`;
  const kind = task.guess && KINDS[task.guess];
  /** @type {any} */
  let guess;
  let isUnfit = false; // and this was said
  let sentence = () => "";

  const outcome = say(words, el("p", { class: "tasks-outcome", role: "status" }), () => sentence());
  /** @param {() => string} next */
  const tell = (next) => {
    sentence = next;
    outcome.textContent = sentence();
  };
  const mark = el("span", { class: "tasks-mark", "aria-hidden": "true" });
  const isDone = el("span", { class: "tasks-is-done small" });
  const field = task.guess ? makeField(task.guess, take) : null;
  const hint = say(words, el("p", { class: "tasks-hint", hidden: true }), `${name}.hint`);
  const ask = button(words, "tasks.hint", () => openHint(hint.hidden), { look: "link small" });
  ask.setAttribute("aria-expanded", "false");
  const link = say(words, el("a", { class: "small", href: `notes.html?do=${key}` }), "tasks.link");
  const node = el(
    "details",
    { class: "tasks-row", id: `task-${section.id}-${task.id}` },
    el("summary", {}, mark, say(words, el("span", { class: "tasks-name" }), name), isDone),
    el(
      "div",
      { class: "tasks-body" },
      say(words, el("p"), `${name}.do`),
      ...(field ? [field.node] : []),
      outcome,
      el("div", { class: "tasks-more" }, ask, link),
      hint,
    ),
  );

  /** @param {boolean} open */
  function openHint(open) {
    hint.hidden = !open;
    ask.setAttribute("aria-expanded", String(open));
  }

  /** An answer is typed. @param {string} text */
  function take(text) {
    guess = kind?.read(halfWidth(text));
    if (!kind || guess === undefined) return tell(() => t(`tasks.bad.${task.guess}`));
    const said = kind.text(guess);
    const state = told(section);
    if (task.unless?.(state)) tell(() => t(`${name}.unless`));
    else if (task.tried && !task.tried(state)) tell(() => t("tasks.try", asWords({ guess: said })));
    else judge(state);
  }

  /** @param {any} state */
  function judge(state) {
    const unfit = task.unless?.(state) ?? false;
    if (!kind) {
      if (unfit !== isUnfit) tell(() => (unfit ? t(`${name}.unless`) : ""));
      isUnfit = unfit;
      if (unfit) return;
      const found = task.met?.(state);
      if (found) finish(key, found);
      return;
    }
    if (unfit || guess === undefined || (task.tried && !task.tried(state))) return;
    const [said, truth] = [guess, task.truth?.(state)];
    guess = undefined;
    const both = { guess: kind.text(said), truth: kind.text(truth) };
    const right = task.right ? task.right(said, truth) : kind.same(said, truth, task.within);
    if (right) finish(key, both);
    else tell(() => t(task.tried ? "tasks.shown" : "tasks.wrong", asWords(both)));
  }

  function show() {
    const found = foundOf(key);
    const was = node.dataset.done !== undefined;
    if (Boolean(found) === was && found) return;
    node.toggleAttribute("data-done", Boolean(found));
    mark.textContent = found ? "✓" : "";
    isDone.textContent = found ? t("tasks.is-done") : "";
    if (field) field.node.hidden = Boolean(found);
    if (found) tell(() => joined([t("tasks.met"), t(`${name}.why`, asWords(foundOf(key) ?? {}))]));
    else if (was) {
      node.open = false; // or the figure, which may still be at it, would have it done again at once
      tell(() => "");
    }
  }
  onProgress(show);
  onLanguage(() => (isDone.textContent = foundOf(key) ? t("tasks.is-done") : ""));
  show();

  return {
    id: task.id,
    node,
    judge,
    waits: () => node.open && !foundOf(key),
  };
}

/** The field of an answer, and its button. @param {import('./answer.js').Kind} kind @param {(text: string) => void} take */
function makeField(kind, take) {
  const input = el("input", { type: "text", autocomplete: "off", spellcheck: "false", class: "tasks-guess" });
  const node = el(
    "form",
    { class: "tasks-form" },
    el("label", {}, say(words, el("span"), `tasks.guess.${kind}`), input),
    say(words, el("button", {}), "tasks.say"),
  );
  node.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    take(input.value);
  });
  return { node };
}
