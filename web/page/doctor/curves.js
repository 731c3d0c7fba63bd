/* The printed costs as points, the training that was found as a line, the right one dashed beside a mistake; and a table. */
import { t } from "../../i18n/i18n.js";
import { createPlot } from "../../plot/plot.js";
import { el, say } from "../../ui/elements.js";
import { count, fixed } from "../../ui/format.js";
import { svg } from "../../plot/svg.js";

const MOST_ROWS = 100;
const MOST_DOTS = 150;
const ROOM = 1.08;

const finite = (/** @type {{t: number, J: number}[]} */ list) => list.filter(({ J }) => Number.isFinite(J));
const pairs = (/** @type {{t: number, J: number}[]} */ list) => list.map(({ t, J }) => [t, J]);

export class Curves {
  /** @type {any} */
  #report = null;

  constructor(app) {
    this.host = el("div", { class: "doctor-plot" });
    this.legend = el("p", { class: "small doctor-legend" });
    this.cut = el("p", { class: "small muted" });
    this.rows = el("tbody");
    const head = ["t", "yours", "found"].map((key) =>
      say(app, el("th", { scope: "col" }), `doctor.table.${key}`),
    );
    const caption = say(app, el("caption", { class: "visually-hidden" }), "doctor.table");
    const scroll = el(
      "div",
      { class: "table-scroll", tabindex: 0, role: "region" },
      el("table", { class: "num small" }, caption, el("thead", {}, el("tr", {}, ...head)), this.rows),
    );
    say(app, scroll, "doctor.table", "aria-label");
    const summary = say(app, el("summary", { class: "small" }), "table.show");
    this.table = el("details", { class: "whatif-table" }, summary, scroll);
    this.element = el("div", {}, this.host, this.legend, this.cut, this.table);
  }

  #make() {
    this.plot = createPlot(this.host, {
      x: { min: 0, max: 1, label: () => t("doctor.axis.t") },
      y: { min: 0, max: 1, label: "J" },
      name: () => this.#name(),
      ratio: 0.45,
      minHeight: 200,
    });
    this.right = this.plot.curve("right");
    this.found = this.plot.curve("found");
    this.dots = this.plot.dots("yours", 3.5);
  }

  #name() {
    const { yours } = this.#report;
    const known = finite(yours);
    if (known.length === 0) return t("doctor.plot.none");
    const [first, last] = [known[0], known[known.length - 1]];
    return t("doctor.plot", { first: fixed(first.J), last: fixed(last.J), n: count(last.t) });
  }

  /** @param {any} report */
  show(report) {
    this.#report = report;
    if (!this.plot) this.#make();
    const plot = /** @type {NonNullable<typeof this.plot>} */ (this.plot);
    const { yours, found, course } = report;
    const [first] = found;
    const shown = first?.curve ?? course.curve;
    const beside = first && first.id !== "right";
    const own = finite(yours).map(({ J }) => J);
    const all = own.length > 1 ? own : finite([...yours, ...shown]).map(({ J }) => J);
    const [low, high] = [Math.min(0, ...all), Math.max(0, ...all) || 1];
    const last = Math.max(1, yours[yours.length - 1].t);
    plot.range({ x: { min: 0, max: last }, y: { min: low * ROOM, max: high * ROOM } });
    this.dots.set(thinned(finite(yours)).map(({ t, J }) => ({ x: t, y: J })));
    this.found.set(first ? pairs(shown) : []);
    this.right.set(beside || !first ? pairs(course.curve) : []);
    const keys = [["dots", "doctor.legend.yours"]];
    if (first) keys.push(["found", "doctor.legend.found"]);
    if (beside || !first) keys.push(["right", "doctor.legend.right"]);
    this.legend.replaceChildren(
      ...keys.map(([look, key]) => el("span", {}, sample(look), t(key, { alpha: course.alpha }))),
    );
    const gaps = yours.length - finite(yours).length;
    this.cut.textContent = gaps > 0 ? t("doctor.plot.gaps", { n: count(gaps) }) : "";
    this.#fill(yours, first);
  }

  #fill(yours, first) {
    const at = new Map((first?.curve ?? []).map(({ t, J }) => [t, J]));
    const some = yours.slice(0, MOST_ROWS);
    this.rows.replaceChildren(
      ...some.map(({ t, J }) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, count(t)),
          el("td", {}, fixed(J, 6)),
          el("td", {}, at.has(t) ? fixed(at.get(t), 6) : "–"),
        ),
      ),
    );
  }
}

/** So few that each can be seen. @param {{t: number, J: number}[]} list */
const thinned = (list) => list.filter((_, k) => k % Math.ceil(list.length / MOST_DOTS) === 0);

/** @param {string} look */
function sample(look) {
  const root = svg("svg", {
    class: "doctor-sample",
    viewBox: "0 0 24 8",
    width: 24,
    height: 8,
    "aria-hidden": "true",
  });
  if (look === "dots") root.append(svg("g", { class: "dots yours" }));
  if (look === "dots") root.firstChild.append(svg("circle", { cx: 12, cy: 4, r: 3.5 }));
  else root.append(svg("path", { d: "M0 4h24", class: `curve ${look}` }));
  return root;
}
