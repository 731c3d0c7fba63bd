/* Is that accuracy worth anything? The same training over other splits, drawn as they arrive. */
import { joined, t } from "../../i18n/i18n.js";
import { el, say, setAttribute, setText } from "../../ui/elements.js";
import { count, fixed, percent } from "../../ui/format.js";
import { svg } from "../../plot/svg.js";
import { Bench } from "./bench.js";
import { drawDots } from "./dots.js";
import { points, whole } from "./numbers.js";
import { section, table, tell } from "./parts.js";
import { luck, spread } from "./summary.js";

export class Luck {
  constructor(app) {
    this.app = app;
    this.bench = new Bench(app, ["splits", "folds"], () => this.#draw());
    this.plot = svg("svg", { class: "whatif-dots", role: "img" });
    this.result = el("p", { role: "status", class: "whatif-result" });
    this.meaning = el("p", { class: "small muted" });
    this.rows = el("tbody");
    this.shown = el("div", { hidden: true }, this.plot, this.result, this.meaning, this.#table());
    this.element = section(app, "whatif-luck", "whatif.luck", this.bench.element, this.shown);
  }

  #table() {
    const head = ["trial", "test", "train", "cost"].map((key) => `whatif.table.${key}`);
    const scroll = table(this.app, this.rows, { head, caption: "whatif.luck", name: "whatif.table" });
    const summary = say(this.app, el("summary", { class: "small" }), "table.show");
    return el("details", { class: "whatif-table" }, summary, scroll);
  }

  #draw() {
    const { found, kind } = this.bench;
    this.shown.hidden = found.length === 0;
    if (found.length === 0 || !kind) return;
    const { data, settings } = this.bench.with;
    const of = spread(found);
    const more = data.counts[1] >= data.counts[0] ? 1 : 0;
    const base = Math.max(...data.counts) / (data.counts[0] + data.counts[1]);
    const now = this.app.state.train;
    const here = now && !this.bench.isStale && now.iteration === settings.iterations ? now.testAccuracy : NaN;
    const shares = found.map(({ testAccuracy }) => testAccuracy).filter(Number.isFinite);
    const marks = { here: t("whatif.mark.here"), base: t("whatif.mark.base") };
    drawDots(this.plot, shares, of, { here, base, words: marks });
    const [result, meaning] = this.#sentences(of, { base, here, name: data.names[more] });
    setAttribute(this.plot, "aria-label", result);
    tell(this.result, result, this.bench.running);
    setText(this.meaning, meaning);
    this.rows.replaceChildren(...[...found].sort((p, q) => p.index - q.index).map(rowOf));
  }

  /** @returns {[string, string]} what came out, and what it means */
  #sentences(of, { base, here, name }) {
    const { kind, found } = this.bench;
    const { tested } = found[0];
    const numbers = { mean: whole(of.mean), sd: points(of.sd), n: count(tested), count: count(of.n) };
    const range = { low: whole(of.low), high: whole(of.high) };
    const diverged = of.diverged ? t("whatif.diverged", { n: count(of.diverged) }) : "";
    if (of.n < 2) return [t("whatif.first", numbers), diverged];
    const all = { right: count(of.right), tested: count(of.tested), share: percent(of.right / of.tested) };
    const result =
      kind === "folds"
        ? t("whatif.folds.found", { ...numbers, ...all })
        : t("whatif.splits.found", { ...numbers, ...range });
    const by = kind === "folds" ? of.tested : tested;
    const chance = luck(of.mean, by); // 0 where all or none are right: then it says nothing
    const meaning = [
      t("whatif.meaning.sd"),
      chance ? t("whatif.meaning.luck", { n: count(by), luck: points(chance) }) : "",
      t("whatif.meaning.base", { name, share: whole(base) }),
      Number.isFinite(here) ? t("whatif.meaning.here", { share: whole(here) }) : "",
      diverged,
    ];
    return [result, joined(meaning)];
  }
}

function rowOf({ index, accuracy, testAccuracy, testCost }) {
  const cells = [percent(testAccuracy), percent(accuracy), fixed(testCost)];
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, count(index + 1)),
    ...cells.map((text) => el("td", {}, text)),
  );
}
