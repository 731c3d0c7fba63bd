// The few pictures with the largest loss: what they are, what the neuron says, how wrong that is.
import { el, setAttribute, setText } from "../../ui/elements.js";
import { decimals } from "../pictures/examples.js";
import { show, thumb } from "../pictures/thumb.js";

/** How many it shows. */
export const WORST = 6;

export class Worst {
  /** @type {number[]} */
  #ids = [];

  constructor(app) {
    this.app = app;
    this.examples = app.examples;
    this.rows = Array.from({ length: WORST }, () => this.#newRow());
    const head = ["y", "ŷ", "L"].map((symbol) => el("span", {}, symbol));
    this.list = el("ul", {}, ...this.rows.map(({ line }) => line));
    this.element = el(
      "div",
      { class: "worst" },
      el("div", { class: "worst-head small muted", "aria-hidden": "true" }, el("span"), ...head),
      this.list,
    );
  }

  get held() {
    return this.list.matches(":hover") || this.list.contains(document.activeElement);
  }

  async show(ids) {
    this.#ids = ids;
    this.rows.forEach(({ line }, i) => (line.hidden = i >= ids.length));
    this.refresh();
    const images = await this.examples.images(ids);
    if (ids !== this.#ids) return;
    ids.forEach((id, i) => images.get(id) && show(this.rows[i].picture, images.get(id)));
  }

  refresh() {
    this.#ids.forEach((id, i) => this.#fill(this.rows[i], this.examples.get(id)));
  }

  #newRow() {
    const picture = thumb();
    const name = el("span", { class: "worst-name" });
    // A screen reader reads the row's own text; the symbols stand above, in the head.
    const values = ["y", "ŷ", "L"].map((symbol) => {
      const value = el("span");
      const cell = el(
        "span",
        { class: "num" },
        el("span", { class: "visually-hidden" }, `, ${symbol} = `),
        value,
      );
      return { value, cell };
    });
    const [y, a, loss] = values.map(({ value }) => value);
    const row = { picture, name, y, a, loss, id: -1, button: el("button"), line: el("li") };
    row.button = el(
      "button",
      { type: "button", class: "worst-row", onclick: () => this.app.select(row.id) },
      picture,
      name,
      ...values.map(({ cell }) => cell),
    );
    row.line = el("li", {}, row.button);
    return row;
  }

  #fill(row, example) {
    if (!example) return;
    const { names } = this.examples;
    row.id = example.id;
    setText(row.name, names[example.y]);
    setText(row.y, String(example.y));
    setText(row.a, decimals(example.a));
    setText(row.loss, decimals(example.loss));
    setAttribute(row.button, "aria-pressed", String(this.app.state.selected === example.id));
  }
}
