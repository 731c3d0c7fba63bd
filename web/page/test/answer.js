// What the neuron says of the picture under test: ŷ, the class, z, and where that lies between the two classes.
import { t } from "../../i18n/i18n.js";
import { el, setText } from "../../ui/elements.js";
import { decimals } from "../pictures/examples.js";
import { term } from "../../terms/term.js";

export class Answer {
  constructor(app) {
    this.app = app;
    this.value = el("span", { class: "probe-value num" });
    this.className = el("span", { class: "probe-class" });
    this.z = el("span");
    this.marker = el("span", { class: "probe-marker" });
    /** The names at the ends of the bar, by class. @type {any[]} */
    this.ends = [el("span"), el("span")];
    const symbol = el("span", { class: "probe-symbol" }, this.#symbol("y-hat", "ŷ"), " = ");
    const z = el("p", { class: "num probe-z" }, this.#symbol("z", "z"), this.z);
    this.element = el(
      "div",
      { class: "probe-answer" },
      el("p", { class: "probe-big" }, symbol, this.value, this.className),
      el("div", { class: "probe-bar", "aria-hidden": "true" }, this.marker),
      el("div", { class: "probe-ends small muted" }, this.ends[0], z, this.ends[1]),
    );
  }

  /** A symbol that explains itself. @param {string} name @param {string} text */
  #symbol(name, text) {
    const node = term(this.app, name);
    node.append(text);
    return node;
  }

  /** @param {boolean} asked there is a picture */
  draw(asked) {
    const { names } = this.app;
    this.ends.forEach((node, y) => setText(node, names[y]));
    const answer = this.app.state.train?.probe;
    const known = Boolean(answer) && Number.isFinite(answer.a);
    const y = known && answer.a > 0.5 ? 1 : 0;
    const undecided = known && answer.a === 0.5;
    const hint = answer || asked ? "" : t("probe.hint");
    setText(this.value, answer ? decimals(answer.a) : "–");
    setText(this.className, undecided ? t("verdict.undecided") : known ? names[y] : hint);
    this.className.dataset.y = known && !undecided ? String(y) : "";
    setText(this.z, ` = ${answer ? decimals(answer.z) : "–"}`);
    this.marker.hidden = !known;
    if (known) this.marker.style.setProperty("--a", answer.a.toFixed(4));
  }
}
