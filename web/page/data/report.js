// What became of the files just given: a progress line while they are added, then one sentence with
// every refused file named and why, until the visitor closes it.
import { onLanguage, t } from "../../i18n/i18n.js";
import { counted, el, iconButton } from "../../ui/elements.js";
import { refusalSentence } from "../../ui/refusals.js";
import { count } from "../../ui/format.js";

export class Report {
  /** Kept to be said again in another language: {added, refused, name} or {code, params}. @type {any} */
  #last = null;

  constructor(app) {
    this.bar = el("progress", { max: 1, value: 0 });
    this.progressText = el("p", { class: "num small" });
    this.progress = el("div", { class: "adding" }, this.progressText, this.bar);
    this.body = el("div", { class: "report-body" });
    const close = iconButton(app, "close", "close", () => this.close());
    this.result = el("div", { class: "report" }, this.body, close);
    // The live region stands in the page from the start, so that what comes into it is read out.
    this.live = el("div", { role: "status" }, this.result);
    this.element = el("div", { class: "reports" }, this.progress, this.live);
    this.progress.hidden = this.result.hidden = true;
    app.on("adding", ({ done, total }) => this.#adding(done, total));
    onLanguage(() => this.#render());
  }

  #adding(done, total) {
    this.progress.hidden = done >= total;
    this.bar.max = total;
    this.bar.value = done;
    this.bar.setAttribute("aria-label", t("adding.label"));
    this.progressText.textContent = t("adding", { done: count(done), total: count(total) });
  }

  /** Says how many were added (to the class `name`) and which were refused. */
  added(added, refused, name) {
    this.#say({ added, refused, name });
  }

  /** Says one sentence of the dictionary. */
  tell(code, params = {}) {
    this.#say({ code, params });
  }

  close() {
    this.#last = null;
    this.#render();
  }

  #say(what) {
    this.#last = what;
    this.progress.hidden = true;
    this.#render();
    // Not `scrollIntoView` at once: a result nobody sees is no result, but one in view must not move.
    const box = this.element.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) this.element.scrollIntoView({ block: "center" });
  }

  #render() {
    this.result.hidden = this.#last === null;
    if (this.#last === null) return this.body.replaceChildren();
    const { code, params, refused = [] } = this.#last;
    this.result.dataset.tone = refused.length ? "wrong" : code ? "plain" : "right";
    const sentence = el("p", {}, code ? t(code, params) : this.#sentence());
    const lines = refused.map((each) => el("li", {}, refusalSentence(t, each)));
    this.body.replaceChildren(sentence, ...(lines.length ? [el("ul", { tabindex: 0 }, ...lines)] : []));
  }

  #sentence() {
    const { added, refused, name } = this.#last;
    const words = { n: count(added), name, refused: count(refused.length) };
    if (!refused.length) return t(counted(name ? "added.to" : "added", added), words);
    return added ? t(counted("added.refused", added), words) : t("added.none", words);
  }
}
