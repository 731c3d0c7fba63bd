/* The section Runs, below the chart: what was trained before, compared in the chart, returned to, deleted. Fetched when there is a
   second run. */
import { addWords, t } from "../../i18n/i18n.js";
import { button, el, say, setAttribute, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count } from "../../ui/format.js";
import { saveText } from "../../ui/save.js";
import { ALPHAS } from "../whatif/plan.js";
import { runsCsv } from "./csv.js";
import { nameIn, ownNames } from "./names.js";
import { Legend } from "./legend.js";
import { MOST } from "./pale.js";
import { Row } from "./row.js";

/** @param {HTMLElement} root @param {any} app */
export async function mountRuns(root, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./runs.css", import.meta.url).href),
  ]);
  return new Runs(root, app);
}

class Runs {
  /** Oldest first. @type {any[]} */
  list = [];
  /** @type {number | null} */
  current = null;
  /** The colour of each that is compared, by id. @type {Map<number, number>} */
  #slots = new Map();
  /** @type {Map<number, Row>} */
  #rows = new Map();
  /** What is being trained anew. @type {{done: number, total: number} | null} */
  #busy = null;
  /** What was done last, as a key and its parameters. @type {[string, any] | null} */
  #said = null;

  constructor(root, app) {
    this.app = app;
    this.legend = new Legend(app);
    this.#build(root);
    app.onLanguage(() => this.#draw());
  }

  #build(root) {
    const { app } = this;
    const heads = ["table.train", "table.test", "runs.accuracy", "runs.accuracy.test"];
    this.table = el(
      "table",
      { class: "runs-table small" },
      say(app, el("caption", { class: "visually-hidden" }), "runs.table"),
      el("thead", {}, el("tr", {}, ...heads.map((key) => say(app, el("th", { scope: "col" }), key)))),
    );
    this.says = el("span", { class: "small muted" });
    this.status = el("p", { role: "status", class: "small runs-status" });
    this.undo = button(app, "undo", () => this.#putBack(), { look: "link small" });
    this.progress = say(app, el("progress"), "runs.progress", "aria-label");
    this.stop = button(app, "runs.stop", () => app.session.runs("stop"), { look: "link small" });
    this.full = say(app, el("p", { class: "small muted" }), () => t("runs.full", { n: MOST }));
    this.test = el("input", { type: "checkbox", onchange: () => this.#draw() });
    this.rates = button(
      app,
      () => t("runs.rates", { list: ALPHAS.join(t("runs.list")) }),
      () => this.#compareRates(),
      { look: "link small" },
    );
    const csv = button(app, "runs.csv", () => saveText(runsCsv(this.list), "runs.csv", "text/csv"), {
      look: "link small",
    });
    const scroll = el("div", { class: "table-scroll", tabindex: 0, role: "region" }, this.table);
    say(app, scroll, "runs.table", "aria-label");
    this.fold = el(
      "details",
      { class: "what-if runs", ontoggle: () => this.#draw() },
      el("summary", {}, say(app, el("h3"), "runs"), this.says),
      el("div", { class: "runs-said" }, this.status, this.undo, this.progress, this.stop),
      scroll,
      this.full,
      el(
        "div",
        { class: "runs-foot" },
        el("label", { class: "tick small" }, this.test, say(app, el("span"), "runs.test")),
        this.rates,
        csv,
      ),
    );
    root.append(this.fold);
  }

  /** An event of the worker; `compare`: ids of runs to be compared. @param {any} event */
  hear({ list, current, busy, compare }) {
    if (list) Object.assign(this, { list, current });
    if (busy !== undefined) this.#busy = busy;
    if (compare) this.#compareOnly(compare);
    this.#draw();
  }

  /** @param {number[]} ids */
  #compareOnly(ids) {
    this.#slots.clear();
    for (const id of ids) if (id !== this.current) this.#compare(id, true);
    this.fold.open = true;
  }

  /** @param {number} id @param {boolean} on */
  #compare(id, on) {
    const taken = [...this.#slots.values()];
    const free = Array.from({ length: MOST }, (_, slot) => slot).find((slot) => !taken.includes(slot));
    if (!on) this.#slots.delete(id);
    else if (free !== undefined) this.#slots.set(id, free);
  }

  #row(run) {
    const { id } = run;
    const known = this.#rows.get(id);
    if (known) return known;
    const row = new Row({
      compare: (on) => {
        this.#compare(id, on);
        this.#draw();
      },
      rename: (name) => this.app.session.runs("rename", id, name),
      again: () => this.#again(id),
      remove: () => this.#remove(id),
    });
    this.#rows.set(id, row);
    return row;
  }

  #draw() {
    const { app, list } = this;
    const ids = new Set(list.map(({ id }) => id));
    for (const id of [...this.#slots.keys()]) if (!ids.has(id)) this.#slots.delete(id);
    this.fold.hidden = list.length < 2 && !this.#said;
    const names = ownNames(list);
    const full = this.#slots.size >= MOST;
    this.#drawRows(names, full);
    setText(this.says, t("runs.says", { n: count(list.length) }));
    this.full.hidden = !full;
    this.#drawSaid();
    this.#drawChart(names);
    app.redraw();
  }

  /** While the list is open: closed, it takes no room in the page. @param {Map<number, string>} names @param {boolean} full */
  #drawRows(names, full) {
    const list = this.fold.open ? this.list.toReversed() : [];
    const ids = new Set(list.map(({ id }) => id));
    for (const [id, { element }] of [...this.#rows])
      if (!ids.has(id)) {
        element.remove();
        this.#rows.delete(id);
      }
    /** @type {Element} */
    let before = this.table.tHead;
    for (const run of list) {
      const row = this.#row(run);
      const slot = this.#slots.get(run.id) ?? null;
      const own = names.get(run.id) ?? "";
      row.draw(run, { own, isNow: run.id === this.current, slot, full, busy: this.#busy !== null });
      if (before.nextSibling !== row.element) before.after(row.element);
      before = row.element;
    }
  }

  #drawSaid() {
    const busy = this.#busy;
    const [key, how] = this.#said ?? ["", {}];
    if (busy) setText(this.status, t("runs.training", { n: count(busy.done), total: count(busy.total) }));
    else setText(this.status, key && t(key, how));
    this.undo.hidden = busy !== null || key !== "runs.deleted";
    this.progress.hidden = this.stop.hidden = busy === null;
    if (busy) Object.assign(this.progress, { max: busy.total, value: busy.done });
  }

  /** The curves, and what they are. @param {Map<number, string>} names */
  #drawChart(names) {
    const { list, current } = this;
    const part = this.test.checked ? "test" : "train";
    this.legend.draw({ list, current, slots: this.#slots, part, names });
  }

  /** @param {string} key @param {any} [how] */
  #say(key, how = {}) {
    this.#said = [key, how];
    this.#draw();
  }

  /** @param {number} id */
  #nameOf(id) {
    const run = this.list.find((each) => each.id === id);
    return run ? nameIn(ownNames(this.list), run) : "";
  }

  /** @param {number} id */
  async #again(id) {
    const name = this.#nameOf(id);
    this.#begin(this.#rows.get(id)?.again);
    const { code, exact } = await this.app.session.runs("again", id);
    if (code) return this.#say(`runs.trouble.${code}`);
    this.#say(exact ? "runs.returned" : "runs.returned.other", { name });
  }

  async #compareRates() {
    this.#begin(this.rates);
    const { code, ids } = await this.app.session.runs(
      "make",
      ALPHAS.map((alpha) => ({ alpha })),
    );
    if (ids) this.#compareOnly(ids);
    this.#say(code ? `runs.trouble.${code}` : "runs.made");
  }

  /** The button that was pressed may go: the focus stays near. @param {HTMLElement} [pressed] */
  #begin(pressed) {
    this.#busy = { done: 0, total: 1 };
    const had = pressed === document.activeElement;
    this.#draw();
    if (had) this.stop.focus();
  }

  /** @param {number} id */
  async #remove(id) {
    const name = this.#nameOf(id);
    await this.app.session.runs("remove", id);
    this.#say("runs.deleted", { name });
    this.undo.focus();
  }

  async #putBack() {
    await this.app.session.runs("putBack");
    this.#say("");
    setAttribute(this.table, "tabindex", "-1");
    this.table.focus();
  }
}
