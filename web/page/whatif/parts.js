/* What the questions of What if are built of: a section with its sentence, a table that can be scrolled, and what came out,
   which is read out only when it stands. */
import { el, say, setText } from "../../ui/elements.js";

/** @param {any} app @param {string} id of its heading @param {string} words of the heading; `.says` is its sentence
 *  @param {any[]} children */
export function section(app, id, words, ...children) {
  const heading = say(app, el("h4", { id }), words);
  const sentence = say(app, el("p", { class: "small muted" }), `${words}.says`);
  return el("section", { "aria-labelledby": id }, heading, sentence, ...children);
}

/**
 * @param {any} app @param {any} rows its <tbody> @param {{head: string[], caption: string, name?: string, look?: string, first?: any,
 *   last?: any[]}} how head: keys; caption: the key of what it is; name: of the part that is scrolled, if that is another; first: a
 *   heading before them; last: what comes behind
 */
export function table(app, rows, { head, caption, name = caption, look = "num", first, last = [] }) {
  const cells = head.map((key) => say(app, el("th", { scope: "col" }), key));
  const all = [...(first ? [el("th", { scope: "col" }, first)] : []), ...cells, ...last];
  const title = say(app, el("caption", { class: "visually-hidden" }), caption);
  const node = el("table", { class: look }, title, el("thead", {}, el("tr", {}, ...all)), rows);
  const scroll = el("div", { class: "table-scroll", tabindex: 0, role: "region" }, node);
  return say(app, scroll, name, "aria-label");
}

/** A sentence that changes all the time is seen, not read out. @param {any} node @param {string} text @param {boolean} running */
export function tell(node, text, running) {
  if (running) node.replaceChildren(el("span", { "aria-hidden": "true" }, text));
  else setText(node, text);
}
