/* Pictures of a class that rest: left out of training and test, but kept. Faded, each with the word, and a click away from
   being taken in again. Fetched when the first one rests. */
import { addWords, isolated, t } from "../../i18n/i18n.js";
import { counted, el, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count } from "../../ui/format.js";
import { show, thumb } from "../pictures/thumb.js";

const MOST = 20; // shown at a time; all of them wake together

/** @param {any} app */
export async function restingList(app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./resting.css", import.meta.url).href),
  ]);
  return new Resting(app);
}

class Resting {
  /** @type {number[]} */
  #ids = [];

  constructor(app) {
    this.app = app;
    this.says = el("p", { class: "small muted" });
    this.list = el("ul", { class: "resting-list" });
    this.all = el("button", { type: "button", class: "link small", onclick: () => this.#wake(this.#ids) });
    this.element = el("section", { class: "resting", hidden: true }, this.says, this.list, this.all);
    app.onLanguage(() => this.show(this.#ids));
  }

  /** @param {number[]} ids */
  async show(ids) {
    this.#ids = ids;
    this.element.hidden = ids.length === 0;
    if (ids.length === 0) return;
    setText(this.says, t(counted("resting.says", ids.length), { n: count(ids.length) }));
    setText(this.all, t("resting.all"));
    this.all.hidden = ids.length < 2;
    const some = ids.slice(0, MOST);
    const [names, images] = await Promise.all([this.app.session.names(some), this.app.examples.images(some)]);
    if (this.#ids !== ids) return;
    this.list.replaceChildren(...some.map((id, i) => this.#entry(id, isolated(names[i]), images.get(id))));
  }

  #entry(id, name, image) {
    const picture = thumb();
    if (image) show(picture, image);
    const title = t("resting.wake", { name });
    const look = { type: "button", class: "quiet resting-picture", title, "aria-label": title };
    const onclick = () => this.#wake([id]);
    return el("li", {}, el("button", { ...look, onclick }, picture), t("resting.word"));
  }

  async #wake(ids) {
    const had = this.element.contains(document.activeElement);
    await this.app.session.wake(ids);
    if (!had) return;
    const next = this.element.hidden ? this.element.closest("article")?.querySelector(".thumbs button") : this.list.querySelector("button"); // prettier-ignore
    next?.focus();
  }
}
