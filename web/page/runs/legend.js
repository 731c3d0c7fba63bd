/* The other runs in the cost chart: which curves are drawn, and what they are, below it. */
import { t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { color } from "../../ui/theme.js";
import { writeCost } from "../train/chart.js";
import { nameIn } from "./names.js";
import { paleCurves } from "./pale.js";
import { sample } from "./row.js";

/** @typedef {{list: any[], current: number | null, slots: Map<number, number>, part: "train" | "test", names: Map<number, string>}} Shown
 *  slots: the colour of each that is compared, by id */

export class Legend {
  /** How far those went that leave the chart at its top, by id. @type {Map<number, number>} */
  #leaves = new Map();
  /** @type {Shown | null} */
  #shown = null;

  constructor(app) {
    this.app = app;
    this.element = el("ul", { class: "runs-legend small num", role: "list" });
    say(app, this.element, "runs.legend", "aria-label");
    this.note = say(app, el("div", { class: "runs-pale" }), "runs.pale");
    document.querySelector("#live")?.before(this.element);
    document.querySelector("#cost .plot-over")?.append(this.note);
  }

  /** @param {Shown} shown */
  draw(shown) {
    this.#shown = shown;
    const { list, current, slots, part } = shown;
    const others = list.filter(({ id }) => id !== current);
    const compared = others
      .filter(({ id }) => slots.has(id))
      .map((run) => ({ run, slot: /** @type {number} */ (slots.get(run.id)) }));
    const same = others.filter(({ id, differs }) => differs.length === 0 && !slots.has(id)).reverse();
    const leaves = (/** @type {Map<number, number>} */ high) => this.#left(high);
    const pale = others.length > 0 ? paleCurves(compared, same, part, color, leaves) : null;
    const key = `${part} ${current} ${compared.map(({ run, slot }) => `${run.id}:${slot}:${run.end}`)} ${same.map(({ id }) => id)}`;
    if (key !== this.element.dataset.key) this.app.set({ pale });
    this.element.dataset.key = key;
    this.note.hidden = !pale?.faint;
    this.#list(compared, shown);
  }

  /** @param {{run: any, slot: number}[]} compared @param {Shown} shown */
  #list(compared, { list, current, part, names }) {
    const item = (slot, words) => el("li", {}, sample(slot), el("span", {}, words));
    const items = compared.map(({ run, slot }) => {
      const J = part === "test" ? run.testCost : run.cost;
      const words = { name: nameIn(names, run), J: Number.isFinite(J) ? fixed(J) : "–" };
      const high = this.#leaves.get(run.id);
      if (high === undefined) return item(slot, t("runs.legend.one", words));
      return item(slot, t("runs.legend.cut", { ...words, high: writeCost(high) }));
    });
    const now = list.find(({ id }) => id === current);
    if (items.length > 0) items.unshift(item("now", now ? nameIn(names, now) : t("runs.legend.now")));
    this.element.replaceChildren(...items);
    this.element.hidden = items.length === 0;
  }

  /** What the chart has cut. @param {Map<number, number>} high */
  #left(high) {
    const same = high.size === this.#leaves.size && [...high].every(([id, J]) => this.#leaves.get(id) === J);
    if (same) return;
    this.#leaves = high;
    if (this.#shown) this.draw(this.#shown);
  }
}
