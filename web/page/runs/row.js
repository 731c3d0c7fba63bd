/* One run of the list: whether its curve is in the chart, its name, its numbers, and what is not the same now. */
import { t } from "../../i18n/i18n.js";
import { svg } from "../../plot/svg.js";
import { el, iconButton, setAttribute, setText } from "../../ui/elements.js";
import { fixed, percent } from "../../ui/format.js";
import { dashOf } from "./pale.js";
import { differsIn } from "./names.js";

const NAME = 80; // letters, as the worker keeps them
/** Rows come and go: the page does not keep what says their words. `draw` says them in another language. */
const passing = { t, onLanguage() {} };

/** A line as the chart draws it. @param {number | "now"} slot */
export function sample(slot) {
  const line = svg("svg", { viewBox: "0 0 28 8", width: 28, height: 8, "aria-hidden": "true" });
  line.append(svg("path", { d: "M0 4h28", class: "runs-line", "data-slot": slot }));
  if (typeof slot === "number") line.firstChild.style.strokeDasharray = dashOf(slot);
  return line;
}

export class Row {
  /** @param {{compare: (on: boolean) => void, rename: (name: string) => void, again: () => void,
   *    remove: () => void}} on */
  constructor(on) {
    this.name = el("input", { type: "text", maxlength: NAME, class: "runs-name", autocomplete: "off" });
    this.name.addEventListener("change", () =>
      on.rename(this.name.value.trim() === this.own ? "" : this.name.value),
    );
    this.name.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.name.blur();
      if (event.key !== "Escape") return;
      this.name.value = this.shown;
      event.stopPropagation();
    });
    this.tick = el("input", { type: "checkbox", onchange: () => on.compare(this.tick.checked) });
    this.line = el("span", { class: "runs-sample" });
    this.again = el("button", { type: "button", class: "link small", onclick: on.again });
    this.now = el("span", { class: "small muted runs-now" });
    this.remove = iconButton(passing, "runs.delete.short", "trash", on.remove, "quiet icon runs-delete");
    this.differs = el("p", { class: "small muted runs-differs" });
    this.numbers = Array.from({ length: 4 }, () => el("td"));
    this.element = el(
      "tbody",
      {},
      el(
        "tr",
        {},
        el(
          "th",
          { scope: "rowgroup", colspan: 4 },
          el(
            "div",
            { class: "runs-head" },
            el("label", { class: "tick" }, this.tick, this.line),
            this.name,
            this.again,
            this.now,
            this.remove,
          ),
          this.differs,
        ),
      ),
      el("tr", { class: "num" }, ...this.numbers),
    );
    this.own = this.shown = "";
    this.slot = /** @type {any} */ (null);
  }

  /** @param {any} run @param {{own: string, isNow: boolean, slot: number | null, full: boolean, busy: boolean}} how */
  draw(run, { own, isNow, slot, full, busy }) {
    this.own = own;
    this.shown = run.name ?? own;
    if (document.activeElement !== this.name) this.name.value = this.shown;
    setAttribute(this.name, "title", this.shown);
    setAttribute(this.name, "aria-label", t("runs.name.label"));
    setText(this.again, t("runs.return"));
    setText(this.now, t("runs.now"));
    const name = { name: this.shown };
    this.element.dataset.run = run.id;
    this.element.toggleAttribute("data-now", isNow);
    this.tick.checked = isNow || slot !== null;
    this.tick.disabled = isNow || (full && slot === null);
    setAttribute(this.tick, "aria-label", t("runs.compare", name));
    const line = isNow ? "now" : slot;
    if (line !== this.slot) this.line.replaceChildren(...(line === null ? [] : [sample(line)]));
    this.slot = line;
    this.again.hidden = isNow || run.differs.length > 0;
    this.again.disabled = busy;
    setAttribute(this.again, "aria-label", t("runs.return.label", name));
    this.now.hidden = !isNow;
    for (const what of ["aria-label", "title"]) setAttribute(this.remove, what, t("runs.delete", name));
    setText(this.differs, differsIn(run));
    this.differs.hidden = run.differs.length === 0;
    const cost = (J) => (Number.isFinite(J) ? fixed(J) : "–");
    const texts = [cost(run.cost), cost(run.testCost), percent(run.accuracy), percent(run.testAccuracy)];
    texts.forEach((text, i) => setText(this.numbers[i], text));
  }
}
