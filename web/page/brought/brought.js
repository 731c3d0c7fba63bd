// A model that came in a picture, beside the one that is trained: what it is, and what it says of the picture under test.
import { addWords, joined, t } from "../../i18n/i18n.js";
import { el, iconButton, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count, percent } from "../../ui/format.js";
import { decimals } from "../pictures/examples.js";
import { channelOf, colours, largest, paint } from "../train/weights.js";

/** @param {Element} before what it stands before @param {any} app */
export async function mountBrought(before, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./brought.css", import.meta.url).href),
  ]);
  return new Brought(before, app);
}

class Brought {
  /** What it is. @type {any} */
  #about = null;
  /** @type {{z: number, a: number} | null} */
  #answer = null;
  /** What it makes of the pictures of this page. @type {{n: number, right: number} | null} */
  #here = null;
  /** The pictures of its weights are those of this model. @type {any} */
  #painted = null;

  /** @param {Element} before @param {any} app */
  constructor(before, app) {
    this.app = app;
    this.faces = el("div", { class: "brought-faces", "aria-hidden": "true" });
    this.title = el("h3", { id: "brought-title" });
    this.value = el("span", { class: "brought-value num" });
    this.name = el("span", { class: "probe-class" });
    this.here = el("p", { class: "small" });
    this.about = el("p", { class: "small muted" });
    this.why = el("p", { class: "small muted" });
    const close = iconButton(app, "brought.dismiss", "close", () => app.session.dismiss());
    const answer = el("p", { class: "brought-answer" }, "ŷ = ", this.value, this.name);
    this.element = el(
      "section",
      { class: "brought", "aria-labelledby": "brought-title" },
      el("div", { class: "brought-head" }, this.title, close),
      el("div", { class: "brought-body" }, this.faces, answer),
      this.here,
      this.about,
      this.why,
    );
    this.element.hidden = true;
    before.before(this.element);
    app.draw(this.element, (fresh) => this.#draw(fresh));
  }

  /** @param {{about?: any, answer?: any, here?: any}} event of the worker */
  hear({ about, answer, here }) {
    if (here !== undefined) this.#here = here;
    if (about !== undefined) this.#about = about;
    if (answer !== undefined) this.#answer = answer;
    this.element.hidden = this.#about === null;
    this.app.redraw();
    if (about) this.#draw(true);
  }

  #draw(fresh) {
    if (!this.#about) return;
    const names = this.#about.names.map((name, y) => name ?? t(`class${y}.own`));
    const answer = this.#answer;
    const known = answer !== null && Number.isFinite(answer.a) && answer.a !== 0.5;
    const y = known && answer.a > 0.5 ? 1 : 0;
    setText(this.value, answer ? decimals(answer.a) : "–");
    setText(this.name, known ? names[y] : "");
    this.name.dataset.y = known ? String(y) : "";
    const { n, right } = this.#here ?? { n: 0, right: 0 };
    this.here.hidden = n === 0;
    setText(this.here, n > 0 ? t("brought.here", { n: count(n), right: percent(right / n) }) : "");
    if (fresh || this.#painted !== this.#about) this.#describe(names);
  }

  /** @param {string[]} names */
  #describe([zero, one]) {
    const { n_px, hidden, iterations, m, accuracy, fit } = this.#about;
    setText(this.title, t(hidden.length > 0 ? "brought.network" : "brought.neuron", { zero, one }));
    const layers = hidden.length > 0 ? t("brought.layers", { layers: hidden.join(" · ") }) : "";
    const { train, test } = accuracy;
    const right = train === null ? "" : t("brought.right", { train: percent(train) });
    const others = test === null ? "" : t("brought.others", { test: percent(test) });
    const made = t("brought.made", { n_px, m: count(m), iterations: count(iterations) });
    setText(this.about, joined([made, layers, right, others]));
    const differs = fit !== (this.app.state.settings?.fit ?? fit);
    setText(this.why, joined([t("brought.why"), differs ? t(`brought.fit.${fit}`) : ""]));
    this.#paint();
  }

  #paint() {
    const { w, n_px } = this.#about;
    this.#painted = this.#about;
    const each = 3 * n_px ** 2;
    const n = w.length / each;
    const { palette, nan } = colours();
    this.faces.style.setProperty("--columns", String(Math.ceil(Math.sqrt(n))));
    const canvases = Array.from({ length: n }, (_, u) => {
      const canvas = el("canvas", { class: "pixels" });
      const values = channelOf(w.subarray(u * each, (u + 1) * each), "sum");
      paint(canvas, values, largest(values), palette, nan);
      return canvas;
    });
    this.faces.replaceChildren(...canvases);
  }
}
