// The head of the DATA column: what was done last and may be undone, what the neuron sees of a picture, and which pictures
// are shown in which order. In the place of that text comes what is asked and said of files: nothing below it moves.
import { joined, t } from "../../i18n/i18n.js";
import { el, say, setAttribute, setText } from "../../ui/elements.js";
import { Steps } from "./steps.js";

/** Which pictures are shown. @type {Record<string, (example: any) => boolean>} */
const FILTERS = {
  all: () => true,
  train: (example) => !example.test,
  test: (example) => example.test,
  wrong: (example) => example.right === false,
};

export class Head {
  filter = "all";
  sort = "added";

  /** @param {any} app @param {Node[]} said what comes over the text @param {() => void} onView others are to be shown */
  constructor(app, said, onView) {
    this.app = app;
    this.onView = onView;
    this.steps = new Steps(app);
    this.cut = el("p");
    this.place = el("div", { class: "data-place small muted" }, this.cut);
    this.element = el(
      "div",
      { class: "data-head" },
      el("div", { class: "data-title" }, say(app, el("h2"), "column.data"), this.steps.element),
      el("div", { class: "data-says" }, this.place, el("div", { class: "data-said" }, ...said)),
      this.#view(),
    );
    app.draw(null, (fresh) => (fresh ? this.draw() : this.#cutWords()));
  }

  /** Whether an example is among those that are shown. */
  passes(example) {
    return FILTERS[this.filter](example);
  }

  draw() {
    this.steps.draw();
    this.#cutWords();
  }

  #view() {
    return el(
      "div",
      { class: "data-view" },
      this.#choice("filter", Object.keys(FILTERS)),
      this.#choice("sort", ["added", "loss"]),
    );
  }

  /** @param {"filter" | "sort"} name @param {string[]} values */
  #choice(name, values) {
    const select = el("select", { class: "small" });
    for (const value of values)
      select.append(say(this.app, el("option", { value }), `view.${name}.${value}`));
    select.addEventListener("change", () => {
      this[name] = select.value;
      this.onView();
    });
    say(this.app, select, `view.${name}`, "title");
    return say(this.app, select, `view.${name}`, "aria-label");
  }

  /** Before there are pictures, what will be said of the drawn ones: its lines are there from the start, and stay. */
  #cutWords() {
    const { source, n_px: px } = this.app.examples.data ?? { source: "drawn", n_px: 64 };
    const fit = this.app.state.settings?.fit === "fit" ? "fit" : "crop";
    const cut = t(source === "own" ? `cut.${fit}` : `cut.${source}`, { px });
    const first = joined([t("cut.drawn", { px }), t("data.first")]);
    setAttribute(this.place, "data-room", first); // no text is longer
    setText(this.cut, source === "drawn" ? first : joined([cut, t("data.stay")]));
  }
}
