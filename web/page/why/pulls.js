/* z as a sum over the training pictures: those that pull it up and down most, each with what it adds; the rest as one
   number. A picture that is pressed is the next one to be explained. */
import { t } from "../../i18n/i18n.js";
import { counted, el, say, setAttribute, setText } from "../../ui/elements.js";
import { count, fixed } from "../../ui/format.js";
import { show, thumb } from "../pictures/thumb.js";
import { closing, written } from "./closing.js";

const NONE = { up: [], down: [], rest: 0, others: 0, start: 0 };

/** One training picture and its share. */
class Pull {
  id = -1;

  constructor(app) {
    this.picture = thumb();
    this.share = el("span", { class: "num" });
    this.button = el(
      "button",
      { type: "button", class: "quiet why-pull", onclick: () => app.select(this.id) },
      this.picture,
      this.share,
    );
    this.element = el("li", {}, this.button);
  }

  /** @param {number} id @param {string} share @param {any} example */
  hold(id, share, { y, name }) {
    if (id !== this.id) show(this.picture, null);
    this.id = id;
    setText(this.share, share);
    this.element.dataset.y = String(y);
    setAttribute(this.button, "aria-label", t("why.pull", { name, share }));
  }
}

export class Pulls {
  constructor(app) {
    this.app = app;
    this.says = el("p", { class: "small muted" });
    this.none = say(app, el("p", { class: "small muted" }), "why.examples.none");
    this.lists = ["up", "down"].map((way) => {
      const title = el("h5");
      const list = el("ul", { class: "why-pulls" });
      /** @type {Pull[]} */
      const pulls = [];
      return { way, title, list, pulls, box: el("div", {}, title, list) };
    });
    this.sum = el("p", { class: "num why-sum" });
    this.body = el("div", { class: "why-both" }, ...this.lists.map(({ box }) => box));
    this.element = el(
      "section",
      { class: "why-examples" },
      say(app, el("h4"), "why.examples"),
      this.says,
      this.none,
      this.body,
      this.sum,
    );
  }

  /** @param {any} view the answer */
  draw({ examples, b, z, names, network }) {
    setText(this.says, t(`why.examples.says${network ? ".network" : ""}`));
    this.none.hidden = Boolean(examples);
    this.sum.hidden = !examples;
    const { up, down, rest, others, start } = examples ?? NONE;
    const named = [...up, ...down];
    this.body.hidden = named.length === 0;
    if (!examples) return;
    const sums = closing([...named.map(({ share }) => share), rest, ...(network ? [start] : [])], [b], z);
    const put = (k, value) => (sums ? written(sums.free[k], sums.digits, true) : fixed(value, 4));
    const shares = named.map(({ share }, k) => put(k, share));
    this.#fill(this.lists[0], up, shares, names, 1);
    this.#fill(this.lists[1], down, shares.slice(up.length), names, 0);
    const words = {
      named: sums ? written(sums.free.slice(0, named.length).reduce((p, q) => p + q, 0), sums.digits, true) : "", // prettier-ignore
      rest: put(named.length, rest),
      start: put(named.length + 1, start),
      b: sums ? written(sums.fixed[0], sums.digits, true) : fixed(b, 4),
      z: sums ? written(sums.total, sums.digits) : fixed(z, 4),
      shown: count(named.length),
      others: count(others),
    };
    const key = `why.sum.${network ? "network" : "neuron"}`;
    const all = named.length === 0 ? `${key}.none` : `${key}.all`;
    setText(this.sum, t(named.length && others ? counted(key, others) : all, words));
    this.#paint(named.map(({ id }) => id));
  }

  #fill({ title, list, pulls }, found, shares, names, y) {
    setText(title, t("why.pulls", { name: names[y] }));
    while (pulls.length < found.length) pulls.push(new Pull(this.app));
    found.forEach(({ id }, k) => {
      const example = this.app.examples.get(id);
      pulls[k].hold(id, shares[k], { y: example?.y ?? y, name: names[example?.y ?? y] });
    });
    const wanted = pulls.slice(0, found.length).map(({ element }) => element);
    if (list.childElementCount !== wanted.length) list.replaceChildren(...wanted);
  }

  /** @param {number[]} ids */
  async #paint(ids) {
    const images = await this.app.examples.images(ids);
    for (const { pulls } of this.lists)
      for (const { id, picture } of pulls) {
        const image = images.get(id);
        if (image) show(picture, image);
      }
  }
}
