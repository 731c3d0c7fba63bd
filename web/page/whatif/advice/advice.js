/* What would help? Other ways to train, tried over the same splits as the page's own: a sentence, and a table, best first. */
import { joined, t } from "../../../i18n/i18n.js";
import { el, setText } from "../../../ui/elements.js";
import { count } from "../../../ui/format.js";
import { Bench } from "../bench.js";
import { points, signedPoints, tenths } from "../numbers.js";
import { section, table, tell } from "../parts.js";
import { FEWER, candidatesOf } from "./candidates.js";
import { ranked } from "./compare.js";
import { curveOf, nameOf, sentencesOf } from "./says.js";
import { canTake, take } from "./take.js";

export class Advice {
  /** What was taken, and how it is taken back. @type {{what: string, back: () => Promise<void>} | null} */
  #taken = null;
  /** What somebody elsewhere on the page wants to know of: "mirror" or "smaller". */
  #asked = "";
  #drawn = "";

  constructor(app) {
    this.app = app;
    this.bench = new Bench(app, ["advice"], () => this.#draw());
    this.networks = new Bench(app, ["networks"], () => this.#draw());
    this.result = el("p", { role: "status", class: "whatif-result" });
    this.more = el("p", { class: "small" });
    this.meaning = el("p", { class: "small muted" });
    this.rows = el("tbody");
    this.shown = el("div", { hidden: true }, this.result, this.more, this.#table(), this.meaning);
    const { element: later } = this.networks;
    this.element = section(app, "whatif-advice", "advice", this.bench.element, this.shown, later);
    this.networks.element.hidden = true;
  }

  /** Somebody elsewhere on the page wants to know. @param {string} [what] of this above all */
  ask(what = "") {
    const { bench } = this;
    const [start] = bench.buttons;
    this.#asked = what;
    this.element.scrollIntoView({ block: "start" }); // what is found comes below
    if (start.hidden) return;
    start.focus();
    if (bench.isStale || bench.found.length === 0 || bench.found.length < bench.total) start.click();
    else this.#draw();
  }

  /** The candidate that was asked about, if it is tried. */
  get #wanted() {
    const smaller = ({ kind, n_px }) => kind === "size" && n_px < this.bench.with.data.n_px;
    const is = this.#asked === "smaller" ? smaller : ({ what }) => what === this.#asked;
    return candidatesOf(this.bench.with).now.find(is)?.what ?? "";
  }

  #table() {
    const head = ["what", "accuracy", "difference"].map((key) => `advice.table.${key}`);
    const look = "num small advice-table";
    return table(this.app, this.rows, { head, caption: "advice.table", look, last: [el("td")] });
  }

  /** All that was found, by both benches: the networks' own trainings of "now" are the same again. */
  #ranked() {
    const { now, later } = candidatesOf(this.bench.with);
    const networks = this.#isTogether ? this.networks.found.filter(({ what }) => what !== "now") : [];
    return ranked([...this.bench.found, ...networks], [...now, ...later.slice(1)]);
  }

  /** Whether both were found with the same pictures and settings. */
  get #isTogether() {
    return !this.networks.isStale && !this.bench.isStale;
  }

  #draw() {
    const { bench, networks, app } = this;
    const { data, settings } = app.state;
    const ready = bench.found.length > 0 && !bench.running;
    networks.element.hidden =
      !networks.running && (!ready || bench.isStale || candidatesOf({ data, settings }).later.length === 0);
    this.shown.hidden = !bench.found.some(({ what }) => what === "now");
    if (this.shown.hidden) return;
    if (!bench.isStale) this.#taken = null; // undone by other means
    const all = this.#ranked();
    this.#say(all);
    const running = bench.running || networks.running;
    const rows = running ? this.#inOrder(all.rows) : all.rows;
    const wanted = this.#wanted;
    const key = JSON.stringify([
      running,
      bench.isStale,
      this.#taken?.what,
      wanted,
      all.base,
      rows.map(drawnOf),
    ]);
    const words = t("advice.table.what");
    if (this.#drawn === key + words) return;
    this.#drawn = key + words;
    const had = this.rows.contains(document.activeElement) ? document.activeElement : null;
    const focused = had?.closest("tr")?.dataset.what;
    this.rows.replaceChildren(this.#base(all.base), ...rows.map((row) => this.#row(row)));
    if (had) this.#focus(focused);
    else if (wanted && !running && bench.buttons[0] === document.activeElement) this.#focus(wanted);
  }

  /** On the button of a row. @param {string} [what] */
  #focus(what) {
    const row = [...this.rows.rows].find((each) => each.dataset.what === what);
    row?.querySelector("button")?.focus();
  }

  /** While results come in, rows stay where they are. */
  #inOrder(rows) {
    const { now, later } = candidatesOf(this.bench.with);
    const place = new Map([...now, ...later].map(({ what }, i) => [what, i]));
    return [...rows].sort((p, q) => (place.get(p.candidate.what) ?? 0) - (place.get(q.candidate.what) ?? 0));
  }

  #nameOf({ candidate, iterations }) {
    const { data, settings } = this.bench.with;
    const { key, params } = nameOf(candidate, { ...settings, n_px: data.n_px }, iterations);
    return t(key, params);
  }

  #say(all) {
    const { bench, networks } = this;
    const { data } = bench.with;
    const n = new Set(data.of).size;
    const running = bench.running || networks.running;
    const sentences = running ? sentencesOf(all, n).slice(0, 1) : sentencesOf(all, n, this.#wanted);
    const said = sentences.map(({ key, params = {} }) =>
      t(key, params.best ? { ...params, name: this.#nameOf(params.best) } : params),
    );
    tell(this.result, joined(said), running);
    const wishes = !running && curveOf(all) === "rises" && data.source !== "drawn";
    this.more.replaceChildren(...(wishes ? [this.#wish(data.counts[0] < data.counts[1] ? 0 : 1)] : []));
    const splits = Math.max(...all.rows.map(({ candidate }) => candidate.splits));
    const fewer = all.rows.some(({ candidate }) => candidate.splits < splits);
    setText(
      this.meaning,
      joined([
        t("advice.meaning", { splits: count(splits), n: count(n) }),
        fewer ? t("advice.meaning.fewer", { splits: count(FEWER) }) : "",
      ]),
    );
  }

  /** @param {number} y the class that has fewer */
  #wish(y) {
    const onclick = () => this.app.tell("wish", { what: "pictures", y });
    return el("button", { type: "button", class: "link", onclick }, t("advice.more"));
  }

  #base({ mean, sd, n }) {
    const accuracy = t("advice.accuracy", { mean: tenths(mean), sd: points(sd) });
    const name = el("th", { scope: "row" }, t("advice.now.name"));
    return el("tr", { class: "advice-now" }, name, el("td", {}, n ? accuracy : ""), el("td"), el("td"));
  }

  #row(row) {
    const { candidate, accuracy, difference, verdict, complete, diverged, done, before } = row;
    const cells = [el("td", {}), el("td", {}), el("td", {})];
    const name = this.#nameOf(row);
    if (complete) {
      const { mean, sd } = accuracy;
      cells[0].append(accuracy.n ? t("advice.accuracy", { mean: tenths(mean), sd: points(sd) }) : "–");
      if (candidate.splits < this.bench.found.filter(({ what }) => what === "now").length)
        cells[0].append(el("span", { class: "advice-fewer" }, t("advice.fewer", { mean: tenths(before) })));
      const words = t(`advice.verdict.${verdict}`, { n: count(diverged) });
      const number = difference ? `${signedPoints(difference.mean)} ` : "";
      cells[1].append(number, el("span", { class: "advice-verdict" }, words));
      if (canTake(candidate) && verdict !== "diverged") cells[2].append(this.#take(row, name));
    } else if (done > 0)
      cells[0].append(el("span", { class: "muted" }, `${count(done)} / ${count(candidate.splits)}`));
    return el(
      "tr",
      {
        ...{ "data-what": candidate.what, "data-verdict": verdict },
        ...(candidate.what === this.#wanted && { "data-asked": "" }),
      },
      el("th", { scope: "row" }, name),
      ...cells,
    );
  }

  #take({ candidate, iterations }, name) {
    const { what } = candidate;
    const isTaken = this.#taken?.what === what;
    const key = isTaken ? "advice.back" : "advice.take";
    const change = async () => {
      if (isTaken) {
        const { back } = /** @type {any} */ (this.#taken);
        this.#taken = null;
        await back();
      } else {
        const back = await take(this.app, candidate, iterations);
        this.#taken = { what, back };
      }
      this.app.redraw();
    };
    // What makes mirrored copies is fetched with the first of them.
    const onclick = () =>
      change().catch(() => this.app.tell("notice", { code: "not-fetched", again: onclick }));
    return el(
      "button",
      {
        ...{ type: "button", class: "link small", onclick, "aria-label": t(`${key}.label`, { name }) },
        disabled: this.bench.isStale && !isTaken,
      },
      t(key),
    );
  }
}

/** What of a row is drawn. */
const drawnOf = ({ candidate, done, verdict, accuracy, iterations }) => [
  ...[candidate.what, done, verdict, accuracy.mean, iterations],
];
