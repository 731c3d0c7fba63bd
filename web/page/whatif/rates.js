/* Which learning rate? The page's own training at three of them, their curves in one chart. */
import { t } from "../../i18n/i18n.js";
import { svg } from "../../plot/svg.js";
import { button, el, setAttribute, setText } from "../../ui/elements.js";
import { count, fixed, percent, plain } from "../../ui/format.js";
import { replacedOf } from "../live/replaced.js";
import { Bench } from "./bench.js";
import { section, table } from "./parts.js";
import { ALPHAS } from "./plan.js";

const [LEAST, MOST, HEIGHT, LEFT, TOP, BASE] = [240, 560, 190, 34, 10, 160];
const LEAST_J = 0.8; // the chart reaches at least so far
const MOST_J = 1.5; // and no further: what lies above is cut off

export class Rates {
  constructor(app) {
    this.app = app;
    this.bench = new Bench(app, ["alphas"], () => this.#draw());
    this.plot = svg("svg", { class: "whatif-dots", role: "img" });
    this.result = el("p", { role: "status", class: "whatif-result" });
    this.cut = el("p", { class: "small muted" });
    this.rows = el("tbody");
    const scroll = table(app, this.rows, {
      head: ["train-cost", "train", "cost", "test"].map((key) => `whatif.table.${key}`),
      ...{ caption: "whatif.alphas.table", look: "num small whatif-rates", first: "α", last: [el("td")] },
    });
    this.keep = button(app, "whatif.alphas.keep", () => this.#keep());
    this.shown = el("div", { hidden: true }, this.plot, this.cut, this.result, scroll, this.keep);
    this.element = section(app, "whatif-rates", "whatif.rates", this.bench.element, this.shown);
  }

  /** The three as runs: trained as the page trains, so that one can be returned to. */
  async #keep() {
    const { ids } = await this.app.session.runs(
      "make",
      ALPHAS.map((alpha) => ({ alpha })),
    );
    if (ids) this.app.tell("runs", { compare: ids });
  }

  #draw() {
    const list = [...this.bench.found].sort((p, q) => p.index - q.index);
    this.shown.hidden = list.length === 0;
    if (list.length === 0) return;
    const { iterations } = this.bench.with.settings;
    this.keep.hidden = this.bench.running || this.bench.isStale;
    drawCurves(this.plot, list, iterations);
    const isCut = list.some(({ costs }) => costs.some((J) => J > MOST_J));
    setText(this.cut, isCut ? t("whatif.alphas.cut", { J: MOST_J }) : "");
    const each = list.map(({ alpha, cost }) =>
      t("whatif.alphas.one", { alpha: plain(alpha), J: fixed(cost) }),
    );
    const said = t("whatif.alphas.found", { n: count(iterations), list: each.join(" · ") });
    setAttribute(this.plot, "aria-label", said);
    if (!this.bench.running) setText(this.result, said);
    const now = this.app.state.settings.alpha;
    const key = list.map(({ index }) => index).join() + said + now;
    if (this.rows.dataset.key === key) return;
    this.rows.dataset.key = key;
    this.rows.replaceChildren(...list.map((found) => this.#row(found, now)));
  }

  #row({ index, alpha, cost, accuracy, testCost, testAccuracy }, now) {
    const sample = svg("svg", { viewBox: "0 0 24 8", width: 24, height: 8, "aria-hidden": "true" });
    sample.append(svg("path", { d: "M0 4h24", class: "whatif-curve", "data-which": index }));
    const numbers = [fixed(cost), percent(accuracy), fixed(testCost), percent(testAccuracy)];
    const take = el(
      "button",
      {
        type: "button",
        class: "link small",
        "aria-label": t("whatif.alphas.take.label", { alpha: plain(alpha) }),
        disabled: alpha === now,
        onclick: () => replacedOf(this.app).retrain(alpha),
      },
      t("whatif.alphas.take"),
    );
    const cells = numbers.map((text) => el("td", {}, text));
    return el("tr", {}, el("th", { scope: "row" }, sample, plain(alpha)), ...cells, el("td", {}, take));
  }
}

/** @param {any} root an <svg> @param {any[]} list @param {number} iterations */
function drawCurves(root, list, iterations) {
  const width = Math.max(LEAST, Math.min(MOST, root.clientWidth || MOST)); // so that words are never scaled
  root.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  const all = list.flatMap(({ costs }) => [...costs].filter(Number.isFinite));
  const top = Math.min(
    MOST_J,
    all.reduce((most, J) => Math.max(most, J), LEAST_J),
  );
  const x = (/** @type {number} */ t) => LEFT + (t / Math.max(1, iterations)) * (width - LEFT - 14);
  const y = (/** @type {number} */ J) => BASE - (Math.min(J, top) / top) * (BASE - TOP);
  const nodes = [0, top / 2, top].flatMap((J) => [
    svg("path", { d: `M${LEFT} ${y(J)}H${width - 14}`, class: "whatif-grid" }),
    svg("text", { x: LEFT - 6, y: y(J) + 4, "text-anchor": "end" }, fixed(J, 2)),
  ]);
  for (const [at, anchor] of [
    [0, "start"],
    [iterations, "end"],
  ])
    // prettier-ignore
    nodes.push(svg("text", { x: x(Number(at)), y: BASE + 20, "text-anchor": anchor }, count(Number(at))));
  for (const { index, costs, every } of list) {
    const points = [...costs].flatMap((J, k) =>
      Number.isNaN(J) ? [] : `${x(k * every).toFixed(1)} ${y(J).toFixed(1)}`,
    );
    nodes.push(svg("path", { d: `M${points.join("L")}`, class: "whatif-curve", "data-which": index }));
  }
  root.replaceChildren(...nodes);
}
